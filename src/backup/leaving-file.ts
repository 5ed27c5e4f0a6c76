/**
 * The file with which a partnership leaves: what it says first, the rows as lines of JSON, the bytes of files, and last the
 * SHA-256 of each. docs/operations/leave-with-everything.md tells it to whoever reads one without Concord.
 */
import { createHash } from "node:crypto";
import { open as openFile } from "node:fs/promises";
import { z } from "zod";
import { BackupFault, inPlainWords } from "./backup-fault.ts";
import {
	damaged,
	type Entry,
	largestEntry,
	openPieces,
	type StreamedEntry,
	whole,
} from "./sealed-file.ts";

/** Raised when the shape of the file changes in a way that an older Concord cannot read. */
export const leavingFormat = 1;

const name = z.string().regex(/^[a-z_][a-z0-9_]*$/);
const count = z.number().int().nonnegative();

export const leavingOpening = z.object({
	"concord-export": z.literal(leavingFormat),
	/** The version of Concord that made it. */
	concord: z.string(),
	/** The moment of everything in it, as an ISO instant. */
	at: z.iso.datetime(),
	/** Of made-up people, or of real ones. */
	mode: z.enum(["rehearsal", "production"]),
	partnership: z.object({
		id: z.guid(),
		name: z.string(),
		path: z.string(),
		letters: z.string(),
	}),
	/** Who asked for it, of the partnership. */
	askedBy: z.object({ id: z.guid(), name: z.string() }),
	/** What made the tables, in order: only a Concord that has just these takes it in. */
	migrations: z.array(z.object({ file: z.string(), hash: z.string() })),
	/** In the order in which they come, each after those that its rows name. */
	tables: z.array(z.object({ name, columns: z.array(name), rows: count })),
	files: z.object({ count, bytes: count }),
	/** How many links the chains have. */
	links: count,
	/** What does not leave, and why. */
	leftOut: z.record(name, z.string()),
});
export type LeavingOpening = z.infer<typeof leavingOpening>;

const anyLeaving = z.object({ "concord-export": z.number(), concord: z.string() });

export const leavingFile = "export.json";
export const readmeFile = "README.txt";
const sumsFile = "SHA256SUMS";

export const piecePath = (table: string, number: number): string =>
	`rows/${table}/${String(number).padStart(6, "0")}.jsonl`;
export const filePath = (id: string): string => `files/${id}`;

/** What whoever opens it reads first. */
export const readme = ({ partnership, at, concord }: LeavingOpening): string =>
	`Everything that ${partnership.name} had in Concord ${concord} at ${at}.

THIS IS PLAIN TEXT. It tells children's stories by name. Keep it as you would keep the records
themselves, and destroy every copy that is not needed.

export.json       what is here: tables, columns, how many rows, and what was left out and why
rows/TABLE/*.jsonl  the rows of a table, one JSON object on a line; files of a table in order
files/ID          files that people sent, as they sent them; rows/file names type and size,
                  and the record (rows/event) what each was called
protocols/*.yaml  the protocols, as they were written
SHA256SUMS        of every file: sha256sum --check SHA256SUMS

docs/operations/leave-with-everything.md, which comes with Concord, says what the columns mean.
`;

/** Each file of the archive as it goes by, and last the sums of all of them. */
export async function* withSums(
	entries: AsyncIterable<Entry | StreamedEntry>,
): AsyncGenerator<Entry | StreamedEntry> {
	const sums: string[] = [];
	for await (const entry of entries) {
		const hash = createHash("sha256");
		if ("size" in entry)
			yield {
				...entry,
				content: (async function* () {
					for await (const chunk of entry.content) {
						hash.update(chunk);
						yield chunk;
					}
				})(),
			};
		else {
			hash.update(entry.content);
			yield entry;
		}
		sums.push(`${hash.digest("hex")}  ${entry.name}\n`);
	}
	yield { name: sumsFile, content: Buffer.from(sums.join("")) };
}

/** What comes out of such a file, in order. */
export type Leaves =
	| { is: "opening"; opening: LeavingOpening }
	| { is: "rows"; table: LeavingOpening["tables"][number]; lines: string[] }
	/** All rows of a table have come. */
	| { is: "end-of-table"; table: LeavingOpening["tables"][number] }
	| { is: "file"; id: string; content: AsyncIterable<Uint8Array> };

const bytesUnpacked = 64 * 1024 * 1024;
/** Rows are packed to a tenth, and a file of nothing but zeros to some hundredths of a per cent. */
const timesUnpacked = 2_000;

/**
 * Reads such a file to its end, and throws unless each byte of it is as it was written. What came before that may have been read
 * by then: whoever writes it anywhere does so where it can be taken back.
 *
 * @param told how much of it has been read, from 0 to 1
 * @throws BackupFault
 */
export async function* readLeavingFile(
	file: string,
	{ privateKey, signal }: { privateKey: string | undefined; signal: AbortSignal },
	told: (part: number) => void = () => {},
): AsyncGenerator<Leaves> {
	const { size, isClosed } = await lookAt(file);
	if (isClosed && privateKey === undefined)
		throw new BackupFault(
			"EXPORT_CLOSED",
			`${file} is encrypted. Say where the private key is: ‘--identity’ and its file.`,
		);
	const most = bytesUnpacked + timesUnpacked * size;
	const sums = new Map<string, string>();
	let unpacked = 0;
	let opening: LeavingOpening | undefined;
	/** The table that rows come of, and how many there were. */
	let now: { nth: number; rows: number } = { nth: -1, rows: 0 };
	let isAtEnd = false;
	let files = 0;

	const amiss = (why: string) => damaged(file, new Error(why));
	const entries = openPieces(
		file,
		{ privateKey: isClosed ? privateKey : undefined, signal },
		(bytes) => told(bytes / size),
	);
	try {
		for await (const entry of entries) {
			if (isAtEnd) throw amiss("Something follows the end");
			unpacked += entry.size;
			if (unpacked > most)
				throw new BackupFault(
					"EXPORT_TOO_LARGE",
					`${file} unpacks to more than ${timesUnpacked} times its size. No export does.`,
				);
			if (sums.has(entry.name)) throw amiss(`${entry.name} comes twice`);
			const hash = createHash("sha256");
			const content = hashed(file, entry.content, hash);
			const all = async () => {
				if (entry.size > largestEntry) throw amiss(`${entry.name} is too large`);
				return whole(content);
			};
			if (!opening) {
				if (entry.name !== leavingFile) throw none(file);
				opening = openingIn(file, await all());
				yield { is: "opening", opening };
			} else if (entry.name === sumsFile) {
				isAtEnd = true;
				checkSums(sums, (await all()).toString("utf8"), amiss);
				continue;
			} else if (entry.name === readmeFile || /^protocols\/[a-z0-9._-]+\.yaml$/.test(entry.name)) {
				await all();
			} else {
				const id = /^files\/([0-9a-f-]{36})$/.exec(entry.name)?.[1];
				const table = /^rows\/([a-z_][a-z0-9_]*)\/\d{6,}\.jsonl$/.exec(entry.name)?.[1];
				if (id !== undefined) {
					files++;
					yield { is: "file", id, content };
					// Whoever did not want it is given the sum all the same.
					for await (const _ of content);
				} else if (table !== undefined) {
					const nth = opening.tables.findIndex((each) => each.name === table);
					if (nth < 0) throw unknown(file, table);
					if (nth < now.nth) throw amiss(`${table} comes again`);
					yield* ended(opening, now, nth, amiss);
					if (nth > now.nth) now = { nth, rows: 0 };
					const lines = linesOf(await all());
					now.rows += lines.length;
					yield {
						is: "rows",
						table: opening.tables[nth] as LeavingOpening["tables"][number],
						lines,
					};
				} else throw unknown(file, entry.name);
			}
			sums.set(entry.name, hash.digest("hex"));
			if (opening && entry.name.startsWith("files/") && now.nth < fileTable(opening))
				throw amiss("Bytes of a file come before its row");
		}
	} catch (problem) {
		throw inWordsOfLeaving(file, problem);
	}
	if (!opening) throw none(file);
	if (!isAtEnd) throw inWordsOfLeaving(file, amiss("It has no end"));
	yield* ended(opening, now, opening.tables.length, (why) => inWordsOfLeaving(file, amiss(why)));
	if (files > opening.files.count) throw inWordsOfLeaving(file, amiss("There are more files"));
}

const fileTable = ({ tables }: LeavingOpening): number =>
	tables.findIndex(({ name: table }) => table === "file");

/** Says of each table before the `until`th that it has come, and that it was as many rows as were said. */
function* ended(
	{ tables }: LeavingOpening,
	now: { nth: number; rows: number },
	until: number,
	amiss: (why: string) => unknown,
): Generator<Leaves> {
	for (let nth = Math.max(now.nth, 0); nth < until; nth++) {
		const table = tables[nth];
		if (!table) continue;
		const rows = nth === now.nth ? now.rows : 0;
		if (rows !== table.rows) throw amiss(`${table.name} has ${rows} rows and not ${table.rows}`);
		yield { is: "end-of-table", table };
	}
}

async function* hashed(
	file: string,
	content: AsyncIterable<Uint8Array>,
	hash: ReturnType<typeof createHash>,
): AsyncGenerator<Uint8Array> {
	try {
		for await (const chunk of content) {
			hash.update(chunk);
			yield chunk;
		}
	} catch (problem) {
		throw inWordsOfLeaving(file, problem);
	}
}

function linesOf(content: Buffer): string[] {
	const text = content.toString("utf8");
	const lines = text.split("\n");
	return lines.at(-1) === "" ? lines.slice(0, -1) : lines;
}

function checkSums(
	sums: ReadonlyMap<string, string>,
	said: string,
	amiss: (why: string) => Error,
): void {
	const lines = said.split("\n").filter((line) => line !== "");
	for (const line of lines) {
		const [sum, path = ""] = line.split("  ");
		if (sums.get(path) !== sum) throw amiss(`${path} is not what it was`);
	}
	if (lines.length !== sums.size) throw amiss("Something was added, or taken away");
}

function openingIn(file: string, content: Buffer): LeavingOpening {
	let said: unknown;
	try {
		said = JSON.parse(content.toString("utf8"));
	} catch {
		throw none(file);
	}
	const known = leavingOpening.safeParse(said);
	if (known.success) return known.data;
	const newer = anyLeaving.safeParse(said);
	throw newer.success && newer.data["concord-export"] > leavingFormat
		? new BackupFault(
				"EXPORT_TOO_NEW",
				`${file} was written by a newer Concord (${newer.data.concord}). Import it with that version.`,
			)
		: none(file);
}

const none = (file: string) =>
	new BackupFault("EXPORT_NONE", `${file} is no export of a partnership (concord export --all).`);

const unknown = (file: string, what: string) =>
	new BackupFault(
		"EXPORT_UNKNOWN",
		`${file} holds something of a kind that this Concord does not know (${what.slice(0, 80)}). Nothing of it was kept.`,
	);

function inWordsOfLeaving(file: string, fault: unknown): unknown {
	if (!(fault instanceof BackupFault)) return fault;
	switch (fault.code) {
		case "BACKUP_DAMAGED":
			return new BackupFault(
				"EXPORT_DAMAGED",
				`${file} is damaged or cut short. Copy it again from where it came from, and compare its SHA-256.`,
				{ cause: fault.cause },
			);
		case "BACKUP_NONE":
			return none(file);
		default:
			return fault;
	}
}

/** With which every file of zstd begins. */
const zstdMagic = 0xfd2fb528;

/** @throws BackupFault where there is none */
async function lookAt(file: string): Promise<{ size: number; isClosed: boolean }> {
	try {
		const opened = await openFile(file);
		try {
			const begin = Buffer.alloc(22);
			await opened.read(begin, 0, begin.length, 0);
			const { size } = await opened.stat();
			const isClosed = begin.toString("latin1").startsWith("age-encryption.org/");
			if (!isClosed && begin.readUInt32LE(0) !== zstdMagic) throw none(file);
			return { size, isClosed };
		} finally {
			await opened.close();
		}
	} catch (problem) {
		if (problem instanceof BackupFault) throw problem;
		if ((problem as { code?: string }).code === "ENOENT")
			throw new BackupFault("EXPORT_NONE", `There is no file ${file}.`);
		throw inPlainWords(problem, file);
	}
}
