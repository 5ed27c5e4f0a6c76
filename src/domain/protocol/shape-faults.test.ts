import { expect, test } from "vitest";
import { madeUpText } from "../../../protocols/made-up.fixture.ts";
import { readProtocol } from "./read-protocol.ts";

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
	expect(
		faultIn(text.replace("label: What is it?", "label: What is it, and why?")),
	).toMatchObject({
		wrong: "“and why?” is not a word that can stand here",
		mend: expect.stringContaining("put that whole text in quotes"),
	});
});

test("something wrong in a list is named by its list, not by a bare number", () => {
	expect(
		faultIn(
			text.replace("asks: [issue], start", "asks: [issue, What now], start"),
		),
	).toMatchObject({ wrong: "“asks”, number 2, cannot be “What now”" });
});
