import { basename, sep } from "node:path";
import { SealFault } from "../keys/faults.ts";
import type { KeyHolder } from "../keys/key-holder.ts";
import { concordVersion } from "../project-root.ts";
import { addBackup, type Backup } from "../store/backups.ts";
import { connect } from "../store/connect.ts";
import { withSnapshot } from "../store/snapshot.ts";
import { BackupFault, inPlainWords } from "./backup-fault.ts";
import { fileAt, keepNewest, writeWhole } from "./place.ts";
import { type Progress, writeBackup } from "./write-backup.ts";

/** A backup that is made every night. */
export type NightlyBackup = {
	/** The directory that it is written to. */
	to: string;
	publicKey: string;
	/** London's time, such as 02:30. */
	at: string;
	/** How many of the newest stay. */
	keep: number;
};

export type WhatToBackUp = {
	/** Of the database. */
	url: string;
	/** A directory, or a file that is not there yet. */
	to: string;
	publicKey: string;
	clock: () => Temporal.Instant;
	signal: AbortSignal;
	/** The keys of the installation. Where their file cannot be read just now, the backup is made without it. */
	keys?: Pick<KeyHolder, "place" | "toKeep"> | undefined;
};

/** @param file its whole path */
export type BackupMade = Backup & { path: string };

/**
 * Makes a backup while Concord serves, and notes in the database that it was made, or what was wrong.
 *
 * @throws BackupFault, or what the database says
 */
export async function makeBackup(
	{ url, to, publicKey, clock, signal, keys }: WhatToBackUp,
	progress?: Progress,
): Promise<BackupMade> {
	const startedAt = clock();
	const { db, pool } = connect(url, { most: 2, across: "backup" });
	try {
		const path = await fileAt(to, startedAt);
		const { size, sha256 } = await writeWhole(path, (file) =>
			withSnapshot(pool, (snapshot) =>
				writeBackup(
					snapshot,
					{ publicKey, concord: concordVersion, signal, keys: keysNow(keys) },
					file,
					progress,
				),
			),
		);
		const made = {
			startedAt: startedAt.toString(),
			endedAt: clock().toString(),
			file: basename(path),
			size,
			sha256,
		};
		await addBackup(db, made);
		return { ...made, path };
	} catch (problem) {
		const said = asFault(problem, to);
		await addBackup(db, {
			startedAt: startedAt.toString(),
			endedAt: clock().toString(),
			wrong: said instanceof BackupFault ? said.message : "It failed by a fault of Concord.",
			// A database that is away cannot be told; what is thrown tells it.
		}).catch(() => {});
		throw said;
	} finally {
		await db.destroy();
	}
}

/** A key that is made while this is written closes nothing that was there at its moment. */
function keysNow(keys: WhatToBackUp["keys"]): { at: string; file: string | undefined } | undefined {
	if (!keys) return undefined;
	try {
		return { at: keys.place, file: keys.toKeep() };
	} catch (problem) {
		if (problem instanceof SealFault) return { at: keys.place, file: undefined };
		throw problem;
	}
}

/** So that one that is not there is missed, and not taken for a file to be written. */
export const asDirectory = (to: string): string => `${to}${sep}`;

/** Makes the backup of a night, and removes those that need not be kept any longer once it is there. */
export async function makeNightlyBackup(
	{ keep, ...nightly }: NightlyBackup,
	{ url, clock, signal, keys }: Omit<WhatToBackUp, "to" | "publicKey">,
): Promise<void> {
	await makeBackup({ ...nightly, to: asDirectory(nightly.to), url, clock, signal, keys });
	await keepNewest(nightly.to, keep, clock());
}

/** What a system or a database refuses has a code; anything else is a fault of ours and stays as it is. */
function asFault(problem: unknown, place: string): unknown {
	const said = inPlainWords(problem, place);
	const { code } = said as { code?: string };
	return said instanceof BackupFault || code === undefined
		? said
		: new BackupFault(code, `The backup failed (${code}). Does the database answer?`, {
				cause: problem,
			});
}
