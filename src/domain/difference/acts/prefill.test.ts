import { describe, expect, test } from "vitest";
import { stepOf } from "../../protocol/protocol.ts";
import { played } from "../told/words.fixture.ts";
import { prefill } from "./prefill.ts";

const now = Temporal.ZonedDateTime.from("2026-04-01T09:30[Europe/London]");

const talks = `
  - { at: 2026-03-24 10:00, by: raising practitioner, do: raise, enter: { issue: No visit for six weeks, outcome-wanted: A visit this week } }
  - { at: 2026-03-24 14:15, by: raising practitioner, do: talk, outcome: not-resolved, enter: { talked-at: "2026-03-24T14:00", what-was-said: "They would not visit again.\\nI asked why.", why-not-resolved: No date was offered } }
`;
const managers = `${talks}
  - { at: 2026-03-26 09:00, by: raising manager, do: informal-resolution.talk, outcome: time-agreed, enter: { talked-at: "2026-03-26T08:45", issue: Six weeks without a visit, reply-by: "2026-03-30" } }
  - { at: 2026-03-30 12:00, by: receiving manager, do: reply, outcome: replied, enter: { reply: We will visit in May } }
  - { at: 2026-03-31 09:00, by: raising manager, do: weigh, outcome: not-resolved, enter: { why-not-resolved: May is too late } }
`;

function offered(side: string, acts: string, step: string) {
	const { protocol, difference, names } = played(side, acts);
	return prefill(protocol, difference, names, { step: stepOf(protocol, step) }, side, now);
}

describe("the managers’ talk", () => {
	const answers = offered("raising", talks, "informal-resolution.talk");

	test("begins with what the difference is about, and with the time of day", () => {
		expect(answers).toMatchObject({
			issue: "No visit for six weeks",
			"outcome-wanted": "A visit this week",
			"talked-at": "2026-04-01T09:30",
		});
	});

	test("is not answered with what was said in another talk", () => {
		expect(answers).not.toHaveProperty("what-was-said");
		expect(answers).not.toHaveProperty("why-not-resolved");
		expect(answers).not.toHaveProperty("manager-b");
	});
});

describe("part one of the form", () => {
	const answers = offered("raising", managers, "formal-resolution.raise");

	test("has the latest words of the agency’s own side", () => {
		expect(answers).toMatchObject({
			issue: "Six weeks without a visit",
			"why-not-resolved": "May is too late",
			themes: ["assessments"],
		});
	});

	test("has the children as they were last named, with the day of birth that was asked before anything was sent", () => {
		expect(answers["children-in-full"]).toEqual([
			{ name: "Example child", dateOfBirth: "2018-05-14", identifier: "" },
		]);
	});

	test("tells what happened in stage 1: when, who with whom, what was said, why it is not resolved", () => {
		expect(answers["history-early"]).toBe(
			[
				"2pm on Tuesday 24 March 2026. Amy Okafor of Oakfield Primary School turned to Łukasz Nowak of Larkhill Health Visiting: “We did not agree, or I could not reach them”.",
				"What was said? They would not visit again.\nI asked why.",
				"Why is it not resolved? No date was offered",
			].join("\n"),
		);
	});

	test("tells the talk, the reply and what was made of it in stage 2, in order", () => {
		const paragraphs = String(answers["history-informal"]).split("\n\n");
		expect(paragraphs).toHaveLength(3);
		expect(paragraphs[0]).toContain(
			"8:45am on Thursday 26 March 2026. Zoë Marsh of Oakfield Primary School turned to Dev Anand of Larkhill Health Visiting: “They will reply by a day we agreed”.",
		);
		expect(paragraphs[0]).toContain("By when will they reply? 30 March 2026");
		expect(paragraphs[1]).toContain("We will visit in May");
		expect(paragraphs[2]).toContain("May is too late");
	});
});

test("when stages 1 and 2 were left out, the form says so and why", () => {
	const answers = offered(
		"raising",
		`
  - { at: 2026-03-24 10:00, by: raising practitioner, do: raise }
  - { at: 2026-03-24 11:00, by: raising practitioner, do: straight-to-formal, enter: { skip-reason: The plan ends on Friday } }
`,
		"formal-resolution.raise",
	);
	expect(answers["history-early"]).toContain(
		"Amy Okafor of Oakfield Primary School: “Go straight to formal resolution”.",
	);
	expect(answers["history-early"]).toContain("The plan ends on Friday");
	expect(answers["history-informal"]).toBe(
		"Stage 2: Informal resolution was left out.\nWhy is it right to go straight to formal resolution? The plan ends on Friday",
	);
});

test("a form that came back to be changed begins as it was sent", () => {
	const answers = offered(
		"raising",
		`${managers}
  - { at: 2026-04-01 10:00, by: raising practitioner, do: formal-resolution.raise, outcome: submitted, enter: { evidence: Seen twice, issue: As I put it on the form } }
  - { at: 2026-04-01 11:00, by: raising senior-manager, do: sign-off, outcome: returned }
`,
		"formal-resolution.raise",
	);
	expect(answers).toMatchObject({
		evidence: "Seen twice",
		issue: "As I put it on the form",
	});
});

test("the other agency’s words are never offered as one’s own", () => {
	const answers = offered(
		"receiving",
		`${managers}
  - { at: 2026-04-01 15:00, by: raising practitioner, do: formal-resolution.raise, outcome: submitted }
  - { at: 2026-04-02 16:10, by: raising senior-manager, do: sign-off, outcome: signed }
  - { at: 2026-04-07 11:00, by: business-unit, do: forward, outcome: forwarded }
`,
		"formal-resolution.respond",
	);
	expect(answers).toEqual({});
});
