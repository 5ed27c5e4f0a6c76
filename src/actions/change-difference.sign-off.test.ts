import { sql } from "kysely";
import { beforeAll, expect, test } from "vitest";
import { rolledBack, testDatabase } from "../../test/support/database.ts";
import { officeForAll } from "../../test/support/office.ts";
import { doStep, freshKey, partOne, raisedTo } from "../../test/support/partnership.ts";
import { inGroups } from "../chain/signed.ts";
import { actsSigned } from "../domain/difference/acts/sign-off.ts";
import { digestsOfActs } from "../store/chain.ts";
import type { Db } from "../store/db.ts";
import { listEntries } from "../store/record.ts";
import { enterBeginning } from "./enter-form.ts";
import { verifyRecord } from "./verify-record.ts";

const it = officeForAll({ at: "2026-03-26T10:00" });

let id: string;
beforeAll(async () => {
	id = await raisedTo(it, "sign-off");
});

const doneIn = async (step: string, of = id) => {
	const entries = await listEntries(it.db, of);
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

/** What is found after somebody altered what was submitted, and made the chain anew. */
const foundAfterAltering = (of: string, submitted: number) =>
	rolledBack(it.db, async (trx) => {
		await sql`set local session_replication_role = replica`.execute(trx);
		await sql`update event set audience = array_append(audience, 'police') where difference_id = ${of} and seq = ${submitted}`.execute(
			trx,
		);
		const { rows } = await sql<{ kind: string; row_key: string }>`
			with gone as (delete from chain_entry where chain_id = ${of} returning kind, row_key, position)
			select kind, row_key from gone order by position`.execute(trx);
		await sql`delete from chain_head where chain_id = ${of}`.execute(trx);
		for (const { kind, row_key } of rows)
			await (kind === "act"
				? sql`select chain_act(event) from event where difference_id = ${of} and seq = ${row_key}::int`
				: sql`select chain_reading(reading) from reading where id = ${row_key}::bigint`
			).execute(trx);
		return (await verifyRecord({ ...it.app, db: trx }, it.partnershipId, { difference: of }))
			.faults;
	});

test("what was signed and is altered no longer verifies, even where its chain was made anew", async () => {
	const submitted = await doneIn("formal-resolution.raise");
	const faults = await foundAfterAltering(id, submitted.seq);
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

test("what came signed on paper is frozen as it was entered, and the form says who entered it", async () => {
	const { people, agencies } = it;
	const entered = await enterBeginning(it.app, people.businessUnit, {
		key: freshKey(),
		draft: "on-paper",
		raisingAgency: agencies.school,
		receivingAgency: agencies.socialCare,
		raisedBy: { id: people.teacher.id, name: people.teacher.name },
		doneBy: {
			"formal-resolution.raise": { id: people.teacher.id, name: people.teacher.name },
			"formal-resolution.sign-off": { id: people.headteacher.id, name: people.headteacher.name },
		},
		receivedAt: it.app.clock().toZonedDateTimeISO("Europe/London").subtract({ hours: 2 }),
		answers: {
			...partOne("01632 960 000"),
			"practitioner-b": { id: people.socialWorker.id },
			"no-original": "It was dictated",
		},
	});
	const submitted = await doneIn("formal-resolution.raise", entered);
	const signed = await doneIn("formal-resolution.sign-off", entered);
	const digests = await digestsOfActs(it.db, [{ differenceId: entered, seq: submitted.seq }]);
	const [sha256 = ""] = digests.values();
	expect(signed.signs).toEqual([{ act: submitted.seq, sha256 }]);
	expect(await it.words(people.businessUnit, `/differences/${entered}/form`)).toContain(
		`Signed on paper, entered by ${people.businessUnit.name} of the SSCP Business Unit. What was entered: ${sha256.slice(0, 8)}. In full, SHA-256 ${inGroups(sha256)}.`,
	);
	expect((await verifyRecord(it.app, it.partnershipId, { difference: entered })).faults).toEqual(
		[],
	);
	expect(await foundAfterAltering(entered, submitted.seq)).toContainEqual(
		expect.objectContaining({
			says: expect.stringContaining(`signed act ${submitted.seq} as it was submitted`),
		}),
	);
});

test("every sign-off of the rehearsal signs what was submitted, whether it was lived through or only played", async () => {
	const rehearsal = await testDatabase({ rehearsal: "2026-03-24T10:00" });
	const signs = await signOffsIn(rehearsal.db);
	expect(signs.length).toBeGreaterThan(50);
	expect(signs.filter(({ acts, signed }) => acts.join() !== signed.join())).toEqual([]);
	await rehearsal.drop();
});

/** Every sign-off of a database: the acts that it is to sign, and those whose hash it has. */
async function signOffsIn(db: Db) {
	const found: { acts: number[]; signed: number[] }[] = [];
	for (const { id: of, version } of await db
		.selectFrom("difference")
		.select(["id", "protocol_version_id as version"])
		.execute()) {
		const protocol = await it.app.protocols.version(db, version);
		const entries = await listEntries(db, of);
		for (const entry of entries) {
			const acts = actsSigned(protocol, entries, entry);
			if (acts.length === 0 || entry.type !== "step-done") continue;
			const digests = await digestsOfActs(
				db,
				acts.map((seq) => ({ differenceId: of, seq })),
			);
			const right = [...digests.values()];
			found.push({
				acts,
				signed: (entry.signs ?? [])
					.filter(({ sha256 }) => right.includes(sha256))
					.map(({ act }) => act),
			});
		}
	}
	return found;
}
