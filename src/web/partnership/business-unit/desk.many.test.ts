import { CompiledQuery, sql } from "kysely";
import pg from "pg";
import { expect, test, vi } from "vitest";
import { officeForAll } from "../../../../test/support/office.ts";
import { raiseByTeacher, referenceOf, toFormal } from "../../../../test/support/partnership.ts";
import type { Viewer } from "../../../domain/people/viewer.ts";
import { transact } from "../../../store/db.ts";
import { withinPartnership } from "../../../store/scope.ts";

const partnership = officeForAll({ at: "2026-03-30T10:00" });

/** Differences like one that was sent on and is not answered, or that has ended; references say which. */
const copies = (template: string, from: number, to: number, ended: boolean) =>
	transact(partnership.db, async (trx) => {
		await sql`create temporary table copy on commit drop as
			select gen_random_uuid() as id, 'C1-' || lpad(n::text, 6, '0') as reference
			from generate_series(${sql.lit(from)}, ${sql.lit(to)}) as n`.execute(trx);
		await sql`insert into difference (id, partnership_id, reference, protocol_version_id, raising_agency_id,
				receiving_agency_id, raised_by, raised_at, status, stage, ending, ended_at, last_seq)
			select copy.id, partnership_id, copy.reference, protocol_version_id, raising_agency_id, receiving_agency_id,
				raised_by, raised_at, case when ${ended} then 'ended' else status end, stage,
				case when ${ended} then 'resolved' end, case when ${ended} then raised_at end, last_seq
			from difference, copy where difference.id = ${template}`.execute(trx);
		for (const table of [
			"difference_party",
			"difference_person",
			...(ended ? [] : ["open_step", "clock"]),
		]) {
			const { rows } = await sql<{ name: string }>`
				select column_name as name from information_schema.columns
				where table_schema = 'public' and table_name = ${table} and column_name <> 'difference_id'
					and is_generated = 'NEVER'`.execute(trx);
			const columns = rows.map(({ name }) => name);
			const values = columns.map((name) =>
				ended && name === "status"
					? sql`'ended'`
					: ended && name === "ending"
						? sql`'resolved'`
						: sql.ref(`${table}.${name}`),
			);
			await sql`insert into ${sql.table(table)} (difference_id, ${sql.join(columns.map((name) => sql.ref(name)))})
				select copy.id, ${sql.join(values)} from ${sql.table(table)}, copy where difference_id = ${template}`.execute(
				trx,
			);
		}
	});

/** What a page costs: bytes, statements, and how many pages of the database its questions touch. */
async function costOf(person: Viewer, url: string) {
	const visitor = await partnership.visitor(person);
	await visitor.get(url);
	const asked: { text: string; values: unknown[] }[] = [];
	const spy = vi.spyOn(pg.Client.prototype, "query");
	const answer = await visitor.get(url);
	for (const [query] of spy.mock.calls as unknown as [{ text?: string; values?: unknown[] }][])
		if (query.text !== undefined) asked.push({ text: query.text, values: query.values ?? [] });
	spy.mockRestore();
	expect(answer.statusCode, url).toBe(200);
	let buffers = 0;
	const reads = asked.filter(
		({ text }) =>
			/^\s*(select|with)\b/.test(text) && !/\b(insert|update|delete|set_config)\b/.test(text),
	);
	await withinPartnership(
		{ partnershipId: person.partnershipId, personId: person.id },
		async () => {
			for (const { text, values } of reads) {
				const { rows } = await partnership.serving.executeQuery<{
					"QUERY PLAN": [{ Plan: Record<string, number> }];
				}>(
					CompiledQuery.raw(`explain (analyze, buffers, timing off, format json) ${text}`, values),
				);
				const [{ Plan: plan }] = rows[0]?.["QUERY PLAN"] ?? [{ Plan: {} }];
				buffers += (plan["Shared Hit Blocks"] ?? 0) + (plan["Shared Read Blocks"] ?? 0);
			}
		},
	);
	return {
		bytes: Buffer.byteLength(answer.body),
		statements: asked.length,
		buffers,
		reads: reads.length,
	};
}

test("desk and My work cost the same however much has ended, and little more however much is owed", async () => {
	const { people, words } = partnership;
	const template = await raiseByTeacher(partnership);
	await toFormal(partnership, template, "forward");
	const pages = [
		[people.businessUnit, "/business-unit"],
		[people.businessUnit, "/"],
		[people.director, "/"],
		[people.teacher, "/"],
	] as const;
	const measure = async () => {
		await sql`analyze`.execute(partnership.db);
		const costs = [];
		for (const [person, url] of pages) costs.push(await costOf(person, url));
		return costs;
	};

	await copies(template, 1, 100, false);
	const few = await measure();
	await copies(template, 101, 1_100, true);
	const manyEnded = await measure();
	await copies(template, 1_101, 1_600, false);
	const manyOwed = await measure();

	for (const [nth, [person, url]] of pages.entries()) {
		const [one, ended, owed] = [few[nth], manyEnded[nth], manyOwed[nth]];
		if (!one || !ended || !owed) throw new Error("not measured");
		const of = `${url} of ${person.name}: ${JSON.stringify({ one, ended, owed })}`;
		expect(one.reads, of).toBeGreaterThan(5);
		expect(Math.max(one.bytes, ended.bytes, owed.bytes), of).toBeLessThan(45_000);
		// With the first that ended a page may ask for them.
		expect(ended.statements, of).toBeLessThanOrEqual(one.statements + 2);
		expect(owed.statements, of).toBe(ended.statements);
		expect(ended.buffers, of).toBeLessThan(one.buffers * 1.5);
		// Six times as much is owed.
		expect(owed.buffers, of).toBeLessThan(one.buffers * 4);
	}

	// Nothing is hidden: all are counted, and the last of them is on the last page.
	expect(await words(people.businessUnit, "/business-unit")).toContain("Awaiting a response : 601");
	const last = await words(people.businessUnit, "/business-unit?part=awaiting-response&page=25");
	expect(last).toContain("Showing 601 to 601 of 601 rows");
	const lastOfAll = await referenceOf(partnership, template);
	expect(last).toContain(lastOfAll);
	const printed = await words(
		people.businessUnit,
		"/business-unit?part=awaiting-response&many=yes&page=2",
	);
	expect(printed).toContain("Showing 501 to 601 of 601 rows");
	expect(await words(people.director, "/")).toContain("You have 601 things to do");
	expect(await words(people.director, "/?list=mine&page=25")).toContain(lastOfAll);
});
