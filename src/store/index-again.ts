import { sql } from "kysely";
import { addToIndex } from "./about-index.ts";
import { type Db, type Trx, transact } from "./db.ts";
import { openTold, selectSealed } from "./sealed-narrative.ts";

/** Makes the codes of everybody whom some differences name anew. What does not open has none any more. @throws SealFault */
export async function indexAgain(trx: Trx, differences: readonly string[]): Promise<void> {
	if (differences.length === 0) return;
	const sealed = await selectSealed(trx)
		.where(sql<boolean>`narrative.difference_id = any(${differences}::uuid[])`)
		// A text or one name is never whom a difference is about, and these are most of it.
		.where("narrative.shape", "not in", ["text", "name"])
		.execute();
	const opened = await openTold(trx, sealed);
	await sql`delete from about_index where difference_id = any(${differences}::uuid[])`.execute(trx);
	await addToIndex(
		trx,
		sealed.flatMap(({ key_of: _of, key_wrapped: _wrapped, content: _sealed, ...row }, nth) => {
			const told = opened[nth];
			return told && "content" in told ? [{ ...row, content: told.content }] : [];
		}),
	);
}

/**
 * Gives whoever was indexed by an older version their codes of longer beginnings of names too. Begun again, it goes on where it
 * stopped.
 *
 * @param atOnce so many differences are indexed in one transaction
 * @throws SealFault where there is something to index, and no key
 */
export async function indexLongNames(db: Db | Trx, atOnce = 500): Promise<void> {
	if (!(await isKnownThere(db))) return;
	const { rows } = await sql<{ id: string }>`
		select id from partnership_key where not has_long_names`.execute(db);
	for (const { id } of rows) {
		for (let after: string | undefined; ; ) {
			const next = await listWithout(db, id, after, atOnce);
			if (next.length === 0) break;
			await transact(db, (trx) => indexAgain(trx, next));
			after = next.at(-1);
		}
		await sql`update partnership_key set has_long_names = true where id = ${id}`.execute(db);
	}
}

/** The next differences under a key that have a code of a name and none of a longer beginning, as a short name never has. */
async function listWithout(
	db: Db | Trx,
	key: string,
	after: string | undefined,
	most: number,
): Promise<string[]> {
	const { rows } = await sql<{ id: string }>`
		select distinct difference_id as id from about_index code
		where partnership_key_id = ${key} and kind = 'name'
			and ${after === undefined ? sql`true` : sql`difference_id > ${after}`}
			and not exists (select from about_index long where long.difference_id = code.difference_id and long.kind = 'long-name')
		order by 1 limit ${most}`.execute(db);
	return rows.map(({ id }) => id);
}

/** Whether the database has come to the version that knows of them. */
async function isKnownThere(db: Db | Trx): Promise<boolean> {
	const { rows } = await sql`select from pg_attribute
		where attrelid = to_regclass('partnership_key') and attname = 'has_long_names'`.execute(db);
	return rows.length === 1;
}
