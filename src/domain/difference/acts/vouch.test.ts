import { describe, expect, test } from "vitest";
import { at, forwarded, somebody, somerset } from "../../../../protocols/somerset.fixture.ts";
import type { Actor } from "../../people/viewer.ts";
import { assigneesOf, mayAnswer } from "../../people/who-answers.ts";
import { replay } from "../difference.ts";
import { dutyOfStep } from "../who/duties.ts";
import { allowedActs, readersOf } from "../who/may-act.ts";
import { entriesFor } from "../who/may-read.ts";
import { isDone, stepsToVouchFor } from "../who/may-vouch.ts";
import { linkEnded, takeBackLink, vouch } from "./vouch.ts";

const { protocol } = somerset;
const refusal = (code: string) => expect.objectContaining({ code });
const office = somebody("business-unit");
const directorOfB = somebody("receiving senior-manager");
const on = at("2026-03-05 10:00");
const step = "formal-resolution.respond";
const called = "Pat Locum, interim, pat@b.example";
const because = { "vouched-because": "Rang them" };

/** Forwarded, and given to somebody who answers by a link. */
function vouchedFor() {
	const course = forwarded();
	const pat: Actor = {
		...directorOfB,
		id: "pat",
		safeguardingLead: false,
		offices: [],
		onlyIn: course.difference.id,
	};
	const given = { step, to: pat, called, answers: because };
	course.events.push(...vouch(somerset, course.difference, given, office, on));
	return { course, pat, given };
}

describe("who answers by a link", () => {
	test("is asked for what they were given, and for nothing else that their level does", () => {
		const { course, pat } = vouchedFor();
		const { difference } = course;
		const [open] = difference.open;
		if (!open) throw new Error("Nothing is open");
		const duty = dutyOfStep(protocol, difference, open);
		expect(assigneesOf(duty, [pat, directorOfB])).toEqual([pat]);
		expect(mayAnswer(duty, pat)).toBe(true);
		const anothers = { ...duty, person: directorOfB.id };
		expect(mayAnswer(anothers, pat)).toBe(false);
		expect(assigneesOf(anothers, [pat, directorOfB])).toEqual([directorOfB]);
		expect(mayAnswer({ ...duty, person: null }, pat)).toBe(false);
	});

	test("is of no side of another difference, though of one agency", () => {
		const { course, pat } = vouchedFor();
		expect(readersOf(protocol, course.difference, pat)).toContain("receiving");
		expect(readersOf(protocol, { ...course.difference, id: "another" }, pat)).toEqual([]);
	});

	test("makes no move once nothing is theirs", () => {
		const { course, pat } = vouchedFor();
		expect(isDone(protocol, course.difference, pat)).toBe(false);
		const done = { ...course.difference, open: [] };
		expect(isDone(protocol, done, pat)).toBe(true);
		expect(allowedActs(protocol, done, pat).filter(({ act }) => act === "move")).toEqual([]);
	});
});

describe("vouching", () => {
	test("is read by their side and the office; whose step it is, by the other agency, too", () => {
		const { course } = vouchedFor();
		const reads = (side: string) =>
			entriesFor(course.events, [side]).map(({ type }) => type as string);
		for (const side of ["receiving", "business-unit"]) expect(reads(side)).toContain("vouched");
		expect(reads("raising")).not.toContain("vouched");
		const seen = replay(protocol, course.difference, entriesFor(course.events, ["raising"]));
		expect(seen.people.pat).toBe("receiving");
	});

	test("is the office’s, and of whoever answers by a link for what is theirs", () => {
		const { course, pat, given } = vouchedFor();
		const may = (by: Actor) => stepsToVouchFor(protocol, course.difference, by).length > 0;
		expect([office, pat].map(may)).toEqual([true, true]);
		expect([directorOfB, somebody("raising senior-manager")].map(may)).toEqual([false, false]);
		expect(() => vouch(somerset, course.difference, given, directorOfB, on)).toThrow(
			refusal("not-open"),
		);
	});

	test("is refused without how it is known", () => {
		const { course, given } = vouchedFor();
		expect(() => vouch(somerset, course.difference, { ...given, answers: {} }, office, on)).toThrow(
			refusal("wrong-answers"),
		);
	});
});

test("a link is taken back by the office alone, and its end is on the record of their side and the office", () => {
	const { course, pat } = vouchedFor();
	expect(() => takeBackLink(somerset, course.difference, pat.id, directorOfB, on)).toThrow(
		refusal("not-open"),
	);
	const [back] = takeBackLink(somerset, course.difference, pat.id, office, on);
	expect(back).toMatchObject({
		type: "link-ended",
		because: "taken-back",
		by: { person: office.id },
	});
	expect(back?.audience.sort()).toEqual(["business-unit", "receiving"]);
	const [expired] = linkEnded(
		somerset,
		course.difference,
		{ person: pat.id, because: "expired" },
		on,
	);
	expect(expired?.by).toBeUndefined();
});
