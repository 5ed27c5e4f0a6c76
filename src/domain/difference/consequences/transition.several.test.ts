import { expect, test } from "vitest";
import { madeUpText } from "../../../../protocols/made-up.fixture.ts";
import { Course, rulesFrom } from "../../../../protocols/somerset.fixture.ts";
import { readProtocol } from "../../protocol/reading/read-protocol.ts";
import { entriesFor } from "../who/may-read.ts";

const text = ({ start = "stage one", opens = "[talk, log]" } = {}) =>
	madeUpText(`one:
  title: One
  opens: ${opens}
  steps:
    talk:
      kind: discussion
      title: Talk
      by: raising practitioner
      due: { within: 2 working days, from: raised, late: stage two }
      outcomes: { settled: end over, not-settled: stage two }
    log:
      kind: notice
      title: Enter it
      by: business-unit
      due: { within: 1 working day, from: raised }
      then: stay
two:
  title: Two
  opens: [mine, theirs]
  steps:
    mine: { kind: reply, title: Say, by: raising practitioner, outcomes: { said: { when-done: [theirs], then: end over } } }
    theirs: { kind: reply, title: Say too, by: business-unit, outcomes: { said: { when-done: [mine], then: end over } } }
`).replace("start: stage one", `sends: { what: [issue], to: [business-unit] }, start: ${start}`);

const owed = ({ difference }: Course) => difference.open.map(({ step }) => step);

test("a stage may begin with several steps, of several sides, and each side sees that it began", () => {
	const course = new Course(rulesFrom(text())).raised("2026-03-05 09:00");
	expect(owed(course)).toEqual(["one.talk", "one.log"]);
	const readByOffice = entriesFor(course.events, ["business-unit"]);
	expect(readByOffice.map(({ type }) => type)).toContain("stage-entered");
});

test("it may begin with several steps of a stage that itself begins with one", () => {
	const rules = rulesFrom(text({ start: "[one.log, one.talk]", opens: "[talk]" }));
	expect(owed(new Course(rules).raised("2026-03-05 09:00"))).toEqual(["one.log", "one.talk"]);
});

test("once it leads on, what was begun with it is not owed any more, and the next stage begins with all of its own", () => {
	const course = new Course(rulesFrom(text())).raised("2026-03-05 09:00");
	course.does("2026-03-05 10:00", "raising practitioner", "one.talk not-settled");
	expect(owed(course)).toEqual(["two.mine", "two.theirs"]);
	course.does("2026-03-05 11:00", "business-unit", "two.theirs said");
	expect(course.difference.status.is).toBe("open");
	course.does("2026-03-05 12:00", "raising practitioner", "two.mine said");
	expect(course.difference.status.is).toBe("ended");
});

test("where the silence of one of them leads on at once, the others go with their stage", () => {
	// Two working days after Thursday 5 March have passed when the stage begins.
	const late = text()
		.replace("opens: [talk, log]", "opens: [first]")
		.replace(
			"    steps:\n      talk:",
			"    steps:\n      first: { kind: task, title: Something slow, by: raising practitioner, then: [talk, log] }\n      talk:",
		);
	const course = new Course(rulesFrom(late)).raised("2026-03-05 09:00").until("2026-03-12 09:00");
	course.does("2026-03-12 10:00", "raising practitioner", "one.first done");
	expect(owed(course)).toEqual(["two.mine", "two.theirs"]);
});

test("nobody owes what they were not told of: a step at the beginning of a stage is no exception", () => {
	const { faults } = readProtocol(
		text().replace("sends: { what: [issue], to: [business-unit] }, ", ""),
	);
	expect(faults?.map(({ where, wrong }) => `${where}: ${wrong}`)).toEqual([
		"stages › one › steps › log › by: The step “log” is for business-unit, and on some path nothing was sent to them before it",
		"stages › two › steps › theirs › by: The step “theirs” is for business-unit, and on some path nothing was sent to them before it",
	]);
});

test("a stage begins with steps of its own, and a beginning leads into one stage", () => {
	expect(readProtocol(text({ opens: "[talk, mine]" })).faults).toMatchObject([
		{
			where: "stages › one › opens › 1",
			wrong: "There is no step of “one” called “mine”",
			fix: "Use one of: talk, log",
		},
	]);
	expect(readProtocol(text({ start: "[one.talk, one.log, two.mine]" })).faults).toMatchObject([
		{ where: "raise › start", wrong: "This leads into 2 stages at once: one, two" },
	]);
});
