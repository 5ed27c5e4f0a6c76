import { beforeEach, expect, test } from "vitest";
import { addressCounted, FailedTries } from "./sign-in-limit.ts";

let now: Temporal.Instant;
let tries: FailedTries;
beforeEach(() => {
	now = Temporal.Instant.from("2026-03-26T10:00:00Z");
	tries = new FailedTries({ max: 3, within: 60 }, () => now);
});

test("after as many failures as may be, no more tries are made until the time has passed", () => {
	expect([1, 2, 3, 4, 5].map(() => tries.begin("amy"))).toEqual([true, true, true, false, false]);
	expect(tries.begin("ben")).toBe(true);
	now = now.add({ seconds: 60 });
	expect(tries.begin("amy")).toBe(true);
});

test("what succeeds does not count, however often", () => {
	for (let times = 0; times < 50; times += 1) {
		expect(tries.begin("amy")).toBe(true);
		tries.takeBack("amy");
	}
});

test("many at once are no way round: one under way counts", () => {
	for (let times = 0; times < 3; times += 1) tries.begin("amy");
	expect(tries.begin("amy")).toBe(false);
});

test("what is kept does not grow for ever", () => {
	for (let nth = 0; nth < 10_001; nth += 1) tries.begin(`guess ${nth}`);
	// The first was let go of.
	expect([1, 2, 3].map(() => tries.begin("guess 0"))).toEqual([true, true, true]);
	expect([1, 2, 3].map(() => tries.begin("guess 10000"))).toEqual([true, true, false]);
});

test.each([
	["203.0.113.7", "203.0.113.7"],
	["2001:db8:1:2:3:4:5:6", "2001:db8:1:2"],
	["2001:db8:1:2::9", "2001:db8:1:2"],
	["2001:db8::9", "2001:db8:0:0"],
	["::1", "0:0:0:0"],
	["::ffff:203.0.113.7", "::ffff:203.0.113.7"],
])("%s is counted as %s", (ip, counted) => {
	expect(addressCounted(ip)).toBe(counted);
});
