import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { rolledBack, type TestDatabase, testDatabase } from "../../test/support/database.ts";
import type { Viewer } from "../domain/people/viewer.ts";
import { partnershipId } from "../rehearsal/identifiers.ts";
import type { Db, Trx } from "./db.ts";
import { countDuties, findDuties } from "./desk.ts";
import { owedToEveryReader, owedToOffices, owedToSomeReaders } from "./differences.ts";
import { findViewer } from "./people.ts";

let database: TestDatabase;
beforeAll(async () => {
	database = await testDatabase({ rehearsal: "2026-03-24T10:00" });
});
afterAll(() => database.drop());

const owed = async (db: Db | Trx): Promise<string[]> => {
	const { rows } = await sql<{ row: string }>`
		select to_jsonb(owed)::text as row from owed order by difference_id, number`.execute(db);
	return rows.map(({ row }) => row);
};

test("what is owed in the rehearsal, kept act by act, is what is worked out anew of each", async () => {
	const kept = await owed(database.db);
	expect(kept.length).toBeGreaterThan(10);
	const anew = await rolledBack(database.db, async (trx) => {
		await sql`delete from owed`.execute(trx);
		await sql`select keep_owed(array[id]) from difference`.execute(trx);
		return owed(trx);
	});
	expect(kept).toEqual(anew);
});

test("what every reader of an office sees is what each of them sees, and the rest is counted for those who see it alone", async () => {
	const readers = await officeReaders(database.db);
	expect(readers.length).toBeGreaterThan(3);
	await rolledBack(database.db, async (trx) => {
		// One in three is closed to the agency of a reader, sealed for one of them, or for those named alone.
		await sql`update difference_party set
				closed_to = case when nth = 0 then array[${readers[0]?.agencyId}::uuid] else '{}' end,
				sealed_for = case when nth = 1 then array[${readers[1]?.id}::uuid] end,
				named_only = nth = 2
			from (
				select difference_id as id, side as of, dense_rank() over (order by since, reference collate "C") % 9 as nth
				from difference_party where office is not null and status = 'open') each
			where id = difference_id and of = side`.execute(trx);
		await sql`select keep_owed(array[id]) from difference`.execute(trx);
		const seen: [alike: number, some: number][] = [];
		for (const viewer of readers) {
			const [alike, oneByOne, some] = await Promise.all([
				keysOf(owedToEveryReader(trx, viewer)),
				keysOf(owedToOffices(trx, viewer).where("party.for_every_reader", "=", true)),
				keysOf(owedToSomeReaders(trx, viewer)),
			]);
			expect(alike).toEqual(oneByOne);
			seen.push([alike.length, some.length]);
			for (const office of viewer.offices) {
				const counted = await countDuties(trx, viewer, office, "2026-03-24T10:00:00Z");
				const [found = []] = await findDuties(trx, viewer, office, "2026-03-24T10:00:00Z", [
					{
						keys: counted.map(({ key }) => ({ ...key, rank: 0 })),
						offset: 0,
						limit: 10_000,
					},
				]);
				expect(counted.reduce((sum, { total }) => sum + total, 0)).toBe(found.length);
			}
		}
		expect(seen.filter(([alike]) => alike > 0).length).toBeGreaterThan(1);
		expect(seen.filter(([, some]) => some > 0).length).toBeGreaterThan(1);
		expect(new Set(seen.map(([, some]) => some)).size).toBeGreaterThan(1);
	});
});

async function officeReaders(db: Db): Promise<Viewer[]> {
	const { rows } = await sql<{ id: string }>`
		select id from person where partnership_id = ${partnershipId} and offices <> '{}' and left_at is null order by id`.execute(
		db,
	);
	const at = Temporal.Instant.from("2026-03-24T10:00:00Z");
	const viewers = await Promise.all(rows.map(({ id }) => findViewer(db, id, at)));
	return viewers.flatMap((viewer) => viewer ?? []);
}

const keysOf = async (query: ReturnType<typeof owedToOffices>): Promise<string[]> =>
	(await query.select(["party.difference_id", "party.number"]).execute())
		.map(({ difference_id, number }) => `${difference_id} ${number}`)
		.toSorted();
