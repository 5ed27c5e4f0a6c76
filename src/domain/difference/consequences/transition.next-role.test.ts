import { expect, test } from "vitest";
import { madeUpText } from "../../../../protocols/made-up.fixture.ts";
import { Course, rulesFrom } from "../../../../protocols/somerset.fixture.ts";
import { clockOf } from "../difference.ts";

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
