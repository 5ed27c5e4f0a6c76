import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import type { Rules } from "../domain/difference/rules.ts";
import type { Played } from "../domain/story/play.ts";
import { playText } from "../domain/story/play-text.ts";
import type { OpeningDay, Story } from "../domain/story/story.ts";
import { projectRoot } from "../project-root.ts";
import { type Identifiers, identifiersIn } from "./identifiers.ts";
import { castOf, type PeopleTable, peopleTable } from "./people-table.ts";
import { faulty, readTable } from "./read-table.ts";

/** The rehearsed partnerships: each `people.yaml`, and `stories/` with a file for each of its differences. */
export const harbourVale = join(projectRoot, "rehearsal", "harbour-vale");
export const stonemere = join(projectRoot, "rehearsal", "stonemere");

/** @throws Error that names each fault of the file */
export const readPeople = (directory: string): PeopleTable =>
	readTable(join(directory, "people.yaml"), peopleTable);

/** A difference of a rehearsal, as the rules alone play it up to the opening day. */
export type RehearsedDifference = { file: string; story: Story; played: Played };

/**
 * Every difference of a rehearsal, in the order of their files; between two of them whatever else waits goes on.
 *
 * @param given `folder` of the stories under these rules; `ids` of the partnership, Harbour Vale's when left out
 * @throws Error that names the faults of a story that cannot be played
 */
export async function playStories(
	directory: string,
	people: PeopleTable,
	rules: Rules,
	opening: OpeningDay,
	{ folder = "stories", ids = identifiersIn("") }: { folder?: string; ids?: Identifiers } = {},
): Promise<RehearsedDifference[]> {
	const given = { cast: castOf(people, ids), opening };
	const files = globSync(`${folder}/*.yaml`, { cwd: directory }).sort();
	const all: RehearsedDifference[] = [];
	for (const file of files) {
		await setImmediate();
		const path = join(directory, file);
		const { story, played, faults } = playText(rules, readFileSync(path, "utf8"), given);
		if (faults) throw faulty(path, faults);
		all.push({ file, story, played });
	}
	return all;
}
