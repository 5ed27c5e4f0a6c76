import { expect, test } from "vitest";
import { calling, fileWith, somerset } from "./command.fixture.ts";
import { simulate } from "./simulate.ts";

const concord = calling(simulate);

/** A story of stage 1, with an act of the test's own. */
const story = (act: string, expected = "") => `story: A test
acts:
  - { at: 2026-04-01 09:00, by: raising practitioner, do: raise }
  - ${act}
${expected}`;

test("a person reads each act, each clock with its why, who owes the next thing and the end", async () => {
	const { code, out } = await concord([
		"simulate",
		somerset,
		"protocols/somerset/stories/10-over-easter.yaml",
	]);
	expect(code).toBe(0);
	for (const said of [
		"Wednesday 1 April 2026\n  16:00  Agency A’s senior manager: Sign off part one",
		"A clock starts: “Send the form to agency B” is due by Tuesday 7 April 2026.",
		`Clock: Send the form to agency B (the SSCP Business Unit)
  Started:     4pm on Wednesday 1 April 2026
  Due:         Tuesday 7 April 2026
  Why:         2 working days after Wednesday 1 April 2026. Due by the end of that day.
  Not counted: Friday 3 April 2026, Good Friday
               Saturday 4 April 2026
               Sunday 5 April 2026
               Monday 6 April 2026, Easter Monday
  Result:      met`,
		"At the end: Resolved, at Stage 3: Formal resolution",
		"Owed next:  Record what was learned (the SSCP Business Unit)",
		"The story ends as it expected.",
	])
		expect(out).toContain(said);
});

test("what time alone brought about is told with its own moment", async () => {
	const { out } = await concord([
		"simulate",
		somerset,
		"protocols/somerset/stories/09-response-late-with-follow-up.yaml",
	]);
	expect(out).toContain(
		"At midnight on Tuesday 17 March 2026: Time runs out for “Answer in part two of the form”: it was due by Monday 16 March 2026.",
	);
	expect(out).toContain("Result:      met late");
	expect(out).toContain("(refused)\n         This is not open to you.");
});

test("a machine reads the same in a shape that stays", async () => {
	const { code, out } = await concord([
		"simulate",
		somerset,
		"protocols/somerset/stories/07-agreed-reply-never-comes.yaml",
		"--json",
	]);
	expect(code).toBe(0);
	const told = JSON.parse(out);
	expect(Object.keys(told)).toEqual([
		"story",
		"protocol",
		"acts",
		"clocks",
		"owed",
		"end",
		"held",
		"unmet",
		"wentOn",
	]);
	expect(told.acts[4]).toEqual({
		at: "2026-02-07T00:00",
		by: null,
		do: "wait",
		outcome: null,
		says: "Time passes.",
		refused: null,
		followed: [
			{
				type: "clock-ran-out",
				at: "2026-02-07T00:00:00Z",
				says: "Time runs out for “Reply to the other agency’s manager”: it was due by Friday 6 February 2026.",
			},
		],
	});
	expect(told.clocks[0]).toMatchObject({
		step: "informal-resolution.reply",
		by: "agency B’s manager",
		round: 1,
		start: "2026-01-28T10:00:00Z",
		due: "2026-02-06T23:59:59Z",
		day: "2026-02-06",
		why: "The day that was agreed: the end of Friday 6 February 2026.",
		skipped: [],
		state: "dropped",
		result: "stopped-late",
	});
	expect(told.owed).toEqual([
		{
			step: "formal-resolution.raise",
			title: "Fill in part one of the form",
			by: "agency A’s practitioner",
			due: null,
		},
	]);
	expect(told.end).toMatchObject({ ending: null, title: "Open" });
	expect({ held: told.held, unmet: told.unmet }).toEqual({
		held: true,
		unmet: [],
	});
});

test("a story that ends otherwise than it expected says how, and fails", async () => {
	const file = fileWith(
		"otherwise.yaml",
		story(
			"{ at: 2026-04-01 10:00, by: raising practitioner, do: talk, outcome: resolved }",
			"expect: { ended: withdrawn, told: [raising, receiving] }",
		),
	);
	const { code, out } = await concord(["simulate", somerset, file]);
	expect(code).toBe(1);
	expect(out).toContain(
		`The story expected otherwise:
  ended: expected withdrawn, got resolved
  told: expected raising, receiving, got raising`,
	);
	const { out: json } = await concord(["simulate", somerset, file, "--json"]);
	expect(JSON.parse(json)).toMatchObject({ held: false });
});

test("a story that expects nothing is only told", async () => {
	const file = fileWith("told.yaml", story("{ at: 2026-04-01 10:00, do: wait }"));
	const { code, out } = await concord(["simulate", somerset, file, "--json"]);
	expect(code).toBe(0);
	expect(JSON.parse(out)).toMatchObject({ held: null, unmet: [] });
});

test.each([
	[
		"somebody who may not",
		"{ at: 2026-04-01 10:00, by: business-unit, do: talk, outcome: resolved }",
		"4: act 2, “talk” at 2026-04-01 10:00 by business-unit: This is not open to you. It may have been done already, or it may not be needed now. It could be done by raising practitioner.",
	],
	[
		"an act for which it is too early",
		"{ at: 2026-04-01 10:00, by: business-unit, do: forward }",
		"Open now: early-resolution.talk (raising practitioner).",
	],
	[
		"a move at the wrong time",
		"{ at: 2026-04-01 10:00, by: business-unit, do: close }",
		"It is for business-unit, while: formal-resolution, executive.",
	],
	[
		"an act that there is not",
		"{ at: 2026-04-01 10:00, by: raising practitioner, do: withdrew }",
		"no step or move called “withdrew”. Did you mean “withdraw”?",
	],
	[
		"an act of a name that every object has",
		"{ at: 2026-04-01 10:00, by: raising practitioner, do: constructor }",
		"no step or move called “constructor”. Open now: early-resolution.talk",
	],
	[
		"an outcome that there is not",
		"{ at: 2026-04-01 10:00, by: raising practitioner, do: talk, outcome: agreed }",
		"“agreed” is not an outcome of talk. Add “outcome:” with one of: resolved, not-resolved, tried, not-reached.",
	],
	[
		"an outcome that is not said",
		"{ at: 2026-04-01 10:00, by: raising practitioner, do: talk }",
		"it does not say which outcome.",
	],
	[
		"nobody",
		"{ at: 2026-04-01 10:00, by: raising doctor, do: talk, outcome: resolved }",
		"“raising doctor” is nobody in this protocol. Say one of: raising practitioner, receiving practitioner",
	],
	[
		"no person at all",
		"{ at: 2026-04-01 10:00, do: talk, outcome: resolved }",
		"it does not say who does it. Add “by:”.",
	],
	[
		"an act before the one above it",
		"{ at: 2026-03-31 10:00, do: wait }",
		"it happens before the act above it.",
	],
	[
		"a refusal that did not come",
		"{ at: 2026-04-01 10:00, by: raising practitioner, do: withdraw, refused: not-open }",
		"it was expected to be refused (not-open) and was not.",
	],
	[
		"an answer that is none",
		"{ at: 2026-04-01 10:00, by: raising practitioner, do: talk, outcome: resolved, enter: { talked-at: tomorrow } }",
		"Enter a real date and time.",
	],
	[
		"a day that there is not",
		"{ at: 2026-02-30 10:00, do: wait }",
		"4: acts › 1 › at: “at” cannot be “2026-02-30 10:00”. Write a real date and time, such as 2026-03-26 10:15.",
	],
	[
		"a word that there is not",
		"{ at: 2026-04-01 10:00, does: wait }",
		"“does” is not a word that can stand here. Did you mean “do”?",
	],
])("%s in a story is told with the act, the why and the mend", async (_, act, told) => {
	const { code, out } = await concord([
		"simulate",
		somerset,
		fileWith("wrong-story.yaml", story(act)),
	]);
	expect(code).toBe(1);
	expect(out).toContain(told);
	expect(out).toMatch(/^\S+wrong-story\.yaml:4: /m);
});

test("a story begins with somebody who raises the difference", async () => {
	const file = fileWith(
		"begins.yaml",
		"story: A test\nacts:\n  - { at: 2026-04-01 10:00, do: wait }\n",
	);
	const { code, out } = await concord(["simulate", somerset, file, "--json"]);
	expect(code).toBe(1);
	expect(JSON.parse(out).faults).toMatchObject([
		{ file, line: 3, wrong: expect.stringMatching(/somebody raises/) },
	]);
});

test("the faults of both files are told at once", async () => {
	const { code, out } = await concord([
		"simulate",
		fileWith("p.yaml", "protocol: x"),
		fileWith("s.yaml", "story: x"),
	]);
	expect(code).toBe(1);
	expect(out).toMatch(/p\.yaml:1: version: “version” is missing\. Add it\./);
	expect(out).toMatch(/s\.yaml:1: acts: “acts” is missing\. Add it\./);
});

test.each([
	[["simulate", somerset], /Name one protocol file and one story file/],
	[["simulate", somerset, "a", "b"], /Name one protocol file and one story/],
	[["simulate", somerset, "nowhere.yaml"], /There is no file ‘nowhere.yaml’/],
	[["simulate", somerset, "--yaml"], /--yaml/],
])("%s is a wrong call, and is told why", async (args, why) => {
	const { code, out, err } = await concord(args);
	expect({ code, out }).toEqual({ code: 2, out: "" });
	expect(err).toMatch(why);
});
