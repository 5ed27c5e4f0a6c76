import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { sql } from "kysely";
import { beforeAll, expect, test } from "vitest";
import { testInstallationKey } from "../../test/support/keys.ts";
import { officeForAll } from "../../test/support/office.ts";
import { raiseByTeacher, raisedTo, said } from "../../test/support/partnership.ts";
import { SealFault } from "../keys/faults.ts";
import { heldKey } from "../keys/installation-key.ts";
import { keyringOf } from "../keys/keyring.ts";
import { newKey } from "../keys/sealed.ts";
import { connect } from "./connect.ts";
import { type Db, transact } from "./db.ts";
import { keysOfDifferences, openPartnershipKeys, shredDifferenceKey } from "./keys.ts";
import { listEntries, readRecord } from "./record.ts";
import {
	addNarrative,
	commitmentOf,
	openSalted,
	openTold,
	type SealedTold,
	selectSealed,
} from "./sealed-narrative.ts";

const partnership = officeForAll({ at: "2026-03-26T10:00" });
let mine: string;
let other: string;
let theirs: string;

beforeAll(async () => {
	mine = await raisedTo(partnership, "respond");
	other = await raisedTo(partnership, "forward");
	const another = await partnership.another();
	another.at("2026-03-26T10:00");
	theirs = await raiseByTeacher(another);
});

const sealedOf = (difference: string, db: Db = partnership.db): Promise<SealedTold[]> =>
	selectSealed(db).where("narrative.difference_id", "=", difference).execute();

/** What each row opens as: `opened`, or the code of its fault. */
const outcomes = async (rows: SealedTold[], db: Db = partnership.db): Promise<string[]> => [
	...new Set(
		(await openTold(db, rows)).map((told) => (told instanceof SealFault ? told.code : "opened")),
	),
];

test("nothing that was written, and nobody’s name, stands in the database as it was written", async () => {
	for (const table of ["event", "narrative", "about_index", "difference_party", "counted"]) {
		const { rows } = await sql<{ row: string }>`
			select t::text as row from ${sql.table(table)} t`.execute(partnership.db);
		expect(rows.length).toBeGreaterThan(0);
		for (const { row } of rows) expect(row).not.toMatch(/canary|without a coat/i);
	}
	for (const { content } of await sealedOf(mine))
		expect(content.toString("latin1")).not.toMatch(/canary|without a coat/i);
});

test("what was told is read again as it was told", async () => {
	const entries = JSON.stringify(await listEntries(partnership.db, mine));
	for (const words of [said("issue in full"), said("response"), "Canary Child", "2018-05-14"])
		expect(entries).toContain(words);
});

test("any answer that JSON holds comes back as it was, in the same place", async () => {
	const content = fc.oneof(
		fc.string({ unit: "grapheme" }),
		fc.json().map((text) => JSON.parse(text)),
	);
	await fc.assert(
		fc.asyncProperty(content, async (told) => {
			const row = {
				difference_id: mine,
				partnership_id: partnership.partnershipId,
				seq: 1,
				field: `any-${randomUUID()}`,
			};
			await transact(partnership.db, (trx) => addNarrative(trx, [{ ...row, content: told }]));
			const sealed = await selectSealed(partnership.db)
				.where("narrative.field", "=", row.field)
				.execute();
			expect(await openTold(partnership.db, sealed)).toEqual([{ content: told }]);
		}),
		{ numRuns: 40 },
	);
});

test("an entry commits to its words by their salt and text, and the same words never to the same", async () => {
	const rows = await partnership.db
		.selectFrom("narrative")
		.where("difference_id", "in", [mine, other])
		.selectAll()
		.execute();
	const keys = await keysOfDifferences(partnership.db, [mine, other]);
	for (const row of rows) {
		const salted = openSalted(row, keys.get(row.difference_id) as never);
		expect(commitmentOf(salted).equals(row.commitment)).toBe(true);
	}
	const commitments = rows.map(({ commitment }) => commitment.toString("hex"));
	expect(new Set(commitments).size).toBe(commitments.length);
});

test("a value that stands in another entry, field or difference, or has another’s key, does not open", async () => {
	const [rows, others, foreign] = [
		await sealedOf(mine),
		await sealedOf(other),
		await sealedOf(theirs),
	];
	const [row, next] = rows as [SealedTold, SealedTold];
	expect(await outcomes(rows)).toEqual(["opened"]);
	const moved: Partial<SealedTold>[] = [
		{ seq: row.seq + 1 },
		{ field: "another" },
		{ content: next.content },
		{ difference_id: other },
		{ content: others[0]?.content as Buffer },
		{ key_wrapped: others[0]?.key_wrapped as Uint8Array },
		{ key_of: foreign[0]?.key_of as string },
		{
			key_of: foreign[0]?.key_of as string,
			key_wrapped: foreign[0]?.key_wrapped as Uint8Array,
		},
		{ partnership_id: foreign[0]?.partnership_id as string },
	];
	for (const change of moved)
		expect(await outcomes([{ ...row, ...change }]), Object.keys(change).join()).toEqual([
			"damaged",
		]);
});

test("whatever bit of a value or of its key is changed, it stays closed and gives no other words", async () => {
	const [row] = (await sealedOf(mine)) as [SealedTold];
	const flipped = (bytes: Uint8Array, where: number) => {
		const changed = Buffer.from(bytes);
		const nth = where % (changed.length * 8);
		changed[nth >> 3] = (changed[nth >> 3] as number) ^ (1 << (nth & 7));
		return changed;
	};
	await fc.assert(
		fc.asyncProperty(fc.nat(), async (where) => {
			expect(await outcomes([{ ...row, content: flipped(row.content, where) }])).toEqual([
				"damaged",
			]);
			const key = flipped(row.key_wrapped as Uint8Array, where);
			expect(await outcomes([{ ...row, key_wrapped: key }])).toEqual(["damaged"]);
		}),
	);
});

/** The same database, for somebody with other keys of the installation. */
async function withKeys<Answer>(
	keys: Parameters<typeof keyringOf>[0],
	use: (db: Db) => Promise<Answer>,
): Promise<Answer> {
	const { db } = connect(partnership.databaseUrl(), { most: 1, keys: keyringOf(keys) });
	return use(db).finally(() => db.destroy());
}

test("without the installation’s key, or with another, nothing opens and the record still stands", async () => {
	const rows = await sealedOf(mine);
	for (const keys of [[], [heldKey(newKey())]]) {
		expect(await withKeys(keys, (db) => outcomes(rows, db))).toEqual(["no-key"]);
		const read = await withKeys(keys, (db) => readRecord(db, mine));
		const whole = await listEntries(partnership.db, mine);
		expect(read.entries.map(({ seq, type, at, by }) => ({ seq, type, at, by }))).toEqual(
			whole.map(({ seq, type, at, by }) => ({ seq, type, at, by })),
		);
		expect([...new Set(read.lost.values())]).toEqual(["closed"]);
		expect(JSON.stringify(read.entries)).not.toMatch(/canary/i);
	}
	// Under a name that is known, another key opens nothing either.
	const posing = { ...heldKey(newKey()), id: testInstallationKey.id };
	expect(await withKeys([posing], (db) => outcomes(rows, db))).toEqual(["damaged"]);
});

test("when the key service is away it is said so, and nothing is taken for lost", async () => {
	const away = {
		...testInstallationKey,
		unwrap: async () => {
			throw new SealFault("away", "The key service does not answer.");
		},
	};
	await withKeys([away], async (db) => {
		await expect(readRecord(db, mine)).rejects.toMatchObject({ code: "away" });
	});
});

test("a key that was destroyed takes the words with it for everybody at once, and leaves who did what and when", async () => {
	const gone = await raisedTo(partnership, "forward");
	const whole = await listEntries(partnership.db, gone);
	expect(await transact(partnership.db, (trx) => shredDifferenceKey(trx, gone))).toBe(true);
	expect(await transact(partnership.db, (trx) => shredDifferenceKey(trx, gone))).toBe(false);

	const read = await readRecord(partnership.db, gone);
	expect(read.entries.map(({ seq, type, at, by }) => ({ seq, type, at, by }))).toEqual(
		whole.map(({ seq, type, at, by }) => ({ seq, type, at, by })),
	);
	expect([...new Set(read.lost.values())]).toEqual(["disposed"]);
	expect(JSON.stringify(read.entries)).not.toMatch(/canary/i);
	const codes = await partnership.db
		.selectFrom("about_index")
		.where("difference_id", "=", gone)
		.selectAll()
		.execute();
	expect(codes).toEqual([]);
	const more = {
		difference_id: gone,
		partnership_id: partnership.partnershipId,
		seq: 1,
		field: "x",
	};
	await expect(
		transact(partnership.db, (trx) => addNarrative(trx, [{ ...more, content: "y" }])),
	).rejects.toMatchObject({ code: "disposed" });
});

test("each difference has a key of its own, and each partnership", async () => {
	const rows = await partnership.db.selectFrom("difference_key").selectAll().execute();
	const differences = await partnership.db.selectFrom("difference").select("id").execute();
	expect(rows.length).toBeGreaterThan(2);
	expect(rows.length).toBeGreaterThanOrEqual(differences.length - 1);
	const used = new Map(rows.map((row) => [row.partnership_id, row.partnership_key_id]));
	expect(new Set(used.values()).size).toBe(2);
	expect((await openPartnershipKeys(partnership.db, [...used.values()])).size).toBe(2);
});
