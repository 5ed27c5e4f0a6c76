/** The words of forms, of what they ask, of letters and of roles. */
import { nameInWords, sayAny, sayList, sayNumber, withArticle } from "../../../english.ts";
import type { Sector } from "../../../people/viewer.ts";
import { said } from "../../../said.ts";
import { sayName } from "../../compile/compile-step.ts";
import type { Cell } from "../../file/field.ts";
import {
	type Field,
	type Form,
	type Letter,
	type OwnLevel,
	type PlausibleDays,
	type Role,
	stageTitle,
} from "../../protocol.ts";
import { sayWithin } from "../../within.ts";
import { sayLabels, sayPartyNamed } from "../protocol-in-words.ts";
import {
	byItsTitle,
	type EveryWord,
	each,
	flag,
	inside,
	type Kind,
	quoted,
	type Row,
	text,
	whole,
} from "./row.ts";
import { askedIf, owedBy, wordsInCase } from "./steps.ts";

type Part = Form["parts"][number];

const part: Kind<Part> = {
	noun: "part",
	weight: 60,
	idOf: ({ id }) => id,
	knownBy: ({ title }) => title,
	name: ({ title }, _, within) => `${quoted(title)} of ${within}`,
	words: {
		id: "elsewhere",
		title: "its name",
		inCase: wordsInCase,
		by: owedBy,
		sections: [
			{
				weight: 50,
				says: (sections, protocol) =>
					`asks ${sayLabels(
						protocol,
						sections.flatMap(({ asks }) => asks),
					)}`,
				pieces: (sections) =>
					sections.flatMap((section) => section.asks.map((id) => [{ ...section, asks: [id] }])),
				told: "each",
				inOrder: true,
			},
			{
				...askedIf,
				says: (sections, protocol) =>
					askedIf.says(Object.assign({}, ...sections.map((section) => section.askedIf)), protocol),
				pieces: (sections) =>
					sections.flatMap((section) =>
						Object.entries(section.askedIf).map(([id, condition]) => [
							{ ...section, asks: [id], askedIf: { [id]: condition } },
						]),
					),
			},
			whole(6, (sections) => `in sections ${sayList(sections.map(({ title }) => quoted(title)))}`),
		],
	},
};

export const form: Kind<Form> = {
	noun: "form",
	weight: 60,
	...byItsTitle,
	words: {
		id: "elsewhere",
		title: "its name",
		inCase: wordsInCase,
		parts: inside(
			part,
			(parts) => parts,
			(parts) => `in parts ${sayList(parts.map(({ title }) => quoted(title)))}`,
		),
	},
};

/** Themes, the options of a choice: words that have a name in the file. */
type Named = { id: string; words: string };
const namedIn = (texts: Record<string, string> | undefined): Named[] =>
	Object.entries(texts ?? {}).map(([id, words]) => ({ id, words }));

const theme: Kind<Named> = {
	noun: "theme",
	weight: 30,
	idOf: ({ id }) => id,
	knownBy: ({ words }) => words,
	name: ({ words }) => quoted(words),
	words: { id: "elsewhere", words: "its name" },
};

export const themes = inside(theme, namedIn);

const option: Kind<Named> = {
	...theme,
	noun: "option",
	weight: 45,
	name: ({ words }, _, within) => `${quoted(words)} at ${within}`,
};

/** What is asked in every row of a list. */
type NamedCell = { id: string } & Cell;
const cellsIn = (cells: Record<string, Cell> | undefined): NamedCell[] =>
	Object.entries(cells ?? {}).map(([id, cell]) => ({ id, ...cell }));

const fact: Kind<EveryWord<NamedCell> & Pick<NamedCell, "id" | "label" | "type">> = {
	noun: "fact",
	weight: 45,
	idOf: ({ id }) => id,
	knownBy: ({ label }) => label,
	name: ({ label }, _, within) => `${quoted(label)} at ${within}`,
	words: {
		id: "elsewhere",
		label: "its name",
		type: whole(45, (type) => `answered as ${quoted(type)}`),
		hint: text("with the hint"),
		optional: flag(45, said`may be left blank`),
		options: inside(option, namedIn),
	},
};
const column = { ...fact, noun: "column", order: 5 };

const sayAsked = (cells: Record<string, Cell>): string =>
	sayList(Object.values(cells).map(({ label }) => quoted(label)));

/** "the day is to be expected from the day it was raised until 20 working days ahead" */
const sayPlausible = ({ back, ahead }: PlausibleDays): string =>
	`is asked about once more where the day is ${[
		back &&
			`before ${back === "raised" ? "it was raised" : back === "today" ? "today" : `${sayWithin(back)} ago`}`,
		ahead && `after ${ahead === "today" ? "today" : `${sayWithin(ahead)} ahead`}`,
	]
		.filter(Boolean)
		.join(" or ")}`;

/** A field of whatever type. */
type AnyField = EveryWord<Field> & Pick<Field, "id" | "label" | "type">;

export const field: Kind<AnyField> = {
	noun: "question",
	// One that is new or gone is told where it is asked.
	idOf: ({ id }) => id,
	knownBy: ({ label, type }) => `${type} ${label}`,
	name: ({ label }) => quoted(label),
	words: {
		id: "elsewhere",
		type: whole(50, (type) => `answered as ${quoted(type)}`),
		label: "its name",
		"read-as": text("read by others as"),
		hint: text("with the hint"),
		optional: flag(50, said`may be left blank`),
		from: whole(20, (id, protocol) => `begins with the answer to ${sayLabels(protocol, [id])}`),
		of: whole(45, (party, protocol) => `names ${sayPartyNamed(protocol, party)}`),
		options: inside(option, namedIn),
		"whose-decision": flag(95, said`names whose decision is challenged`),
		"ring-first": each<string>(
			95,
			(options) =>
				`shows whom to ring before anything else after ${sayAny(options.map((id) => quoted(sayName(id))))}`,
		),
		"not-safe": each<string>(
			95,
			(options, { words }) =>
				`says that the ${words.child} is not safe with ${sayAny(options.map((id) => quoted(sayName(id))))}`,
		),
		"at-most": whole(45, (most) => `holds ${sayNumber(most)} characters at the most`),
		plausible: whole(40, sayPlausible),
		facts: inside(fact, cellsIn, (facts) => `asks about each ${sayAsked(facts)}`),
		row: whole(6, (row) => `calls a row ${quoted(row)}`),
		columns: inside(column, cellsIn, (columns) => `asks in each row ${sayAsked(columns)}`),
		rows: whole(45, sayRows),
		complete: flag(45, said`asks for full details`),
		unborn: flag(45, said`may be about an unborn child`),
		ahead: flag(45, said`may lie ahead`),
		"history-of": whole(
			20,
			(stage, protocol) => `begins with the record of ${stageTitle(protocol, stage)}`,
		),
	},
};

/** "has 2 rows or more", "has 2 to 10 rows" */
function sayRows({ "at-least": least, "at-most": most }: NonNullable<AnyField["rows"]>) {
	if (least !== undefined && most !== undefined)
		return least === most ? `has ${least} ${rowsIn(least)}` : `has ${least} to ${most} rows`;
	if (least !== undefined) return `has ${least} ${rowsIn(least)} or more`;
	return most === undefined ? undefined : `has ${most} ${rowsIn(most)} or fewer`;
}

const rowsIn = (count: number): string => (count === 1 ? "row" : "rows");

export const letter: Kind<Letter> = {
	noun: "letter",
	weight: 50,
	...byItsTitle,
	words: {
		id: "elsewhere",
		title: "its name",
		inCase: wordsInCase,
		to: text("addressed to"),
		text: text("with the text"),
	},
};

/** Sectors as people name them. */
export const sectorNames: Record<Sector, string> = {
	"social-care": "Social care",
	police: "Police",
	health: "Health",
	education: "Education",
	"early-years": "Early years",
	probation: "Probation",
	housing: "Housing",
	voluntary: "Voluntary, community and faith",
	partnership: "Partnership",
	other: "Other",
};

/** Who is of a level of the protocol's own, to stand after "is" and the like. */
export const level: Kind<OwnLevel> = {
	noun: "level",
	weight: 80,
	order: 80,
	idOf: ({ id }) => id,
	knownBy: ({ is, posts }) => `${is} ${posts.join(" ")}`,
	name: ({ called }) => `the level ${quoted(called)}`,
	words: {
		id: "elsewhere",
		called: "elsewhere",
		is: whole(80, (is) => `whoever the directory has as ${withArticle(nameInWords(is))}`),
		posts: each(80, (posts) => `whoever holds the post of ${sayAny(posts.map(nameInWords))}`),
	},
};

export const role: Kind<EveryWord<Role> & Pick<Role, "id" | "called">> = {
	noun: "role",
	weight: 60,
	idOf: ({ id }) => id,
	knownBy: ({ called }) => called,
	name: ({ called }) => `the ${called}`,
	words: {
		id: "elsewhere",
		called: "its name",
		in: (Object.keys(sectorNames) as Sector[]).map(
			(sector): Row<Role["in"]> =>
				whole(40, (names) =>
					names[sector] ? `${names[sector]} in ${sectorNames[sector].toLowerCase()}` : undefined,
				),
		),
		level: whole(80, ({ name }, { levels }) => {
			const own = levels.find(({ id }) => id === name);
			return `of the level ${quoted(own?.called ?? nameInWords(name))}`;
		}),
		office: whole(80, (office) => `the office ${quoted(nameInWords(office))}`),
		givenBy: whole(
			70,
			(giver, { roles }) =>
				`each of whom reads only what the ${roles[giver]?.called ?? giver} gives them or names them in`,
		),
		post: whole(60, (post) => `only with the post ${quoted(nameInWords(post))}`),
		proxy: flag(60, said`answered for by the proxy agency of one that has nobody for it`),
	},
};
