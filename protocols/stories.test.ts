import { globSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { unmet } from "../src/domain/story/expectations.ts";
import { playStory } from "../src/domain/story/play.ts";
import { calendarOfStory, readStory } from "../src/domain/story/story.ts";
import { readProtocolFile, rulesBeside } from "../src/protocol-files.ts";

/** Every version of every protocol plays the stories beside it. */
const protocols = globSync("*/*.yaml", { cwd: import.meta.dirname }).map((file) =>
	join(import.meta.dirname, file),
);

describe.each(protocols)("%s", (file) => {
	const { protocol, faults } = readProtocolFile(file);
	const stories = globSync("stories/*.yaml", { cwd: dirname(file) }).sort();

	test("has no faults, and stories to prove it", () => {
		expect(faults).toBeUndefined();
		expect(stories.length).toBeGreaterThan(0);
	});

	test.each(stories)("%s ends as its words say", (path) => {
		if (!protocol) return expect(faults).toEqual([]);
		const { story, faults: inStory } = readStory(readFileSync(join(dirname(file), path), "utf8"));
		expect(inStory, basename(path)).toBeUndefined();
		if (!story) return;
		const calendar = calendarOfStory(protocol, story);
		expect(Object.keys(story.expect).length).toBeGreaterThan(1);
		const others = (id: string) => rulesBeside(file, id);
		const played = playStory({ protocol, calendar }, story, undefined, others);
		expect(unmet(story, played, protocol)).toEqual([]);
	});
});
