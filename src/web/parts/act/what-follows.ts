/**
 * What happens as soon as an act is done in one way, said before it is done: where it goes, who is told what, and by when
 * they must answer. What is said afterwards, to whoever did it, is domain/difference/told/say-to-doer.ts.
 */

import type { OpenedDifference } from "../../../actions/open-difference.ts";
import type { Limit } from "../../../domain/calendar/limit.ts";
import { saidHolidays } from "../../../domain/calendar/say-holidays.ts";
import { leadsOn } from "../../../domain/difference/consequences/leads-on.ts";
import { hearsFirst } from "../../../domain/difference/consequences/sending.ts";
import { clockOf, isNotSafe, knownOf } from "../../../domain/difference/difference.ts";
import {
	type Names,
	sayRole,
	saySide,
	sayTarget,
	withAgencyNames,
} from "../../../domain/difference/told/words.ts";
import { withOwers } from "../../../domain/difference/who/duties.ts";
import { stepsThatLet } from "../../../domain/difference/who/may-act.ts";
import { keptToAny } from "../../../domain/difference/who/may-read.ts";
import { sayAny, sayList, startingLarge } from "../../../domain/english.ts";
import { acknowledgementOf } from "../../../domain/protocol/acknowledgement.ts";
import { type Condition, holds } from "../../../domain/protocol/condition.ts";
import {
	type Copy,
	everyInvolved,
	fieldOf,
	isAside,
	type KeptTo,
	type Outcome,
	type Party,
	type Protocol,
	readAs,
	type Sends,
	type Side,
	type Step,
	type StepId,
	saysAbout,
	slotOf,
	stepOf,
	type Target,
	takesThePlaceOfWhatIsOwed,
} from "../../../domain/protocol/protocol.ts";
import { sayCondition, sayWording } from "../../../domain/protocol/told/protocol-in-words.ts";
import { type DateThen, datesThen } from "../../../domain/story/what-if.ts";
import { sayLength } from "../../../language/length.ts";
import { sayDue } from "../../kit/dates.ts";
import { say } from "../../kit/say.tsx";
import type { AskedAct, StepOrMove } from "./asked-act.ts";

/** What happens as soon as an act ends in this way, in sentences: where it goes, who is told what, by when they must answer. */
export function whatFollows(
	{ opened, act }: Pick<AskedAct, "opened" | "act">,
	outcome: Outcome,
): string[] {
	const { protocol, difference } = opened;
	const from = "step" in act ? act.step : difference;
	const waitsFor = outcome.whenDone.filter((other) =>
		difference.open.some(({ step }) => step === other),
	);
	const targets =
		waitsFor.length > 0
			? [say`it goes on once ${sayTitlesNow(opened, waitsFor)} is done too`]
			: withOwers(protocol, difference, leadsOn(protocol, difference, outcome)).flatMap(
					(target) => sayTargetIn(opened, from, target, outcome) ?? [],
				);
	const sides = sidesNow(opened, act, outcome);
	const { sends } = outcome;
	return [
		...(sends
			? sayTold(
					opened,
					{ ...sends, to: [...new Set(sends.to.flatMap(sides))] },
					keptToOfAct(opened, act),
				)
			: []),
		...outcome.copies
			.flatMap((copy) => sides(copy.to.side).map((side) => ({ ...copy, to: { ...copy.to, side } })))
			.filter(({ to }, index, all) => all.findIndex((each) => isSame(each.to, to)) === index)
			.map((copy) => sayCopied(protocol, opened, copy)),
		...sayAcknowledged(opened, outcome),
		...targets,
		...("move" in act ? dropped(opened, outcome) : []),
		...sayStillNotSafe(opened, outcome),
		...("change" in act ? [] : sayDates(opened, act, outcome)),
	].map((sentence) => `${startingLarge(sentence)}.`);
}

/** What closes it closes nothing for a child who was said not to be safe. */
function sayStillNotSafe({ protocol, difference }: OpenedDifference, outcome: Outcome): string[] {
	const ends = leadsOn(protocol, difference, outcome).some(({ go }) => go === "end");
	const { child } = protocol.words;
	return ends && isNotSafe(difference)
		? [
				say`the ${child} was said not to be safe now, and closing this does not change that: make sure that whoever can protect them knows`,
			]
		: [];
}

/** Where it leads, as the case is; with the case where that is not known before it is done. */
function sayTargetIn(
	opened: OpenedDifference,
	from: Parameters<typeof sayTarget>[2],
	target: Target,
	{ asks }: Outcome,
): string | undefined {
	const { protocol, difference } = opened;
	const says = sayTarget(protocol, opened, from, target);
	const when = target.go === "step" ? protocol.steps[target.step]?.when : undefined;
	if (!when || says === undefined) return says;
	const isKnown = Object.keys(when).every((of) => of in difference.answers && !asks.includes(of));
	if (isKnown) return holds(when, knownOf(difference)) ? says : undefined;
	return `${sayIf(protocol, opened, when)}${says}`;
}

/** What must be done as well, by its titles. */
const sayTitlesNow = (opened: OpenedDifference, steps: StepId[]): string =>
	sayList(
		steps.map(
			(id) => `“${withAgencyNames(opened.protocol, opened, stepOf(opened.protocol, id).title)}”`,
		),
	);

/** Which agency is told that something of its own was taken in hand, and what it is told of it. */
function sayAcknowledged({ protocol, ...names }: OpenedDifference, outcome: Outcome): string[] {
	const what = acknowledgementOf(protocol, outcome);
	return what
		? [
				what.is === "sent-on"
					? say`${saySide(protocol, names, what.to)} is told to whom it was sent and by when the answer is due`
					: say`${saySide(protocol, names, what.to)} is told that it was received, with the timescales`,
			]
		: [];
}

/** Who hears of it besides, and how much of it they may see. */
export function sayCopied(protocol: Protocol, names: Names, { to, sees, when }: Copy): string {
	const who = `${sayIf(protocol, names, when)}${sayRole(protocol, names, to)}`;
	switch (sees) {
		case "notice":
			return say`${who} is told that it happened, and nothing else`;
		case "outcome":
			return say`${who} is told, and can read where it stands and what was chosen`;
		case "all":
			return say`${who} is sent a copy of everything that is sent`;
	}
}

/** What nobody owes any more, when a move takes the place of what is owed. */
const dropped = (opened: OpenedDifference, { leadsTo }: Outcome): string[] => {
	const { protocol, difference } = opened;
	const steps = difference.open.map(({ step }) => stepOf(protocol, step));
	return difference.status.is === "open" && takesThePlaceOfWhatIsOwed(protocol, leadsTo)
		? steps
				.filter((step) => !isAside(step))
				.map((step) => {
					const title = withAgencyNames(protocol, opened, step.title);
					return comesAgain(protocol, step, leadsTo)
						? say`“${title}” waits until then`
						: say`“${title}” is no longer needed`;
				})
		: [];
};

/** Whether it goes back to an earlier step of the same stage, from which it comes to this one again. */
function comesAgain(protocol: Protocol, { id, stage }: Step, leadsTo: Outcome["leadsTo"]): boolean {
	const inOrder = Object.keys(protocol.steps);
	return leadsTo.some(
		(target) =>
			target.go === "step" &&
			stepOf(protocol, target.step).stage === stage &&
			inOrder.indexOf(target.step) < inOrder.indexOf(id),
	);
}

/** "if “Do you agree?” is “No”, "; nothing for what is so always. */
const sayIf = (protocol: Protocol, names: Names, condition: Condition | undefined): string =>
	condition
		? `${say`if ${withAgencyNames(protocol, names, sayCondition(protocol, condition))}`}, `
		: "";

/** Of the agencies involved besides the two those that there are; all of them together where others may be chosen here. */
const sidesNow = (
	{ protocol, difference }: OpenedDifference,
	act: AskedAct["act"],
	outcome: Outcome,
) => {
	const asks = [
		...("step" in act ? act.step.asks : "move" in act ? act.move.asks : []),
		...outcome.asks,
	];
	const mayChoose = protocol.involved?.chosenIn.some((field) => asks.includes(field)) === true;
	return (side: Side): Side[] =>
		slotOf(side) === undefined || (!mayChoose && side in difference.involved)
			? [side]
			: mayChoose
				? [everyInvolved]
				: [];
};

const isSame = (one: Party, other: Party): boolean =>
	one.side === other.side && one.role === other.role;

/** Who of a side reads what follows from an act. */
const keptToOfAct = ({ protocol, difference }: OpenedDifference, act: AskedAct["act"]): KeptTo =>
	"step" in act
		? act.step.keptTo
		: "move" in act
			? keptToAny(stepsThatLet(protocol, difference, act.move))
			: {};

/** Who is sent what: those who always are in one sentence, and each of the others in their own. */
function sayTold(opened: OpenedDifference, { what, to, toIf }: Sends, keptTo: KeptTo): string[] {
	const always = to.filter((side) => !(side in toIf));
	return [
		...(always.length > 0 ? [saySentTo(opened, what, always, keptTo)] : []),
		...Object.entries(toIf)
			.filter(([side]) => to.includes(side))
			.map(
				([side, condition]) =>
					`${sayIf(opened.protocol, opened, condition)}${saySentTo(opened, what, [side], keptTo)}`,
			),
	];
}

function saySentTo(opened: OpenedDifference, what: string[], to: Side[], keptTo: KeptTo): string {
	const { protocol } = opened;
	const sides = sayList(to.map((side) => saySide(protocol, opened, side)));
	const forms = what.flatMap((each) => protocol.forms[each] ?? []);
	const saysWhom =
		forms.length === 0 &&
		(hearsFirst(opened.difference, { what, to }, keptTo) ||
			what.some((each) => saysAbout(protocol, each)));
	const answers = what
		.filter((each) => !Object.hasOwn(protocol.forms, each) && !saysAbout(protocol, each))
		.map((each) => `“${withAgencyNames(protocol, opened, readAs(fieldOf(protocol, each)))}”`);
	const sent = [
		...forms.map(({ title }) => say`the ${title}`),
		...(answers.length > 0
			? [
					answers.length > 1
						? say`the answers to ${sayList(answers)}`
						: say`the answer to ${sayList(answers)}`,
				]
			: []),
	];
	const isOne = to.length <= 1;
	if (saysWhom && sent.length > 0)
		return isOne
			? say`${sides} is told who and what it is about, and sent ${sayList(sent)}`
			: say`${sides} are told who and what it is about, and sent ${sayList(sent)}`;
	if (saysWhom)
		return isOne
			? say`${sides} is told who and what it is about`
			: say`${sides} are told who and what it is about`;
	if (sent.length > 0)
		return isOne ? say`${sides} is sent ${sayList(sent)}` : say`${sides} are sent ${sayList(sent)}`;
	return isOne ? say`${sides} is told` : say`${sides} are told`;
}

/** By when the next things are due if it is done now, and what becomes of the dates that run. */
function sayDates(opened: OpenedDifference, act: StepOrMove, outcome: Outcome): string[] {
	const { protocol, calendar, here, difference } = opened;
	const asked = [...("step" in act ? act.step : act.move).asks, ...outcome.asks];
	const dates = datesThen(
		{ protocol, calendar },
		difference,
		{
			is:
				"step" in act
					? { is: "event", event: `${act.step.id}.${outcome.id}` }
					: { is: "move", move: act.move.id },
			leadsTo: leadsOn(protocol, difference, outcome),
		},
		here.now,
	);
	return [...dates.map((date) => sayDueThen(opened, asked, date)), ...sayMoved(opened, asked)];
}

/** "If you do this now, “Answer in part two” is due by Monday 20 April 2026 (10 working days), with Good Friday not counted" */
function sayDueThen(
	opened: OpenedDifference,
	asked: string[],
	{ clock, due, length }: DateThen,
): string {
	const { protocol, difference } = opened;
	const what = `“${withAgencyNames(protocol, opened, clock.title)}”`;
	const { orSooner, tiers } = "within" in clock.limit ? clock.limit : {};
	const sooner =
		orSooner && asked.includes(orSooner.on) ? say`, or sooner if you set an earlier day above` : "";
	if (tiers && (asked.includes(tiers.choice) || !(tiers.choice in difference.answers)))
		return say`${what} is due within ${sayTiers(protocol, tiers)}${sooner}`;
	const why = length ? ` (${sayLength(length)}${sayWording(clock.wording, protocol)})` : "";
	return say`if you do this now, ${what} is due by ${sayDue(due)}${why}${saidHolidays(due)}${sooner}`;
}

/** Clocks that run already, and whose date hangs on what is asked here. */
const sayMoved = (opened: OpenedDifference, asked: string[]): string[] => {
	const { protocol, difference } = opened;
	return protocol.clocks.flatMap(({ id, title, limit }) => {
		const clock = clockOf(difference, id);
		if (clock?.state !== "running" || !("within" in limit)) return [];
		const what = `“${withAgencyNames(protocol, opened, title)}”`;
		if (limit.orSooner && asked.includes(limit.orSooner.on))
			return [
				say`${what} is then due by the day that you set, if it is before ${sayDue(clock.due)}`,
			];
		return limit.tiers && asked.includes(limit.tiers.choice)
			? [say`${what} is counted again from its start: ${sayTiers(protocol, limit.tiers)}`]
			: [];
	});
};

/** "24 hours (Within a day) or 10 working days (In the usual time)" */
function sayTiers(
	protocol: Protocol,
	{ choice, within }: { choice: string; within: Record<string, Limit> },
): string {
	const field = fieldOf(protocol, choice);
	const options = field.type === "choice" ? field.options : {};
	return sayAny(
		Object.entries(within).map(([option, limit]) => `${sayLength(limit)} (${options[option]})`),
	);
}
