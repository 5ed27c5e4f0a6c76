import { expect, test } from "vitest";
import type { RecordedEvent } from "../difference.ts";
import { webhookEvents } from "./webhook-events.ts";

const entry = (seq: number, type: string, audience: string[], more: object = {}) =>
	({ seq, type, at: `2026-03-26T10:0${seq}:00Z`, audience, ...more }) as unknown as RecordedEvent;
const kinds = (
	entries: RecordedEvent[],
	readers: string[],
	act: { from: number; to: number },
	open: string[] = [],
) =>
	webhookEvents({ entries, readers }, act, (step) => open.includes(step)).map(({ kind }) => kind);

const raised = entry(1, "raised", ["raising"]);
const opened = entry(2, "step-opened", ["raising"], { step: "early.talk" });
const sent = entry(3, "sent", ["receiving", "business-unit"]);

test("whoever raised it hears so, and of a step only where they may do it", () => {
	const act = { from: 1, to: 2 };
	expect(kinds([raised, opened], ["raising"], act, ["early.talk"])).toEqual([
		"difference.raised",
		"step.opened",
		"difference.changed",
	]);
	expect(kinds([raised, opened], ["raising"], act)).not.toContain("step.opened");
});

test("whom it reaches hears that once, and not of what was enclosed in it", () => {
	expect(kinds([raised, opened, sent], ["receiving"], { from: 3, to: 3 })).toEqual([
		"difference.received",
		"form.sent",
		"difference.changed",
	]);
	const later = entry(4, "note-added", ["receiving"]);
	expect(kinds([raised, sent, later], ["receiving"], { from: 4, to: 4 })).toEqual([
		"difference.changed",
	]);
});

test("of an act of which somebody reads nothing they hear nothing, also not that it was", () => {
	expect(kinds([raised, opened, sent], ["executive"], { from: 1, to: 3 })).toEqual([]);
	const kept = entry(4, "clock-ran-out", ["receiving"], { keptTo: { receiving: "manager" } });
	expect(kinds([sent, kept], ["receiving"], { from: 4, to: 4 })).toEqual([]);
	expect(kinds([sent, kept], ["receiving", "receiving:manager"], { from: 4, to: 4 })).toEqual([
		"clock.ran-out",
		"difference.changed",
	]);
});

test("that it ended is said beside that it changed", () => {
	expect(kinds([raised, entry(4, "ended", ["raising"])], ["raising"], { from: 4, to: 4 })).toEqual([
		"difference.ended",
		"difference.changed",
	]);
});
