import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { rulesFrom } from "../../../protocols/somerset.fixture.ts";
import { playStory } from "./play.ts";
import { readStory } from "./story.ts";

const rules = rulesFrom(
	readFileSync(new URL("../../../test/language/follow-up.yaml", import.meta.url), "utf8"),
);

const reply = (enter: string) => {
	const { story, faults } = readStory(`story: A story
acts:
  - { at: 2026-06-01 10:00, by: raising practitioner, do: raise, enter: { safe: yes } }
  - { at: 2026-06-02 10:00, by: receiving manager, do: reply, outcome: replied, enter: ${enter} }
`);
	if (!story) throw new Error(JSON.stringify(faults));
	return playStory(rules, story).difference.done.at(-1)?.answers;
};

test("an example is made up for a follow-up only where it is asked", () => {
	expect(reply("{ agreed: yes }")).toEqual({ agreed: "yes" });
	expect(reply("{ agreed: no }")).toEqual({ agreed: "no", why: "Example: Why not?" });
});

test("entering a follow-up that is not asked is told with the answer that it follows", () => {
	expect(() => reply("{ agreed: yes, why: The plan }")).toThrow(
		"“why” is asked only if “Do you agree?” is “No” or “In part”",
	);
});
