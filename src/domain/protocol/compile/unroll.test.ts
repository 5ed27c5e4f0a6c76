import { expect, test } from "vitest";
import { madeUpText } from "../../../../protocols/made-up.fixture.ts";
import { rulesFrom } from "../../../../protocols/somerset.fixture.ts";
import { readProtocol } from "../reading/read-protocol.ts";

const { protocol } = rulesFrom(
	madeUpText(
		`one:
  title: Levels
  each: [practitioner, manager]
  after-last: stage decide
  steps:
    talk:
      kind: discussion
      title: Talk
      by: raising each
      outcomes: { settled: end over, not-settled: next }
decide:
  title: Decide
  steps:
    decide:
      kind: decision
      title: Decide
      by: raising practitioner
      not-by: [one.talk]
      then: end over
`,
		"{ stop: { title: Stop, by: [raising practitioner], while: [one.talk], then: end over } }",
	)
		.replace("roles:\n", "roles:\n  manager: { level: manager, called: manager }\n")
		.replace(
			"endings:",
			"clocks:\n  whole:\n    title: Settle it\n    by: raising practitioner\n    within: 5 working days\n    from: one.talk.opened\n    until: one.talk.settled\nendings:",
		),
);

const talks = ["one.talk-practitioner", "one.talk-manager"];

test("a move during a step that is repeated for several roles may be made during each of them", () => {
	expect(protocol.moves[0]?.while).toEqual(talks.map((step) => ({ step })));
});

test("a clock from or until such a step begins or is met with the first of them", () => {
	const clock = protocol.clocks.find(({ id }) => id === "whole");
	expect(clock?.from).toEqual(talks.map((step) => ({ is: "event", event: `${step}.opened` })));
	expect(clock?.until).toEqual(talks.map((step) => ({ is: "event", event: `${step}.settled` })));
});

test("who did any of them may not do a step that is for others", () => {
	expect(protocol.steps["decide.decide"]?.notBy).toEqual(talks);
});

const faultsOf = (steps: string) =>
	readProtocol(madeUpText(`one:\n  title: One\n  steps:\n${steps}`)).faults?.map(
		({ wrong }) => wrong,
	);

test.each([
	["“then: next”", "    a: { kind: task, title: A, by: raising practitioner, then: next }"],
	[
		"“late: next”",
		"    a: { kind: task, title: A, by: raising practitioner, due: { within: 2 working days, late: next }, then: end over }",
	],
	["“raising each”", "    a: { kind: task, title: A, by: raising each, then: end over }"],
])("%s is a fault in a stage that is not repeated", (_, steps) => {
	expect(faultsOf(steps)).toContain("“each” and “next” are for a stage that is repeated");
});

test("a step that is called “next” is a step like any other", () => {
	expect(
		faultsOf(
			`    a: { kind: task, title: next, by: raising practitioner, then: next }
    next: { kind: task, title: B, by: raising practitioner, then: end over }`,
		),
	).toBeUndefined();
});
