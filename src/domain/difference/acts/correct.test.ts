import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { madeUpText } from "../../../../protocols/made-up.fixture.ts";
import {
	at,
	atFormal,
	Course,
	forwarded,
	header,
	rulesFrom,
	signed,
	somebody,
	somerset,
	somersetText,
} from "../../../../protocols/somerset.fixture.ts";
import type { Answers } from "../../protocol/answers.ts";
import { clockOf, type RecordedEvent, replay } from "../difference.ts";
import { sayAnotherWay } from "../told/another-way.ts";
import { sayEvent } from "../told/say-event.ts";
import { notificationsOf } from "../who/is-told.ts";
import { type AnotherWay, toPutRight } from "../who/may-put-right.ts";
import { entriesFor } from "../who/may-read.ts";
import { changeAgency } from "./change-agency.ts";
import { changeClock } from "./change-clock.ts";
import { correct } from "./correct.ts";
import { raise } from "./raise.ts";

const refusal = (code: string) => expect.objectContaining({ code });
const names = { people: new Map(), agencies: { raising: "Oakfield", receiving: "Larkhill" } };

/** Somebody puts an answer right. @returns the course, with what happened under `put` */
function corrected(
	course: Course,
	when: string,
	by: string,
	field: string,
	answer: unknown,
): Course & { put: RecordedEvent[] } {
	course.until(when);
	const { rules, difference, events } = course;
	const put = correct(
		rules,
		difference,
		events,
		{ field, answers: { [field]: answer, "correction-reason": "A slip" } as Answers },
		somebody(by, rules.protocol),
		at(when),
	);
	events.push(...put);
	return Object.assign(course, { put });
}

const dueOf = (course: Course, clock: string) => clockOf(course.difference, clock)?.due;
const waysOf = (course: Course, by: string): Record<string, AnotherWay> =>
	Object.fromEntries(
		toPutRight(
			course.rules.protocol,
			course.difference,
			somebody(by, course.rules.protocol),
		).otherwise.map(({ field, way }) => [field.id, way]),
	);

describe("a date that a time limit goes by", () => {
	const reply = "informal-resolution.reply";
	/** The talk is on Tuesday 3 March 2026; they say that they reply by the 30th, where the 13th was meant. */
	const agreed = (day = "2026-03-30", rules = somerset) =>
		new Course(rules)
			.raised("2026-03-02 09:00")
			.does("2026-03-02 09:30", "raising practitioner", "early-resolution.talk not-resolved")
			.does("2026-03-03 10:00", "raising manager", "informal-resolution.talk time-agreed", {
				"reply-by": day,
			});

	test("counts the time limit again, with its why, in the record of both sides, who are told", () => {
		const course = corrected(
			agreed(),
			"2026-03-04 10:00",
			"raising manager",
			"reply-by",
			"2026-03-13",
		);
		expect(dueOf(course, reply)).toMatchObject({
			day: "2026-03-13",
			rule: expect.stringContaining("Friday 13 March 2026"),
		});
		for (const side of ["raising", "receiving"])
			expect(entriesFor(course.put, [side]).map(({ type }) => type)).toEqual([
				"corrected",
				"clock-changed",
			]);
		const changed = course.put.find(({ type }) => type === "clock-changed");
		expect(changed && sayEvent(somerset.protocol, names, changed)).toBe(
			"What was put right changed the time for “Reply to Oakfield’s manager”: it is due by Friday 13 March 2026, and was Monday 30 March 2026".replace(
				"Oakfield’s",
				"the other agency’s",
			),
		);
		const told = notificationsOf(somerset.protocol, course.difference, course.put);
		expect(told.map(({ about }) => about)).toEqual(
			expect.arrayContaining(["corrected", "date-changed"]),
		);
	});

	test("that has run out runs again where the day was later, and runs out at once where it was earlier", () => {
		const late = agreed("2026-03-04").until("2026-03-05 09:00");
		expect(clockOf(late.difference, reply)?.state).toBe("ran-out");
		corrected(late, "2026-03-05 10:00", "raising manager", "reply-by", "2026-03-13");
		expect(clockOf(late.difference, reply)).toMatchObject({ state: "running", missed: false });
		const early = corrected(
			agreed(),
			"2026-03-10 10:00",
			"raising manager",
			"reply-by",
			"2026-03-05",
		).until("2026-03-10 10:00:01");
		expect(clockOf(early.difference, reply)?.state).toBe("ran-out");
	});

	test("cannot have been before the day on which it was entered, in words that name that day", () => {
		expect(() =>
			corrected(agreed(), "2026-03-10 10:00", "raising manager", "reply-by", "2026-03-02"),
		).toThrow(/must be Tuesday 3 March 2026, when it was entered, or a later day/);
	});

	test("moves nothing that was met already, and the record says what it would have been", () => {
		const replied = agreed().does("2026-03-16 10:00", "receiving manager", `${reply} replied`);
		const course = corrected(
			replied,
			"2026-03-17 10:00",
			"raising manager",
			"reply-by",
			"2026-03-13",
		);
		expect(clockOf(course.difference, reply)).toMatchObject({
			state: "met",
			due: { day: "2026-03-30" },
		});
		expect(course.put).toMatchObject([
			{ type: "corrected" },
			{ type: "clock-left", because: "met", wasLate: false, late: true },
		]);
		const [, left] = course.put;
		expect(left && sayEvent(somerset.protocol, names, left)).toMatch(
			/had been done in time, and that stays as it was recorded\. By what was put right, it was done late$/,
		);
		expect(entriesFor(course.put, ["receiving"])).toHaveLength(2);
	});

	test("leaves a date that somebody set, and the record says so", () => {
		const rules = rulesFrom(
			somersetText.replace("extend: { by: [business-unit] }", "extend: { by: [raising manager] }"),
		);
		const course = agreed("2026-03-30", rules);
		course.events.push(
			...changeClock(
				rules,
				course.difference,
				{
					clock: reply,
					how: "extend",
					until: "2026-04-10",
					answers: { "reason-for-change": "The writer is ill" },
				},
				somebody("raising manager"),
				at("2026-03-04 10:00"),
			),
		);
		corrected(course, "2026-03-05 10:00", "raising manager", "reply-by", "2026-03-13");
		expect(dueOf(course, reply)?.day).toBe("2026-04-10");
		expect(course.events.at(-1)).toMatchObject({ type: "clock-left", because: "set" });
	});

	test("that starts it, or from which it is counted backwards, counts it again from there", () => {
		const rules = rulesFrom(
			madeUpText(`one:
  title: One
  steps:
    ask: { kind: note, title: Ask, by: raising practitioner, asks: [found-on, meets-on], outcomes: { done: { say: Done, then: [answer, papers] } } }
    answer: { kind: note, title: Answer, by: raising practitioner, due: { within: 5 working days, from: found-on }, outcomes: { done: { say: Done, then: end over } } }
    papers: { kind: note, title: Papers, by: raising practitioner, due: { within: 2 working days, before: meets-on }, outcomes: { done: { say: Done, then: stay } } }`).replace(
				"  issue:",
				"  found-on: { type: day, label: When was it found? }\n  meets-on: { type: day, label: When do they meet? }\n  issue:",
			),
		);
		const course = new Course(rules)
			.raised("2026-03-02 09:00")
			.does("2026-03-02 10:00", "raising practitioner", "one.ask done", {
				"found-on": "2026-02-27",
				"meets-on": "2026-03-20",
			});
		expect(dueOf(course, "one.answer")?.day).toBe("2026-03-06");
		expect(dueOf(course, "one.papers")?.day).toBe("2026-03-18");
		const by = "raising practitioner";
		corrected(course, "2026-03-03 10:00", by, "found-on", "2026-03-02");
		expect(dueOf(course, "one.answer")).toMatchObject({
			day: "2026-03-09",
			dayZero: "2026-03-02",
		});
		corrected(course, "2026-03-03 10:30", by, "meets-on", "2026-03-27");
		expect(dueOf(course, "one.papers")?.day).toBe("2026-03-25");
	});
});

test("a choice by which the length of a time limit goes counts it again", () => {
	const rules = rulesFrom(readFileSync("protocols/hours-and-urgent-track/2025.yaml", "utf8"));
	const course = new Course(rules).raised("2026-03-02 09:00");
	const before = course.difference.answers.urgency?.answer;
	expect(before).toBe("today");
	expect(dueOf(course, "level-1.talk")?.due).toBe("2026-03-02T13:00:00Z");
	corrected(course, "2026-03-02 10:00", "raising practitioner", "urgency", "tomorrow");
	expect(dueOf(course, "level-1.talk")?.due).toBe("2026-03-03T09:00:00Z");
	expect(course.events.at(-1)).toMatchObject({ type: "clock-changed", how: "corrected" });
});

describe("what is put right in another way says in which", () => {
	const say = (course: Course, way: AnotherWay | undefined) =>
		way && sayAnotherWay(course.rules.protocol, names, way);

	test("whether the child is safe is said anew; a choice by which steps went stays", () => {
		expect(say(forwarded(), waysOf(forwarded(), "raising practitioner")["child-safe"])).toMatch(
			/^Say whether the child is safe as it is now/,
		);
		const rules = rulesFrom(
			madeUpText(`one:
  title: One
  steps:
    ask: { kind: note, title: Ask, by: raising practitioner, asks: [agreed, colour], outcomes: { done: { say: Done, asks: [{ ask: why, when: { agreed: [no] } }], then: last } } }
    last: { kind: note, title: Last, by: raising practitioner, outcomes: { done: { say: Done, then: end over } } }`).replace(
				"  issue:",
				'  agreed: { type: choice, label: Agreed?, options: { yes: "Yes", no: "No" } }\n  colour: { type: choice, label: Which colour?, options: { red: Red, blue: Blue } }\n  why: { type: text, label: Why not? }\n  issue:',
			),
		);
		const course = new Course(rules)
			.raised("2026-03-02 09:00")
			.does("2026-03-02 10:00", "raising practitioner", "one.ask done", {
				agreed: "yes",
				colour: "red",
			});
		const by = "raising practitioner";
		expect(say(course, waysOf(course, by).agreed)).toMatch(/Add a note that says what is right/);
		expect(() => corrected(course, "2026-03-03 10:00", by, "agreed", "no")).toThrow(
			refusal("not-open"),
		);
		corrected(course, "2026-03-03 10:00", by, "colour", "blue");
		expect(course.difference.answers.colour?.answer).toBe("blue");
		expect(course.difference.done[0]?.answers.colour).toBe("blue");
	});

	test("who owes a step now is passed on; once they have done it, their name is put right beside", () => {
		const talked = new Course()
			.raised("2026-03-02 09:00")
			.does("2026-03-02 09:30", "raising practitioner", "early-resolution.talk not-resolved");
		const way = waysOf(talked, "raising practitioner")["manager-a"];
		expect(way).toEqual({ is: "step-owed", step: "informal-resolution.talk" });
		expect(say(talked, way)).toMatch(/Pass that on to the right person\.$/);
		expect(waysOf(atFormal(), "raising practitioner")).not.toHaveProperty("manager-a");
	});
});

describe("a name", () => {
	const field = "practitioner-b";
	const wrong = somebody("receiving practitioner");
	const right = somebody("receiving practitioner 2");

	test("of somebody on the other side is theirs from then on, and whoever was named by mistake is named no more", () => {
		const course = forwarded();
		expect(course.difference.people[wrong.id]).toBe("receiving");
		corrected(course, "2026-03-05 10:00", "raising practitioner", field, { id: right.id });
		expect(course.difference.people[right.id]).toBe("receiving");
		expect(course.difference.people).not.toHaveProperty(wrong.id);
		const seen = replay(
			somerset.protocol,
			course.difference,
			entriesFor(course.events, ["receiving"]),
		);
		expect(seen.answers[field]?.answer).toEqual({ id: right.id });
	});

	test("stays that of whoever did something, for that was them", () => {
		const course = atFormal();
		const manager = somebody("raising manager");
		corrected(course, "2026-03-05 10:00", "raising practitioner", "manager-a", {
			id: somebody("raising manager 2").id,
		});
		expect(course.difference.people[manager.id]).toBe("raising");
	});
});

describe("an agency that is involved besides", () => {
	const rules = rulesFrom(readFileSync("test/language/other-agencies.yaml", "utf8"));
	const chosen = [{ id: "involved-1", name: "Wrong" }];
	const raised = () => {
		const course = new Course(rules);
		const [by, when] = [somebody("raising practitioner", rules.protocol), at("2026-03-02 09:00")];
		course.events.push(
			...raise(rules, header, { issue: "What we disagree about", others: chosen }, [], by, when),
		);
		return course;
	};
	const puts = (course: Course, others: { id: string; name: string }[]) =>
		corrected(course, "2026-03-03 09:00", "raising practitioner", "others", others);

	test("is another from then on, with the same side, while it has heard nothing", () => {
		const course = puts(raised(), [{ id: "police", name: "Police" }]);
		expect(course.difference.involved["involved-1"]?.agency).toBe("police");
		expect(Object.keys(course.difference.involved)).toEqual(["involved-1"]);
		expect(() => puts(raised(), [{ id: "receiving", name: "B" }])).toThrow(refusal("same-agency"));
	});

	test("is recalled first once it has heard of it", () => {
		const course = raised().does(
			"2026-03-02 10:00",
			"raising practitioner",
			"talk.talk not-resolved",
		);
		expect(waysOf(course, "raising practitioner").others).toEqual({
			is: "agency-told",
			side: "involved-1",
		});
		expect(() => puts(course, [{ id: "police", name: "Police" }])).toThrow(refusal("not-open"));
	});
});

describe("the agency that it is with", () => {
	const changes = (course: Course, by: string, agency = "police") => {
		const happened = changeAgency(
			somerset,
			course.difference,
			{
				agency,
				name: "Police",
				was: "Larkhill",
				answers: { "correction-reason": "The next name in the list" },
			},
			somebody(by),
			at("2026-03-05 10:00"),
		);
		course.events.push(...happened);
		return happened;
	};

	test("is put right while it has heard nothing, with who was named there", () => {
		const course = signed();
		const [happened] = changes(course, "raising practitioner");
		expect(course.difference.receivingAgency).toBe("police");
		expect(Object.values(course.difference.people)).not.toContain("receiving");
		expect(happened && sayEvent(somerset.protocol, names, happened, "Amy")).toBe(
			"Amy put right which agency it is with: Police, and not Larkhill, which had heard nothing of it",
		);
		course.does("2026-03-05 11:00", "business-unit", "formal-resolution.forward forwarded");
		expect(entriesFor(course.events, ["receiving"])).not.toContainEqual(happened);
	});

	test("is not offered to the side that raised it, which need not have read that the other has heard", () => {
		const course = forwarded();
		const seen = replay(
			somerset.protocol,
			course.difference,
			entriesFor(course.events, ["raising"]),
		);
		const offered = toPutRight(somerset.protocol, seen, somebody("raising practitioner"));
		expect(seen.known).not.toHaveProperty("receiving");
		expect(offered.agency).toBe(false);
	});

	test("is recalled instead once it has; nobody else puts it right, and to no agency of it", () => {
		expect(() => changes(forwarded(), "raising practitioner")).toThrow(refusal("not-open"));
		expect(() => changes(signed(), "business-unit")).toThrow(refusal("not-open"));
		for (const agency of ["raising", "receiving"])
			expect(() => changes(signed(), "raising practitioner", agency)).toThrow(
				refusal("wrong-agency"),
			);
	});
});

describe("what it is about", () => {
	test("is put right by the office that counts it too, recorded as its correction; it stays the agency’s answer", () => {
		const course = corrected(signed(), "2026-03-02 14:00", "business-unit", "themes", ["roles"]);
		const { difference, put } = course;
		expect(put[0]).toMatchObject({
			type: "corrected",
			field: "themes",
			by: { side: "business-unit" },
		});
		expect(difference.corrections.at(-1)).toMatchObject({ by: { side: "business-unit" } });
		expect(difference.answers.themes).toMatchObject({
			answer: ["roles"],
			by: { side: "raising" },
		});
		expect(
			toPutRight(somerset.protocol, difference, somebody("raising practitioner")).correct.map(
				({ field }) => field.id,
			),
		).toContain("themes");
	});

	test("is not the office’s to put right before it has heard of it, nor is any other answer of an agency", () => {
		expect(() =>
			corrected(atFormal(), "2026-03-02 11:00", "business-unit", "themes", ["roles"]),
		).toThrow(refusal("not-open"));
		expect(() =>
			corrected(signed(), "2026-03-02 14:00", "business-unit", "issue", "Something else"),
		).toThrow(refusal("not-open"));
	});
});
