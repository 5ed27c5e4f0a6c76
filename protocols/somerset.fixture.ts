import { readFileSync } from "node:fs";
import { calendarNamed } from "../src/domain/calendar/calendar.ts";
import { doStep } from "../src/domain/difference/acts/do-step.ts";
import { makeMove } from "../src/domain/difference/acts/make-move.ts";
import { raise } from "../src/domain/difference/acts/raise.ts";
import { timePasses } from "../src/domain/difference/consequences/time-passes.ts";
import {
	beginning,
	type Difference,
	type RecordedEvent,
	replay,
} from "../src/domain/difference/difference.ts";
import type { Rules } from "../src/domain/difference/rules.ts";
import type { Actor } from "../src/domain/people/viewer.ts";
import type { Answers } from "../src/domain/protocol/answers.ts";
import type { WhatIsAsked } from "../src/domain/protocol/condition.ts";
import { asksOf, type Protocol, stepOf, waysOf } from "../src/domain/protocol/protocol.ts";
import { readProtocol } from "../src/domain/protocol/reading/read-protocol.ts";
import { exampleAnswers } from "../src/domain/story/example-answers.ts";
import { personOf } from "../src/domain/story/people-of-story.ts";
import { zone } from "../src/domain/time.ts";

/** A protocol from its text. @throws Error with its faults */
export function rulesFrom(text: string): Rules {
	const { protocol, faults } = readProtocol(text);
	if (!protocol) throw new Error(JSON.stringify(faults, null, 2));
	return { protocol, calendar: calendarNamed(protocol.calendar) };
}

export const somersetText = readFileSync(new URL("somerset/2021-04.yaml", import.meta.url), "utf8");
export const somerset = rulesFrom(somersetText);

/** Local time, `2026-03-02 10:00`, seconds if wanted. */
export const at = (said: string): Temporal.ZonedDateTime =>
	Temporal.PlainDateTime.from(said.replace(" ", "T")).toZonedDateTime(zone);

/** Somebody of a protocol, by role: `raising manager`, `business-unit`, `raising manager 2`. */
export function somebody(said: string, protocol = somerset.protocol): Actor {
	const person = personOf(protocol, said);
	if (!person) throw new Error(`Nobody is called ${said}`);
	return person.actor;
}

export const header = {
	id: "d1",
	reference: "SOM-1",
	raisingAgency: "raising",
	receivingAgency: "receiving",
	raisedBy: somebody("raising practitioner").id,
	raisedAt: "2026-01-05T09:00:00Z",
};

/** Example answers for what a step, an outcome or a move asks. */
export const answersFor = (
	protocol: Protocol,
	what: WhatIsAsked,
	entered: Record<string, unknown>,
	now: Temporal.ZonedDateTime,
): Answers => exampleAnswers(protocol, what, entered, (said) => somebody(said, protocol), now);

/** A difference in a test: what happened so far, and short ways to let more happen. */
export class Course {
	readonly events: RecordedEvent[] = [];
	readonly rules: Rules;

	constructor(rules: Rules = somerset) {
		this.rules = rules;
	}

	get difference(): Difference {
		return this.events.length === 0
			? beginning(header)
			: replay(this.rules.protocol, header, this.events);
	}

	/** Lets time pass until then. */
	until(when: string): this {
		this.events.push(...timePasses(this.rules, this.difference, at(when)));
		return this;
	}

	raised(when: string, by = "raising practitioner", way?: string): this {
		const { protocol } = this.rules;
		const what = waysOf(protocol).find(({ id }) => id === way) ?? { asks: [], askedIf: {} };
		const answers = answersFor(
			protocol,
			what,
			// A day is never made up: it is the one before.
			Object.fromEntries(
				what.asks
					.filter((field) => protocol.fields[field]?.type === "day")
					.map((field) => [field, at(when).toPlainDate().subtract({ days: 1 }).toString()]),
			),
			at(when),
		);
		this.events.push(
			...raise(this.rules, header, answers, [], somebody(by, protocol), at(when), way),
		);
		return this;
	}

	/** Somebody does a step: `stage.step outcome`. */
	does(when: string, by: string, act: string, entered: Record<string, unknown> = {}): this {
		this.until(when);
		const { protocol } = this.rules;
		const [id = "", chosen = ""] = act.split(" ");
		const step = stepOf(protocol, id);
		const outcome = step.outcomes.find((each) => each.id === chosen);
		const asks = outcome ? asksOf(step, outcome) : { asks: [], askedIf: {} };
		this.events.push(
			...doStep(
				this.rules,
				this.difference,
				{
					step: id,
					outcome: chosen,
					answers: answersFor(protocol, asks, entered, at(when)),
				},
				somebody(by, protocol),
				at(when),
			),
		);
		return this;
	}

	moves(when: string, by: string, move: string, entered: Record<string, unknown> = {}): this {
		this.until(when);
		const { protocol } = this.rules;
		const asks = protocol.moves.find(({ id }) => id === move) ?? { asks: [], askedIf: {} };
		this.events.push(
			...makeMove(
				this.rules,
				this.difference,
				{ move, answers: answersFor(protocol, asks, entered, at(when)) },
				somebody(by, protocol),
				at(when),
			),
		);
		return this;
	}

	/** The types of what happened, from the entry with this number on. */
	types(from = 1): string[] {
		return this.events.slice(from - 1).map(({ type }) => type);
	}
}

/** Raised, and through both talks without agreement: part one of the form is owed. */
export const atFormal = (): Course =>
	new Course()
		.raised("2026-03-02 09:00")
		.does("2026-03-02 09:30", "raising practitioner", "early-resolution.talk not-resolved")
		.does("2026-03-02 10:00", "raising manager", "informal-resolution.talk not-resolved");

/** Signed on Monday 2 March 2026; the Business Unit owes the forwarding. */
export const signed = (): Course =>
	atFormal()
		.does("2026-03-02 11:00", "raising practitioner", "formal-resolution.raise submitted")
		.does("2026-03-02 12:00", "raising senior-manager", "formal-resolution.sign-off signed");

/** Forwarded on Monday 2 March 2026: the response is due on Monday 16 March. */
export const forwarded = (): Course =>
	signed().does("2026-03-02 13:00", "business-unit", "formal-resolution.forward forwarded");
