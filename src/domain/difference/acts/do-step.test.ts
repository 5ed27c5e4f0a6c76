import { expect, test } from "vitest";
import { madeUp } from "../../../../protocols/made-up.fixture.ts";
import { Course } from "../../../../protocols/somerset.fixture.ts";

test("who does not hold the role is told whose it is, whatever part they had before", () => {
	const course = new Course(
		madeUp(`one:
  title: One
  steps:
    send:
      kind: task
      title: Send it
      by: raising practitioner
      sends: { what: [issue], to: [business-unit] }
      then: decide
    decide:
      kind: decision
      title: Decide
      by: business-unit
      not-by: everyone-before
      then: end over
`),
	)
		.raised("2026-03-09 09:00")
		.does("2026-03-09 10:00", "raising practitioner", "one.send done");
	expect(() => course.does("2026-03-09 11:00", "raising practitioner", "one.decide done")).toThrow(
		"This is for the Business Unit to do.",
	);
});
