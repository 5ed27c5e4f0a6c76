import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, rm, rmdir, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import type { Finding } from "../domain/running/finding.ts";
import { diskFinding } from "../domain/running/running.ts";
import { diskOf } from "./disk.ts";

/** Whether the data directory can be written by whoever asks, and how much room there is. It is left as it was. */
export async function dataDirectoryFindings(directory: string): Promise<Finding[]> {
	const title = "Data directory";
	const trial = join(directory, `.doctor-${randomUUID()}`);
	try {
		await writeFile(trial, "");
		await rm(trial);
	} catch (problem) {
		if (await canBeMade(directory))
			return [
				{
					check: "data-directory",
					title,
					state: "look",
					says: `${directory} is not there yet.`,
					fix: "The first start makes it. If Concord has run before, CONCORD_DATA names another place than it did.",
				},
			];
		return [
			{
				check: "data-directory",
				title,
				state: "broken",
				says: `${directory} cannot be written (${codeOf(problem)}).`,
				fix: "Set CONCORD_DATA to a directory that the user of Concord may write to, and ask as that user.",
			},
		];
	}
	return [
		{ check: "data-directory", title, state: "well", says: `${directory} can be written.` },
		diskFinding(await diskOf(directory)),
	];
}

const codeOf = (problem: unknown): string | undefined => (problem as NodeJS.ErrnoException).code;

/** Whether there is no such directory yet, and one could be made where the start will make it. */
async function canBeMade(directory: string): Promise<boolean> {
	if (existsSync(directory)) return false;
	let above = dirname(resolve(directory));
	while (!existsSync(above)) above = dirname(above);
	const trial = join(above, `.doctor-${randomUUID()}`);
	return mkdir(trial)
		.then(() => rmdir(trial))
		.then(
			() => true,
			() => false,
		);
}
