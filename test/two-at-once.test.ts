import { sql } from "kysely";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { officeForAll } from "./support/office.ts";
import { freshKey, raiseByTeacher } from "./support/partnership.ts";
import type { Visitor } from "./support/visitor.ts";

const partnership = officeForAll({ at: "2026-03-26T10:00" });
let teacher: Visitor;
let lead: Visitor;
let id: string;

beforeAll(async () => {
	teacher = await partnership.visitor(partnership.people.teacher);
	lead = await partnership.visitor(partnership.people.safeguardingLead);
});
beforeEach(async () => {
	id = await raiseByTeacher(partnership);
});

/** The move that ends a difference: whoever makes it second finds nothing left to end. */
const withdraw = (difference = id) => `/differences/${difference}/moves/withdraw`;
const withdrawn = (why: string, key: string) =>
	new URLSearchParams({
		"withdrawal-reason": why,
		_key: key,
		// The page was drawn when nothing but the raising had happened.
		_seen: "1",
		// What the page that checks it sends.
		_do: "send-checked",
	}).toString();

const withdrawals = (difference = id) =>
	partnership.db
		.selectFrom("event")
		.where("difference_id", "=", difference)
		.where("type", "=", "move-made")
		.select("by_person")
		.execute();

test("the same form sent five times at once acts once, and each answer leads to what it did", async () => {
	const form = withdrawn("The family has moved away", freshKey());
	const answers = await Promise.all(
		Array.from({ length: 5 }, () => teacher.post(withdraw(), form)),
	);
	expect(answers.map(({ statusCode }) => statusCode)).toEqual(Array(5).fill(303));
	expect(new Set(answers.map(({ headers }) => headers.location)).size).toBe(1);
	expect(await withdrawals()).toHaveLength(1);
});

test("of two people who do the same at once, one acts; the other is told and keeps their text", async () => {
	const answers = await Promise.all([
		teacher.post(withdraw(), withdrawn("Says the teacher", freshKey())),
		lead.post(withdraw(), withdrawn("Says the lead", freshKey())),
	]);
	expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([303, 409]);
	const [by] = await withdrawals();
	const { teacher: first, safeguardingLead: second } = partnership.people;
	const theTeacherWas = by?.by_person === first.id;
	const told = answers.find(({ statusCode }) => statusCode === 409);
	expect(told?.body).toContain(theTeacherWas ? "Says the lead" : "Says the teacher");
	expect(told?.body).toContain(theTeacherWas ? first.name : second.name);
	expect(await withdrawals()).toHaveLength(1);
});

test("a form that comes with somebody else’s key acts not, and is not said to have acted", async () => {
	const key = freshKey();
	const other = await raiseByTeacher(partnership);
	await teacher.post(withdraw(), withdrawn("Says the teacher", key));
	for (const [person, text] of [
		[lead, "Says the lead"],
		[teacher, "Of another difference"],
	] as const) {
		const told = await person.post(withdraw(other), withdrawn(text, key));
		expect(told.statusCode).toBe(409);
		expect(told.body).toContain(text);
	}
	expect(await withdrawals(other)).toEqual([]);
});

test("an act that the database refuses says that nothing was saved, and shows what was typed", async () => {
	await sql`create function full_disk() returns trigger language plpgsql as $$
		begin raise exception 'Says the teacher' using errcode = '53100'; end $$`.execute(
		partnership.db,
	);
	await sql`create trigger full_disk before insert on event
		execute function full_disk()`.execute(partnership.db);
	try {
		const form = withdrawn("Says the teacher", freshKey());
		const told = await teacher.post(withdraw(), form);
		expect(told.statusCode).toBe(503);
		expect(told.body).toContain("not available just now");
		expect(told.body).toContain("Nothing of this has been saved");
		expect(told.body).toContain("Says the teacher");
		expect(told.body).not.toMatch(/trigger|plpgsql|at .*\.ts/);
		await sql`drop trigger full_disk on event`.execute(partnership.db);
		expect(await withdrawals()).toEqual([]);
		expect((await teacher.post(withdraw(), form)).statusCode).toBe(303);
		expect(await withdrawals()).toHaveLength(1);
	} finally {
		await sql`drop function full_disk cascade`.execute(partnership.db);
	}
});
