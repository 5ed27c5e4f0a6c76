import { existsSync } from "node:fs";
import { join } from "node:path";
import { type Config, ConfigFault, readConfig } from "../config.ts";
import {
	DatabaseFault,
	postgresAddressOf,
	startEmbeddedPostgres,
} from "../embedded-postgres/start.ts";
import { openKeyHolder } from "../key-holders/open-key-holder.ts";
import { SealFault } from "../keys/faults.ts";
import type { KeyHolder } from "../keys/key-holder.ts";
import { keyringFrom } from "../keys/keyring.ts";
import { connect, isAnswering } from "../store/connect.ts";
import type { Db } from "../store/db.ts";
import { servingAddressOf } from "../store/walls.ts";
import { type Io, WrongCall } from "./command.ts";

/**
 * As whom a command asks: `serving` as Concord itself does while it serves, which owns nothing and changes no record; `owner` for
 * what that role may not do.
 */
type AsWhom = "serving" | "owner";

/**
 * The database of the Concord whose settings these are: the one that `DATABASE_URL` names, or the one in its data directory,
 * beside a Concord that runs there or without one. What is sealed in it stays closed: for what tells no story.
 *
 * @throws WrongCall when settings cannot stand, or there is no database
 */
export const withDatabase = <Answer>(
	{ env }: Pick<Io, "env">,
	ask: (db: Db, config: Config) => Promise<Answer>,
	as: AsWhom = "owner",
): Promise<Answer> => {
	const config = configIn(env);
	return withAddress(config, async (owner) => {
		const { db } = connect(await addressAs(as, owner, config), { across: "command" });
		return ask(db, config).finally(() => db.destroy());
	});
};

/** A database with the keys of what is sealed in it. */
export type OpenedKeys = { db: Db; config: Config; holder: KeyHolder };

/**
 * The same with its keys, for what reads or writes what is sealed.
 *
 * @param how `limit` of one query, in milliseconds; left out, as of a page
 * @throws WrongCall also when there is no key, or it cannot stand: before anything is read
 */
export const withKeys = <Answer>(
	{ env }: Pick<Io, "env">,
	ask: (opened: OpenedKeys) => Promise<Answer>,
	{ limit, as = "owner" }: { limit?: number; as?: AsWhom } = {},
): Promise<Answer> => {
	const config = configIn(env);
	return withAddress(config, async (owner) => {
		const { holder } = orWrongCall(() => openKeyHolder(config.keys));
		const { db } = connect(await addressAs(as, owner, config), {
			across: "command",
			keys: keyringFrom(holder),
			...(limit && { limit }),
		});
		return ask({ db, config, holder }).finally(() => db.destroy());
	});
};

/** The database as that role; as its owner too where Concord has never served, and the role is not there. */
async function addressAs(as: AsWhom, ownerUrl: string, config: Config): Promise<string> {
	if (as === "owner") return ownerUrl;
	if (config.databaseOwnerUrl && config.databaseUrl) return config.databaseUrl;
	const { db } = connect(ownerUrl, { most: 1 });
	try {
		const serving = await servingAddressOf(db, ownerUrl);
		return (await canAsk(serving)) ? serving : ownerUrl;
	} finally {
		await db.destroy();
	}
}

/** Whether that role is there and may read what it is to read. */
async function canAsk(url: string): Promise<boolean> {
	const { db } = connect(url, { most: 1, across: "command" });
	try {
		await db.selectFrom("partnership").select("id").limit(1).execute();
		return true;
	} catch {
		return false;
	} finally {
		await db.destroy();
	}
}

function orWrongCall<T>(open: () => T): T {
	try {
		return open();
	} catch (fault) {
		throw fault instanceof SealFault ? new WrongCall(fault.message) : fault;
	}
}

/**
 * The same for whoever makes connections of their own.
 *
 * @param how `begins` makes the database of a data directory that has none yet
 * @throws WrongCall when there is no database
 */
export async function withAddress<Answer>(
	{ databaseOwnerUrl, databaseUrl, dataDirectory }: Config,
	ask: (url: string) => Promise<Answer>,
	{ begins = false }: { begins?: boolean } = {},
): Promise<Answer> {
	const given = databaseOwnerUrl ?? databaseUrl;
	const { url, stop } = given
		? { url: given, stop: async () => {} }
		: await ownDatabase(dataDirectory, begins);
	return ask(url).finally(stop);
}

/** @throws WrongCall when settings cannot stand */
export function configIn(env: Io["env"]): Config {
	try {
		return readConfig(env);
	} catch (fault) {
		throw fault instanceof ConfigFault ? new WrongCall(fault.message) : fault;
	}
}

async function ownDatabase(
	directory: string,
	begins: boolean,
): Promise<{ url: string; stop: () => Promise<void> }> {
	if (!begins && !existsSync(join(directory, "postgres")))
		throw new WrongCall(
			`There is no database in ${directory}. Set CONCORD_DATA to where it is, or DATABASE_URL.`,
		);
	const running = runningOn(directory);
	if (running && (await answers(running))) return { url: running, stop: async () => {} };
	try {
		return await startEmbeddedPostgres({ directory });
	} catch (fault) {
		throw fault instanceof DatabaseFault ? new WrongCall(fault.message) : fault;
	}
}

/** Where a Concord that runs on a directory has its database, as far as its files say. */
function runningOn(directory: string): string | undefined {
	try {
		return postgresAddressOf(directory);
	} catch {
		return undefined;
	}
}

/** One that was killed leaves files that say it runs. */
async function answers(url: string): Promise<boolean> {
	const { db } = connect(url);
	try {
		return await isAnswering(db);
	} finally {
		await db.destroy();
	}
}
