import type { DueDate } from "../calendar/due-date.ts";
import { dueDate } from "../calendar/due-date.ts";
import { sayDay } from "../calendar/iso-day.ts";
import {
	afterwards,
	type Clock,
	type EventName,
	type Sends,
	type Side,
	type Step,
	type StepId,
	stageOf,
	stepOf,
	type Target,
} from "../protocol/protocol.ts";
import { londonTime, zone } from "../time.ts";
import { audienceOfStep, knowing, union } from "./audience.ts";
import {
	clockOf,
	type Difference,
	evolve,
	isOpenClock,
	lastDone,
	type Numbered,
	type RunningClock,
} from "./difference.ts";
import type { By, Happening } from "./events.ts";
import type { Rules } from "./rules.ts";

/**
 * One act and all that follows from it at the same moment: steps that open, clocks that start and stop,
 * sides that are told. Each entry is applied before the next is decided.
 */
export class Unfolding {
	readonly events: Numbered[] = [];
	difference: Difference;
	readonly #rules: Rules;
	readonly #now: Temporal.ZonedDateTime;
	readonly #by: By | undefined;

	constructor(
		rules: Rules,
		difference: Difference,
		now: Temporal.ZonedDateTime,
		by?: By,
	) {
		this.#rules = rules;
		this.difference = difference;
		this.#now = now;
		this.#by = by;
	}

	/** Adds an entry to the record. */
	add(happening: Happening, audience: Side[]): void {
		const event: Numbered = {
			...happening,
			seq: this.difference.seq + 1,
			at: this.#now.toInstant().toString(),
			...(this.#by && { by: this.#by }),
			audience,
		};
		this.events.push(event);
		this.difference = evolve(this.#rules.protocol, this.difference, event);
	}

	/** Goes where an outcome or a move leads. */
	follow(targets: Target[]): void {
		for (const target of targets) {
			if (target.go === "step") this.#goTo(target.step);
			if (target.go === "stage") {
				const first = stageOf(this.#rules.protocol, target.stage)?.steps[0];
				if (first) this.#goTo(first.id);
			}
			if (target.go === "end") this.#end(target.ending);
		}
	}

	/** Tells sides what is sent to them, and which outcome sent it; they know of the difference from then on. */
	send(
		sends: Sends | undefined,
		of?: { step: StepId; outcome: string } | undefined,
	): void {
		if (!sends) return;
		const { protocol } = this.#rules;
		const answers = Object.fromEntries(
			sends.what.flatMap((field) => {
				const given = this.difference.answers[field];
				return given ? [[field, given.answer]] : [];
			}),
		);
		const encloses = sends.what.some((each) =>
			Object.hasOwn(protocol.forms, each),
		)
			? this.#entriesOfForms()
			: [];
		const own = this.#by ? [this.#by.side] : [];
		this.add(
			{
				type: "sent",
				stage: this.difference.stage,
				what: sends.what,
				to: sends.to,
				answers,
				encloses,
				...(of && { of }),
			},
			union(own, sends.to),
		);
	}

	/** Ends what a step was held to: its clock is met, and what only its lateness had opened is dropped. */
	settle(step: StepId): void {
		const running = clockOf(this.difference, step);
		if (running && isOpenClock(running)) {
			const late =
				running.state !== "paused" &&
				isPast(running, this.#now) &&
				this.#clockOf(step)?.strength !== "indicative";
			this.add(
				{ type: "clock-met", clock: step, late },
				this.#audienceOf(step),
			);
		}
		for (const target of this.#clockOf(step)?.late ?? [])
			if (target.go === "step") this.drop(target.step);
	}

	/** Starts every clock that waits for this event. A round that still runs gives way to the new one. */
	start(event: EventName): void {
		for (const clock of this.#rules.protocol.clocks) {
			const due = clock.from === event ? this.#due(clock) : undefined;
			if (!due) continue;
			this.#dropClock(clock.id);
			const round =
				this.difference.clocks.filter((each) => each.clock === clock.id)
					.length + 1;
			this.add(
				{ type: "clock-started", clock: clock.id, round, due },
				this.#audienceOf(clock.step),
			);
		}
	}

	/** Takes back a step that is open: nobody owes it any more. */
	drop(step: StepId): void {
		if (!this.difference.open.some((open) => open.step === step)) return;
		this.add({ type: "step-dropped", step }, this.#audienceOf(step));
		this.#dropClock(step);
	}

	/** Takes back every step of the stages; what is owed afterwards stays. */
	dropStages(): void {
		for (const { step } of this.difference.open)
			if (stepOf(this.#rules.protocol, step).stage !== afterwards)
				this.drop(step);
	}

	/** Somebody owes the step from now on. Nothing changes when the same person owes it already. */
	#open(step: Step): void {
		const { id } = step;
		const named =
			step.namedIn === "raised-by"
				? { id: this.difference.raisedBy }
				: this.#named(step.namedIn);
		if (
			this.difference.open.some(
				(open) => open.step === id && open.person === named?.id,
			)
		)
			return;
		this.add(
			{ type: "step-opened", step: id, ...(named && { person: named.id }) },
			audienceOfStep(this.#rules.protocol, this.difference, step),
		);
		this.start(`${id}.opened`);
	}

	#goTo(id: StepId): void {
		const step = stepOf(this.#rules.protocol, id);
		if (step.stage !== afterwards && step.stage !== this.difference.stage)
			this.#enter(step.stage, id);
		this.#open(step);
	}

	#enter(stage: string, first: StepId): void {
		const order = this.#rules.protocol.stages.map(({ id }) => id);
		const skipped = order
			.slice(0, order.indexOf(stage))
			.filter(
				(before) =>
					!this.difference.stages.some((entered) => entered.stage === before),
			);
		this.dropStages();
		this.#dropClocks((step) => step.stage === this.difference.stage);
		this.add(
			{ type: "stage-entered", stage, skipped },
			this.#audienceOf(first),
		);
	}

	#end(ending: string): void {
		const { protocol } = this.#rules;
		this.dropStages();
		this.#dropClocks((step) => step.stage !== afterwards);
		this.add({ type: "ended", ending }, knowing(this.difference));
		const opens = protocol.endings[ending]?.opens;
		if (
			opens &&
			this.difference.stages.some(({ stage }) => stage === opens.from)
		)
			this.follow(opens.steps);
	}

	/** Stops a clock that nobody is held to any more. */
	#dropClock(id: string): void {
		const clock = clockOf(this.difference, id);
		if (clock && isOpenClock(clock))
			this.add({ type: "clock-dropped", clock: id }, this.#audienceOf(id));
	}

	/** Stops clocks that started for a step which was never opened: the path went another way. */
	#dropClocks(ofStep: (step: Step) => boolean): void {
		for (const clock of this.#rules.protocol.clocks)
			if (ofStep(stepOf(this.#rules.protocol, clock.step)))
				this.#dropClock(clock.id);
	}

	#audienceOf = (step: StepId): Side[] =>
		audienceOfStep(
			this.#rules.protocol,
			this.difference,
			stepOf(this.#rules.protocol, step),
		);

	#clockOf = (step: StepId): Clock | undefined =>
		this.#rules.protocol.clocks.find((clock) => clock.step === step);

	#named(field: string | undefined): { id: string } | undefined {
		const answer = field ? this.difference.answers[field]?.answer : undefined;
		return typeof answer === "object" && "id" in answer ? answer : undefined;
	}

	#due({ limit }: Clock): DueDate | undefined {
		const { calendar } = this.#rules;
		if ("within" in limit) return dueDate(this.#now, limit.within, calendar);
		const day = this.difference.answers[limit.on]?.answer;
		return typeof day === "string"
			? agreedDay(this.#now, day, calendar.name, calendar.version)
			: undefined;
	}

	/** The entries that make up the forms as they stand: each part, its sign-off, and why a stage was skipped. */
	#entriesOfForms(): number[] {
		const { protocol } = this.#rules;
		const parts = Object.values(protocol.steps).filter(
			({ form, kind }) => form || kind === "sign-off",
		);
		return [
			...parts.flatMap(({ id }) => lastDone(this.difference, id)?.seq ?? []),
			...this.difference.moves
				.filter(
					({ move }) => protocol.moves.find(({ id }) => id === move)?.skips,
				)
				.map(({ seq }) => seq),
		].sort((a, b) => a - b);
	}
}

/** The first moment that is too late: the whole second of the due time is still in time. */
export const firstLateMoment = (due: DueDate): Temporal.ZonedDateTime =>
	londonTime(due.due).add({ seconds: 1 });

/** True from the first moment after a clock's due time. */
export const isPast = (
	clock: RunningClock,
	now: Temporal.ZonedDateTime,
): boolean =>
	Temporal.ZonedDateTime.compare(now, firstLateMoment(clock.due)) >= 0;

/** A date that people agreed, or that the Business Unit set: the end of that day, whatever kind of day it is. */
export function agreedDay(
	start: Temporal.ZonedDateTime,
	day: string,
	calendar: string,
	version: string,
): DueDate {
	const end = Temporal.PlainDate.from(day).toZonedDateTime({
		timeZone: zone,
		plainTime: "23:59:59",
	});
	return {
		due: end.toInstant().toString(),
		day,
		rule: `The day that was agreed: the end of ${sayDay(day)}.`,
		start: start.toInstant().toString(),
		dayZero: start.withTimeZone(zone).toPlainDate().toString(),
		counted: [],
		skipped: [],
		calendar,
		version,
		provisional: false,
	};
}
