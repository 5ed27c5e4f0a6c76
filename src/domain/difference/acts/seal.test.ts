import { describe, expect, test } from "vitest";
import {
	at,
	type Course,
	forwarded,
	somebody,
	somerset,
} from "../../../../protocols/somerset.fixture.ts";
import type { Actor } from "../../people/viewer.ts";
import { assigneesOf } from "../../people/who-answers.ts";
import type { Difference, RecordedEvent } from "../difference.ts";
import { dutyOfStep } from "../who/duties.ts";
import { notificationsOf } from "../who/is-told.ts";
import { allowedActs, readersOf } from "../who/may-act.ts";
import { saysSafetyFor, toPutRight } from "../who/may-put-right.ts";
import { entriesFor } from "../who/may-read.ts";
import { sealsFor } from "../who/may-seal.ts";
import { recipients } from "../who/recipients.ts";
import { breakGlass, seal, unseal } from "./seal.ts";

const { protocol } = somerset;
const headOfA = somebody("raising senior-manager");
const directorOfB = somebody("receiving senior-manager");
const otherOfB = somebody("receiving senior-manager 2");
const office = somebody("business-unit");
const head: Actor = { ...somebody("business-unit 2"), id: "head", offices: ["business-unit-head"] };
const officer: Actor = { ...head, id: "officer", offices: ["data-protection-officer"] };
const stranger = somebody("raising practitioner 2");
const on = at("2026-03-05 10:00");
const refusal = (code: string) => expect.objectContaining({ code });

const happens = (course: Course, act: (difference: Difference) => RecordedEvent[]) => {
	const happened = act(course.difference);
	course.events.push(...happened);
	return happened;
};
const seals = (course: Course, to: Actor[], by: Actor = head) =>
	happens(course, (difference) =>
		seal(
			somerset,
			difference,
			{ to, answers: { "sealed-because": "A colleague’s family" } },
			by,
			on,
		),
	);
const opens = (course: Course, by: Actor) =>
	happens(course, (difference) =>
		breakGlass(
			somerset,
			difference,
			{ answers: { "glass-because": "The child is missing" }, hours: 4 },
			by,
			on,
		),
	);
const reads = ({ difference }: Course, who: Actor) =>
	readersOf(protocol, difference, who).length > 0;
const sealed = (...to: Actor[]) => {
	const course = forwarded();
	seals(course, to);
	return course;
};

describe("a sealed difference", () => {
	test("is known to those who were named, and to nobody else who could know of it", () => {
		const course = sealed(office, directorOfB);
		expect([office, directorOfB].every((one) => reads(course, one))).toBe(true);
		for (const one of [head, headOfA, otherOfB, somebody("raising practitioner")])
			expect(reads(course, one)).toBe(false);
	});

	test("is owed by those who were named alone: nobody stands in for them", () => {
		const { difference } = sealed(office, directorOfB);
		const [open] = difference.open.filter(({ step }) => step.endsWith(".respond"));
		if (!open) throw new Error("Nobody is asked to respond");
		const duty = dutyOfStep(protocol, difference, open);
		expect(assigneesOf(duty, [directorOfB, otherOfB])).toEqual([directorOfB]);
		const away = { ...directorOfB, away: { deputies: [otherOfB.id] } };
		expect(assigneesOf(duty, [away, otherOfB]).map(({ id }) => id)).toEqual([directorOfB.id]);
	});

	test("is told of to nobody who was not named, also not who was told before", () => {
		const { difference, events } = sealed(office);
		const everybody = [office, head, directorOfB, headOfA, somebody("raising practitioner")];
		const told = notificationsOf(
			protocol,
			difference,
			events,
			everybody.map(({ id }) => id),
		)
			.filter(({ to }) => !("office" in to))
			.flatMap(({ to }) => recipients(protocol, difference, to, everybody));
		expect(new Set(told)).toEqual(new Set([office]));
	});

	test("is open again to all who could know of it once the seal is off, and the reason stays with whoever gave it", () => {
		const course = sealed(office);
		happens(course, (difference) =>
			unseal(somerset, difference, { answers: { "unsealed-because": "It is settled" } }, head, on),
		);
		expect(reads(course, directorOfB)).toBe(true);
		const because = (side: string) =>
			JSON.stringify(entriesFor(course.events, [side])).includes("A colleague’s family");
		expect(because("business-unit")).toBe(true);
		expect(because("receiving")).toBe(false);
	});
});

describe("who seals", () => {
	test("is the head of the office, the data protection officer, or who answers for the agency that raised it", () => {
		const { difference } = forwarded();
		expect([head, officer].map((one) => sealsFor(protocol, difference, one))).toEqual([
			"business-unit",
			"business-unit",
		]);
		expect(sealsFor(protocol, difference, headOfA)).toBe("raising");
		for (const one of [office, directorOfB, somebody("raising practitioner")])
			expect(sealsFor(protocol, difference, one)).toBeUndefined();
	});

	test("is nobody who has a conflict of interest in it, for whatever they would seal it", () => {
		const { difference } = forwarded();
		for (const one of [head, officer, headOfA]) {
			const declared = {
				...difference,
				conflicts: { [one.id]: { by: undefined, at: "" } },
			} as Difference;
			expect(sealsFor(protocol, declared, one)).toBeUndefined();
		}
		// Named for an agency, and would now seal for the office.
		const named = { ...difference, people: { ...difference.people, [head.id]: "receiving" } };
		expect(sealsFor(protocol, named, head)).toBeUndefined();
		expect(sealsFor(protocol, named, officer)).toBe("business-unit");
	});

	test("names somebody, and only people who could know of it", () => {
		expect(() => seals(forwarded(), [])).toThrow(refusal("nobody-named"));
		expect(() => seals(forwarded(), [stranger])).toThrow(refusal("could-not-know"));
		expect(() => seals(forwarded(), [office], office)).toThrow(refusal("not-open"));
	});

	test("and answers for the agency that raised it does so no more once it is sealed from them", () => {
		expect(sealsFor(protocol, sealed(office).difference, headOfA)).toBeUndefined();
		expect(sealsFor(protocol, sealed(office, headOfA).difference, headOfA)).toBe("raising");
	});
});

describe("in an emergency", () => {
	test("who would know of it opens it until a time; who has no business there does not", () => {
		const course = sealed(office);
		const [opened] = opens(course, directorOfB);
		expect(opened).toMatchObject({ person: directorOfB.id, until: "2026-03-05T14:00:00Z" });
		expect(reads(course, { ...directorOfB, glassBrokenIn: [course.difference.id] })).toBe(true);
		expect(reads(course, directorOfB)).toBe(false);
		for (const by of [stranger, officer, office])
			expect(() => opens(sealed(office), by)).toThrow(refusal("not-open"));
	});

	test("they only read it, and may say whether the child is safe", () => {
		const course = sealed(office);
		opens(course, directorOfB);
		const guest = { ...directorOfB, glassBrokenIn: [course.difference.id] };
		expect(allowedActs(protocol, course.difference, guest)).toEqual([]);
		const { note, correct, ask, passOn, recall } = toPutRight(protocol, course.difference, guest);
		expect({ note, correct, ask, passOn, recall }).toEqual({
			note: false,
			correct: [],
			ask: [],
			passOn: [],
			recall: [],
		});
		expect(saysSafetyFor(protocol, course.difference, guest)).toBe("receiving");
	});

	test("the head and the data protection officer are told at once", () => {
		const course = sealed(office);
		const happened = opens(course, directorOfB);
		const told = notificationsOf(protocol, course.difference, happened).flatMap(({ to }) =>
			recipients(protocol, course.difference, to, [office, head, officer, otherOfB]),
		);
		expect(told).toEqual([head, officer]);
	});
});
