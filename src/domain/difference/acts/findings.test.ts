import { describe, expect, test } from "vitest";
import { everyConstructText } from "../../../../protocols/every-construct.fixture.ts";
import { rulesFrom, somerset } from "../../../../protocols/somerset.fixture.ts";
import type { Answer, Child } from "../../protocol/answers.ts";
import { type Field, fieldOf } from "../../protocol/protocol.ts";
import { inEnglish } from "../../said.ts";
import { type Finding, findingsIn, impossibleTime, saidGiven } from "./findings.ts";

const { protocol, calendar } = rulesFrom(everyConstructText);
/** A Thursday, eight days before Good Friday. */
const now = Temporal.ZonedDateTime.from("2026-03-26T10:00[Europe/London]");
const raisedAt = "2026-03-11T14:30:00Z";
const inWords = (findings: Finding[]) =>
	findings.map((finding) => ({ ...finding, says: inEnglish(finding.says) }));
const found = (field: Field, answer: Answer, earlier?: Answer) =>
	inWords(findingsIn({ protocol, calendar, raisedAt, now }, field, answer, earlier));

describe("a child’s birth", () => {
	const children = fieldOf(protocol, "siblings");
	const born = (dateOfBirth: string, also: Partial<Child> = {}) =>
		found(children, [{ name: "Mair", dateOfBirth, identifier: "", ...also }]);

	test("is doubted where it is to come, and where it is 20 years ago or more", () => {
		expect(born("2016-04-01")).toEqual([]);
		expect(born("2026-03-26")).toEqual([]);
		expect(born("2030-01-01")).toEqual([
			{
				at: "0-dateOfBirth",
				says: "Check the date of birth: Tuesday 1 January 2030 is after today",
				doubted: "2030-01-01",
			},
		]);
		expect(born("1926-03-12")[0]?.says).toBe(
			"Check the date of birth: Friday 12 March 1926 is before Sunday 26 March 2006, 20 years before today",
		);
	});

	test("is to come where the child is not born yet, within ten months", () => {
		expect(born("2026-09-14", { unborn: true })).toEqual([]);
		expect(born("2027-03-26", { unborn: true })[0]?.says).toContain("Check the expected date");
		expect(born("2025-09-14", { unborn: true })[0]?.says).toContain("Check the expected date");
	});

	test("is not asked about again once it was entered", () => {
		const earlier = [{ name: "Mair", dateOfBirth: "1926-03-12", identifier: "" }];
		expect(found(children, earlier, earlier)).toEqual([]);
		expect(
			found(children, [{ ...earlier[0], dateOfBirth: "1926-03-13" } as Child], earlier),
		).toHaveLength(1);
	});

	test("and the day of a fact are found each at its place", () => {
		const both = born("1926-03-12", { facts: { school: "Oakfield", "seen-on": "2062-03-12" } });
		expect(both.map(({ at }) => at)).toEqual(["0-dateOfBirth", "0-facts-seen-on"]);
	});
});

test("an NHS number whose last number does not fit is doubted; another identifier is not", () => {
	const children = fieldOf(protocol, "siblings");
	const identified = (identifier: string) =>
		found(children, [{ name: "Mair", dateOfBirth: "", identifier }]);
	expect(identified("943 476 5919")).toEqual([]);
	expect(identified("LCS-00123")).toEqual([]);
	expect(identified("9434765918")).toEqual([
		{
			at: "0-identifier",
			says: "Check the NHS number: the last number of 943 476 5918 does not fit the others, so one may be wrong",
			doubted: "9434765918",
		},
	]);
});

describe("a day by which somebody will do something", () => {
	const actions = fieldOf(protocol, "actions");
	const by = (day: string) =>
		found(actions, [{ what: "Strategy discussion", who: "Rafiq", by: day }]);

	test("is doubted where it has passed or is more than a year ahead", () => {
		expect(by("2026-03-26")).toEqual([]);
		expect(by("2026-04-03")).toEqual([]);
		expect(by("2016-12-01")[0]).toMatchObject({
			at: "0-by",
			says: "Check by when: Thursday 1 December 2016 is before today",
		});
		expect(by("2062-12-01")[0]?.says).toContain("1 year");
	});
});

describe("a day that people agree on", () => {
	const replyBy = fieldOf(somerset.protocol, "reply-by");
	const agreed = (day: string) => inWords(findingsIn({ ...somerset, raisedAt, now }, replyBy, day));

	test("is doubted where it is years ahead", () => {
		expect(agreed("2026-04-10")).toEqual([]);
		expect(agreed("2062-12-10")[0]?.says).toContain("60 working days from today");
	});

	test("is doubted where nobody works on it", () => {
		expect(agreed("2026-04-03")[0]?.says).toContain(
			"Friday 3 April 2026 is Good Friday, not a working day",
		);
		expect(agreed("2026-04-11")[0]?.says).toContain("Saturday 11 April 2026 is not a working day");
	});

	test("cannot have passed", () => {
		expect(agreed("2026-03-25")).toEqual([
			{ at: "", says: `“${replyBy.label}” must be today or a later day` },
		]);
		expect(impossibleTime(somerset.protocol, replyBy, "2026-03-26", now)).toBeUndefined();
	});
});

test("a talk cannot be to come, and one long ago is doubted", () => {
	const talked = Object.values(somerset.protocol.fields).find(({ type }) => type === "moment");
	expect(talked).toBeDefined();
	if (!talked) return;
	const at = (moment: string) =>
		inWords(findingsIn({ ...somerset, raisedAt, now }, talked, moment));
	expect(at("2026-03-26T09:59")).toEqual([]);
	expect(at("2026-03-26T10:01")[0]).toMatchObject({ at: "" });
	expect(at("2026-03-26T10:01")[0]?.doubted).toBeUndefined();
	expect(at("1996-11-30T10:00")[0]?.doubted).toBe("1996-11-30T10:00");
});

test("what is doubted is said as people say it", () => {
	expect(saidGiven("2026-05-04")).toMatchObject({ english: "Monday 4 May 2026" });
	expect(saidGiven("9434765918")).toBe("943 476 5918");
});
