/**
 * What pages cost in a partnership of 10,000 people and 500 agencies, beside one of a tenth of that: statements, rows that come
 * from the database, and bytes, which do not hang on the machine.
 */
import { sql } from "kysely";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { sessionStore } from "../src/store/sessions.ts";
import {
	administrationPaths,
	agencyPaths,
	colleaguePaths,
	colleaguesPath,
	paths,
	peoplePaths,
	raisePaths,
} from "../src/web/addresses.ts";
import { officeForAll } from "./support/office.ts";
import type { TestPartnership } from "./support/partnership.ts";
import { stranger, type Visitor } from "./support/visitor.ts";

type Cost = { statements: number; rows: number; bytes: number };

const partnership = officeForAll({ at: "2026-03-26T10:00" });
const query = pg.Client.prototype.query;
const counted = { statements: 0, rows: 0 };
/** By page, with few people and with many. */
let costs: Map<string, { few: Cost; many: Cost }>;

const id = (kind: "a" | "b", nth: number) =>
	`${kind}0000000-0000-4000-8000-${String(nth).padStart(12, "0")}`;

/** Who looks at what. */
const pages = (): [who: keyof TestPartnership["people"], address: string][] => [
	["administrator", administrationPaths.start],
	["administrator", administrationPaths.invite],
	["administrator", administrationPaths.inviteSeveral],
	["administrator", administrationPaths.imports],
	["administrator", peoplePaths.list],
	["administrator", `${peoplePaths.list}?page=2`],
	["administrator", peoplePaths.person(id("b", 77))],
	["administrator", peoplePaths.leave(id("b", 77))],
	["administrator", agencyPaths.list],
	["administrator", agencyPaths.agency(id("a", 7))],
	["administrator", colleaguesPath],
	["businessUnit", paths.businessUnit],
	["businessUnit", `${paths.differences}?find=Robin`],
	["teacher", paths.myWork],
	["teacher", raisePaths.start],
];

/** What finds people and agencies by some letters, which no address has. */
const finds = [peoplePaths.find, agencyPaths.find, colleaguePaths.find];

beforeAll(async () => {
	pg.Client.prototype.query = function (this: pg.Client, ...given: unknown[]) {
		const answer = (query as (...given: unknown[]) => unknown).apply(this, given);
		counted.statements += 1;
		if (answer instanceof Promise)
			answer.then(
				({ rows }: pg.QueryResult) => {
					counted.rows += rows?.length ?? 0;
				},
				() => {},
			);
		return answer;
	} as typeof query;
	await addPeople(1, 1_000, 50);
	const few = await costOfEach();
	await addPeople(1_001, 10_000, 500);
	const many = await costOfEach();
	costs = new Map(
		[...few].map(([page, cost]) => [page, { few: cost, many: many.get(page) ?? cost }]),
	);
});
afterAll(() => {
	pg.Client.prototype.query = query;
});

/** People by their numbers, in agencies up to a number. */
async function addPeople(from: number, to: number, agencies: number): Promise<void> {
	const { db, partnershipId } = partnership;
	await sql`
		insert into agency (id, partnership_id, name, sector)
		select ('a0000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid, ${partnershipId}, 'School ' || n, 'education'
		from generate_series(1, ${sql.lit(agencies)}) as n on conflict do nothing`.execute(db);
	await sql`
		insert into person (id, partnership_id, agency_id, name, job_title, email, level)
		select ('b0000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid, ${partnershipId},
			('a0000000-0000-4000-8000-' || lpad((1 + n % ${sql.lit(agencies)})::text, 12, '0'))::uuid,
			'Person ' || n, 'Teacher', 'person.' || n || '@example.org', 'practitioner'
		from generate_series(${sql.lit(from)}::int, ${sql.lit(to)}::int) as n`.execute(db);
	await sql`analyze`.execute(db);
}

async function costOfEach(): Promise<Map<string, Cost>> {
	const web = partnership.serve({ sessions: sessionStore(partnership.serving) });
	const found = new Map<string, Cost>();
	for (const [who, address] of pages()) {
		const it = stranger(web, { host: "127.0.0.1:3000" });
		await it.get(`/enter/${partnership.people[who].id}`);
		await it.get(address);
		found.set(`${address}, ${who}`, await costOf(() => it.get(address)));
	}
	const it = stranger(web, { host: "127.0.0.1:3000" });
	await it.get(`/enter/${partnership.people.administrator.id}`);
	for (const address of finds) {
		const find = () => it.post(address, { letters: "o" });
		await find();
		found.set(address, await costOf(find));
	}
	return found;
}

async function costOf(ask: () => ReturnType<Visitor["get"]>): Promise<Cost> {
	Object.assign(counted, { statements: 0, rows: 0 });
	const { statusCode, body } = await ask();
	expect(statusCode).toBe(200);
	return { ...counted, bytes: Buffer.byteLength(body) };
}

test("ten times as many people cost no page a statement, and rows and bytes for the names of agencies alone", () => {
	expect(costs.size).toBe(pages().length + finds.length);
	for (const [page, { few, many }] of costs) {
		expect([page, many.statements - few.statements]).toEqual([page, 0]);
		// To choose one of 450 more agencies, and once more which of them answers for it.
		expect(many.rows - few.rows, page).toBeLessThanOrEqual(2 * 450);
		expect(many.bytes - few.bytes, page).toBeLessThanOrEqual(450 * 80);
		expect(many.bytes, page).toBeLessThanOrEqual(72_000);
	}
});

test("who is looked for is found among all of them, and no more than a page of them", async () => {
	const { administrator, headteacher, teacher } = partnership.people;
	const it = await partnership.visitor(administrator);
	const first = await it.open(colleaguesPath);
	expect(first.words).toContain("Showing 1 to 50 of 10,0");
	const found = await it.post(colleaguePaths.find, { letters: "person 777" });
	expect(found.body).toContain("Person 7770");
	expect(found.body).not.toContain("Person 778<");
	expect((await it.post(colleaguePaths.find, { letters: "%" })).body).toContain("Nobody is found");
	expect((await it.post(colleaguePaths.find, { letters: "Person" })).body).toContain(
		"These are the first 50",
	);
	const start = await it.open(`${administrationPaths.start}?page=2`);
	expect(start.words).toContain("Showing 51 to 100 of 10,0");
	// Whoever answers for an agency finds its people and no other.
	const theirs = await partnership.visitor(headteacher);
	await theirs.open(colleaguesPath);
	const own = await theirs.post(colleaguePaths.find, { letters: "o" });
	expect(own.body).toContain(teacher.name);
	expect(own.body).not.toContain("Person 1");
	const other = await partnership.visitor(teacher);
	expect((await other.post(colleaguePaths.find, { letters: "o" })).statusCode).toBe(404);
});
