/**
 * What a protocol costs once started. Run with `node bench/protocol.ts`.
 * Fails when checking, drawing, guiding or comparing Somerset’s protocol, or playing a story of fifty acts on it,
 * takes 100 ms or more, or any of these a second or more on a file of ten thousand lines.
 */
import { readFileSync } from "node:fs";
import { guideAsText } from "../src/documents/guide-text.ts";
import { calendarNamed } from "../src/domain/calendar/calendar.ts";
import { readProtocol } from "../src/domain/protocol/reading/read-protocol.ts";
import { compareProtocols } from "../src/domain/protocol/told/compare/compare.ts";
import { drawProtocol } from "../src/domain/protocol/told/draw/draw.ts";
import { guideOf } from "../src/domain/protocol/told/guide/guide.ts";
import { playStory } from "../src/domain/story/play.ts";
import { readStory } from "../src/domain/story/story.ts";

const text = readFileSync(new URL("../protocols/somerset/2021-04.yaml", import.meta.url), "utf8");

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
const { protocol: changed } = readProtocol(
	text
		.replaceAll("10 working days", "5 working days")
		.replaceAll("title: Sign off", "title: Approve"),
);
if (!changed) throw new Error("The changed protocol of the bench is wrong");
const drawing = cost(() => drawProtocol(protocol));
const guiding = cost(() => guideAsText(guideOf(protocol)));
const comparing = cost(() => compareProtocols(protocol, changed));
for (const [what, { first, median }] of [
	["checking a protocol    ", checking],
	["a story of fifty acts  ", playing],
	["drawing it             ", drawing],
	["its guide as text      ", guiding],
	["comparing two versions ", comparing],
] as const)
	console.log(`${what} ${median.toFixed(1)} ms, the first time ${first.toFixed(1)} ms`);
const isSlow = [checking, playing, drawing, guiding, comparing].some(({ median }) => median >= 100);

/** A file of about ten thousand lines: nobody writes one, and nobody shall stop Concord with one. */
const long = (stages: string, moves: string) => `protocol: long
version: "1"
title: Long
partnership: Nowhere
calendar: england-and-wales
about: For the bench.
safety: [{ if: a child is in danger, call: "999", name: the police }]
roles: { practitioner: { level: practitioner, called: practitioner } }
fields: { issue: { type: text, label: What is it? } }
raise: { by: [practitioner], asks: [issue], start: stage t0 }
stages:
${stages}
moves:
${moves}
endings: { over: { title: Over } }
`;
const many = <Made>(count: number, make: (index: number) => Made): Made[] =>
	Array.from({ length: count }, (_, index) => make(index));
const step = (name: string, title: string, onward: string, back: string) => `
      ${name}:
        kind: note
        title: ${title}
        by: raising practitioner
        outcomes:
          on: { say: Go on, then: ${onward} }
          back: { say: Start again, then: ${back} }
          out: { say: Stop, then: end over }`;
const longFiles = {
	"one stage of 1,250 steps": long(
		`  t0:\n    title: One\n    steps:${many(1250, (index) =>
			step(
				`s${index}`,
				`Step ${index}`,
				index === 1249 ? "end over" : `s${index + 1}`,
				`s${index - (index % 97)}`,
			),
		).join("")}`,
		"  out: { title: Withdraw, by: [raising practitioner], while: [any], then: end over }",
	),
	"800 stages, 400 moves from anywhere": long(
		many(
			800,
			(index) =>
				`  t${index}:\n    title: Stage ${index}\n    steps:${step("s", `Step ${index}`, index === 799 ? "end over" : `stage t${index + 1}`, "s")}`,
		).join("\n"),
		many(
			400,
			(index) =>
				`  m${index}: { title: Move ${index}, by: [raising practitioner], while: [any], then: end over }`,
		).join("\n"),
	),
};
let longest = 0;
for (const [what, file] of Object.entries(longFiles)) {
	const timed = (doing: string, work: () => unknown): void => {
		const start = performance.now();
		work();
		const took = performance.now() - start;
		longest = Math.max(longest, took);
		console.log(`  ${doing.padEnd(10)} ${took.toFixed(0)} ms`);
	};
	console.log(`${what}, ${file.split("\n").length} lines`);
	timed("checking", () => readProtocol(file));
	const [one, other] = [
		readProtocol(file),
		readProtocol(file.replaceAll("title: Step", "title: Task")),
	];
	if (!one.protocol || !other.protocol) throw new Error(JSON.stringify(one.faults?.slice(0, 3)));
	const [before, after] = [one.protocol, other.protocol];
	timed("drawing", () => drawProtocol(before));
	timed("its guide", () => guideAsText(guideOf(before)));
	timed("comparing", () => compareProtocols(before, after));
}
if (isSlow || longest >= 1000) process.exitCode = 1;
