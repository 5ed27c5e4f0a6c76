import { expect, test } from "vitest";
import { calendarNamed } from "../calendar/calendar.ts";
import { isLateAction, isToBeChased } from "./learning-action.ts";

const calendar = calendarNamed("england-and-wales");
const action = { state: "open" as const, dueOn: "2026-03-16", chasedOn: null };

test("an owner is reminded a week before the day, on it, on the next working day, and every five working days from then, until it is closed", () => {
	const asked: string[] = [];
	let chasedOn: string | null = null;
	for (
		let day = Temporal.PlainDate.from("2026-03-02");
		day.toString() <= "2026-04-01";
		day = day.add({ days: 1 })
	)
		if (isToBeChased({ ...action, chasedOn }, day.toString(), calendar)) {
			chasedOn = day.toString();
			asked.push(chasedOn);
		}
	expect(asked).toEqual(["2026-03-09", "2026-03-16", "2026-03-17", "2026-03-24", "2026-03-31"]);
	expect(isToBeChased({ ...action, state: "done" }, "2026-03-20", calendar)).toBe(false);
});

test("what was agreed late is spoken of at once, and a morning without a run loses nothing", () => {
	expect(isToBeChased(action, "2026-05-06", calendar)).toBe(true);
	expect(isToBeChased({ ...action, chasedOn: "2026-03-09" }, "2026-03-18", calendar)).toBe(true);
});

test("an action is late from the day after its day, and never once it is closed", () => {
	expect(isLateAction(action, "2026-03-16")).toBe(false);
	expect(isLateAction(action, "2026-03-17")).toBe(true);
	expect(isLateAction({ ...action, state: "not-done" }, "2026-03-17")).toBe(false);
});
