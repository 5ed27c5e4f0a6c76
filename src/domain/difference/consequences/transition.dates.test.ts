import { describe, expect, test } from "vitest";
import { madeUp, madeUpText } from "../../../../protocols/made-up.fixture.ts";
import {
	at,
	Course,
	forwarded,
	header,
	rulesFrom,
	somebody,
} from "../../../../protocols/somerset.fixture.ts";
import { changeClock } from "../acts/change-clock.ts";
import { makeMove } from "../acts/make-move.ts";
import { raise } from "../acts/raise.ts";
import { clockOf } from "../difference.ts";

describe("several things that start one clock", () => {
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
});

describe("an outcome after which the same is still due", () => {
	const meeting = (outcome: string) =>
		new Course(
			madeUp(`one:
  title: One
  steps:
    invite: { kind: notice, title: Invite, by: raising practitioner, then: meet }
    meet:
      kind: meeting
      title: Meet
      by: raising practitioner
      due: { within: 10 working days, from: stage one }
      outcomes: { held: end over, put-off: ${outcome} }`),
		)
			.raised("2026-03-02 09:00")
			.does("2026-03-03 09:00", "raising practitioner", "one.invite done")
			.does("2026-03-09 09:00", "raising practitioner", "one.meet put-off");

	const meetingOf = (course: Course) => clockOf(course.difference, "one.meet");

	test("the clock of a meeting that is put off runs on, and is met when the meeting is held", () => {
		const putOff = () => meeting("{ still-due: true, blank: true, then: invite }");
		expect(meetingOf(putOff())).toMatchObject({
			state: "running",
			round: 1,
			due: { day: "2026-03-16" },
		});
		const held = (when: string) =>
			meetingOf(
				putOff()
					.does("2026-03-10 09:00", "raising practitioner", "one.invite done")
					.does(when, "raising practitioner", "one.meet held"),
			)?.state;
		expect(held("2026-03-16 17:00")).toBe("met");
		expect(held("2026-03-17 09:00")).toBe("met-late");
	});

	test("it can run out before the meeting is called anew", () => {
		const course = meeting("{ still-due: true, blank: true, then: invite }");
		expect(meetingOf(course.until("2026-03-17 09:00"))?.state).toBe("ran-out");
	});

	test("without those words an outcome meets the clock, whatever it says", () => {
		expect(meetingOf(meeting("invite"))?.state).toBe("met");
	});
});

describe("a time that people agree", () => {
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
});

describe("a clock over the whole that ends before a day", () => {
	const text = (clock: string) =>
		madeUpText(`one:
  title: One
  steps:
    talk: { kind: discussion, title: Talk, by: raising practitioner, then: end over }
`)
			.replace("asks: [issue]", "asks: [issue, conference-on]")
			.replace(
				"fields:\n",
				"fields:\n  conference-on: { type: day, label: When is the conference? }\n",
			)
			.replace(
				"endings:",
				`clocks:\n  conference: { title: Settle it before the conference, by: raising practitioner, within: 2 working days, ${clock}until: end }\nendings:`,
			);

	test("a clock over the whole can end so long before a day", () => {
		const rules = rulesFrom(text("before: conference-on, "));
		// Tuesday 7 April 2026 follows Easter Monday: Thursday 2 and Wednesday 1 April are the two days before it.
		const events = raise(
			rules,
			header,
			{ issue: "Example", "conference-on": "2026-04-07" },
			[],
			somebody("raising practitioner", rules.protocol),
			at("2026-03-23 09:00"),
		);
		expect(events.find(({ type }) => type === "clock-started")).toMatchObject({
			due: { day: "2026-04-01" },
		});
	});

	test("a clock says what starts it, or which day it comes before, and not both", () => {
		expect(() => rulesFrom(text(""))).toThrow("does not say what starts it");
		expect(() => rulesFrom(text("from: raised, before: conference-on, "))).toThrow("has both");
	});
});

describe("the actions of a decision", () => {
	const decided = (actions?: unknown) =>
		forwarded()
			.moves("2026-03-04 10:00", "raising senior-manager", "ask-the-executive")
			.does("2026-03-09 10:00", "executive", "executive.decide decided", {
				"decision-actions": actions,
			});
	const action = (by: string) => ({ what: "Visit the child", who: "Agency B", by });

	test("are looked after until the end of the last of their days, whatever kind of day that is", () => {
		const { difference } = decided([
			action("2026-03-13"),
			action("2026-03-28"),
			action("2026-03-20"),
		]);
		// Saturday 28 March 2026, before the clocks go forward.
		expect(clockOf(difference, "afterwards.actions")?.due).toMatchObject({
			due: "2026-03-28T23:59:59Z",
			rule: "The last day by which an action is to be done: the end of Saturday 28 March 2026.",
		});
	});

	test("are late from the moment that a decision is recorded after the last of their days, not before", () => {
		expect(clockOf(decided([action("2026-03-06")]).difference, "afterwards.actions")).toMatchObject(
			{
				startedAt: "2026-03-09T10:00:00Z",
				due: { day: "2026-03-06" },
				state: "ran-out",
			},
		);
	});

	test("are owed by nobody where there are none", () => {
		const { open, clocks } = decided().difference;
		expect(open.map(({ step }) => step)).toEqual(["afterwards.learning", "afterwards.changed"]);
		expect(clocks.some(({ clock }) => clock === "afterwards.actions")).toBe(false);
	});
});
