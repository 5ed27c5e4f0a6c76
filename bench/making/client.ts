import pg from "pg";
import { every } from "../../src/store/scope.ts";

/** A connection as the owner of the tables, across partnerships, on which values are the same text on every server. */
export async function clientOn(url: string): Promise<pg.Client> {
	const client = new pg.Client(url);
	await client.connect();
	await client.query(
		`set timezone = 'UTC'; set datestyle = 'ISO, YMD'; set synchronous_commit = off; set concord.partnership = '${every}'`,
	);
	return client;
}
