import { expect, test } from "vitest";
import { madeUp } from "../../../protocols/made-up.fixture.ts";
import { playStory } from "./play.ts";
import { readStory } from "./story.ts";

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
