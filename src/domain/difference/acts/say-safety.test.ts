import { expect, test } from "vitest";
import {
	answersFor,
	at,
	atFormal,
	type Course,
	forwarded,
	header,
	somebody,
	somerset,
} from "../../../../protocols/somerset.fixture.ts";
import { isNotSafe, replay } from "../difference.ts";
import { notificationsOf } from "../who/is-told.ts";
import { entriesFor } from "../who/may-read.ts";
import { raise } from "./raise.ts";
import { saySafety } from "./say-safety.ts";

const refusal = (code: string) => expect.objectContaining({ code });
const says = (course: Course, when: string, by: string, safe: boolean, calls: string[] = []) => {
	const happened = saySafety(
		somerset,
		course.difference,
		{ safe, calls: calls.map((madeAt) => ({ call: "999", madeAt })), answers: {} },
		somebody(by),
		at(when),
	);
	course.events.push(...happened);
	return happened;
};
const seenBy = (course: Course, side: string) =>
	replay(somerset.protocol, course.difference, entriesFor(course.events, [side]));

test("either side may say it at any stage, and take it back, with the call that was made", () => {
	const course = forwarded();
	expect(isNotSafe(course.difference)).toBe(false);
	says(course, "2026-03-04 10:00", "receiving senior-manager", false, ["2026-03-04T09:50"]);
	for (const side of ["raising", "receiving", "business-unit"]) {
		const seen = seenBy(course, side);
		expect(isNotSafe(seen)).toBe(true);
		expect(seen.urgentContacts).toContainEqual({ call: "999", madeAt: "2026-03-04T09:50" });
	}
	says(course, "2026-03-05 10:00", "raising practitioner", true);
	expect(isNotSafe(seenBy(course, "receiving"))).toBe(false);
});

test("once it has ended and nobody owes anything, it can be taken back, and not said anew", () => {
	const course = atFormal();
	says(course, "2026-03-02 10:30", "raising practitioner", false);
	course.moves("2026-03-02 11:00", "raising practitioner", "withdraw");
	expect(course.difference.status.is).toBe("ended");
	expect(course.difference.open).toEqual([]);
	says(course, "2026-03-02 12:00", "raising manager", true);
	expect(isNotSafe(course.difference)).toBe(false);
	const anew = () => says(course, "2026-03-02 13:00", "raising manager", false);
	expect(anew).toThrow(refusal("not-open"));
});

test("who does not know of it cannot say, and a call cannot lie ahead", () => {
	const course = atFormal();
	const untold = () => says(course, "2026-03-02 11:00", "receiving manager", false);
	expect(untold).toThrow(refusal("not-open"));
	const ahead = () =>
		says(course, "2026-03-02 11:00", "raising practitioner", false, ["2026-03-02T11:05"]);
	expect(ahead).toThrow(refusal("wrong-answers"));
});

test("what is said before a side knows reaches it with what it is sent first", () => {
	const course = atFormal();
	says(course, "2026-03-02 10:30", "raising practitioner", false);
	expect(isNotSafe(seenBy(course, "business-unit"))).toBe(false);
	course
		.does("2026-03-02 11:00", "raising practitioner", "formal-resolution.raise submitted")
		.does("2026-03-02 12:00", "raising senior-manager", "formal-resolution.sign-off signed");
	const { answers } = course.difference;
	expect(answers["child-safe"]?.answer).toBe("yes");
	// The form said otherwise later: the later word counts for everybody who reads it.
	expect(isNotSafe(seenBy(course, "business-unit"))).toBe(false);
	says(course, "2026-03-02 13:00", "raising practitioner", false);
	expect(isNotSafe(seenBy(course, "business-unit"))).toBe(true);
	expect(isNotSafe(seenBy(course, "receiving"))).toBe(false);
	course.does("2026-03-03 10:00", "business-unit", "formal-resolution.forward forwarded");
	expect(isNotSafe(seenBy(course, "receiving"))).toBe(true);
});

test("raised in danger it is not safe from the beginning; an answer of the form says so too", () => {
	const raisedIn = (inDanger: boolean) =>
		raise(
			somerset,
			header,
			answersFor(somerset.protocol, somerset.protocol.raise, {}, at("2026-03-02 09:00")),
			[],
			somebody("raising practitioner"),
			at("2026-03-02 09:00"),
			undefined,
			inDanger,
		).filter(({ type }) => type === "safety-said");
	expect(raisedIn(false)).toEqual([]);
	expect(raisedIn(true)).toMatchObject([{ safe: false, audience: ["raising"] }]);
	const course = atFormal().does(
		"2026-03-02 11:00",
		"raising practitioner",
		"formal-resolution.raise submitted",
		{ "child-safe": "nobody-told" },
	);
	expect(course.difference.safety).toMatchObject({ safe: false, inForm: true });
});

test("whoever owes something and all who are named are told at once that a child is not safe", () => {
	const course = forwarded();
	const happened = says(course, "2026-03-04 10:00", "raising practitioner", false);
	const told = notificationsOf(somerset.protocol, course.difference, happened);
	expect(told.every(({ about }) => about === "not-safe")).toBe(true);
	expect(told.some(({ to }) => "duty" in to)).toBe(true);
	expect(told.flatMap(({ to }) => ("person" in to ? to.person : []))).toContain(
		somebody("receiving senior-manager").id,
	);
	const calmed = says(course, "2026-03-05 10:00", "raising practitioner", true);
	expect(notificationsOf(somerset.protocol, course.difference, calmed)).toEqual([]);
});
