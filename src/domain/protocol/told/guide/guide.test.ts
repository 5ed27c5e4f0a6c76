import { globSync } from "node:fs";
import { HtmlValidate } from "html-validate";
import { describe, expect, test } from "vitest";
import { madeUp } from "../../../../../protocols/made-up.fixture.ts";
import { rulesFrom, somerset } from "../../../../../protocols/somerset.fixture.ts";
import { guideAsHtml, guideAsText } from "../../../../documents/guide-text.ts";
import { readProtocolFile } from "../../../../protocol-files.ts";
import { oddText } from "../../odd-protocol.fixture.ts";
import { guideOf } from "./guide.ts";

const guide = guideOf(somerset.protocol);
const odd = guideOf(rulesFrom(oddText).protocol);

describe("the guide to Somerset’s protocol", () => {
	test("says who answers by when, from when it is counted, and what happens when nobody does", () => {
		const steps = guide.stages.flatMap(({ steps }) => steps);
		expect(steps.find(({ title }) => title === "Answer in part two of the form")).toMatchObject({
			who: "Agency B’s senior manager",
			by: "within 10 working days of “Send the form to agency B”",
			silence:
				"Goes on to “Follow up the late response” (the SSCP Business Unit) if it is not done in time; the SSCP Business Unit may choose “Record another follow-up” once its time has passed.",
			notes: [
				"On the form “Resolving Professional Differences form”, Part two: the response.",
				"It is written on the child’s record.",
			],
			details: ["By the person named in “Which senior manager in agency B is it sent to?”."],
			outcomes: [
				"“Send the response”: sends “Resolving Professional Differences form” to agency A and the SSCP Business Unit; leads to “Say whether the response resolves it”.",
			],
		});
	});

	test("says of every choice what it asks, what is sent to whom, and where it leads", () => {
		const steps = guide.stages.flatMap(({ steps }) => steps);
		expect(steps.find(({ title }) => title === "Sign off part one")?.outcomes).toEqual([
			"“I sign it off: send it to the Business Unit”: sends “Resolving Professional Differences form” to the SSCP Business Unit; leads to “Send the form to agency B”.",
			"“It needs to change first”: asks “What needs to change before you sign?”; leads to “Fill in part one of the form”.",
		]);
		const all = odd.stages.flatMap(({ steps }) => steps.flatMap(({ outcomes }) => outcomes));
		expect(all).toContain(
			"“Answered”: sends “What is your answer?” to the raising agency; copied to the Board (all that the others are sent); leads to Level 3: Panel.",
		);
		expect(all).toContain(
			"“Not resolved”: leads to the same with the next level up, and after the last level to Level 2: Formal.",
		);
		expect(all).toContain("Leads to “Meet”; only once “Tell the receiving agency” is done too.");
	});

	test("says how days are counted, who may change a date, and when people are reminded", () => {
		expect(guide.time).toEqual([
			"Working days leave out Saturdays, Sundays and the bank holidays of England and Wales.",
			"The day on which it starts is not counted.",
			"It is in time until the end of the last day.",
			"The SSCP Business Unit may give more time, with a reason.",
			"The SSCP Business Unit may let the time stand still, with a reason.",
			"Whoever owes something is reminded 2 working days before it is due, every 2 working days while it is late and every 5 working days where it has no date.",
		]);
	});

	test("has the roles of each sector in one table, sectors with the same names together", () => {
		expect(guide.roles).toEqual({
			columns: ["In", "Manager"],
			rows: [
				["Social care", "team leader or operations manager"],
				["Police", "police manager"],
				["Health, education, early years and voluntary, community and faith", "safeguarding lead"],
				["Everywhere else", "manager"],
			],
		});
	});

	test("says what else may be done, by whom and when, and how it ends", () => {
		expect(guide.moves[0]).toEqual({
			title: "Go straight to formal resolution",
			who: "Agency A’s practitioner, manager or senior manager",
			when: "during Stage 1: Early resolution or during Stage 2: Informal resolution",
			says: ["Leads to Stage 3: Formal resolution."],
			details: [
				"Asks “Why is it right to go straight to formal resolution?”.",
				"Passing over stages, with its reason on the form.",
				"For its own side alone to read.",
			],
		});
		expect(guide.endings[1]).toEqual({
			title: "Decided by the Executive",
			says: ["Final: no appeal"],
		});
	});
});

test("every construct of the language is in the guide in words", () => {
	const text = guideAsText(odd).replaceAll(/\s+/g, " ");
	for (const said of [
		// A window to raise, and several ways to begin.
		"Raise it within 10 working days of the day in “When was the decision?”; after that, say why it is raised late, in “Why so late?”.",
		"An urgent one: The raising agency’s manager.",
		// Tiers, and a stage for each level of management.
		"Within 24 hours (urgent) or within 5 working days (standard).",
		"Once for each, until it is settled: manager, then senior manager, then director.",
		// A track, a soft limit, silence that escalates.
		"Track: urgent.",
		"Within 4 hours, as a target, where possible. Goes on to Level 2: Formal if it is not done in time.",
		// Forms, letters, consulting, attending, chairing.
		"The form may be left blank.",
		"On the form “Escalation form”, Part one.",
		"After consulting the raising agency’s senior manager.",
		"In the letter “Letter of decision”.",
		"Attended by the raising agency’s manager and the receiving agency’s manager.",
		"Chaired by the Board.",
		"Copied to the Board (all that the others are sent).",
		// Counting backwards, and a sooner date with a reason.
		"At least 5 working days before the day in “When is the conference?”.",
		"Within 5 working days of “Fill in the form”, or sooner where somebody sets a date with a reason.",
		// A panel, a stage that may be left out.
		"By a panel of at least 3 from at least 3 agencies, with police and independent chair; nobody sits on it who had a part before.",
		"Optional.",
		// What stands beside, a clock over stages, several ways on, hand-off.
		"Beside the stages",
		"Settle it: the Board office, within 30 working days of raising it, until its end or the start of Level 3: Panel; neither met nor missed after its end as “Withdrawn”; goes on to “Say whether mediation is right” if it is not done in time; sends word that it happened to the Board office if it is not done in time.",
		"Leads to Level 2: Formal, or Ring the director.",
		"Either agency’s manager",
		"Withdrawn (goes on under “other-protocol”, with “What is it?”)",
		// How time is counted and changed.
		"bank holidays of Scotland",
		"a start on a day that is not worked counts as the next working day",
		"A start at or after 16:00 counts as the next day.",
		"The Board office may give more time, with a reason, at most 5 working days in all, once.",
		// The partnership's own guidance.
		"What the board decided",
	])
		expect(text).toContain(said);
});

test.each(globSync("protocols/*/*.yaml"))("%s has a guide in valid HTML", async (file) => {
	const { protocol } = readProtocolFile(file);
	if (!protocol) throw new Error(file);
	const html = guideAsHtml(guideOf(protocol));
	const { valid, results } = await new HtmlValidate({
		extends: ["html-validate:standard"],
	}).validateString(html);
	expect(results.flatMap(({ messages }) => messages)).toEqual([]);
	expect(valid).toBe(true);
});

test("what a text holds is written into the HTML, not obeyed", () => {
	const { protocol } = madeUp(`one:
  title: "A & B"
  says: "3 < 4 > 2 \\"so\\""
  steps:
    s: { kind: note, title: One, by: raising practitioner, then: end over }`);
	const html = guideAsHtml(guideOf(protocol));
	expect(html).toContain("<h2>A &amp; B</h2>");
	expect(html).toContain("3 &lt; 4 &gt; 2 &quot;so&quot;");
});

test("the text fits a terminal", () => {
	const lines = guideAsText(guide).split("\n");
	expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(88);
	expect(lines[0]).toBe("Resolving professional differences");
});
