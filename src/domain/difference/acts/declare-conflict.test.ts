import { describe, expect, test } from "vitest";
import {
	at,
	atFormal,
	type Course,
	forwarded,
	somebody,
	somerset,
} from "../../../../protocols/somerset.fixture.ts";
import type { Actor } from "../../people/viewer.ts";
import { assigneesOf, mayAnswer } from "../../people/who-answers.ts";
import { stepOf } from "../../protocol/protocol.ts";
import type { Difference, RecordedEvent } from "../difference.ts";
import { sayKeptFrom } from "../told/kept-from.ts";
import { conflictsOn } from "../who/conflicts.ts";
import { dutyOf, dutyOfStep, placeOf } from "../who/duties.ts";
import { allowedActs } from "../who/may-act.ts";
import { entriesFor } from "../who/may-read.ts";
import { leftToNobody } from "../who/recipients.ts";
import { refuseTime } from "./ask-for-time.ts";
import { changeClock } from "./change-clock.ts";
import { declareConflict, takeBackConflict } from "./declare-conflict.ts";
import { doStep } from "./do-step.ts";
import { makeMove } from "./make-move.ts";

const { protocol } = somerset;
const directorOfB = somebody("receiving senior-manager");
const otherOfB = somebody("receiving senior-manager 2");
const managerOfB = somebody("receiving manager");
const office = somebody("business-unit");
const otherOffice = somebody("business-unit 2");
const practitioner = somebody("raising practitioner");
const head: Actor = { ...somebody("business-unit 3"), id: "head", offices: ["business-unit-head"] };
const on = at("2026-03-05 10:00");
/** Told that it is a conflict of interest that keeps them from it. */
const refused = expect.objectContaining({
	code: "not-your-own",
	message: "You have a conflict of interest in this, so it is for somebody else to do.",
});
const why = { "conflict-because": "My sister is the child’s mother" };

const happens = (course: Course, act: (difference: Difference) => RecordedEvent[]) => {
	course.events.push(...act(course.difference));
	return course;
};
const declares = (course: Course, of: Actor, by: Actor = of) =>
	happens(course, (difference) =>
		declareConflict(somerset, difference, { of, answers: why }, by, on),
	);
const respond = ({ difference }: Course) => {
	const open = difference.open.find(({ step }) => step.endsWith(".respond"));
	if (!open) throw new Error("Nobody is asked to respond");
	return dutyOfStep(protocol, difference, open);
};
/** A duty of the office that is of no step: to follow up, to give more time. */
const offices = ({ difference }: Course) =>
	dutyOf(protocol, difference, { side: "business-unit", role: "business-unit" });

describe("who declares a conflict of interest", () => {
	test("is not asked any more and may do nothing, and another of the role is asked", () => {
		const course = declares(forwarded(), directorOfB);
		const duty = respond(course);
		expect(mayAnswer(duty, directorOfB)).toBe(false);
		const asked = assigneesOf(duty, [directorOfB, otherOfB, practitioner]);
		expect(asked.map(({ id }) => id)).toEqual([otherOfB.id]);
		expect(
			allowedActs(protocol, course.difference, directorOfB).filter(({ act }) => act === "step"),
		).toEqual([]);
	});

	test("is held to it when they stand in for somebody, and so is whoever stands in for them", () => {
		const duty = respond(declares(forwarded(), directorOfB));
		expect(mayAnswer(duty, { ...directorOfB, standsInFor: [otherOfB] })).toBe(false);
		expect(mayAnswer(duty, { ...managerOfB, standsInFor: [directorOfB] })).toBe(false);
	});

	test("is asked again once they take it back, and both stand on the record", () => {
		const course = happens(declares(forwarded(), directorOfB), (difference) =>
			takeBackConflict(
				somerset,
				difference,
				{ of: directorOfB, answers: { "conflict-over-because": "It was another family" } },
				directorOfB,
				on,
			),
		);
		expect(mayAnswer(respond(course), directorOfB)).toBe(true);
		expect(course.types().filter((type) => type.startsWith("conflict"))).toEqual([
			"conflict-declared",
			"conflict-over",
		]);
	});

	test("is no part of the difference by saying so", () => {
		const { people } = declares(forwarded(), otherOfB).difference;
		expect(people).not.toHaveProperty(otherOfB.id);
	});
});

describe("a conflict is said of another", () => {
	test("by an office, and by whoever answers for that agency; nobody else", () => {
		expect(declares(forwarded(), directorOfB, office).types()).toContain("conflict-declared");
		expect(declares(forwarded(), directorOfB, managerOfB).types()).toContain("conflict-declared");
		for (const by of [practitioner, somebody("raising manager")])
			expect(() => declares(forwarded(), directorOfB, by)).toThrow(
				expect.objectContaining({ code: "not-open" }),
			);
	});

	test("not by an office’s or an agency’s people who have one themself: they do not choose who judges them", () => {
		expect(() => declares(declares(forwarded(), office), otherOffice, office)).toThrow(refused);
		expect(() => declares(declares(forwarded(), directorOfB), otherOfB, directorOfB)).toThrow(
			refused,
		);
		declares(declares(forwarded(), office), directorOfB, otherOffice);
	});

	test("and they do not take it back themself", () => {
		const course = declares(forwarded(), directorOfB, office);
		expect(() =>
			takeBackConflict(
				somerset,
				course.difference,
				{ of: directorOfB, answers: { "conflict-over-because": "I have none" } },
				directorOfB,
				on,
			),
		).toThrow(
			expect.objectContaining({
				message: "Somebody else said that you have one, so you cannot take it back yourself.",
			}),
		);
	});

	test("they are told that it keeps them from what an office does beside its steps, and nobody else is", () => {
		const { difference } = declares(declares(forwarded(), office), practitioner);
		const moves = (by: Actor) =>
			makeMove(somerset, difference, { move: "close", answers: { "closing-reason": "x" } }, by, on);
		const pauses = (by: Actor) =>
			changeClock(
				somerset,
				difference,
				{ clock: "formal-resolution.respond", how: "pause", answers: {} },
				by,
				on,
			);
		const refuses = (by: Actor) =>
			refuseTime(somerset, difference, { clock: "formal-resolution.respond", answers: {} }, by, on);
		for (const act of [moves, pauses, refuses]) {
			expect(() => act(office)).toThrow(refused);
			for (const by of [practitioner, directorOfB])
				expect(() => act(by)).toThrow(expect.objectContaining({ code: "not-open" }));
		}
		expect(() => moves(otherOffice)).not.toThrow();
	});

	test("with a reason that the other agency does not read", () => {
		const { events } = declares(forwarded(), directorOfB, office);
		const reads = (side: string) =>
			entriesFor(events, [side]).some(({ type }) => type === "conflict-declared");
		expect(["raising", "receiving", "business-unit"].filter(reads)).toEqual([
			"receiving",
			"business-unit",
		]);
	});
});

describe("where everybody of an office has a conflict", () => {
	const all = () => declares(declares(forwarded(), office), otherOffice);

	test("whoever heads it is asked, and may do it", () => {
		const duty = offices(all());
		const directory = [office, otherOffice, head, directorOfB];
		expect(assigneesOf(duty, directory)).toEqual([head]);
		const there = [office, otherOffice];
		expect(mayAnswer(duty, { ...head, headsPeople: { "business-unit": there } })).toBe(true);
	});

	test("not while one of it is free", () => {
		const duty = offices(declares(forwarded(), office));
		expect(assigneesOf(duty, [office, otherOffice, head])).toEqual([otherOffice]);
		const there = [office, otherOffice];
		expect(mayAnswer(duty, { ...head, headsPeople: { "business-unit": there } })).toBe(false);
	});

	test("and where nobody is left at all, that is told", () => {
		const course = declares(declares(forwarded(), directorOfB), otherOfB);
		const left = leftToNobody(protocol, course.difference, [directorOfB, otherOfB]);
		expect(left.map(({ step }) => stepOf(protocol, step).name)).toEqual(["respond"]);
		expect(leftToNobody(protocol, forwarded().difference, [directorOfB])).toEqual([]);
	});
});

describe("without anybody’s word", () => {
	test("who is named for an agency does nothing that an office of the partnership does", () => {
		const { difference } = forwarded();
		const found = conflictsOn(protocol, difference, "business-unit");
		expect(found.get(practitioner.id)).toBe("named");
		expect(found.get(office.id)).toBeUndefined();
		expect(conflictsOn(protocol, difference, "raising").size).toBe(0);
	});

	/** The form says that it challenges a decision of somebody, and the Executive is asked to decide. */
	const challenged = (whose: Actor) =>
		atFormal()
			.does("2026-03-02 11:00", "raising practitioner", "formal-resolution.raise submitted", {
				"decided-by": { id: whose.id },
			})
			.does("2026-03-02 12:00", "raising senior-manager", "formal-resolution.sign-off signed")
			.does("2026-03-02 13:00", "business-unit", "formal-resolution.forward forwarded")
			.does("2026-03-10 10:00", "receiving senior-manager", "formal-resolution.respond responded")
			.moves("2026-03-11 10:00", "receiving senior-manager", "ask-the-executive");

	test("whose decision is challenged signs off, judges and decides nothing, also for their own agency", () => {
		const { difference } = challenged(directorOfB);
		const keeps = (side: string, kind?: "sign-off" | "decision" | "reply") =>
			conflictsOn(protocol, difference, side, kind).get(directorOfB.id);
		expect(keeps("receiving", "sign-off")).toBe("their-decision");
		expect(keeps("executive", "decision")).toBe("their-decision");
		expect(keeps("receiving", "reply")).toBeUndefined();
	});

	test("they are not asked to decide, are refused, and read why; the others of the Executive are asked", () => {
		const theirs: Actor = { ...somebody("executive"), id: "00000000-0000-4000-8000-00000000dec1" };
		const { difference } = challenged(theirs);
		const member = somebody("executive");
		const decide = openIn(difference, "executive.decide");
		expect(assigneesOf(dutyOfStep(protocol, difference, decide), [theirs, member])).toEqual([
			member,
		]);
		const because = { outcome: "decided", answers: {}, step: "executive.decide" };
		expect(() => doStep(somerset, difference, because, theirs, at("2026-03-12 10:00"))).toThrow(
			expect.objectContaining({
				code: "not-your-own",
				message: expect.stringContaining("It challenges a decision of yours."),
			}),
		);
		expect(mayAnswer(dutyOfStep(protocol, difference, decide), theirs)).toBe(false);
		const named = { people: peopleCalled(member), asked: new Map([[decide.step, [member.id]]]) };
		expect(sayKeptFrom(protocol, difference, named, decide, theirs)).toBe(
			"It challenges a decision of yours, so Adaeze Umeh decides.",
		);
	});

	test("where nobody else is left, they read that the office is to be told, and the step counts as left to nobody", () => {
		const theirs: Actor = { ...somebody("executive"), id: "00000000-0000-4000-8000-00000000dec1" };
		const { difference } = challenged(theirs);
		const decide = openIn(difference, "executive.decide");
		expect(leftToNobody(protocol, difference, [theirs, directorOfB])).toEqual([decide]);
		expect(
			sayKeptFrom(protocol, difference, { people: new Map(), asked: new Map() }, decide, theirs),
		).toBe(
			"It challenges a decision of yours, so somebody else decides who had no part in it. Concord has nobody to ask: tell your partnership’s office.",
		);
	});

	test("they sit on no panel, and one that stood back is recorded", () => {
		const theirs = somebody("executive 2");
		const decides = (interest: string) =>
			challenged(theirs).does("2026-03-12 10:00", "executive", "executive.decide decided", {
				"panel-members": [
					{ who: { id: somebody("executive").id }, agency: "x", as: "executive", interest: "" },
					{ who: { id: theirs.id }, agency: "x", as: "executive", interest },
				],
			});
		expect(() => decides("")).toThrow("or decided what is challenged");
		expect(decides("It was my decision").types()).toContain("step-done");
	});

	const openIn = (difference: Difference, step: string) => {
		const open = difference.open.find((each) => each.step === step);
		if (!open) throw new Error(`Nobody owes ${step}`);
		return open;
	};
	const peopleCalled = ({ id }: Actor) =>
		new Map([
			[
				id,
				{
					name: "Adaeze Umeh",
					jobTitle: "Chief nurse",
					agencyName: "Health",
					sector: "health" as const,
				},
			],
		]);

	test("an office that only reviews reads nothing of a case of its people’s own agency", () => {
		const { difference } = forwarded();
		expect(placeOf(protocol, difference, "learning-subgroup").closedTo).toEqual([
			difference.raisingAgency,
			difference.receivingAgency,
		]);
		expect(placeOf(protocol, difference, "executive").closedTo).toEqual([]);
	});
});
