import { isWorkingDay } from "../calendar/working-days.ts";
import { doStep } from "../difference/acts/do-step.ts";
import { makeMove } from "../difference/acts/make-move.ts";
import { raise } from "../difference/acts/raise.ts";
import { recordOnChildsRecord } from "../difference/acts/record-on-childs-record.ts";
import { recalculateClocks } from "../difference/consequences/recalculate-clocks.ts";
import { timePasses } from "../difference/consequences/time-passes.ts";
import {
	beginning,
	clockOf,
	type Difference,
	evolve,
	type Header,
	isOpenClock,
	type RecordedEvent,
	type RunningClock,
} from "../difference/difference.ts";
import { reminderFor } from "../difference/reminders/reminders.ts";
import type { Rules } from "../difference/rules.ts";
import type { Actor } from "../people/viewer.ts";
import type { Answers } from "../protocol/answers.ts";
import {
	asksOf,
	fieldOf,
	type Protocol,
	type Step,
	type Way,
	waysOf,
} from "../protocol/protocol.ts";
import { Refusal } from "../refusal.ts";
import { londonTime } from "../time.ts";
import { exampleAnswers } from "./example-answers.ts";

/**
 * What another version of the protocol would have made of a difference: dates, reminders and acts, in the
 * protocol’s own words. It holds nothing that anybody entered, and nobody’s name.
 */
export type TriedOn = {
	dates: {
		/** The step that is held to the date. */
		title: string;
		/** ISO days; null where there was, or would have been, no date. */
		from: string | null;
		to: string | null;
		/** Whether it was missed, and whether it would have been. */
		wasLate: boolean;
		wouldBeLate: boolean;
	}[];
	reminders: {
		went: number;
		wouldHaveGone: number;
		/** ISO days, in order, on which one more or one fewer would have gone. */
		days: string[];
	};
	/** What was done and could not have been done. */
	refused: { day: string; title: string; why: string }[];
	/** What would have been asked besides: the labels of the questions. */
	asksMore: string[];
};

/** Whether anything would have been different. */
export const wouldDiffer = (tried: TriedOn): boolean =>
	tried.dates.length > 0 ||
	tried.reminders.days.length > 0 ||
	tried.refused.length > 0 ||
	tried.asksMore.length > 0;

/** A difference as it was lived through under some rules. */
type Replayed = {
	difference: Difference;
	events: RecordedEvent[];
	refused: TriedOn["refused"];
	asksMore: Set<string>;
};

/** A difference that was, with everybody who acted in it. */
type Past = {
	header: Header;
	entries: RecordedEvent[];
	actors: ReadonlyMap<string, Actor>;
};

/**
 * Lives through a difference again, every act at its time by whom it was done, under the rules it ran under and
 * under others, and says what is not the same. What only a change of posts since then would change is in both,
 * and so in neither.
 *
 * @param since reminders are compared from this ISO day on
 * @param now when the difference is looked at; nothing later is compared
 */
export function backtest(
	own: Rules,
	other: Rules,
	past: Past,
	since: string,
	now: Temporal.ZonedDateTime,
): TriedOn {
	const title = (event: RecordedEvent) => titleOf(own.protocol, event);
	const was = live(own, past, title, now);
	const would = live(other, past, title, now);
	const refusedAnyway = new Set(was.refused.map(sayRefused));
	const refused = would.refused.filter((refused) => !refusedAnyway.has(sayRefused(refused)));
	const went = remindersOf(own, past.header, was, since, now);
	// What could not even have been raised has no other dates: it has none.
	if (would.difference.seq === 0)
		return {
			dates: [],
			reminders: compareReminders(went, went),
			refused,
			asksMore: [],
		};
	return {
		dates: datesThatDiffer(own.protocol, was, other.protocol, would),
		reminders: compareReminders(went, remindersOf(other, past.header, would, since, now)),
		refused,
		asksMore: [...would.asksMore].filter((label) => !was.asksMore.has(label)),
	};
}

const sayRefused = ({ day, title }: TriedOn["refused"][number]): string => `${day} ${title}`;

function live(
	rules: Rules,
	past: Past,
	title: (event: RecordedEvent) => string,
	until: Temporal.ZonedDateTime,
): Replayed {
	const lived: Replayed = {
		difference: beginning(past.header),
		events: [],
		refused: [],
		asksMore: new Set(),
	};
	const happen = (events: RecordedEvent[]) => {
		for (const event of events) {
			lived.difference = evolve(rules.protocol, lived.difference, event);
			lived.events.push(event);
		}
	};
	for (const event of past.entries) {
		const at = londonTime(event.at);
		if (lived.difference.seq > 0) happen(timePasses(rules, lived.difference, at));
		try {
			happen(replayUnder(rules, past, lived, event, at));
		} catch (refusal) {
			if (!(refusal instanceof Refusal)) throw refusal;
			lived.refused.push({
				day: at.toPlainDate().toString(),
				title: title(event),
				why: refusal.message,
			});
		}
		// Without its beginning nothing follows.
		if (lived.difference.seq === 0) return lived;
	}
	happen(timePasses(rules, lived.difference, until));
	return lived;
}

/** What an entry brings about under these rules; nothing when it only followed from another. @throws Refusal */
function replayUnder(
	rules: Rules,
	{ header, entries, actors }: Past,
	{ difference, asksMore }: Replayed,
	event: RecordedEvent,
	now: Temporal.ZonedDateTime,
): RecordedEvent[] {
	const { protocol } = rules;
	const by = event.by && actors.get(event.by.person);
	if (!by) return [];
	const answersFor = (fields: string[], given: Answers, step?: Step): Answers => {
		const known = Object.fromEntries(
			fields.flatMap((id) => {
				const answer = given[id] ?? difference.answers[id]?.answer;
				return answer === undefined ? [] : [[id, answer]];
			}),
		);
		for (const id of fields)
			if (!(id in known) && !fieldOf(protocol, id).optional)
				asksMore.add(fieldOf(protocol, id).label);
		return exampleAnswers(protocol, fields, known, () => by, now, step);
	};
	switch (event.type) {
		case "raised": {
			const way = waysOf(protocol).find(({ id }) => id === event.way);
			if (!way) throw new Refusal("no-such-way", "There is no such way to begin.");
			return raise(
				rules,
				header,
				answersFor(asksOfWay(way, event.answers), event.answers),
				entries.flatMap((each) =>
					each.type === "urgent-contact-made" ? [{ call: each.call, madeAt: each.madeAt }] : [],
				),
				by,
				now,
				way.id,
			);
		}
		case "step-done": {
			const step = protocol.steps[event.step];
			if (!step) throw new Refusal("no-such-step", "There is no such step.");
			const outcome = step.outcomes.find(({ id }) => id === event.outcome);
			if (!outcome) throw new Refusal("no-such-outcome", "It cannot end in this way.");
			const answers = answersFor(asksOf(step, outcome), event.answers, step);
			const given = { step: step.id, outcome: outcome.id, answers };
			return doStep(rules, difference, given, by, now);
		}
		case "move-made": {
			const move = protocol.moves.find(({ id }) => id === event.move);
			if (!move) throw new Refusal("no-such-move", "There is no such move.");
			const outcome =
				move.outcomes.length === 1
					? move.outcomes[0]
					: move.outcomes.find(({ id }) => id === event.outcome);
			if (!outcome) throw new Refusal("no-such-outcome", "It cannot end in this way.");
			const answers = answersFor(asksOf(move, outcome), event.answers);
			const given = { move: move.id, outcome: outcome.id, answers };
			return makeMove(rules, difference, given, by, now);
		}
		case "recorded-on-childs-record":
			return protocol.steps[event.step]
				? recordOnChildsRecord(rules, difference, event, by, now)
				: [];
		case "clock-paused":
		case "clock-changed":
			return setByHand(rules, difference, event, now);
		default:
			return [];
	}
}

/** What was answered to raise it, as far as the way to begin asks it: the reason for being late is asked only then. */
const asksOfWay = ({ asks, window }: Way, given: Answers): string[] => [
	...asks,
	...(window?.because && given[window.because] !== undefined ? [window.because] : []),
];

/** What somebody decided about a date stands, where there is such a date. */
function setByHand(
	rules: Rules,
	difference: Difference,
	event: Extract<RecordedEvent, { type: "clock-paused" | "clock-changed" }>,
	now: Temporal.ZonedDateTime,
): RecordedEvent[] {
	const clock = difference.clocks.findLast((each) => each.clock === event.clock);
	if (!clock || !isOpenClock(clock)) return [];
	const again: RecordedEvent = {
		...event,
		answers: {},
		seq: difference.seq + 1,
	};
	if (again.type === "clock-paused" || again.how !== "resumed") return [again];
	const after = evolve(rules.protocol, difference, again);
	return [again, ...recalculateClocks(rules, after, now, "version")];
}

/** What an entry did, in the protocol’s words. */
function titleOf(protocol: Protocol, event: RecordedEvent): string {
	switch (event.type) {
		case "raised":
			return `Raise a ${protocol.words.difference}`;
		case "step-done":
			return protocol.steps[event.step]?.title ?? event.step;
		case "move-made":
			return protocol.moves.find(({ id }) => id === event.move)?.title ?? event.move;
		case "recorded-on-childs-record":
			return "Note that it is on the child’s record";
		default:
			return "Set a date";
	}
}

function datesThatDiffer(
	ownProtocol: Protocol,
	was: Replayed,
	protocol: Protocol,
	would: Replayed,
): TriedOn["dates"] {
	const name = ({ clock, round }: RunningClock) => `${clock} ${round}`;
	const before = new Map(was.difference.clocks.map((clock) => [name(clock), clock]));
	const after = new Map(would.difference.clocks.map((clock) => [name(clock), clock]));
	return [...new Set([...before.keys(), ...after.keys()])].flatMap((key) => {
		const [one, other] = [before.get(key), after.get(key)];
		const date = {
			title: titleOfClock(other ? protocol : ownProtocol, (other ?? one)?.clock ?? key),
			from: one?.due.day ?? null,
			to: other?.due.day ?? null,
			wasLate: isLate(one),
			wouldBeLate: isLate(other),
		};
		return date.from === date.to && date.wasLate === date.wouldBeLate ? [] : [date];
	});
}

const titleOfClock = (protocol: Protocol, clock: string): string =>
	protocol.clocks.find(({ id }) => id === clock)?.title ?? clock;

const isLate = (clock: RunningClock | undefined): boolean =>
	clock?.state === "met-late" || clock?.state === "ran-out";

/** The reminders that go for each step that is owed: by what they are of, the ISO day on which they go. */
function remindersOf(
	{ protocol, calendar }: Rules,
	header: Header,
	{ events }: Replayed,
	since: string,
	now: Temporal.ZonedDateTime,
): Map<string, string> {
	const went = new Map<string, string>();
	let difference = beginning(header);
	let next = 0;
	const raised = londonTime(header.raisedAt).toPlainDate();
	const first = raised.toString() < since ? Temporal.PlainDate.from(since) : raised;
	for (
		let day = first;
		Temporal.PlainDate.compare(day, now.toPlainDate()) <= 0;
		day = day.add({ days: 1 })
	) {
		if (!isWorkingDay(day.toString(), calendar)) continue;
		const morning = day.toZonedDateTime({
			timeZone: now.timeZoneId,
			plainTime: "09:00",
		});
		for (
			let event = events[next];
			event && Temporal.Instant.compare(event.at, morning.toInstant()) <= 0;
			event = events[++next]
		)
			difference = evolve(protocol, difference, event);
		if (difference.open.length === 0 && next === events.length && next > 0) break;
		for (const { step, openedAt } of difference.open) {
			const reminder = reminderFor(
				protocol,
				calendar,
				{
					openedOn: londonTime(openedAt).toPlainDate().toString(),
					dueAt: dueOf(protocol, difference, step),
					paused: clockOf(difference, step)?.state === "paused",
				},
				morning,
			);
			const name = `${step} ${openedAt} ${reminder?.rule}`;
			if (reminder && !went.has(name)) went.set(name, day.toString());
		}
	}
	return went;
}

/** The date that reminders of a step go by: none while its clock stands still, or is a guide only. */
function dueOf(protocol: Protocol, difference: Difference, step: string): string | null {
	const clock = clockOf(difference, step);
	const counts =
		clock &&
		(clock.state === "running" || clock.state === "ran-out") &&
		protocol.clocks.find(({ id }) => id === clock.clock)?.strength !== "indicative";
	return counts ? clock.due.due : null;
}

function compareReminders(
	went: Map<string, string>,
	wouldHaveGone: Map<string, string>,
): TriedOn["reminders"] {
	const perDay = new Map<string, number>();
	const count = (days: Iterable<string>, one: 1 | -1) => {
		for (const day of days) perDay.set(day, (perDay.get(day) ?? 0) + one);
	};
	count(went.values(), -1);
	count(wouldHaveGone.values(), 1);
	return {
		went: went.size,
		wouldHaveGone: wouldHaveGone.size,
		days: [...perDay]
			.filter(([, more]) => more !== 0)
			.map(([day]) => day)
			.sort(),
	};
}
