import { expect, test } from "vitest";
import { inEnglish } from "../said.ts";
import { commonPasswords } from "./common-passwords.ts";
import { passwordFault } from "./password-rules.ts";

const fault = (...given: Parameters<typeof passwordFault>) => {
	const said = passwordFault(...given);
	return said && inEnglish(said);
};

test.each([
	["three random words", "coffee tram pebble"],
	["no capital, no digit and no sign", "greylampsfloat"],
	["a phrase in another script", "чайник под дождём"],
	["ten characters", "mvrtqplkzd"],
])("%s will do", (_, password) => {
	expect(fault(password)).toBeUndefined();
});

test.each([
	["none", "", "Enter a password"],
	["nine characters", "mvrtqplkz", "10 characters or more"],
	["nine that are written as more", "👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧abcde", "10 characters or more"],
	["more than anybody types", "ab cd ef ".repeat(200), "1,000 characters or less"],
	["the same over again", "aaaaaaaaaaaaaa", "same few characters"],
	["digits in a row", "12345678901", "guessed first"],
	["a row of keys from right to left", "poiuytrewq", "guessed first"],
	["one of the commonest", "password123", "guessed first"],
	["the same in other clothes", "P@ssw0rd123!!", "guessed first"],
	["what people here think of first", "Safeguarding1", "guessed first"],
])("%s will not do", (_, password, why) => {
	expect(fault(password)).toContain(why);
});

test("what belongs to them will not do, however it is written", () => {
	const about = ["amy.okafor@oakfield.example", "Oakfield Primary School"];
	expect(fault("Amy.Okafor@Oakfield.example", about)).toContain("your address");
	expect(fault("oakfield primary school", about)).toContain("your agency");
	expect(fault("oakfield primary pebble", about)).toBeUndefined();
});

test("every password of the list is refused", () => {
	expect(commonPasswords.filter((password) => passwordFault(password) === undefined)).toEqual([]);
});
