import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Rules } from "../domain/difference/rules.ts";
import type { Fault } from "../domain/protocol/file/faults.ts";
import { readYaml } from "../domain/protocol/file/read-yaml.ts";
import { readShape } from "../domain/protocol/file/shape-faults.ts";
import type { Played } from "../domain/story/play.ts";
import { playText } from "../domain/story/play-text.ts";
import type { OpeningDay, Story } from "../domain/story/story.ts";
import { projectRoot } from "../project-root.ts";
import { castOf, type PeopleTable, peopleTable } from "./people-table.ts";

/** The rehearsed partnership: `people.yaml`, and `stories/` with a file for each of its differences. */
export const harbourVale = join(projectRoot, "rehearsal", "harbour-vale");

/** @throws Error that names each fault of the file */
export function readPeople(directory: string): PeopleTable {
	const file = join(directory, "people.yaml");
	const yaml = readYaml(readFileSync(file, "utf8"));
	if (yaml.faults) throw faulty(file, yaml.faults);
	const { read, faults } = readShape(peopleTable, yaml);
	if (!read) throw faulty(file, faults.inOrder());
	return read;
}

/** A difference of a rehearsal, as the rules alone play it up to the opening day. */
export type RehearsedDifference = { file: string; story: Story; played: Played };

/**
 * Every difference of a rehearsal, in the order of their files.
 *
 * @throws Error that names the faults of a story that cannot be played
 */
export function playStories(
	directory: string,
	people: PeopleTable,
	rules: Rules,
	opening: OpeningDay,
): RehearsedDifference[] {
	const given = { cast: castOf(people), opening };
	const files = globSync("stories/*.yaml", { cwd: directory }).sort();
	return files.map((file) => {
		const path = join(directory, file);
		const { story, played, faults } = playText(rules, readFileSync(path, "utf8"), given);
		if (faults) throw faulty(path, faults);
		return { file, story, played };
	});
}

const faulty = (file: string, faults: Fault[]): Error =>
	new Error(
		faults
			.map(({ line, where, wrong, fix }) => `${file}:${line ?? 1}: ${where}: ${wrong}. ${fix}`)
			.join("\n"),
	);
