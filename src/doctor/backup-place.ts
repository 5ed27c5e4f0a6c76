import { stat } from "node:fs/promises";
import type { Finding } from "../domain/running/finding.ts";

/**
 * Whether the backup of the coming night has somewhere to go, and that is not the disk which it is to outlive.
 *
 * @param to the directory that the settings name
 * @param data the directory of the embedded database; undefined where the database is a server of somebody's own
 * @param tryPlace writes there. Throws an Error that says what is wrong and what to do
 */
export async function backupPlaceFinding(
	to: string,
	data: string | undefined,
	tryPlace: (directory: string) => Promise<void>,
): Promise<Finding> {
	const about = { check: "backup-place", title: "Where backups go" };
	try {
		await tryPlace(to);
	} catch (problem) {
		return {
			...about,
			state: "broken",
			says: `The backup of the coming night cannot be written: ${(problem as Error).message}`,
			fix: "CONCORD_BACKUP_TO names the directory.",
		};
	}
	const isBesideData = data !== undefined && (await diskOf(to)) === (await diskOf(data));
	return {
		...about,
		state: isBesideData ? "look" : "well",
		says: `${to} can be written.${isBesideData ? " It is on the disk of the data: what takes one takes both." : ""}`,
		...(isBesideData && {
			fix: "Set CONCORD_BACKUP_TO to another disk, best on another machine, or copy the files from there every day.",
		}),
	};
}

/** Tells disks apart; nothing where there is no such directory yet. */
const diskOf = async (directory: string): Promise<number | undefined> =>
	(await stat(directory).catch(() => undefined))?.dev;
