import { describe, expect, test } from "vitest";
import { madeUp, madeUpText } from "../../../protocols/made-up.fixture.ts";
import { rulesFrom } from "../../../protocols/somerset.fixture.ts";
import { playStory } from "./play.ts";
import { readStory } from "./story.ts";

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

describe("who could have done it", () => {
	test("a refused practitioner of the other agency is told how the protocol would name them", () => {
		const rules = madeUp(`one:
  title: One
  steps:
    tell: { kind: task, title: Tell, by: raising practitioner, sends: { what: [issue], to: [receiving] }, then: answer }
    answer: { kind: task, title: Answer, by: receiving practitioner, then: end over }`);
		const { story } = readStory(`story: As told
acts:
  - { at: 2026-03-02 09:00, by: raising practitioner, do: raise }
  - { at: 2026-03-02 10:00, by: raising practitioner, do: tell }
  - { at: 2026-03-02 11:00, by: receiving practitioner, do: answer }
`);
		if (!story) throw new Error("That is no story");
		expect(() => playStory(rules, story)).toThrow(
			"It could be done by receiving practitioner. A practitioner sees it once they raised it or a field names them, such as that of “named-in:”",
		);
	});
});
