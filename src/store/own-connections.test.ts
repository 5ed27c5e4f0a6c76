import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "../../test/support/database.ts";
import { ServerFault } from "./connect.ts";
import { refuseSharedConnections } from "./own-connections.ts";

let database: TestDatabase;
let one: pg.Client;
let other: pg.Client;

beforeAll(async () => {
	database = await testDatabase({ empty: true });
	one = new pg.Client(database.url);
	other = new pg.Client(database.url);
	await Promise.all([one.connect(), other.connect()]);
});
afterAll(async () => {
	await Promise.all([one.end(), other.end()]);
	await database.drop();
});

/** Gives these out in turn, as a pooler gives its connections to whoever asks. */
const lending = (...clients: pg.Client[]) => {
	let nth = 0;
	return {
		connect: async () => {
			const client = clients[nth++ % clients.length] as pg.Client;
			return { query: client.query.bind(client), release: () => {} } as pg.PoolClient;
		},
	};
};

test("a pooler that lends one connection to two is refused, in words that say what to do", async () => {
	const refused = refuseSharedConnections(lending(one));
	await expect(refused).rejects.toThrow(ServerFault);
	await expect(refused).rejects.toThrow(/pool_mode = session/);
});

test("connections of one’s own are taken", async () => {
	await refuseSharedConnections(lending(one, other));
	const { rows } = await other.query("select current_setting('concord.mine', true) as seen");
	expect(rows[0].seen || null).toBeNull();
});
