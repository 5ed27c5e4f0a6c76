import { expect, test } from "vitest";
import { madeUp } from "../../../../protocols/made-up.fixture.ts";
import {
	at,
	atFormal,
	Course,
	forwarded,
	rulesFrom,
	signed,
	somerset,
	somersetText,
} from "../../../../protocols/somerset.fixture.ts";
import { clockOf } from "../difference.ts";
import type { Rules } from "../rules.ts";
import { breachesIn } from "../standing.ts";
import { timePasses } from "./time-passes.ts";

const respond = "formal-resolution.respond";
const stateOf = (course: Course, clock: string) => clockOf(course.difference, clock)?.state;

test("a response on the last day is in time; at midnight it is late", () => {
	const responds = (when: string) =>
		stateOf(forwarded().does(when, "receiving senior-manager", `${respond} responded`), respond);
	expect(responds("2026-03-16 23:59")).toBe("met");
	expect(responds("2026-03-16 23:59:59.999")).toBe("met");
	expect(responds("2026-03-17 00:00")).toBe("met-late");
});

test("the Business Unit’s two working days start when the signed form is submitted", () => {
	expect(clockOf(signed().difference, "formal-resolution.forward")?.due).toMatchObject({
		day: "2026-03-04",
		start: "2026-03-02T12:00:00Z",
	});
	expect(stateOf(atFormal(), "formal-resolution.forward")).toBeUndefined();
});

test("agency B’s ten working days start when the form is forwarded, however late that was", () => {
	const late = signed().does(
		"2026-03-09 09:00",
		"business-unit",
		"formal-resolution.forward forwarded",
	);
	expect(stateOf(late, "formal-resolution.forward")).toBe("met-late");
	expect(clockOf(late.difference, respond)?.due.day).toBe("2026-03-23");
});

test("lateness stands at the moment it came about, whenever somebody looks", () => {
	const events = timePasses(somerset, forwarded().difference, at("2026-05-01 12:00"));
	expect(events.map(({ type, at }) => [type, at])).toEqual([
		["clock-ran-out", "2026-03-17T00:00:00Z"],
		["step-opened", "2026-03-17T00:00:00Z"],
	]);
});

test("looking twice does nothing", () => {
	const course = forwarded().until("2026-03-17 00:00");
	expect(timePasses(somerset, course.difference, at("2026-03-18 09:00"))).toEqual([]);
});

test("a response makes the follow-up needless", () => {
	const course = forwarded().does(
		"2026-03-18 10:00",
		"receiving senior-manager",
		`${respond} responded`,
	);
	expect(course.types()).toContain("step-dropped");
	expect(course.difference.open.map(({ step }) => step)).toEqual(["formal-resolution.consider"]);
});

test("a day that has passed cannot be agreed for the reply", () => {
	const agree = (day: string) => () =>
		new Course()
			.raised("2026-03-02 09:00")
			.does("2026-03-02 09:30", "raising practitioner", "early-resolution.talk not-resolved")
			.does("2026-03-03 10:00", "raising manager", "informal-resolution.talk time-agreed", {
				"reply-by": day,
			});
	expect(agree("2026-03-02")).toThrow(/today or a later day/);
	expect(agree("2026-03-03")).not.toThrow();
});

test("a day that people agree may be a bank holiday", () => {
	const course = new Course()
		.raised("2026-03-30 09:00")
		.does("2026-03-30 09:30", "raising practitioner", "early-resolution.talk not-resolved")
		.does("2026-03-31 10:00", "raising manager", "informal-resolution.talk time-agreed", {
			"reply-by": "2026-04-03",
		});
	expect(clockOf(course.difference, "informal-resolution.reply")?.due).toMatchObject({
		day: "2026-04-03",
		skipped: [],
	});
});

test("who sends an answer on does not become its author", () => {
	const author = (course: Course) => course.difference.answers.outstanding?.by;
	const course = forwarded()
		.does("2026-03-10 10:00", "receiving senior-manager", `${respond} responded`)
		.does("2026-03-11 10:00", "raising senior-manager", "formal-resolution.consider not-resolved");
	const before = author(course);
	course.moves("2026-03-12 10:00", "receiving senior-manager", "ask-the-executive");
	expect(author(course)).toEqual(before);
	expect(before?.side).toBe("raising");
});

const step = (rest: string) => `kind: note, title: A step, by: raising practitioner, ${rest}`;

test("a clock that starts again leaves its earlier round behind", () => {
	const rules = madeUp(`one:
  title: One
  steps:
    ask: { ${step(`outcomes: { asked: { say: Asked, then: [ask, answer] } }`)} }
    answer: { ${step(
			`due: { within: 1 working day, from: ask.asked }, outcomes: { done: { say: Done, then: end over } }`,
		)} }`);
	const course = new Course(rules)
		.raised("2026-03-02 09:00")
		.does("2026-03-02 10:00", "raising practitioner", "one.ask asked")
		.does("2026-03-03 10:00", "raising practitioner", "one.ask asked")
		.until("2026-03-10 09:00");
	expect(course.difference.clocks.map(({ round, state }) => [round, state])).toEqual([
		[1, "dropped"],
		[2, "ran-out"],
	]);
	expect(course.difference.open.filter(({ step }) => step === "one.answer")).toHaveLength(1);
});

test("a clock that would start and end in the same moment does not start", () => {
	const rules = madeUp(`one:
  title: One
  steps:
    ask: { ${step(
			`outcomes: { left: { say: Left, then: left }, right: { say: Right, then: stage two } }`,
		)} }
    left: { ${step(
			`due: { within: 1 working day, from: ask.right }, outcomes: { done: { say: Done, then: end over } }`,
		)} }
two:
  title: Two
  steps:
    last: { ${step("outcomes: { done: { say: Done, then: end over } }")} }`);
	const course = new Course(rules)
		.raised("2026-03-02 09:00")
		.does("2026-03-02 10:00", "raising practitioner", "one.ask right")
		.until("2026-03-10 09:00");
	expect(stateOf(course, "one.left")).toBeUndefined();
	expect(course.types()).not.toContain("clock-started");
	expect(course.events.map(({ seq }) => seq)).toEqual(course.events.map((_, nth) => nth + 1));
});

test("an indicative date that passed is noted, and counts as no breach", () => {
	const rules = madeUp(`one:
  title: One
  steps:
    ask: { ${step(
			`due: { within: 24 hours, strength: indicative }, outcomes: { done: { say: Done, then: end over } }`,
		)} }`);
	const course = new Course(rules)
		.raised("2026-03-02 09:00")
		.does("2026-03-06 10:00", "raising practitioner", "one.ask done");
	expect(stateOf(course, "one.ask")).toBe("met-late");
	expect(breachesIn(rules.protocol, course.difference)).toBe(0);
});

test("silence may lead to the next stage, one stage after the other, each at its own moment", () => {
	const rules = madeUp(`one:
  title: One
  steps:
    ask: { ${step(
			`due: { within: 24 hours, late: [stage two] }, outcomes: { done: { say: Done, then: end over } }`,
		)} }
two:
  title: Two
  steps:
    ask: { ${step(
			`due: { within: 24 hours, late: [end over] }, outcomes: { done: { say: Done, then: end over } }`,
		)} }`);
	const course = new Course(rules).raised("2026-03-02 09:00").until("2026-06-01 09:00");
	expect(course.difference.stages.map(({ stage, at }) => [stage, at])).toEqual([
		["one", "2026-03-02T09:00:00Z"],
		["two", "2026-03-03T09:00:01Z"],
	]);
	expect(course.difference.status).toEqual({
		is: "ended",
		ending: "over",
		at: "2026-03-04T09:00:01Z",
		seq: 14,
	});
});

test("a move that also stays leaves what is owed as it is", () => {
	const rules = madeUp(
		`one:
  title: One
  steps:
    ask: { ${step("outcomes: { done: { say: Done, then: end over } }")} }
    aside: { ${step("outcomes: { done: { say: Done, then: stay } }")} }`,
		"{ beside: { title: Beside, by: [raising practitioner], while: [one], then: [stay, one.aside] } }",
	);
	const course = new Course(rules)
		.raised("2026-03-02 09:00")
		.moves("2026-03-02 10:00", "raising practitioner", "beside");
	expect(course.difference.open.map(({ step }) => step)).toEqual(["one.ask", "one.aside"]);
});

test("a move for when a stage is late can be made once one of its clocks has run out", () => {
	const rules = madeUp(
		`one:
  title: One
  steps:
    ask: { ${step(
			"due: { within: 24 hours }, outcomes: { done: { say: Done, then: end over } }",
		)} }`,
		"{ chase: { title: Chase, by: [raising practitioner], while: [one], when-late: true, then: stay } }",
	);
	const chase = (when: string) => () =>
		new Course(rules).raised("2026-03-02 09:00").moves(when, "raising practitioner", "chase");
	expect(chase("2026-03-03 09:00")).toThrow(/not open to you/);
	expect(chase("2026-03-03 09:01")).not.toThrow();
});

test("a cut-off hour and a due time are settings of the protocol, and of a clock", () => {
	const somersetWith = (settings: string) =>
		rulesFrom(somersetText.replace('version: "2021-04"', `version: "2021-04"\n${settings}`));
	const dueOf = (rules: Rules, when: string) => {
		const course = new Course(rules)
			.raised("2026-03-02 09:00")
			.moves("2026-03-02 09:05", "raising practitioner", "straight-to-formal")
			.does("2026-03-02 09:10", "raising practitioner", "formal-resolution.raise submitted")
			.does(when, "raising senior-manager", "formal-resolution.sign-off signed");
		return clockOf(course.difference, "formal-resolution.forward")?.due.due;
	};
	const both = somersetWith('cut-off: "16:00"\ndue-time: "17:00"');
	expect(dueOf(both, "2026-03-02 15:59")).toBe("2026-03-04T17:00:00Z");
	expect(dueOf(both, "2026-03-02 16:00")).toBe("2026-03-05T17:00:00Z");
	expect(dueOf(somerset, "2026-03-02 16:00")).toBe("2026-03-04T23:59:59Z");
});
