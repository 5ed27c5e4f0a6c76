import { expect, test } from "vitest";
import { type Dated, nextDue } from "./next-due.ts";

const dated = (due: string, rest: Partial<Dated> = {}): Dated => ({
	due,
	strength: "hard",
	state: "running",
	...rest,
});
const [monday, tuesday] = ["2026-03-30T22:59:59Z", "2026-03-31T22:59:59Z"];

test("the soonest date is next, also one that is past its limit", () => {
	expect(nextDue([dated(tuesday), dated(monday, { state: "ran-out" })])).toEqual({
		due: monday,
		is: "limit",
	});
});

test("what is past its target or its window hides no limit, and stands where there is nothing else", () => {
	const target = dated(monday, { strength: "soft", state: "ran-out" });
	expect(nextDue([target, dated(tuesday)])).toEqual({ due: tuesday, is: "limit" });
	expect(nextDue([target])).toEqual({ due: monday, is: "target" });
	expect(nextDue([dated(monday, { strength: "may" }), dated(tuesday)])?.is).toBe("window");
});

test("what stands still is no date, and of nothing nothing is next", () => {
	expect(nextDue([dated(monday, { state: "paused" })])).toBeUndefined();
	expect(nextDue([])).toBeUndefined();
});
