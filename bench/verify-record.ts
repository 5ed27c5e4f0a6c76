/**
 * What it takes to verify 1,000,000 entries, acts and readings half and half in 2,000 chains, on an embedded
 * database as it ships: `npx tsx bench/verify-record.ts [ENTRIES]`. Fails when a million take 60 seconds or more to verify.
 * Words are not opened and nothing is replayed, as with `concord audit verify --chains-only`.
 */
import { sql } from "kysely";
import { makeCheckpoint } from "../src/actions/checkpoint.ts";
import { verifyRecord } from "../src/actions/verify-record.ts";
import { hashOfLink, type Link, sha256Of, textOfAct, textOfRow } from "../src/chain/link.ts";
import { transact } from "../src/store/db.ts";
import { manyDifferences } from "./many-differences.ts";
import { measured } from "./measured.ts";

const entries = Number(process.argv[2] ?? 1_000_000);
const differences = 2_000;
const ofEach = Math.ceil(entries / differences / 2);
const mostSeconds = 60 * (entries / 1_000_000);
const atOnce = 20;

const { db, partnership, close } = await manyDifferences({
	count: differences,
	people: 1,
	level: "manager",
	tables: [],
});
const { app, partnershipId, people } = partnership;
/** As the database links them, some chains at a time: its own triggers would take longer than the bench. */
await measured("made", async () => {
	const { rows: copies } = await sql<{ id: string }>`select id from copy order by n`.execute(db);
	let reading = 1_000_000;
	for (let from = 0; from < copies.length; from += atOnce) {
		const acts: object[] = [];
		const readings: object[] = [];
		const links: object[] = [];
		for (const { id } of copies.slice(from, from + atOnce)) {
			let previous: string | null = null;
			for (let position = 1; position <= 2 * ofEach; position++) {
				const seq = (position + 1) / 2;
				const isAct = Number.isInteger(seq);
				const at = Temporal.Instant.from("2026-03-30T09:00:00Z").add({ minutes: position });
				const of = { difference_id: id, partnership_id: partnershipId };
				const stored = at.toString().replace("Z", "+00:00");
				let text: string;
				if (isAct) {
					const act = {
						...of,
						seq,
						type: "note-added",
						at: stored,
						by_person: people.teacher.id,
						by_side: "raising",
						audience: ["raising"],
						detail: { seq },
					};
					acts.push(act);
					text = textOfAct(
						{ ...act, seq: String(seq), audience: '["raising"]', detail: `{"seq": ${seq}}` },
						{},
					);
				} else {
					const read = {
						...of,
						id: ++reading,
						person_id: people.teacher.id,
						what: "difference",
						at: stored,
					};
					readings.push(read);
					text = textOfRow("reading", { ...read, id: String(reading) });
				}
				const link: Link = {
					chain: id,
					position,
					kind: isAct ? "act" : "read",
					key: String(isAct ? seq : reading),
					at: at.toString({ fractionalSecondDigits: 6 }),
					digest: sha256Of(text),
					previous,
				};
				previous = hashOfLink(link);
				links.push({ ...link, hash: previous });
			}
		}
		await transact(db, async (trx) => {
			await sql`set local session_replication_role = replica`.execute(trx);
			await sql`insert into event select difference_id, seq, partnership_id, type, at, by_person, by_side, audience, detail
				from jsonb_populate_recordset(null::event, ${JSON.stringify(acts)}::jsonb)`.execute(trx);
			await sql`insert into reading overriding system value select *
				from jsonb_populate_recordset(null::reading, ${JSON.stringify(readings)}::jsonb)`.execute(
				trx,
			);
			await sql`
				with links as materialized (select * from jsonb_to_recordset(${JSON.stringify(links)}::jsonb)
					as link (chain uuid, position int, kind text, key text, at timestamptz, digest text, previous text, hash text)
				), kept as (
					insert into chain_entry select chain, position, ${partnershipId}, kind, key, at, decode(digest, 'hex'), decode(previous, 'hex'), decode(hash, 'hex') from links
				)
				insert into chain_head select distinct on (chain) chain, ${partnershipId}::uuid, position, at, decode(hash, 'hex')
				from links order by chain, position desc`.execute(trx);
		});
	}
	// Each began, as the partnership's own chain says.
	await sql`select chain_milestone(chain_id, partnership_id, 'difference-begun', at, hash) from chain_entry
		where position = 1 and chain_id in (select id from copy) order by chain_id`.execute(db);
});
await sql`vacuum analyze`.execute(db);
await measured("signed", () => makeCheckpoint(app, partnershipId));

const began = performance.now();
const verified = await measured("verified", () =>
	verifyRecord(app, partnershipId, { replay: false }),
);
const seconds = (performance.now() - began) / 1000;
console.log(
	`${verified.entries.toLocaleString("en-GB")} entries of ${verified.differences} differences, ${verified.faults.length} faults, ${Math.round(verified.entries / seconds).toLocaleString("en-GB")} entries a second`,
);
for (const fault of verified.faults.slice(0, 3)) console.log(fault);
await close();
if (verified.faults.length > 0 || seconds > mostSeconds) process.exitCode = 1;
