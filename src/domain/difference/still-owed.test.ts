import { expect, test } from "vitest";
import { madeUp } from "../../../protocols/made-up.fixture.ts";
import { Course } from "../../../protocols/somerset.fixture.ts";
import { clockOf } from "./difference.ts";

/** A meeting within five working days, which may not take place. */
const meeting = madeUp(`
one:
  title: One
  steps:
    meet:
      kind: meeting
      title: Meet
      by: raising practitioner
      due: { within: 5 working days }
      outcomes:
        held: end over
        did-not-take-place: meet
`);

test("what did not take place is still owed, by the same date", () => {
	// Raised on Thursday 5 March 2026: the fifth working day is Thursday 12 March.
	const course = new Course(meeting).raised("2026-03-05 09:00");
	course.does(
		"2026-03-11 10:00",
		"raising practitioner",
		"one.meet did-not-take-place",
	);
	expect(course.difference.open.map(({ step }) => step)).toEqual(["one.meet"]);
	expect(clockOf(course.difference, "one.meet")).toMatchObject({
		round: 1,
		state: "running",
		due: { day: "2026-03-12" },
	});
	course.does("2026-03-13 10:00", "raising practitioner", "one.meet held");
	expect(clockOf(course.difference, "one.meet")?.state).toBe("met-late");
});
