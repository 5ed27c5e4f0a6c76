import type { DueDate } from "../../calendar/due-date.ts";
import type { Answers } from "../../protocol/answers.ts";
import {
	type Clock,
	clocksOfStep,
	isFilled,
	type Occasion,
	type Step,
	type StepId,
	stepOf,
} from "../../protocol/protocol.ts";
import { londonTime } from "../../time.ts";
import {
	clockOf,
	type Difference,
	isOpenClock,
	knownOf,
	type RunningClock,
} from "../difference.ts";
import type { ClockChange } from "../events.ts";
import {
	dueOf,
	firstLateMoment,
	isPast,
	momentOf,
	oneThatCounts,
	parseMoment,
	recalculated,
	soonerOf,
} from "./clock-dates.ts";
import { Entries } from "./entries.ts";

/** Clocks that start, move, are met and stop because of what happens. */
export class ClockEntries extends Entries {
	/**
	 * Meets or drops every clock of no one step that waits for this, and starts every clock that begins with it.
	 *
	 * @param when it really happened, where it is entered only now
	 */
	happened(occasion: Occasion, when: Temporal.ZonedDateTime = this.happenedAt): void {
		for (const clock of this.rules.protocol.clocks) {
			if (clock.step) continue;
			if (clock.drops.some((each) => isSame(each, occasion))) this.dropClock(clock.id);
			else if (clock.until.some((each) => isSame(each, occasion))) this.meet(clock.id);
		}
		for (const clock of this.rules.protocol.clocks)
			if (clock.from.some((each) => isSame(each, occasion)) && !this.#goesOn(clock, occasion))
				this.#begin(clock, occasion, when);
	}

	/**
	 * The clock of a step that somebody owes only now, because they heard of it later than the others: what it is counted
	 * from happened before, and they have their time from the moment at which they were asked.
	 */
	protected startLate(step: StepId): void {
		const clock = this.rules.protocol.clocks.find((each) => each.step === step);
		if (!clock || clockOf(this.difference, clock.id)) return;
		if (clock.from.some((each) => momentOf(this.difference, each))) this.#start(clock, this.now);
	}

	/** Something happened that a clock is counted from, alone or as one of several. */
	#begin(clock: Clock, occasion: Occasion, when: Temporal.ZonedDateTime): void {
		// No agency that was not chosen is held to anything.
		if (clock.by && !isFilled(clock.by.side, knownOf(this.difference))) return;
		if (clock.countsFrom === "first") {
			this.#start(clock, when);
			return;
		}
		const running = clockOf(this.difference, clock.id);
		const isOpen = running !== undefined && isOpenClock(running);
		const times = clock.from.map((each) => {
			if (isSame(each, occasion)) return when;
			const at = momentOf(this.difference, each);
			// What began an earlier round has had its time; what is answered stays answered.
			const isSpent =
				running !== undefined &&
				!isOpen &&
				each.is !== "field" &&
				at !== undefined &&
				Temporal.Instant.compare(at.toInstant(), running.startedAt) <= 0;
			return isSpent ? undefined : at;
		});
		const from = oneThatCounts(times, clock.countsFrom);
		if (!from) return;
		if (isOpen) this.#countFrom(running, from);
		else this.#start(clock, from);
	}

	/** An open clock is counted from another time than before. Nothing happens where its date stays, or a person set it. */
	#countFrom(running: RunningClock, from: Temporal.ZonedDateTime): void {
		const start = from.toInstant().toString();
		const due = recalculated(this.rules, this.difference, {
			...running,
			due: { ...running.due, start },
		});
		if (due && due.due !== running.due.due) this.changeClock(running, "depends-on", due, {});
	}

	/**
	 * When a clock that starts now is due. What begins because time ran out counts from the last day of that time, for it
	 * is that day's silence which leads on; but nobody is late at the moment at which they are asked.
	 */
	#dueFrom(clock: Clock, from: Temporal.ZonedDateTime): DueDate | undefined {
		const dueSince = (since: Temporal.ZonedDateTime) =>
			dueOf(this.rules, this.difference, clock, since, this.now);
		const lapse = from === this.now ? this.lapsed?.due : undefined;
		if (lapse && Temporal.ZonedDateTime.compare(firstLateMoment(lapse), this.now) === 0) {
			const due = dueSince(londonTime(lapse.due));
			if (due && Temporal.Instant.compare(due.due, this.now.toInstant()) >= 0) return due;
		}
		return dueSince(from);
	}

	/** A step that is asked for again before it was done, or of somebody else, has no more time for that. */
	#goesOn({ id, step }: Clock, occasion: Occasion): boolean {
		const running = clockOf(this.difference, id);
		return (
			occasion.is === "event" &&
			occasion.event === `${step}.opened` &&
			running !== undefined &&
			isOpenClock(running)
		);
	}

	/** What follows from answers: clocks that are counted from them, go by them, or are asked for sooner. */
	answered(answers: Answers): void {
		for (const clock of this.rules.protocol.clocks) {
			const { limit } = clock;
			for (const each of clock.from)
				if (each.is === "field" && each.field in answers) {
					const from = parseMoment(answers[each.field]);
					if (from) this.#begin(clock, each, from);
				}
			const running = clockOf(this.difference, clock.id);
			if ("on" in limit) {
				if (running && isOpenClock(running) && limit.on in answers) this.#agreeAnew(running, clock);
				continue;
			}
			if (limit.tiers && limit.tiers.choice in answers) this.recalculate(clock.id, "depends-on");
			if (running && isOpenClock(running) && limit.orSooner && limit.orSooner.on in answers) {
				const due = soonerOf(this.rules, this.difference, clock, running.due, this.now);
				if (due !== running.due) this.changeClock(running, "brought-forward", due, {});
			}
		}
	}

	/** People agreed another date than the one that an open clock goes by. */
	#agreeAnew(running: RunningClock, clock: Clock): void {
		const due = dueOf(this.rules, this.difference, clock, londonTime(running.due.start), this.now);
		if (due && due.due !== running.due.due) this.changeClock(running, "depends-on", due, {});
	}

	/** Moves the date of an open clock. */
	changeClock(
		{ clock, due: before }: RunningClock,
		how: ClockChange,
		due: DueDate,
		answers: Answers,
	): void {
		this.add(
			{ type: "clock-changed", clock, how, was: before.day, due, answers },
			this.audienceOfClock(clock),
		);
	}

	/** Counts an open clock again from where it began. Nothing happens when its date stays. */
	recalculate(id: string, how: Extract<ClockChange, "calendar" | "version" | "depends-on">): void {
		const clock = clockOf(this.difference, id);
		const due = clock && recalculated(this.rules, this.difference, clock);
		if (clock && due && due.due !== clock.due.due) this.changeClock(clock, how, due, {});
	}

	/** Starts a clock. A round of a step's clock that still runs gives way to the new one; any other starts once. */
	#start(clock: Clock, from: Temporal.ZonedDateTime): void {
		const rounds = this.difference.clocks.filter((each) => each.clock === clock.id).length;
		const running = clockOf(this.difference, clock.id);
		// What several steps have together begins anew with them, a clock of no one step only once.
		if (!clock.step && running && (clock.of.length === 0 || isOpenClock(running))) return;
		// Of several things that may start it the first counts, for as long as the step is waited for.
		if (clock.from.length > 1 && clock.countsFrom === "first" && running && isOpenClock(running))
			return;
		const due = this.#dueFrom(clock, from);
		if (!due) return;
		this.dropClock(clock.id);
		this.add(
			{ type: "clock-started", clock: clock.id, round: rounds + 1, due },
			this.audienceOfClock(clock.id),
		);
	}

	/** A step that has to be done once more has its time once more, from now on. */
	startAgain(step: StepId): void {
		for (const clock of clocksOfStep(this.rules.protocol, step)) {
			const running = clockOf(this.difference, clock.id);
			if (!running || !isOpenClock(running)) this.#start(clock, this.now);
		}
	}

	/** Says of an open clock that what it asked for was done, and whether late. What its own silence led to does not meet it. */
	protected meet(id: string): void {
		const running = clockOf(this.difference, id);
		if (!running || !isOpenClock(running) || this.#neverStarted(id)) return;
		if (this.lapsed?.clock === id) {
			this.dropClock(id);
			return;
		}
		const late = running.state !== "paused" && isPast(running, this.#doneAt(id));
		this.add({ type: "clock-met", clock: id, late }, this.audienceOfClock(id));
	}

	/** Takes back a clock that started at this very moment: one that starts and ends at once never started. */
	#neverStarted(id: string): boolean {
		const start = this.events.findLast(
			(event) => event.type === "clock-started" && event.clock === id,
		);
		if (start) this.retract(start.seq);
		return start !== undefined;
	}

	/** When the step of a clock was done: as its doer says, where the protocol asks them, else now. */
	#doneAt(clock: string): Temporal.ZonedDateTime {
		const rule = this.ruleOf(clock);
		return (rule && doneAt(this.difference, rule)) ?? this.happenedAt;
	}

	/** Stops a clock that nobody is held to any more. */
	protected dropClock(id: string): void {
		const clock = clockOf(this.difference, id);
		if (clock && isOpenClock(clock) && !this.#neverStarted(id))
			this.add({ type: "clock-dropped", clock: id }, this.audienceOfClock(id));
	}

	/** Stops clocks that started for a step which is not owed: the path went another way. */
	protected dropClocks(ofStep: (step: Step) => boolean): void {
		for (const clock of this.rules.protocol.clocks)
			if (clock.step && ofStep(stepOf(this.rules.protocol, clock.step))) this.dropClock(clock.id);
	}
}

/** When the step of a clock was done as its doer says; undefined where the protocol does not ask them. */
export const doneAt = (
	{ answers }: Pick<Difference, "answers">,
	{ doneAt: field }: Pick<Clock, "doneAt">,
): Temporal.ZonedDateTime | undefined =>
	field === undefined ? undefined : parseMoment(answers[field]?.answer);

const isSame = (one: Occasion, other: Occasion): boolean =>
	one.is === other.is &&
	(["event", "stage", "field", "move", "ending"] as const).every(
		(word) => (one as Record<string, unknown>)[word] === (other as Record<string, unknown>)[word],
	);
