import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { madeUpText } from "../../../../protocols/made-up.fixture.ts";
import {
	at,
	Course,
	forwarded,
	rulesFrom,
	somebody,
	somersetText,
} from "../../../../protocols/somerset.fixture.ts";
import { addWorkingDays, workingDaysBetween } from "../../calendar/working-days.ts";
import { clockOf } from "../difference.ts";
import type { WayToChange } from "../who/may-act.ts";
import { changeClock } from "./change-clock.ts";

const respond = "formal-resolution.respond";
const refusal = (code: string) => expect.objectContaining({ code });

/** Forwarded on Monday 2 March 2026, so the response is due on Monday 16 March; then somebody changes the date. */
function changed(
	course: Course,
	when: string,
	how: WayToChange,
	until?: string,
	by = "business-unit",
): Course {
	course.until(when);
	course.events.push(
		...changeClock(
			course.rules,
			course.difference,
			{
				clock: respond,
				how,
				until,
				answers: { "reason-for-change": "The writer of the answer is ill." },
			},
			somebody(by),
			at(when),
		),
	);
	return course;
}
const clock = (course: Course) => clockOf(course.difference, respond);

test("more time is given with a reason, and the first date stays on the record", () => {
	const course = changed(forwarded(), "2026-03-10 10:00", "extend", "2026-03-20");
	expect(clock(course)).toMatchObject({
		state: "running",
		due: { day: "2026-03-20" },
		firstDue: { day: "2026-03-16" },
		changes: [{ how: "extended", was: "2026-03-16", day: "2026-03-20" }],
	});
	expect(course.events.at(-1)).toMatchObject({
		answers: { "reason-for-change": "The writer of the answer is ill." },
	});
});

test("time that ran out runs again when more is given, and nobody follows it up any more", () => {
	const course = changed(forwarded(), "2026-03-18 10:00", "extend", "2026-03-20");
	expect(clock(course)?.state).toBe("running");
	expect(course.difference.open.map(({ step }) => step)).toEqual([respond]);
	course.until("2026-03-21 00:00");
	expect(clock(course)?.state).toBe("ran-out");
});

test("a day that is not later gives no more time", () => {
	expect(() => changed(forwarded(), "2026-03-10 10:00", "extend", "2026-03-16")).toThrow(
		refusal("not-later"),
	);
	expect(() => changed(forwarded(), "2026-03-10 10:00", "extend")).toThrow(refusal("date-missing"));
});

test("only whoever the protocol names may change a date, and others learn nothing by trying", () => {
	for (const by of ["raising senior-manager", "receiving senior-manager"])
		expect(() => changed(forwarded(), "2026-03-10 10:00", "extend", "2026-03-20", by)).toThrow(
			refusal("not-open"),
		);
	expect(() => changed(forwarded(), "2026-03-10 10:00", "bring-forward", "2026-03-12")).toThrow(
		refusal("not-open"),
	);
});

test("an extension has a limit where the protocol sets one, and is given as often as it says", () => {
	const rules = rulesFrom(
		somersetText.replace(
			"extend: { by: [business-unit] }",
			"extend: { by: [business-unit], at-most: 5 working days, times: 1 }",
		),
	);
	const course = forwarded();
	const limited = Object.assign(Object.create(Object.getPrototypeOf(course)), {
		events: course.events,
		rules,
	}) as Course;
	// Five working days after Monday 16 March is Monday 23 March.
	expect(() => changed(limited, "2026-03-10 10:00", "extend", "2026-03-24")).toThrow(
		refusal("too-far"),
	);
	changed(limited, "2026-03-10 10:00", "extend", "2026-03-23");
	expect(() => changed(limited, "2026-03-11 10:00", "extend", "2026-03-24")).toThrow(
		refusal("not-open"),
	);
});

test("a clock that stands still neither runs out nor is late, and runs on with the days it had left", () => {
	const course = changed(forwarded(), "2026-03-10 10:00", "pause");
	course.until("2026-05-30 10:00");
	expect(clock(course)?.state).toBe("paused");
	// Paused on Tuesday 10 March and let run on on Tuesday 7 April: 18 working days, without Good Friday and
	// Easter Monday. 18 working days after Monday 16 March is Monday 13 April.
	const resumed = changed(
		changed(forwarded(), "2026-03-10 10:00", "pause"),
		"2026-04-07 09:00",
		"resume",
	);
	expect(clock(resumed)).toMatchObject({
		state: "running",
		due: { day: "2026-04-13" },
		firstDue: { day: "2026-03-16" },
		pauses: [{ from: "2026-03-10T10:00:00Z", until: "2026-04-07T08:00:00Z" }],
	});
});

test("a pause that begins and ends on one day changes no date", () => {
	const course = changed(
		changed(forwarded(), "2026-03-10 10:00", "pause"),
		"2026-03-10 16:00",
		"resume",
	);
	expect(clock(course)).toMatchObject({
		state: "running",
		due: { day: "2026-03-16" },
	});
});

test("whatever the pause, as many working days are left after it as before it", () =>
	fc.assert(
		fc.property(
			fc.integer({ min: 0, max: 13 }),
			fc.integer({ min: 0, max: 400 }),
			(afterDays, pausedDays) => {
				const pause = Temporal.PlainDate.from("2026-03-03").add({
					days: afterDays,
				});
				const resume = pause.add({ days: pausedDays });
				const course = changed(
					changed(forwarded(), `${pause} 09:00`, "pause"),
					`${resume} 10:00`,
					"resume",
				);
				const { calendar } = course.rules;
				const left = (day: string, due = "") =>
					workingDaysBetween(addWorkingDays(day, 0, calendar, "deemed"), due, calendar);
				expect(left(resume.toString(), clock(course)?.due.day)).toBe(
					left(pause.toString(), "2026-03-16"),
				);
			},
		),
		{ numRuns: 200 },
	));

test("what was paused and is done meanwhile was done in time", () => {
	const course = changed(forwarded(), "2026-03-10 10:00", "pause").does(
		"2026-04-30 10:00",
		"receiving senior-manager",
		`${respond} responded`,
	);
	expect(clock(course)?.state).toBe("met");
});

test("a clock cannot be let run on that does not stand still", () => {
	expect(() => changed(forwarded(), "2026-03-10 10:00", "resume")).toThrow(refusal("not-open"));
});

describe("a clock that is due at a time of day", () => {
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
});
