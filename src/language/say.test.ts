import { describe, expect, test } from "vitest";
import { startingLarge } from "../domain/english.ts";
import type { Language } from "../domain/language.ts";
import { said } from "../domain/said.ts";
import {
	sayAny,
	sayCounted,
	sayDate,
	sayDay,
	sayIt,
	sayList,
	sayMoment,
	sayText,
	sayTime,
	sayWhole,
	withArticle,
} from "./say.ts";
import { speaking } from "./speaking.ts";
import { files } from "./welsh/all.ts";

const inLanguage = <T>(language: Language, work: () => T): T =>
	speaking({ language, marks: false }, work);
const inWelsh = <T>(work: () => T): T => inLanguage("cy", work);
const say = (strings: TemplateStringsArray, ...values: (string | number)[]) =>
	sayText(strings, ...values);

describe("a sentence", () => {
	test("is said in English where nobody chose, as it stands, with numbers as they are read", () => {
		expect(say`Up to ${20_000} characters`).toBe("Up to 20,000 characters");
	});
	test("is said in Welsh to whoever chose it, with what stands in it in its place", () => {
		expect(inWelsh(() => say`Section ${2} of ${7}`)).toBe("Adran 2 o 7");
	});
	test("may go on in another line of the code, which is a space", () => {
		const split = () => say`Wait a quarter of an hour,
			then try again.`;
		expect(split()).toBe("Wait a quarter of an hour, then try again.");
		expect(inWelsh(split)).toBe("Arhoswch chwarter awr, yna rhowch gynnig arall arni.");
	});
	test("that is not translated is said in English, and marked as such on a page", () => {
		const untranslated = () => say`Nobody translated ${"this"} yet`;
		expect(inWelsh(untranslated)).toBe("Nobody translated this yet");
		expect(speaking({ language: "cy", marks: true }, untranslated)).toBe(
			"\uFDD1Nobody translated this yet\uFDD2",
		);
	});
	test("that a rule said is said in the language of whoever reads it later", () => {
		const refused = said`${"Oakfield"}. ${said`Yes`}`;
		expect(sayIt(refused)).toBe("Oakfield. Yes");
		expect(inWelsh(() => sayIt(said`Section ${1} of ${said`Yes`}`))).toBe("Adran 1 o Ie");
		expect(
			inWelsh(() =>
				sayIt(said`Waiting for ${{ english: "Thursday 9 April 2026", day: "2026-04-09" }}`),
			),
		).toBe("Yn aros am Dydd Iau 9 Ebrill 2026");
	});
	test("that was written down in English is found word for word, and left alone when it was said already", () => {
		expect(inWelsh(() => sayWhole("Enter your password"))).toBe("Rhowch eich cyfrinair");
		expect(speaking({ language: "cy", marks: true }, () => sayWhole("\uFDD0Ie\uFDD2"))).toBe(
			"\uFDD0Ie\uFDD2",
		);
	});
	test("begins large behind its mark", () => {
		expect(startingLarge("\uFDD0yfory\uFDD2")).toBe("\uFDD0Yfory\uFDD2");
	});
});

test("a number takes the form that Welsh has for it", () => {
	expect(inWelsh(() => [1, 2, 3, 5, 6].map((count) => sayCounted(count, "thing")))).toEqual([
		"1 peth",
		"2 beth",
		"3 pheth",
		"5 peth",
		"6 pheth",
	]);
	expect([1, 2].map((count) => sayCounted(count, "agency", "agencies"))).toEqual([
		"1 agency",
		"2 agencies",
	]);
});

test("days, times and lists are said as Welsh says them", () => {
	const at = Temporal.PlainDateTime.from("2026-04-09T14:15");
	expect(
		inWelsh(() => [
			sayDate("2026-03-30"),
			sayDay("2026-04-09"),
			sayTime({ hour: 12, minute: 0 }),
			sayMoment(at),
			sayList(["yr Uned Fusnes", "Oakfield"]),
			sayList(["yr heddlu", "Coleg"]),
			sayAny(["un", "dau", "tri"]),
			withArticle("challenge"),
		]),
	).toEqual([
		"30 Mawrth 2026",
		"Dydd Iau 9 Ebrill 2026",
		"hanner dydd",
		"2:15pm ar Ddydd Iau 9 Ebrill 2026",
		"yr Uned Fusnes ac Oakfield",
		"yr heddlu a Coleg",
		"un, dau neu tri",
		"challenge",
	]);
	expect([sayDate("2026-03-30"), sayMoment(at), withArticle("escalation")]).toEqual([
		"30 March 2026",
		"2:15pm on Thursday 9 April 2026",
		"an escalation",
	]);
});

describe("what is translated", () => {
	const entries = files.flatMap((file) => Object.entries(file));
	const placesOf = (text: string) => [...new Set(text.match(/\{\d\}/g) ?? [])].sort();
	test("stands once", () => {
		const keys = entries.map(([key]) => key);
		expect(keys.filter((key, nth) => keys.indexOf(key) !== nth)).toEqual([]);
	});
	test("has what stands in the sentence, each place, in every form", () => {
		const wrong = entries.filter(([key, text]) =>
			(typeof text === "string" ? [text] : Object.values(text)).some(
				(form) => placesOf(form).join() !== placesOf(key).join(),
			),
		);
		expect(wrong).toEqual([]);
	});
	test("is written with the quotation marks and apostrophes of print", () => {
		expect(entries.filter(([, text]) => /['"]/.test(Object.values(text).join("")))).toEqual([]);
	});
});
