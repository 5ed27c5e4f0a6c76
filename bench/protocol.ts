/**
 * What a protocol costs once started. Run with `node bench/protocol.ts`.
 * Fails when checking Somerset’s protocol, or playing a story of fifty acts on it, takes 100 ms or more.
 */
import { readFileSync } from "node:fs";
import { calendarNamed } from "../src/domain/calendar/calendar.ts";
import { readProtocol } from "../src/domain/protocol/read-protocol.ts";
import { playStory } from "../src/domain/story/play.ts";
import { readStory } from "../src/domain/story/story.ts";

const text = readFileSync(
	new URL("../protocols/somerset/2021-04.yaml", import.meta.url),
	"utf8",
);

/** One round of the form: filled in, and sent back. */
const round = (index: number) => {
	const day = Temporal.PlainDate.from("2026-06-02").add({ days: index });
	return `
  - { at: ${day} 10:00, by: raising practitioner, do: formal-resolution.raise }
  - { at: ${day} 11:00, by: raising senior-manager, do: sign-off, outcome: returned }`;
};
const fiftyActs = `story: A form that is sent back many times
acts:
  - { at: 2026-06-01 09:00, by: raising practitioner, do: raise }
  - { at: 2026-06-01 10:00, by: raising practitioner, do: straight-to-formal }${Array.from(
		{ length: 22 },
		(_, index) => round(index),
	).join("")}
  - { at: 2026-07-01 09:00, by: raising practitioner, do: formal-resolution.raise }
  - { at: 2026-07-01 10:00, by: raising senior-manager, do: sign-off, outcome: signed }
  - { at: 2026-07-02 10:00, by: business-unit, do: forward }
  - { at: 2026-07-03 10:00, by: receiving senior-manager, do: respond }
`;

/** @returns milliseconds: of the first time, and of the middle one of twenty-one */
function cost(work: () => unknown): { first: number; median: number } {
	const times = Array.from({ length: 21 }, () => {
		const start = performance.now();
		work();
		return performance.now() - start;
	});
	const [first = 0] = times;
	return { first, median: times.toSorted((a, b) => a - b)[10] ?? 0 };
}

const { protocol } = readProtocol(text);
const { story } = readStory(fiftyActs);
if (!protocol || story?.acts.length !== 50)
	throw new Error("The protocol or the story of the bench is wrong");
const rules = { protocol, calendar: calendarNamed(protocol.calendar) };

const checking = cost(() => readProtocol(text));
const playing = cost(() => playStory(rules, story));
for (const [what, { first, median }] of [
	["checking a protocol    ", checking],
	["a story of fifty acts  ", playing],
] as const)
	console.log(
		`${what} ${median.toFixed(1)} ms, the first time ${first.toFixed(1)} ms`,
	);
if (checking.median >= 100 || playing.median >= 100) process.exitCode = 1;
