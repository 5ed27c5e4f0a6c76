import { sql } from "kysely";
import { beforeAll, expect, test } from "vitest";
import { officeForAll } from "../../test/support/office.ts";
import { mayBeAskedUnnamed } from "../domain/people/who-answers.ts";
import { listWhoMayBeAsked, listWhoMayBeAskedFor } from "./people.ts";

const partnership = officeForAll();
const day = "2026-03-02";
const colleague = (n: number) => `c0000000-0000-4000-8000-${String(n).padStart(12, "0")}`;
const practitioners = {
	agency: "",
	office: null,
	givenBy: null,
	level: "practitioner" as const,
	posts: [],
	named: [colleague(3)],
	person: colleague(4),
};

beforeAll(async () => {
	const { db, partnershipId, agencies } = partnership;
	practitioners.agency = agencies.school;
	await sql`
		insert into person (id, partnership_id, agency_id, name, job_title, email, level)
		select ('c0000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid, ${partnershipId}, ${agencies.school},
			'Colleague ' || n, 'Teacher', 'colleague.' || n || '@example.org', 'practitioner'
		from generate_series(1, 40) as n`.execute(db);
	await sql`insert into deputy (person_id, deputy_id, partnership_id)
		values (${colleague(4)}, ${colleague(5)}, ${partnershipId})`.execute(db);
});

const ids = (some: { id: string }[]) => some.map(({ id }) => id);

test("of a large agency those are read who answer without being named, and whoever is named, was given it or stands in", async () => {
	const { db, partnershipId } = partnership;
	const all = await listWhoMayBeAsked(db, partnershipId, day, {
		agencies: [practitioners.agency],
		offices: [],
	});
	const few = await listWhoMayBeAskedFor(db, partnershipId, day, [practitioners]);
	const expected = all.filter(
		(one) => mayBeAskedUnnamed(one) || [3, 4, 5].map(colleague).includes(one.id),
	);
	expect(ids(few)).toEqual(ids(expected));
	expect(few.length).toBeLessThan(all.length - 30);
});

test("of what is everybody’s all are read", async () => {
	const { db, partnershipId } = partnership;
	const few = await listWhoMayBeAskedFor(db, partnershipId, day, [
		{ ...practitioners, level: null },
	]);
	expect(ids(few)).toEqual(
		expect.arrayContaining(Array.from({ length: 40 }, (_, n) => colleague(n + 1))),
	);
});
