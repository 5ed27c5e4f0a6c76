import { describe, expect, test } from "vitest";
import { madeUpText } from "../../../../protocols/made-up.fixture.ts";
import { readProtocol } from "../reading/read-protocol.ts";

const text = (until: string) =>
	madeUpText(`one:
  title: One
  steps:
    talk: { kind: discussion, title: Talk, by: raising practitioner, outcomes: { up: stage two } }
two:
  title: Two
  steps:
    talk: { kind: discussion, title: Talk, by: raising practitioner, then: end over }
`).replace(
		"endings:",
		`clocks:\n  whole: { title: Settle it, by: raising practitioner, within: 5 working days, from: raised, until: [${until}], late: stage two }\nendings:`,
	);

test("a clock whose silence leads to a stage is met by that stage, or it could begin it again", () => {
	expect(readProtocol(text("end")).faults).toMatchObject([
		{ where: "clocks › whole › until", fix: "Add “stage two” to “until:”" },
	]);
	expect(readProtocol(text("end, stage two")).faults).toBeUndefined();
});

describe("a day has no hour: no hours are counted from it, and none is kept on it", () => {
	const fields = `fields:
  met-on: { type: day, label: When did you meet? }
  met-at: { type: moment, label: When did you meet? }
  by-when: { type: day, label: By when? }
  how-soon: { type: choice, label: How soon?, options: { now: Now, later: Later } }
  sooner: { type: moment, optional: true, label: Sooner? }
  why: { type: text, optional: true, label: Why? }`;
	/** A letter after a meeting, due as given; everything that it may go by was asked. */
	const due = (given: string) =>
		madeUpText(`one:
  title: One
  steps:
    talk: { kind: task, title: Talk, by: raising practitioner, asks: [met-on, met-at, by-when, how-soon, sooner, why], then: letter }
    letter: { kind: task, title: Letter, by: raising practitioner, asks: [met-on, met-at], due: ${given}, then: end over }
`).replace("fields:", fields);
	const faultsIn = (text: string) =>
		(readProtocol(text).faults ?? []).map(({ where, fix }) => [
			where.replace(/^.*› due/, "due"),
			fix,
		]);
	const askMoment = "Let the field “met-on” ask for a time too";

	test.each([
		["from", "{ within: 48 hours, from: met-on }", "2 calendar days"],
		["before", "{ within: 24 hours, before: met-on }", "1 calendar day"],
		["from", "{ within: 72 hours, from: [met-on, talk.opened] }", "3 calendar days"],
		["from", "24 hours from met-on", "1 calendar day"],
		[
			"from",
			"{ within: { now: 24 hours, later: 5 working days }, depends-on: how-soon, from: met-on }",
			"1 calendar day",
		],
	])("counted %s a day: %s", (word, given, days) => {
		expect(faultsIn(due(given))).toEqual([
			[`due › ${word}`, `${askMoment}, “type: moment”, or count in days: “${days}”`],
		]);
	});

	test("part of a day is no number of days", () => {
		expect(faultsIn(due("{ within: 4 hours, from: met-on }"))).toEqual([
			["due › from", `${askMoment}, “type: moment”, or count in days`],
		]);
	});

	test.each([
		"{ within: 24 hours, done-at: met-on }",
		'{ within: 1 working day, due-time: "12:00", done-at: met-on }',
		"{ within: { now: 24 hours, later: 5 working days }, depends-on: how-soon, done-at: met-on }",
		"{ within: 5 working days, or-sooner: { on: sooner, because: why }, done-at: met-on }",
	])("due at an hour and done on a day: %s", (given) => {
		expect(faultsIn(due(given))).toEqual([["due › done-at", `${askMoment}: “type: moment”`]]);
	});

	test.each([
		"{ within: 48 hours, from: met-at }",
		"{ within: 24 hours, before: met-at, done-at: met-at }",
		"{ within: 2 calendar days, from: met-on, done-at: met-on }",
		"{ within: immediately, from: met-on }",
		"{ on: by-when, done-at: met-on }",
	])("%s is right", (given) => {
		expect(faultsIn(due(given))).toEqual([]);
	});

	test("a clock of no one step, and the window of any way to begin", () => {
		const talk = `one:
  title: One
  steps:
    talk: { kind: task, title: Talk, by: raising practitioner, then: end over }
`;
		const clock = madeUpText(talk)
			.replace(
				"endings:",
				"clocks: { whole: { title: All, by: raising practitioner, within: 24 hours, from: met-on, until: end } }\nendings:",
			)
			.replace("fields:", "fields:\n  met-on: { type: day, label: When? }")
			.replace("asks: [issue]", "asks: [issue, met-on]");
		expect(readProtocol(clock).faults).toMatchObject([{ where: "clocks › whole › from" }]);
		const way = (window: string) =>
			madeUpText(talk)
				.replace("fields:", "fields:\n  met-on: { type: day, label: When? }")
				.replace(
					"start: stage one }",
					`start: stage one, ways: { late: { title: Late, by: [practitioner], asks: [issue, met-on], start: stage one, window: ${window} } } }`,
				);
		expect(readProtocol(way("{ within: 48 hours, from: met-on, late: refused }")).faults).toEqual([
			{
				line: 15,
				where: "raise › ways › late › window › from",
				wrong: "“met-on” holds a day, and a day has no hour that 48 hours could be counted from",
				fix: `${askMoment}, “type: moment”, or count in days: “2 calendar days”`,
			},
		]);
		expect(
			readProtocol(way("{ within: 2 days, from: met-on, late: refused }")).faults,
		).toBeUndefined();
	});
});
