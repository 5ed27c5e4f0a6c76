import { startingLarge } from "../difference/words.ts";
import {
	idIn,
	type Matched,
	match,
	matchStages,
	matchSteps,
	occasionIn,
	partyIn,
	renamesBetween,
	sameIds,
	targetIn,
} from "./compare-ids.ts";
import {
	andList,
	asks,
	changed,
	compareBy,
	copies,
	fieldLabel,
	flag,
	leads,
	list,
	partyKey,
	type Rows,
	type Said,
	sends,
	title,
	type Version,
	value,
	wording,
} from "./compare-rows.ts";
import { sectorNames } from "./guide.ts";
import {
	type Clock,
	type ClockRight,
	type Ending,
	type Field,
	type Form,
	isAgencySide,
	type Letter,
	type Move,
	type MoveOutcome,
	type Outcome,
	type Party,
	type Protocol,
	type Role,
	type Stage,
	type Step,
	sayParty,
	stageTitle,
	type Way,
	waysOf,
} from "./protocol.ts";
import {
	nations,
	sayClock,
	sayLimit,
	sayOccasion,
	sayPanel,
	sayParties,
	sayPlaces,
	sayRaisers,
	saySideOf,
	sayWhile,
	sayWindow,
} from "./protocol-in-words.ts";
import { sayWithin } from "./within.ts";

/** One difference between two versions of a protocol, in words. */
export type Change = {
	/** What it is about: a stage by its title, "Forms", "Roles". */
	area: string;
	/** `wording`: only the words differ, and nothing that anybody does. */
	kind: "added" | "removed" | "changed" | "wording";
	/** How much it matters, from 100 (safety) to 1; wording is below 10. */
	weight: number;
	/** A sentence. */
	says: string;
};

/** Whether nothing but words changed: nobody does anything otherwise than before. */
export const isOnlyWording = (changes: Change[]): boolean =>
	changes.every(({ kind }) => kind === "wording");

/**
 * What changed from one version of a protocol to another.
 *
 * A thing that has another name in the file and its old title is the same thing.
 *
 * @returns by area, the area with the weightiest change first, and in it the weightiest first; wording last.
 *   Nothing for two protocols that differ in no more than their version
 */
export function compareProtocols(before: Protocol, after: Protocol): Change[] {
	const at: Versions = {
		before: { protocol: before, ids: renamesBetween(before, after) },
		after: { protocol: after, ids: sameIds },
	};
	const found: Change[] = [];
	const tell = (area: string, said: Said[]) => {
		for (const each of said) found.push({ area, ...each });
	};
	compareWhole(at, tell);
	compareWays(at, tell);
	compareStages(at, tell);
	compareAside(at, tell, "Beside the stages", before.beside, after.beside);
	compareAside(at, tell, "Afterwards", before.afterwards, after.afterwards);
	compareLongClocks(at, tell);
	compareMoves(at, tell);
	compareEndings(at, tell);
	compareForms(at, tell);
	compareFields(at, tell);
	compareLetters(at, tell);
	compareRoles(at, tell);
	if (
		found.length === 0 &&
		differs({ ...before, version: after.version }, after)
	)
		tell("The file", [
			word(
				"Things stand in another order in the file, and nothing else changed.",
			),
		]);
	return inOrder(found);
}

type Versions = { before: Version; after: Version };
type Tell = (area: string, said: Said[]) => void;

const differs = (a: unknown, b: unknown): boolean =>
	JSON.stringify(a) !== JSON.stringify(b);

const word = (says: string, weight = 1): Said => ({
	kind: "wording",
	weight,
	says,
});

function inOrder(found: Change[]): Change[] {
	const sorted = (changes: Change[]) => {
		const areas = Map.groupBy(changes, ({ area }) => area);
		const weightOf = (area: string) =>
			Math.max(...(areas.get(area) ?? []).map(({ weight }) => weight));
		return [...areas.keys()]
			.map((area) => ({ area, weight: weightOf(area) }))
			.sort((a, b) => b.weight - a.weight)
			.flatMap(({ area }) =>
				(areas.get(area) ?? []).sort((a, b) => b.weight - a.weight),
			);
	};
	return [
		...sorted(found.filter(({ kind }) => kind !== "wording")),
		...sorted(found.filter(({ kind }) => kind === "wording")),
	];
}

/** Things that are new or gone, and those that have another name in the file. */
function comings<T extends { id: string }>(
	{ pairs, added, removed }: Matched<T>,
	weight: number,
	say: { added: (thing: T) => string; removed: (thing: T) => string },
	nameOf: (thing: T) => string,
): Said[] {
	return [
		...added.map(
			(thing): Said => ({ kind: "added", weight, says: say.added(thing) }),
		),
		...removed.map(
			(thing): Said => ({ kind: "removed", weight, says: say.removed(thing) }),
		),
		...pairs
			.filter(([was, now]) => was.id !== now.id)
			.map(([was, now]) =>
				word(
					`${nameOf(now)} is called “${now.id}” in the file; it was called “${was.id}”.`,
					2,
				),
			),
	];
}

const quoted = (text: string) => `“${text}”`;

// ---- The protocol as a whole ----

const asIs = (text: string): string => text;

const protocolRows: Rows<Protocol> = {
	id: value(
		15,
		(_, now, was) =>
			`The protocol is called “${now}” in the file, not “${was}”.`,
		asIs,
	),
	version: "elsewhere",
	title,
	partnership: value(
		30,
		(_, now, was) => `It is ${now}’s, not ${was}’s.`,
		asIs,
	),
	source: wording(() => "what it was written from"),
	about: wording(() => "what it is for"),
	calendar: value(
		90,
		(_, now, was) => `It keeps the bank holidays of ${now}, not of ${was}.`,
		(calendar) => nations[calendar],
	),
	counting: value(
		90,
		(_, now) =>
			now === "deemed"
				? "A start on a day that is not worked now counts as the next working day."
				: "The day of the start is now day 0, whatever kind of day it is.",
		asIs,
	),
	closureDays: value(
		85,
		(_, now) =>
			now === "counted"
				? "Days on which the partnership’s office is closed are now counted as working days."
				: "Days on which the partnership’s office is closed are no longer counted as working days.",
		asIs,
	),
	words: {
		says: (was, now) =>
			(Object.keys(now) as (keyof Protocol["words"])[])
				.filter((key) => was[key] !== now[key])
				.map((key) =>
					word(`It says “${now[key]}” where it said “${was[key]}”.`, 6),
				),
	},
	safety: list(
		100,
		(_, items) => `Whom to ring first now says: ${items}.`,
		(_, items) => `Whom to ring first no longer says: ${items}.`,
		({ if: when, call, name }) => `if ${when}, ${name}, ${call}`,
		(contact) => JSON.stringify(contact),
		(items) => items.join("; "),
	),
	guidance: {
		says: (was, now) => {
			const { pairs, added, removed } = match(
				was,
				now,
				({ title }) => title,
				({ says }) => says,
			);
			return [
				...added.map(({ title, says }) =>
					word(`New guidance, “${title}”: “${says}”.`, 9),
				),
				...removed.map(({ title }) =>
					word(`The guidance “${title}” is gone.`, 9),
				),
				...pairs.flatMap(([a, b]) => [
					...(a.says === b.says
						? []
						: [
								word(
									`The guidance “${b.title}” reads “${b.says}”; it read “${a.says}”.`,
									5,
								),
							]),
					...(a.title === b.title
						? []
						: [
								word(
									`The guidance “${a.title}” is now called “${b.title}”.`,
									5,
								),
							]),
				]),
			];
		},
	},
	notFor: {
		says: (was, now) => {
			const { pairs, added, removed } = match(
				was,
				now,
				({ id }) => id,
				(way) => way.if,
			);
			return [
				...added.map(
					(way): Said => ({
						kind: "added",
						weight: 50,
						says: `It is now also not for this: “${way.if}”. ${way.go}`,
					}),
				),
				...removed.map(
					(way): Said => ({
						kind: "removed",
						weight: 50,
						says: `It no longer says that it is not for this: “${way.if}”.`,
					}),
				),
				...pairs.flatMap(([a, b]) => [
					...(a.go === b.go && a.protocol === b.protocol
						? []
						: [
								changed(
									45,
									`Where to go if “${b.if}” is now “${b.go}”${b.protocol ? ` (protocol ${b.protocol})` : ""}, not “${a.go}”${a.protocol ? ` (protocol ${a.protocol})` : ""}.`,
								),
							]),
					...(a.if === b.if
						? []
						: [
								word(
									`What it is not for reads “${b.if}”; it read “${a.if}”.`,
									7,
								),
							]),
					...(a.id === b.id
						? []
						: [
								word(
									`“${b.if}” is called “${b.id}” in the file; it was called “${a.id}”.`,
									2,
								),
							]),
				]),
			];
		},
	},
	themes: {
		says: (was, now) => named(30, "theme", was, now),
	},
	reminders: {
		says: (was, now) =>
			(
				[
					["before", "before a date"],
					["lateEvery", "while something is late, every"],
					["noClockEvery", "of what has no date, every"],
				] as const
			)
				.filter(([key]) => differs(was[key], now[key]))
				.map(([key, when]) =>
					changed(
						35,
						key === "before"
							? `People are reminded ${sayWithin(now[key])} ${when}, not ${sayWithin(was[key])}.`
							: `People are reminded ${when} ${sayWithin(now[key])}, not ${sayWithin(was[key])}.`,
					),
				),
	},
	clockRights: {
		key: (rights, version) =>
			Object.entries(rights).map(([what, right]) => [
				what,
				right && keyOfRight(right, version),
			]),
		says: (was, now, { before, after }) =>
			(
				[
					["extend", "give more time"],
					["pause", "let the time stand still"],
					["bringForward", "ask for a sooner date"],
				] as const
			)
				.filter(([key]) =>
					differs(
						was[key] && keyOfRight(was[key], before),
						now[key] && keyOfRight(now[key], after),
					),
				)
				.map(([key, doing]) => {
					const say = (right: ClockRight | undefined, of: Protocol) =>
						right ? sayRightShort(of, right) : "nobody";
					return changed(
						60,
						`Who may ${doing}: ${say(now[key], after.protocol)}; before, ${say(was[key], before.protocol)}.`,
					);
				}),
	},
	report: {
		key: (report, { ids }) =>
			report && {
				...report,
				dimensions: report.dimensions.map((id) => idIn(ids, "field", id)),
			},
		says: (was, now, { before, after }) => {
			const say = (report: Protocol["report"], protocol: Protocol): string =>
				report
					? `every ${report.every} to the ${report.to}${report.dimensions.length > 0 ? `, by ${andList(report.dimensions.map((id) => fieldLabel(id, protocol)))}` : ""}`
					: "not at all";
			return [
				changed(
					30,
					`It is reported on ${say(now, after.protocol)}; before, ${say(was, before.protocol)}.`,
				),
			];
		},
	},
	roles: "elsewhere",
	fields: "elsewhere",
	forms: "elsewhere",
	letters: "elsewhere",
	raise: "elsewhere",
	stages: "elsewhere",
	beside: "elsewhere",
	afterwards: "elsewhere",
	moves: "elsewhere",
	endings: "elsewhere",
	clocks: "elsewhere",
	steps: "elsewhere",
};

const keyOfRight = (right: ClockRight, { ids }: Version) => ({
	...right,
	by: right.by.map((party) => partyIn(ids, party)),
});

const sayRightShort = (
	protocol: Protocol,
	{ by, atMost, times }: ClockRight,
): string =>
	`${sayParties(protocol, by)}${atMost ? `, at most ${sayWithin(atMost)} in all` : ""}${times ? `, ${times} times at most` : ""}`;

/** Texts that have names: themes, options. */
function named(
	weight: number,
	what: string,
	was: Record<string, string>,
	now: Record<string, string>,
	of = "",
): Said[] {
	const { pairs, added, removed } = match(
		Object.entries(was),
		Object.entries(now),
		([id]) => id,
		([, text]) => text,
	);
	return [
		...added.map(
			([, text]): Said => ({
				kind: "added",
				weight,
				says: `New ${what}${of}: “${text}”.`,
			}),
		),
		...removed.map(
			([, text]): Said => ({
				kind: "removed",
				weight,
				says: `The ${what} “${text}”${of} is gone.`,
			}),
		),
		...pairs.flatMap(([[id, a], [other, b]]) => [
			...(a === b
				? []
				: [word(`The ${what} “${a}”${of} now reads “${b}”.`, 7)]),
			...(id === other
				? []
				: [
						word(
							`The ${what} “${b}”${of} is called “${other}” in the file; it was called “${id}”.`,
							2,
						),
					]),
		]),
	];
}

const areas: Partial<Record<keyof Protocol, string>> = {
	safety: "Whom to ring first",
	notFor: "What it is not for",
	themes: "Themes",
	calendar: "How time is counted",
	counting: "How time is counted",
	closureDays: "How time is counted",
	clockRights: "How time is counted",
	reminders: "Reminders and reports",
	report: "Reminders and reports",
};

function compareWhole(at: Versions, tell: Tell): void {
	for (const key of Object.keys(protocolRows) as (keyof Protocol)[])
		tell(
			areas[key] ?? "The protocol as a whole",
			compareBy<Partial<Protocol>>(
				{ [key]: protocolRows[key] } as Rows<Partial<Protocol>>,
				at.before.protocol,
				at.after.protocol,
				{ ...at, name: "the protocol" },
			),
		);
}

// ---- How it begins ----

const wayRows: Rows<Way> = {
	id: "elsewhere",
	title: wording((name) => `the name of ${name}`),
	says: wording((name) => `the guidance for ${name}`),
	by: list(
		70,
		(name, items) =>
			`${startingLarge(name)} may now also be begun by ${items}.`,
		(name, items) =>
			`${startingLarge(name)} may no longer be begun by ${items}.`,
		(role, protocol) =>
			`${protocol.words.raising}’s ${protocol.roles[role]?.called ?? role}`,
		(role, { ids }) => idIn(ids, "role", role),
	),
	asks: {
		...asks(),
		says: (was, now, at) =>
			asks().says(was, now, { ...at, name: startingLarge(at.name) }),
	},
	start: {
		key: (start, { ids }) => targetIn(ids, start),
		says: (was, now, { before, after, name }) => [
			changed(
				85,
				`${startingLarge(name)} now begins at ${sayPlaces(after.protocol, [now])}, not at ${sayPlaces(before.protocol, [was])}.`,
			),
		],
	},
	window: {
		key: (window, { ids }) =>
			window && {
				...window,
				from: idIn(ids, "field", window.from),
				because: window.because && idIn(ids, "field", window.because),
			},
		says: (_, __, { before, after, name }) => {
			const say = (protocol: Protocol) => {
				const way = waysOf(protocol).find(
					(each) => nameOfWay(each, protocol) === name,
				);
				return (way && sayWindow(protocol, way)) ?? "at any time.";
			};
			return [
				changed(
					80,
					`By when ${name} must be begun has changed. Now: ${say(after.protocol)} Before: ${say(before.protocol)}`,
				),
			];
		},
	},
};

const nameOfWay = (way: Way, protocol: Protocol): string =>
	way.id === undefined
		? `raising a ${protocol.words.difference}`
		: `“${way.title}”`;

function compareWays(at: Versions, tell: Tell): void {
	const ways = (protocol: Protocol) =>
		waysOf(protocol).map((way) => ({ ...way, id: way.id ?? "" }));
	const matched = match(
		ways(at.before.protocol),
		ways(at.after.protocol),
		({ id }) => id,
		(way) => way.title ?? "",
	);
	const area = "How it begins";
	tell(
		area,
		comings(
			matched,
			75,
			{
				added: (way) =>
					`New way to begin: “${way.title}” (${sayRaisers(at.after.protocol, way)}).`,
				removed: (way) => `The way to begin “${way.title}” is gone.`,
			},
			({ title }) => quoted(title ?? ""),
		),
	);
	for (const [was, now] of matched.pairs)
		tell(
			area,
			compareBy(wayRows, was, now, {
				...at,
				name:
					now.id === ""
						? `raising a ${at.after.protocol.words.difference}`
						: `“${now.title}”`,
			}),
		);
}

// ---- Stages and steps ----

const stageRows: Rows<Stage> = {
	id: "elsewhere",
	number: value(
		40,
		(name, now, was) => `${name} now has ${now}; it had ${was}.`,
		(number) => `number ${number}`,
		undefined,
		"no number",
	),
	title,
	says: wording((name) => `the text of ${name}`),
	kind: value(
		30,
		(name, now, was) => `${name} is now of the kind “${now}”, not “${was}”.`,
		asIs,
		undefined,
		"none",
	),
	track: value(
		70,
		(name, now, was) => `${name} now belongs to ${now}, not to ${was}.`,
		(track) => `the track “${track}”`,
		undefined,
		"the ordinary track",
	),
	discretionary: flag(
		65,
		(name) => `${name} may now be left out.`,
		(name) => `${name} may no longer be left out.`,
	),
	formsForbidden: "elsewhere",
	forms: value(
		65,
		(name, now, was) => `Forms at ${name} are now ${now}; they were ${was}.`,
		asIs,
	),
	each: list(
		75,
		(name, items) => `${name} is now gone through with ${items} too.`,
		(name, items) => `${name} is no longer gone through with ${items}.`,
		(role, protocol) => `the ${protocol.roles[role]?.called ?? role}`,
		(role, { ids }) => idIn(ids, "role", role),
	),
	steps: "elsewhere",
};

function compareStages(at: Versions, tell: Tell): void {
	const { before, after } = at;
	const matched = matchStages(before.protocol, after.protocol);
	const titleBefore = (id: string) => stageTitle(before.protocol, id);
	const titleAfter = (id: string) => stageTitle(after.protocol, id);
	for (const stage of matched.added)
		tell(titleAfter(stage.id), [
			{
				kind: "added",
				weight: 92,
				says: `New: ${titleAfter(stage.id)}, with ${andList(stage.steps.map(({ title }) => quoted(title)))}.`,
			},
		]);
	for (const stage of matched.removed)
		tell(titleBefore(stage.id), [
			{
				kind: "removed",
				weight: 92,
				says: `${titleBefore(stage.id)} is gone, with ${andList(stage.steps.map(({ title }) => quoted(title)))}.`,
			},
		]);
	const order = (stages: Stage[], version: Version) =>
		stages.map(({ id }) => idIn(version.ids, "stage", id));
	const kept = new Set(matched.pairs.map(([, now]) => now.id));
	const [was, now] = [
		order(before.protocol.stages, before).filter((id) => kept.has(id)),
		order(after.protocol.stages, after).filter((id) => kept.has(id)),
	];
	if (differs(was, now))
		tell("The protocol as a whole", [
			changed(
				60,
				`The stages now stand in this order: ${now.map(titleAfter).join("; ")}.`,
			),
		]);
	for (const [stageWas, stageNow] of matched.pairs) {
		const area = titleAfter(stageNow.id);
		tell(
			area,
			comings(
				{ pairs: [[stageWas, stageNow]], added: [], removed: [] },
				0,
				{ added: () => "", removed: () => "" },
				() => area,
			),
		);
		tell(area, compareBy(stageRows, stageWas, stageNow, { ...at, name: area }));
		compareSteps(
			at,
			(said) => tell(area, said),
			stageWas.steps,
			stageNow.steps,
		);
		const [first, firstNow] = [stageWas.steps[0], stageNow.steps[0]];
		if (first && firstNow && idIn(before.ids, "step", first.id) !== firstNow.id)
			tell(area, [
				changed(
					80,
					`${area} now begins with “${firstNow.title}”, not with “${first.title}”.`,
				),
			]);
	}
}

function compareAside(
	at: Versions,
	tell: Tell,
	area: string,
	was: Step[],
	now: Step[],
): void {
	compareSteps(at, (said) => tell(area, said), was, now);
}

/** What a step asks besides the part of the form that it fills in, which is told with the form. */
function ownAsks(step: Step, protocol: Protocol): string[] {
	const part = protocol.forms[step.form?.form ?? ""]?.parts.find(
		({ id }) => id === step.form?.part,
	);
	const inForm = new Set(part?.sections.flatMap(({ asks }) => asks));
	return step.asks.filter(
		(id) => !inForm.has(id) && !id.startsWith("consulted-"),
	);
}

const partyOf = (party: Party, protocol: Protocol): string =>
	sayParty(protocol, party);

const stepRows: Rows<Step> = {
	id: "elsewhere",
	name: "elsewhere",
	writtenAs: "elsewhere",
	stage: "elsewhere",
	kind: value(
		60,
		(name, now, was) => `${name} is now a ${now}, not a ${was}.`,
		(kind) => kind,
	),
	title,
	says: wording((name) => `the guidance for ${name}`),
	by: value(
		85,
		(name, now, was) => `${name} is now for ${now}, not for ${was}.`,
		partyOf,
		partyKey,
	),
	with: value(
		60,
		(name, now, was) => `${name} is now done with ${now}, not with ${was}.`,
		partyOf,
		partyKey,
	),
	to: value(
		55,
		(name, now, was) => `${name} now goes to ${now}, not to ${was}.`,
		asIs,
	),
	namedIn: value(
		55,
		(name, now, was) => `${name} is now for ${now}, not for ${was}.`,
		(field, protocol) =>
			field === "raised-by"
				? "whoever raised it"
				: `the person named in ${fieldLabel(field, protocol)}`,
		(field, { ids }) => field && idIn(ids, "field", field),
		"no named person",
	),
	notBy: {
		key: (notBy, { ids }) =>
			typeof notBy === "string"
				? notBy
				: notBy.map((id) => idIn(ids, "step", id)).sort(),
		says: (was, now, { before, after, name }) => {
			const say = (notBy: Step["notBy"], protocol: Protocol) =>
				notBy === "everyone-before"
					? "anybody who had a part before"
					: notBy.length === 0
						? "nobody in particular"
						: `whoever did ${andList(notBy.map((id) => quoted(protocol.steps[id]?.title ?? id)))}`;
			return [
				changed(
					60,
					`${name} may not be done by ${say(now, after.protocol)}; before, by ${say(was, before.protocol)}.`,
				),
			];
		},
	},
	of: value(
		60,
		(name, now, was) => `${name} now signs ${now}, not ${was}.`,
		(id, protocol) => quoted(protocol.steps[id]?.title ?? id),
		(id, { ids }) => id && idIn(ids, "step", id),
		"nothing",
	),
	form: value(
		60,
		(name, now, was) => `${name} now fills in ${now}, not ${was}.`,
		({ form, part }, protocol) => sayPart(protocol, form, part),
		(form, { ids }) => form && { ...form, form: idIn(ids, "form", form.form) },
		"no form",
	),
	letter: value(
		55,
		(name, now, was) => `${name} now writes ${now}, not ${was}.`,
		(id, protocol) => quoted(protocol.letters[id]?.title ?? id),
		(id, { ids }) => id && idIn(ids, "letter", id),
		"no letter",
	),
	consults: list(
		60,
		(name, items) => `Before ${name}, ${items} must now be consulted.`,
		(name, items) => `Before ${name}, ${items} need no longer be consulted.`,
		partyOf,
		(party, { ids }) => partyIn(ids, party),
	),
	attends: list(
		60,
		(name, items) => `At ${name}, ${items} must now attend.`,
		(name, items) => `At ${name}, ${items} need no longer attend.`,
		partyOf,
		(party, { ids }) => partyIn(ids, party),
	),
	chair: value(
		60,
		(name, now, was) => `${name} is now chaired by ${now}, not by ${was}.`,
		partyOf,
		partyKey,
	),
	panel: value(
		70,
		(name, now, was) =>
			`Who decides at ${name} has changed. Now: ${now} Before: ${was}`,
		(panel) => sayPanel({ panel }) ?? "",
		undefined,
		"no panel.",
	),
	asks: "elsewhere",
	private: flag(
		60,
		(name) =>
			`What is entered at ${name} is now for its own side alone to read.`,
		(name) => `What is entered at ${name} may now be read by the other sides.`,
	),
	final: flag(
		75,
		(name) => `${name} is now final.`,
		(name) => `${name} is no longer final.`,
	),
	recordOnChildsRecord: flag(
		50,
		(name) => `${name} must now be written on the child’s record.`,
		(name) => `${name} need no longer be written on the child’s record.`,
	),
	outcomes: "elsewhere",
};

const outcomeRows: Rows<Outcome> = {
	id: "elsewhere",
	say: wording((name) => `the choice ${name}`),
	asks: asks(),
	sends: sends(65),
	copies,
	acknowledges: value(
		55,
		(name, now, was) => `${name} now acknowledges it to ${now}, not to ${was}.`,
		(side, protocol) => saySideOf(protocol, side),
	),
	whenDone: list(
		65,
		(name, items) => `${name} now leads on only once ${items} is done too.`,
		(name, items) => `${name} no longer waits for ${items}.`,
		(id, protocol) => quoted(protocol.steps[id]?.title ?? id),
		(id, { ids }) => idIn(ids, "step", id),
	),
	blank: flag(
		50,
		(name) => `With ${name}, what is asked may now be left blank.`,
		(name) => `With ${name}, what is asked must now be answered.`,
	),
	leadsTo: leads(88),
};

const sayPart = (protocol: Protocol, form: string, part: string): string => {
	const found = protocol.forms[form];
	return `“${found?.title ?? form}”, ${found?.parts.find(({ id }) => id === part)?.title ?? part}`;
};

function compareSteps(
	at: Versions,
	tell: (said: Said[]) => void,
	was: Step[],
	now: Step[],
): void {
	const { before, after } = at;
	const clocksBefore = clocksByStep(before.protocol);
	const clocksAfter = clocksByStep(after.protocol);
	const matched = matchSteps(was, now);
	const owes = (step: Step, protocol: Protocol, clock: Clock | undefined) =>
		`“${step.title}” (${sayParty(protocol, step.by)}${clock ? `, ${sayClock(protocol, clock)}` : ""})`;
	tell(
		comings(
			matched,
			90,
			{
				added: (step) =>
					`New step: ${owes(step, after.protocol, clocksAfter.get(step.id))}.`,
				removed: (step) =>
					`The step ${owes(step, before.protocol, clocksBefore.get(step.id))} is gone.`,
			},
			({ title }) => quoted(title),
		).filter(({ weight, says }) => weight > 2 || !says.includes("“undefined”")),
	);
	for (const [stepWas, stepNow] of matched.pairs) {
		const name = quoted(stepNow.title);
		tell(compareBy(stepRows, stepWas, stepNow, { ...at, name }));
		tell(
			compareBy(
				{ asks: asks() },
				{ asks: ownAsks(stepWas, before.protocol) },
				{ asks: ownAsks(stepNow, after.protocol) },
				{ ...at, name },
			),
		);
		tell(compareOutcomes(at, name, stepWas, stepNow));
		tell(
			compareClock(
				at,
				clocksBefore.get(stepWas.id),
				clocksAfter.get(stepNow.id),
				name,
			),
		);
	}
}

const clocksCache = new WeakMap<Protocol, Map<string, Clock>>();
function clocksByStep(protocol: Protocol): Map<string, Clock> {
	const known =
		clocksCache.get(protocol) ??
		new Map(
			protocol.clocks.flatMap((clock) =>
				clock.step ? [[clock.step, clock]] : [],
			),
		);
	clocksCache.set(protocol, known);
	return known;
}

function compareOutcomes(
	at: Versions,
	name: string,
	was: Step,
	now: Step,
): Said[] {
	const matched = match(
		was.outcomes,
		now.outcomes,
		({ id }) => id,
		({ say }) => say,
	);
	return [
		...comings(
			matched,
			80,
			{
				added: ({ say, leadsTo }) =>
					`New choice at ${name}: “${say}”, which leads to ${sayPlaces(at.after.protocol, leadsTo)}.`,
				removed: ({ say }) => `The choice “${say}” at ${name} is gone.`,
			},
			({ say }) => `“${say}” at ${name}`,
		),
		...matched.pairs.flatMap(([a, b]) =>
			compareBy(outcomeRows, a, b, { ...at, name: `“${b.say}” at ${name}` }),
		),
		...(matched.added.length + matched.removed.length === 0 &&
		differs(
			was.outcomes.map(
				({ id }) => at.before.ids.outcome.get(`${was.id}.${id}`) ?? id,
			),
			now.outcomes.map(({ id }) => id),
		)
			? [word(`The choices at ${name} stand in another order.`, 3)]
			: []),
	];
}

// ---- Time ----

/** How a limit in days counts them, apart from its length. */
const settingsOf = (clock: Clock) =>
	"within" in clock.limit && "amount" in clock.limit.within
		? {
				counting:
					"counting" in clock.limit.within
						? clock.limit.within.counting
						: undefined,
				cutOff:
					"cutOff" in clock.limit.within
						? clock.limit.within.cutOff
						: undefined,
				dueTime:
					"dueTime" in clock.limit.within
						? clock.limit.within.dueTime
						: undefined,
			}
		: undefined;

const lengthKey = ({ unit, ...limit }: { unit: string; amount?: number }) => [
	unit,
	limit.amount,
];

const clockRows: Rows<Clock> = {
	id: "elsewhere",
	title: "elsewhere",
	by: "elsewhere",
	step: "elsewhere",
	from: {
		key: (from, { ids }) => from.map((each) => occasionIn(ids, each)).sort(),
		says: (was, now, { before, after, name }) => {
			const say = (from: Clock["from"], protocol: Protocol) =>
				andList(from.map((each) => sayOccasion(protocol, each)));
			return [
				changed(
					92,
					`The time for ${name} now runs from ${say(now, after.protocol)}, not from ${say(was, before.protocol)}.`,
				),
			];
		},
	},
	until: {
		key: (until, { ids }) => until.map((each) => occasionIn(ids, each)).sort(),
		says: (was, now, { before, after, name }) => {
			const say = (until: Clock["until"], protocol: Protocol) =>
				andList(until.map((each) => sayOccasion(protocol, each)));
			return [
				changed(
					92,
					`The time for ${name} now runs until ${say(now, after.protocol)}, not until ${say(was, before.protocol)}.`,
				),
			];
		},
	},
	limit: "elsewhere",
	strength: value(
		75,
		(name, now, was) => `The time for ${name} is now ${now}; it was ${was}.`,
		(strength) =>
			({
				hard: "a hard limit",
				soft: "kept where possible",
				indicative: "only a guide",
			})[strength],
	),
	fixed: flag(
		55,
		(name) => `Nobody may now extend or pause the time for ${name}.`,
		(name) => `The time for ${name} may now be extended or paused.`,
	),
	late: {
		...leads(93),
		says: (was, now, at) =>
			leads(93).says(was, now, { ...at, name: `Silence at ${at.name}` }),
	},
	lateSends: {
		...sends(65),
		says: (was, now, at) =>
			sends(65).says(was, now, { ...at, name: `Silence at ${at.name}` }),
	},
};

function compareClock(
	at: Versions,
	was: Clock | undefined,
	now: Clock | undefined,
	name: string,
): Said[] {
	const { before, after } = at;
	if (!was || !now)
		return [
			...(now
				? [
						{
							kind: "added" as const,
							weight: 95,
							says: `${name} now has a time limit: ${sayParty(after.protocol, now.by)} must do it ${sayClock(after.protocol, now)}.${now.late.length > 0 ? ` Silence leads to ${sayPlaces(after.protocol, now.late)}.` : ""}`,
						},
					]
				: []),
			...(was
				? [
						{
							kind: "removed" as const,
							weight: 95,
							says: `${name} no longer has a time limit; it was due ${sayClock(before.protocol, was)}.`,
						},
					]
				: []),
		];
	return [
		...compareLimit(at, was, now, name),
		...compareSettings(at, was, now, name),
		...compareBy(clockRows, was, now, { ...at, name }),
	];
}

function limitKey(clock: Clock, { ids }: Version): unknown {
	const { limit } = clock;
	if ("on" in limit) return { on: idIn(ids, "field", limit.on) };
	return {
		within: lengthKey(limit.within),
		tiers: limit.tiers && {
			choice: idIn(ids, "field", limit.tiers.choice),
			within: Object.entries(limit.tiers.within).map(([option, each]) => [
				option,
				lengthKey(each),
			]),
		},
		before: limit.before && idIn(ids, "field", limit.before),
		orSooner: limit.orSooner && {
			on: idIn(ids, "field", limit.orSooner.on),
			because: idIn(ids, "field", limit.orSooner.because),
		},
	};
}

/** "Agency B’s senior manager now has 5 working days for “Answer”, not 10 working days." */
function compareLimit(
	{ before, after }: Versions,
	was: Clock,
	now: Clock,
	name: string,
): Said[] {
	if (!differs(limitKey(was, before), limitKey(now, after))) return [];
	const [said, saidBefore] = [
		sayLimit(after.protocol, now.limit),
		sayLimit(before.protocol, was.limit),
	];
	if (said === saidBefore) {
		const on = ({ limit }: Clock, protocol: Protocol) =>
			"on" in limit
				? fieldLabel(limit.on, protocol)
				: limit.orSooner
					? `sooner by ${fieldLabel(limit.orSooner.on, protocol)}, because of ${fieldLabel(limit.orSooner.because, protocol)}`
					: "no sooner date";
		return [
			changed(
				80,
				`The date for ${name} now goes by ${on(now, after.protocol)}, not by ${on(was, before.protocol)}.`,
			),
		];
	}
	const has = (limit: string) => limit.replace(/^within /, "");
	return [
		changed(
			96,
			said.startsWith("within ") && saidBefore.startsWith("within ")
				? `${startingLarge(sayParty(after.protocol, now.by))} now has ${has(said)} for ${name}, not ${has(saidBefore)}.`
				: `${name} is now due ${said}, not ${saidBefore}.`,
		),
	];
}

function compareSettings(
	{ before, after }: Versions,
	was: Clock,
	now: Clock,
	name: string,
): Said[] {
	const [a, b] = [settingsOf(was), settingsOf(now)];
	if (!a || !b) return [];
	const isTheProtocols =
		a.counting === before.protocol.counting &&
		b.counting === after.protocol.counting;
	return [
		...(a.counting === b.counting || isTheProtocols
			? []
			: [
					changed(
						70,
						b.counting === "deemed"
							? `For ${name}, a start on a day that is not worked now counts as the next working day.`
							: `For ${name}, the day of the start is now day 0, whatever kind of day it is.`,
					),
				]),
		...(a.cutOff === b.cutOff
			? []
			: [
					changed(
						70,
						b.cutOff
							? `For ${name}, a start at or after ${b.cutOff} now counts as the next day${a.cutOff ? `, not at or after ${a.cutOff}` : ""}.`
							: `For ${name}, there is no hour any more from which a start counts as the next day.`,
					),
				]),
		...(a.dueTime === b.dueTime
			? []
			: [
					changed(
						70,
						`${name} is now due ${b.dueTime ? `by ${b.dueTime}` : "at the end of the day"}, not ${a.dueTime ? `by ${a.dueTime}` : "at its end"}.`,
					),
				]),
	];
}

function compareLongClocks(at: Versions, tell: Tell): void {
	const long = (protocol: Protocol) =>
		protocol.clocks.filter(({ step }) => step === undefined);
	const matched = match(
		long(at.before.protocol),
		long(at.after.protocol),
		({ id }) => id,
		({ title }) => title,
	);
	const area = "Time limits over several stages";
	for (const clock of matched.added)
		tell(area, compareClock(at, undefined, clock, quoted(clock.title)));
	for (const clock of matched.removed)
		tell(area, compareClock(at, clock, undefined, quoted(clock.title)));
	for (const [was, now] of matched.pairs) {
		const name = quoted(now.title);
		tell(area, [
			...comings(
				{ pairs: [[was, now]], added: [], removed: [] },
				0,
				{ added: () => "", removed: () => "" },
				() => name,
			),
			...compareBy<Pick<Clock, "title" | "by">>(
				{ title, by: stepRows.by },
				was,
				now,
				{ ...at, name },
			),
			...compareClock(at, was, now, name),
		]);
	}
}

// ---- Moves and endings ----

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
		(name) =>
			`${name} now counts as passing over stages, with its reason on the form.`,
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
		says: (was, now, at) =>
			asks().says(withoutConsulted(was), withoutConsulted(now), at),
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

function compareMoves(at: Versions, tell: Tell): void {
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
		comings(
			matched,
			75,
			{
				added: (move) =>
					`New: “${move.title}” (${sayParties(after.protocol, move.by)}), which leads to ${sayPlaces(after.protocol, move.leadsTo)}.`,
				removed: (move) => `“${move.title}” can no longer be done.`,
			},
			({ title }) => quoted(title),
		),
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
			...comings(
				outcomes,
				70,
				{
					added: ({ say, leadsTo }) =>
						`New choice at ${name}: “${say}”, which leads to ${sayPlaces(after.protocol, leadsTo)}.`,
					removed: ({ say }) => `The choice “${say}” at ${name} is gone.`,
				},
				({ say }) => `“${say}” at ${name}`,
			),
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
			`the protocol “${to}” (with ${andList(carries.map((id) => fieldLabel(id, protocol)))})`,
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

function compareEndings(at: Versions, tell: Tell): void {
	const area = "How it can end";
	const matched = match(
		Object.values(at.before.protocol.endings),
		Object.values(at.after.protocol.endings),
		({ id }) => id,
		({ title }) => title,
	);
	tell(
		area,
		comings(
			matched,
			75,
			{
				added: ({ title }) => `New ending: “${title}”.`,
				removed: ({ title }) => `The ending “${title}” is gone.`,
			},
			({ title }) => quoted(title),
		),
	);
	for (const [was, now] of matched.pairs)
		tell(
			area,
			compareBy(endingRows, was, now, { ...at, name: quoted(now.title) }),
		);
}

// ---- What is asked ----

function compareForms(at: Versions, tell: Tell): void {
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
		comings(
			forms,
			60,
			{
				added: ({ title }) => `New form: “${title}”.`,
				removed: ({ title }) => `The form “${title}” is gone.`,
			},
			({ title }) => quoted(title),
		),
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
			comings(
				parts,
				60,
				{
					added: (part) => `New part of “${now.title}”: “${part.title}”.`,
					removed: (part) =>
						`The part “${part.title}” of “${now.title}” is gone.`,
				},
				(part) => `“${part.title}” of “${now.title}”`,
			),
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
				`The sections of ${name} are now ${andList(titles(now).map(quoted))}; they were ${andList(titles(was).map(quoted))}.`,
				6,
			),
		);
	const mapped = was.sections.map(({ asks }) =>
		asks.map((id) => idIn(at.before.ids, "field", id)),
	);
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
type AnyField = Pick<
	Field,
	"id" | "type" | "label" | "hint" | "optional" | "from"
> & {
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
		(name, now, was) =>
			`${name} now begins with the answer to ${now}, not to ${was}.`,
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
		says: (was, now, { name }) =>
			named(45, "choice", was ?? {}, now ?? {}, ` at ${name}`),
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
		(name, now, was) =>
			`${name} now begins with the record of ${now}, not of ${was}.`,
		(stage, protocol) => stageTitle(protocol, stage),
		(stage, { ids }) => stage && idIn(ids, "stage", stage),
		"no stage",
	),
};

function compareFields(at: Versions, tell: Tell): void {
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
			...comings(
				{ pairs: [[was, now]], added: [], removed: [] },
				0,
				{ added: () => "", removed: () => "" },
				({ label }) => quoted(label),
			),
		]);
}

const letterRows: Rows<Letter> = {
	id: "elsewhere",
	title,
	to: wording((name) => `whom ${name} is addressed to`),
	text: wording((name) => `the text of ${name}`),
};

function compareLetters(at: Versions, tell: Tell): void {
	const matched = match(
		Object.values(at.before.protocol.letters),
		Object.values(at.after.protocol.letters),
		({ id }) => id,
		({ title }) => title,
	);
	tell(
		"Letters",
		comings(
			matched,
			50,
			{
				added: ({ title }) => `New letter: “${title}”.`,
				removed: ({ title }) => `The letter “${title}” is gone.`,
			},
			({ title }) => quoted(title),
		),
	);
	for (const [was, now] of matched.pairs)
		tell(
			"Letters",
			compareBy(letterRows, was, now, { ...at, name: quoted(now.title) }),
		);
}

// ---- Roles ----

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
						`In ${sectorNames[sector].toLowerCase()}, ${name} now means ${now[sector] ?? "no other name"}, not ${was[sector] ?? "no other name"}.`,
					),
				),
	},
	post: value(
		60,
		(name, now, was) =>
			`${startingLarge(name)} is now held by ${now}, not by ${was}.`,
		(post) => `whoever has the post “${post}”`,
		undefined,
		"anybody of that level",
	),
	proxy: flag(
		60,
		(name) =>
			`An agency that has nobody as ${name} may now be answered for by its proxy agency.`,
		(name) =>
			`An agency that has nobody as ${name} may no longer be answered for by its proxy agency.`,
	),
	level: value(
		80,
		(name, now, was) =>
			`${startingLarge(name)} is now of the level “${now}”, not “${was}”.`,
		asIs,
		undefined,
		"none",
	),
	office: value(
		80,
		(name, now, was) =>
			`${startingLarge(name)} is now the office “${now}”, not “${was}”.`,
		asIs,
		undefined,
		"none",
	),
};

type RoleOf = { level?: string | undefined; office?: string | undefined };

function compareRoles(at: Versions, tell: Tell): void {
	const matched = match(
		Object.values(at.before.protocol.roles),
		Object.values(at.after.protocol.roles),
		({ id }) => id,
		({ called }) => called,
	);
	tell(
		"Roles",
		comings(
			matched,
			60,
			{
				added: ({ called }) => `New role: the ${called}.`,
				removed: ({ called }) => `The role of the ${called} is gone.`,
			},
			({ called }) => `The ${called}`,
		),
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
