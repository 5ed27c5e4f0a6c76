import { globSync } from "node:fs";
import { HtmlValidate } from "html-validate";
import { describe, expect, test } from "vitest";
import { madeUp } from "../../../../../protocols/made-up.fixture.ts";
import { rulesFrom, somerset } from "../../../../../protocols/somerset.fixture.ts";
import { guideAsHtml, guideAsText } from "../../../../documents/guide-text.ts";
import { readProtocolFile } from "../../../../protocol-files.ts";
import { oddText } from "../../odd-protocol.fixture.ts";
import { type Guide, type GuideEntry, guideOf } from "./guide.ts";

const guide = guideOf(somerset.protocol);
const odd = guideOf(rulesFrom(oddText).protocol);

const stepOf = (guide: Guide, title: string) =>
	guide.stages.flatMap(({ steps }) => steps).find((each) => each.title === title);
const factsOf = ({ facts = [] }: Partial<Pick<GuideEntry, "facts">> = {}) =>
	Object.fromEntries(facts.map(({ label, says }) => [label, says]));

describe("the guide to Somerset’s protocol", () => {
	test("has the eight principles that the protocol begins with, the child’s safety first", () => {
		expect(guide.guidance).toHaveLength(8);
		expect(guide.guidance[0]?.title).toBe("The child’s safety comes first");
	});

	test("says of a step who owes it by when, what comes before it, what is asked and what silence brings", () => {
		const step = stepOf(guide, "Answer in part two of the form");
		expect(step).toMatchObject({
			who: "Agency B’s senior manager",
			by: "Within 10 working days of “Send the form to agency B”",
		});
		expect(factsOf(step)).toEqual({
			Who: [
				"Agency B’s senior manager.",
				"Offered first to the person named in “Which senior manager in agency B is it sent to?”.",
			],
			"It begins": [
				"After “Send the form to agency B”; when somebody chooses “Send it to another manager of agency B”.",
			],
			"By when": ["Within 10 working days of “Send the form to agency B”."],
			"When time runs out": [
				"“Follow up the late response” is then owed as well, by the SSCP Business Unit.",
				"The SSCP Business Unit may then choose “Record another follow-up”.",
				"Agency A’s senior manager may then choose “No response came, so ask the Executive to decide”.",
			],
			"What to do": [
				"Answer agency A and say what further actions have been or will be taken.",
				"It is written on the child’s record.",
			],
			"You are asked": [
				"On the form “Resolving Professional Differences form”, Part two: the response:",
				"Response: “Does your agency agree?”, “What is your agency’s response, and why?”",
				"Actions: “What has your agency done since this was raised?” (may be left blank), “What further actions will be taken, by whom and by when?” (may be left blank)",
			],
			"Who reads it": ["Agency B, and whoever the form is sent to."],
		});
		expect(step?.choices).toEqual([
			{
				says: "Send the response",
				asks: "",
				sends: "“Resolving Professional Differences form” to agency A and the SSCP Business Unit",
				leadsTo: "“Say whether the response resolves it” (agency A’s senior manager)",
			},
		]);
	});

	test("names the choice that starts a clock, where another choice does not", () => {
		expect(stepOf(guide, "Send the form to agency B")?.by).toBe(
			"Within 2 working days of “Sign off part one” (“I sign it off: send it to the Business Unit”)",
		);
	});

	test("says what the manager is called in each sector, at the step", () => {
		expect(factsOf(stepOf(guide, "Say whether the reply settles it")).Who?.[1]).toBe(
			"In social care, team leader or operations manager; in police, police manager; in health, education, early years and voluntary, community and faith, safeguarding lead.",
		);
	});

	test("says of every choice what it asks, what is sent to whom, and where it leads", () => {
		expect(stepOf(guide, "Sign off part one")?.choices).toEqual([
			{
				says: "I sign it off: send it to the Business Unit",
				asks: "",
				sends:
					"“Resolving Professional Differences form” to the SSCP Business Unit. Acknowledges it to agency A",
				leadsTo: "“Send the form to agency B” (the SSCP Business Unit)",
			},
			{
				says: "It needs to change first",
				asks: "“What needs to change before you sign?”",
				sends: "",
				leadsTo: "“Fill in part one of the form” (agency A’s practitioner)",
			},
		]);
		const all = odd.stages.flatMap(({ steps }) => steps.flatMap(({ choices }) => choices));
		expect(all).toContainEqual({
			says: "Answered",
			asks: "",
			sends:
				"“What is your answer?” to the raising agency. Copy to the Board (all that the others are sent)",
			leadsTo: "Level 3: Panel",
		});
		expect(all.map(({ leadsTo }) => leadsTo)).toEqual(
			expect.arrayContaining([
				"The same one level up; after the last level, Level 2: Formal",
				"“Meet” (the Board office); only once “Tell the receiving agency” is done too",
			]),
		);
	});

	test("says how days are counted, who may change a date, and when people are reminded", () => {
		expect(guide.time).toEqual([
			"Working days leave out Saturdays, Sundays and the bank holidays of England and Wales.",
			"The day on which it starts is not counted.",
			"It is in time until the end of the last day.",
			"The SSCP Business Unit may give more time, with a reason.",
			"The SSCP Business Unit may let the time stand still, with a reason.",
			"Where a step does not say what happens when time runs out, nothing goes on by itself: it stays owed.",
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
		const [move] = guide.moves;
		expect(move).toMatchObject({
			title: "Go straight to formal resolution",
			who: "Agency A’s practitioner, manager or senior manager",
			when: "During Stage 1: Early resolution or during Stage 2: Informal resolution",
		});
		expect(factsOf(move)).toMatchObject({
			"You are asked": ["“Why is it right to go straight to formal resolution?”"],
			"Who reads it": ["The side that makes it alone."],
			Besides: ["Passes over stages, with its reason on the form."],
			"What follows": ["Stage 3: Formal resolution, in place of what was owed."],
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
		"It begins at: Ring the director.",
		"It begins: As soon as it is raised by way of “An urgent one”",
		// Tiers, and a stage for each level of management.
		"Within 24 hours (urgent) or within 5 working days (standard)",
		"Once for each, until it is settled: manager, then senior manager, then director.",
		"With the receiving agency’s manager, senior manager or director.",
		"When time runs out: It goes to the next level up by itself, and after the last level to Level 2: Formal.",
		// Levels of its own, by the directory's levels and by posts.
		"Whoever is a manager in the directory is a manager. Whoever is a senior manager in the directory or holds the post of head of service or chief inspector is a senior manager. Whoever holds the post of chief officer is a director. Somebody of a higher level in the same agency may do what falls to a lower one.",
		"While nobody who is there is a senior manager or a director, or of a higher level, whoever answers for their agency may step in.",
		// A track, a soft limit, silence that escalates.
		"Ring the director (urgent track)",
		"Within 4 hours, as a target, where possible.",
		"When time runs out: It goes on to Level 2: Formal by itself.",
		"No form is used at this level.",
		// Forms, letters, consulting, attending, chairing.
		"The form may be left blank.",
		"On the form “Escalation form”, Part one:",
		"After consulting the raising agency’s senior manager.",
		"In the letter “Letter of decision”.",
		"Attended by the raising agency’s manager and the receiving agency’s manager.",
		"Chaired by the Board.",
		"Copy to the Board (all that the others are sent)",
		// Counting backwards, and a sooner date with a reason.
		"At least 5 working days before the day in “When is the conference?”",
		"Within 5 working days of “Fill in the form” (“Sent”), or sooner where somebody sets a date with a reason",
		// A panel, a stage that may be left out.
		"By a panel of at least 3 from at least 3 agencies, with police and independent chair; nobody sits on it who had a part before or is of one of the two agencies.",
		"This level may be left out.",
		"What is decided is final.",
		// What stands beside, a clock over stages, several ways on, hand-off.
		"Beside the stages",
		"Who is held to it: The Board office. By when: Within 30 working days of raising it. It is met by: Its end or the start of Level 3: Panel. It falls away with: Its end as “Withdrawn”.",
		"When time runs out: “Say whether mediation is right” is then owed as well, by the Board office. Concord sends word that it happened to the Board office.",
		"It begins: When the time for “Settle it” has run out; when somebody chooses “Ask for mediation”.",
		"“Say whether mediation is right” (the Board office); what is owed stays owed.",
		"What happens next: Level 2: Formal, in place of what was owed",
		"Either agency’s manager",
		"Withdrawn (goes on under the protocol “other-protocol”, with “What is it?”)",
		// How time is counted and changed.
		"bank holidays of Scotland",
		"a start on a day that is not worked counts as the next working day",
		"A start at or after 4pm counts as the next day.",
		"The Board office may give more time, with a reason, at most 5 working days in all, once.",
		// The partnership's own guidance.
		"What the board decided",
	])
		expect(text).toContain(said);
});

describe("nothing in it is what never happens", () => {
	const talk = (outcomes: string, more = "") =>
		guideOf(
			madeUp(`one:
  title: Talk
  steps:
    talk:
      kind: task
      title: Talk
      by: raising practitioner
${more}      outcomes:
${outcomes}`).protocol,
		);
	const twoCopies = `        resolved: { say: Settled, copies: [{ to: business-unit, sees: notice }], then: end over }
        not: { say: Not settled, sends: { what: [issue], to: [receiving] }, copies: [{ to: business-unit, sees: all }], then: end over }
`;

	test("each copy stands with the choice that sends it", () => {
		const step = stepOf(talk(twoCopies), "Talk");
		expect(step?.choices.map(({ sends }) => sends)).toEqual([
			"Copy to the Business Unit (only that it happened)",
			"“What is it?” to the receiving agency. Copy to the Business Unit (all that the others are sent)",
		]);
		expect(JSON.stringify(step?.facts)).not.toContain("opy to");
	});

	test("without a clock nobody is reminded before a date or while it is late", () => {
		expect(talk(twoCopies).time.at(-1)).toBe(
			"Whoever owes something is reminded every 5 working days where it has no date.",
		);
	});

	test("a time that need not be used is never late", () => {
		const { time } = talk(
			twoCopies,
			"      due: { within: 10 working days, strength: may, late: end over }\n",
		);
		expect(time.at(-1)).toBe("Whoever owes something is reminded 2 working days before it is due.");
	});
});

describe("a limit that is not the step’s own", () => {
	const guide = guideOf(
		madeUp(
			`one:
  title: Talk
  steps:
    ask: { kind: task, title: Ask, by: raising practitioner, sends: { what: [], to: [receiving] }, then: answer }
    answer:
      kind: reply
      title: Answer
      by: receiving practitioner
      outcomes:
        agreed: { say: "Yes", then: end over }
        refused: { say: "No", then: stage after }
after:
  title: After
  steps:
    close: { kind: task, title: Close, by: raising practitioner, then: end over }
`,
			`{}
clocks:
  stage-limit: { title: Settle it between you, by: raising practitioner, within: 15 working days, from: stage one, until: [end, stage after] }
  answer-limit: { title: Have an answer, by: raising practitioner, within: 1 month, from: raised, until: [one.answer.agreed, one.answer.refused, end] }
`,
		).protocol,
	);

	test("is said at each step that stands under it, and nowhere else", () => {
		expect(stepOf(guide, "Ask")?.by).toBe(
			"No time of its own: it stands under “Settle it between you” and “Have an answer”",
		);
		expect(stepOf(guide, "Close")?.by).toBe("No time limit");
	});

	test("is the time of a step that meets it", () => {
		expect(stepOf(guide, "Answer")?.by).toBe("Within 1 month of raising it: “Have an answer”");
	});

	test("stands at the stage with which it begins", () => {
		expect(guide.stages[0]?.notes).toContain(
			"Time limit “Settle it between you”: within 15 working days of the start of Talk.",
		);
	});
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

test("how the text itself says a time stands beside the time that is counted", () => {
	const { protocol } = madeUp(`
one:
  title: One
  due: { within: 2 weeks, wording: a fortnight }
  steps:
    talk:
      kind: discussion
      title: Talk
      by: raising practitioner
      due: { within: 48 hours, wording: 48 hours (two working days), from: raised }
      then: end over
`);
	expect(guideOf(protocol).stages[0]?.steps[0]?.by).toBe(
		"Within 48 hours of raising it, in its own words “48 hours (two working days)”, and within 2 weeks of the start of One, in its own words “a fortnight”: “One”",
	);
});
