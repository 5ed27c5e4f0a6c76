import { sayMoment } from "../../calendar/day-in-words.ts";
import type { DueDate } from "../../calendar/due-date.ts";
import { sayDay } from "../../calendar/iso-day.ts";
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
import { isEndOfDay, londonTime } from "../../time.ts";
import { withWhom } from "../difference.ts";
import type { By } from "../events.ts";

/** Names for what a difference holds as identifiers: its people and its two agencies. */
export type Names = {
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
export const sayBetween = ({ raising, receiving }: SideNames): string =>
	receiving === null ? raising : `${startingLarge(raising)} and ${receiving}`;

/** What somebody is of who is of an agency that it is between: "one of the two agencies". */
export const sayAnyAgencyOfIt = (difference: Parameters<typeof withWhom>[0]): string =>
	withWhom(difference) === "another-agency"
		? "one of the two agencies"
		: "the agency that raised it";

/** The other agency in a list, beside the one that raised it. @param names of the agencies themselves */
export const sayOtherAgency = ({ raising, receiving }: SideNames): string =>
	receiving === null ? "No other agency" : receiving === raising ? "Their own agency" : receiving;

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
	return `${person?.name ?? "Somebody"} of ${side}`;
}

/** When something was that may be known by its day alone: "at 10am on Tuesday 3 March 2026", "on Tuesday 3 March 2026". */
export function sayWhenRaised(raisedAt: string): string {
	const at = londonTime(raisedAt);
	return at.hour === 0 && at.minute === 0
		? `on ${sayDay(at.toPlainDate().toString())}`
		: `at ${sayMoment(at)}`;
}

/** "Amy Okafor of Oakfield Primary School", for somebody who is only named. */
export function sayPerson(names: Names, id: string): string {
	const person = names.people.get(id);
	return person ? `${person.name} of ${person.agencyName}` : "somebody who is not in the directory";
}

/** An agency by its name; an office of the partnership as the protocol calls it: "the SSCP Business Unit". */
export const saySide = (protocol: Protocol, names: Pick<Names, "agencies">, side: Side): string =>
	isAgencySide(side)
		? (nameOfSide(names.agencies, side) ?? sayAgencySide(protocol, side))
		: `the ${roleOf(protocol, { side, role: side }).called}`;

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
	return `${withArticle(called)} of ${agency}`;
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
	switch (target.go) {
		case "stay":
			return undefined;
		case "end":
			return `it is closed as “${sayEnding(protocol, target.ending)}”`;
		case "stage":
			return `it goes to ${stageTitle(protocol, target.stage)}`;
		case "step": {
			if (target.step === from.id) return "it is still to be done";
			const step = stepOf(protocol, target.step);
			return step.stage !== from.stage && stageOf(protocol, step.stage)
				? `it goes to ${stageTitle(protocol, step.stage)}`
				: `${sayRole(protocol, names, step.by)} ${sayOwes(protocol, step)} ${sayTask(protocol, names, step)}${withAgencyNames(protocol, names, sayOpens(protocol, target))}`;
		}
	}
}

/** What stands between somebody and what a step asks of them: they are asked to, or they may. */
export const sayOwes = (protocol: Protocol, step: Pick<Step, "id">): "is asked to" | "may" =>
	isOptional(protocol, step.id) ? "may" : "is asked to";

/** What a step asks of its doer, after “to”: "sign off part one". A referral is named, not commanded. */
export function sayTask(protocol: Protocol, names: Names, step: Step): string {
	const title = withAgencyNames(protocol, names, step.title);
	return step.kind === "referral" ? `see to “${title}”` : startingSmall(title);
}

/** What is still to be done once a step is: "put “Talk to the other practitioner” on the child’s record". */
export const sayToRecord = (
	protocol: Protocol,
	names: Pick<Names, "agencies">,
	step: Pick<Step, "title">,
): string =>
	`put “${withAgencyNames(protocol, names, step.title)}” on the ${protocol.words.child}’s record`;

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
export const sayIsDue = (strength: Strength, what: string, due: string): string =>
	({
		limit: `${what} is due by ${due}`,
		target: `The target for ${what} is ${due}`,
		window: `There is time for ${what} until ${due}`,
	})[bindingOf(strength)];

/** By when, after what somebody is to do: "by Thursday 9 April 2026"; "until …", where they need not. */
export const sayBy = (strength: Strength, due: string): string =>
	({ limit: `by ${due}`, target: `with a target of ${due}`, window: `until ${due}` })[
		bindingOf(strength)
	];

/** The last moment that is in time: "Thursday 9 April 2026", with the time of day unless the whole day is left. */
export function sayDue({ due, day }: Pick<DueDate, "due" | "day">): string {
	const local = londonTime(due);
	return isEndOfDay(local) ? sayDay(day) : sayMoment(local);
}
