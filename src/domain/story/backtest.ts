/**
 * What another version of a protocol would have made of a difference that was: its record lived through again
 * on the player, and what is not the same. Dates in general are what-if.ts; made-up differences are play.ts.
 */
import { isWorkingDay } from "../calendar/working-days.ts";
import { askedIn } from "../difference/acts/check-answers.ts";
import type { OnPaper } from "../difference/acts/enter-for.ts";
import { recalculateClocks } from "../difference/consequences/recalculate-clocks.ts";
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
import { withArticle } from "../english.ts";
import type { Actor } from "../people/viewer.ts";
import type { Answers } from "../protocol/answers.ts";
import type { WhatIsAsked } from "../protocol/condition.ts";
import {
	asksOf,
	bindingOf,
	fieldOf,
	type Protocol,
	type Step,
	strengthOf,
	type Way,
	waysOf,
} from "../protocol/protocol.ts";
import { Refusal } from "../refusal.ts";
import { londonTime } from "../time.ts";
import { exampleAnswers } from "./example-answers.ts";
import { type Act, Player } from "./player.ts";

/**
 * What another version of the protocol would have made of a difference: dates, reminders and acts, in the
 * protocol’s own words. It holds nothing that anybody entered, and nobody’s name.
 */
export type Backtested = {
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
export const wouldDiffer = (tried: Backtested): boolean =>
	tried.dates.length > 0 ||
	tried.reminders.days.length > 0 ||
	tried.refused.length > 0 ||
	tried.asksMore.length > 0;

/** A difference as it was lived through again under some rules. */
type Replayed = {
	player: Player;
	refused: Backtested["refused"];
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
): Backtested {
	const title = (event: RecordedEvent) => titleOf(own.protocol, event);
	const was = replayUnder(own, past, title, now);
	const would = replayUnder(other, past, title, now);
	const refusedAnyway = new Set(was.refused.map(sayRefused));
	const refused = would.refused.filter((refused) => !refusedAnyway.has(sayRefused(refused)));
	const went = remindersOf(own, past.header, was, since, now);
	// What could not even have been raised has no other dates: it has none.
	if (!would.player.hasBegun)
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

const sayRefused = ({ day, title }: Backtested["refused"][number]): string => `${day} ${title}`;

function replayUnder(
	rules: Rules,
	past: Past,
	title: (event: RecordedEvent) => string,
	until: Temporal.ZonedDateTime,
): Replayed {
	const player = new Player(rules, beginning(past.header));
	const replayed: Replayed = { player, refused: [], asksMore: new Set() };
	for (const event of past.entries) {
		const at = londonTime(event.at);
		player.waitUntil(at);
		try {
			replayEntry(replayed, past, event, at);
		} catch (refusal) {
			if (!(refusal instanceof Refusal)) throw refusal;
			replayed.refused.push({
				day: at.toPlainDate().toString(),
				title: title(event),
				why: refusal.message,
			});
		}
		// Without its beginning nothing follows.
		if (!player.hasBegun) return replayed;
	}
	player.waitUntil(until);
	return replayed;
}

/** Does once more what somebody did; what only followed from an act follows anew. @throws Refusal */
function replayEntry(
	replayed: Replayed,
	past: Past,
	event: RecordedEvent,
	now: Temporal.ZonedDateTime,
): void {
	const { player } = replayed;
	if (event.entered) {
		const act = sameForm(past, event);
		const enterer = past.actors.get(event.entered.by.person);
		if (act && enterer) player.act(act, enterer, now);
		return;
	}
	const by = event.by?.person && past.actors.get(event.by.person);
	if (!by) return;
	if (
		event.type === "clock-paused" ||
		// What was put right counts anew by itself.
		(event.type === "clock-changed" && event.how !== "corrected")
	)
		player.happen(setByHand(player, event, now));
	const act = sameAct(replayed, past, event, by, now);
	if (act) player.act(act, by, now);
}

/** The form that came on paper, of which this is the first entry; undefined for the others. */
function sameForm({ entries, actors }: Past, event: RecordedEvent): Act | undefined {
	const { entered } = event;
	const parts = entries.filter(
		(each) =>
			each.at === event.at &&
			each.entered?.by.person === entered?.by.person &&
			(each.type === "raised" || each.type === "step-done"),
	);
	if (!entered || parts[0] !== event) return undefined;
	const whom = ({ by }: RecordedEvent): OnPaper => {
		const person = by?.person ? actors.get(by.person) : undefined;
		return person ? { person } : { name: by?.person === null ? by.name : "" };
	};
	const form = {
		answers: Object.assign({}, ...parts.map((each) => ("answers" in each ? each.answers : {}))),
		receivedAt: londonTime(entered.receivedAt),
		doneBy: Object.fromEntries(
			parts.flatMap((each) => (each.type === "step-done" ? [[each.step, whom(each)]] : [])),
		),
	};
	if (event.type === "raised")
		return { does: "enter-beginning", way: event.way, raisedBy: whom(event), ...form };
	return event.type === "step-done" ? { does: "enter-form", step: event.step, ...form } : undefined;
}

/**
 * The act that an entry of the record was, as these rules ask for it; undefined for what only followed from another.
 *
 * @throws Refusal when these rules know no such act
 */
function sameAct(
	{ player, asksMore }: Replayed,
	{ entries }: Past,
	event: RecordedEvent,
	by: Actor,
	now: Temporal.ZonedDateTime,
): Act | undefined {
	const { protocol } = player.rules;
	const answersFor = (
		what: WhatIsAsked,
		given: Answers,
		step?: Step,
		before: Pick<Difference, "way" | "answers"> = player.difference,
	): Answers => {
		const known = Object.fromEntries(
			what.asks.flatMap((id) => {
				const answer = given[id] ?? player.difference.answers[id]?.answer;
				return answer === undefined ? [] : [[id, answer]];
			}),
		);
		for (const id of askedIn(before, what, known))
			if (!(id in known) && !fieldOf(protocol, id).optional)
				asksMore.add(fieldOf(protocol, id).label);
		return exampleAnswers(protocol, what, known, () => by, now, step, before);
	};
	switch (event.type) {
		case "raised": {
			const way = waysOf(protocol).find(({ id }) => id === event.way);
			if (!way) throw new Refusal("no-such-way", "There is no such way to begin.");
			return {
				does: "raise",
				way: way.id,
				answers: answersFor(asksOfWay(way, event.answers), event.answers, undefined, {
					way: way.id,
					answers: {},
				}),
				urgentContacts: entries.flatMap((each) =>
					each.type === "urgent-contact-made" && each.at === event.at
						? [{ call: each.call, madeAt: each.madeAt }]
						: [],
				),
			};
		}
		case "step-done": {
			const step = protocol.steps[event.step];
			if (!step) throw new Refusal("no-such-step", "There is no such step.");
			const outcome = sameOutcome(step.outcomes, event.outcome);
			const answers = answersFor(asksOf(step, outcome), event.answers, step);
			return { does: "step", step: step.id, outcome: outcome.id, answers };
		}
		case "move-made": {
			const move = protocol.moves.find(({ id }) => id === event.move);
			if (!move) throw new Refusal("no-such-move", "There is no such move.");
			const [only, ...others] = move.outcomes;
			const outcome =
				only && others.length === 0 ? only : sameOutcome(move.outcomes, event.outcome);
			const answers = answersFor(asksOf(move, outcome), event.answers);
			return { does: "move", move: move.id, outcome: outcome.id, answers };
		}
		case "safety-said":
			// Raising it in danger says so by itself.
			return event.seq > 0 && entries.some(({ type, at }) => type === "raised" && at === event.at)
				? undefined
				: { does: "say-safety", safe: event.safe, calls: [], answers: event.answers };
		case "corrected":
			return protocol.fields[event.field]
				? { does: "correct", field: event.field, answers: event.answers }
				: undefined;
		case "recorded-on-childs-record":
			return protocol.steps[event.step]
				? { does: "record-on-childs-record", step: event.step, side: event.side }
				: undefined;
		default:
			return undefined;
	}
}

/** @throws Refusal when there is none */
function sameOutcome<Chosen extends { id: string }>(
	outcomes: Chosen[],
	was: string | undefined,
): Chosen {
	const outcome = outcomes.find(({ id }) => id === was);
	if (!outcome) throw new Refusal("no-such-outcome", "It cannot end in this way.");
	return outcome;
}

/** What was answered to raise it, as far as the way to begin asks it: the reason for being late is asked only then. */
const asksOfWay = ({ asks, askedIf, window }: Way, given: Answers): WhatIsAsked => ({
	asks: [
		...asks,
		...(window?.because && given[window.because] !== undefined ? [window.because] : []),
	],
	askedIf,
});

/** What somebody decided about a date stands, where there is such a date. */
function setByHand(
	{ rules, difference }: Player,
	event: Extract<RecordedEvent, { type: "clock-paused" | "clock-changed" }>,
	now: Temporal.ZonedDateTime,
): RecordedEvent[] {
	const clock = clockOf(difference, event.clock);
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
			return `Raise ${withArticle(protocol.words.difference)}`;
		case "step-done":
			return protocol.steps[event.step]?.title ?? event.step;
		case "move-made":
			return protocol.moves.find(({ id }) => id === event.move)?.title ?? event.move;
		case "recorded-on-childs-record":
			return `Note that it is on the ${protocol.words.child}’s record`;
		default:
			return "Set a date";
	}
}

function datesThatDiffer(
	ownProtocol: Protocol,
	was: Replayed,
	protocol: Protocol,
	would: Replayed,
): Backtested["dates"] {
	const name = ({ clock, round }: RunningClock) => `${clock} ${round}`;
	const before = new Map(was.player.difference.clocks.map((clock) => [name(clock), clock]));
	const after = new Map(would.player.difference.clocks.map((clock) => [name(clock), clock]));
	return [...new Set([...before.keys(), ...after.keys()])].flatMap((key) => {
		const [one, other] = [before.get(key), after.get(key)];
		const date = {
			title: titleOfClock(other ? protocol : ownProtocol, (other ?? one)?.clock ?? key),
			from: one?.due.day ?? null,
			to: other?.due.day ?? null,
			wasLate: isLate(ownProtocol, one),
			wouldBeLate: isLate(protocol, other),
		};
		return date.from === date.to && date.wasLate === date.wouldBeLate ? [] : [date];
	});
}

const titleOfClock = (protocol: Protocol, clock: string): string =>
	protocol.clocks.find(({ id }) => id === clock)?.title ?? clock;

const isLate = (protocol: Protocol, clock: RunningClock | undefined): boolean =>
	clock !== undefined &&
	bindingOf(strengthOf(protocol, clock)) === "limit" &&
	(clock.state === "met-late" || clock.state === "ran-out");

/** The reminders that go for each step that is owed: by what they are of, the ISO day on which they go. */
function remindersOf(
	{ protocol, calendar }: Rules,
	header: Header,
	{ player: { events } }: Replayed,
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
					binding: bindingOf(strengthOf(protocol, { clock: step })),
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
): Backtested["reminders"] {
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
