import fc from "fast-check";
import { expect, test } from "vitest";
import { somerset } from "../../../protocols/somerset.fixture.ts";
import { stepOf } from "../protocol/protocol.ts";
import { type Course, play, type Turn, turns } from "./any-play.fixture.ts";
import { entriesFor } from "./who/may-read.ts";

const { protocol } = somerset;

/** What is told to whom in stages 1 and 2 must stay there: each such text carries its act. */
type Confidence = { text: string; own: string };

type Told = Course & { confidences: Confidence[] };

/** Plays turns on Somerset's protocol, with a text of its own wherever something is told in words early on. */
function playSomerset(given: Turn[]): Told {
	const confidences: Confidence[] = [];
	const course = play(somerset, given, 0, (where, step) => {
		const early =
			where === "raise" ||
			protocol.stages.some(({ id, formsForbidden }) => id === step?.stage && formsForbidden);
		if (!early) return {};
		const texts = Object.values(protocol.fields)
			.filter(({ type }) => type === "long-text" || type === "text")
			.map(({ id }): [string, string] => [id, `in confidence: ${where} ${id}.`]);
		const own = step?.by.side ?? "raising";
		confidences.push(...texts.map(([, text]) => ({ text, own })));
		return Object.fromEntries(texts);
	});
	return { ...course, confidences };
}

/** Any sequence of allowed acts, by anybody, at any time. Prints its seed when it fails. */
const always = (holds: (told: Told) => void) =>
	fc.assert(
		fc.property(turns, (given) => holds(playSomerset(given))),
		{ numRuns: 100 },
	);

test("the courses below come by every step and every move of the protocol", () => {
	const seen = new Set(
		fc
			.sample(turns, { numRuns: 600, seed: 2021 })
			.flatMap((given) => playSomerset(given).events)
			.flatMap((event) =>
				event.type === "step-done" ? event.step : event.type === "move-made" ? event.move : [],
			),
	);
	expect([...seen].sort()).toEqual(
		[...Object.keys(protocol.steps), ...protocol.moves.map(({ id }) => id)].sort(),
	);
});

test("a clock runs in one round at a time, and only while its step is owed", () =>
	always(({ states }) => {
		for (const { difference } of states)
			for (const clock of difference.clocks)
				if (clock.state === "running" || clock.state === "ran-out")
					expect(difference.open.filter(({ step }) => step === clock.clock)).toHaveLength(1);
	}));

test("nothing follows a final decision but referrals, learning and the child’s record", () =>
	always(({ events }) => {
		const end = events.findIndex(
			(event) => event.type === "ended" && protocol.endings[event.ending]?.final,
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

test("what is said at stages 1 and 2 stays with those who said it, unless it was sent", () =>
	always(({ events, confidences }) => {
		for (const side of ["raising", "receiving", "business-unit", "executive"]) {
			const read = JSON.stringify(entriesFor(events, [side]));
			const sent = JSON.stringify(
				events.flatMap((event) =>
					event.type === "sent" && event.to.includes(side) ? [event.answers] : [],
				),
			);
			for (const { text, own } of confidences)
				if (own !== side && read.includes(text))
					expect(sent, `${side} reads ${text}`).toContain(text);
		}
	}));
