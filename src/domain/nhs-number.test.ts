import fc from "fast-check";
import { expect, test } from "vitest";
import { isNhsNumber, sayIdentifier, sayNhsNumber } from "./nhs-number.ts";

test.each([
	["943 476 5919", true],
	["9434765919", true],
	["943-476-5919", true],
	["401 023 2137", true],
	["943 476 5918", false],
	["943 467 5919", false],
	["1234567890", false],
	["94347659", undefined],
	["SOM-1234567890", undefined],
	["", undefined],
])("%s is one: %s", (typed, is) => {
	expect(isNhsNumber(typed)).toBe(is);
});

test("one wrong number, or two beside each other that change places, is always found", () => {
	const good = fc
		.array(fc.integer({ min: 0, max: 9 }), { minLength: 9, maxLength: 9 })
		.map((nine) => Array.from({ length: 10 }, (_, last) => `${nine.join("")}${last}`))
		.map((ten) => ten.find(isNhsNumber))
		.filter((one) => one !== undefined);
	fc.assert(
		fc.property(good, fc.nat(9), fc.integer({ min: 1, max: 9 }), (one, place, more) => {
			const numbers = [...one].map(Number);
			const other = numbers.with(place, ((numbers[place] ?? 0) + more) % 10);
			expect(isNhsNumber(other.join(""))).toBe(false);
			const [here = 0, next = 0] = numbers.slice(place);
			if (place < 9 && here !== next)
				expect(
					isNhsNumber(
						numbers
							.with(place, next)
							.with(place + 1, here)
							.join(""),
					),
				).toBe(false);
		}),
	);
});

test("it is said in three groups", () => {
	expect(sayNhsNumber("943-4765919")).toBe("943 476 5919");
	expect(sayNhsNumber("SOM-12")).toBe("SOM-12");
	expect(sayIdentifier("9434765919")).toBe("943 476 5919");
	// Ten numbers that are none, and that somebody said are right, are another identifier.
	expect(sayIdentifier("9434765918")).toBe("9434765918");
});
