/** What rules say of answers and of what is wrong with them, as somebody reads it who chose Welsh. */
import { expect, test } from "vitest";
import { everyConstructText } from "../../protocols/every-construct.fixture.ts";
import { rulesFrom, somerset } from "../../protocols/somerset.fixture.ts";
import { findingsIn } from "../domain/difference/acts/findings.ts";
import { type Answer, readAnswers } from "../domain/protocol/answers.ts";
import { fieldOf } from "../domain/protocol/protocol.ts";
import { sayAnswer, tableOfAnswer } from "../domain/protocol/told/say-answer.ts";
import { sayIt, speechNow } from "./say.ts";
import { speaking } from "./speaking.ts";

const { protocol, calendar } = rulesFrom(everyConstructText);
const names = () => ({ people: new Map(), speech: speechNow() });
const inWelsh = <T>(work: () => T): T => speaking({ language: "cy", marks: false }, work);
const onPage = <T>(work: () => T): T => speaking({ language: "cy", marks: true }, work);
const said = (field: string, answer: Answer, { protocol } = somerset) =>
	inWelsh(() => sayAnswer(protocol, fieldOf(protocol, field), answer, names()));
const children = [
	{ name: "Tomos", dateOfBirth: "2018-09-14", identifier: "" },
	{ name: "Mair", dateOfBirth: "", identifier: "", age: "7" },
];

test("days and times of an answer are in Welsh, and what somebody typed is as they typed it", () => {
	expect(said("reply-by", "2026-04-09")).toBe("9 Ebrill 2026");
	expect(said("talked-at", "2026-04-09T12:00")).toBe("hanner dydd ar Ddydd Iau 9 Ebrill 2026");
	expect(said("issue", "No visit.")).toBe("No visit.");
	expect(said("children", children)).toBe("Tomos, ganwyd 14 Medi 2018\nMair, tua 7 oed");
	expect(said("further-actions", [{ what: "Visit", who: "Priya", by: "2026-05-07" }])).toBe(
		"Visit (Priya, erbyn 7 Mai 2026)",
	);
});

test("columns that Concord makes are in Welsh", () => {
	const field = fieldOf(somerset.protocol, "children");
	expect(
		inWelsh(() => tableOfAnswer(somerset.protocol, field, children, names()))?.columns,
	).toEqual(["Enw", "Dyddiad geni neu oedran"]);
});

test("on a page a day says that it is Welsh", () => {
	const field = fieldOf(somerset.protocol, "reply-by");
	expect(onPage(() => sayAnswer(somerset.protocol, field, "2026-04-09", names()))).toBe(
		"\uFDD09 Ebrill 2026\uFDD2",
	);
});

test("what is wrong with an answer is said in Welsh, with the question in its own words", () => {
	const faultsOf = (field: string, given: unknown) =>
		inWelsh(() =>
			Object.values(readAnswers(protocol, [field], { [field]: given }).errors ?? {}).map(sayIt),
		);
	const { label } = fieldOf(protocol, "in-short");
	expect(faultsOf("in-short", "x".repeat(61))).toEqual([`Byrhewch “${label}” i 60 nod neu lai`]);
	expect(faultsOf("siblings", [{ name: "–", unborn: true, facts: { school: "Elm" } }])).toEqual([
		"Rhowch enw’r plentyn",
	]);
});

test("what is doubted is asked in Welsh, with the days that were counted", () => {
	const now = Temporal.ZonedDateTime.from("2026-03-26T10:00[Europe/London]");
	const asked = (field: string, answer: Answer) =>
		inWelsh(() =>
			findingsIn({ protocol, calendar, now }, fieldOf(protocol, field), answer).map(({ says }) =>
				sayIt(says),
			),
		);
	expect(asked("siblings", [{ name: "Mair", dateOfBirth: "1926-03-12", identifier: "" }])).toEqual([
		"Gwiriwch y dyddiad geni: mae Dydd Gwener 12 Mawrth 1926 cyn Dydd Sul 26 Mawrth 2006, 20 o flynyddoedd cyn heddiw",
	]);
});
