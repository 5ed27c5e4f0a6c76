import { randomUUID } from "node:crypto";
import {
	closeSync,
	fsyncSync,
	linkSync,
	mkdirSync,
	openSync,
	readFileSync,
	renameSync,
	rmSync,
	type Stats,
	statSync,
	writeFileSync,
} from "node:fs";
import { dirname } from "node:path";
import { SealFault } from "../keys/faults.ts";
import { idOf } from "../keys/installation-key.ts";
import { type Key, keyLength, keyOf, newKey } from "../keys/sealed.ts";

/** One key of a file. Its id is made of it and tells nothing of it. */
export type KeyInFile = { id: string; madeAt: string; key: Key };

const head = [
	"# The key of this Concord. Whoever has it and the database can read everything in it; without it nobody can.",
	"# Keep a copy where the database is not. The first key is in use; those after it open what was closed before.",
];
const line = /^concord-key ([0-9a-f]{16}) (\S+) ([A-Za-z0-9+/]{43}=)$/;

/** The text of a key file. @param keys the one in use first */
export const keyFileOf = (keys: readonly KeyInFile[]): string =>
	`${[...head, ...keys.map(({ id, madeAt, key }) => `concord-key ${id} ${madeAt} ${key.export().toString("base64")}`)].join("\n")}\n`;

/** Makes a key. @param at is told in its line */
export function makeKey(at: Temporal.Instant): KeyInFile {
	const key = newKey();
	return { id: idOf(key), madeAt: at.round("second").toString(), key };
}

/**
 * The keys in the text of a key file, the one in use first.
 *
 * @param place where the text is from, for the fault
 * @throws SealFault where a line is not as it was written: a letter that was mistyped is noticed
 */
export function keysIn(text: string, place: string): KeyInFile[] {
	const keys = text
		.split(/\r?\n/)
		.filter((each) => each.trim() !== "" && !each.startsWith("#"))
		.map((each) => {
			const [, id = "", madeAt = "", base64 = ""] = line.exec(each.trim()) ?? [];
			const bytes = Buffer.from(base64, "base64");
			const key = bytes.length === keyLength ? keyOf(bytes) : undefined;
			if (!key || idOf(key) !== id) throw damaged(place);
			return { id, madeAt, key };
		});
	if (keys.length === 0) throw damaged(place);
	return keys;
}

const damaged = (place: string): SealFault =>
	new SealFault(
		"no-key",
		`${place} is not a whole key file of Concord. Put it back from your copy. Nothing in the database is lost by this.`,
	);

/**
 * Reads the keys of a file.
 *
 * @throws SealFault where it is not there, others may read it, or it is damaged
 */
export function readKeyFile(path: string): KeyInFile[] {
	let text: string;
	try {
		refuseOpenToOthers(path, statSync(path));
		text = readFileSync(path, "utf8");
	} catch (problem) {
		if (problem instanceof SealFault) throw problem;
		throw (problem as NodeJS.ErrnoException).code === "ENOENT"
			? new SealFault(
					"no-key",
					`There is no key file ${path}. Put it back from your copy, or set CONCORD_KEY_FILE to where it is. Nothing in the database is lost by this.`,
				)
			: new SealFault(
					"no-key",
					`The key file ${path} cannot be read by the user that Concord runs as (${(problem as NodeJS.ErrnoException).code}). Give that user, and nobody else, the right to.`,
					{ cause: problem },
				);
	}
	return keysIn(text, path);
}

/** The group may read what somebody else owns: so root hands a secret to a service. */
function refuseOpenToOthers(path: string, { mode, uid }: Stats): void {
	const ours = uid === process.getuid?.();
	if ((mode & (ours ? 0o077 : 0o027)) !== 0)
		throw new SealFault(
			"no-key",
			`Others than Concord may read or write the key file ${path}. Take that away (chmod 600 ${path}), ask who may have read it, and change the key with ‘concord keys rotate’ if anybody may have.`,
		);
}

/**
 * Makes a key file that its owner alone can read. Of two who do so at the same time one makes it, and both read the same.
 *
 * @throws SealFault
 */
export function makeKeyFile(path: string, at: Temporal.Instant): KeyInFile[] {
	const whole = `${path}.${randomUUID()}`;
	try {
		writeWhole(whole, keyFileOf([makeKey(at)]));
		// Unlike renaming, this never writes over what is there.
		linkSync(whole, path);
	} catch (problem) {
		if ((problem as NodeJS.ErrnoException).code !== "EEXIST") throw notWritten(path, problem);
	} finally {
		rmSync(whole, { force: true });
	}
	return readKeyFile(path);
}

/** Writes other keys in place of those of a file, all or none of them. @throws SealFault */
export function rewriteKeyFile(path: string, keys: readonly KeyInFile[]): void {
	const whole = `${path}.new`;
	try {
		rmSync(whole, { force: true });
		writeWhole(whole, keyFileOf(keys));
		renameSync(whole, path);
		syncDirectory(dirname(path));
	} catch (problem) {
		throw notWritten(path, problem);
	}
}

function writeWhole(path: string, text: string): void {
	mkdirSync(dirname(path), { recursive: true });
	const file = openSync(path, "wx", 0o600);
	try {
		writeFileSync(file, text);
		fsyncSync(file);
	} finally {
		closeSync(file);
	}
}

/** What was renamed is only then sure to be there after the power went. */
function syncDirectory(path: string): void {
	const directory = openSync(path, "r");
	try {
		fsyncSync(directory);
	} finally {
		closeSync(directory);
	}
}

const notWritten = (path: string, cause: unknown): SealFault =>
	new SealFault(
		"no-key",
		`The key file ${path} cannot be written (${(cause as NodeJS.ErrnoException).code}). Nothing was changed. Give the user of Concord the right to write there, or put a key of ‘concord keys make’ there yourself.`,
		{ cause },
	);
