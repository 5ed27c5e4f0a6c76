import { afterAll, beforeAll, expect, test } from "vitest";
import {
	type TestDatabase,
	testDatabase,
} from "../../../test/support/database.ts";
import {
	type TestPartnership,
	testPartnership,
} from "../../../test/support/partnership.ts";
import {
	faultsIn,
	type Reader,
	readerOf,
} from "../differences/reader.fixture.ts";
import { protocolGuideRoutes } from "./routes.tsx";

let database: TestDatabase;
let partnership: TestPartnership;
let pages: Reader;
beforeAll(async () => {
	database = await testDatabase();
	partnership = await testPartnership(database.db);
	pages = readerOf(partnership.app, [protocolGuideRoutes]);
});
afterAll(async () => {
	await pages.close();
	await database.drop();
});

test("anybody can read the stages, who does what by when, whom to ring and whom to ask", async () => {
	const words = await pages.words(partnership.people.teacher, "/protocol");
	expect(words).toContain("Stage 4: Executive decision");
	expect(words).toContain("The SSCP Business Unit, within 2 working days.");
	expect(words).toContain("Agency B’s senior manager, within 10 working days.");
	expect(words).toContain("by the day that was agreed");
	expect(words).toContain("in education: safeguarding lead");
	expect(words).toContain("Children’s Social Care: 0300 123 2224");
	expect(words).toContain("Ines Cole, manager, businessunit.1@example.org");
});

test("before a protocol is in force there is none to read", async () => {
	partnership.at("2021-03-31T12:00");
	expect(
		(await pages.read(partnership.people.teacher, "/protocol")).statusCode,
	).toBe(404);
	partnership.at("2021-04-01T12:00");
	expect(
		(await pages.read(partnership.people.teacher, "/protocol")).statusCode,
	).toBe(200);
});

test("it is valid HTML", async () => {
	const { body } = await pages.read(partnership.people.teacher, "/protocol");
	expect(await faultsIn(body)).toEqual([]);
	expect(await faultsIn("<p><div></p>")).not.toEqual([]);
});
