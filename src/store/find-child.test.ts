import { sql } from "kysely";
import { beforeAll, describe, expect, test } from "vitest";
import { rolledBack } from "../../test/support/database.ts";
import { officeForAll } from "../../test/support/office.ts";
import {
	freshKey,
	raisedTo,
	referenceOf,
	type TestPartnership,
	toFormal,
} from "../../test/support/partnership.ts";
import { raiseDifference } from "../actions/raise-difference.ts";
import { openAboutSameChild } from "../actions/same-child.ts";
import type { Viewer } from "../domain/people/viewer.ts";
import type { Trx } from "./db.ts";
import { listOpenAbout } from "./find-child.ts";
import { indexAgain, indexLongNames } from "./index-again.ts";
import { searchDifferences } from "./search.ts";

const partnership = officeForAll({ at: "2026-03-26T10:00" });
const zoe = { name: "Zoë O’Neill-Smythe", dateOfBirth: "2015-02-03", identifier: "943 476 5919" };

const raise = (by: Viewer, { app, people, agencies }: TestPartnership = partnership, about = zoe) =>
	raiseDifference(app, by, {
		key: freshKey(),
		receivingAgency: agencies.socialCare,
		answers: {
			"practitioner-b": { id: people.socialWorker.id },
			themes: ["thresholds"],
			children: [about],
			issue: "He came without a coat",
			"outcome-wanted": "A visit",
		},
		urgentContacts: [],
	});

/** The references that a search gives somebody. */
async function found(
	viewer: Viewer,
	how: { about?: string; anything?: string },
): Promise<string[]> {
	const { rows } = await searchDifferences(partnership.db, viewer, {
		...how,
		sort: "reference",
		page: 1,
		pageSize: 50,
	});
	return rows.map(({ reference }) => reference);
}

let byTeacher: string;
let byOther: string;

beforeAll(async () => {
	const { teacher, otherTeacher } = partnership.people;
	byTeacher = await raise(teacher);
	byOther = await raise(otherTeacher, partnership, { ...zoe, name: "ZOE O'Neill Smythe" });
	await raisedTo(partnership, "forward");
	const elsewhere = await partnership.another();
	elsewhere.at("2026-03-26T10:00");
	await raise(elsewhere.people.teacher, elsewhere);
});

describe("a child is found", () => {
	test.each([
		["the beginnings of the name", "zoe one"],
		["the whole name, typed in capitals", "ZOË O'NEILL-SMYTHE"],
		["one part of it", "smythe"],
		["the date of birth", "3 2 2015"],
		["the identifier", "9434765919"],
	])("by %s, on the list and by the one box", async (_how, typed) => {
		const { headteacher, teacher } = partnership.people;
		const both = [
			await referenceOf(partnership, byTeacher),
			await referenceOf(partnership, byOther),
		].sort();
		expect(await found(headteacher, { about: typed })).toEqual(both);
		expect(await found(headteacher, { anything: typed })).toEqual(both);
		expect(await found(teacher, { about: typed })).toEqual([
			await referenceOf(partnership, byTeacher),
		]);
	});
});

test("whoever was indexed before names had a code of six letters is found afterwards, also where that had begun", async () => {
	const { db, people } = partnership;
	const smythes = async (trx: Trx) => {
		const { rows } = await searchDifferences(trx, people.teacher, {
			about: "Smythe",
			sort: "reference",
			page: 1,
			pageSize: 50,
		});
		return rows.map(({ id }) => id);
	};
	await rolledBack(db, async (trx) => {
		const before = await smythes(trx);
		expect(before).toContain(byTeacher);
		await sql`delete from about_index where kind = 'long-name'`.execute(trx);
		expect(await smythes(trx)).toEqual([]);
		await sql`update partnership_key set has_long_names = false`.execute(trx);
		await indexAgain(trx, [byOther]);
		await indexLongNames(trx, 1);
		expect(await smythes(trx)).toEqual(before);
		const { rows } = await sql`select from partnership_key where not has_long_names`.execute(trx);
		expect(rows).toEqual([]);
	});
});

describe("a child is not found", () => {
	test("by anybody who may not see the difference, nor by those of another partnership", async () => {
		const { socialWorker, director, officer, businessUnit } = partnership.people;
		for (const viewer of [socialWorker, director, officer, businessUnit])
			for (const typed of ["zoe", "2015-02-03", "943 476 5919"])
				expect(await found(viewer, { about: typed, anything: typed })).toEqual([]);
		expect(await found(partnership.people.headteacher, { about: "zoe" })).toHaveLength(2);
	});

	test("by the middle of a name, by another beginning, or by somebody whose code happens to be the same", async () => {
		const { headteacher } = partnership.people;
		for (const typed of ["mythe", "oe", "Zora", "4 2 2015", "943476591"])
			expect(await found(headteacher, { about: typed })).toEqual([]);
		// Every code leads to everybody: what stands there decides.
		await sql`
			insert into about_index
			select distinct difference_id, seq, field, partnership_id, partnership_key_id, k.kind, c.code
			from about_index, (values ('name'), ('long-name'), ('born'), ('identifier')) k (kind), generate_series(0, 255) c (code)
			on conflict do nothing`.execute(partnership.db);
		expect(await found(headteacher, { about: "Zora" })).toEqual([]);
		expect(await found(headteacher, { about: "zoe" })).toHaveLength(2);
	});
});

test("the same child raised twice by a school is told to those who answer for it, and to the office once it was sent both", async () => {
	const { app, db, people, agencies } = partnership;
	const alike = (viewer: Viewer, but: string) =>
		openAboutSameChild(app, db, viewer, agencies.school, [zoe], but);
	expect((await alike(people.headteacher, byTeacher)).map(({ id }) => id)).toEqual([byOther]);
	expect(await alike(people.teacher, byTeacher)).toEqual([]);
	expect(await alike(people.businessUnit, byTeacher)).toEqual([]);

	// Told where their side is told whom it is about: nothing of the record is read for it.
	const told = await listOpenAbout(db, people.headteacher, agencies.school, [zoe], byTeacher);
	expect(told.map(({ id, isTold }) => [id, isTold])).toEqual([[byOther, true]]);

	const twice = [byTeacher, byOther];
	for (const id of twice) {
		const teacher = id === byTeacher ? people.teacher : people.otherTeacher;
		await toFormal({ ...partnership, people: { ...people, teacher } }, id, "sign-off");
	}
	// The form that the office was sent names another child in full, so that is whom it may read of.
	const canary = [{ name: "canary child", dateOfBirth: "2018-05-14", identifier: "" }];
	const inForm = await openAboutSameChild(
		app,
		db,
		people.businessUnit,
		agencies.school,
		canary,
		byTeacher,
	);
	expect(inForm.map(({ id }) => id)).toContain(byOther);
});

test("an index row holds a code of one byte and no word", async () => {
	const rows = await partnership.db.selectFrom("about_index").selectAll().execute();
	expect(rows.length).toBeGreaterThan(10);
	for (const { code } of rows) expect(code >= 0 && code < 256).toBe(true);
	expect(Object.keys(rows[0] ?? {}).sort()).toEqual(
		[
			"difference_id",
			"seq",
			"field",
			"partnership_id",
			"partnership_key_id",
			"kind",
			"code",
		].sort(),
	);
});
