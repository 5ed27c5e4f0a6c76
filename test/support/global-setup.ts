import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { startEmbeddedPostgres } from "../../src/embedded-postgres/start.ts";
import { connect } from "../../src/store/connect.ts";
import { migrate } from "../../src/store/migrate.ts";

declare module "vitest" {
	interface ProvidedContext {
		/** A server on which tests make their databases. */
		databaseServer: string;
	}
}

/** The migrated database that every test's database is a copy of. */
export const template = "concord_template";

/** The same server, another database. */
export function databaseOn(server: string, name: string): string {
	return server.replace(/^(postgres(?:ql)?:\/\/[^/]*\/)[^?]*/, `$1${name}`);
}

/** One database server for the whole run: ours, or the one that CONCORD_TEST_DATABASE_URL names. */
export default async function setup(project: TestProject) {
	const given = process.env.CONCORD_TEST_DATABASE_URL;
	const directory = mkdtempSync(join(tmpdir(), "concord-test-"));
	// Run by root, the database runs as somebody else, who must get in.
	chmodSync(directory, 0o711);
	const own = given
		? undefined
		: await startEmbeddedPostgres({ directory, fsync: false });
	const server = given ?? own?.url ?? "";

	const admin = connect(server, { most: 1 });
	await admin.pool.query(`drop database if exists ${template}`);
	await admin.pool.query(`create database ${template}`);
	await admin.pool.end();
	const made = connect(databaseOn(server, template), { most: 1 });
	await migrate(made.pool);
	await made.pool.end();

	project.provide("databaseServer", server);
	return async () => {
		await own?.stop();
		rmSync(directory, { recursive: true, force: true });
	};
}
