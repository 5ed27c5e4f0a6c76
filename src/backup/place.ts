import { createHash, randomUUID } from "node:crypto";
import { open, readdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { Writable } from "node:stream";
import { BackupFault, inPlainWords } from "./backup-fault.ts";

const ending = ".tar.zst.age";
const named = /^concord-\d{4}-\d\d-\d\dT\d{6}Z\.tar\.zst\.age$/;
/** Of a backup that is being written. */
const part = ".part";

/** What a part has not grown for, in milliseconds, when whoever wrote it is gone. */
const abandonedAfter = 60 * 60 * 1000;

/** Names sort by time. @param at the moment of its start */
const fileNameOf = (at: Temporal.Instant): string =>
	`concord-${at.round("second").toString().replaceAll(":", "")}${ending}`;

/**
 * Where a backup is to be written.
 *
 * @param to a directory, or a file that is not there yet
 * @param name what it is called in a directory: a backup’s name for its moment
 * @returns an absolute path
 * @throws BackupFault
 */
export async function fileAt(
	to: string,
	at: Temporal.Instant,
	name = fileNameOf(at),
): Promise<string> {
	const given = resolve(to);
	const isDirectory = await stat(given).then(
		(found) => found.isDirectory(),
		(problem) => {
			if (problem.code === "ENOENT" && !/[/\\]$/.test(to)) return false;
			throw inPlainWords(problem, given);
		},
	);
	return isDirectory ? join(given, name) : given;
}

/** Opens the part of a file, for the one who runs Concord alone. @throws BackupFault */
async function openPart(file: string) {
	await stat(file).then(
		() => {
			throw new BackupFault("BACKUP_EXISTS", `${file} is there already. Name another file.`);
		},
		() => {},
	);
	// Made anew: two that write at once do not write one file.
	return open(`${file}${part}`, "wx", 0o600).catch((problem) => {
		if (problem.code === "EEXIST")
			throw new BackupFault(
				"BACKUP_EXISTS",
				`${file}${part} is there already: another backup is being written, or one was killed. Name another file.`,
			);
		throw inPlainWords(problem, dirname(file));
	});
}

/** The part is whole and on the disk: it gets its name, and that is on the disk too. */
async function nameFile(file: string): Promise<void> {
	await rename(`${file}${part}`, file);
	// Windows has no way to ask for this.
	if (process.platform === "win32") return;
	const directory = await open(dirname(file), "r");
	await directory.sync().finally(() => directory.close());
}

/**
 * Whether somebody who runs Concord may write a backup to a directory. It is left as it was.
 *
 * @throws BackupFault where it is not there, or may not be written
 */
export async function tryPlace(directory: string): Promise<void> {
	const trial = join(directory, `.concord-${randomUUID()}`);
	try {
		await writeFile(trial, "");
		await rm(trial);
	} catch (problem) {
		throw inPlainWords(problem, resolve(directory));
	}
}

const removePart = (file: string): Promise<void> => rm(`${file}${part}`, { force: true });

/** Writes a file that is there as a whole, on the disk, or not at all. */
export async function writeWhole(
	path: string,
	write: (out: Writable) => Promise<void>,
): Promise<{ size: number; sha256: string }> {
	const part = await openPart(path);
	const hash = createHash("sha256");
	let size = 0;
	const out = new Writable({
		write(chunk: Uint8Array, _encoding, done) {
			hash.update(chunk);
			size += chunk.length;
			part.writeFile(chunk).then(() => done(), done);
		},
		// It is on the disk before it has its name.
		final: (done) => void part.sync().then(() => done(), done),
	});
	try {
		await write(out);
		await part.close();
		await nameFile(path);
		return { size, sha256: hash.digest("hex") };
	} catch (problem) {
		await part.close().catch(() => {});
		await removePart(path);
		throw problem;
	}
}

/**
 * Removes the oldest backups of a directory, and what was left half written there. What has another name stays.
 *
 * @param keep how many of the newest stay
 * @param now to tell what is left from what is being written
 */
export async function keepNewest(
	directory: string,
	keep: number,
	now: Temporal.Instant,
): Promise<void> {
	const files = (await readdir(directory)).sort();
	const backups = files.filter((file) => named.test(file));
	for (const file of backups.slice(0, Math.max(backups.length - keep, 0)))
		await rm(join(directory, file), { force: true });
	for (const file of files) {
		if (!file.endsWith(part) || !named.test(basename(file, part))) continue;
		const found = await stat(join(directory, file)).catch(() => undefined);
		if (found && found.mtimeMs < now.epochMilliseconds - abandonedAfter)
			await rm(join(directory, file), { force: true });
	}
}
