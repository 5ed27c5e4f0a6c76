import { expect, test } from "vitest";
import { standingOf } from "./standing.ts";

test.each([
	["hard", "met", "met"],
	["hard", "met-late", "met-late"],
	["hard", "ran-out", "missed"],
	["soft", "met", "target-met"],
	["soft", "met-late", "after-target"],
	["soft", "ran-out", "target-passed"],
	["indicative", "met-late", "after-target"],
	["may", "met", "used"],
	["may", "ran-out", "unused"],
	["may", "paused", "paused"],
] as const)("a %s date that is %s is said to be %s", (strength, state, said) => {
	expect(standingOf({ state }, strength)).toBe(said);
});

test("what was missed stays missed when it is not needed any more; what was not, is neither", () => {
	expect(standingOf({ state: "dropped", missed: true }, "hard")).toBe("missed");
	expect(standingOf({ state: "dropped", missed: true }, "soft")).toBe("target-passed");
	expect(standingOf({ state: "dropped" }, "hard")).toBe("dropped");
});
