import { sql } from "kysely";
import { beforeAll, expect, test } from "vitest";
import { rolledBack } from "../../test/support/database.ts";
import { officeForAll } from "../../test/support/office.ts";
import { doStep, raisedTo } from "../../test/support/partnership.ts";
import { inGroups } from "../chain/signed.ts";
import { listEntries } from "../store/record.ts";
import { verifyRecord } from "./verify-record.ts";

const it = officeForAll({ at: "2026-03-26T10:00" });

let id: string;
beforeAll(async () => {
	id = await raisedTo(it, "sign-off");
});

const doneIn = async (step: string) => {
	const entries = await listEntries(it.db, id);
	const done = entries.find((entry) => entry.type === "step-done" && entry.step === step);
	if (done?.type !== "step-done") throw new Error(`${step} was not done`);
	return done;
};

test("a sign-off signs the hash of exactly what was submitted, and the form says so", async () => {
	const submitted = await doneIn("formal-resolution.raise");
	const signed = await doneIn("formal-resolution.sign-off");
	const { digest } = await it.db
		.selectFrom("chain_entry")
		.where("chain_id", "=", id)
		.where("kind", "=", "act")
		.where("row_key", "=", String(submitted.seq))
		.select("digest")
		.executeTakeFirstOrThrow();
	const sha256 = digest.toString("hex");
	expect(signed.signs).toEqual([{ act: submitted.seq, sha256 }]);
	const form = await it.words(it.people.headteacher, `/differences/${id}/form`);
	expect(form).toContain(
		`Signed as submitted: ${sha256.slice(0, 8)}. In full, SHA-256 ${inGroups(sha256)}.`,
	);
});

test("what was signed and is altered no longer verifies, even where its chain was made anew", async () => {
	const submitted = await doneIn("formal-resolution.raise");
	const faults = await rolledBack(it.db, async (trx) => {
		await sql`set local session_replication_role = replica`.execute(trx);
		await sql`update event set audience = array_append(audience, 'police') where difference_id = ${id} and seq = ${submitted.seq}`.execute(
			trx,
		);
		const { rows } = await sql<{ kind: string; row_key: string }>`
			with gone as (delete from chain_entry where chain_id = ${id} returning kind, row_key, position)
			select kind, row_key from gone order by position`.execute(trx);
		await sql`delete from chain_head where chain_id = ${id}`.execute(trx);
		for (const { kind, row_key } of rows)
			await (kind === "act"
				? sql`select chain_act(event) from event where difference_id = ${id} and seq = ${row_key}::int`
				: sql`select chain_reading(reading) from reading where id = ${row_key}::bigint`
			).execute(trx);
		return (await verifyRecord({ ...it.app, db: trx }, it.partnershipId, { difference: id }))
			.faults;
	});
	expect(faults).toContainEqual(
		expect.objectContaining({
			says: expect.stringContaining(`signed act ${submitted.seq} as it was submitted`),
		}),
	);
});

test("what is sent back is not signed", async () => {
	const other = await raisedTo(it, "raise");
	await doStep(it, other, it.people.headteacher, "formal-resolution.sign-off", "returned", {
		"sign-off-comment": "Say what was tried",
	});
	const entries = await listEntries(it.db, other);
	const back = entries.filter(
		(entry) => entry.type === "step-done" && entry.step === "formal-resolution.sign-off",
	);
	expect(back).toHaveLength(1);
	expect(back[0]).not.toHaveProperty("signs");
});
