import { mkdir, open, readFile, rename } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { BackupFault, inPlainWords } from "./backup-fault.ts";

/** The file in which what was disposed of is listed, beside the backups and beside the data. */
export const disposalListFile = "disposals.jsonl";

/** One line: identifiers and days, and nothing that names a child or tells a story. */
const listed = z.strictObject({
	id: z.uuid(),
	partnershipId: z.uuid(),
	number: z.int().min(1),
	differenceId: z.uuid(),
	reference: z.string().max(40),
	agencies: z.array(z.uuid()),
	rule: z.string().max(300),
	scheduleVersion: z.int().min(0),
	dueOn: z.iso.date(),
	decidedBy: z.uuid(),
	decidedAt: z.iso.datetime({ offset: true }),
	confirmedBy: z.uuid(),
	disposedAt: z.iso.datetime({ offset: true }),
	againAt: z.iso.datetime({ offset: true }).nullable(),
	/** That this Concord wrote it (actions/dispose.ts); absent in lists of older versions. */
	proof: z.base64().optional(),
});
export type ListedDisposal = z.infer<typeof listed>;

/**
 * What a directory's list says was disposed of; nothing where there is no list.
 *
 * @throws BackupFault 'DISPOSALS_DAMAGED': a list that cannot be read whole is never taken for a short one
 */
export async function readDisposals(directory: string): Promise<ListedDisposal[]> {
	const path = join(directory, disposalListFile);
	const text = await readFile(path, "utf8").catch((problem: NodeJS.ErrnoException) => {
		if (problem.code === "ENOENT" || problem.code === "ENOTDIR") return "";
		throw inPlainWords(problem, path);
	});
	return text
		.split("\n")
		.filter((line) => line.trim() !== "")
		.map((line, nth) => {
			const read = listed.safeParse(parsed(line));
			if (read.success) return read.data;
			throw new BackupFault(
				"DISPOSALS_DAMAGED",
				`Line ${nth + 1} of ${path} is damaged. It lists what was disposed of and must not come back. Put the file of the other place there, or mend the line, then start again.`,
			);
		});
}

function parsed(line: string): unknown {
	try {
		return JSON.parse(line);
	} catch {
		return undefined;
	}
}

/** A line as it is written, of whatever else is known of a disposal. */
export const lineOf = (disposal: ListedDisposal): ListedDisposal => listed.strip().parse(disposal);

/** Writes a list that is there as a whole, or as it was. What it had before stays on it, also what is not given now. */
export async function writeDisposals(
	directory: string,
	disposals: readonly ListedDisposal[],
): Promise<void> {
	const path = join(directory, disposalListFile);
	try {
		await mkdir(directory, { recursive: true });
		const all = new Map<string, ListedDisposal>();
		for (const each of [...(await readDisposals(directory)), ...disposals])
			all.set(each.differenceId, lineOf(each));
		const part = await open(`${path}.part`, "w", 0o600);
		try {
			await part.writeFile([...all.values()].map((each) => `${JSON.stringify(each)}\n`).join(""));
			await part.sync();
		} finally {
			await part.close();
		}
		await rename(`${path}.part`, path);
	} catch (problem) {
		throw inPlainWords(problem, directory);
	}
}
