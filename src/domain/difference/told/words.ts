import { saidDay, saidMoment } from "../../calendar/day-in-words.ts";
import type { DueDate } from "../../calendar/due-date.ts";
import { startingLarge, startingSmall, withArticle } from "../../english.ts";
import type { Sector } from "../../people/viewer.ts";
import {
	bindingOf,
	isAgencySide,
	isMainSide,
	isOptional,
	type Party,
	type Protocol,
	roleOf,
	type Side,
	type Step,
	type StepId,
	type Strength,
	sayAgencySide,
	stageOf,
	stageTitle,
	stepOf,
	type Target,
} from "../../protocol/protocol.ts";
import { sayOpens } from "../../protocol/told/protocol-in-words.ts";
import { type Said, type SaidTime, type SpokenTo, said, sayTo } from "../../said.ts";
import { isEndOfDay, londonTime } from "../../time.ts";
import { withWhom } from "../difference.ts";
import type { By } from "../events.ts";

/** Names for what a difference holds as identifiers: its people and its two agencies; and how whoever is told of it is spoken to. */
export type Names = SpokenTo & {
	people: ReadonlyMap<
		string,
		{ name: string; jobTitle: string; agencyName: string; sector: Sector }
	>;
	agencies: SideNames;
	/** Who is asked for each open step, by identifier, as far as the reader may know them by name. */
	asked?: ReadonlyMap<string, readonly string[]> | undefined;
};

/** What the two sides are called; null where there is no other agency. Agencies involved besides stand by their sides. */
export type SideNames = {
	raising: string;
	receiving: string | null;
	involved?: Readonly<Record<Side, string>> | undefined;
};

/** What an agency's side is called; undefined where nobody is known by it. */
export const nameOfSide = (agencies: SideNames, side: Side): string | undefined =>
	isMainSide(side) ? (agencies[side] ?? undefined) : agencies.involved?.[side];

/** What sentences call the two sides: agencies by their names, the two sides of one agency as the protocol calls them. */
export const namesOfSides = ({ words }: Protocol, agencies: SideNames): SideNames =>
	agencies.raising === agencies.receiving
		? { ...agencies, raising: words.raising, receiving: words.receiving }
		: agencies;

/** Between whom it is, at the head of a page: the agency alone where there is no other. */
export const sayBetween = ({ raising, receiving }: SideNames, spoken: SpokenTo = {}): string =>
	receiving === null ? raising : sayTo(spoken)`${startingLarge(raising)} and ${receiving}`;

/** What somebody is of who is of an agency that it is between: "one of the two agencies". */
export const sayAnyAgencyOfIt = (difference: Parameters<typeof withWhom>[0]): Said =>
	withWhom(difference) === "another-agency"
		? said`one of the two agencies`
		: said`the agency that raised it`;

/** The other agency in a list, beside the one that raised it. @param names of the agencies themselves */
export const sayOtherAgency = (
	{ raising, receiving }: SideNames,
	spoken: SpokenTo = {},
): string => {
	const say = sayTo(spoken);
	if (receiving === null) return say`No other agency`;
	return receiving === raising ? say`Their own agency` : receiving;
};

/** Whoever did something, as far as the directory knows them, else by the name on the paper. */
export const doerIn = <One extends { name: string }>(
	people: ReadonlyMap<string, One>,
	by: By,
): One | (Partial<One> & { name: string }) | undefined =>
	by.person === null
		? ({ name: by.name } as Partial<One> & { name: string })
		: people.get(by.person);

/** "Amy Okafor of Oakfield Primary School", "Ian Cole of the SSCP Business Unit" */
export function sayDoer(protocol: Protocol, names: Names, by: By): string {
	const person = doerIn(names.people, by);
	const side = isAgencySide(by.side)
		? (person?.agencyName ?? saySide(protocol, names, by.side))
		: saySide(protocol, names, by.side);
	const say = sayTo(names);
	return say`${person?.name ?? say`Somebody`} of ${side}`;
}

/** When something was that may be known by its day alone: "at 10am on Tuesday 3 March 2026", "on Tuesday 3 March 2026". */
export function sayWhenRaised(raisedAt: string, to: SpokenTo = {}): string {
	const say = sayTo(to);
	const at = londonTime(raisedAt);
	return at.hour === 0 && at.minute === 0
		? say`on ${saidDay(at.toPlainDate().toString())}`
		: say`at ${saidMoment(at)}`;
}

/** "Amy Okafor of Oakfield Primary School", for somebody who is only named. */
export function sayPerson(names: Names, id: string): string {
	const person = names.people.get(id);
	const say = sayTo(names);
	return person
		? say`${person.name} of ${person.agencyName}`
		: say`somebody who is not in the directory`;
}

/** An agency by its name; an office of the partnership as the protocol calls it: "the SSCP Business Unit". */
export const saySide = (
	protocol: Protocol,
	names: Pick<Names, "agencies" | "speech">,
	side: Side,
): string =>
	isAgencySide(side)
		? (nameOfSide(names.agencies, side) ?? sayAgencySide(protocol, side))
		: sayTo(names)`the ${roleOf(protocol, { side, role: side }).called}`;

/**
 * Whoever answers in a role, by the word for it in that agency's sector:
 * "a safeguarding lead of Oakfield Primary School", "the SSCP Business Unit".
 */
export function sayRole(protocol: Protocol, names: Names, party: Party): string {
	if (!isAgencySide(party.side)) return saySide(protocol, names, party.side);
	const role = roleOf(protocol, party);
	const agency = saySide(protocol, names, party.side);
	const sector = [...names.people.values()].find(({ agencyName }) => agencyName === agency)?.sector;
	const called = (sector && role.in[sector]) ?? role.called;
	const say = sayTo(names);
	return withArticle(called).startsWith("an ")
		? say`an ${called} of ${agency}`
		: say`a ${called} of ${agency}`;
}

/**
 * Where an outcome leads: "it goes to Stage 2: Informal resolution", "it is closed as “Resolved”"; undefined when it leads nowhere new.
 *
 * @param from the step whose outcome it is, which may lead to itself; of a move, only where the difference stands
 */
export function sayTarget(
	protocol: Protocol,
	names: Names,
	from: { stage: string; id?: StepId },
	target: Target,
): string | undefined {
	const say = sayTo(names);
	switch (target.go) {
		case "stay":
			return undefined;
		case "end":
			return say`it is closed as “${sayEnding(protocol, target.ending)}”`;
		case "stage":
			return say`it goes to ${stageTitle(protocol, target.stage)}`;
		case "step": {
			if (target.step === from.id) return say`it is still to be done`;
			const step = stepOf(protocol, target.step);
			if (step.stage !== from.stage && stageOf(protocol, step.stage))
				return say`it goes to ${stageTitle(protocol, step.stage)}`;
			const who = sayRole(protocol, names, step.by);
			const task = `${sayTask(protocol, names, step)}${withAgencyNames(protocol, names, sayOpens(protocol, target))}`;
			return sayAsked(protocol, names, step, who, task);
		}
	}
}

/** What stands between somebody and what a step asks of them: they are asked to, or they may. */
export const sayOwes = (protocol: Protocol, step: Pick<Step, "id">): "is asked to" | "may" =>
	isOptional(protocol, step.id) ? "may" : "is asked to";

/** That somebody is asked to do what a step asks, or may. @param task what that is, in words */
export function sayAsked(
	protocol: Protocol,
	to: SpokenTo,
	step: Pick<Step, "id">,
	who: string,
	task: string,
): string {
	const say = sayTo(to);
	return isOptional(protocol, step.id) ? say`${who} may ${task}` : say`${who} is asked to ${task}`;
}

/** What a step asks of its doer, after “to”: "sign off part one". A referral is named, not commanded. */
export function sayTask(protocol: Protocol, names: Names, step: Step): string {
	const title = withAgencyNames(protocol, names, step.title);
	return step.kind === "referral" ? sayTo(names)`see to “${title}”` : startingSmall(title);
}

/** What is still to be done once a step is: "put “Talk to the other practitioner” on the child’s record". */
export const sayToRecord = (
	protocol: Protocol,
	names: Pick<Names, "agencies" | "speech">,
	step: Pick<Step, "title">,
): string =>
	sayTo(
		names,
	)`put “${withAgencyNames(protocol, names, step.title)}” on the ${protocol.words.child}’s record`;

/** The protocol’s words with the agencies by their names: "Send the form to Larkhill Health Visiting" for "Send the form to agency B". */
export const withAgencyNames = (
	protocol: Protocol,
	{ agencies }: Pick<Names, "agencies">,
	text: string,
): string =>
	["raising", "receiving", ...Object.keys(agencies.involved ?? {})].reduce(
		(said, side) =>
			wordsFor(protocol, side).reduce((soFar, word) => {
				const name = nameOfSide(agencies, side) ?? word;
				// A sentence may begin with it.
				return soFar.replaceAll(word, name).replaceAll(startingLarge(word), startingLarge(name));
			}, said),
		text,
	);

/** What texts may call a side, in any case: the longest first, which may hold another. */
function wordsFor(protocol: Protocol, side: Side): string[] {
	const { words, english } = protocol;
	// What has no Welsh says it in English.
	const inEnglish = english ? wordsFor(english, side) : [];
	if (!isMainSide(side)) return [...new Set([sayAgencySide(protocol, side), ...inEnglish])];
	const { usual, cases } = words.inCase?.[side] ?? { usual: undefined, cases: [] };
	return [
		...new Set([
			words[side],
			...(usual === undefined ? [] : [usual]),
			...cases.map(({ say }) => say),
			...inEnglish,
		]),
	].sort((a, b) => b.length - a.length);
}

export const sayEnding = (protocol: Protocol, ending: string): string =>
	protocol.endings[ending]?.title ?? "Ended";

/** What stands for a date, as strictly as it is meant: "“Answer” is due by Thursday 9 April 2026", "The target for “Answer” is …". */
export const sayIsDue = (
	strength: Strength,
	what: string,
	due: string | SaidTime,
	to: SpokenTo = {},
): string => {
	const say = sayTo(to);
	switch (bindingOf(strength)) {
		case "limit":
			return say`${what} is due by ${due}`;
		case "target":
			return say`The target for ${what} is ${due}`;
		case "window":
			return say`There is time for ${what} until ${due}`;
	}
};

/** By when, after what somebody is to do: "by Thursday 9 April 2026"; "until …", where they need not. */
export const sayBy = (strength: Strength, due: string | SaidTime, to: SpokenTo = {}): string => {
	const say = sayTo(to);
	switch (bindingOf(strength)) {
		case "limit":
			// In English one word says until when and by whom; other languages have two.
			return to.speech
				? say`no later than ${due}`
				: `by ${typeof due === "string" ? due : due.english}`;
		case "target":
			return say`with a target of ${due}`;
		case "window":
			return say`until ${due}`;
	}
};

/** The last moment that is in time: "Thursday 9 April 2026", with the time of day unless the whole day is left. */
export const sayDue = (due: Pick<DueDate, "due" | "day">): string => saidDue(due).english;

/** The same in a sentence that may be said in another language. */
export function saidDue({ due, day }: Pick<DueDate, "due" | "day">): SaidTime {
	const local = londonTime(due);
	return isEndOfDay(local) ? saidDay(day) : saidMoment(local);
}
