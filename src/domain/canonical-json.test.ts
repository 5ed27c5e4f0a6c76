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
