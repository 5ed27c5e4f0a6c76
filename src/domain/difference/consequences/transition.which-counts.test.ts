import { describe, expect, test } from "vitest";
import { madeUpText } from "../../../../protocols/made-up.fixture.ts";
import { at, Course, rulesFrom } from "../../../../protocols/somerset.fixture.ts";
import { readProtocol } from "../../protocol/reading/read-protocol.ts";
import { guideOf } from "../../protocol/told/guide/guide.ts";
import { inEnglish } from "../../said.ts";
import { raisedLate } from "../acts/raise.ts";
import { clockOf } from "../difference.ts";
import { sayStart } from "../told/whats-next.ts";

/** Two papers that are asked for at once, and an answer that is counted from them. */
const text = (from: string) =>
	madeUpText(`one:
  title: One
  opens: [mine, theirs, answer]
  steps:
    mine: { kind: task, title: Send mine, by: raising practitioner, asks: [mine-on], then: stay }
    theirs: { kind: task, title: Send theirs, by: raising practitioner, asks: [theirs-on], then: stay }
    answer:
      kind: reply
      title: Answer
      by: raising practitioner
      due: { within: 5 working days, from: ${from} }
      outcomes: { answered: end over, not-enough: ask-again }
    ask-again: { kind: task, title: Ask again, by: raising practitioner, then: [mine, theirs, answer] }
`).replace(
		"fields:\n",
		"fields:\n  mine-on: { type: day, label: When was mine? }\n  theirs-on: { type: day, label: When was theirs? }\n",
	);

const course = (from: string) => new Course(rulesFrom(text(from))).raised("2026-03-02 09:00");
const answer = ({ difference }: Course) => clockOf(difference, "one.answer");

describe("the later of several", () => {
	const days = "{ later-of: [mine-on, theirs-on] }";

	test("begins when all are known, and counts from the later, whichever is told first", () => {
		const told = course(days);
		told.does("2026-03-09 10:00", "raising practitioner", "one.mine done", {
			"mine-on": "2026-03-05",
		});
		expect(answer(told)).toBeUndefined();
		told.does("2026-03-10 10:00", "raising practitioner", "one.theirs done", {
			"theirs-on": "2026-03-03",
		});
		// Five working days after Thursday 5 March.
		expect(answer(told)).toMatchObject({ due: { day: "2026-03-12" }, state: "running" });
	});

	test("says from which of them it is counted", () => {
		const told = course(days);
		told.does("2026-03-09 10:00", "raising practitioner", "one.mine done", {
			"mine-on": "2026-03-05",
		});
		told.does("2026-03-10 10:00", "raising practitioner", "one.theirs done", {
			"theirs-on": "2026-03-03",
		});
		const clock = answer(told);
		const names = { people: new Map(), agencies: { raising: "A", receiving: "B" } };
		expect(clock && sayStart(told.rules.protocol, told.difference, names, clock)).toBe(
			"The time that was given: “When was mine?”, the later of 2, at midnight on Thursday 5 March 2026",
		);
		const step = guideOf(told.rules.protocol).stages[0]?.steps[2];
		expect(step?.by).toBe(
			"Within 5 working days of the later of the day in “When was mine?” and the day in “When was theirs?”",
		);
	});

	test("of two things that are done counts from the one that was done last; done again, it is counted again", () => {
		const told = course("{ later-of: [mine.done, theirs.done] }");
		told.does("2026-03-09 10:00", "raising practitioner", "one.mine done", {
			"mine-on": "2026-03-05",
		});
		told.does("2026-03-10 10:00", "raising practitioner", "one.theirs done", {
			"theirs-on": "2026-03-05",
		});
		expect(answer(told)?.due.day).toBe("2026-03-17");
		told.does("2026-03-11 10:00", "raising practitioner", "one.answer not-enough");
		told.does("2026-03-11 11:00", "raising practitioner", "one.ask-again done");
		expect(answer(told)).toMatchObject({ round: 1, state: "met" });
		// The second round waits for both again.
		told.does("2026-03-12 10:00", "raising practitioner", "one.mine done", {
			"mine-on": "2026-03-05",
		});
		expect(answer(told)?.round).toBe(1);
		told.does("2026-03-13 10:00", "raising practitioner", "one.theirs done", {
			"theirs-on": "2026-03-05",
		});
		expect(answer(told)).toMatchObject({ round: 2, due: { day: "2026-03-20" } });
	});
});

test("the earlier of several begins with the first that is known, and moves when an earlier one becomes known", () => {
	const told = course("{ earlier-of: [mine-on, theirs-on] }");
	told.does("2026-03-09 10:00", "raising practitioner", "one.mine done", {
		"mine-on": "2026-03-05",
	});
	expect(answer(told)?.due.day).toBe("2026-03-12");
	told.does("2026-03-09 11:00", "raising practitioner", "one.theirs done", {
		"theirs-on": "2026-03-03",
	});
	expect(answer(told)).toMatchObject({
		due: { day: "2026-03-10" },
		round: 1,
		changes: [{ how: "depends-on", was: "2026-03-12", day: "2026-03-10" }],
	});
});

describe("the window", () => {
	const window = (from: string) =>
		text("mine-on")
			.replace(
				"asks: [issue],",
				`asks: [decided-on, minutes-on, issue], window: { within: 5 working days, from: ${from}, late: refused },`,
			)
			.replace(
				"fields:\n",
				"fields:\n  decided-on: { type: day, label: Decided on? }\n  minutes-on: { type: day, label: Minutes on?, optional: true }\n",
			);
	const late = (from: string, answers: Record<string, string>) => {
		const rules = rulesFrom(window(from));
		const found = raisedLate(rules, rules.protocol.raise, answers, at("2026-03-12 09:00"));
		return found && inEnglish(found.says);
	};
	const later = "{ later-of: [decided-on, minutes-on] }";

	test("is counted from the later day, and has not begun while one of them is missing", () => {
		expect(late(later, { "decided-on": "2026-03-02" })).toBeUndefined();
		expect(late(later, { "decided-on": "2026-03-02", "minutes-on": "2026-03-05" })).toBeUndefined();
		expect(late(later, { "decided-on": "2026-03-02", "minutes-on": "2026-03-04" })).toBe(
			"This had to be raised by Wednesday 11 March 2026: 5 working days from Wednesday 4 March 2026, the later day.",
		);
	});

	test("is counted from the earlier of those that are known", () => {
		const earlier = "{ earlier-of: [decided-on, minutes-on] }";
		expect(late(earlier, { "decided-on": "2026-03-09" })).toBeUndefined();
		expect(late(earlier, { "decided-on": "2026-03-09", "minutes-on": "2026-03-04" })).toMatch(
			/by Wednesday 11 March 2026/,
		);
	});

	test("is said in the guide", () => {
		expect(guideOf(rulesFrom(window(later)).protocol).starts[0]?.by).toContain(
			"Raise it within 5 working days of the later of the day in “Decided on?” and the day in “Minutes on?”",
		);
	});

	test("is counted from what is asked when it is raised", () => {
		expect(
			readProtocol(window(later).replace("asks: [decided-on, minutes-on", "asks: [decided-on"))
				.faults,
		).toMatchObject([
			{ where: "raise › window › from", fix: "Add “minutes-on” to the “asks:” beside the window" },
		]);
	});
});

describe("the check", () => {
	const faults = (from: string, more: [string, string] = ["", ""]) =>
		readProtocol(text(from).replace(...more)).faults;

	test("finds what may be left blank, for then the time never begins", () => {
		expect(
			faults("{ later-of: [mine-on, theirs-on] }", [
				"label: When was mine? }",
				"label: When was mine?, optional: true }",
			]),
		).toMatchObject([{ wrong: "“mine-on” may be left blank, and then the time never begins" }]);
	});

	test("finds what is not known any more once it is done", () => {
		expect(faults("{ later-of: [mine.opened, answer.opened] }")).toMatchObject([
			{ where: "stages › one › steps › answer › due › from › later-of › 0" },
		]);
	});

	test("and one alone is no choice", () => {
		expect(faults("{ later-of: [mine-on] }")).toHaveLength(1);
	});
});
