import { expect, test } from "vitest";
import { madeUpText } from "../../../../protocols/made-up.fixture.ts";
import { at, Course, rulesFrom, somebody } from "../../../../protocols/somerset.fixture.ts";
import { changeClock } from "./change-clock.ts";

const rules = rulesFrom(
	madeUpText(`one:
  title: One
  steps:
    do:
      kind: task
      title: Do it
      by: business-unit
      due: { within: 3 working days, due-time: "17:00" }
      then: end over
    send:
      kind: task
      title: Send it
      by: raising practitioner
      sends: { what: [issue], to: [business-unit] }
      then: do
`)
		.replace("start: stage one", "start: one.send")
		.replace("moves:", "clock-changes: { extend: { by: [business-unit] } }\nmoves:"),
);

/** Sent on Monday 9 March 2026: due on Thursday 12 at five. */
const extendTo = (until: string) => {
	const course = new Course(rules)
		.raised("2026-03-09 09:00")
		.does("2026-03-09 10:00", "raising practitioner", "one.send done");
	const [changed] = changeClock(
		rules,
		course.difference,
		{
			clock: "one.do",
			how: "extend",
			until,
			answers: { "reason-for-change": "A report is awaited" },
		},
		somebody("business-unit", rules.protocol),
		at("2026-03-10 10:00"),
	);
	return changed?.type === "clock-changed" ? changed.due.due : undefined;
};

test("a clock that is due at a time of day is extended to that time of the new day", () => {
	expect(extendTo("2026-03-19")).toBe("2026-03-19T17:00:00Z");
	expect(extendTo("2026-03-19T12:00")).toBe("2026-03-19T12:00:00Z");
});

test("the day on which it is due already is no later day", () => {
	expect(() => extendTo("2026-03-12")).toThrow("Choose a day after");
});
