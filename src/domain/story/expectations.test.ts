import { expect, test } from "vitest";
import { madeUp } from "../../../protocols/made-up.fixture.ts";
import { unmet } from "./expectations.ts";
import { playStory } from "./play.ts";
import { readStory } from "./story.ts";

const rules = madeUp(
	`one:
  title: One
  steps:
    answer: { kind: task, title: Answer, by: raising practitioner, due: { within: 2 days }, then: stage two }
two:
  title: Two
  steps:
    answer: { kind: task, title: Answer, by: raising practitioner, due: { within: 5 days }, then: end over }
    never: { kind: task, title: Never, by: raising practitioner, due: { within: 5 days }, then: end over }`.replace(
		"then: end over }\n    never",
		"outcomes: { over: end over, on: never } }\n    never",
	),
);

const unmetOf = (clocks: string) => {
	const { story } = readStory(`story: As told
acts:
  - { at: 2026-03-02 09:00, by: raising practitioner, do: raise }
  - { at: 2026-03-02 10:00, by: raising practitioner, do: one.answer }
expect: { clocks: { ${clocks} } }
`);
	if (!story) throw new Error("That is no story");
	return unmet(story, playStory(rules, story), rules.protocol);
};

test("a clock that did not start is not expected to", () => {
	expect(unmetOf("never: { started: false }")).toEqual([]);
});

test("a clock that is not there cannot be expected not to start: it may be misspelt", () => {
	expect(unmetOf("nevr: { started: false }")).toEqual([
		"clock nevr: the protocol has none of that name. Did you mean “never”?",
	]);
});

test("two clocks of one short name are told apart by their stages", () => {
	expect(unmetOf("answer: { state: met }")).toEqual([
		"clock answer: several are called so; write one in full: one.answer, two.answer",
	]);
	expect(unmetOf('one.answer: { state: met }, two.answer: { due: "2026-03-07" }')).toEqual([]);
});
