/**
 * When a clock is due, and when something opens: counted from where it began, with the time that it stood still, or as people
 * agreed or set it; and counted again once the calendar, the version or an answer that it goes by is another. Which entries
 * follow from that is in clocks.ts and transition.ts.
 */
import type { Calendar } from "../../calendar/calendar.ts";
import { sayMoment } from "../../calendar/day-in-words.ts";
import { type DueDate, dueDate } from "../../calendar/due-date.ts";
import { sayDay } from "../../calendar/iso-day.ts";
import type { Limit } from "../../calendar/limit.ts";
import { addWorkingDays, workingDaysBetween } from "../../calendar/working-days.ts";
import type { Answer, PromisedAction } from "../../protocol/answers.ts";
import {
	type Clock,
	type ClockLimit,
	type CountsFrom,
	clockRule,
	fieldOf,
	type Occasion,
	type Opens,
	type Protocol,
} from "../../protocol/protocol.ts";
import { londonDay, londonTime, zone } from "../../time.ts";
import { type Difference, isOpenClock, type Pause, type RunningClock } from "../difference.ts";
import type { Rules } from "../rules.ts";

/**
 * When a limit ends that stood still for a while: the time of each pause is added at its end, counted as the
 * limit is counted. A pause that begins and ends on one day adds nothing to days.
 */
export function dueWithPauses(
	start: Temporal.ZonedDateTime,
	limit: Limit,
	pauses: Pause[],
	calendar: Calendar,
): DueDate {
	const base = dueDate(start, limit, calendar);
	return pauses.reduce((due, pause) => addPause(due, limit, pause, calendar), base);
}

/** A due date that is put off by one pause. */
export function addPause(due: DueDate, limit: Limit, pause: Pause, calendar: Calendar): DueDate {
	const [from, until] = [londonTime(pause.from), londonTime(pause.until)];
	const [fromDay, untilDay] = [from, until].map((at) => at.toPlainDate().toString()) as [
		string,
		string,
	];
	if (limit.unit === "hours") {
		const end = londonTime(due.due).add(from.until(until));
		return pausedTo(due, end, fromDay, untilDay);
	}
	const local = londonTime(due.due);
	if (limit.unit === "working-days") {
		// What begins or ends on a day that is not worked does so on the next that is.
		const [first, last] = [fromDay, untilDay].map((day) =>
			addWorkingDays(day, 0, calendar, "deemed"),
		) as [string, string];
		const days = workingDaysBetween(first, last, calendar);
		if (days === 0) return due;
		const more = dueDate(londonTime(due.due), { unit: "working-days", amount: days }, calendar);
		const end = Temporal.PlainDate.from(more.day).toZonedDateTime({
			timeZone: zone,
			plainTime: local.toPlainTime(),
		});
		return {
			...pausedTo(due, end, fromDay, untilDay),
			counted: [...due.counted, ...more.counted],
			skipped: [...due.skipped, ...more.skipped],
			provisional: due.provisional || more.provisional,
		};
	}
	const days = from.toPlainDate().until(until.toPlainDate()).days;
	return days === 0 ? due : pausedTo(due, local.add({ days }), fromDay, untilDay);
}

const pausedTo = (
	due: DueDate,
	end: Temporal.ZonedDateTime,
	from: string,
	until: string,
): DueDate => ({
	...due,
	due: end.toInstant().toString(),
	day: end.toPlainDate().toString(),
	rule: `${due.rule} It stood still from ${sayDay(from)} to ${sayDay(until)}, and that time was added.`,
});

/** A date that a person set stands, whatever the calendar says: only what is counted is counted again. */
const isCounted = ({ changes }: RunningClock): boolean =>
	!changes.some(({ how }) => how === "extended" || how === "brought-forward");

/** How the rule of a date begins that a person set sooner. */
const setSooner = "A sooner date was set, with a reason";

/** A sooner date that a person set before the clock started: it was never counted, and another answer since moves nothing. */
const wasSetSooner = ({ due }: RunningClock): boolean => due.rule.startsWith(setSooner);

/** What the date of a clock is counted from: enough to count it again. Plain JSON, kept beside the clock. */
export type Counted = { start: string; limit: Limit; pauses: Pause[] };

/** What the date of a clock is counted from; undefined where people agreed it or set it. */
export function countedFrom(
	protocol: Protocol,
	difference: Pick<Difference, "answers">,
	clock: RunningClock,
): Counted | undefined {
	const rule = clockRule(protocol, clock.clock);
	if (!rule || !("within" in rule.limit) || !isCounted(clock)) return undefined;
	if (wasSetSooner(clock)) return undefined;
	return {
		start: clock.due.start,
		limit: limitNow(rule.limit, difference),
		pauses: clock.pauses,
	};
}

export const recalculateDates = ({ start, limit, pauses }: Counted, calendar: Calendar): DueDate =>
	dueWithPauses(londonTime(start), limit, pauses, calendar);

/**
 * `recalculateDates` by one calendar, for thousands of dates: what is counted in days from one day, by one limit, is
 * counted once.
 */
export function recalculatesBy(calendar: Calendar): (counted: Counted) => DueDate {
	const known = new Map<string, DueDate>();
	return (counted) => {
		const { start, limit, pauses } = counted;
		if (pauses.length > 0 || !goesByDayAlone(limit)) return recalculateDates(counted, calendar);
		const day = londonDay(start);
		const key = `${day} ${JSON.stringify(limit)}`;
		const before = known.get(key);
		if (before) return { ...before, start };
		const due = recalculateDates(counted, calendar);
		known.set(key, due);
		return due;
	};
}

/** Whether it makes no difference at which time of its day a limit begins. What is due on that day itself may have passed on it. */
export const goesByDayAlone = (limit: Limit): boolean =>
	limit.unit !== "hours" &&
	limit.unit !== "immediately" &&
	limit.amount > 0 &&
	limit.cutOff === undefined &&
	limit.dueTime === undefined;

/** When an open clock is due by the rules as they are now; undefined where a person set its date. */
export function recalculated(
	{ protocol, calendar }: Rules,
	difference: Difference,
	clock: RunningClock,
): DueDate | undefined {
	const counted = countedFrom(protocol, difference, clock);
	return counted && isOpenClock(clock) ? recalculateDates(counted, calendar) : undefined;
}

/** Whether a clock goes by the answer to a field: when it starts, how long it runs, until when, or when it was done. */
export function goesBy({ from, limit, doneAt }: Clock, field: string): boolean {
	const times =
		"on" in limit ? [limit.on] : [limit.before, limit.orSooner?.on, limit.tiers?.choice];
	const starts = from.some((each) => each.is === "field" && each.field === field);
	return starts || times.includes(field) || doneAt === field;
}

/** A date that somebody with the right set: no answer that is put right moves it. */
export const isSetByPerson = (clock: RunningClock): boolean =>
	!isCounted(clock) && !wasSetSooner(clock);

/**
 * When a clock is due once an answer that it goes by was put right, whether or not somebody is still held to it.
 *
 * @param difference with the answer as it is now
 * @param was the answer as it was
 * @returns undefined when it holds no day
 */
export function countedAnew(
	{ protocol, calendar }: Rules,
	difference: Difference,
	running: RunningClock,
	rule: Clock,
	{ field, was }: { field: string; was: Answer | undefined },
): DueDate | undefined {
	const start = startAnew(difference, running, rule, { field, was });
	const { limit } = rule;
	if ("on" in limit) {
		const agreed = agreedIn(protocol, limit.on, difference.answers[limit.on]?.answer);
		return agreed && agreedTime(start, agreed.until, calendar.name, calendar.version, agreed.what);
	}
	const due = dueWithPauses(start, limitNow(limit, difference), running.pauses, calendar);
	return wasSetSooner(running) || limit.orSooner?.on === field
		? soonerOf({ protocol, calendar }, difference, rule, due, londonTime(running.startedAt))
		: due;
}

/** What a clock is counted from once an answer was put right. */
function startAnew(
	difference: Difference,
	{ due }: RunningClock,
	{ from, countsFrom }: Clock,
	{ field, was }: { field: string; was: Answer | undefined },
): Temporal.ZonedDateTime {
	const before = londonTime(due.start);
	if (!from.some((each) => each.is === "field" && each.field === field)) return before;
	const isOf = (moment: Temporal.ZonedDateTime | undefined) =>
		moment !== undefined && Temporal.Instant.compare(moment.toInstant(), due.start) === 0;
	const anew =
		countsFrom === "first"
			? isOf(parseMoment(was))
				? parseMoment(difference.answers[field]?.answer)
				: undefined
			: oneThatCounts(
					from.map((each) => momentOf(difference, each)),
					countsFrom,
				);
	return anew ?? before;
}

/** The length that counts for a difference, by what was chosen in it; negative where it is counted backwards. */
export function limitNow(
	{ within, tiers, before }: Extract<ClockLimit, { within: unknown }>,
	difference: Pick<Difference, "answers">,
): Limit {
	const chosen = tiers && difference.answers[tiers.choice]?.answer;
	const limit = tiers?.within[String(chosen)] ?? within;
	return before === undefined || limit.unit === "immediately"
		? limit
		: { ...limit, amount: -limit.amount };
}

/**
 * When a clock that starts now is due.
 *
 * @param from what it is counted from
 * @param now a sooner date that a person set counts while it has not passed
 * @returns undefined when the day that people agree is not known yet
 */
export function dueOf(
	rules: Rules,
	difference: Pick<Difference, "answers">,
	clock: Clock,
	from: Temporal.ZonedDateTime,
	now: Temporal.ZonedDateTime,
): DueDate | undefined {
	const { calendar } = rules;
	const { limit } = clock;
	if ("within" in limit)
		return soonerOf(
			rules,
			difference,
			clock,
			dueDate(from, limitNow(limit, difference), calendar),
			now,
		);
	const agreed = agreedIn(rules.protocol, limit.on, difference.answers[limit.on]?.answer);
	return agreed && agreedTime(from, agreed.until, calendar.name, calendar.version, agreed.what);
}

/** Until when something is due that goes by what people entered, and what that is; undefined when there is no such day. */
export function agreedIn(
	protocol: Protocol,
	field: string,
	answer: Answer | undefined,
): { until: string; what: string } | undefined {
	if (answer !== undefined && fieldOf(protocol, field).type === "actions") {
		const last = (answer as PromisedAction[])
			.map(({ by }) => by)
			.sort()
			.at(-1);
		return last === undefined
			? undefined
			: { until: last, what: "The last day by which an action is to be done" };
	}
	return typeof answer === "string" && parseMoment(answer)
		? { until: answer, what: "The day that was agreed" }
		: undefined;
}

/** The date that a person set, where it is sooner than this one and not yet past; else this one. */
export function soonerOf(
	{ calendar }: Rules,
	{ answers }: Pick<Difference, "answers">,
	{ limit }: Clock,
	due: DueDate,
	now: Temporal.ZonedDateTime,
): DueDate {
	const on = "within" in limit ? limit.orSooner?.on : undefined;
	const set = on ? answers[on]?.answer : undefined;
	if (typeof set !== "string" || !parseMoment(set)) return due;
	const sooner = agreedTime(londonTime(due.start), set, calendar.name, calendar.version);
	const isSooner =
		Temporal.Instant.compare(sooner.due, due.due) < 0 &&
		Temporal.Instant.compare(sooner.due, now.toInstant()) >= 0;
	return isSooner
		? {
				...sooner,
				rule: `${setSooner}: ${sayWhen(set)}. Without it: ${due.rule}`,
			}
		: due;
}

/** When a step opens that is owed only from a later day: as that day begins. Undefined where no day was given. */
export function opensAtOf(
	{ calendar }: Rules,
	{ answers }: Pick<Difference, "answers">,
	opens: Opens,
	now: Temporal.ZonedDateTime,
): Temporal.ZonedDateTime | undefined {
	return "on" in opens
		? parseMoment(answers[opens.on]?.answer)?.startOfDay()
		: Temporal.PlainDate.from(dueDate(now, opens.after, calendar).day).toZonedDateTime(zone);
}

/** The first moment that is too late: the whole second of the due time is still in time. */
export const firstLateMoment = (due: DueDate): Temporal.ZonedDateTime =>
	londonTime(due.due).add({ seconds: 1 });

/** True from the first moment after a clock's due time. */
export const isPast = (clock: RunningClock, now: Temporal.ZonedDateTime): boolean =>
	Temporal.ZonedDateTime.compare(now, firstLateMoment(clock.due)) >= 0;

/** When something last happened in a difference, or the time that was answered; undefined while it has not. */
export function momentOf(
	difference: Difference,
	occasion: Occasion,
): Temporal.ZonedDateTime | undefined {
	const { answers, stages, moves, done, open, raisedAt, status } = difference;
	const lastAt = (happened: { at: string } | undefined) => happened && londonTime(happened.at);
	switch (occasion.is) {
		case "field":
			return parseMoment(answers[occasion.field]?.answer);
		case "raised":
			return londonTime(raisedAt);
		case "stage":
			return lastAt(stages.findLast(({ stage }) => stage === occasion.stage));
		case "move":
			return lastAt(moves.findLast(({ move }) => move === occasion.move));
		case "end":
			return status.is === "ended" ? londonTime(status.at) : undefined;
		case "event": {
			const opened = open.find(({ step }) => `${step}.opened` === occasion.event);
			return opened
				? londonTime(opened.openedAt)
				: lastAt(
						done
							.map((each) => ({ ...each, at: each.entered?.receivedAt ?? each.at }))
							.findLast(({ step, outcome }) => `${step}.${outcome}` === occasion.event),
					);
		}
	}
}

/** Which of several times something is counted from; undefined while that is not known. */
export function oneThatCounts(
	times: (Temporal.ZonedDateTime | undefined)[],
	counts: CountsFrom,
): Temporal.ZonedDateTime | undefined {
	const known = times.filter((time) => time !== undefined);
	if (counts === "first") return known[0];
	if (counts === "later" && known.length < times.length) return undefined;
	const inOrder = known.toSorted(Temporal.ZonedDateTime.compare);
	return counts === "later" ? inOrder.at(-1) : inOrder[0];
}

/** A day, or a day and a time, that somebody entered: the day begins at midnight. */
export function parseMoment(answer: unknown): Temporal.ZonedDateTime | undefined {
	return typeof answer === "string" && /^\d{4}-\d\d-\d\d/.test(answer)
		? Temporal.PlainDateTime.from(answer).toZonedDateTime(zone)
		: undefined;
}

const sayWhen = (set: string): string =>
	set.includes("T") ? sayMoment(Temporal.PlainDateTime.from(set)) : `the end of ${sayDay(set)}`;

/**
 * A date that people agreed, or that somebody with the right set, whatever kind of day it is.
 *
 * @param set a day, which is then due at its end, or a local date and time
 * @param what that day is, as its why begins
 */
export function agreedTime(
	start: Temporal.ZonedDateTime,
	set: string,
	calendar: string,
	version: string,
	what = "The day that was agreed",
): DueDate {
	const end = set.includes("T")
		? Temporal.PlainDateTime.from(set).toZonedDateTime(zone)
		: Temporal.PlainDate.from(set).toZonedDateTime({
				timeZone: zone,
				plainTime: "23:59:59",
			});
	return {
		due: end.toInstant().toString(),
		day: end.toPlainDate().toString(),
		rule: `${what}: ${sayWhen(set)}.`,
		start: start.toInstant().toString(),
		dayZero: start.withTimeZone(zone).toPlainDate().toString(),
		counted: [],
		skipped: [],
		calendar,
		version,
		provisional: false,
	};
}
