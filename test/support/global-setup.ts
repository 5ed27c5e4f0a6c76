import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import type { TestProject } from "vitest/node";
import { type EmbeddedPostgres, startEmbeddedPostgres } from "../../src/embedded-postgres/start.ts";
import { connect } from "../../src/store/connect.ts";
import { migrate } from "../../src/store/migrate.ts";
import { makeServingRole, raiseWalls } from "../../src/store/walls.ts";

declare module "vitest" {
	interface ProvidedContext {
		/** Where a test asks for the run's database server; the first to ask has it started. */
		databaseDesk: string;
	}
}

/**
 * What the desk answers: a server as its owner, and the migrated database on it that every test's own is a copy of. Asked with
 * `?rehearsal=` and a local time, one in which the rehearsal opens then.
 */
export type DatabaseDesk = {
	server: string;
	/** The same as the role that serves. */
	serving: string;
	template: string;
};

/** The same server, another database. */
export function databaseOn(server: string, name: string): string {
	return server.replace(/^(postgres(?:ql)?:\/\/[^/]*\/)[^?]*/, `$1${name}`);
}

/**
 * One database server for the whole run: ours, or the one that CONCORD_TEST_DATABASE_URL names.
 * It starts when the first test asks for it, so a run of rules alone never waits for one.
 */
export default async function setup(project: TestProject) {
	const directory = mkdtempSync(join(tmpdir(), "concord-test-"));
	// Run by root, the database runs as somebody else, who must get in.
	chmodSync(directory, 0o711);
	let own: EmbeddedPostgres | undefined;
	let open: Promise<DatabaseDesk> | undefined;
	const rehearsals = new Map<string, Promise<DatabaseDesk>>();

	const openDesk = async (): Promise<DatabaseDesk> => {
		const given = process.env.CONCORD_TEST_DATABASE_URL;
		if (!given) own = await startEmbeddedPostgres({ directory, fsync: false });
		const server = given ?? own?.url ?? "";
		const template = await newTemplate(server, "template1");
		const made = connect(databaseOn(server, template), { most: 1 });
		await migrate(made.pool);
		const { role, url } = await makeServingRole(made.pool, server);
		await raiseWalls(made.pool, role);
		await made.pool.end();
		return { server, serving: url, template };
	};

	const withRehearsal = async ({ server, serving, template }: DatabaseDesk, moment: string) => {
		const seeded = await newTemplate(server, template);
		// Runs without a journey never read what makes one.
		const { rehearsalIn } = await import("./rehearsal.ts");
		await rehearsalIn(databaseOn(server, seeded), moment);
		return { server, serving, template: seeded };
	};

	const desk = createServer(async ({ url = "" }, answer) => {
		open ??= openDesk();
		const moment = new URL(url, "http://desk").searchParams.get("rehearsal");
		try {
			const opened = await open;
			if (moment !== null && !rehearsals.has(moment))
				rehearsals.set(moment, withRehearsal(opened, moment));
			answer.end(JSON.stringify(await (moment === null ? opened : rehearsals.get(moment))));
		} catch (problem) {
			answer.writeHead(500).end(String(problem));
		}
	}).listen(0, "127.0.0.1");
	await once(desk, "listening");
	const { port } = desk.address() as AddressInfo;
	project.provide("databaseDesk", `http://127.0.0.1:${port}`);

	return async () => {
		desk.close();
		desk.closeAllConnections();
		const made = await Promise.allSettled([open, ...rehearsals.values()]);
		for (const { value } of made.filter((each) => each.status === "fulfilled"))
			if (value && !own) await onServer(value.server, `drop database ${value.template}`);
		await own?.stop();
		rmSync(directory, { recursive: true, force: true });
	};
}

/** @returns its name */
async function newTemplate(server: string, of: string): Promise<string> {
	const template = `concord_template_${randomUUID().replaceAll("-", "")}`;
	await onServer(server, `create database ${template} template ${of}`);
	return template;
}

/** Has the server make or drop a database. However busy the machine is, no test fails by having been slow. */
export async function onServer(server: string, statement: string): Promise<void> {
	const { db } = connect(server, { most: 1, limit: longest, wait: longest });
	await sql.raw(statement).execute(db);
	await db.destroy();
}

/** For so long a test waits for its database, in milliseconds. */
export const longest = 900_000;
