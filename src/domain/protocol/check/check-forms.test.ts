import { expect, test } from "vitest";
import { madeUpText } from "../../../../protocols/made-up.fixture.ts";
import { readProtocol } from "../reading/read-protocol.ts";

const form = `forms:
  paper: { title: Paper, parts: { one: { title: One, by: raising practitioner, sections: [{ title: What, asks: [issue] }] } } }
endings:`;

/** A gate before a form; what the gate leads to, and what opens with the form, are given. */
const faults = ({ gate = "write", opens = "[gate]", besides = "stay" } = {}) =>
	readProtocol(
		madeUpText(`one:
  title: One
  forms: required
  opens: ${opens}
  steps:
    gate: { kind: judgement, title: Say whether it is justified, by: raising practitioner, outcomes: { justified: ${gate}, not-justified: end over } }
    write: { kind: form, title: Write, by: raising practitioner, form: paper, part: one, then: stage two }
    besides: { kind: task, title: Prepare, by: raising practitioner, outcomes: { prepared: ${besides} } }
two:
  title: Two
  steps:
    talk: { kind: discussion, title: Talk, by: raising practitioner, then: end over }
`).replace("endings:", form),
	).faults?.map(({ where, wrong }) => `${where}: ${wrong}`);

test("what ends in a stage that needs a form needs none: a manager may close it at the gate", () => {
	expect(faults({ opens: "[gate, besides]" })).toBeUndefined();
});

test("what goes on to another stage needs one", () => {
	expect(faults({ gate: "stage two", opens: "[gate, write, besides]" })).toEqual([
		"stages › one › steps › gate › outcomes › justified › then: Stage “one” needs a form, and this goes on to another stage without one",
	]);
});

test("what begins with the form and waits for it goes on after it", () => {
	const besides = "{ when-done: [write], then: stage two }";
	expect(faults({ besides, opens: "[gate, write, besides]" })).toBeUndefined();
	// It may be done before the form is asked for at all.
	expect(faults({ besides, opens: "[gate, besides]" })).toEqual([
		"stages › one › steps › besides › outcomes › prepared › then: Stage “one” needs a form, and this goes on to another stage without one",
	]);
});
