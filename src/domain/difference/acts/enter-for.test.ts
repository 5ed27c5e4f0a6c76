import { describe, expect, test } from "vitest";
import {
	answersFor,
	at,
	type Course,
	forwarded,
	header,
	somebody,
	somerset,
} from "../../../../protocols/somerset.fixture.ts";
import { noOriginal, notOursBecause, waysOf } from "../../protocol/protocol.ts";
import { askedOnPaper, formThatBegins, sentForms } from "../../protocol/sent-forms.ts";
import { clockOf, replay } from "../difference.ts";
import { stagesSoFar } from "../told/stages-so-far.ts";
import { dutyOfStep } from "../who/duties.ts";
import { notificationsOf } from "../who/is-told.ts";
import { allowedActs } from "../who/may-act.ts";
import { formsToEnter } from "../who/may-enter.ts";
import { entriesFor } from "../who/may-read.ts";
import { checkOriginal, type EnteredBeginning, enterBeginning, enterForm } from "./enter-for.ts";
import { sayNotOurs } from "./say-not-ours.ts";

const { protocol } = somerset;
const office = somebody("business-unit");
const raiser = somebody("raising practitioner");
const senior = somebody("raising senior-manager");
const formal = "formal-resolution";

/** A signed form that came on Friday 27 February 2026 and is entered on the Monday after. */
const begin = (given: Partial<EnteredBeginning> = {}, by = office, now = at("2026-03-02 10:00")) =>
	enterBeginning(
		somerset,
		header,
		{
			answers: answersFor(
				protocol,
				askedOnPaper(protocol, formThatBegins(protocol)?.parts ?? [], waysOf(protocol)[0]),
				{},
				now,
			),
			receivedAt: at("2026-02-27 15:00"),
			raisedBy: { person: raiser },
			doneBy: {
				[`${formal}.raise`]: { person: raiser },
				[`${formal}.sign-off`]: { person: senior },
			},
			...given,
		},
		by,
		now,
	);

const respond = (course: Course, receivedAt: string, now: string, name?: string) =>
	enterForm(
		somerset,
		course.until(now).difference,
		`${formal}.respond`,
		{
			answers: answersFor(protocol, askedOnPaper(protocol, response()), {}, at(now)),
			receivedAt: at(receivedAt),
			doneBy: {
				[`${formal}.respond`]: name ? { name } : { person: somebody("receiving senior-manager") },
			},
		},
		office,
		at(now),
	);

const response = () =>
	sentForms(protocol).find(({ parts: [{ step }] }) => step.id === `${formal}.respond`)?.parts ?? [];

describe("a form that came on paper begins a difference", () => {
	test("where it stands then: received by the office, to be sent on, its time counted from the receipt", () => {
		const difference = replay(protocol, header, begin());
		expect(difference.open.map(({ step }) => step)).toEqual([`${formal}.forward`]);
		expect(difference.stage).toBe(formal);
		const clock = clockOf(difference, `${formal}.forward`);
		expect(clock?.due.start).toBe(at("2026-02-27 15:00").toInstant().toString());
		expect(clock?.due.day).toBe("2026-03-03");
		expect(difference.raisedAt).toBe(at("2026-02-27 15:00").toInstant().toString());
		expect(difference.enteredAt).toBe(at("2026-03-02 10:00").toInstant().toString());
	});

	test("it is as if the agency’s people had done it: the office that entered it has no part on their side", () => {
		const difference = replay(protocol, header, begin());
		expect(difference.people).toMatchObject({ [raiser.id]: "raising", [senior.id]: "raising" });
		expect(Object.keys(difference.people)).not.toContain(office.id);
		expect(difference.done.map(({ by }) => by.person)).toEqual([raiser.id, senior.id]);
		const forward = difference.open[0];
		expect(forward && dutyOfStep(protocol, difference, forward).barred).not.toContain(office.id);
		expect(allowedActs(protocol, difference, office).map(({ act }) => act)).toContain("step");
	});

	test("every entry of it names who entered it, and the office reads the form", () => {
		const events = begin();
		expect(new Set(events.map(({ entered }) => entered?.by.person))).toEqual(new Set([office.id]));
		const read = entriesFor(events, ["business-unit"]).map(({ type }) => type);
		expect(read.filter((type) => type === "step-done")).toHaveLength(2);
	});

	test("nothing is said to be left out that was done before it came", () => {
		const skipped = begin().flatMap((event) =>
			event.type === "stage-entered" ? event.skipped : [],
		);
		expect(skipped).toEqual([]);
		const stages = stagesSoFar(protocol, replay(protocol, header, begin()));
		expect(stages.slice(0, 2).map(({ state }) => state)).toEqual(["done", "done"]);
	});

	test("whoever the directory does not know is named, and whoever answers for the agency is told", () => {
		const events = begin({
			raisedBy: { name: "Jo Wren, teacher" },
			doneBy: {
				[`${formal}.raise`]: { name: "Jo Wren, teacher" },
				[`${formal}.sign-off`]: { name: "Lee Dale, head" },
			},
		});
		const difference = replay(protocol, { ...header, raisedBy: null }, events);
		expect(difference.done.map(({ by }) => by)).toEqual([
			{ person: null, name: "Jo Wren, teacher", side: "raising" },
			{ person: null, name: "Lee Dale, head", side: "raising" },
		]);
		const told = notificationsOf(protocol, difference, events).filter(
			({ about }) => about === "entered-for-you",
		);
		expect(told[0]?.to).toMatchObject({ copied: { agency: "raising", level: "manager" } });
	});

	test("whoever raised and signed it is told that it was entered, before anything else", () => {
		const events = begin();
		const told = notificationsOf(protocol, replay(protocol, header, events), events);
		for (const { id } of [raiser, senior])
			expect(told.find(({ to }) => "person" in to && to.person === id)?.about).toBe(
				"entered-for-you",
			);
	});

	test.each([
		["by somebody of no office", {}, raiser, "not-yours"],
		["received in the future", { receivedAt: at("2026-03-02 10:01") }, office, "wrong-time"],
		[
			"signed by whoever raised it",
			{
				raisedBy: { person: senior },
				doneBy: {
					[`${formal}.raise`]: { person: senior },
					[`${formal}.sign-off`]: { person: senior },
				},
			},
			office,
			"not-your-own",
		],
		[
			"signed by somebody who does not answer at that level",
			{
				doneBy: {
					[`${formal}.raise`]: { person: raiser },
					[`${formal}.sign-off`]: { person: somebody("raising manager") },
				},
			},
			office,
			"not-of-the-level",
		],
		[
			"raised by somebody of another agency",
			{ raisedBy: { person: somebody("receiving practitioner") } },
			office,
			"not-your-agency",
		],
	])("it is refused %s", (_, given, by, code) => {
		expect(() => begin(given, by)).toThrow(expect.objectContaining({ code }));
	});
});

describe("a response that came on paper", () => {
	test("is the agency’s own, and was in time where it was received in time, entered after it", () => {
		const course = forwarded();
		course.events.push(...respond(course, "2026-03-16 16:00", "2026-03-18 10:00"));
		const { difference } = course;
		expect(clockOf(difference, `${formal}.respond`)?.state).toBe("met");
		expect(difference.done.at(-1)).toMatchObject({
			by: { person: somebody("receiving senior-manager").id, side: "receiving" },
			entered: {
				by: { person: office.id, side: "business-unit" },
				receivedAt: at("2026-03-16 16:00").toInstant().toString(),
			},
		});
		expect(difference.open.map(({ step }) => step)).toEqual([`${formal}.consider`]);
		expect(Object.keys(difference.people)).toContain(somebody("receiving senior-manager").id);
	});

	test("is late where it was received late", () => {
		const course = forwarded();
		course.events.push(...respond(course, "2026-03-17 16:00", "2026-03-18 10:00", "Kit Hale"));
		expect(clockOf(course.difference, `${formal}.respond`)?.state).toBe("met-late");
	});

	test("cannot have been received before it was asked for, nor be entered twice", () => {
		const course = forwarded();
		expect(() => respond(course, "2026-03-02 12:59", "2026-03-18 10:00")).toThrow(
			expect.objectContaining({ code: "in-the-past" }),
		);
		course.events.push(...respond(course, "2026-03-16 16:00", "2026-03-18 10:00"));
		expect(() => respond(course, "2026-03-16 16:00", "2026-03-18 11:00")).toThrow(
			expect.objectContaining({ code: "not-open" }),
		);
	});

	test("is entered by the office that it is sent to, and by nobody else", () => {
		const { difference } = forwarded();
		expect(formsToEnter(protocol, difference, office)).toHaveLength(1);
		for (const said of ["executive", "receiving senior-manager", "raising manager"])
			expect(formsToEnter(protocol, difference, somebody(said))).toEqual([]);
	});
});

describe("an agency may say that what was entered for it is not theirs", () => {
	const entered = () => {
		const course = forwarded();
		course.events.push(...respond(course, "2026-03-16 16:00", "2026-03-18 10:00"));
		return course;
	};
	const say = ({ difference }: Course, by: string) =>
		sayNotOurs(
			somerset,
			difference,
			{
				entry: difference.done.at(-1)?.seq ?? 0,
				answers: { [notOursBecause]: "We have not answered yet" },
			},
			somebody(by),
			at("2026-03-18 11:00"),
		);

	test("once, and the office is told; what is owed stays as it is", () => {
		const course = entered();
		const before = course.difference.open;
		const said = say(course, "receiving senior-manager");
		course.events.push(...said);
		expect(course.difference.open).toEqual(before);
		const told = notificationsOf(protocol, course.difference, said);
		expect(told).toMatchObject([
			{ about: "not-theirs", to: { copied: { office: "business-unit" } } },
		]);
		expect(() => say(course, "receiving senior-manager")).toThrow(
			expect.objectContaining({ code: "not-open" }),
		);
	});

	test.each(["business-unit", "raising senior-manager"])("which %s may not", (by) => {
		expect(() => say(entered(), by)).toThrow(expect.objectContaining({ code: "not-open" }));
	});
});

test("the original is attached, or the record says why not", () => {
	expect(() => checkOriginal([], {})).toThrow(expect.objectContaining({ code: "reason-missing" }));
	expect(() => checkOriginal([], { [noOriginal]: "It was read to us by telephone" })).not.toThrow();
	const why = { [noOriginal]: "It was read to us by telephone" };
	const answers = answersFor(
		protocol,
		askedOnPaper(protocol, formThatBegins(protocol)?.parts ?? [], waysOf(protocol)[0]),
		{},
		at("2026-03-02 10:00"),
	);
	const kept = begin({ answers: { ...answers, ...why } }).filter(
		(event) => "answers" in event && event.answers && noOriginal in event.answers,
	);
	expect(kept.map((event) => event.type === "step-done" && event.step)).toEqual([
		`${formal}.raise`,
	]);
});
