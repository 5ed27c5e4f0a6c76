import { isDeepStrictEqual } from "node:util";
import { sql } from "kysely";
import type pg from "pg";
import type { Keyring } from "../keys/keyring.ts";
import type { Told } from "./about-index.ts";
import { onClient } from "./connect.ts";
import { type Db, type Trx, transact } from "./db.ts";
import { addDifferenceKeys } from "./keys.ts";
import { addNarrative, openTold, selectSealed } from "./sealed-narrative.ts";

/**
 * Seals the narrative that an older version kept in plain text, in `narrative_plain`: difference by difference, and what was
 * sealed is opened again and compared before it counts. Begun again, it goes on where it stopped.
 *
 * @param atOnce so many differences are sealed in one transaction: what is cut off goes on after the last of these
 * @throws SealFault, and Error where something opens as anything else than what was sealed
 */
export async function sealPlainNarrative(
	client: pg.PoolClient,
	keys: Keyring,
	atOnce = 100,
): Promise<void> {
	if (!(await isPlainThere(client))) return;
	const db = onClient(client, keys);
	for (;;) {
		const next = await listUnsealed(db, atOnce);
		if (next.length === 0) break;
		for (const [partnershipId, ofEach] of Map.groupBy(next, (each) => each.partnership_id))
			await transact(db, (trx) =>
				sealDifferences(
					trx,
					partnershipId,
					ofEach.map(({ id }) => id),
				),
			);
	}
	await dropPlain(db);
}

/** The table goes with its file: nothing of it is left for whoever has the disk, once what was written ahead is recycled. */
async function dropPlain(db: Db): Promise<void> {
	await transact(db, async (trx) => {
		const { rows } = await sql`
			select from narrative_plain p where not exists (
				select from narrative n where (n.difference_id, n.seq, n.field) = (p.difference_id, p.seq, p.field))
			limit 1`.execute(trx);
		if (rows.length > 0) throw new Error("There is narrative in plain text that was not sealed");
		await sql`drop table narrative_plain`.execute(trx);
	});
}

/**
 * Takes the table of plain text away where there is nothing in it, as the migrations make it in an empty database.
 *
 * @returns false where there is something in it
 */
export async function dropEmptyPlain(client: pg.ClientBase): Promise<boolean> {
	if (!(await isPlainThere(client))) return true;
	const { rowCount } = await client.query("select from narrative_plain limit 1");
	if (rowCount !== 0) return false;
	await client.query("drop table narrative_plain");
	return true;
}

/**
 * Every difference has a key from now on, also one in which nothing was told. One whose words are sealed and which has no key
 * is none of these: its words were disposed of, and this is a backup that was put back.
 */
const listUnsealed = (db: Db, most: number) =>
	db
		.selectFrom("difference")
		.leftJoin("difference_key", "difference_key.difference_id", "difference.id")
		.where("difference_key.difference_id", "is", null)
		.where(({ not, exists, selectFrom }) =>
			not(
				exists(
					selectFrom("narrative")
						.whereRef("narrative.difference_id", "=", "difference.id")
						.select("narrative.seq"),
				),
			),
		)
		.orderBy("difference.partnership_id")
		.orderBy("difference.id")
		.limit(most)
		.select(["difference.id", "difference.partnership_id"])
		.execute();

async function sealDifferences(
	trx: Trx,
	partnershipId: string,
	differences: readonly string[],
): Promise<void> {
	await addDifferenceKeys(trx, partnershipId, differences);
	const { rows: plain } = await sql<Told>`
		select difference_id, partnership_id, seq, field, content from narrative_plain
		where difference_id = any(${differences}::uuid[])
		order by difference_id, seq, field`.execute(trx);
	// PostgreSQL takes some 65,000 values in a statement.
	for (let nth = 0; nth < plain.length; nth += 1_000)
		await addNarrative(trx, plain.slice(nth, nth + 1_000));
	const sealed = await selectSealed(trx)
		.where(sql<boolean>`narrative.difference_id = any(${differences}::uuid[])`)
		.orderBy("narrative.difference_id")
		.orderBy("narrative.seq")
		.orderBy("narrative.field")
		.execute();
	const opened = await openTold(trx, sealed);
	const isSame =
		sealed.length === plain.length &&
		opened.every(
			(told, nth) => "content" in told && isDeepStrictEqual(told.content, plain[nth]?.content),
		);
	if (!isSame) throw new Error("What was sealed does not open as what it was: nothing is changed");
}

const isPlainThere = async (client: pg.ClientBase): Promise<boolean> =>
	(await client.query("select where to_regclass('narrative_plain') is not null")).rowCount === 1;
