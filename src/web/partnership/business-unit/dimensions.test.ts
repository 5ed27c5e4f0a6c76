import { afterAll, beforeAll, expect, test } from "vitest";
import { challenge, challengePartnership, toLevel } from "../../../../test/support/challenge.ts";
import { type TestDatabase, testDatabase } from "../../../../test/support/database.ts";
import type { TestPartnership } from "../../../../test/support/partnership.ts";
import { type Reader, readerOf } from "../../difference/reader.fixture.ts";
import { businessUnitRoutes } from "./routes.tsx";

let database: TestDatabase;
let partnership: TestPartnership;
let pages: Reader;

beforeAll(async () => {
	database = await testDatabase();
	partnership = await challengePartnership(database.db);
	partnership.at("2026-03-26T10:00");
	for (const locality of ["north", "south"])
		await toLevel(partnership, await challenge(partnership, { locality }), "reply");
	pages = readerOf(partnership.app, [businessUnitRoutes]);
});
afterAll(async () => {
	await pages.close();
	await database.drop();
});

test("what the protocol counts by stands in the log, a column each, in words", async () => {
	const words = await pages.words(partnership.people.businessUnit, "/business-unit/log");
	expect(words).toContain("Where does the person live?");
	expect(words).toContain("Level 2: Reply South In the usual time");
	expect(words).toContain("Level 2: Reply North In the usual time");
});

test("and in its file", async () => {
	const { body } = await pages.read(partnership.people.businessUnit, "/business-unit/log.csv");
	const [head = "", ...rows] = body.split("\r\n");
	expect(head).toContain(",About,Where does the person live?,How urgent is it?,");
	expect(rows.filter((row) => row.includes(",North,In the usual time,"))).toHaveLength(1);
});
