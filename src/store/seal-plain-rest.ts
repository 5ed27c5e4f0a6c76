/**
 * Seals what an older version kept in plain text beside the record: drafts, files, old logs, files of people, lessons, what
 * people said of how it went. Each value is opened again and compared before its plain text goes; begun again, it goes on
 * where it stopped.
 */
import { isDeepStrictEqual } from "node:util";
import { sql } from "kysely";
import type pg from "pg";
import type { Keyring } from "../keys/keyring.ts";
import { close, type Key, open, type Place } from "../keys/sealed.ts";
import { onClient } from "./connect.ts";
import { type Db, type Trx, transact } from "./db.ts";
import { placeOfDraft } from "./drafts.ts";
import { placeOfEasier } from "./feedback.ts";
import { partsOfFile, placeOfFileName } from "./files.ts";
import { placeOfWordsBefore, placeOfWordsOfLesson } from "./lessons.ts";
import { placeOfLine, placeOfOldLog } from "./old-logs.ts";
import { placeOfPeople } from "./people-imports.ts";
import { placeOfPresented, placeOfReportWords } from "./reports.ts";
import { openKey, openPart, rewrapKey, sealPart, wrapNewKey } from "./sealed-files.ts";
import { keyFor, openValue, sealValue } from "./sealed-values.ts";
import { saveSetupDraft } from "./setup-draft.ts";

/** A row with something in plain text. The names of a place are its identifiers, as text. */
type Plain = {
	ids: string[];
	partnership_id: string;
	difference_id: string | null;
	plain: unknown;
};

/** A column of plain text, with the one of the same name into which it is sealed. */
type PlainColumn = {
	table: string;
	column: string;
	/** The columns that tell a row. */
	ids: string[];
	/** Of which difference it is, where that may be told. */
	difference?: string;
	/** Whose it is, where the table does not say. */
	partnership?: string;
	/** Taken as bytes, not as a value. */
	isBytes?: true;
	place: (ids: string[]) => Place;
};

const ofOldLog = "(select partnership_id from old_log where old_log.id = old_log_id)";
const lesson = (column: "happened" | "should_differ" | "again_found"): PlainColumn => ({
	table: "lesson",
	column,
	ids: ["id"],
	place: ([id = ""]) => placeOfWordsOfLesson(id, column),
});
const lessonBefore = (column: "happened" | "should_differ"): PlainColumn => ({
	table: "lesson_words_before",
	column,
	ids: ["lesson_id", "number"],
	place: ([id = "", number]) => placeOfWordsBefore(id, Number(number), column),
});
const oldLog = (column: "mapping" | "checked"): PlainColumn => ({
	table: "old_log",
	column,
	ids: ["id"],
	place: ([id = ""]) => placeOfOldLog(id, column),
});

const columns: PlainColumn[] = [
	{
		table: "draft",
		column: "content",
		ids: ["id"],
		difference: "difference_id",
		place: ([id = ""]) => placeOfDraft(id),
	},
	{
		table: "file_draft",
		column: "name",
		ids: ["file_id"],
		difference: "difference_id",
		place: ([id = ""]) => placeOfFileName(id),
	},
	{
		table: "people_import",
		column: "content",
		ids: ["id"],
		place: ([id = ""]) => placeOfPeople(id),
	},
	{
		table: "old_log_file",
		column: "content",
		ids: ["old_log_id"],
		partnership: ofOldLog,
		isBytes: true,
		place: ([id = ""]) => placeOfOldLog(id, "file"),
	},
	{
		table: "old_log_line",
		column: "cells",
		ids: ["old_log_id", "line"],
		partnership: ofOldLog,
		place: ([id = "", line]) => placeOfLine(id, Number(line)),
	},
	oldLog("mapping"),
	oldLog("checked"),
	lesson("happened"),
	lesson("should_differ"),
	lesson("again_found"),
	lessonBefore("happened"),
	lessonBefore("should_differ"),
	{
		table: "report_words",
		column: "content",
		ids: ["report_id", "number"],
		place: ([id = "", number]) => placeOfReportWords(id, Number(number)),
	},
	{
		table: "feedback_answer",
		column: "easier",
		ids: ["id"],
		place: ([id = ""]) => placeOfEasier(id),
	},
];

/** So many values are sealed in one transaction: a start that is cut off begins again after the last of these. */
const atOnce = 500;

/** What refuses changes, and is off while what it guards is sealed. */
const guards = [
	["lesson_words_before", "lesson_words_before_is_append_only"],
	["report_words", "report_words_is_append_only"],
	["report_presented", "report_presented_is_append_only"],
	["file", "sent_file_stays"],
	["file_part", "sent_part_stays"],
] as const;

/** @throws SealFault, and Error where something opens as anything else than what was sealed */
export async function sealPlainRest(client: pg.PoolClient, keys: Keyring): Promise<void> {
	const { rows } = await client.query(
		"select from pg_attribute where attrelid = to_regclass('draft') and attname = 'content_plain'",
	);
	if (rows.length === 0) return;
	const db = onClient(client, keys);
	for (const column of columns) while ((await sealSome(db, column)) > 0);
	while (await sealFile(db));
	await sealPresented(db);
	await sealSetupDraft(db);
	await transact(db, (trx) => takePlainAway(trx));
}

/** With what guards these rows off, to the end of the transaction that puts it on again. */
const unguarded = <T>(db: Db, work: (trx: Trx) => Promise<T>): Promise<T> =>
	transact(db, async (trx) => {
		for (const [table, trigger] of guards)
			await sql`alter table ${sql.table(table)} disable trigger ${sql.id(trigger)}`.execute(trx);
		const done = await work(trx);
		for (const [table, trigger] of guards)
			await sql`alter table ${sql.table(table)} enable trigger ${sql.id(trigger)}`.execute(trx);
		return done;
	});

/** @returns how many values were sealed */
const sealSome = (db: Db, of: PlainColumn): Promise<number> =>
	unguarded(db, async (trx) => {
		const plain = sql.id(`${of.column}_plain`);
		const ids = sql.join(of.ids.map((id) => sql`${sql.id(id)}::text`));
		const { rows } = await sql<Plain>`
			select array[${ids}] as ids, ${plain} as plain,
				${sql.raw(of.partnership ?? "partnership_id")} as partnership_id,
				${sql.raw(of.difference ?? "null::uuid")} as difference_id
			from ${sql.table(of.table)} where ${plain} is not null limit ${atOnce}`.execute(trx);
		for (const row of rows) {
			const key = await keyFor(trx, {
				partnershipId: row.partnership_id,
				differenceId: row.difference_id,
			});
			const sealed = sealedAndCompared(key, row.plain, of.place(row.ids), of.isBytes);
			await sql`
				update ${sql.table(of.table)} set ${sql.id(of.column)} = ${sealed}, ${plain} = null
				where array[${ids}] = ${row.ids}::text[]`.execute(trx);
		}
		return rows.length;
	});

function sealedAndCompared(
	key: Key,
	plain: unknown,
	place: Place,
	isBytes: true | undefined,
): Buffer {
	const sealed = isBytes ? close(key, plain as Buffer, place) : sealValue(key, plain, place);
	const opened = isBytes ? open(key, sealed, place) : openValue(key, sealed, place);
	if (!isDeepStrictEqual(opened, plain)) throw differs();
	return sealed;
}

const differs = (): Error =>
	new Error("What was sealed does not open as what it was: nothing is changed");

/** @returns whether there was one */
const sealFile = (db: Db): Promise<boolean> =>
	unguarded(db, async (trx) => {
		const file = await trx
			.selectFrom("file")
			.where(sql<boolean>`wrapped_key is null`)
			.select(["id", "partnership_id", "difference_id", "size"])
			.executeTakeFirst();
		if (!file) return false;
		const of = partsOfFile(file.id);
		const under = await keyFor(trx, {
			partnershipId: file.partnership_id,
			differenceId: file.difference_id,
		});
		const wrapped = wrapNewKey(under, of);
		const key = openKey(under, wrapped, of, null);
		for (let number = 0; ; number++) {
			const part = await trx
				.selectFrom("file_part")
				.where("file_id", "=", file.id)
				.where("number", "=", number)
				.select("content")
				.executeTakeFirst();
			if (!part) break;
			const content = sealPart(key, of, number, part.content);
			if (!openPart(key, of, number, content).equals(part.content)) throw differs();
			await trx
				.updateTable("file_part")
				.set({ content })
				.where("file_id", "=", file.id)
				.where("number", "=", number)
				.execute();
		}
		await trx
			.updateTable("file")
			.set({
				wrapped_key: rewrapKey(wrapped, of, { under, length: null }, { under, length: file.size }),
			})
			.where("id", "=", file.id)
			.execute();
		return true;
	});

/** In the column in which they were, for it is part of what a report is known by: as text that no JSON begins like. */
const sealPresented = (db: Db): Promise<void> =>
	unguarded(db, async (trx) => {
		const { rows } = await sql<{ report_id: string; partnership_id: string; content: string }>`
			select report_id, partnership_id, content from report_presented
			where starts_with(content, '{')`.execute(trx);
		for (const { report_id, partnership_id, content } of rows) {
			const key = await keyFor(trx, { partnershipId: partnership_id, differenceId: null });
			const place = placeOfPresented(report_id);
			const sealed = sealedAndCompared(key, JSON.parse(content), place, undefined);
			await trx
				.updateTable("report_presented")
				.set({ content: sealed.toString("base64") })
				.where("report_id", "=", report_id)
				.execute();
		}
	});

const sealSetupDraft = (db: Db): Promise<void> =>
	transact(db, async (trx) => {
		const { rows } = await sql<{ answers_plain: Record<string, unknown>; saved_at: Date }>`
			delete from setup_draft where answers is null returning answers_plain, saved_at`.execute(trx);
		for (const { answers_plain, saved_at } of rows)
			await saveSetupDraft(trx, answers_plain, saved_at.toISOString());
	});

/**
 * The plain columns go, and each table is written anew: no row of before is left in its file. What was written ahead is
 * recycled by and by.
 */
async function takePlainAway(trx: Trx): Promise<void> {
	const anew = (column: string) => `alter column ${column} type bytea using ${column} || ''::bytea`;
	for (const change of [
		`draft drop column content_plain, alter column content set not null, ${anew("content")}`,
		`file_draft drop column name_plain, alter column name set not null, ${anew("name")}`,
		`people_import drop column content_plain, ${anew("content")},
			add check ((state = 'read') = (content is not null))`,
		`setup_draft drop column answers_plain, alter column answers set not null, alter column key_id set not null,
			alter column wrapped_by set not null, alter column wrapped_key set not null, ${anew("answers")}`,
		`old_log_file drop column content_plain, alter column content set not null, ${anew("content")}`,
		`old_log_line drop column cells_plain, alter column cells set not null, ${anew("cells")}`,
		`old_log drop column mapping_plain, drop column checked_plain, ${anew("mapping")}`,
		`lesson drop column happened_plain, drop column should_differ_plain, drop column again_found_plain,
			alter column happened set not null, alter column should_differ set not null, ${anew("happened")},
			add check ((again_at is null) = (again_found is null))`,
		`lesson_words_before drop column happened_plain, drop column should_differ_plain,
			alter column happened set not null, alter column should_differ set not null, ${anew("happened")}`,
		`report_words drop column content_plain, alter column content set not null, ${anew("content")}`,
		"report_presented alter column content type text using content || ''",
		`feedback_answer drop column easier_plain, ${anew("easier")}`,
		"file alter column wrapped_key set not null",
		"download alter column wrapped_key set not null",
		`file_part ${anew("content")}`,
		// Written anew, a column forgets that it is not to be compressed.
		"file_part alter column content set storage external",
	])
		await sql.raw(`alter table ${change}`).execute(trx);
}
