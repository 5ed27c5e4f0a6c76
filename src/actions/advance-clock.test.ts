import { expect, test } from "vitest";
import { zone } from "../domain/time.ts";
import { advanceClock, morningsBetween } from "./advance-clock.ts";
import type { App } from "./app.ts";

const local = (moment: string) => Temporal.PlainDateTime.from(moment).toZonedDateTime(zone);
const mornings = (from: string, to: string) =>
	morningsBetween(local(from), local(to), "09:00").map((morning) =>
		morning.toPlainDateTime().toString({ smallestUnit: "minute" }),
	);

test("every morning on the way is lived through, over the change of the clocks too", () => {
	expect(mornings("2026-03-27T10:00", "2026-03-30T12:00")).toEqual([
		"2026-03-28T09:00",
		"2026-03-29T09:00",
		"2026-03-30T09:00",
	]);
});

test("the morning of the first day counts when it is still to come, and arrival at nine is no morning on the way", () => {
	expect(mornings("2026-03-26T07:00", "2026-03-27T09:00")).toEqual(["2026-03-26T09:00"]);
	expect(mornings("2026-03-26T09:00", "2026-03-26T17:00")).toEqual([]);
});

test("outside a rehearsal no clock is moved", async () => {
	const app = { rehearsal: false } as App;
	await expect(advanceClock(app, "any", local("2030-01-01T09:00"))).rejects.toMatchObject({
		code: "not-in-rehearsal",
	});
});
