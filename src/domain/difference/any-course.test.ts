import fc from "fast-check";
import { expect, test } from "vitest";
import {
	answersFor,
	at,
	opening,
	somebody,
	somerset,
} from "../../../protocols/somerset.fixture.ts";
import type { Actor } from "../access/viewer.ts";
import { isWorkingDay } from "../calendar/working-days.ts";
import { asksOf, reasonForChange, stepOf } from "../protocol/protocol.ts";
import { entriesFor } from "./audience.ts";
import { changeClock } from "./change-clock.ts";
import { recordOnChildsRecord } from "./childs-record.ts";
import {
	beginning,
	type Difference,
	evolve,
	type Numbered,
	replay,
} from "./difference.ts";
import { doStep } from "./do-step.ts";
import { makeMove } from "./make-move.ts";
import { actsOpenTo, type OpenAct, type WayToChange } from "./open-to.ts";
import { raise } from "./raise.ts";
import { timePasses } from "./time-passes.ts";

const { protocol, calendar } = somerset;
const people = [
	"raising practitioner",
	"raising practitioner 2",
	"raising manager",
	"raising senior-manager",
	"raising senior-manager 2",
	"receiving practitioner",
	"receiving manager",
	"receiving senior-manager",
	"business-unit",
	"executive",
].map((said) => somebody(said));

/** One turn: how much time passes, and which of the acts that are open then is done, with which outcome. */
type Turn = {
	hours: number;
	act: number;
	outcome: number;
	days: number;
	/** Does what is owed, without ending it where that can be: most courses would end early otherwise. */
	onward: boolean;
};
const turns = fc.array(
	fc.record<Turn>({
		hours: fc.integer({ min: 0, max: 24 * 20 }),
		act: fc.nat(1000),
		outcome: fc.nat(10),
		days: fc.integer({ min: 0, max: 30 }),
		onward: fc.integer({ min: 0, max: 3 }).map((number) => number > 0),
	}),
	{ minLength: 1, maxLength: 25, size: "max" },
);

/** What is told to whom in stages 1 and 2 must stay there: each such text carries its act. */
type Confidence = { text: string; own: string };

type Told = {
	events: Numbered[];
	confidences: Confidence[];
	/** The difference after each turn, with the number of entries by then. */
	states: { difference: Difference; entries: number }[];
};

/** Plays the turns: each does one of the acts that are open to somebody. */
function play(given: Turn[]): Told {
	const told: Told = { events: [], confidences: [], states: [] };
	let now = at("2026-03-20 09:00");
	let difference = beginning(opening);
	const happen = (events: Numbered[]) => {
		told.events.push(...events);
		difference = events.reduce(
			(before, event) => evolve(protocol, before, event),
			difference,
		);
		told.states.push({ difference, entries: told.events.length });
	};
	const practitioner = people[0] as Actor;
	const asks = protocol.raise.asks;
	happen(
		raise(
			somerset,
			opening,
			answersFor(protocol, asks, confide("raise", "raising", told), now),
			[],
			practitioner,
			now,
		),
	);
	for (const turn of given) {
		now = now.add({ hours: turn.hours });
		happen(timePasses(somerset, difference, now));
		const open = people.flatMap((by) =>
			actsOpenTo(protocol, difference, by).map((act) => ({ by, act })),
		);
		const owed = open.filter(({ act }) => act.act === "step");
		const ofClocks = open.filter(({ act }) => act.act === "change-clock");
		const choices =
			turn.onward && owed.length > 0
				? owed
				: ofClocks.length > 0 && turn.act % 5 === 0
					? ofClocks
					: open.filter((each) => !ofClocks.includes(each));
		const chosen = choices[turn.act % choices.length];
		if (chosen) happen(perform(difference, chosen, turn, now, told));
	}
	return told;
}

function perform(
	difference: Difference,
	{ by, act }: { by: Actor; act: OpenAct },
	turn: Turn,
	now: Temporal.ZonedDateTime,
	told: Told,
): Numbered[] {
	const entered = {
		"reply-by": now.toPlainDate().add({ days: turn.days }).toString(),
	};
	switch (act.act) {
		case "change-clock": {
			const how = act.ways[turn.outcome % act.ways.length] as WayToChange;
			const due = Temporal.PlainDate.from(act.clock.due.day);
			const until =
				how === "extend"
					? due.add({ days: 1 + turn.days })
					: due.subtract({ days: 1 + turn.days });
			if (
				how === "bring-forward" &&
				until.toString() < now.toPlainDate().toString()
			)
				return [];
			return changeClock(
				somerset,
				difference,
				{
					clock: act.clock.clock,
					how,
					until: until.toString(),
					answers: { [reasonForChange]: "Example" },
				},
				by,
				now,
			);
		}
		case "record-on-childs-record":
			return recordOnChildsRecord(
				somerset,
				difference,
				{ step: act.step.id, side: act.side },
				by,
				now,
			);
		case "move":
			return makeMove(
				somerset,
				difference,
				{
					move: act.move.id,
					answers: answersFor(protocol, act.move.asks, entered, now),
				},
				by,
				now,
			);
		case "step": {
			const { step } = act;
			const onward = step.outcomes.filter(
				({ leadsTo }) => !leadsTo.some(({ go }) => go === "end"),
			);
			const outcomes =
				turn.onward && onward.length > 0 ? onward : step.outcomes;
			const outcome = outcomes[turn.outcome % outcomes.length];
			if (!outcome) throw new Error(`${step.id} has no outcome`);
			const early = protocol.stages.some(
				({ id, formsForbidden }) => id === step.stage && formsForbidden,
			);
			const confided = early
				? confide(`${step.id}#${difference.seq}`, step.by.side, told)
				: {};
			return doStep(
				somerset,
				difference,
				{
					step: step.id,
					outcome: outcome.id,
					answers: answersFor(
						protocol,
						asksOf(step, outcome),
						{ ...confided, ...entered },
						now,
					),
				},
				by,
				now,
			);
		}
	}
}

/** A text of its own for every field that is told in words. */
function confide(
	act: string,
	own: string,
	told: Told,
): Record<string, unknown> {
	const texts = Object.values(protocol.fields)
		.filter(({ type }) => type === "long-text" || type === "text")
		.map(({ id }): [string, string] => [id, `in confidence: ${act} ${id}.`]);
	told.confidences.push(...texts.map(([, text]) => ({ text, own })));
	return Object.fromEntries(texts);
}

/** Any sequence of allowed acts, by anybody, at any time. Prints its seed when it fails. */
const always = (holds: (told: Told) => void) =>
	fc.assert(
		fc.property(turns, (given) => holds(play(given))),
		{ numRuns: 100 },
	);

test("the courses below come by every step and every move of the protocol", () => {
	const seen = new Set(
		fc
			.sample(turns, { numRuns: 300, seed: 2021 })
			.flatMap((given) => play(given).events)
			.flatMap((event) =>
				event.type === "step-done"
					? event.step
					: event.type === "move-made"
						? event.move
						: [],
			),
	);
	expect([...seen].sort()).toEqual(
		[
			...Object.keys(protocol.steps),
			...protocol.moves.map(({ id }) => id),
		].sort(),
	);
});

test("whatever is done, it has ended or somebody has an act open", () =>
	always(({ states }) => {
		for (const { difference } of states)
			if (difference.status.is === "open")
				expect(
					people.some((by) =>
						actsOpenTo(protocol, difference, by).some(
							({ act }) => act === "step",
						),
					),
				).toBe(true);
	}));

test("the record, written down and read again, adds up to what was seen", () =>
	always(({ events, states }) => {
		const stored = JSON.parse(JSON.stringify(events)) as Numbered[];
		for (const { difference, entries } of states)
			expect(
				JSON.stringify(replay(protocol, opening, stored.slice(0, entries))),
			).toBe(JSON.stringify(difference));
		expect(events.map(({ seq }) => seq)).toEqual(
			events.map((_, index) => index + 1),
		);
	}));

test("entries stand in the order in which they happened", () =>
	always(({ events }) => {
		const times = events.map(({ at }) => Temporal.Instant.from(at));
		expect(times).toEqual(times.toSorted(Temporal.Instant.compare));
	}));

test("no clock is due on a day that its calendar excludes, unless people agreed the day", () =>
	always(({ events }) => {
		for (const event of events)
			if (event.type === "clock-started") {
				const rule = protocol.clocks.find(({ id }) => id === event.clock);
				if (rule && "within" in rule.limit)
					expect(isWorkingDay(event.due.day, calendar)).toBe(true);
			}
	}));

test("a clock runs in one round at a time, and only while its step is owed", () =>
	always(({ states }) => {
		for (const { difference } of states)
			for (const clock of difference.clocks)
				if (clock.state === "running" || clock.state === "ran-out")
					expect(
						difference.open.filter(({ step }) => step === clock.clock),
					).toHaveLength(1);
	}));

test("nothing follows a final decision but referrals, learning and the child’s record", () =>
	always(({ events }) => {
		const end = events.findIndex(
			(event) =>
				event.type === "ended" && protocol.endings[event.ending]?.final,
		);
		if (end < 0) return;
		for (const event of events.slice(end + 1))
			switch (event.type) {
				case "step-opened":
				case "step-done":
					expect(stepOf(protocol, event.step).stage).toBe("afterwards");
					break;
				case "move-made":
					expect(event.move).toMatch(/^refer-for-/);
					break;
				default:
					expect(event.type).toBe("recorded-on-childs-record");
			}
	}));

test("the receiving agency learns nothing, and can do nothing, before something is sent to it", () =>
	always(({ events, states }) => {
		for (const { difference, entries } of states) {
			const soFar = events.slice(0, entries);
			const sent = soFar.some(
				(event) => event.type === "sent" && event.to.includes("receiving"),
			);
			expect("receiving" in difference.known).toBe(sent);
			if (sent) continue;
			expect(entriesFor(soFar, ["receiving"])).toEqual([]);
			for (const by of people.filter(
				({ agencyId }) => agencyId === "receiving",
			))
				expect(actsOpenTo(protocol, difference, by)).toEqual([]);
		}
	}));

test("what is said at stages 1 and 2 stays with those who said it, unless it was sent", () =>
	always(({ events, confidences }) => {
		for (const side of ["raising", "receiving", "business-unit", "executive"]) {
			const read = JSON.stringify(entriesFor(events, [side]));
			const sent = JSON.stringify(
				events.flatMap((event) =>
					event.type === "sent" && event.to.includes(side)
						? [event.answers]
						: [],
				),
			);
			for (const { text, own } of confidences)
				if (own !== side && read.includes(text))
					expect(sent, `${side} reads ${text}`).toContain(text);
		}
	}));
