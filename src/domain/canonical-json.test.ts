import fc from "fast-check";
import { expect, test } from "vitest";
import { canonicalJson } from "./canonical-json.ts";

test("the order in which an object was made is not in its text", () => {
	expect(canonicalJson({ b: 1, a: [{ d: null, c: "ö" }] })).toBe(
		canonicalJson({ a: [{ c: "ö", d: null }], b: 1 }),
	);
	expect(canonicalJson({ b: undefined, a: "x" })).toBe('{"a":"x"}');
});

test("read again and written again it is the same text, and says the same", () => {
	fc.assert(
		fc.property(fc.jsonValue(), (value) => {
			const text = canonicalJson(value);
			expect(canonicalJson(JSON.parse(text))).toBe(text);
			expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
		}),
	);
});

test("names that are numbers stand in the order of their letters, as RFC 8785 says, and its example has its text", () => {
	expect(canonicalJson({ 10: "ten", 9: "nine", a: "A" })).toBe('{"10":"ten","9":"nine","a":"A"}');
	expect(
		canonicalJson({
			"\u20ac": "Euro Sign",
			"\r": "Carriage Return",
			"\ufb33": "Hebrew Letter Dalet With Dagesh",
			1: "One",
			"\ud83d\ude00": "Emoji: Grinning Face",
			"\u0080": "Control",
			"\u00f6": "Latin Small Letter O With Diaeresis",
			numbers: [Number("333333333.33333329"), 1e30, 4.5, 2e-3, 1e-27],
		}),
	).toBe(
		'{"\\r":"Carriage Return","1":"One","numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"\u0080":"Control","\u00f6":"Latin Small Letter O With Diaeresis","\u20ac":"Euro Sign","\ud83d\ude00":"Emoji: Grinning Face","\ufb33":"Hebrew Letter Dalet With Dagesh"}',
	);
});

test("half of a character and a number that is none have no text", () => {
	expect(() => canonicalJson({ a: "\ud83d" })).toThrow(RangeError);
	expect(() => canonicalJson([Number.NaN])).toThrow(RangeError);
});
