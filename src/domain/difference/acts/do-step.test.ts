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

const gate = (notBy: string) =>
	new Course(
		madeUp(`one:
  title: One
  steps:
    send: { kind: task, title: Send it, by: raising practitioner, sends: { what: [issue], to: [business-unit] }, then: sift }
    sift: { kind: task, title: Look through it, by: business-unit, outcomes: { again: sift, on: decide } }
    decide: { kind: decision, title: Decide, by: business-unit, not-by: ${notBy}, outcomes: { over: end over, not-yet: decide } }
`),
	)
		.raised("2026-03-09 09:00")
		.does("2026-03-09 10:00", "raising practitioner", "one.send done")
		.does("2026-03-09 11:00", "business-unit", "one.sift again")
		.does("2026-03-09 12:00", "business-unit 2", "one.sift on");

test.each(["everyone-before", "[sift]"])(
	"not-by %s bars everybody of the same office who ever had a part in it",
	(notBy) => {
		const decides = (by: string) => () =>
			gate(notBy).does("2026-03-10 09:00", by, "one.decide over");
		for (const by of ["business-unit", "business-unit 2"])
			expect(decides(by)).toThrow("Somebody who had no part in it so far must do this.");
		expect(decides("business-unit 3")().types()).toContain("ended");
	},
);

test("who could not decide yet may decide when it comes round again", () => {
	const course = gate("everyone-before")
		.does("2026-03-10 09:00", "business-unit 3", "one.decide not-yet")
		.does("2026-03-11 09:00", "business-unit 3", "one.decide over");
	expect(course.types()).toContain("ended");
});
