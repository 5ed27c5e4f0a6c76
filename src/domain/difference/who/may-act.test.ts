import { expect, test } from "vitest";
import { madeUp } from "../../../../protocols/made-up.fixture.ts";
import {
	answersFor,
	at,
	atFormal,
	Course,
	forwarded,
	header,
	signed,
	somebody,
	somerset,
} from "../../../../protocols/somerset.fixture.ts";
import { assigneesOf } from "../../people/who-answers.ts";
import { doStep } from "../acts/do-step.ts";
import { raise } from "../acts/raise.ts";
import { sayKeptFrom } from "../told/kept-from.ts";
import { dutyOfStep } from "./duties.ts";
import { allowedActs, sidesOf } from "./may-act.ts";

const { protocol } = somerset;
const refusal = (code: string) => expect.objectContaining({ code });
const actsOf = (course: Course, said: string) =>
	allowedActs(protocol, course.difference, somebody(said)).map((act) =>
		act.act === "move"
			? act.move.id
			: act.act === "change-clock"
				? `${act.ways.join("|")} ${act.clock.clock}`
				: `${act.act} ${act.step.id}`,
	);

test("nobody signs off their own form", () => {
	const course = atFormal().does(
		"2026-03-02 11:00",
		"raising senior-manager",
		"formal-resolution.raise submitted",
	);
	const sign = (by: string) =>
		course.does("2026-03-02 12:00", by, "formal-resolution.sign-off signed");
	expect(() => sign("raising senior-manager")).toThrow(refusal("not-your-own"));
	expect(sign("raising senior-manager 2").types()).toContain("sent");
});

test("only a senior manager of the raising agency signs off", () => {
	const course = atFormal().does(
		"2026-03-02 11:00",
		"raising practitioner",
		"formal-resolution.raise submitted",
	);
	const sign = (by: string) => () =>
		course.does("2026-03-02 12:00", by, "formal-resolution.sign-off signed");
	expect(sign("raising manager")).toThrow("This is for agency A’s senior manager to do.");
	expect(sign("receiving senior-manager")).toThrow(refusal("not-open"));
	expect(sign("business-unit")).toThrow(refusal("not-open"));
});

test("a refusal tells a stranger no more of what is open than of what is not", () => {
	const course = atFormal();
	const said = (step: string) => {
		try {
			course.does("2026-03-02 11:00", "receiving manager", step);
			return "";
		} catch (error) {
			return String(error);
		}
	};
	expect(said("formal-resolution.raise submitted")).toMatch(/not open to you/);
	expect(said("formal-resolution.raise submitted")).toBe(said("executive.decide decided"));
});

test("whoever may withdraw it at once is not offered to ask for that", () => {
	const course = forwarded();
	expect(actsOf(course, "raising manager")).toContain("ask-to-withdraw");
	const seniors = actsOf(course, "raising senior-manager");
	expect(seniors).toContain("withdraw-signed");
	expect(seniors).not.toContain("ask-to-withdraw");
});

test("who took part before does not decide for the Executive; a member who did not, does", () => {
	const course = forwarded()
		.does("2026-03-10 10:00", "receiving senior-manager", "formal-resolution.respond responded")
		.moves("2026-03-11 10:00", "receiving senior-manager", "ask-the-executive");
	const member = somebody("executive");
	const judgeOfOwnCause = {
		...somebody("receiving senior-manager"),
		offices: ["executive"],
	};
	const decides = (actor: typeof member) =>
		allowedActs(protocol, course.difference, actor).some(
			(act) => act.act === "step" && act.step.id === "executive.decide",
		);
	expect(decides(member)).toBe(true);
	expect(decides(judgeOfOwnCause)).toBe(false);
});

test("the subgroup asks none of its members to review a case of their own agency", () => {
	const course = forwarded()
		.does("2026-03-10 10:00", "receiving senior-manager", "formal-resolution.respond responded")
		.moves("2026-03-11 10:00", "receiving senior-manager", "ask-the-executive")
		.does("2026-03-12 10:00", "executive", "executive.decide decided")
		.moves("2026-03-12 11:00", "executive", "refer-for-review", { "review-by": "2026-05-15" });
	const open = course.difference.open.find(({ step }) => step === "afterwards.review");
	if (!open) throw new Error("The subgroup owes nothing");
	const member = somebody("learning-subgroup");
	const ofAgencyA = { ...somebody("raising manager 7"), offices: ["learning-subgroup"] };
	expect(assigneesOf(dutyOfStep(protocol, course.difference, open), [ofAgencyA, member])).toEqual([
		member,
	]);
});

test("a member whose agency is part of it, though never named, is not asked, is refused, and reads who decides", () => {
	const course = forwarded()
		.does("2026-03-10 10:00", "receiving senior-manager", "formal-resolution.respond responded")
		.moves("2026-03-11 10:00", "receiving senior-manager", "ask-the-executive");
	const { difference } = course;
	const member = somebody("executive");
	const ofAgencyB = { ...somebody("receiving manager 7"), offices: ["executive"] };
	const [open] = difference.open;
	if (!open) throw new Error("The Executive owes nothing");
	expect(difference.people).not.toHaveProperty(ofAgencyB.id);
	expect(assigneesOf(dutyOfStep(protocol, difference, open), [member, ofAgencyB])).toEqual([
		member,
	]);
	expect(() =>
		doStep(
			somerset,
			difference,
			{ step: "executive.decide", outcome: "decided", answers: {} },
			ofAgencyB,
			at("2026-03-12 10:00"),
		),
	).toThrow(refusal("not-your-own"));
	const umeh = { name: "Adaeze Umeh", jobTitle: "Chief nurse", agencyName: "Health" };
	const people = new Map([[member.id, { ...umeh, sector: "health" as const }]]);
	const asked = new Map([["executive.decide", [member.id]]]);
	expect(sayKeptFrom(protocol, difference, { people, asked }, open, ofAgencyB)).toBe(
		"Your agency is part of it, so Adaeze Umeh decides.",
	);
	expect(sayKeptFrom(protocol, difference, { people, asked }, open, member)).toBeUndefined();
});

test("a manager may step in for a practitioner; a colleague who is not named learns of nothing", () => {
	const course = new Course().raised("2026-03-02 09:00");
	expect(actsOf(course, "raising manager")).toContain("step early-resolution.talk");
	expect(actsOf(course, "raising practitioner 2")).toEqual([]);
	expect(sidesOf(protocol, course.difference, somebody("raising practitioner 2"))).toEqual([]);
});

test("the practitioner who is named at the other agency is told nothing by being named", () => {
	const course = new Course().raised("2026-03-02 09:00");
	expect(course.difference.people).toHaveProperty(somebody("receiving practitioner").id);
	expect(actsOf(course, "receiving practitioner")).toEqual([]);
});

test("either agency may ask for the Executive from when senior managers of both have the form", () => {
	const course = signed();
	expect(actsOf(course, "raising senior-manager")).not.toContain("ask-the-executive");
	course.does("2026-03-02 13:00", "business-unit", "formal-resolution.forward forwarded");
	for (const side of ["raising", "receiving"]) {
		expect(actsOf(course, `${side} senior-manager`)).toContain("ask-the-executive");
		expect(actsOf(course, `${side} manager`)).not.toContain("ask-the-executive");
	}
	course.does(
		"2026-03-10 10:00",
		"receiving senior-manager",
		"formal-resolution.respond responded",
	);
	expect(actsOf(course, "receiving senior-manager")).toContain("ask-the-executive");
	course.does(
		"2026-03-11 10:00",
		"raising senior-manager",
		"formal-resolution.consider not-resolved",
	);
	expect(actsOf(course, "raising senior-manager")).toContain("step executive.request");
	expect(actsOf(course, "receiving senior-manager")).toContain("ask-the-executive");
});

test("the Business Unit follows up only once the response is late", () => {
	const course = forwarded().until("2026-03-16 23:59");
	const always = ["send-to-another", "redirect", "close"];
	expect(actsOf(course, "business-unit")).toEqual([
		...always,
		"extend|pause formal-resolution.respond",
	]);
	course.until("2026-03-17 00:00");
	expect(actsOf(course, "business-unit")).toEqual([
		"step formal-resolution.follow-up",
		"follow-up-again",
		...always,
		"extend formal-resolution.respond",
	]);
});

test("agency A need not wait for a response once it is late; until then its silence is no silence", () => {
	const course = forwarded().until("2026-03-16 23:59");
	expect(actsOf(course, "raising senior-manager")).not.toContain("no-response");
	course.until("2026-03-17 00:00");
	expect(actsOf(course, "raising senior-manager")).toContain("no-response");
	expect(actsOf(course, "raising manager")).not.toContain("no-response");
	expect(actsOf(course, "receiving senior-manager")).not.toContain("no-response");
});

test("an agency is asked to record on the child’s record only what it may read", () => {
	const course = forwarded().does(
		"2026-03-10 10:00",
		"receiving senior-manager",
		"formal-resolution.respond responded",
	);
	expect(actsOf(course, "receiving senior-manager")).toContain(
		"record-on-childs-record formal-resolution.respond",
	);
	expect(actsOf(course, "receiving senior-manager")).not.toContain(
		"record-on-childs-record early-resolution.talk",
	);
	expect(actsOf(course, "raising manager")).toContain(
		"record-on-childs-record early-resolution.talk",
	);
});

test("a difference is raised for one’s own agency, with another one", () => {
	const now = at("2026-03-02 09:00");
	const answers = answersFor(protocol, protocol.raise, {}, now);
	const raised =
		(by: string, agencies = header) =>
		() =>
			raise(somerset, agencies, answers, [], somebody(by), now);
	expect(raised("receiving practitioner")).toThrow(refusal("not-your-agency"));
	expect(raised("raising practitioner", { ...header, receivingAgency: "raising" })).toThrow(
		refusal("same-agency"),
	);
});

test("a move is open only to sides that know of the difference", () => {
	const rules = madeUp(
		`one:
  title: One
  steps:
    ask: { kind: note, title: Ask, by: raising practitioner, outcomes: { done: { say: Done, then: end over } } }`,
		"{ close: { title: Close, by: [receiving practitioner, business-unit], while: [one], then: end over } }",
	);
	const course = new Course(rules).raised("2026-03-02 09:00");
	for (const by of ["receiving practitioner", "business-unit"])
		expect(() => course.moves("2026-03-02 10:00", by, "close")).toThrow(refusal("not-open"));
});

test("what was done cannot be done again, and a move is not made after the end", () => {
	const course = signed().moves("2026-03-02 13:00", "raising senior-manager", "withdraw-signed");
	expect(() =>
		course.does("2026-03-02 14:00", "business-unit", "formal-resolution.forward forwarded"),
	).toThrow(refusal("not-open"));
	expect(() =>
		course.moves("2026-03-02 14:00", "raising senior-manager", "withdraw-signed"),
	).toThrow(refusal("not-open"));
});

test("a talk cannot have been in the future", () => {
	const talks = (when: string) => () =>
		new Course()
			.raised("2026-03-02 09:00")
			.does("2026-03-02 09:30", "raising practitioner", "early-resolution.talk resolved", {
				"talked-at": when,
			});
	expect(talks("2026-03-02T09:31")).toThrow("“When did you talk?” must be now or earlier.");
	expect(talks("2026-03-02T09:30")().types()).toContain("ended");
});
