import { expect, test } from "vitest";
import { inEnglish } from "../said.ts";
import type { Field } from "./protocol.ts";
import { whatToEnter } from "./what-to-enter.ts";

test.each<[Field["type"], string, string]>([
	["long-text", "What do you disagree about?", "Enter what you disagree about"],
	["long-text", "Why is it not resolved?", "Enter why it is not resolved"],
	[
		"long-text",
		"What evidence and reasons do you have?",
		"Enter what evidence and reasons you have",
	],
	["long-text", "What was said?", "Enter what was said"],
	[
		"long-text",
		"What does this mean for the child now?",
		"Enter what this means for the child now",
	],
	[
		"long-text",
		"How did you try, and what came of it?",
		"Enter how you tried, and what came of it",
	],
	["moment", "When did you talk?", "Enter when you talked"],
	["moment", "When did the panel meet?", "Enter when the panel met"],
	["day", "By when will they reply?", "Enter by when they will reply"],
	[
		"children",
		"Which child or children is this about?",
		"Enter which child or children this is about",
	],
	[
		"person",
		"Which manager or safeguarding lead did you talk to?",
		"Select which manager or safeguarding lead you talked to",
	],
	[
		"person",
		"Which manager or safeguarding lead in your agency takes it from here?",
		"Select which manager or safeguarding lead in your agency takes it from here",
	],
	["choice", "Is the child safe now?", "Select whether the child is safe now"],
	["choice", "Do you want to be told?", "Select whether you want to be told"],
])("an error says what to do, not the question again: %s “%s”", (type, label, says) => {
	expect(inEnglish(whatToEnter({ type, label }))).toBe(says);
});

test.each<[Field["type"], string, string]>([
	["day", "Day of the meeting", "Enter the date for “Day of the meeting”"],
	["long-text", "Why not?", "Enter an answer to “Why not?”"],
	["text", "Who was not there?", "Enter an answer to “Who was not there?”"],
	["long-text", "What does it do about it?", "Enter an answer to “What does it do about it?”"],
	[
		"long-text",
		"Why do you disagree, and what do you want?",
		"Enter an answer to “Why do you disagree, and what do you want?”",
	],
])("a question that one word does not turn is quoted: %s “%s”", (type, label, says) => {
	expect(inEnglish(whatToEnter({ type, label }))).toBe(says);
});
