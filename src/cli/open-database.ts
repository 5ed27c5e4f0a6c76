import { existsSync } from "node:fs";
import { join } from "node:path";
import { ConfigFault, readConfig } from "../config.ts";
import {
	DatabaseFault,
	postgresAddressOf,
	startEmbeddedPostgres,
} from "../embedded-postgres/start.ts";
import { connect } from "../store/connect.ts";
import type { Db } from "../store/db.ts";
import { type Io, WrongCall } from "./command.ts";

/**
 * The database of the Concord whose settings these are: the one that `DATABASE_URL` names, or the one in its data directory,
 * beside a Concord that runs there or without one.
 *
 * @throws WrongCall when settings cannot stand, or there is no database
 */
export async function withDatabase<Answer>(
	{ env }: Pick<Io, "env">,
	ask: (db: Db) => Promise<Answer>,
): Promise<Answer> {
	const { databaseUrl, dataDirectory } = configIn(env);
	const { url, stop } = databaseUrl
		? { url: databaseUrl, stop: async () => {} }
		: await ownDatabase(dataDirectory);
	const { db } = connect(url);
	try {
		return await ask(db);
	} finally {
		await db.destroy();
		await stop();
	}
}

function configIn(env: Io["env"]) {
	try {
		return readConfig(env);
	} catch (fault) {
		throw fault instanceof ConfigFault ? new WrongCall(fault.message) : fault;
	}
}

async function ownDatabase(directory: string): Promise<{ url: string; stop: () => Promise<void> }> {
	if (!existsSync(join(directory, "postgres")))
		throw new WrongCall(
			`There is no database in ${directory}. Set CONCORD_DATA to where it is, or DATABASE_URL.`,
		);
	try {
		return await startEmbeddedPostgres({ directory });
	} catch (fault) {
		if (!(fault instanceof DatabaseFault)) throw fault;
		// A Concord that runs there has started it.
		return { url: runningOn(directory, fault), stop: async () => {} };
	}
}

function runningOn(directory: string, fault: DatabaseFault): string {
	try {
		return postgresAddressOf(directory);
	} catch {
		throw new WrongCall(fault.message);
	}
}
