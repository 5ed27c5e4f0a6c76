import { saidMoment } from "../../calendar/day-in-words.ts";
import type { DueDate } from "../../calendar/due-date.ts";
import {
	clockRule,
	fieldOf,
	type Occasion,
	type Protocol,
	readAs,
	type Step,
	stageTitle,
	stepOf,
} from "../../protocol/protocol.ts";
import { sayCounts } from "../../protocol/told/protocol-in-words.ts";
import { sayTo } from "../../said.ts";
import { londonTime } from "../../time.ts";
import { momentOf } from "../consequences/clock-dates.ts";
import { type Difference, type OpenStep, openClocksOf, type RunningClock } from "../difference.ts";
import { hasOwer, withOwers } from "../who/duties.ts";
import { sayDone } from "./say-event.ts";
import {
	type Names,
	sayAsked,
	sayDoer,
	sayPerson,
	sayRole,
	sayTarget,
	sayTask,
	withAgencyNames,
} from "./words.ts";

/** Something that is owed: by whom, by when, and what happens after it. */
export type NextStep = {
	step: Step;
	open: OpenStep;
	/** What they owe, in the protocol’s words with the agencies by their names. */
	owes: string;
	/** "Amy Okafor of Oakfield Primary School", "a senior manager of Larkhill Health Visiting" */
	who: string;
	/** Who else may do it, where one of several does: "a manager of Larkhill Health Visiting". */
	orBy: string[];
	/** Absent while no clock runs on it; of several the one that is due soonest. */
	clock?: RunningClock | undefined;
	/** The other clocks that it is held to. */
	moreClocks: RunningClock[];
	/** Each way it can go on: what its doer says, and where that leads. */
	after: { say: string; leads: string }[];
};

const orBy = (
	protocol: Protocol,
	difference: Difference,
	names: Names,
	{ id, together }: Step,
): string[] =>
	together?.how === "any"
		? together.steps
				.filter((other) => other !== id && hasOwer(difference, stepOf(protocol, other)))
				.map((other) => sayRole(protocol, names, stepOf(protocol, other).by))
		: [];

/** Whose turn it is, as far as the reader may know: what is due soonest first, then what has waited longest. */
export const whatsNext = (protocol: Protocol, difference: Difference, names: Names): NextStep[] =>
	difference.open
		.map((open): NextStep => {
			const step = stepOf(protocol, open.step);
			const [clock, ...moreClocks] = openClocksOf(protocol, difference, open.step);
			return {
				step,
				open,
				owes: withAgencyNames(protocol, names, step.title),
				who: sayWhoOwes(protocol, names, step, open),
				orBy: orBy(protocol, difference, names, step),
				clock,
				moreClocks,
				after: step.outcomes.flatMap(({ say, leadsTo }) =>
					withOwers(protocol, difference, leadsTo).flatMap((target) => {
						const leads = sayTarget(protocol, names, step, target);
						return leads ? [{ say: withAgencyNames(protocol, names, say), leads }] : [];
					}),
				),
			};
		})
		.sort(
			(a, b) =>
				soonest(a).localeCompare(soonest(b)) || a.open.openedAt.localeCompare(b.open.openedAt),
		);

/** What is asked for only from a later day, in the order of the days: when, and who is asked then to do what. */
export const askedLater = (
	protocol: Protocol,
	difference: Difference,
	names: Names,
): { opensAt: string; says: string }[] =>
	difference.awaited
		.toSorted((one, other) => Temporal.Instant.compare(one.opensAt, other.opensAt))
		.map(({ step: id, opensAt }) => {
			const step = stepOf(protocol, id);
			const who =
				step.namedIn === "raised-by" && difference.raisedBy !== null
					? sayPerson(names, difference.raisedBy)
					: sayRole(protocol, names, step.by);
			return {
				opensAt,
				says: sayAsked(protocol, names, step, who, sayTask(protocol, names, step)),
			};
		});

/** Who owes a step: whoever it was given to, else the one person who is asked for it, else the role. */
function sayWhoOwes(protocol: Protocol, names: Names, step: Step, { person }: OpenStep): string {
	if (person) return sayPerson(names, person);
	const [only, ...others] = names.asked?.get(step.id) ?? [];
	return only !== undefined && others.length === 0
		? sayDoer(protocol, names, { person: only, side: step.by.side })
		: sayRole(protocol, names, step.by);
}

const soonest = ({ clock }: NextStep): string => clock?.due.due ?? "9999";

/** What a due date is counted from: what happened, and when it did. */
export function sayStart(
	protocol: Protocol,
	difference: Difference,
	names: Names,
	{ clock, due }: { clock: string; due: DueDate },
): string {
	const rule = clockRule(protocol, clock);
	const local = londonTime(due.start);
	const { from = [], countsFrom = "first" } = rule ?? {};
	const counted =
		countsFrom === "first"
			? from
			: from.filter((occasion) => {
					const at = momentOf(difference, occasion);
					return at && isSameMoment(at.toInstant().toString(), due.start);
				});
	const said = counted.flatMap((occasion) =>
		sayOccasion(protocol, difference, names, occasion, due.start),
	);
	const say = sayTo(names);
	const which =
		countsFrom === "first" ? "" : `, ${sayCounts(countsFrom, from.length)} of ${from.length}`;
	return say`${said[0] ?? say`It started`}${which}, at ${saidMoment(local)}`;
}

/** What happened, where it is that which started the clock at this moment. */
function sayOccasion(
	protocol: Protocol,
	difference: Difference,
	names: Names,
	occasion: Occasion,
	start: string,
): string[] {
	const say = sayTo(names);
	switch (occasion.is) {
		case "event": {
			const [stage, name, outcome] = occasion.event.split(".");
			const step = protocol.steps[`${stage}.${name}`];
			const done = difference.done.find(
				(each) =>
					each.step === step?.id && each.outcome === outcome && isSameMoment(each.at, start),
			);
			if (done) return [sayDone(protocol, names, done)];
			return [
				outcome === "opened"
					? say`“${step?.title ?? occasion.event}” was asked for`
					: say`“${step?.title ?? occasion.event}” was done`,
			];
		}
		case "stage":
			return [say`${stageTitle(protocol, occasion.stage)} began`];
		case "raised":
			return [say`It was raised`];
		case "field":
			return [say`The time that was given: “${readAs(fieldOf(protocol, occasion.field))}”`];
		case "move":
			return [
				say`“${protocol.moves.find(({ id }) => id === occasion.move)?.title ?? occasion.move}” was chosen`,
			];
		case "end":
			return [say`It ended`];
	}
}

const isSameMoment = (one: string, other: string): boolean =>
	Temporal.Instant.compare(one, other) === 0;
