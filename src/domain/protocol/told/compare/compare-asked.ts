import { sayList, startingLarge } from "../../../english.ts";
import {
	type Field,
	type Form,
	isAgencySide,
	type Letter,
	type Protocol,
	type Role,
	stageTitle,
} from "../../protocol.ts";
import { sectorNames } from "../guide/guide.ts";
import { idIn, match } from "./compare-ids.ts";
import {
	asIs,
	asks,
	changed,
	comings,
	compareBy,
	differs,
	fieldLabel,
	flag,
	named,
	quoted,
	type Rows,
	renamed,
	type Said,
	type Tell,
	title,
	type Versions,
	value,
	word,
	wording,
} from "./compare-rows.ts";
import { stepRows } from "./compare-stages.ts";

export function compareForms(at: Versions, tell: Tell): void {
	const { before, after } = at;
	const area = "Forms";
	const forms = match(
		Object.values(before.protocol.forms),
		Object.values(after.protocol.forms),
		({ id }) => id,
		({ title }) => title,
	);
	tell(
		area,
		comings(forms, 60, {
			isNew: ({ title }) => `New form: “${title}”.`,
			isGone: ({ title }) => `The form “${title}” is gone.`,
			idOf: ({ id }) => id,
			name: ({ title }) => quoted(title),
		}),
	);
	for (const [was, now] of forms.pairs) {
		tell(
			area,
			compareBy<Pick<Form, "title">>({ title }, was, now, {
				...at,
				name: quoted(now.title),
			}),
		);
		const parts = match(
			was.parts,
			now.parts,
			({ id }) => id,
			({ title }) => title,
		);
		tell(
			area,
			comings(parts, 60, {
				isNew: (part) => `New part of “${now.title}”: “${part.title}”.`,
				isGone: (part) => `The part “${part.title}” of “${now.title}” is gone.`,
				idOf: ({ id }) => id,
				name: (part) => `“${part.title}” of “${now.title}”`,
			}),
		);
		for (const [a, b] of parts.pairs)
			tell(area, comparePart(at, a, b, `“${now.title}”, ${b.title},`));
	}
}

type Part = Form["parts"][number];

function comparePart(at: Versions, was: Part, now: Part, name: string): Said[] {
	const asked = ({ sections }: Part) => sections.flatMap(({ asks }) => asks);
	const said = compareBy<Pick<Part, "title" | "by"> & { asks: string[] }>(
		{ title, by: stepRows.by, asks: asks(50) },
		{ ...was, asks: asked(was) },
		{ ...now, asks: asked(now) },
		{ ...at, name },
	);
	const titles = (part: Part) => part.sections.map((section) => section.title);
	if (differs(titles(was), titles(now)))
		said.push(
			word(
				`The sections of ${name} are now ${sayList(titles(now).map(quoted))}; they were ${sayList(titles(was).map(quoted))}.`,
				6,
			),
		);
	const mapped = was.sections.map(({ asks }) => asks.map((id) => idIn(at.before.ids, "field", id)));
	if (
		said.length === 0 &&
		differs(
			mapped,
			now.sections.map(({ asks }) => asks),
		)
	)
		said.push(word(`${name} asks the same in another order.`, 4));
	return said;
}

/** Words that every kind of field has or may have, whatever its kind: one row each. */
type AnyField = Pick<Field, "id" | "type" | "label" | "hint" | "optional" | "from"> & {
	of?: string | undefined;
	options?: Record<string, string> | undefined;
	complete?: boolean | undefined;
	unborn?: boolean | undefined;
	"history-of"?: string | undefined;
};

const fieldRows: Rows<AnyField> = {
	id: "elsewhere",
	type: value(
		50,
		(name, now, was) => `${name} is now answered as “${now}”, not as “${was}”.`,
		asIs,
	),
	label: wording(() => "a question"),
	hint: wording((name) => `the hint of ${name}`),
	optional: flag(
		50,
		(name) => `${name} may now be left blank.`,
		(name) => `${name} must now be answered.`,
	),
	from: value(
		20,
		(name, now, was) => `${name} now begins with the answer to ${now}, not to ${was}.`,
		fieldLabel,
		(from, { ids }) => from && idIn(ids, "field", from),
		"no other question",
	),
	of: value(
		45,
		(name, now, was) => `${name} now names a ${now}, not a ${was}.`,
		(party, protocol) => {
			const [side = "", role = ""] = party.split(" ");
			return isAgencySide(side)
				? `${protocol.roles[role]?.called ?? role} of ${protocol.words[side]}`
				: (protocol.roles[side]?.called ?? party);
		},
		(party, { ids }) =>
			party
				?.split(" ")
				.map((part) => idIn(ids, "role", part))
				.join(" "),
	),
	options: {
		says: (was, now, { name }) => named(45, "choice", was ?? {}, now ?? {}, ` at ${name}`),
	},
	complete: flag(
		45,
		(name) => `${name} now asks for full details.`,
		(name) => `${name} no longer asks for full details.`,
	),
	unborn: flag(
		45,
		(name) => `${name} may now be answered with an unborn child.`,
		(name) => `${name} may no longer be answered with an unborn child.`,
	),
	"history-of": value(
		20,
		(name, now, was) => `${name} now begins with the record of ${now}, not of ${was}.`,
		(stage, protocol) => stageTitle(protocol, stage),
		(stage, { ids }) => stage && idIn(ids, "stage", stage),
		"no stage",
	),
};

export function compareFields(at: Versions, tell: Tell): void {
	const fields = ({ fields }: Protocol): Field[] =>
		Object.values(fields).filter(({ id }) => !id.startsWith("consulted-"));
	// One that is new or gone is told where it is asked.
	const { pairs } = match(
		fields(at.before.protocol),
		fields(at.after.protocol),
		({ id }) => id,
		({ label, type }) => `${type} ${label}`,
	);
	for (const [was, now] of pairs)
		tell("What is asked", [
			...compareBy<AnyField>(fieldRows, was, now, {
				...at,
				name: quoted(now.label),
			}),
			...renamed(quoted(now.label), was.id, now.id),
		]);
}

const letterRows: Rows<Letter> = {
	id: "elsewhere",
	title,
	to: wording((name) => `whom ${name} is addressed to`),
	text: wording((name) => `the text of ${name}`),
};

export function compareLetters(at: Versions, tell: Tell): void {
	const matched = match(
		Object.values(at.before.protocol.letters),
		Object.values(at.after.protocol.letters),
		({ id }) => id,
		({ title }) => title,
	);
	tell(
		"Letters",
		comings(matched, 50, {
			isNew: ({ title }) => `New letter: “${title}”.`,
			isGone: ({ title }) => `The letter “${title}” is gone.`,
			idOf: ({ id }) => id,
			name: ({ title }) => quoted(title),
		}),
	);
	for (const [was, now] of matched.pairs)
		tell("Letters", compareBy(letterRows, was, now, { ...at, name: quoted(now.title) }));
}

const roleRows: Rows<Omit<Role, "level" | "office"> & RoleOf> = {
	id: "elsewhere",
	called: {
		says: (was, now) => [word(`The ${was} is now called ${now}.`, 9)],
	},
	in: {
		says: (was, now, { name }) =>
			(Object.keys(sectorNames) as (keyof typeof sectorNames)[])
				.filter((sector) => was[sector] !== now[sector])
				.map((sector) =>
					changed(
						40,
						`In ${sectorNames[sector].toLowerCase()}, ${name} now ${
							now[sector] ? `means ${now[sector]}` : "has no name of its own"
						}; before, ${was[sector] ? `it meant ${was[sector]}` : "it had none"}.`,
					),
				),
	},
	post: value(
		60,
		(name, now, was) => `${startingLarge(name)} is now held by ${now}, not by ${was}.`,
		(post) => `whoever has the post “${post}”`,
		undefined,
		"anybody of that level",
	),
	proxy: flag(
		60,
		(name) => `An agency that has nobody as ${name} may now be answered for by its proxy agency.`,
		(name) =>
			`An agency that has nobody as ${name} may no longer be answered for by its proxy agency.`,
	),
	level: value(
		80,
		(name, now, was) => `${startingLarge(name)} is now of the level “${now}”, not “${was}”.`,
		asIs,
		undefined,
		"none",
	),
	office: value(
		80,
		(name, now, was) => `${startingLarge(name)} is now the office “${now}”, not “${was}”.`,
		asIs,
		undefined,
		"none",
	),
};

type RoleOf = { level?: string | undefined; office?: string | undefined };

export function compareRoles(at: Versions, tell: Tell): void {
	const matched = match(
		Object.values(at.before.protocol.roles),
		Object.values(at.after.protocol.roles),
		({ id }) => id,
		({ called }) => called,
	);
	tell(
		"Roles",
		comings(matched, 60, {
			isNew: ({ called }) => `New role: the ${called}.`,
			isGone: ({ called }) => `The role of the ${called} is gone.`,
			idOf: ({ id }) => id,
			name: ({ called }) => `The ${called}`,
		}),
	);
	for (const [was, now] of matched.pairs)
		tell(
			"Roles",
			compareBy<Omit<Role, "level" | "office"> & RoleOf>(roleRows, was, now, {
				...at,
				name: `the ${now.called}`,
			}),
		);
}
