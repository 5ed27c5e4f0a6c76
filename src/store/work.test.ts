import { type RawBuilder, sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { rolledBack, type TestDatabase, testDatabase } from "../../test/support/database.ts";
import { actingAs, answersForAgency } from "../domain/people/viewer.ts";
import { assigneesOf, belongsTo, mayAnswer } from "../domain/people/who-answers.ts";
import { partnershipId } from "../rehearsal/identifiers.ts";
import type { Trx } from "./db.ts";
import { findViewer, listWhoMayBeAsked } from "./people.ts";
import { allOfIt, findWork, type OwedStep, type Work } from "./work.ts";

let database: TestDatabase;
beforeAll(async () => {
	database = await testDatabase({ rehearsal: "2026-03-24T10:00" });
});
afterAll(() => database.drop());

const at = Temporal.Instant.from("2026-03-24T10:00:00Z");
const day = "2026-03-24";

/** More people are named in each difference, and some of them are away, stand in, are barred, or were given something. */
async function mix(trx: Trx): Promise<void> {
	await sql`
		insert into person (id, partnership_id, agency_id, name, job_title, email, level, safeguarding_lead, offices)
		select md5(id::text || nth)::uuid, partnership_id, agency_id, name || nth, job_title, nth || email, level,
			safeguarding_lead, offices
		from person, generate_series(1, 4) nth where partnership_id = ${partnershipId} and left_at is null and only_in is null`.execute(
		trx,
	);
	await sql`
		insert into difference_person (difference_id, person_id, partnership_id, side)
		select one.difference_id, person.id, one.partnership_id, one.side
		from (select distinct difference_id, partnership_id, agency_id, side from difference_party
			where agency_id is not null and status = 'open') one
		join person on person.agency_id = one.agency_id and person.left_at is null
		join difference on difference.id = one.difference_id
		where abs(hashtext(difference.raised_at::text || person.id::text)) % 3 = 0
		on conflict do nothing`.execute(trx);
	await sql`
		insert into absence (id, partnership_id, person_id, from_on, until_on, entered_by, entered_at)
		select gen_random_uuid(), partnership_id, id, ${day}, ${day}, id, ${at.toString()} from person
		where partnership_id = ${partnershipId} and abs(hashtext(id::text)) % 5 = 0`.execute(trx);
	await sql`
		insert into deputy (person_id, deputy_id, partnership_id)
		select distinct on (one.id) one.id, other.id, one.partnership_id from person one
		join person other on other.agency_id = one.agency_id and other.id <> one.id
		where one.partnership_id = ${partnershipId} and abs(hashtext(one.id::text)) % 10 = 0
		order by one.id, other.id on conflict do nothing`.execute(trx);
	await sql`select keep_owed(array[id]) from difference`.execute(trx);
	const { rows: columns } = await sql<{ name: string }>`
		select column_name as name from information_schema.columns
		where table_schema = 'public' and table_name = 'owed' and is_generated = 'NEVER'
			and column_name not in ('number', 'owed', 'named', 'person_id', 'barred', 'seat')`.execute(
		trx,
	);
	const same = sql.join(columns.map(({ name }) => sql.ref(name)));
	const oneIn = (n: RawBuilder<unknown>, salt: string) =>
		sql`abs(hashtext(p.id::text || opened_at::text || owed || number::text || nth::text || ${salt})) % ${n} = 0`;
	const some = (n: RawBuilder<unknown>, salt: string) =>
		sql`(select p.id from person p where p.agency_id = by_agency_id and ${oneIn(n, salt)} order by p.id limit 1)`;
	await sql`
		insert into owed (${same}, number, owed, seat, named, person_id, barred)
		select ${same}, number + 100 * nth, owed || nth, md5(concat_ws('|', seat, named, person_id, barred))::uuid, named, person_id, barred
		from (select ${same}, number, nth, owed, seat,
			array(select p.id::text from person p where p.agency_id = by_agency_id and ${oneIn(sql`(4 * nth)`, "named")}) as named,
			${some(sql`(8 * nth)`, "given")} as person_id, coalesce(array[${some(sql`(8 * nth)`, "barred")}], '{}') as barred
		from owed, generate_series(1, 16) nth where by_agency_id is not null) more`.execute(trx);
}

test("what is alike to the rules is counted once, and lies in the list in which the rule puts each by itself", async () => {
	await rolledBack(database.db, async (trx) => {
		await mix(trx);
		const directory = await listWhoMayBeAsked(trx, partnershipId, day);
		const seen: Record<keyof Work, number> = { mine: 0, agency: 0, waitingFor: 0 };
		for (const { id } of directory) {
			const viewer = await findViewer(trx, id, at);
			if (!viewer) continue;
			const { counts, read } = await findWork(trx, viewer, { day, at: at.toString() });
			const work = await read(allOfIt);
			const listOf = (duty: OwedStep): keyof Work => {
				if (assigneesOf(duty, directory).some((one) => one.id === id)) return "mine";
				const isAgencys = actingAs(viewer).some(
					(one) => belongsTo(duty, one) && answersForAgency(one) && duty.agency !== null,
				);
				return mayAnswer(duty, viewer) || isAgencys ? "agency" : "waitingFor";
			};
			for (const list of ["mine", "agency", "waitingFor"] as const) {
				expect(new Set(work[list].map(listOf))).toEqual(
					new Set(work[list].length > 0 ? [list] : []),
				);
				expect(work[list].length).toBe(counts[list].total);
				seen[list] += work[list].length;
				const part = { offset: 1, limit: 4 };
				const some = await read({ [list]: part });
				expect(some[list]).toEqual(work[list].slice(1, 5));
			}
		}
		expect(Math.min(...Object.values(seen))).toBeGreaterThan(50);
	});
});
