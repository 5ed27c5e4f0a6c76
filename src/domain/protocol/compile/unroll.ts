/**
 * Steps that a file has once and the engine several times: for each case, each party, each agency that may be involved,
 * and each role of a stage that is repeated.
 */
import type { WhenFile } from "../file/condition.ts";
import type { Faults } from "../file/faults.ts";
import type { ProtocolFile, StartsFile } from "../file/file.ts";
import { involvedSide, onlyOutcome, type Together } from "../protocol.ts";

type StageFile = ProtocolFile["stages"][string];
type StepFile = StageFile["steps"][string];

/** How often something is written out: once for each agency that may be involved besides the two. */
export type Slots = { involved: number };

/** A step as the engine is to have it, and the name under which the file has it. */
export type Place = {
	given: Omit<StepFile, "by" | "title"> & { by: string; title: string };
	stage: string;
	name: string;
	writtenAs: string;
	/** The role for which it is repeated. */
	round?: string | undefined;
	/** The protocol under which it is to be begun. */
	handsOver?: string | undefined;
	/** The same step of several parties: its name before it was written out for each, and those names. */
	together?: { name: string; how: Together; names: string[] } | undefined;
	/** In which case it is owed, where the file says so. */
	when?: WhenFile | undefined;
	path: (string | number)[];
};

export type Written = Omit<Place, "given" | "together"> & { given: StepFile };

/** A step of which the case decides who owes it or what it is called, written out for each case. */
export function forCases(place: Written, slots: Slots, faults: Faults): Place[] {
	const { by, title } = place.given;
	const parties = casesOf(by, "party");
	const titles = casesOf(title, "say");
	if (!parties && !titles) return forParties(place, slots);
	if (!parties && partiesOf(by, slots).parties.length > 1)
		faults.add(
			[...place.path, "title"],
			"A step of several parties has one title",
			"Write one title, or let the case decide on the party too",
		);
	const cases = (titles ?? [{ is: title, when: {} }]).flatMap((called) =>
		(parties ?? [{ is: by, when: {} }]).flatMap((owed) => {
			const when = both(called.when, owed.when);
			return when ? [{ by: String(owed.is), title: String(called.is), when }] : [];
		}),
	);
	const names = cases.map(
		({ when }) => `${place.name}-${Object.values(when).flat().join("-") || "always"}`,
	);
	return cases.map(({ when, ...said }, index) => ({
		...place,
		name: names[index] ?? place.name,
		together: { name: place.name, how: "one", names },
		when,
		given: { ...place.given, ...said },
	}));
}

/** What is said for each case; undefined for what is so in every case. */
function casesOf<Word extends string>(
	given: string | (string | ({ when: WhenFile } & Record<Word, string>))[],
	word: Word,
): { is: string; when: WhenFile }[] | undefined {
	if (typeof given === "string") return undefined;
	const cases = given.flatMap((each) =>
		typeof each === "string" ? [] : [{ is: each[word], when: each.when }],
	);
	return cases.length > 0 ? cases : undefined;
}

/** The case in which both are so; undefined where they never are. */
function both(one: WhenFile, other: WhenFile): WhenFile | undefined {
	const when = { ...one };
	for (const [of, options] of Object.entries(other)) {
		const known = when[of];
		const left = known ? options.filter((option) => known.includes(option)) : options;
		if (left.length === 0) return undefined;
		when[of] = left;
	}
	return when;
}

/** A step of several parties, written out for each of them; one of a single party as it is. */
function forParties({ given, ...place }: Written, slots: Slots): Place[] {
	const title = String(given.title);
	const { parties, how } = partiesOf(given.by, slots);
	const [only] = parties;
	if (only !== undefined && parties.length === 1 && !isOfInvolved(only))
		return [{ ...place, given: { ...given, title, by: only } }];
	const together = given["agency-in"] === undefined ? how : "one";
	const suffixes = namesApart(parties);
	const names = suffixes.map((suffix) => `${place.name}-${suffix}`);
	return parties.map((by, index) => {
		const others = names.filter((_, other) => other !== index);
		return {
			...place,
			name: names[index] ?? place.name,
			together: { name: place.name, how: together, names },
			given: {
				...given,
				title,
				by,
				...(together === "all" && {
					outcomes: Object.fromEntries(
						Object.entries(given.outcomes).map(([id, outcome]) => [
							id,
							{ ...outcome, "when-done": [...outcome["when-done"], ...others] },
						]),
					),
				}),
			},
		};
	});
}

/**
 * `either manager` and a list are parties of which one does it; of `both manager` each must, and of `involved manager`
 * that of each agency involved, unless it stands in a list with others.
 */
function partiesOf(by: StepFile["by"], slots: Slots): { parties: string[]; how: "any" | "all" } {
	const given = [by].flat().filter((each) => typeof each === "string");
	const all = given.filter((each) => /^both \S+$/.test(each.trim()));
	return {
		parties: given.flatMap((each) => {
			const [, role] = /^(?:either|both) (\S+)$/.exec(each.trim()) ?? [];
			return role === undefined
				? eachInvolved(each, slots)
				: [`raising ${role}`, `receiving ${role}`];
		}),
		how: all.length > 0 || given.every((each) => everyOneOf.test(each)) ? "all" : "any",
	};
}

const everyOneOf = /^\s*involved(?=\s|$)/;
const isOfInvolved = (party: string): boolean => /^\s*involved-\d+\s/.test(party);

/** A party or a side as the file writes it, once for each agency that may be involved where all of them are meant. */
export const eachInvolved = (said: string, { involved }: Slots): string[] =>
	involved > 0 && everyOneOf.test(said)
		? Array.from({ length: involved }, (_, index) =>
				said.trim().replace(everyOneOf, involvedSide(index + 1)),
			)
		: [said];

/** By what parties are told apart in names: their side, their role, or both. */
function namesApart(parties: string[]): string[] {
	const words = parties.map((party) => party.trim().split(/\s+/));
	const differ = (names: string[]) => new Set(names).size === parties.length;
	const sides = words.map(([side = ""]) => side);
	const roles = words.map((each) => each.at(-1) ?? "");
	return differ(sides) ? sides : differ(roles) ? roles : words.map((each) => each.join("-"));
}

/** A step with its outcomes: one that is written with `then` has one. */
export function withOutcomes(given: StepFile, path: Place["path"], faults: Faults): StepFile {
	const { then: leads, sends, copies } = given;
	if (!leads) {
		if (sends || copies.length > 0)
			faults.add(
				[...path, sends ? "sends" : "copies"],
				"What a step sends stands with the outcome that sends it",
				"Put it into the outcome, or write “then:” instead of “outcomes:”",
			);
		return given;
	}
	if (Object.keys(given.outcomes).length > 0)
		faults.add(
			path,
			"The step has both “then:” and “outcomes:”",
			"Write “then:” for one way on, or “outcomes:” for several",
		);
	return {
		...given,
		outcomes: {
			[onlyOutcome]: {
				say: undefined,
				asks: [],
				sends,
				copies,
				"when-done": [],
				counts: false,
				"still-due": false,
				blank: false,
				// biome-ignore lint/suspicious/noThenProperty: the protocol's word
				then: leads,
			},
		},
	};
}

/**
 * The steps of a stage. One with `each` has every step once for each role: `talk-manager`,
 * `talk-senior-manager`, with that role in its parties and `next` leading to where the turn of the next role begins.
 */
export function stepsOfStage(stage: string, file: StageFile, faults: Faults): Written[] {
	const written = Object.entries(file.steps).map(([name, given]): Written => {
		const path = ["stages", stage, "steps", name];
		return {
			given: withOutcomes(given, path, faults),
			stage,
			name,
			writtenAs: name,
			path,
		};
	});
	if (!file.each) {
		for (const { given, path } of written)
			if (speaksOfTurns(given, Object.hasOwn(file.steps, "next")))
				faults.add(
					path,
					"“each” and “next” are for a stage that is repeated",
					"Add “each:” with the roles to the stage, or name the role or the step",
				);
		return written;
	}
	if (!file["after-last"])
		faults.add(
			["stages", stage],
			`Stage “${stage}” does not say where it leads after the last role`,
			"Add “after-last:” with a stage or an end",
		);
	const names = Object.keys(file.steps);
	const opens = file.opens ?? names.slice(0, 1);
	return file.each.flatMap((role, index) => {
		const next = file.each?.[index + 1];
		const after = next ? opens.map((name) => `${name}-${next}`) : (file["after-last"] ?? []);
		return written.map((place) => ({
			...place,
			name: `${place.name}-${role}`,
			round: role,
			given: forRole(place.given, role, names, after),
		}));
	});
}

function startsOf(given: StartsFile, event: (said: string) => string): StartsFile {
	if (Array.isArray(given)) return given.map(event);
	return "later-of" in given
		? { "later-of": given["later-of"].map(event) }
		: { "earlier-of": given["earlier-of"].map(event) };
}

/** Who owes a step, with each party changed. */
const partyOf = (by: StepFile["by"], change: (said: string) => string): StepFile["by"] => {
	if (typeof by === "string") return change(by);
	const parties = by.flatMap((each) => (typeof each === "string" ? change(each) : []));
	return parties.length > 0
		? parties
		: by.flatMap((each) =>
				typeof each === "string" ? [] : { ...each, party: change(each.party) },
			);
};

/** Whether a step names parties or a place that only a repeated stage has. @param isStep whether `next` is a step of its stage */
const speaksOfTurns = (given: StepFile, isStep: boolean): boolean =>
	JSON.stringify(forRole(given, "each", [], ["next"])) !==
	JSON.stringify(forRole(given, "", [], isStep ? ["next"] : []));

/** A step's words for one role: its parties, and the steps of the same round that it names. */
function forRole(given: StepFile, role: string, names: string[], after: string[]): StepFile {
	const step = (said: string) => (names.includes(said) ? `${said}-${role}` : said);
	const party = (said: string) => said.replace(/ each$/, ` ${role}`);
	const event = (said: string) => {
		const [first = "", ...rest] = said.split(".");
		return rest.length === 1 ? `${step(first)}.${rest[0]}` : said;
	};
	const targets = (said: string[]) =>
		said.flatMap((each) => (each === "next" ? after : [step(each)]));
	const { due, of } = given;
	return {
		...given,
		by: partyOf(given.by, party),
		...(given.with && { with: party(given.with) }),
		...(given.chair && { chair: party(given.chair) }),
		consults: given.consults.map(party),
		attends: given.attends.map(party),
		...(of && { of: step(of) }),
		...(Array.isArray(given["not-by"]) && {
			"not-by": given["not-by"].map(step),
		}),
		...(typeof due === "object" && {
			due: {
				...due,
				...("from" in due && due.from && { from: startsOf(due.from, event) }),
				...(due.late && {
					late: Array.isArray(due.late)
						? targets(due.late)
						: // biome-ignore lint/suspicious/noThenProperty: the protocol's word
							{ ...due.late, then: targets(due.late.then) },
				}),
			},
		}),
		outcomes: Object.fromEntries(
			Object.entries(given.outcomes).map(([id, outcome]) => [
				id,
				{
					...outcome,
					copies: outcome.copies.map((copy) => ({
						...copy,
						to: party(copy.to),
					})),
					"when-done": outcome["when-done"].map(step),
					// biome-ignore lint/suspicious/noThenProperty: the protocol's word
					then: targets(outcome.then),
				},
			]),
		),
	};
}
