import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { unmet } from "../src/domain/story/expectations.ts";
import { playStory } from "../src/domain/story/play.ts";
import { calendarOfStory, readStory } from "../src/domain/story/story.ts";
import { readProtocolFile } from "../src/protocol-files.ts";

/** Small protocols, each with a story beside it that holds one thing of the language. */
const folder = join(import.meta.dirname, "language");
const stories = globSync("*.story.yaml", { cwd: folder }).sort();

test.each(stories)("language/%s", (path) => {
	const { protocol, faults } = readProtocolFile(join(folder, path.replace(".story.yaml", ".yaml")));
	expect(faults).toBeUndefined();
	const { story, faults: inStory } = readStory(readFileSync(join(folder, path), "utf8"));
	expect(inStory).toBeUndefined();
	if (!protocol || !story) return;
	const calendar = calendarOfStory(protocol, story);
	expect(Object.keys(story.expect).length).toBeGreaterThan(1);
	expect(unmet(story, playStory({ protocol, calendar }, story), protocol)).toEqual([]);
});

test("every protocol here has its story", () => {
	const protocols = globSync("*.yaml", { cwd: folder }).filter((file) => !stories.includes(file));
	expect(protocols.map((file) => file.replace(".yaml", ".story.yaml")).sort()).toEqual(stories);
});
