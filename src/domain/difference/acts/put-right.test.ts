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
import {
	clockOf,
	type Difference,
	type RecordedEvent,
	replay,
	whomItIsAbout,
} from "../difference.ts";
import { notificationsOf } from "../who/is-told.ts";
import { toPutRight } from "../who/may-put-right.ts";
import { entriesFor } from "../who/may-read.ts";
import { recipients } from "../who/recipients.ts";
import { addNote } from "./add-note.ts";
import { askForTime, refuseTime } from "./ask-for-time.ts";
import { answerSide, askSide } from "./ask-side.ts";
import { changeClock } from "./change-clock.ts";
import { correct } from "./correct.ts";
import { passOn } from "./pass-on.ts";
import { recall } from "./recall.ts";

const { protocol } = somerset;
const refusal = (code: string) => expect.objectContaining({ code });
const practitioner = somebody("raising practitioner");
const headOfA = somebody("raising senior-manager");
const managerOfB = somebody("receiving manager");
const directorOfB = somebody("receiving senior-manager");
const office = somebody("business-unit");
const on = at("2026-03-05 10:00");

/** Lets one of these acts happen. */
const happens = (course: Course, act: (difference: Difference) => RecordedEvent[]) => {
	const happened = act(course.difference);
	course.events.push(...happened);
	return happened;
};
const readBy = (course: Course, side: string) => entriesFor(course.events, [side]);
const seenBy = (course: Course, side: string) =>
	replay(protocol, course.difference, readBy(course, side));
const told = (course: Course, happened: RecordedEvent[], directory: Actor[]) =>
	notificationsOf(protocol, course.difference, happened).flatMap(({ to, about }) =>
		recipients(protocol, course.difference, to, directory).map(({ id }) => `${about} ${id}`),
	);

describe("a note", () => {
	const adds = (course: Course, by: Actor, forAll: boolean) =>
		happens(course, (difference) =>
			addNote(somerset, difference, { answers: { "note-text": "Rang again" }, forAll }, by, on),
		);

	test("is for one's own side alone, or for every side that knows", () => {
		const course = forwarded();
		adds(course, practitioner, false);
		const isNote = ({ type }: RecordedEvent) => type === "note-added";
		expect(readBy(course, "raising").filter(isNote)).toHaveLength(1);
		expect(readBy(course, "receiving").filter(isNote)).toHaveLength(0);
		expect(readBy(course, "business-unit").filter(isNote)).toHaveLength(0);
		adds(course, directorOfB, true);
		for (const side of ["receiving", "business-unit"])
			expect(readBy(course, side).filter(isNote)).toHaveLength(1);
	});

	test("may be added once it has ended, and by nobody who does not know of it", () => {
		const course = atFormal().moves("2026-03-02 11:00", "raising practitioner", "withdraw");
		expect(course.difference.status.is).toBe("ended");
		expect(adds(course, practitioner, true)).toHaveLength(1);
		expect(() => adds(course, directorOfB, false)).toThrow(refusal("not-open"));
	});
});

describe("a correction", () => {
	const corrects = (course: Course, by: Actor, field: string, answer: unknown) =>
		happens(course, (difference) =>
			correct(
				somerset,
				difference,
				course.events,
				{ field, answers: { [field]: answer as string, "correction-reason": "A slip" } },
				by,
				on,
			),
		);

	test("stands beside the original, for everybody who may read that, and is what stands from then on", () => {
		const course = forwarded();
		const before = course.difference.answers.issue;
		corrects(course, practitioner, "issue", "What it should have said");
		for (const side of ["raising", "receiving", "business-unit"]) {
			const seen = seenBy(course, side);
			expect(seen.answers.issue?.answer).toBe("What it should have said");
			expect(seen.done.find(({ seq }) => seq === before?.seq)?.answers.issue).toBe(
				"What it should have said",
			);
			expect(seen.corrections).toMatchObject([{ field: "issue", was: before?.answer }]);
		}
		const original = course.events.find(({ seq }) => seq === before?.seq);
		expect(original).toMatchObject({ answers: { issue: before?.answer } });
	});

	test("of a name changes whom lists say it is about; again corrected it is still that of the first entry", () => {
		const course = forwarded();
		const ask = "children-in-full";
		const [child] = (course.difference.answers[ask]?.answer ?? []) as { name: string }[];
		corrects(course, headOfA, ask, [{ ...child, name: "Ella Bell" }]);
		corrects(course, practitioner, ask, [{ ...child, name: "Ella Ball" }]);
		const seen = seenBy(course, "receiving");
		expect(whomItIsAbout(protocol, seen)).toMatchObject({
			field: ask,
			answer: [{ name: "Ella Ball" }],
		});
		const [first, second] = seen.corrections;
		expect(second?.corrects).toBe(first?.corrects);
		expect(second?.was).toMatchObject([{ name: "Ella Bell" }]);
	});

	test("is for the side that gave the answer, with a reason, and of nothing that the way on went by", () => {
		const course = forwarded();
		const { correct: open } = toPutRight(protocol, course.difference, directorOfB);
		expect(open.map(({ field }) => field.id)).not.toContain("issue");
		expect(() => corrects(course, directorOfB, "issue", "Otherwise")).toThrow(refusal("not-open"));
		expect(() => corrects(course, practitioner, "child-safe", "no")).toThrow(refusal("not-open"));
		const { answer } = course.difference.answers.issue ?? {};
		expect(() => corrects(course, practitioner, "issue", answer)).toThrow(refusal("nothing-new"));
		expect(() =>
			correct(
				somerset,
				course.difference,
				course.events,
				{ field: "issue", answers: { issue: "Otherwise" } },
				practitioner,
				on,
			),
		).toThrow(refusal("wrong-answers"));
	});

	test("before the form is sent reaches whoever is sent it, and nobody else; both sides are told of a later one", () => {
		const course = atFormal().does(
			"2026-03-02 11:00",
			"raising practitioner",
			"formal-resolution.raise submitted",
		);
		corrects(course, practitioner, "evidence", "Seen on two days");
		expect(seenBy(course, "receiving").corrections).toEqual([]);
		course
			.does("2026-03-05 12:00", "raising senior-manager", "formal-resolution.sign-off signed")
			.does("2026-03-05 13:00", "business-unit", "formal-resolution.forward forwarded");
		expect(seenBy(course, "receiving").corrections).toHaveLength(1);
		const happened = corrects(course, practitioner, "evidence", "Seen on three days");
		expect(told(course, happened, [practitioner, directorOfB])).toContain(
			`corrected ${directorOfB.id}`,
		);
	});
});

describe("a question", () => {
	const asks = (course: Course, to: string, by: Actor) =>
		happens(course, (difference) =>
			askSide(somerset, difference, { to, answers: { "question-asked": "Which day?" } }, by, on),
		);
	const answers = (course: Course, question: number, by: Actor) =>
		happens(course, (difference) =>
			answerSide(
				somerset,
				difference,
				{ question, answers: { "question-answer": "Monday" } },
				by,
				on,
			),
		);

	test("is asked of whoever owes the step there, waits until it is answered, and changes no clock", () => {
		const course = forwarded();
		const clocks = structuredClone(course.difference.clocks);
		const happened = asks(course, "receiving", practitioner);
		expect(told(course, happened, [directorOfB, managerOfB])).toContain(
			`question-asked ${directorOfB.id}`,
		);
		const [question] = toPutRight(protocol, course.difference, directorOfB).answer;
		expect(question).toMatchObject({ by: { side: "raising" } });
		expect(toPutRight(protocol, course.difference, office).answer).toEqual([]);
		const answered = answers(course, question?.seq ?? 0, directorOfB);
		expect(told(course, answered, [practitioner])).toEqual([
			`question-answered ${practitioner.id}`,
		]);
		expect(toPutRight(protocol, course.difference, directorOfB).answer).toEqual([]);
		expect(course.difference.clocks).toEqual(clocks);
	});

	test("is read by the two sides alone, and asked of no side that does not know of it", () => {
		const course = forwarded();
		asks(course, "receiving", practitioner);
		expect(seenBy(course, "business-unit").questions).toEqual([]);
		expect(seenBy(course, "receiving").questions).toHaveLength(1);
		expect(() => asks(course, "executive", practitioner)).toThrow(refusal("not-open"));
		expect(() => asks(atFormal(), "receiving", practitioner)).toThrow(refusal("not-open"));
		const [question] = course.difference.questions;
		expect(() => answers(course, question?.seq ?? 0, practitioner)).toThrow(refusal("not-open"));
	});
});

describe("a step passed on", () => {
	const respond = "formal-resolution.respond";
	const other = somebody("receiving senior-manager 2");
	const passes = (course: Course, to: Actor, by: Actor, under = somerset) =>
		happens(course, (difference) =>
			passOn(
				under,
				difference,
				{ step: respond, to, answers: { "given-because": "Not my team" } },
				by,
				on,
			),
		);

	test("is the colleague's from then on, who is told; its time stays", () => {
		const course = forwarded();
		const clocks = structuredClone(course.difference.clocks);
		const happened = passes(course, other, directorOfB);
		expect(course.difference.open).toMatchObject([{ step: respond, person: other.id }]);
		expect(told(course, happened, [directorOfB, other])).toContain(`your-turn ${other.id}`);
		expect(course.difference.clocks).toEqual(clocks);
		course.does("2026-03-06 10:00", "receiving senior-manager 2", `${respond} responded`);
	});

	test("goes by whoever owes it or answers for the agency; to nobody who may not do it", () => {
		for (const by of [directorOfB, managerOfB])
			expect(passes(forwarded(), other, by)).toHaveLength(1);
		for (const by of [headOfA, practitioner])
			expect(() => passes(forwarded(), other, by)).toThrow(refusal("not-open"));
		for (const to of [managerOfB, headOfA, directorOfB])
			expect(() => passes(forwarded(), to, directorOfB)).toThrow(refusal("not-a-colleague"));
	});

	test("goes by the office that sent it on where the protocol has no move for that, else by the move", () => {
		const moves = protocol.moves.filter(({ id }) => id !== "send-to-another");
		const withoutMove = { ...somerset, protocol: { ...protocol, moves } };
		expect(passes(forwarded(), other, office, withoutMove)).toHaveLength(1);
		expect(() => passes(forwarded(), other, office)).toThrow(refusal("not-open"));
	});

	test("is not for a member of the Executive whose own agency is part of it", () => {
		const course = forwarded()
			.does("2026-03-10 10:00", "receiving senior-manager", `${respond} responded`)
			.moves("2026-03-11 10:00", "receiving senior-manager", "ask-the-executive");
		const open = (actor: Actor) => toPutRight(protocol, course.difference, actor).passOn;
		expect(open(somebody("executive"))).toHaveLength(1);
		const { level } = directorOfB;
		expect(open({ ...somebody("receiving manager 7"), level, offices: ["executive"] })).toEqual([]);
	});
});

describe("more time", () => {
	const respond = "formal-resolution.respond";
	const given = { clock: respond, answers: { "reason-for-change": "The worker is ill" } };
	const asks = (course: Course, by: Actor) =>
		happens(course, (difference) =>
			askForTime(
				somerset,
				difference,
				{ clock: respond, answers: { "time-wanted": "Until Friday: the worker is ill" } },
				by,
				on,
			),
		);

	test("is asked for by whoever owes it and of whoever may give it; nothing moves until they do", () => {
		const course = forwarded();
		const happened = asks(course, directorOfB);
		expect(told(course, happened, [office, headOfA])).toEqual([`time-asked ${office.id}`]);
		expect(toPutRight(protocol, course.difference, office).grant).toHaveLength(1);
		expect(toPutRight(protocol, course.difference, headOfA).grant).toEqual([]);
		expect(() => asks(course, headOfA)).toThrow(refusal("not-open"));
		expect(() => asks(course, office)).toThrow(refusal("not-open"));
		happens(course, (difference) =>
			changeClock(
				somerset,
				difference,
				{ ...given, how: "extend", until: "2026-03-31" },
				office,
				on,
			),
		);
		expect(course.difference.timeAsked).toEqual([]);
	});

	test("is asked for no more once what it was for is done", () => {
		const course = forwarded();
		asks(course, directorOfB);
		expect(course.difference.timeAsked).toHaveLength(1);
		course.does(
			"2026-03-05 11:00",
			"receiving senior-manager",
			"formal-resolution.respond responded",
		);
		expect(course.difference.timeAsked).toEqual([]);
	});

	test("is refused with a reason, by whoever may give it", () => {
		const course = forwarded();
		asks(course, directorOfB);
		const refuses = (by: Actor) =>
			happens(course, (difference) => refuseTime(somerset, difference, given, by, on));
		expect(() => refuses(headOfA)).toThrow(refusal("not-open"));
		const happened = refuses(office);
		expect(told(course, happened, [directorOfB])).toEqual([`time-refused ${directorOfB.id}`]);
		expect(course.difference.timeAsked).toEqual([]);
	});
});

describe("a recall", () => {
	const recalls = (course: Course, by: Actor, instead?: string) =>
		happens(course, (difference) =>
			recall(
				somerset,
				difference,
				{
					from: "receiving",
					answers: { "recall-reason": "The family never lived there" },
					...(instead && { instead: { agency: instead, name: "Police", was: "Social care" } }),
				},
				by,
				on,
			),
		);

	test("leaves the wrong agency nothing to read and nothing to do, and has it sent again", () => {
		const course = forwarded();
		recalls(course, office);
		expect(readBy(course, "receiving")).toEqual([]);
		expect(toPutRight(protocol, course.difference, directorOfB)).toMatchObject({
			note: false,
			answer: [],
			passOn: [],
		});
		expect(Object.keys(course.difference.known)).not.toContain("receiving");
		expect(course.difference.open.map(({ step }) => step)).toEqual(["formal-resolution.forward"]);
		expect(clockOf(course.difference, "formal-resolution.forward")).toMatchObject({
			state: "running",
			due: { start: on.toInstant().toString() },
		});
		for (const side of ["raising", "business-unit"])
			expect(readBy(course, side).some(({ type }) => type === "recalled")).toBe(true);
	});

	test("is told to those from whom it is recalled, to the data protection officer, else an administrator, and to the senders", () => {
		const officer = {
			...somebody("business-unit"),
			id: "dpo",
			offices: ["data-protection-officer"],
		};
		const administrator = { ...officer, id: "administrator", offices: ["administrator"] };
		const course = forwarded();
		const happened = recalls(course, office);
		const directory = [practitioner, directorOfB, office, administrator];
		const all = told(course, happened, [...directory, officer]);
		expect(all).toContain(`recalled-from-you ${directorOfB.id}`);
		expect(all).toContain("data-breach dpo");
		expect(all).not.toContain("data-breach administrator");
		expect(all).toContain(`data-breach ${practitioner.id}`);
		expect(all).not.toContain(`data-breach ${directorOfB.id}`);
		expect(told(course, happened, directory)).toContain("data-breach administrator");
	});

	test("sent to another agency, that reads what it is sent and nothing that the wrong one wrote", () => {
		const course = forwarded();
		happens(course, (difference) =>
			addNote(
				somerset,
				difference,
				{ answers: { "note-text": "Not one of ours" }, forAll: false },
				directorOfB,
				on,
			),
		);
		recalls(course, office, "police");
		expect(course.difference.receivingAgency).toBe("police");
		course.until("2026-03-05 11:00");
		expect(readBy(course, "receiving")).toEqual([]);
		expect(() => recalls(course, practitioner)).toThrow(refusal("not-open"));
	});

	test("is made by the side that sent it and by an office that knows, never by the agency itself", () => {
		expect(() => recalls(forwarded(), directorOfB)).toThrow(refusal("not-open"));
		expect(() => recalls(atFormal(), practitioner)).toThrow(refusal("not-open"));
		expect(() => recalls(forwarded(), office, "raising")).toThrow(refusal("wrong-agency"));
		expect(recalls(forwarded(), office)).not.toEqual([]);
	});
});
