import { sql } from "kysely";
import { beforeAll, expect, test } from "vitest";
import { officeForAll } from "../../test/support/office.ts";
import { listAgenciesKept, listPeopleKept, perPage } from "./people-kept.ts";

const partnership = officeForAll();
const agencies = 500;
const people = 10_000;

beforeAll(async () => {
	const { db, partnershipId } = partnership;
	await sql`
		insert into agency (id, partnership_id, name, sector)
		select ('a0000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid, ${partnershipId}, 'School ' || lpad(n::text, 3, '0'), 'education'
		from generate_series(1, ${agencies}) as n`.execute(db);
	await sql`
		insert into person (id, partnership_id, agency_id, name, job_title, email, level)
		select ('b0000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid, ${partnershipId},
			('a0000000-0000-4000-8000-' || lpad((1 + n % ${agencies})::text, 12, '0'))::uuid,
			'Person ' || lpad(n::text, 5, '0'), 'Teacher', 'person.' || n || '@example.org',
			case when n % 20 = 0 then 'manager' else 'practitioner' end
		from generate_series(1, ${people}) as n`.execute(db);
	await sql`analyze`.execute(db);
});

test("10,000 people come page by page, in order, none twice and none left out", async () => {
	const { db, partnershipId } = partnership;
	const { rows } = await sql<{ own: number }>`
		select count(*)::int as own from person where partnership_id = ${partnershipId}`.execute(db);
	const total = rows[0]?.own ?? 0;
	const seen: string[] = [];
	for (let page = 1; (page - 1) * perPage < total; page++) {
		const found = await listPeopleKept(db, partnershipId, { page });
		expect(found.total).toBe(total);
		seen.push(...found.people.map(({ id }) => id));
	}
	expect(new Set(seen).size).toBe(total);
	expect(seen).toHaveLength(total);
});

test("they are narrowed by letters, agency and office, of one partnership alone", async () => {
	const { db, partnershipId, people: known, another } = partnership;
	const elsewhere = await another();
	const byLetters = await listPeopleKept(db, partnershipId, { letters: "son 0123", page: 1 });
	expect(byLetters.total).toBe(10);
	const school = `a0000000-0000-4000-8000-${"7".padStart(12, "0")}`;
	expect((await listPeopleKept(db, partnershipId, { agencyId: school, page: 1 })).total).toBe(20);
	expect(
		(await listPeopleKept(db, partnershipId, { office: "executive", page: 1 })).people,
	).toEqual([expect.objectContaining({ id: known.executive.id })]);
	expect(
		(await listPeopleKept(db, elsewhere.partnershipId, { letters: "Person", page: 1 })).total,
	).toBe(0);
});

test("500 agencies come page by page, each with its people and whether anybody answers for it", async () => {
	const { db, partnershipId } = partnership;
	const first = await listAgenciesKept(db, partnershipId, { letters: "School", page: 1 });
	expect(first.total).toBe(agencies + 1);
	expect(first.agencies).toHaveLength(perPage);
	const school = first.agencies.find(({ name }) => name === "School 001");
	expect(school).toMatchObject({ people: 20, isAnswered: true });
	expect(first.agencies.find(({ name }) => name === "School 002")).toMatchObject({
		people: 20,
		isAnswered: false,
	});
});
