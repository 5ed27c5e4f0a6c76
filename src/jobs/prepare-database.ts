import type { Keyring } from "../keys/keyring.ts";
import { checkServer, connect } from "../store/connect.ts";
import type { Db } from "../store/db.ts";
import { migrate } from "../store/migrate.ts";
import { refuseSharedConnections } from "../store/own-connections.ts";
import {
	givenServingRole,
	makeServingRole,
	openSchema,
	raiseWalls,
	type Serving,
} from "../store/walls.ts";
import { prepareQueue, queueSchema } from "./queue.ts";

/** A database in the shape of this version. */
export type Prepared = {
	/** For what a start does before anybody is served, as the owner of the tables; closed by whoever asked. */
	owner: Db;
	/** As whom Concord serves. */
	serving: Serving;
	/** A newer version has changed it, beside which this one may serve for a while. */
	isAhead: boolean;
};

/**
 * Brings a database to the shape of this version as its owner, and makes the role that serves what it may be and no more.
 *
 * @param servingUrl where the database is reached by a role that somebody made to serve; left out, one is made
 * @param keys of what is sealed in it
 * @param across why what the owner asks goes over every partnership
 * @throws ServerFault, MigrationFault, WallFault
 */
export async function prepareDatabase(
	ownerUrl: string,
	{
		servingUrl,
		across,
		keys,
	}: { servingUrl?: string | undefined; across: "start" | "command"; keys: Keyring },
): Promise<Prepared> {
	// What a start makes may take as long as it takes.
	const { db: owner, pool } = connect(ownerUrl, { limit: 10 * 60_000, across, keys });
	try {
		await checkServer(pool);
		// What a newer version has made of rights and queue is not brought back to what this one knows.
		const isAhead = (await migrate(pool, { keys })) === "ahead";
		if (!isAhead) await prepareQueue(ownerUrl);
		const serving = servingUrl
			? await given(pool, servingUrl)
			: await makeServingRole(pool, ownerUrl);
		if (!isAhead) {
			await raiseWalls(pool, serving.role);
			await openSchema(pool, queueSchema, serving.role);
		}
		await inItsOwnConnections(serving.url);
		return { owner, serving, isAhead };
	} catch (problem) {
		await owner.destroy();
		throw problem;
	}
}

/** @throws ServerFault where a pooler lends what serves the connections of others */
async function inItsOwnConnections(servingUrl: string): Promise<void> {
	const { db, pool } = connect(servingUrl, { most: 2 });
	try {
		await refuseSharedConnections(pool);
	} finally {
		await db.destroy();
	}
}

async function given(
	owner: Parameters<typeof givenServingRole>[0],
	servingUrl: string,
): Promise<Serving> {
	const { db, pool } = connect(servingUrl, { most: 1 });
	try {
		await checkServer(pool);
		return await givenServingRole(owner, pool, servingUrl);
	} finally {
		await db.destroy();
	}
}
