import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Child } from "../protocol/answers.ts";
import { codesAsked, codesOf, isAsked, readChildAsked } from "./find-child.ts";

const child = (name: string, more: Partial<Child> = {}): Child => ({
	name,
	dateOfBirth: "2015-02-03",
	identifier: "943 476 5919",
	...more,
});

/** Whether a line of text finds a child, by the codes and then by what stands there. */
function finds(typed: string, whom: Child): boolean {
	const asked = readChildAsked(typed);
	if (!asked) return false;
	const codes = codesOf(whom).map(({ kind, text }) => `${kind} ${text}`);
	const looks = codesAsked(asked).some((all) =>
		all.every(({ kind, text }) => codes.includes(`${kind} ${text}`)),
	);
	// Nobody who was asked for is missed by the codes.
	if (isAsked(asked, whom)) expect(looks).toBe(true);
	return looks && isAsked(asked, whom);
}

describe("a child is found", () => {
	test.each([
		["Zoë O’Neill-Smythe", "zoe"],
		["Zoë O’Neill-Smythe", "ZOE ONEI"],
		["Zoë O’Neill-Smythe", "o'neill"],
		["Zoë O’Neill-Smythe", "O Neill"],
		["Zoë O’Neill-Smythe", "smy zoë"],
		["Zoë O’Neill-Smythe", "oneill smythe"],
		["Zoë O’Neill-Smythe", "O’Neill-Smythe"],
		["Mary-Jane Brook", "maryjane"],
		["Mc Donald, Ian", "mcdonald"],
		["Siân ap Rhys", "ap"],
		["Li Wei", "li"],
		["李 伟", "李"],
		["Łukasz Nowak", "Łukasz"],
	])("%s by ‘%s’", (name, typed) => {
		expect(finds(typed, child(name))).toBe(true);
	});

	test.each(["3 2 2015", "03/02/2015", "3 February 2015", "2015-02-03"])(
		"by the date of birth, typed as ‘%s’",
		(typed) => {
			expect(finds(typed, child("Ella Brook"))).toBe(true);
		},
	);

	test.each(["9434765919", "943-476-5919", " 943 476 5919 "])(
		"by an identifier, typed as ‘%s’",
		(typed) => {
			expect(finds(typed, child("Ella Brook"))).toBe(true);
		},
	);
});

describe("a child is not found", () => {
	test.each([
		["Ella Brook", "rook"],
		["Ella Brook", "el"],
		["Ella Brook", "ella ella"],
		["Ella Brook", "4 2 2015"],
		["Ella Brook", "943476591"],
		["Ella Brook", "’ -"],
		["Ella Brook", ""],
	])("%s by ‘%s’", (name, typed) => {
		expect(finds(typed, child(name))).toBe(false);
	});
});

test("whoever has this beginning of this name is found by it, whatever their letters", () => {
	const word = fc.stringMatching(/^[\p{L}]{1,12}$/u);
	fc.assert(
		fc.property(fc.array(word, { minLength: 1, maxLength: 4 }), fc.nat(), (parts, where) => {
			const whom = child(parts.join(" "));
			expect(finds(parts.join(" "), whom)).toBe(true);
			expect(finds(parts.toReversed().join(" "), whom)).toBe(true);
			expect(finds(parts[where % parts.length] ?? "", whom)).toBe(true);
		}),
	);
});
