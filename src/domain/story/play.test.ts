import { describe, expect, test } from "vitest";
import { madeUpText } from "../../../protocols/made-up.fixture.ts";
import { rulesFrom, somebody } from "../../../protocols/somerset.fixture.ts";
import { unmet } from "./expectations.ts";
import type { Cast } from "./people-of-story.ts";
import { playStory } from "./play.ts";
import { playText } from "./play-text.ts";
import { readStory } from "./story.ts";
import { transcriptOf } from "./transcript.ts";

const rules = rulesFrom(
	madeUpText(`one:
  title: One
  steps:
    talk:
      kind: discussion
      title: Talk
      by: raising practitioner
      named-in: raised-by
      due: { within: 2 working days }
      asks: [held-on]
      outcomes:
        again: { say: Again, then: talk }
        done: { say: Done, then: end over }
`)
		.replace(
			"fields:\n",
			`fields:
  held-on: { type: day, label: When was it?, from: held-on }
`,
		)
		.replace(
			"  practitioner: {",
			"  chair: { level: practitioner, called: chair, post: chair }\n  practitioner: {",
		)
		.replace("by: [practitioner]", "by: [chair]"),
);

const play = (acts: string) => {
	const { story, faults } = readStory(`story: A story\nacts:\n${acts}`);
	if (!story) throw new Error(JSON.stringify(faults));
	return playStory(rules, story);
};

const raised = "  - { at: 2026-01-12 09:00, by: raising chair, do: raise }\n";

test("raising it can be refused to one person before another raises it, and then it is the other's", () => {
	const { difference } = play(
		`  - { at: 2026-01-12 08:00, by: raising practitioner, do: raise, refused: not-yours }\n${raised}`,
	);
	expect(difference.raisedAt).toBe("2026-01-12T09:00:00Z");
	expect(difference.open).toEqual([expect.objectContaining({ person: difference.raisedBy })]);
	expect(difference.raisedBy).toBe(play(raised).difference.raisedBy);
});

test("a day that is missing is told with the name under which to enter it", () => {
	expect(() =>
		play(`${raised}  - { at: 2026-01-12 10:00, by: raising chair, do: talk, outcome: done }\n`),
	).toThrow("Say it under “enter:”, as “held-on”");
});

test("a day with which a field begins need not be entered again", () => {
	const { difference } = play(`${raised}
  - { at: 2026-01-12 10:00, by: raising chair, do: talk, outcome: again, enter: { held-on: 2026-01-09 } }
  - { at: 2026-01-12 11:00, by: raising chair, do: talk, outcome: done }
`);
	expect(difference.done.map(({ answers }) => answers["held-on"])).toEqual([
		"2026-01-09",
		"2026-01-09",
	]);
});

test("what is refused with another code is told with the code that it had", () => {
	expect(() =>
		play(
			`${raised}  - { at: 2026-01-12 10:00, by: raising practitioner, do: talk, outcome: done, enter: { held-on: 2026-01-09 }, refused: not-yours }\n`,
		),
	).toThrow("it was refused as “not-open”, not as “not-yours”");
});

describe("a story of named people", () => {
	const ada = somebody("raising chair", rules.protocol);
	const cast: Cast = {
		person: (said) => (said === "ada.lund" ? { actor: ada, called: "Ada Lund" } : undefined),
		names: ["ada.lund"],
		raisingAgency: ({ agencyId }) => agencyId,
		otherAgency: (said) => (said === "police" ? "the police" : undefined),
	};
	const playNamed = (raise: string, more = "") =>
		playText(
			rules,
			`story: A story\nacts:\n  - { at: day -1 09:00, by: ada.lund, do: raise, ${raise} }\n${more}`,
			{ cast, opening: { day: "2026-01-13", calendar: rules.calendar } },
		);

	test("says with which agency it is raised, who was rung, and what was typed and not sent", () => {
		const { played } = playNamed(
			"with: police, rang: { 0300 123: day -1 08:30 }",
			"  - { at: day 0 09:00, by: ada.lund, do: draft talk, enter: { held-on: 2026-01-12 } }\n",
		);
		expect(played?.header).toMatchObject({ raisedBy: ada.id, receivingAgency: "the police" });
		expect(played?.difference.urgentContacts).toEqual([
			{ call: "0300 123", madeAt: "2026-01-12T08:30" },
		]);
		expect(played?.acts[1]).toMatchObject({
			done: { act: { does: "draft", step: "one.talk", content: { "held-on": "2026-01-12" } } },
			events: [],
		});
	});

	test.each([
		["enter: {}", "it does not say with which agency"],
		["with: the fire service", "there is no agency called “the fire service” in this story"],
	])("raised “%s” it is no story", (raise, wrong) => {
		expect(playNamed(raise).faults).toMatchObject([{ wrong }]);
	});

	test("whoever is not in it is nobody, and who is in it is said", () => {
		const { faults } = playNamed(
			"with: police",
			"  - { at: day 0 09:00, by: adam.lund, do: talk, outcome: done }\n",
		);
		expect(faults).toMatchObject([{ line: 4, fix: "Say one of: ada.lund" }]);
	});
});

describe("a story that goes on under another protocol", () => {
	const first = rulesFrom(
		madeUpText(`one:
  title: One
  steps:
    talk: { kind: discussion, title: Talk, by: raising practitioner, outcomes: { settled: end over, elsewhere: end gone } }
`).replace(
			"over: { title: Over }",
			"over: { title: Over }, gone: { title: Goes on, hands-off: { to: other, carries: [issue] } }",
		),
	);
	const other = rulesFrom(
		madeUpText(`two:
  title: Two
  steps:
    act: { kind: task, title: Act, by: raising practitioner, then: end over }
`)
			.replace("protocol: made-up", "protocol: other")
			.replace("start: stage one", "start: stage two"),
	);
	const text = (outcome: string, act = "act") => `story: A story
acts:
  - { at: 2026-01-12 09:00, by: raising practitioner, do: raise, enter: { issue: Told once } }
  - { at: 2026-01-12 10:00, by: raising practitioner, do: talk, outcome: ${outcome} }
then-under:
  protocol: other
  acts:
    - { at: 2026-01-13 09:00, by: raising practitioner, do: raise, expect: { owed: [act] } }
    - { at: 2026-01-13 10:00, by: raising practitioner, do: ${act} }
  expect: { ended: over }
`;
	const others = (id: string) => (id === "other" ? other : undefined);

	test("carries over what the ending says, and nobody owes the beginning any more", () => {
		const { story, played } = playText(first, text("elsewhere"), { others });
		if (!story || !played) throw new Error("Not played");
		expect(played.difference.open).toEqual([]);
		expect(played.wentOn?.played.difference.answers.issue?.answer).toBe("Told once");
		const told = transcriptOf(first.protocol, story, played);
		expect(told).toMatchObject({ held: true, wentOn: { end: { ending: "over" } } });
	});

	test("tells what does not hold there, and a fault there by its line", () => {
		const wrong = text("elsewhere").replace("ended: over", "ended: gone");
		const { story, played } = playText(first, wrong, { others });
		if (!story || !played) throw new Error("Not played");
		expect(unmet(story, played, first.protocol)).toEqual(["ended: expected gone, got over"]);
		expect(playText(first, text("elsewhere", "nothing"), { others }).faults).toMatchObject([
			{ line: 9, where: "act 4, “nothing” at 2026-01-13 10:00 by raising practitioner" },
		]);
	});

	test("must have ended so, and the other protocol must be there", () => {
		expect(playText(first, text("settled"), { others }).faults).toMatchObject([
			{ wrong: "it has not ended by going on under “other”" },
		]);
		expect(playText(first, text("elsewhere")).faults).toMatchObject([
			{ wrong: "“other” is not known here" },
		]);
	});
});

test.each([
	[
		"a step",
		"  - { at: 2026-01-12 10:00, by: raising chair, do: talk, outcome: done, enter: { held-on: 2026-01-12, issue: Something } }\n",
		"it does not ask for “issue”. Take it out of “enter:”; this act asks for held-on.",
	],
	[
		"somebody’s draft of it",
		"  - { at: 2026-01-12 10:00, by: raising chair, do: draft talk, enter: { issue: Some } }\n",
		"it does not ask for “issue”. Take it out of “enter:”; this act asks for held-on.",
	],
])("what %s does not ask is not entered in it", (_, act, says) => {
	expect(() => play(`${raised}${act}`)).toThrow(says);
});

test("what is not asked when it is raised is not entered then", () => {
	expect(() => play(raised.replace("raise }", "raise, enter: { held-on: 2026-01-12 } }"))).toThrow(
		"it does not ask for “held-on”. Take it out of “enter:”; this act asks for issue.",
	);
});
