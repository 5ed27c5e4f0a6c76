import { describe, expect, test } from "vitest";
import { phoneAddress, readPhone } from "./phone.ts";

describe("a telephone number", () => {
	test.each([
		["01632 960101", "01632 960101"],
		["  +44 (0)1632   960101 ", "+44 (0)1632 960101"],
		["01632 960101 ext. 12", "01632 960101 ext. 12"],
		["101", "101"],
		["", ""],
	])("%j is taken as %j", (typed, taken) => expect(readPhone(typed)).toBe(taken));

	test.each(["ask for Amara", "12", "01632 960101 after six", "1".repeat(50), "<script>"])(
		"%j is none",
		(typed) => expect(readPhone(typed)).toBeUndefined(),
	);

	test("is rung without its spaces and its extension", () => {
		expect(phoneAddress("01632 960101 ext. 12")).toBe("tel:01632960101");
		expect(phoneAddress("+44 1632 960101")).toBe("tel:+441632960101");
	});
});
