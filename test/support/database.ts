import { randomUUID } from "node:crypto";
import { inject } from "vitest";
import { connect } from "../../src/store/connect.ts";
import { type Db, type Trx, transact } from "../../src/store/db.ts";
import { type DatabaseDesk, databaseOn, longest, onServer } from "./global-setup.ts";
import { testKeys } from "./keys.ts";

/** A database of a test's own, with every migration. */
export type TestDatabase = {
	/** As its owner, from whom nothing is kept. */
	db: Db;
	/** As the role that serves: outside any scope over every partnership. */
	serving: Db;
	/** Of its owner, and of the role that serves. */
	url: string;
	servingUrl: string;
	drop: () => Promise<void>;
};

/**
 * Makes a database with nothing in it; `drop` it when the tests of the file are done.
 *
 * @param empty without any table, for tests of migrations
 * @param rehearsal local time such as `2026-03-24T10:00`: with the rehearsal in it, which opens then
 */
export async function testDatabase({
	empty = false,
	rehearsal,
}: {
	empty?: boolean;
	rehearsal?: string;
} = {}): Promise<TestDatabase> {
	const { server, serving: servingServer, template } = await askDesk(rehearsal);
	const name = `test_${randomUUID().replaceAll("-", "")}`;
	await onServer(
		server,
		`create database ${name} template ${empty ? "template0" : template} strategy wal_log`,
	);
	const url = databaseOn(server, name);
	const patient = { most: 4, limit: longest, across: "command", keys: testKeys } as const;
	const { db } = connect(url, patient);
	const servingUrl = databaseOn(servingServer, name);
	const { db: serving } = connect(servingUrl, patient);
	return {
		db,
		serving,
		url,
		servingUrl,
		drop: async () => {
			await db.destroy();
			await serving.destroy();
			await onServer(server, `drop database ${name} with (force)`);
		},
	};
}

async function askDesk(rehearsal: string | undefined): Promise<DatabaseDesk> {
	const desk = new URL(inject("databaseDesk"));
	if (rehearsal !== undefined) desk.searchParams.set("rehearsal", rehearsal);
	const answer = await fetch(desk);
	if (!answer.ok) throw new Error(`No database for tests: ${await answer.text()}`);
	return (await answer.json()) as DatabaseDesk;
}

/** Runs `work` in a transaction that leaves nothing behind. */
export async function rolledBack<T>(db: Db, work: (trx: Trx) => Promise<T>): Promise<T> {
	const undone = new Error("Rolled back, as meant");
	let result: { is: T } | undefined;
	await transact(db, async (trx) => {
		result = { is: await work(trx) };
		throw undone;
	}).catch((problem) => {
		if (problem !== undone) throw problem;
	});
	return (result as { is: T }).is;
}
