import { describe, expect, test } from "vitest";
import { madeUp, madeUpText } from "../../../../protocols/made-up.fixture.ts";
import { Course, rulesFrom } from "../../../../protocols/somerset.fixture.ts";
import { clockOf } from "../difference.ts";

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
	course.does("2026-03-11 10:00", "raising practitioner", "one.meet did-not-take-place");
	expect(course.difference.open.map(({ step }) => step)).toEqual(["one.meet"]);
	expect(clockOf(course.difference, "one.meet")).toMatchObject({
		round: 1,
		state: "running",
		due: { day: "2026-03-12" },
	});
	course.does("2026-03-13 10:00", "raising practitioner", "one.meet held");
	expect(clockOf(course.difference, "one.meet")?.state).toBe("met-late");
});

/** An answer that counts from a day which may lie behind, and somebody who follows it up. */
const lateAlready = madeUp(`
one:
  title: One
  steps:
    first:
      kind: task
      title: Something slow
      by: raising practitioner
      then: answer
    answer:
      kind: reply
      title: Answer
      by: raising practitioner
      due: { within: 2 working days, from: raised, late: [chase] }
      outcomes: { answered: end over }
    chase:
      kind: follow-up
      title: Chase
      by: raising practitioner
      then: stay
`);

test("what is owed only when its time has passed is followed up at once, and only then", () => {
	// Two working days after Thursday 5 March 2026 is Monday 9 March.
	const course = new Course(lateAlready).raised("2026-03-05 09:00").until("2026-03-12 09:00");
	const owed = () => course.difference.open.map(({ step }) => step);
	// Nobody was asked: nobody is late.
	expect(clockOf(course.difference, "one.answer")?.state).toBe("running");
	expect(owed()).toEqual(["one.first"]);
	course.does("2026-03-12 10:00", "raising practitioner", "one.first done");
	expect(clockOf(course.difference, "one.answer")?.state).toBe("ran-out");
	expect(owed()).toEqual(["one.answer", "one.chase"]);
	course.does("2026-03-12 11:00", "raising practitioner", "one.answer answered");
	expect(owed()).toEqual([]);
});

/** A talk within a day, which may be recorded later. */
const talk = rulesFrom(
	madeUpText(`
one:
  title: One
  steps:
    talk:
      kind: discussion
      title: Talk
      by: raising practitioner
      due: { within: 24 hours, done-at: talked-at }
      asks: [talked-at]
      then: end over
`).replace("fields:\n", "fields:\n  talked-at: { type: moment, label: When did you talk? }\n"),
);

test.each([
	["2026-03-06T08:59", "met"],
	["2026-03-06T09:01", "met-late"],
])(
	"a talk within 24 hours of Thursday at 9 that was held at %s and recorded on Monday is %s",
	(talkedAt, state) => {
		const course = new Course(talk)
			.raised("2026-03-05 09:00")
			.does("2026-03-09 10:00", "raising practitioner", "one.talk done", {
				"talked-at": talkedAt,
			});
		expect(clockOf(course.difference, "one.talk")?.state).toBe(state);
	},
);

describe("a stage for each role in turn", () => {
	const ladder = rulesFrom(
		madeUpText(`one:
  title: One
  each: [practitioner, boss, chief]
  after-last: end over
  steps:
    write: { kind: task, title: Write, by: raising each, sends: { what: [issue], to: [receiving] }, then: answer }
    answer: { kind: reply, title: Answer, by: receiving each, due: { within: 24 hours, late: next }, outcomes: { agreed: end over, refused: next } }`).replace(
			"roles:",
			"roles:\n  boss: { level: manager, called: boss }\n  chief: { level: director, called: chief }",
		),
	);

	test("silence leads to the next role, and the one who was silent owes nothing more", () => {
		const { difference } = new Course(ladder)
			.raised("2026-03-02 09:00")
			.does("2026-03-02 10:00", "raising practitioner", "one.write-practitioner done")
			.until("2026-03-03 10:01");
		expect(difference.open.map(({ step }) => step)).toEqual(["one.write-boss"]);
		expect(clockOf(difference, "one.answer-practitioner")?.state).toBe("dropped");
	});

	test("an answer leads to the next role once, however late the first was", () => {
		const { difference } = new Course(ladder)
			.raised("2026-03-02 09:00")
			.does("2026-03-02 10:00", "raising practitioner", "one.write-practitioner done")
			.does("2026-03-04 09:00", "raising boss", "one.write-boss done")
			.does("2026-03-04 10:00", "receiving boss", "one.answer-boss refused");
		expect(difference.open.map(({ step }) => step)).toEqual(["one.write-chief"]);
	});
});

describe("what is sent", () => {
	const sentAfter = (outcome: string) =>
		new Course(
			rulesFrom(
				madeUpText(`one:
  title: One
  steps:
    write:
      kind: task
      title: Write
      by: raising practitioner
      outcomes:
        bare: { sends: { what: [issue, more], to: [receiving] }, then: end over }
        full: { asks: [more], sends: { what: [issue, more], to: [receiving] }, then: end over }`).replace(
					"fields:",
					"fields:\n  more: { type: text, label: What more is there? }",
				),
			),
		)
			.raised("2026-03-02 09:00")
			.does("2026-03-02 10:00", "raising practitioner", `one.write ${outcome}`)
			.difference.sent.map(({ what }) => what);

	test("what was answered is sent", () => {
		expect(sentAfter("full")).toEqual([["issue", "more"]]);
	});

	test("what nobody was asked for is not said to have been sent", () => {
		expect(sentAfter("bare")).toEqual([["issue"]]);
	});
});

describe("stages that are passed over", () => {
	const stage = (number: number, name: string, leads: string) => `${name}:
  number: ${number}
  title: ${name}
  steps:
    do:
      kind: task
      title: Do it
      by: raising practitioner
      outcomes: { ${leads} }
`;

	test("a stage that was passed over is told once, not again at every later stage", () => {
		const rules = madeUp(
			stage(1, "one", "up: stage two, past: stage three") +
				stage(2, "two", "up: stage three") +
				stage(3, "three", "up: stage four") +
				stage(4, "four", "done: end over"),
		);
		const { difference } = new Course(rules)
			.raised("2026-03-02 09:00")
			.does("2026-03-02 10:00", "raising practitioner", "one.do past")
			.does("2026-03-02 11:00", "raising practitioner", "three.do up");
		expect(difference.stages.map(({ skipped }) => skipped)).toEqual([[], ["two"], []]);
	});
});
