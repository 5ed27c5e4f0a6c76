import { expect, test } from "vitest";
import { madeUpText } from "../../../../protocols/made-up.fixture.ts";
import { readProtocol } from "../reading/read-protocol.ts";

const text = madeUpText(`one:
  title: One
  steps:
    talk:
      kind: discussion
      title: Talk
      by: raising practitioner
      asks: [issue]
      outcomes: { done: end over }
`);

const faultIn = (wrong: string) => {
	expect(wrong).not.toBe(text);
	return readProtocol(wrong).faults?.[0];
};

test("a text that a comma cut in two is told to go into quotes", () => {
	expect(faultIn(text.replace("label: What is it?", "label: What is it, and why?"))).toMatchObject({
		wrong: "“and why?” is not a word that can stand here",
		fix: expect.stringContaining("put that whole text in quotes"),
	});
});

test("something wrong in a list is named by its list, not by a bare number", () => {
	expect(
		faultIn(text.replace("asks: [issue], start", "asks: [issue, What now], start")),
	).toMatchObject({ wrong: "“asks”, number 2, cannot be “What now”" });
});

test("what is wrong inside an outcome is told, not that an outcome may also be a text", () => {
	expect(
		faultIn(
			text.replace(
				"{ done: end over }",
				"{ done: { copies: [{ to: business-unit, sees: everything }], then: end over } }",
			),
		),
	).toMatchObject({ wrong: "There is no sees called “everything”" });
});

test.each([
	["private: yes", "Write “true”"],
	["private: maybe", "Write “true” or “false”"],
	["attends: raising practitioner", "Put it between brackets: [raising practitioner]"],
	["with: [raising practitioner]", "Write one, without brackets"],
	["due: { within: 4 working hours }", /^Hours are counted day and night/],
	[
		"chair: Independent chair",
		/independent-chair: { office: independent-chair, called: Independent chair }/,
	],
])("%s is told how to write it", (line, fix) => {
	expect(faultIn(text.replace("        asks", `        ${line}\n        asks`))?.fix).toMatch(fix);
});
