import { randomUUID } from "node:crypto";
import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
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
		return [
			{
				check: "data-directory",
				title,
				state: "broken",
				says: `${directory} cannot be written (${(problem as NodeJS.ErrnoException).code}).`,
				fix: "Set CONCORD_DATA to a directory that the user of Concord may write to, and ask as that user.",
			},
		];
	}
	return [
		{ check: "data-directory", title, state: "well", says: `${directory} can be written.` },
		diskFinding(await diskOf(directory)),
	];
}
