import { sayList } from "../../../english.ts";
import { type Ending, type Move, type MoveOutcome, stageTitle } from "../../protocol.ts";
import { sayParties, sayPlaces, sayWhile } from "../protocol-in-words.ts";
import { idIn, match, partyIn, targetIn } from "./compare-ids.ts";
import {
	asIs,
	asks,
	comings,
	compareBy,
	fieldLabel,
	flag,
	list,
	partyOf,
	quoted,
	type Rows,
	type Tell,
	title,
	type Versions,
	value,
	wording,
} from "./compare-rows.ts";
import { outcomeRows } from "./compare-stages.ts";

const moveRows: Rows<Move> = {
	id: "elsewhere",
	title,
	by: list(
		70,
		(name, items) => `${name} may now also be started by ${items}.`,
		(name, items) => `${name} may no longer be started by ${items}.`,
		partyOf,
		(party, { ids }) => partyIn(ids, party),
	),
	while: list(
		70,
		(name, items) => `${name} may now also be done ${items}.`,
		(name, items) => `${name} may no longer be done ${items}.`,
		(when, protocol) => sayWhile(protocol, when),
		(when, { ids }) =>
			"stage" in when
				? `stage ${idIn(ids, "stage", when.stage)}`
				: "step" in when
					? `step ${idIn(ids, "step", when.step)}`
					: `end ${idIn(ids, "ending", when.ending)}`,
	),
	whenLate: flag(
		65,
		(name) => `${name} may now be done only once the time has passed.`,
		(name) => `${name} may now be done before the time has passed.`,
	),
	once: flag(
		50,
		(name) => `${name} may now be done only once.`,
		(name) => `${name} may now be done more than once.`,
	),
	skips: flag(
		60,
		(name) => `${name} now counts as passing over stages, with its reason on the form.`,
		(name) => `${name} no longer counts as passing over stages.`,
	),
	private: flag(
		55,
		(name) => `${name} may now be read by its own side alone.`,
		(name) => `${name} may now be read by the other sides.`,
	),
	says: wording((name) => `the guidance for ${name}`),
	consults: list(
		60,
		(name, items) => `Before ${name}, ${items} must now be consulted.`,
		(name, items) => `Before ${name}, ${items} need no longer be consulted.`,
		partyOf,
		(party, { ids }) => partyIn(ids, party),
	),
	asks: {
		...asks(),
		key: (fields, { ids }) =>
			withoutConsulted(fields)
				.map((id) => idIn(ids, "field", id))
				.sort(),
		says: (was, now, at) => asks().says(withoutConsulted(was), withoutConsulted(now), at),
	},
	outcomes: "elsewhere",
	leadsTo: "elsewhere",
};

const withoutConsulted = (fields: string[]): string[] =>
	fields.filter((id) => !id.startsWith("consulted-"));

const moveOutcomeRows: Rows<MoveOutcome> = {
	id: "elsewhere",
	say: outcomeRows.say,
	asks: outcomeRows.asks,
	sends: outcomeRows.sends,
	copies: outcomeRows.copies,
	leadsTo: outcomeRows.leadsTo,
};

export function compareMoves(at: Versions, tell: Tell): void {
	const { before, after } = at;
	const area = "What else may be done";
	const matched = match(
		before.protocol.moves,
		after.protocol.moves,
		({ id }) => id,
		({ title }) => title,
	);
	tell(
		area,
		comings(matched, 75, {
			isNew: (move) =>
				`New: “${move.title}” (${sayParties(after.protocol, move.by)}), which leads to ${sayPlaces(after.protocol, move.leadsTo)}.`,
			isGone: (move) => `“${move.title}” can no longer be done.`,
			idOf: ({ id }) => id,
			name: ({ title }) => quoted(title),
		}),
	);
	for (const [was, now] of matched.pairs) {
		const name = quoted(now.title);
		tell(area, compareBy(moveRows, was, now, { ...at, name }));
		const outcomes = match(
			was.outcomes,
			now.outcomes,
			({ id }) => id,
			({ say }) => say,
		);
		const isOne = now.outcomes.length === 1 && was.outcomes.length === 1;
		tell(area, [
			...comings(outcomes, 70, {
				isNew: ({ say, leadsTo }) =>
					`New choice at ${name}: “${say}”, which leads to ${sayPlaces(after.protocol, leadsTo)}.`,
				isGone: ({ say }) => `The choice “${say}” at ${name} is gone.`,
				idOf: ({ id }) => id,
				name: ({ say }) => `“${say}” at ${name}`,
			}),
			...outcomes.pairs.flatMap(([a, b]) =>
				compareBy(
					moveOutcomeRows,
					// The only way on of a move is named by its title, which is told already.
					isOne ? { ...a, say: b.say } : a,
					b,
					{ ...at, name: isOne ? name : `“${b.say}” at ${name}` },
				),
			),
		]);
	}
}

const endingRows: Rows<Ending> = {
	id: "elsewhere",
	title,
	final: flag(
		80,
		(name) => `${name} is now final: there is no appeal.`,
		(name) => `${name} is no longer final.`,
	),
	is: value(
		40,
		(name, now, was) => `${name} now counts as “${now}”, not as “${was}”.`,
		asIs,
		undefined,
		"nothing in particular",
	),
	handsOff: value(
		70,
		(name, now, was) => `${name} now goes on under ${now}, not under ${was}.`,
		({ to, carries }, protocol) =>
			`the protocol “${to}” (with ${sayList(carries.map((id) => fieldLabel(id, protocol)))})`,
		(handsOff, { ids }) =>
			handsOff && {
				to: handsOff.to,
				carries: handsOff.carries.map((id) => idIn(ids, "field", id)),
			},
		"no other protocol",
	),
	opens: value(
		65,
		(name, now, was) => `After ${name}, ${now} is now owed; before, ${was}.`,
		({ from, steps }, protocol) =>
			`${sayPlaces(protocol, steps)} once it came to ${stageTitle(protocol, from)}`,
		(opens, { ids }) =>
			opens && {
				from: idIn(ids, "stage", opens.from),
				steps: opens.steps.map((target) => targetIn(ids, target)),
			},
		"nothing",
	),
};

export function compareEndings(at: Versions, tell: Tell): void {
	const area = "How it can end";
	const matched = match(
		Object.values(at.before.protocol.endings),
		Object.values(at.after.protocol.endings),
		({ id }) => id,
		({ title }) => title,
	);
	tell(
		area,
		comings(matched, 75, {
			isNew: ({ title }) => `New ending: “${title}”.`,
			isGone: ({ title }) => `The ending “${title}” is gone.`,
			idOf: ({ id }) => id,
			name: ({ title }) => quoted(title),
		}),
	);
	for (const [was, now] of matched.pairs)
		tell(area, compareBy(endingRows, was, now, { ...at, name: quoted(now.title) }));
}
