/**
 * What is asked of lists, of searches and of the log reads as much among many differences as among a quarter of them: counted
 * in blocks of tables and indexes, as the role that serves, under the walls.
 */
import { sql } from "kysely";
import { beforeAll, expect, test } from "vitest";
import type { Viewer } from "../src/domain/people/viewer.ts";
import { protocolsInUse, stepsToLog } from "../src/reports/log-of-forms.ts";
import { type Trx, transact } from "../src/store/db.ts";
import { type LogAsked, listFormsInLog, listVersionsInUse } from "../src/store/log-of-forms.ts";
import { withinPartnership } from "../src/store/scope.ts";
import { listNamedIn, type Search, searchDifferences } from "../src/store/search.ts";
import { officeForAll } from "./support/office.ts";
import { raisedTo } from "./support/partnership.ts";

const [some, many] = [1_500, 6_000];
/** No question reads more: each row of a page or of a count costs some, and its way through an index. */
const mostBlocks = 2_000;

const partnership = officeForAll({ at: "2026-03-30T10:00" });
let template: string;
let school: string;
/** By question: what it finds and how many blocks it reads, among some and among many. */
let asked: Map<string, { among: Read; amongMany: Read }>;
type Read = { found: number; blocks: number };

beforeAll(async () => {
	template = await raisedTo(partnership, "forward");
	school = await addSchool();
	await copies(2, some);
	const among = await askAll();
	await copies(some + 1, many);
	const amongMany = await askAll();
	asked = new Map(
		[...among].flatMap(([question, read]) => {
			const later = amongMany.get(question);
			return later ? [[question, { among: read, amongMany: later }]] : [];
		}),
	);
});

/** What is asked, by what it finds. */
const questions = (): Record<string, (trx: Trx) => Promise<number>> => {
	const { businessUnit, headteacher } = partnership.people;
	const list =
		(search: Partial<Search>, viewer: Viewer = businessUnit) =>
		async (trx: Trx) =>
			(await searchDifferences(trx, viewer, { sort: "due", page: 1, pageSize: 20, ...search })).rows
				.length;
	const log = (asked: Partial<LogAsked>) => async (trx: Trx) => {
		const steps = stepsToLog([
			...(await protocolsInUse(partnership.app, partnership.partnershipId)).values(),
		]);
		const { rows } = await listFormsInLog(trx, businessUnit, "business-unit", steps, {
			page: 1,
			pageSize: 20,
			...asked,
		});
		return rows.length;
	};
	return {
		"the list": list({}),
		"what is open": list({ status: "open" }),
		"what ended": list({ status: "ended" }),
		"the list by what changed last": list({ sort: "changed" }),
		"the list by reference": list({ sort: "reference" }),
		"a manager’s list": list({}, headteacher),
		"what is overdue": list({ overdue: true, dueBefore: "2026-05-01T00:00:00Z" }),
		"a whole reference": list({ reference: "C1-000123" }),
		"the end of a reference": list({ reference: "00123" }),
		"a reference of none": list({ reference: "ZZZZZ" }),
		"of an agency that has a few": list({ agencyId: school }),
		"of an agency that has none": list({ agencyId: partnership.agencies.police }),
		"of an agency that has all": list({ agencyId: partnership.agencies.socialCare }),
		"of a theme that none has": list({ theme: "none" }),
		"of a stage at which none is": list({ stage: "none" }),
		"anything: a reference": list({ anything: "C1-000123", pageSize: 50 }),
		"anything: an agency’s name": list({ anything: "Small school", pageSize: 50 }),
		"anything: a name that nobody has": list({ anything: "Xyzzyq", pageSize: 50 }),
		"a reference in a subject line": async (trx) =>
			(await listNamedIn(trx, businessUnit, "Re: form C1 000123 of yesterday")).length,
		"the log": log({}),
		"the log of what is open": log({ status: "open" }),
		"the log of what ended": log({ status: "ended" }),
		"the log of an agency that has a few": log({ agencyId: school }),
		"the log of an agency that has all": log({ agencyId: partnership.agencies.socialCare }),
		"the log of a theme that none has": log({ theme: "none" }),
		"the log of a stage at which none is": log({ stage: "none" }),
		"the log of what is late": log({ late: true }),
		"the log of a day": log({
			receivedFrom: "2026-03-30T00:00:00Z",
			receivedBefore: "2026-03-31T00:00:00Z",
		}),
		"the log from the middle of it on": log({
			page: 9,
			beside: { is: "after", receivedAt: "2026-03-30T07:00:00.000Z", reference: "C1-000160" },
		}),
		"versions in use": async (trx) =>
			(await listVersionsInUse(trx, partnership.partnershipId)).length,
	};
};

async function askAll(): Promise<Map<string, Read>> {
	await sql`vacuum analyze`.execute(partnership.db);
	const reads = new Map<string, Read>();
	const { partnershipId } = partnership;
	for (const [question, ask] of Object.entries(questions()))
		await withinPartnership({ partnershipId, personId: partnership.people.businessUnit.id }, () =>
			transact(partnership.serving, async (trx) => {
				// Once to plan: what is looked up of tables for that is no part of it.
				await ask(trx);
				const before = await blocksRead(trx);
				const found = await ask(trx);
				reads.set(question, { found, blocks: (await blocksRead(trx)) - before });
			}),
		);
	return reads;
}

/** Blocks of our tables and their indexes that this connection has read in its transaction. */
async function blocksRead(trx: Trx): Promise<number> {
	const { rows } = await sql<{ blocks: number }>`
		select sum(pg_stat_get_xact_blocks_fetched(oid)) as blocks from pg_class
		where relnamespace = 'public'::regnamespace and relkind in ('r', 'i')`.execute(trx);
	return Number(rows[0]?.blocks ?? 0);
}

async function addSchool(): Promise<string> {
	const { rows } = await sql<{ id: string }>`
		insert into agency (id, partnership_id, name, sector)
		values (gen_random_uuid(), ${partnership.partnershipId}, 'Small school', 'education') returning id`.execute(
		partnership.db,
	);
	return rows[0]?.id ?? "";
}

/** Copies of the difference, a minute apart each; one in ten is open, the first thirty are of a small school. */
async function copies(from: number, to: number): Promise<void> {
	const { db } = partnership;
	const ended = sql`n % 10 > 0`;
	await transact(db, async (trx) => {
		await sql`create temporary table copy on commit drop as
			select n, gen_random_uuid() as id from generate_series(${sql.lit(from)}::int, ${sql.lit(to)}::int) n`.execute(
			trx,
		);
		await sql`
			insert into difference select copy.id, partnership_id, 'C1-' || lpad(n::text, 6, '0'), protocol_version_id,
				case when n <= 30 then ${school} else raising_agency_id end, receiving_agency_id, raised_by,
				raised_at - n * interval '1 minute', case when ${ended} then 'ended' else status end, stage,
				case when ${ended} then 'resolved' else ending end, case when ${ended} then raised_at end, last_seq
			from difference, copy where difference.id = ${template}`.execute(trx);
		const { rows } = await sql<{ name: string }>`
			select column_name as name from information_schema.columns
			where table_name = 'difference_party' and is_generated = 'NEVER'
				and column_name not in ('difference_id', 'since', 'changed_at', 'status', 'ending', 'next_due_at', 'agencies')`.execute(
			trx,
		);
		const columns = sql.join(rows.map(({ name }) => sql.ref(name)));
		await sql`
			insert into difference_party (difference_id, since, changed_at, status, ending, next_due_at, agencies, ${columns})
			select copy.id, since - n * interval '1 minute', changed_at - n * interval '1 minute',
				case when ${ended} then 'ended' else status end, case when ${ended} then 'resolved' else ending end,
				case when not (${ended}) then next_due_at + n % 60 * interval '1 day' end,
				case when n <= 30 then array[${school}::uuid, ${partnership.agencies.socialCare}::uuid] else agencies end,
				${columns}
			from difference_party, copy where difference_party.difference_id = ${template}`.execute(trx);
	});
}

test("a question of lists and of the log reads as much among many differences as among a quarter of them", () => {
	expect(asked.size).toBe(Object.keys(questions()).length);
	for (const [question, { among, amongMany }] of asked) {
		expect(among.blocks, question).toBeGreaterThan(0);
		expect(amongMany.blocks, question).toBeLessThan(mostBlocks);
		// Another plan may be the better one among more; whatever reads all would read four times as much.
		expect(amongMany.blocks, question).toBeLessThan(2.5 * among.blocks + 100);
	}
});

test("and finds what there is", () => {
	const found = Object.fromEntries(
		[...asked].map(([question, { amongMany }]) => [question, amongMany.found]),
	);
	expect(found).toMatchObject({
		"the list": 20,
		"a whole reference": 1,
		"a reference of none": 0,
		"of an agency that has a few": 20,
		"of an agency that has none": 0,
		"anything: a reference": 1,
		"anything: an agency’s name": 29,
		"a reference in a subject line": 1,
		"the log from the middle of it on": 20,
		"versions in use": 1,
	});
});
