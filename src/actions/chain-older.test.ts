import { sql } from "kysely";
import { beforeAll, expect, test } from "vitest";
import { rolledBack } from "../../test/support/database.ts";
import { officeForAll } from "../../test/support/office.ts";
import { raisedTo } from "../../test/support/partnership.ts";
import type { Trx } from "../store/db.ts";
import { chainOlder } from "./chain-older.ts";
import { verifyRecord } from "./verify-record.ts";

const it = officeForAll({ at: "2026-03-26T10:00" });
beforeAll(async () => {
	const id = await raisedTo(it, "forward");
	await it.read(it.people.teacher, `/differences/${id}`);
	await raisedTo(it, "raise");
});

/** As an older version left it: a record without chains. */
async function withoutChains(trx: Trx) {
	await sql`set local session_replication_role = replica`.execute(trx);
	for (const table of ["chain_entry", "chain_head", "checkpoint_head", "checkpoint"])
		await sql`delete from ${sql.table(table)}`.execute(trx);
	await sql`set local session_replication_role = origin`.execute(trx);
}

test("a record that is older than its chains is linked at a start, says so, and proves itself from then on", async () => {
	await rolledBack(it.db, async (trx) => {
		await withoutChains(trx);
		const app = { ...it.app, db: trx };
		const { rows } = await sql<{ acts: number; readings: number }>`
			select (select count(*)::int from event) as acts, (select count(*)::int from reading) as readings`.execute(
			trx,
		);
		const { acts = 0, readings = 0 } = rows[0] ?? {};
		expect(await chainOlder(app)).toBe(acts + readings);
		await sql`set constraints all immediate`.execute(trx);
		const later = await trx.selectFrom("chained_later").selectAll().executeTakeFirstOrThrow();
		expect(later).toMatchObject({ partnership_id: it.partnershipId, acts, readings });
		const linked = await trx
			.selectFrom("chain_entry")
			.where("kind", "=", "chained_later")
			.select("chain_id")
			.execute();
		expect(linked).toEqual([{ chain_id: it.partnershipId }]);
		expect((await verifyRecord(app, it.partnershipId)).faults).toEqual([]);
	});
});

test("a second start links nothing, and what has lost its links is not linked again", async () => {
	expect(await chainOlder(it.app)).toBe(0);
	await rolledBack(it.db, async (trx) => {
		await sql`set local session_replication_role = replica`.execute(trx);
		await sql`delete from chain_entry where chain_id in (select id from difference)`.execute(trx);
		await sql`delete from chain_head where chain_id in (select id from difference)`.execute(trx);
		const app = { ...it.app, db: trx };
		expect(await chainOlder(app)).toBe(0);
		expect((await verifyRecord(app, it.partnershipId)).faults[0]?.says).toContain(
			"the whole chain was removed",
		);
	});
});
