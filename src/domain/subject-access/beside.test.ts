import { expect, test } from "vitest";
import { said } from "../said.ts";
import { mayBeAbout, piecesBeside, type TextBeside, textsIn } from "./beside.ts";

const about = {
	kind: "child" as const,
	name: "Zoë O’Brien-Hughes",
	dateOfBirth: "2018-05-14",
	identifier: "943 476 5919",
};

test.each([
	["We saw ZOE, who was cold.", true],
	["Hughes, Zoë; social care", true],
	["NHS number 943-476-5919", true],
	["Ms Hughes rang.", false],
	["Zoetrope", false],
	["", false],
])("“%s” may be about her: %s", (text, may) => {
	expect(mayBeAbout(text, about)).toBe(may);
});

test("no identifier is found in no text", () => {
	expect(mayBeAbout("nobody", { ...about, identifier: "" })).toBe(false);
});

test("of a difference of theirs everything is a piece, of others what names them, each for the officer to read", () => {
	const draft: TextBeside = {
		key: "a",
		differenceId: "theirs",
		kind: "draft",
		title: said`Begun`,
		text: "She was cold",
	};
	const found = piecesBeside(
		[
			draft,
			{ ...draft, key: "b", differenceId: "another" },
			{ ...draft, key: "c", differenceId: null, kind: "lesson", text: "Zoë was moved" },
		],
		about,
		["theirs"],
	);
	expect(found.map(({ key, of }) => [key, of])).toEqual([
		["a", "Typed and not sent"],
		["c", "Lessons"],
	]);
	for (const { proposed } of found)
		expect(proposed).toMatchObject({ decision: "withhold", ground: null });
});

test("what could not be opened is a piece without its text, whosever it is", () => {
	const [piece] = piecesBeside(
		[{ key: "a", differenceId: null, kind: "draft", title: said`Begun`, text: null }],
		about,
		[],
	);
	expect(piece).toMatchObject({
		title: "Begun",
		text: "It could not be opened",
		proposed: { decision: "withhold", text: "" },
	});
});

test("what was typed is read however it is nested", () => {
	expect(textsIn({ issue: " cold ", children: [{ name: "Zoë", unborn: false }], empty: "" })).toBe(
		"cold\nZoë",
	);
});
