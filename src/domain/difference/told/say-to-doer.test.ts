import { expect, test } from "vitest";
import type { RecordedEvent } from "../difference.ts";
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
