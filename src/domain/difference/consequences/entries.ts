import {
	type Clock,
	clockRule,
	type KeptTo,
	type Side,
	type StepId,
	stageOf,
	stepOf,
} from "../../protocol/protocol.ts";
import { londonTime } from "../../time.ts";
import { type Difference, evolve, type RecordedEvent, type RunningClock } from "../difference.ts";
import type { By, Entered, EventBody } from "../events.ts";
import type { Rules } from "../rules.ts";
import { audienceOfClock, audienceOfStep, keptToOf } from "../who/may-read.ts";

/** Entries that are added to a difference at one moment: each is applied before the next is decided. */
export class Entries {
	readonly events: RecordedEvent[] = [];
	difference: Difference;
	protected readonly rules: Rules;
	protected readonly now: Temporal.ZonedDateTime;
	protected readonly by: By | undefined;
	/** Where it came on paper, who entered it and when it was received. */
	protected readonly entered: Entered | undefined;
	/** The clock whose time ran out, when it is that which all this follows from. */
	protected readonly lapsed: RunningClock | undefined;
	/** To whom of a side the step, the move or the clock is kept from which all this follows. */
	protected readonly keptTo: KeptTo;
	readonly #before: Difference;

	constructor(
		rules: Rules,
		difference: Difference,
		now: Temporal.ZonedDateTime,
		because: {
			by?: By | undefined;
			entered?: Entered | undefined;
			lapsed?: RunningClock | undefined;
			keptTo?: KeptTo | undefined;
		} = {},
	) {
		this.rules = rules;
		this.difference = difference;
		this.#before = difference;
		this.now = now;
		this.by = because.by;
		this.entered = because.entered;
		this.lapsed = because.lapsed;
		this.keptTo = because.keptTo ?? {};
	}

	/** When what is entered really happened: what came on paper, when it was received. Time is counted from then. */
	protected get happenedAt(): Temporal.ZonedDateTime {
		return this.entered ? londonTime(this.entered.receivedAt) : this.now;
	}

	/** Who acts, and for which side; undefined where it is time alone. */
	get doer(): By | undefined {
		return this.by;
	}

	/** Adds an entry to the record. */
	add(happening: EventBody, audience: Side[], cause: KeptTo = this.keptTo): void {
		const keptTo = keptToOf(this.rules.protocol, happening, cause);
		const event: RecordedEvent = {
			...happening,
			seq: this.difference.seq + 1,
			at: this.now.toInstant().toString(),
			...(this.by && { by: this.by }),
			...(this.entered && { entered: this.entered }),
			audience,
			...(Object.keys(keptTo).length > 0 && { keptTo }),
		};
		this.events.push(event);
		this.difference = evolve(this.rules.protocol, this.difference, event);
		this.#tellWhereItStands(event);
	}

	/** Whoever of a side reads nothing of a stage hears that it went on there as soon as others of it read something. */
	#tellWhereItStands({ audience, keptTo = {} }: RecordedEvent): void {
		const { stage, known, heardFrom, stageTold } = this.difference;
		const kept = stageOf(this.rules.protocol, stage)?.keptTo ?? {};
		const sides = audience.filter(
			(side) =>
				side in known &&
				side in keptTo &&
				side in kept &&
				!(side in heardFrom) &&
				stageTold[side] !== stage,
		);
		if (sides.length > 0) this.add({ type: "went-on", stage }, sides);
	}

	/** Takes back an entry of this moment, as if it had not been added. Those after it move up. */
	protected retract(seq: number): void {
		const left = this.events.filter((event) => event.seq !== seq);
		const moved = (nth: number) => (nth > seq ? nth - 1 : nth);
		this.events.splice(
			0,
			this.events.length,
			...left.map((event) => ({
				...event,
				seq: moved(event.seq),
				...("encloses" in event && {
					encloses: event.encloses.filter((nth) => nth !== seq).map(moved),
				}),
			})),
		);
		this.difference = this.events.reduce(
			(difference, event) => evolve(this.rules.protocol, difference, event),
			this.#before,
		);
	}

	protected audienceOf = (step: StepId): Side[] =>
		audienceOfStep(this.rules.protocol, this.difference, stepOf(this.rules.protocol, step));

	protected audienceOfClock = (clock: string): Side[] =>
		audienceOfClock(this.rules.protocol, this.difference, clock);

	protected ruleOf = (clock: string): Clock | undefined => clockRule(this.rules.protocol, clock);
}
