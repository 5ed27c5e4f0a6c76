import { globSync, readFileSync } from "node:fs";
import { dirname } from "node:path";
import { expect, test } from "vitest";
import { calendarNamed } from "../../calendar/calendar.ts";
import { readProtocol } from "../../protocol/reading/read-protocol.ts";
import { playStory } from "../../story/play.ts";
import { readStory } from "../../story/story.ts";
import { type RecordedEvent, replay } from "../difference.ts";
import { entriesFor } from "../who/may-read.ts";
import { sayToDoer } from "./say-to-doer.ts";
import { played, untilForwarded } from "./words.fixture.ts";

/** What the doer of the last act of these reads. */
function said(acts: string, isTheirTurn = false): string {
	const { protocol, difference, names, entries } = played("raising", acts);
	const last = entries.findLast(({ type }) => type === "raised" || type === "step-done");
	const reader = last?.by?.person ?? "";
	const asked = new Map(difference.open.map(({ step }) => [step, isTheirTurn ? [reader] : []]));
	if (!last) throw new Error("Nothing was done");
	return sayToDoer(protocol, difference, { ...names, asked }, entries, last, reader);
}
const first = (count: number) =>
	`\n${untilForwarded.trim().split("\n").slice(0, count).join("\n")}`.replace("\n- ", "\n  - ");

test("whoever raised it reads that, who knows nothing of it, and that it is their turn", () => {
	expect(said(first(1), true)).toBe(
		"You raised it. Larkhill Health Visiting has not been told. Now it is your turn to talk to the other practitioner.",
	);
});

test("whoever sent something reads who was told, and who is asked now", () => {
	expect(said(first(3))).toMatch(
		/^You recorded “Talk to the other agency’s manager”: “They will reply by a day we agreed”\. Larkhill Health Visiting has been told\. Now .+ is asked to reply to the other agency’s manager\.$/,
	);
});

test("what was owed before and still is, is not said as if it were new", () => {
	const { protocol, difference, names, entries } = played("raising", first(1));
	const noted: RecordedEvent = {
		...(entries.at(-1) as RecordedEvent),
		type: "note-added",
		answers: {},
		at: "2026-04-30T09:00:00Z",
	};
	const reader = noted.by?.person ?? "";
	const saidTo = (asked: string[]) =>
		sayToDoer(
			protocol,
			difference,
			{ ...names, asked: new Map(difference.open.map(({ step }) => [step, asked])) },
			entries,
			noted,
			reader,
		);
	expect(saidTo([reader])).toMatch(/It is still your turn to talk to the other practitioner\.$/);
	expect(saidTo([])).toMatch(/ is still asked to talk to the other practitioner\.$/);
});

test("somebody else reads who did it", () => {
	const { protocol, difference, names, entries } = played("raising", first(1));
	const [raised] = entries;
	if (!raised) throw new Error("Nothing was done");
	expect(sayToDoer(protocol, difference, names, entries, raised, "somebody")).toBe(
		"Amy Okafor of Oakfield Primary School raised it with Larkhill Health Visiting.",
	);
});

test.each(["somerset", "manager-gate-and-meeting", "letters-on-their-own-clocks"])(
	"nobody reads that the other agency has not been told once it has: every act of every story of %s",
	(pack) => {
		const [file = ""] = globSync(`protocols/${pack}/*.yaml`);
		const { protocol } = readProtocol(readFileSync(file, "utf8"));
		if (!protocol) throw new Error("The protocol has faults");
		const names = {
			people: new Map(),
			agencies: { raising: "Oakfield School", receiving: "Larkhill" },
		};
		let untold = 0;
		for (const path of globSync(`${dirname(file)}/stories/*.yaml`)) {
			const { story } = readStory(readFileSync(path, "utf8"));
			if (!story) throw new Error(path);
			const rules = { protocol, calendar: calendarNamed(protocol.calendar) };
			const { difference, acts } = playStory(rules, story);
			const all: RecordedEvent[] = [];
			for (const { events } of acts) {
				all.push(...events);
				const done = events.find(({ by, type }) => by && type !== "stage-entered");
				if (!done?.by?.person) continue;
				const read = entriesFor(all, [done.by.side]);
				const seen = replay(protocol, difference, read);
				const said = sayToDoer(protocol, seen, names, read, done, done.by.person);
				if (!said.includes("Larkhill has not been told")) continue;
				untold++;
				expect([path, said, replay(protocol, difference, all).known.receiving]).toEqual([
					path,
					said,
					undefined,
				]);
			}
		}
		expect(untold).toBeGreaterThan(0);
	},
);
