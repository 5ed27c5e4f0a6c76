import { expect, test } from "vitest";
import { at, somerset } from "../../../protocols/somerset.fixture.ts";
import { datesOn, happeningsWithDates } from "./what-if.ts";

const now = at("2026-04-02 10:00");

test("of Somerset’s protocol, signing off and forwarding set dates; talks and replies by agreed days do not", () => {
	expect(happeningsWithDates(somerset, now).map(({ id }) => id)).toEqual([
		"formal-resolution.sign-off.signed",
		"formal-resolution.forward.forwarded",
	]);
});

test("a form that is forwarded before Easter is answered by 20 April, and the holidays say why", () => {
	const [, forwarded] = happeningsWithDates(somerset, now);
	if (!forwarded) throw new Error("Forwarding sets no date");
	const [date, ...others] = datesOn(somerset, forwarded, now);
	expect(others).toEqual([]);
	expect(date?.clock.title).toBe("Answer in part two of the form");
	expect(date?.due.day).toBe("2026-04-20");
	expect(date?.due.skipped.map(({ name }) => name)).toContain("Good Friday");
});
