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
import { inEnglish } from "../../said.ts";
import type { Difference, RecordedEvent } from "../difference.ts";
import { saidKeptFromSeal } from "../told/kept-from.ts";
import { dutyOfStep } from "../who/duties.ts";
import { notificationsOf } from "../who/is-told.ts";
import { allowedActs, readersOf } from "../who/may-act.ts";
import { saysSafetyFor, toPutRight } from "../who/may-put-right.ts";
import { entriesFor } from "../who/may-read.ts";
import { keptFromSeal, knownKeptFromSeal, sealsFor } from "../who/may-seal.ts";
import { recipients } from "../who/recipients.ts";
import { declareConflict } from "./declare-conflict.ts";
import { breakGlass, seal, unseal } from "./seal.ts";

const { protocol } = somerset;
const headOfA = somebody("raising senior-manager");
const directorOfB = somebody("receiving senior-manager");
const otherOfB = somebody("receiving senior-manager 2");
const office = somebody("business-unit");
const head: Actor = { ...somebody("business-unit 2"), id: "head", offices: ["business-unit-head"] };
const officer: Actor = { ...head, id: "officer", offices: ["data-protection-officer"] };
const administrator: Actor = { ...head, id: "administrator", offices: ["administrator"] };
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
			.filter(({ to }) => !("keepsSeal" in to))
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

	test("is told that a conflict of interest keeps them from it, and no more where they may not read why", () => {
		const { difference, events } = forwarded();
		const declared = (who: Actor) => ({
			...difference,
			conflicts: { [who.id]: { by: undefined, at: "", seq: 0 } },
		});
		const why = (who: Actor, given: Difference, entries = events) => {
			const because = knownKeptFromSeal(protocol, given, entries, who);
			return because && inEnglish(saidKeptFromSeal(because));
		};
		// The officer reads nothing of it; the others read the entry that says so.
		expect(why(officer, declared(officer))).toMatch(
			/^You have a part in this, or it is about something that touches you, so others say/,
		);
		for (const who of [head, headOfA]) {
			const course = forwarded();
			happens(course, (before) =>
				declareConflict(
					somerset,
					before,
					{ of: who, answers: { "conflict-because": "A relative" } },
					who,
					on,
				),
			);
			expect(why(who, course.difference, course.events)).toBe(
				"You have a conflict of interest in this, so others say who may know of it: the data protection officer, the head of the partnership’s office or, where neither can, whoever administers Concord here.",
			);
		}
		expect(() =>
			seals({ ...forwarded(), difference: declared(officer) } as Course, [office], officer),
		).toThrow(refusal("not-your-own"));
		for (const who of [office, directorOfB, stranger, administrator])
			expect(why(who, declared(who))).toBeUndefined();
	});

	test("is whoever administers, where nobody is left who keeps seals and is there", () => {
		const { difference } = forwarded();
		const administers = (given: Difference, ...keepers: (Actor & { away?: unknown })[]) =>
			sealsFor(protocol, given, { ...administrator, sealKeepers: keepers });
		const declared = (...who: Actor[]) => ({
			...difference,
			conflicts: Object.fromEntries(who.map(({ id }) => [id, { by: undefined, at: "", seq: 0 }])),
		});
		expect(administers(difference)).toBe("business-unit");
		expect(administers(declared(head, officer), head, officer)).toBe("business-unit");
		expect(administers(declared(head), head, { ...officer, away: {} })).toBe("business-unit");
		expect(administers(declared(head), head, officer)).toBeUndefined();
		expect(administers(declared(head, administrator), head)).toBeUndefined();
		// Nobody asks who keeps seals for anybody else.
		expect(sealsFor(protocol, declared(head, officer), administrator)).toBeUndefined();
		expect(
			sealsFor(protocol, declared(head, officer), { ...otherOfB, sealKeepers: [] }),
		).toBeUndefined();
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

	/** Who of these is told that somebody opened it, of whom these have a conflict of interest. */
	const told = (
		by: Actor,
		directory: (Actor & { away?: { deputies: string[] } })[],
		...conflicted: Actor[]
	) => {
		const course = sealed(office);
		const happened = opens(course, by);
		const difference = {
			...course.difference,
			conflicts: Object.fromEntries(
				conflicted.map(({ id }) => [id, { by: undefined, at: "", seq: 0 }]),
			),
		};
		return notificationsOf(protocol, difference, happened).flatMap(({ to }) =>
			recipients(protocol, difference, to, directory).map(({ id }) => id),
		);
	};
	const ids = (...people: Actor[]) => people.map(({ id }) => id);

	test("the head and the data protection officer are told at once", () => {
		expect(told(directorOfB, [office, head, officer, administrator, otherOfB])).toEqual(
			ids(head, officer),
		);
	});

	test("somebody else is told where one of them opened it, has a conflict, is away or is not there", () => {
		const all = [office, head, officer, administrator];
		expect(told(head, all)).toEqual(ids(officer));
		expect(told(directorOfB, all, officer)).toEqual(ids(head));
		expect(told(head, [office, head, administrator])).toEqual(ids(administrator));
		expect(told(head, all, officer)).toEqual(ids(administrator));
		expect(told(directorOfB, [office, administrator])).toEqual(ids(administrator));
		const away = { ...officer, away: { deputies: [] } };
		expect(told(head, [away, administrator])).toEqual(ids(away, administrator));
		// Nobody is left: then those who were named.
		expect(told(head, [office, head, administrator], administrator)).toEqual(ids(office));
	});

	test("whoever opened it sees to its seal no more, for an office, while it is sealed", () => {
		const course = sealed(office);
		opens(course, head);
		expect(sealsFor(protocol, course.difference, head)).toBeUndefined();
		expect(keptFromSeal(protocol, course.difference, head)).toBe("opened");
		expect(sealsFor(protocol, course.difference, officer)).toBe("business-unit");
		happens(course, (difference) =>
			unseal(somerset, difference, { answers: { "unsealed-because": "It is over" } }, officer, on),
		);
		expect(sealsFor(protocol, course.difference, head)).toBe("business-unit");
	});
});
