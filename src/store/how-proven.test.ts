import { sql } from "kysely";
import { beforeAll, expect, test } from "vitest";
import { rolledBack } from "../../test/support/database.ts";
import { officeForAll } from "../../test/support/office.ts";
import { raisedTo } from "../../test/support/partnership.ts";
import { verifyRecord } from "../actions/verify-record.ts";
import { chainedTables } from "../chain/chained-rows.ts";
import { comparedTables } from "./compare-derived.ts";
import { howProven } from "./how-proven.ts";

const it = officeForAll({ at: "2026-03-26T10:00" });
let id: string;
beforeAll(async () => {
	id = await raisedTo(it, "forward");
});

const proven = (how: string) =>
	Object.entries(howProven).flatMap(([table, is]) =>
		typeof is === "string" && is.includes(how) ? [table] : [],
	);
/** Of each difference, worked out of its words and not of its acts. */
const ofWords = "about_index";

test("of every table it is said how it is proven, or why it is not", async () => {
	const { rows } = await sql<{
		name: string;
	}>`select tablename::text as name from pg_tables where schemaname = 'public'`.execute(it.db);
	expect(Object.keys(howProven).sort()).toEqual(rows.map(({ name }) => name).sort());
	for (const is of Object.values(howProven))
		if (typeof is === "object") expect(is.unproven.length).toBeGreaterThan(20);
});

test("what is said to be linked or compared is", () => {
	expect(proven("derived")).toEqual([...comparedTables, ofWords].toSorted(byPlace("derived")));
	expect(proven("linked")).toEqual(expect.arrayContaining(Object.keys(chainedTables)));
});
const byPlace = (how: string) => (one: string, other: string) =>
	proven(how).indexOf(one) - proven(how).indexOf(other);

/** What this difference has no row of, with one that its record does not give. */
const forged: Record<string, string> = {
	open_question:
		"(difference_id, partnership_id, seq, side, asked_at) select id, partnership_id, 99, 'raising', now()",
	record_owed:
		"(difference_id, step, agency_id, partnership_id, side, level, since, named, audience) select id, 'x', raising_agency_id, partnership_id, 'raising', 'practitioner', now(), '{}', '{}'",
	broken_glass:
		"(difference_id, partnership_id, seq, person_id, broken_at, until) select id, partnership_id, 99, raised_by, now(), now()",
};

test.each(proven("derived").filter((table) => table !== "difference"))(
	"a row of %s that was removed or put in beside Concord is found",
	async (table) => {
		const faults = await rolledBack(it.db, async (trx) => {
			await sql`set local session_replication_role = replica`.execute(trx);
			const put = forged[table];
			const { numAffectedRows } = await (put
				? sql`insert into ${sql.table(table)} ${sql.raw(put)} from difference where id = ${id}`
				: sql`delete from ${sql.table(table)} where ctid in
					(select ctid from ${sql.table(table)} where difference_id = ${id} limit 1)`
			).execute(trx);
			expect(numAffectedRows).toBe(1n);
			return (await verifyRecord({ ...it.app, db: trx }, it.partnershipId)).faults;
		});
		expect(faults.map(({ code }) => code)).toEqual(["derived"]);
		expect(faults[0]?.says).toContain(table);
	},
);

test.each([
	[
		"found_under",
		"person",
		"update found_under set word = gen_random_uuid()::text where kind = 'person' and difference_id = $id",
	],
	[
		"found_under",
		"an ending of the reference",
		"delete from found_under where kind = 'reference' and difference_id = $id and length(word) = 2",
	],
	[
		"found_under",
		"a reference put in",
		"insert into found_under select partnership_id, kind, 'ZZ99', difference_id from found_under where kind = 'reference' and difference_id = $id limit 1",
	],
	[
		"found_under",
		"a stage",
		"delete from found_under where kind = 'stage' and difference_id = $id",
	],
	[
		"about_index",
		"another beginning of a name",
		"update about_index set code = (code + 1) % 256 where kind = 'born' and difference_id = $id",
	],
])("%s: %s is told from what the record gives", async (table, _what, tamper) => {
	const faults = await rolledBack(it.db, async (trx) => {
		await sql`set local session_replication_role = replica`.execute(trx);
		const { numAffectedRows } = await sql.raw(tamper.replaceAll("$id", `'${id}'`)).execute(trx);
		expect(numAffectedRows).toBeGreaterThan(0n);
		return (await verifyRecord({ ...it.app, db: trx }, it.partnershipId)).faults;
	});
	expect(faults).toEqual([
		expect.objectContaining({ code: "derived", says: expect.stringContaining(table) }),
	]);
});
