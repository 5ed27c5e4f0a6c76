import { expect, test } from "vitest";
import { asksToWait } from "./webhook.ts";

const now = Temporal.Instant.from("2026-03-26T10:00:00Z");

test.each([
	["120", 2],
	[" 61 ", 2],
	["0", 0],
	["Thu, 26 Mar 2026 10:30:00 GMT", 30],
	["Thu, 26 Mar 2026 09:30:00 GMT", 0],
	["999999999", 1_440],
	["Fri, 26 Mar 2027 10:30:00 GMT", 1_440],
	["-5", 0],
	["2027", 34],
	["soon", 0],
	["1e9", 0],
	["", 0],
	[undefined, 0],
])("an address that says Retry-After: %s is left alone for %i minutes", (given, minutes) => {
	expect(asksToWait(given, now)).toBe(minutes);
});
