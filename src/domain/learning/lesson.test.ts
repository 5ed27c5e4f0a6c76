import { expect, test } from "vitest";
import { somerset } from "../../../protocols/somerset.fixture.ts";
import { asksForLesson, checkDaysAhead, mayReadLessons, sentencesIn } from "./lesson.ts";

test("two sentences are two, whatever ends them", () => {
	expect(sentencesIn("A referral was closed. Nobody saw the child.")).toBe(2);
	expect(sentencesIn("Was it closed? Yes! Nobody told the school.")).toBe(3);
	expect(sentencesIn("It took 2.5 hours")).toBe(1);
	expect(sentencesIn(" … ")).toBe(0);
});

test("of Somerset’s steps, the one that asks what was learned leads to the lesson, and no other", () => {
	const { protocol } = somerset;
	const asking = Object.values(protocol.steps).filter((step) => asksForLesson(protocol, step));
	expect(asking.map(({ id }) => id)).toEqual(["afterwards.learning"]);
});

test("what is agreed lies ahead of today", () => {
	expect(() => checkDaysAhead(["2026-05-01", "2026-04-02"], "2026-04-01")).not.toThrow();
	expect(() => checkDaysAhead(["2026-05-01", "2026-04-01"], "2026-04-01")).toThrow("still to come");
});

test("the office, its head and the subgroup read lessons; the scrutineer and everybody else do not", () => {
	const reads = (...offices: string[]) => mayReadLessons({ offices });
	expect([reads("business-unit"), reads("business-unit-head"), reads("learning-subgroup")]).toEqual(
		[true, true, true],
	);
	expect([reads("scrutineer"), reads("executive"), reads()]).toEqual([false, false, false]);
});
