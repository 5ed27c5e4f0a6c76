import { expect, test } from "vitest";
import { madeUp } from "../../../../protocols/made-up.fixture.ts";
import { Course } from "../../../../protocols/somerset.fixture.ts";
import { clockOf } from "../difference.ts";

const rules = madeUp(`one:
  title: One
  steps:
    a: { kind: task, title: A, by: raising practitioner, outcomes: { on: b, again: a } }
    b: { kind: task, title: B, by: raising practitioner, then: c }
    c:
      kind: task
      title: C
      by: raising practitioner
      due: { within: 5 working days, from: [a.on, b.done] }
      outcomes: { back: b, over: end over }`);

const begun = () =>
	new Course(rules)
		.raised("2026-03-02 09:00")
		.does("2026-03-02 10:00", "raising practitioner", "one.a on")
		.does("2026-03-04 10:00", "raising practitioner", "one.b done");

test("of several things that start a clock the first to happen counts", () => {
	const { difference } = begun();
	expect(difference.clocks).toHaveLength(1);
	expect(clockOf(difference, "one.c")?.due.day).toBe("2026-03-09");
});

test("once the step was done, the next of them starts it anew", () => {
	const { difference } = begun()
		.does("2026-03-05 10:00", "raising practitioner", "one.c back")
		.does("2026-03-06 10:00", "raising practitioner", "one.b done");
	expect(clockOf(difference, "one.c")).toMatchObject({
		round: 2,
		due: { day: "2026-03-13" },
	});
});
