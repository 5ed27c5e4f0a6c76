import { expect, test } from "vitest";
import { madeUpText } from "../../../../protocols/made-up.fixture.ts";
import { at, Course, rulesFrom, somebody } from "../../../../protocols/somerset.fixture.ts";
import { changeClock } from "../acts/change-clock.ts";
import { makeMove } from "../acts/make-move.ts";
import { clockOf } from "../difference.ts";

const rules = rulesFrom(
	madeUpText(
		`one:
  title: One
  steps:
    agree: { kind: task, title: Agree, by: raising practitioner, asks: [answer-by], then: answer }
    answer: { kind: task, title: Answer, by: raising practitioner, due: { on: answer-by }, then: report }
    report: { kind: task, title: Report, by: raising practitioner, due: { within: 5 working days }, then: end over }`,
		"{ anew: { title: Agree anew, by: [raising practitioner], while: [one.answer], asks: [answer-by], then: stay } }",
	)
		.replace("fields:", "fields:\n  answer-by: { type: moment, label: By when? }")
		.replace(
			"themes: {}",
			'due-time: "17:00"\nclock-changes: { extend: { by: [raising practitioner] } }',
		),
);
const practitioner = somebody("raising practitioner", rules.protocol);

const agreed = () =>
	new Course(rules)
		.raised("2026-03-02 09:00")
		.does("2026-03-02 10:00", "raising practitioner", "one.agree done", {
			"answer-by": "2026-03-05T12:00",
		});

test("another time that people agree takes the place of the first, which stays on the record", () => {
	const course = agreed();
	const now = at("2026-03-04 10:00");
	course.events.push(
		...makeMove(
			rules,
			course.difference,
			{ move: "anew", answers: { "answer-by": "2026-03-09T09:30" } },
			practitioner,
			now,
		),
	);
	expect(clockOf(course.difference, "one.answer")).toMatchObject({
		due: { due: "2026-03-09T09:30:00Z" },
		firstDue: { due: "2026-03-05T12:00:00Z" },
		state: "running",
		changes: [{ how: "depends-on", was: "2026-03-05" }],
	});
});

test("a day to which somebody extends a clock is due at the protocol’s time of day, as any other", () => {
	const { difference } = agreed().does(
		"2026-03-05 10:00",
		"raising practitioner",
		"one.answer done",
	);
	const [changed] = changeClock(
		rules,
		difference,
		{
			clock: "one.report",
			how: "extend",
			until: "2026-03-16",
			answers: { "reason-for-change": "Waiting for a report" },
		},
		practitioner,
		at("2026-03-06 10:00"),
	);
	expect(changed).toMatchObject({
		type: "clock-changed",
		due: { due: "2026-03-16T17:00:00Z" },
	});
});
