import { describe, expect, test } from "vitest";
import { madeUpText } from "../../../../protocols/made-up.fixture.ts";
import { readProtocol } from "../reading/read-protocol.ts";

const roles = "roles:\n  manager: { level: manager, called: manager }\n";

/** What is asked of the other agency, and how it can go on. */
const asked = (
	given: { due?: string; outcomes?: string; move?: string; rest?: string; ending?: string } = {},
) =>
	madeUpText(`one:
  title: One
  steps:
    write: { kind: task, title: Write, by: raising practitioner, sends: { what: [issue], to: [receiving, business-unit] }, then: answer }
    answer: { kind: reply, title: Answer, by: receiving manager, ${given.due ?? ""} outcomes: ${given.outcomes ?? "{ answered: weigh }"} }
    weigh: { kind: judgement, title: Weigh, by: raising practitioner, outcomes: { enough: end over, not-enough: stage two } }
${given.rest ?? ""}
two:
  title: Two
  steps:
    decide: { kind: decision, title: Decide, by: business-unit, then: end decided }
`)
		.replace("roles:\n", roles)
		.replace(
			"moves: {}",
			`moves:\n  withdraw: { title: Withdraw, by: [raising practitioner], while: [any], then: end withdrawn }\n${given.move ?? ""}`,
		)
		.replace(
			"endings: { over: { title: Over } }",
			`endings: { over: { title: Over, is: resolved }, decided: { title: Decided, is: decided }, withdrawn: { title: Withdrawn, is: withdrawn }${given.ending ?? ""} }`,
		);

const warningsOf = (text: string) => {
	const { warnings, faults } = readProtocol(text);
	expect(faults).toBeUndefined();
	return warnings?.map(({ where, wrong }) => [where.replace(/^.*steps › /, ""), wrong]);
};

const silence = [
	"answer",
	"If the receiving manager never does “answer”, the others can do nothing but give up",
];

describe("the silence of one side", () => {
	test("leaves the other nothing but to withdraw: a warning with its line and what to write", () => {
		expect(readProtocol(asked()).warnings).toEqual([
			{
				line: 21,
				where: "stages › one › steps › answer",
				wrong: silence[1],
				fix: "Say where silence leads, with “due: { within: …, late: … }”, or give another side a move with “while: [one.answer]”",
			},
		]);
	});

	test.each<[string, Parameters<typeof asked>[0]]>([
		["it leads on by itself", { due: "due: { within: 2 days, late: stage two }," }],
		["another step opens for somebody who can", { due: "due: { within: 2 days, late: weigh }," }],
		[
			"the other side has a move",
			{
				move: "  up: { title: Up, by: [raising manager], while: [one.answer], then: stage two }",
			},
		],
		[
			"the other side has a move once it is late",
			{
				due: "due: 2 days,",
				move: "  up: { title: Up, by: [raising manager], while: [one.answer], when-late: true, then: stage two }",
			},
		],
	])("is no warning where %s", (_, given) => {
		expect(warningsOf(asked(given))).toEqual([]);
	});

	test.each<[string, Parameters<typeof asked>[0]]>([
		[
			"a prompt that leads nowhere",
			{
				due: "due: { within: 2 days, late: prompt },",
				rest: "    prompt: { kind: follow-up, title: Prompt, by: business-unit, then: stay }",
			},
		],
		[
			"a move of the silent side itself",
			{
				move: "  up: { title: Up, by: [receiving manager], while: [one.answer], then: stage two }",
			},
		],
		[
			"an end that is no answer",
			{
				due: "due: { within: 2 days, late: end closed },",
				ending: ", closed: { title: Closed, is: closed }",
			},
		],
	])("is one where all there is is %s", (_, given) => {
		expect(warningsOf(asked(given))).toEqual([silence]);
	});
});

test("a side that refuses and ends it alone is a warning; to whoever decides is none", () => {
	const refuses = (then: string) =>
		warningsOf(
			asked({
				due: "due: { within: 2 days, late: stage two },",
				outcomes: `{ answered: weigh, refused: ${then} }`,
				ending:
					then === "end not-agreed" ? ", not-agreed: { title: Not agreed, is: not-agreed }" : "",
			}),
		);
	expect(refuses("end not-agreed")).toEqual([
		[
			"answer › outcomes › refused › then",
			"With “refused” the receiving manager ends it alone, and the raising agency can do nothing but give up",
		],
	]);
	expect(refuses("stage two")).toEqual([]);
});

test("who must attend and does not come: an outcome leaves the meeting blank, or it is a warning", () => {
	const meeting = (outcomes: string) =>
		warningsOf(
			asked({
				due: "due: { within: 2 days, late: stage two },",
				outcomes: "{ answered: meet }",
				rest: `    meet: { kind: meeting, title: Meet, by: raising practitioner, attends: [receiving manager], outcomes: ${outcomes} }`,
			}).replace("enough: end over", "enough: end over, meet: meet"),
		);
	expect(meeting("{ held: weigh }")).toEqual([
		[
			"meet › attends",
			"If the receiving manager does not come, “meet” cannot be recorded, and nobody can go on but by giving up",
		],
	]);
	expect(meeting("{ held: weigh, not-held: { blank: true, then: stage two } }")).toEqual([]);
});

test("a role that nothing is for is a warning", () => {
	const text = asked({ due: "due: { within: 2 days, late: stage two }," });
	expect(
		warningsOf(
			text.replace("roles:\n", "roles:\n  director: { level: director, called: director }\n"),
		),
	).toEqual([["roles › director", "Nothing in this file is for “director”"]]);
});
