import { describe, expect, test } from "vitest";
import { askedNow, type Condition, holds } from "./condition.ts";

const known = (answers: Record<string, string | string[]>, way?: string) => ({ answers, way });

describe("a case", () => {
	test.each<[string, Condition, ReturnType<typeof known>, boolean]>([
		["is this one when its option was chosen", { agreed: ["no"] }, known({ agreed: "no" }), true],
		["is not when another was", { agreed: ["no"] }, known({ agreed: "yes" }), false],
		["may be of several options", { agreed: ["no", "part"] }, known({ agreed: "part" }), true],
		["is not while nobody answered", { agreed: ["no"] }, known({}), false],
		["may be one of several chosen", { about: ["b"] }, known({ about: ["a", "b"] }), true],
		["may be the way it began", { way: ["urgent"] }, known({}, "urgent"), true],
		["may be the usual way", { way: ["usual"] }, known({}), true],
		["is not another way", { way: ["usual"] }, known({}, "urgent"), false],
		["needs all", { agreed: ["no"], way: ["usual"] }, known({ agreed: "no" }, "urgent"), false],
		["is always so where nothing is said", {}, known({}), true],
	])("%s", (_, condition, given, expected) => {
		expect(holds(condition, given)).toBe(expected);
	});
});

describe("what an act asks", () => {
	const what = {
		asks: ["agreed", "why", "more"],
		askedIf: { why: { agreed: ["no"] }, more: { why: ["other"] } },
	};

	test("is a follow-up only where its question is answered so", () => {
		expect(askedNow(what, known({}), { agreed: "yes", why: "other" })).toEqual(["agreed"]);
		expect(askedNow(what, known({}), { agreed: "no" })).toEqual(["agreed", "why"]);
	});

	test("goes by what is answered now, and not by what was answered to the same question before", () => {
		expect(askedNow(what, known({ agreed: "no" }), { agreed: "yes" })).toEqual(["agreed"]);
	});

	test("is no follow-up to a follow-up that is not asked", () => {
		expect(askedNow(what, known({}), { agreed: "yes", why: "other", more: "x" })).toEqual([
			"agreed",
		]);
	});

	test("may go by what was answered in an earlier act", () => {
		const later = { asks: ["why"], askedIf: { why: { agreed: ["no"] } } };
		expect(askedNow(later, known({ agreed: "no" }), {})).toEqual(["why"]);
		expect(askedNow(later, known({ agreed: "yes" }), {})).toEqual([]);
	});
});
