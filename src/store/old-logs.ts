/**
 * Logs of the years before Concord: their files and lines until they are imported, how they are read, and the forms that
 * they brought, which reports count. The lines may tell of children; they are read by nobody but the rule that reads them.
 */
import { sql } from "kysely";
import {
	type CheckedLog,
	type ImportedAlike,
	likenessOf,
	nothingFound,
} from "../domain/learning/old-log/check-old-log.ts";
import type { Mapping } from "../domain/learning/old-log/mapping.ts";
import type { OldForm } from "../domain/learning/old-log/old-form.ts";
import type { TypedRow, TypedTable } from "../domain/learning/old-log/typed-table.ts";
import { CountedWords, type WordsOfColumn } from "../domain/learning/old-log/words-of-columns.ts";
import { close, type Key, open, type Place } from "../keys/sealed.ts";
import type { Db, Trx } from "./db.ts";
import { dataKeyOf, openValue, sealValue, unlessClosed } from "./sealed-values.ts";

/** How many forms a report counts of each year, such as 2024/25. */
export type FormsByYear = Record<string, number>;

/** Instants are ISO. */
export type OldLog = {
	id: string;
	partnershipId: string;
	/** Its name, in all versions. */
	protocol: string;
	title: string;
	state: "reading" | "read" | "imported" | "undone";
	fileName: string;
	/** Null until it was read. */
	readAs: string | null;
	otherSheets: string[];
	headings: string[];
	lines: number;
	mapping: Mapping | null;
	checked: CheckedLog | null;
	totals: { before: FormsByYear; after: FormsByYear } | null;
	chosenBy: string;
	chosenAt: string;
	importedBy: string | null;
	importedAt: string | null;
	undoneAt: string | null;
	/** What the virus scanner said of its file; null where that was read or deleted. */
	fileState: "waiting" | "clean" | null;
};

export const placeOfOldLog = (
	id: string,
	what: "file" | "mapping" | "checked" | "words",
): Place => ["old_log", id, what];
export const placeOfLine = (id: string, line: number): Place => ["old_log_line", id, line];

/** The data key of the partnership whose old log it is. @throws SealFault */
async function keyOf(db: Db | Trx, id: string): Promise<Key> {
	const { partnership_id } = await db
		.selectFrom("old_log")
		.where("id", "=", id)
		.select("partnership_id")
		.executeTakeFirstOrThrow();
	return dataKeyOf(db, partnership_id);
}

/** @param at ISO instant at which the file was chosen @throws SealFault */
export async function addOldLog(
	trx: Trx,
	log: Pick<OldLog, "id" | "partnershipId" | "protocol" | "title" | "fileName" | "chosenBy"> & {
		sha256: string;
		content: Uint8Array;
		/** What the virus scanner said of it. */
		state: "waiting" | "clean";
		at: string;
	},
): Promise<void> {
	await trx
		.insertInto("old_log")
		.values({
			id: log.id,
			partnership_id: log.partnershipId,
			protocol: log.protocol,
			title: log.title,
			state: "reading",
			file_name: log.fileName,
			sha256: log.sha256,
			chosen_by: log.chosenBy,
			chosen_at: log.at,
		})
		.execute();
	await trx
		.insertInto("old_log_file")
		.values({
			old_log_id: log.id,
			content: close(
				await dataKeyOf(trx, log.partnershipId),
				log.content,
				placeOfOldLog(log.id, "file"),
			),
			state: log.state,
		})
		.execute();
}

const select = (db: Db | Trx) =>
	db
		.selectFrom("old_log")
		.innerJoin("person as chooser", "chooser.id", "old_log.chosen_by")
		.leftJoin("person as importer", "importer.id", "old_log.imported_by")
		.leftJoin("old_log_file as file", "file.old_log_id", "old_log.id")
		.select([
			"old_log.id",
			"old_log.partnership_id",
			"protocol",
			"title",
			"old_log.state",
			"file_name",
			"read_as",
			"other_sheets",
			"headings",
			"lines",
			"mapping",
			"checked",
			"totals",
			"chooser.name as chosen_by_name",
			"chosen_at",
			"importer.name as imported_by_name",
			"imported_at",
			"undone_at",
			"file.state as file_state",
		]);

type Row = Awaited<ReturnType<ReturnType<typeof select>["executeTakeFirstOrThrow"]>>;

async function toOldLogs(db: Db | Trx, rows: readonly Row[]): Promise<OldLog[]> {
	const sealed = rows.find(({ mapping, checked }) => mapping ?? checked);
	const key = sealed && (await dataKeyOf(db, sealed.partnership_id));
	const words = (id: string, what: "mapping" | "checked", content: Uint8Array | null): unknown =>
		content && key ? openValue(key, content, placeOfOldLog(id, what)) : null;
	return rows.map((row) => ({
		...toOldLog(row),
		mapping: words(row.id, "mapping", row.mapping) as Mapping | null,
		checked: foundIn(words(row.id, "checked", row.checked) as Partial<CheckedLog> | null),
	}));
}

const foundIn = (checked: Partial<CheckedLog> | null): CheckedLog | null =>
	checked && { ...nothingFound(), ...checked };

const toOldLog = (row: Row): Omit<OldLog, "mapping" | "checked"> => ({
	id: row.id,
	partnershipId: row.partnership_id,
	protocol: row.protocol,
	title: row.title,
	state: row.state,
	fileName: row.file_name,
	readAs: row.read_as,
	otherSheets: row.other_sheets ?? [],
	headings: (row.headings ?? []) as string[],
	lines: row.lines ?? 0,
	totals: row.totals as OldLog["totals"],
	chosenBy: row.chosen_by_name,
	chosenAt: row.chosen_at.toISOString(),
	importedBy: row.imported_by_name,
	importedAt: row.imported_at?.toISOString() ?? null,
	undoneAt: row.undone_at?.toISOString() ?? null,
	fileState: row.file_state,
});

/** The old logs of a partnership, the latest chosen first. */
export async function listOldLogs(db: Db | Trx, partnershipId: string): Promise<OldLog[]> {
	const rows = await select(db)
		.where("old_log.partnership_id", "=", partnershipId)
		.orderBy("chosen_at", "desc")
		.orderBy("old_log.id")
		.execute();
	return toOldLogs(db, rows);
}

/** What the old logs of a partnership are called: nothing of any is opened. */
export const listTitlesOfOldLogs = (
	db: Db | Trx,
	partnershipId: string,
): Promise<Pick<OldLog, "id" | "title">[]> =>
	db
		.selectFrom("old_log")
		.where("partnership_id", "=", partnershipId)
		.orderBy("chosen_at", "desc")
		.orderBy("id")
		.select(["id", "title"])
		.execute();

export async function findOldLog(
	db: Db | Trx,
	partnershipId: string,
	id: string,
): Promise<OldLog | undefined> {
	const row = await select(db)
		.where("old_log.partnership_id", "=", partnershipId)
		.where("old_log.id", "=", id)
		.executeTakeFirst();
	return row && (await toOldLogs(db, [row]))[0];
}

/** The same, held until `trx` ends; undefined also while somebody else holds it, which an import does to its end. */
export async function lockOldLog(
	trx: Trx,
	partnershipId: string,
	id: string,
): Promise<OldLog | undefined> {
	const held = await trx
		.selectFrom("old_log")
		.where("id", "=", id)
		.select("id")
		.forUpdate()
		.skipLocked()
		.executeTakeFirst();
	return held && findOldLog(trx, partnershipId, id);
}

/**
 * Waits until no other import of the partnership is under way, and holds the next ones until `trx` ends, so that no reference
 * comes in twice. It asks again and again: an import may take longer than one query.
 */
export async function holdImports(trx: Trx, partnershipId: string): Promise<void> {
	const isHeld = async () => {
		const { rows } = await sql<{ held: boolean }>`
			select pg_try_advisory_xact_lock(hashtextextended(${`old logs of ${partnershipId}`}, 0)) as held`.execute(
			trx,
		);
		return rows[0]?.held === true;
	};
	while (!(await isHeld())) await sql`select pg_sleep(0.5)`.execute(trx);
}

/** What the same file is called that was imported and not undone; undefined where it was not. */
export async function titleOfImported(
	db: Db | Trx,
	partnershipId: string,
	sha256: string,
): Promise<string | undefined> {
	const row = await db
		.selectFrom("old_log")
		.where("partnership_id", "=", partnershipId)
		.where("sha256", "=", sha256)
		.where("state", "=", "imported")
		.select("title")
		.executeTakeFirst();
	return row?.title;
}

/** How the last file of a partnership was read. */
export async function latestMapping(
	db: Db | Trx,
	partnershipId: string,
	protocol: string,
): Promise<Mapping | undefined> {
	const row = await db
		.selectFrom("old_log")
		.where("partnership_id", "=", partnershipId)
		.where("protocol", "=", protocol)
		.where("mapping", "is not", null)
		.orderBy("chosen_at", "desc")
		.limit(1)
		.select(["id", "mapping"])
		.executeTakeFirst();
	if (!row?.mapping) return undefined;
	const key = await dataKeyOf(db, partnershipId);
	return openValue(key, row.mapping, placeOfOldLog(row.id, "mapping")) as Mapping;
}

/** The file, and what the virus scanner said of it; undefined once it was read. */
export async function fileOfOldLog(
	db: Db | Trx,
	id: string,
): Promise<{ content: Uint8Array; state: "waiting" | "clean" } | undefined> {
	const row = await db
		.selectFrom("old_log_file")
		.where("old_log_id", "=", id)
		.select(["content", "state"])
		.executeTakeFirst();
	return (
		row && { ...row, content: open(await keyOf(db, id), row.content, placeOfOldLog(id, "file")) }
	);
}

/** Old logs whose files the virus scanner has not seen, with who chose each; the one that waits longest first. */
export async function listOldLogsUnchecked(
	db: Db | Trx,
): Promise<{ id: string; partnershipId: string; chosenBy: string }[]> {
	const rows = await db
		.selectFrom("old_log")
		.innerJoin("old_log_file as file", "file.old_log_id", "old_log.id")
		.where("file.state", "=", "waiting")
		.orderBy("chosen_at")
		.select(["old_log.id", "partnership_id", "chosen_by"])
		.execute();
	return rows.map((row) => ({
		id: row.id,
		partnershipId: row.partnership_id,
		chosenBy: row.chosen_by,
	}));
}

/** The virus scanner has found nothing in its file. */
export async function saveClean(trx: Trx, id: string): Promise<void> {
	await trx
		.updateTable("old_log_file")
		.set({ state: "clean" })
		.where("old_log_id", "=", id)
		.execute();
}

export async function deleteFileOfOldLog(trx: Trx, id: string): Promise<void> {
	await trx.deleteFrom("old_log_file").where("old_log_id", "=", id).execute();
}

/** So many lines or forms are written or read by one query. */
const atOnce = 1_000;

/** Keeps what was read of a file, and no longer the file. @param told how many lines are written, after each piece */
export async function saveTable(
	trx: Trx,
	id: string,
	table: TypedTable,
	told: (lines: number) => Promise<void>,
): Promise<void> {
	const key = await keyOf(trx, id);
	const counted = new CountedWords(table.headings.length);
	for (let at = 0; at < table.rows.length; at += atOnce) {
		const rows = table.rows.slice(at, at + atOnce);
		counted.add(rows);
		const sealed = rows.map(({ line, cells }) => sealValue(key, cells, placeOfLine(id, line)));
		await sql`
			insert into old_log_line (old_log_id, line, cells)
			select ${id}, line, cells
			from unnest(${rows.map(({ line }) => line)}::int[], ${sealed}::bytea[]) as row (line, cells)`.execute(
			trx,
		);
		await told(at + rows.length);
	}
	// What reads the lines next is planned for as many as there are.
	await sql`analyze old_log_line`.execute(trx);
	await deleteFileOfOldLog(trx, id);
	await trx
		.updateTable("old_log")
		.set({
			state: "read",
			read_as: table.readAs,
			other_sheets: table.otherSheets,
			headings: JSON.stringify(table.headings),
			words: sealValue(key, counted.words, placeOfOldLog(id, "words")),
			lines: table.rows.length,
		})
		.where("id", "=", id)
		.execute();
}

/** The lines of an old log in order, in pieces, so that they are never all in memory. */
export async function* linesOf(db: Db | Trx, id: string): AsyncGenerator<TypedRow[]> {
	const key = await keyOf(db, id);
	for await (const rows of sealedLinesOf(db, id))
		yield rows.map(({ line, cells }) => ({ line, cells: cellsIn(key, id, line, cells) }));
}

/** The same, with `cells` undefined where a line does not open. @throws SealFault 'no-key' | 'away' */
export async function* linesAsTheyOpen(
	db: Db | Trx,
	id: string,
): AsyncGenerator<{ line: number; cells: string[] | undefined }> {
	const key = await keyOf(db, id);
	for await (const rows of sealedLinesOf(db, id))
		for (const { line, cells } of rows)
			yield { line, cells: await unlessClosed(() => cellsIn(key, id, line, cells)) };
}

const cellsIn = (key: Key, id: string, line: number, cells: Uint8Array): string[] =>
	openValue(key, cells, placeOfLine(id, line)) as string[];

async function* sealedLinesOf(db: Db | Trx, id: string) {
	let last = 0;
	for (;;) {
		const rows = await db
			.selectFrom("old_log_line")
			.where("old_log_id", "=", id)
			.where("line", ">", last)
			.orderBy("line")
			.limit(atOnce)
			.select(["line", "cells"])
			.execute();
		if (rows.length === 0) return;
		yield rows;
		last = rows.at(-1)?.line ?? last;
	}
}

/** What stands in the columns of an old log, in their order, as it was counted when the file was read. */
export async function wordsOfColumns(
	db: Db | Trx,
	{ id, headings }: Pick<OldLog, "id" | "headings">,
): Promise<WordsOfColumn[]> {
	const row = await db
		.selectFrom("old_log")
		.where("id", "=", id)
		.select("words")
		.executeTakeFirstOrThrow();
	if (row.words)
		return openValue(await keyOf(db, id), row.words, placeOfOldLog(id, "words")) as WordsOfColumn[];
	// An older Concord read it, and kept nothing of that.
	const counted = new CountedWords(headings.length);
	for await (const rows of linesOf(db, id)) counted.add(rows);
	return counted.words;
}

/** How its columns and values are read; what a trial found before says nothing any more. */
export async function saveMapping(trx: Trx, id: string, mapping: Mapping): Promise<void> {
	await trx
		.updateTable("old_log")
		.set({
			mapping: sealValue(await keyOf(trx, id), mapping, placeOfOldLog(id, "mapping")),
			checked: null,
		})
		.where("id", "=", id)
		.execute();
}

export async function saveChecked(trx: Trx, id: string, checked: CheckedLog): Promise<void> {
	await trx
		.updateTable("old_log")
		.set({ checked: sealValue(await keyOf(trx, id), checked, placeOfOldLog(id, "checked")) })
		.where("id", "=", id)
		.execute();
}

/**
 * The references that forms of Concord have, imported or not. They are asked for once: looked for a thousand at a time while
 * forms come in, they would be looked for by a plan that was made when there were none.
 */
export async function referencesTaken(
	db: Db | Trx,
	partnershipId: string,
	protocol: string,
): Promise<Set<string>> {
	const rows = await db
		.selectFrom("counted_import")
		.where("partnership_id", "=", partnershipId)
		.where("protocol", "=", protocol)
		.where("reference", "is not", null)
		.select("reference")
		.unionAll(
			db.selectFrom("difference").where("partnership_id", "=", partnershipId).select("reference"),
		)
		.execute();
	return new Set(rows.flatMap(({ reference }) => reference ?? []));
}

/** The forms that were imported, by their likeness: of each the line in the first log that has it. */
export async function importedByLikeness(
	db: Db | Trx,
	partnershipId: string,
	protocol: string,
): Promise<ReadonlyMap<string, ImportedAlike>> {
	const { rows } = await sql<
		Parameters<typeof likenessOf>[0] & { title: string; line: number; without: boolean }
	>`
		select raised_on as "raisedOn", coalesce(raising_agency_id::text, raising_name) as raising,
			coalesce(receiving_agency_id::text, receiving_name) as receiving, facts -> 'themes' as themes,
			(array_agg(title order by imported_at, line))[1] as title,
			(array_agg(line order by imported_at, line))[1] as line, bool_or(reference is null) as without
		from counted_import join old_log on old_log.id = counted_import.old_log_id
		where counted_import.partnership_id = ${partnershipId} and counted_import.protocol = ${protocol}
		group by 1, 2, 3, 4`.execute(db);
	return new Map(
		rows.map(({ title, line, without, ...one }) => [
			likenessOf(one),
			{ title, line, isWithoutReference: without },
		]),
	);
}

/** How many forms reports count by the year in which they were raised, those of Concord itself included. */
export async function formsByYear(
	db: Db | Trx,
	partnershipId: string,
	protocol: string,
	yearOf: (day: string) => string,
): Promise<FormsByYear> {
	const { rows } = await sql<{ day: string; forms: number }>`
		select (date_trunc('month', raised_on))::date as day, count(*) as forms from (
			select raised_on from counted where partnership_id = ${partnershipId} and protocol = ${protocol}
			union all
			select raised_on from counted_import where partnership_id = ${partnershipId} and protocol = ${protocol}
		) as form group by 1 order by 1`.execute(db);
	const years: FormsByYear = {};
	for (const { day, forms } of rows) years[yearOf(day)] = (years[yearOf(day)] ?? 0) + forms;
	return years;
}

/** Adds forms of an old log to what reports count. */
export async function addImported(
	trx: Trx,
	log: Pick<OldLog, "id" | "partnershipId" | "protocol">,
	forms: OldForm[],
): Promise<void> {
	for (let at = 0; at < forms.length; at += atOnce) {
		const rows = forms.slice(at, at + atOnce).map((form) => ({
			reference: form.reference,
			line: form.line,
			raised_on: form.facts.raisedOn,
			ended_on: form.facts.endedOn,
			raising_agency_id: form.raising.id,
			raising_name: form.raising.name,
			raising_sector: form.raising.sector,
			receiving_agency_id: form.receiving?.id,
			receiving_name: form.receiving?.name,
			receiving_sector: form.receiving?.sector,
			days_known: form.daysKnown,
			facts: form.facts,
		}));
		await sql`
			insert into counted_import (id, old_log_id, partnership_id, protocol, reference, line, raised_on, ended_on,
				raising_agency_id, raising_name, raising_sector, receiving_agency_id, receiving_name, receiving_sector,
				days_known, facts)
			select gen_random_uuid(), ${log.id}, ${log.partnershipId}, ${log.protocol}, row.*
			from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row(reference text, line int, raised_on date,
				ended_on date, raising_agency_id uuid, raising_name text, raising_sector text, receiving_agency_id uuid,
				receiving_name text, receiving_sector text, days_known boolean, facts jsonb)`.execute(trx);
	}
}

/** Its lines have served. @param at ISO instant */
export async function markImported(
	trx: Trx,
	id: string,
	by: { personId: string; at: string; totals: NonNullable<OldLog["totals"]> },
): Promise<void> {
	await trx.deleteFrom("old_log_line").where("old_log_id", "=", id).execute();
	await sql`analyze counted_import`.execute(trx);
	await trx
		.updateTable("old_log")
		.set({
			state: "imported",
			words: null,
			imported_by: by.personId,
			imported_at: by.at,
			totals: JSON.stringify(by.totals),
		})
		.where("id", "=", id)
		.execute();
}

/** Takes all forms of an import out again. @param at ISO instant @returns how many there were */
export async function takeOutImported(
	trx: Trx,
	id: string,
	by: { personId: string; at: string },
): Promise<number> {
	const { numDeletedRows } = await trx
		.deleteFrom("counted_import")
		.where("old_log_id", "=", id)
		.executeTakeFirst();
	await trx
		.updateTable("old_log")
		.set({ state: "undone", undone_by: by.personId, undone_at: by.at })
		.where("id", "=", id)
		.execute();
	return Number(numDeletedRows);
}

/** Throws away an old log that was not imported, with all that was read of it. */
export async function deleteOldLog(trx: Trx, id: string): Promise<void> {
	await trx.deleteFrom("task").where("about_id", "=", id).execute();
	await trx
		.deleteFrom("old_log")
		.where("id", "=", id)
		.where("state", "in", ["reading", "read"])
		.execute();
}

/** Old logs that were chosen before an instant and not imported. */
export async function listLeftBefore(db: Db | Trx, instant: string): Promise<string[]> {
	const rows = await db
		.selectFrom("old_log")
		.where("state", "in", ["reading", "read"])
		.where("chosen_at", "<", new Date(instant))
		.select("id")
		.execute();
	return rows.map(({ id }) => id);
}
