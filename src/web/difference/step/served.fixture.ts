import { afterAll, beforeAll, beforeEach } from "vitest";
import { type TestDatabase, testDatabase } from "../../../../test/support/database.ts";
import type { TestPartnership } from "../../../../test/support/partnership.ts";
import type { Db } from "../../../store/db.ts";
import { serverFor } from "./visitor.fixture.ts";

/** What stands before each test: a partnership of its own, on the real server. */
export type Served = {
	partnership: TestPartnership;
	server: ReturnType<typeof serverFor>;
};

/**
 * One database for the tests of a file, and for each of them a new partnership on 26 March 2026 and a server, which
 * is closed after it.
 *
 * @param given takes what stands, and adds what these tests begin with
 */
export function beforeEachServed(
	make: (db: Db, number: number) => Promise<TestPartnership>,
	given: (served: Served) => Promise<void>,
): void {
	let database: TestDatabase;
	let number = 0;
	beforeAll(async () => {
		database = await testDatabase();
	});
	afterAll(() => database.drop());
	beforeEach(async () => {
		number += 1;
		const partnership = await make(database.db, number);
		partnership.at("2026-03-26T10:00");
		const server = serverFor(partnership.app);
		await given({ partnership, server });
		return () => server.close();
	});
}
