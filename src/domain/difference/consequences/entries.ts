import { type Clock, clockRule, type Side, type StepId, stepOf } from "../../protocol/protocol.ts";
import { type Difference, evolve, type RecordedEvent } from "../difference.ts";
import type { By, EventBody } from "../events.ts";
import type { Rules } from "../rules.ts";
import { audienceOfClock, audienceOfStep } from "../who/may-read.ts";

/** Entries that are added to a difference at one moment: each is applied before the next is decided. */
export class Entries {
	readonly events: RecordedEvent[] = [];
	difference: Difference;
	protected readonly rules: Rules;
	protected readonly now: Temporal.ZonedDateTime;
	protected readonly by: By | undefined;

	constructor(rules: Rules, difference: Difference, now: Temporal.ZonedDateTime, by?: By) {
		this.rules = rules;
		this.difference = difference;
		this.now = now;
		this.by = by;
	}

	/** Adds an entry to the record. */
	add(happening: EventBody, audience: Side[]): void {
		const event: RecordedEvent = {
			...happening,
			seq: this.difference.seq + 1,
			at: this.now.toInstant().toString(),
			...(this.by && { by: this.by }),
			audience,
		};
		this.events.push(event);
		this.difference = evolve(this.rules.protocol, this.difference, event);
	}

	protected audienceOf = (step: StepId): Side[] =>
		audienceOfStep(this.rules.protocol, this.difference, stepOf(this.rules.protocol, step));

	protected audienceOfClock = (clock: string): Side[] =>
		audienceOfClock(this.rules.protocol, this.difference, clock);

	protected ruleOf = (clock: string): Clock | undefined => clockRule(this.rules.protocol, clock);
}
