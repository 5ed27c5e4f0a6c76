import { sql } from "kysely";
import type { TypedRow } from "../domain/learning/old-log/typed-table.ts";
import type { ColumnsOfPeople } from "../domain/partnership/people-table.ts";
import type { Key, Place } from "../keys/sealed.ts";
import type { Db, Trx } from "./db.ts";
import { dataKeyOf, openValue, sealValue } from "./sealed-values.ts";

/** A file of people. Instants are ISO. */
export type PeopleImport = {
	id: string;
	fileName: string;
	state: "read" | "imported" | "undone";
	/** Null once it is imported or undone. */
	content: { headings: string[]; rows: TypedRow[] } | null;
	columns: ColumnsOfPeople;
	importedAt: string | null;
	undoneAt: string | null;
	/** How many people it brought who are still there. */
	people: number;
};

const imports = (db: Db | Trx, partnershipId: string) =>
	(db as Db)
		.selectFrom("people_import")
		.where("partnership_id", "=", partnershipId)
		.selectAll()
		.select(({ selectFrom }) =>
			selectFrom("person")
				.whereRef("person.import_id", "=", "people_import.id")
				.where("person.left_at", "is", null)
				.select(({ fn }) => fn.countAll<string>().as("count"))
				.as("people"),
		);

type Row = Awaited<ReturnType<ReturnType<typeof imports>["executeTakeFirstOrThrow"]>>;

export const placeOfPeople = (id: string): Place => ["people_import", id, "content"];

const toImport = (row: Row, key: Key | undefined): PeopleImport => ({
	id: row.id,
	fileName: row.file_name,
	state: row.state,
	content:
		row.content && key
			? (openValue(key, row.content, placeOfPeople(row.id)) as PeopleImport["content"])
			: null,
	columns: row.columns as ColumnsOfPeople,
	importedAt: row.imported_at?.toISOString() ?? null,
	undoneAt: row.undone_at?.toISOString() ?? null,
	people: Number(row.people ?? 0),
});

/** The files of people of a partnership, the newest first. @throws SealFault */
export async function listPeopleImports(
	db: Db | Trx,
	partnershipId: string,
): Promise<PeopleImport[]> {
	const rows = await imports(db, partnershipId).orderBy("chosen_at", "desc").execute();
	const key = await keyOfThese(db, partnershipId, rows);
	return rows.map((row) => toImport(row, key));
}

export async function findPeopleImport(
	db: Db | Trx,
	partnershipId: string,
	id: string,
): Promise<PeopleImport | undefined> {
	const row = await imports(db, partnershipId).where("id", "=", id).executeTakeFirst();
	return row && toImport(row, await keyOfThese(db, partnershipId, [row]));
}

const keyOfThese = async (
	db: Db | Trx,
	partnershipId: string,
	rows: readonly Row[],
): Promise<Key | undefined> =>
	rows.some(({ content }) => content !== null) ? dataKeyOf(db, partnershipId) : undefined;

/** Throws away what nobody imported and was chosen before an ISO instant. */
export async function deletePeopleImportsLeft(trx: Trx, before: string): Promise<void> {
	await trx
		.deleteFrom("people_import")
		.where("state", "=", "read")
		.where("chosen_at", "<", new Date(before))
		.execute();
}

/** Keeps a file that was read. */
export async function addPeopleImport(
	trx: Trx,
	given: Pick<PeopleImport, "id" | "fileName" | "columns"> & {
		partnershipId: string;
		content: NonNullable<PeopleImport["content"]>;
		chosenBy: string | null;
		/** ISO instant. */
		at: string;
	},
): Promise<void> {
	const key = await dataKeyOf(trx, given.partnershipId);
	await trx
		.insertInto("people_import")
		.values({
			id: given.id,
			partnership_id: given.partnershipId,
			file_name: given.fileName,
			content: sealValue(key, given.content, placeOfPeople(given.id)),
			columns: JSON.stringify(given.columns),
			chosen_by: given.chosenBy,
			chosen_at: given.at,
		})
		.execute();
}

export async function saveColumnsOfPeople(
	trx: Trx,
	id: string,
	columns: ColumnsOfPeople,
): Promise<void> {
	await trx
		.updateTable("people_import")
		.set({ columns: JSON.stringify(columns) })
		.where("id", "=", id)
		.where("state", "=", "read")
		.execute();
}

/** Holds a file until `trx` ends, so that it is imported or undone once. */
export async function lockPeopleImport(trx: Trx, id: string): Promise<void> {
	await sql`select id from people_import where id = ${id} for update`.execute(trx);
}

/** Notes whom a file brought; of the file itself nothing is kept. @param at ISO instant */
export async function markPeopleImported(
	trx: Trx,
	id: string,
	personIds: string[],
	at: string,
): Promise<void> {
	await trx
		.updateTable("people_import")
		.set({ state: "imported", imported_at: at, content: null })
		.where("id", "=", id)
		.execute();
	await trx.updateTable("person").set({ import_id: id }).where("id", "in", personIds).execute();
}

/** Everybody whom a file brought. */
export async function listBrought(trx: Trx, id: string): Promise<string[]> {
	const rows = await trx.selectFrom("person").where("import_id", "=", id).select("id").execute();
	return rows.map((row) => row.id);
}

/** @param at ISO instant */
export async function markPeopleUndone(trx: Trx, id: string, at: string): Promise<void> {
	await trx
		.updateTable("people_import")
		.set({ state: "undone", undone_at: at })
		.where("id", "=", id)
		.execute();
}
