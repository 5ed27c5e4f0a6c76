import { sql } from "kysely";
import { beforeAll, describe, expect, test } from "vitest";
import { rolledBack } from "../../test/support/database.ts";
import { officeForAll } from "../../test/support/office.ts";
import { raiseByTeacher } from "../../test/support/partnership.ts";
import { chainedTables } from "../chain/chained-rows.ts";
import type { PublishedHead } from "../chain/head.ts";
import { linkedByTriggers } from "../store/chain.ts";
import type { Db, Trx } from "../store/db.ts";
import { chainOlder } from "./chain-older.ts";
import { makeCheckpoint } from "./checkpoint.ts";
import { verifyRecord } from "./verify-record.ts";

const it = officeForAll({ at: "2026-03-26T10:00" });

/** Two differences that somebody has read, and a checkpoint over both. */
let first: string;
let second: string;
let published: PublishedHead | undefined;
beforeAll(async () => {
	first = await raiseByTeacher(it);
	it.at("2026-03-26T11:00");
	second = await raiseByTeacher(it);
	const teacher = await it.visitor(it.people.teacher);
	for (const id of [first, second]) await teacher.get(`/differences/${id}`);
	published = await makeCheckpoint(it.app, it.partnershipId);
});

const verified = (db: Db | Trx = it.db, against?: PublishedHead) =>
	verifyRecord({ ...it.app, db }, it.partnershipId, { against });

/** What is found after somebody with all power over the database did something that no trigger saw. */
const foundAfter = (tamper: (trx: Trx) => Promise<unknown>, against?: PublishedHead) =>
	rolledBack(it.db, async (trx) => {
		await sql`set local session_replication_role = replica`.execute(trx);
		await tamper(trx);
		return (await verified(trx, against)).faults;
	});

const referenceOf = async (id: string) =>
	(
		await it.db
			.selectFrom("difference")
			.where("id", "=", id)
			.select("reference")
			.executeTakeFirstOrThrow()
	).reference;

test("a record that nobody touched proves itself, with what was published of it", async () => {
	const { faults, entries, differences, checkpoints } = await verified(it.db, published);
	expect(faults).toEqual([]);
	expect({ differences, checkpoints }).toEqual({ differences: 2, checkpoints: 1 });
	expect(entries).toBeGreaterThan(10);
});

test("what the triggers link is what is verified", async () => {
	const expected = Object.fromEntries(
		Object.entries(chainedTables).map(([name, { key, columns }]) => [
			name,
			{ key: [...key], columns: [...columns] },
		]),
	);
	expect(await linkedByTriggers(it.db)).toEqual(expected);
});

/** Where only some values can be. */
const otherLevel = "case level when 'director' then 'manager' else 'director' end";

/** Another value of the same type. */
const otherValue: Record<string, string> = {
	uuid: "'00000000-0000-4000-8000-000000000001'",
	text: "coalesce(COLUMN, '') || 'x'",
	"timestamp with time zone": "coalesce(COLUMN, now()) + interval '1 second'",
	integer: "COLUMN + 1",
	bigint: "COLUMN + 1",
	boolean: "not COLUMN",
	ARRAY: "array_append(COLUMN, 'x')",
	jsonb: `COLUMN || '{"x": 1}'`,
	bytea: "set_byte(COLUMN, 0, (get_byte(COLUMN, 0) + 1) % 256)",
	date: "coalesce(COLUMN, '2026-01-01') + 1",
};

describe("every column that anybody alters is found", () => {
	const tables = [
		"event",
		"reading",
		"chain_entry",
		"chain_head",
		"checkpoint",
		"checkpoint_head",
		"difference",
		"person",
		"agency",
	];
	test.each(tables)("%s", async (table) => {
		const { rows: columns } = await sql<{ name: string; type: string }>`
			select column_name as name, data_type as type from information_schema.columns
			where table_schema = current_schema() and table_name = ${table} and is_generated = 'NEVER' and is_identity = 'NO' order by 1`.execute(
			it.db,
		);
		const linked = chainedTables[table as keyof typeof chainedTables] as
			| { columns: readonly string[] }
			| undefined;
		const found: Record<string, number> = {};
		const expected: Record<string, number> = {};
		for (const { name, type } of columns) {
			// What is not linked is derived, or the directory's own business.
			if (linked && !linked.columns.includes(name)) continue;
			const value = (name === "level" ? otherLevel : otherValue[type])?.replaceAll(
				"COLUMN",
				`"${name}"`,
			);
			expect(value, `${name} ${type}`).toBeDefined();
			const faults = await foundAfter(async (trx) => {
				await sql`alter table person drop constraint person_by_link`.execute(trx);
				await sql`update ${sql.table(table)} set ${sql.ref(name)} = ${sql.raw(value ?? "")}
					where ctid = (select ctid from ${sql.table(table)} where partnership_id = ${it.partnershipId} order by ctid desc limit 1)`.execute(
					trx,
				);
			});
			found[name] = Math.min(1, faults.length);
			expected[name] = 1;
		}
		expect(found).toEqual(expected);
		expect(Object.keys(found).length).toBeGreaterThan(3);
	});
});

describe("what is first amiss is named in words", () => {
	const stray = "00000000-0000-4000-8000-00000000feed";
	const entry = (position: number, id = first) => ({
		difference: id,
		position,
	});
	test.each<[string, (trx: Trx) => Promise<unknown>, () => { says: string; at: object }]>([
		[
			"an act altered",
			(trx) =>
				sql`update event set at = at - interval '1 day' where difference_id = ${first} and seq = 2`.execute(
					trx,
				),
			() => ({ says: "act 2", at: entry(2) }),
		],
		[
			"an act removed",
			(trx) => sql`delete from event where difference_id = ${first} and seq = 2`.execute(trx),
			() => ({ says: "act 2, was removed", at: entry(2) }),
		],
		[
			"a reading removed with its link",
			(trx) =>
				sql`with gone as (delete from chain_entry where chain_id = ${first} and kind = 'read' returning row_key)
					delete from reading where id::text in (select row_key from gone)`.execute(trx),
			() => ({ says: "the end was cut off", at: { difference: first } }),
		],
		[
			"two acts that changed places",
			async (trx) => {
				await sql`delete from narrative where difference_id = ${first} and seq in (2, 3)`.execute(
					trx,
				);
				for (const [from, to] of [
					[2, -1],
					[3, 2],
					[-1, 3],
				])
					await sql`update event set seq = ${to} where difference_id = ${first} and seq = ${from}`.execute(
						trx,
					);
			},
			() => ({ says: "act 2", at: entry(2) }),
		],
		[
			"two links that changed places",
			async (trx) => {
				for (const [from, to] of [
					[2, 1000],
					[3, 2],
					[1000, 3],
				])
					await sql`update chain_entry set position = ${to} where chain_id = ${first} and position = ${from}`.execute(
						trx,
					);
			},
			() => ({ says: "The link itself was altered", at: entry(2) }),
		],
		[
			"a link put in between",
			async (trx) => {
				await sql`update chain_entry set position = position + 1000 where chain_id = ${first} and position >= 2`.execute(
					trx,
				);
				await sql`update chain_entry set position = position - 999 where chain_id = ${first} and position >= 1002`.execute(
					trx,
				);
				await sql`insert into chain_entry select chain_id, 2, partnership_id, kind, '1000', at, digest, hash, sha256('put in')
					from chain_entry where chain_id = ${first} and position = 1`.execute(trx);
			},
			() => ({ says: "The link itself was altered", at: entry(2) }),
		],
		[
			"a link put in of a chain that no difference has",
			(trx) =>
				sql`insert into chain_entry select ${stray}, 5, partnership_id, kind, row_key, at, digest, previous, hash
					from chain_entry where chain_id = ${first} and position = 2`.execute(trx),
			() => ({ says: "knows nothing of its beginning", at: { difference: stray } }),
		],
		[
			"an act put in",
			(trx) =>
				sql`insert into event select difference_id, 1000, partnership_id, type, at, by_person, by_side, audience, detail
					from event where difference_id = ${first} and seq = 1`.execute(trx),
			() => ({ says: "put in beside the chain", at: { difference: first } }),
		],
		[
			"the words of one act put in the place of another’s, with what they are committed to",
			(trx) =>
				sql`update narrative set (content, commitment) = (select content, commitment from narrative n where n.difference_id = ${second} and n.seq = narrative.seq and n.field = narrative.field)
					where difference_id = ${first} and seq = 1`.execute(trx),
			() => ({ says: "or its words, was altered", at: entry(1) }),
		],
		[
			"the words of one act put in the place of another’s",
			(trx) =>
				sql`update narrative set content = (select content from narrative n where n.difference_id = ${second} and n.seq = narrative.seq and n.field = narrative.field)
					where difference_id = ${first} and seq = 1`.execute(trx),
			() => ({
				says: "The words of act 1 are not those that were recorded",
				at: { difference: first },
			}),
		],
		[
			"the words of an act removed",
			async (trx) => {
				await sql`delete from about_index where difference_id = ${first}`.execute(trx);
				await sql`delete from narrative where difference_id = ${first} and seq = 1`.execute(trx);
			},
			() => ({ says: "or its words, was altered", at: entry(1) }),
		],
		[
			"the end of a chain cut off with its head",
			(trx) =>
				sql`with gone as (delete from chain_entry where chain_id = ${first} and position > 2 returning kind, row_key),
					acts as (delete from event where difference_id = ${first} and seq > 2),
					reads as (delete from reading where difference_id = ${first})
					update chain_head set position = 2, hash = (select hash from chain_entry where chain_id = ${first} and position = 2)
					where chain_id = ${first}`.execute(trx),
			() => ({ says: "cut off or made anew", at: { difference: first } }),
		],
		[
			"a whole difference cut out",
			async (trx) => {
				for (const table of [
					"event",
					"narrative",
					"reading",
					"difference_party",
					"difference_person",
				])
					await sql`delete from ${sql.table(table)} where difference_id = ${first}`.execute(trx);
				for (const table of ["open_step", "clock", "counted", "checkpoint_head"])
					await sql`delete from ${sql.table(table)} where difference_id = ${first}`.execute(trx);
				await sql`delete from chain_entry where chain_id = ${first}`.execute(trx);
				await sql`delete from chain_head where chain_id = ${first}`.execute(trx);
				await sql`delete from difference where id = ${first}`.execute(trx);
			},
			() => ({ says: "the whole of it was removed", at: { difference: first } }),
		],
		[
			"a derived row altered",
			(trx) =>
				sql`update open_step set person_id = null, agency_id = null where difference_id = ${first}`.execute(
					trx,
				),
			() => ({
				says: "What is derived from its record is not what the record gives: open_step",
				at: { difference: first },
			}),
		],
		[
			"what is owed hidden from those who owe it",
			(trx) => sql`delete from owed where difference_id = ${first}`.execute(trx),
			() => ({
				says: "What is derived from its record is not what the record gives: owed",
				at: { difference: first },
			}),
		],
		[
			"a link altered and made right, with all that follow",
			(trx) => remakeChain(trx, first),
			() => ({ says: "is not there any more", at: { difference: first } }),
		],
	])("%s", async (_, tamper, expected) => {
		const faults = await foundAfter(tamper);
		const { says, at } = expected();
		const name = await referenceOf(first);
		const named = faults.map((fault) => ({
			...fault,
			difference: fault.difference === name ? first : fault.difference,
		}));
		expect(named).toContainEqual(
			expect.objectContaining({ ...at, says: expect.stringContaining(says) }),
		);
	});

	/** As somebody would who knows how links are made: one act is altered, and the chain made anew from there. */
	async function remakeChain(trx: Trx, id: string) {
		await sql`update event set at = at - interval '1 hour' where difference_id = ${id} and seq = 2`.execute(
			trx,
		);
		const { rows } = await sql<{ kind: string; row_key: string }>`
			delete from chain_entry where chain_id = ${id} returning kind, row_key, position`.execute(
			trx,
		);
		await sql`delete from chain_head where chain_id = ${id}`.execute(trx);
		for (const { kind, row_key } of rows)
			await (kind === "act"
				? sql`select chain_act(event) from event where difference_id = ${id} and seq = ${row_key}::int`
				: sql`select chain_reading(reading) from reading where id = ${row_key}::bigint`
			).execute(trx);
	}
});

test("a record that was made anew as a whole is found beside what was published of it", async () => {
	const anew = async (trx: Trx) => {
		await sql`update event set at = at - interval '1 hour' where difference_id = ${first} and seq = 1`.execute(
			trx,
		);
		await sql`update difference set raised_at = raised_at`.execute(trx);
		for (const table of ["chain_entry", "chain_head", "checkpoint_head", "checkpoint"])
			await sql`delete from ${sql.table(table)}`.execute(trx);
		await sql`set local session_replication_role = origin`.execute(trx);
		await chainOlder({ ...it.app, db: trx });
		await sql`set constraints all immediate`.execute(trx);
		await sql`set constraints all deferred`.execute(trx);
		await makeCheckpoint({ ...it.app, db: trx }, it.partnershipId);
		await sql`set constraints all immediate`.execute(trx);
	};
	const faults = await foundAfter(anew, published);
	expect(faults).toContainEqual(
		expect.objectContaining({ says: expect.stringContaining("the record was made anew") }),
	);
});

test("a record that was made by a clock with microseconds is not called another when it is replayed", async () => {
	for (const fraction of ["358987", "350987", "000987"]) {
		it.at(`2026-03-26T11:00:00.${fraction}`);
		const id = await raiseByTeacher(it);
		const kept = await sql<{ fine: boolean }>`
			select bool_and(changed_at::text like ${`%.${fraction}%`}) as fine from difference_party where difference_id = ${id}`.execute(
			it.db,
		);
		expect(kept.rows).toEqual([{ fine: true }]);
		expect((await verifyRecord(it.app, it.partnershipId, { difference: id })).faults).toEqual([]);
		const altered = await foundAfter((trx) =>
			sql`update difference_party set changed_at = changed_at + interval '1 millisecond' where difference_id = ${id}`.execute(
				trx,
			),
		);
		expect(altered.map(({ code }) => code)).toEqual(["derived"]);
	}
});

test("a key that was removed from a difference that is still there is not taken for a disposal", async () => {
	const faults = await foundAfter((trx) =>
		sql`delete from difference_key where difference_id = ${first}`.execute(trx),
	);
	expect(faults).toEqual([
		expect.objectContaining({
			code: "words",
			difference: await referenceOf(first),
			says: expect.stringContaining("The key to its words was removed"),
		}),
	]);
});

test("what people do while the record is verified is no fault in it", async () => {
	const teacher = await it.visitor(it.people.teacher);
	let done = 0;
	const { faults } = await verifyRecord(it.app, it.partnershipId, {
		told: async () => {
			done++;
			await teacher.get(`/differences/${first}`);
			await raiseByTeacher(it);
			await makeCheckpoint(it.app, it.partnershipId);
		},
	});
	expect(done).toBeGreaterThan(2);
	expect(faults).toEqual([]);
});
