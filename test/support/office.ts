/**
 * A partnership on a database of its own for each file of tests, served when it is asked for and closed after the
 * file. What can be made to happen in it is in partnership.ts and challenge.ts; who looks at its pages, in visitor.ts.
 */
import fastifySession from "@fastify/session";
import type { FastifyInstance, LightMyRequestResponse } from "fastify";
import { afterAll, beforeAll, beforeEach } from "vitest";
import type { App } from "../../src/actions/app.ts";
import type { Viewer } from "../../src/domain/people/viewer.ts";
import type { Db } from "../../src/store/db.ts";
import { pages } from "../../src/web/routes.ts";
import { buildServer, type ServerOptions } from "../../src/web/server.ts";
import { type TestDatabase, testDatabase } from "./database.ts";
import { type TestPartnership, testPartnership } from "./partnership.ts";
import { enter, type Visitor, visitorAs, wordsIn } from "./visitor.ts";

export type Office = TestPartnership & {
	/** As the owner of the tables. */
	db: Db;
	/** As the role that serves: outside any scope over every partnership. */
	serving: Db;
	/** The address of its database, for whoever connects by themself. */
	databaseUrl: () => string;
	/** Another partnership, on the same database. */
	another: (made?: typeof testPartnership) => Promise<TestPartnership>;
	/** Its server, with every page. */
	web: () => FastifyInstance;
	/** A server that differs. @param app what it is outside a rehearsal, for another partnership */
	serve: (options?: Partial<ServerOptions>, app?: Partial<App>) => FastifyInstance;
	/** Somebody who has signed in. */
	visitor: (person: Viewer) => Promise<Visitor>;
	/** What somebody is answered. */
	read: (person: Viewer, url: string) => Promise<LightMyRequestResponse>;
	/** What the main part of a page says to somebody. */
	words: (person: Viewer, url: string) => Promise<string>;
};

export type Given = {
	/** Local time at which it begins, such as `2026-03-26T10:00`. */
	at?: string;
	/** Makes the partnership; Somerset's protocol alone is in force when left out. */
	make?: typeof testPartnership;
};

/** One partnership for all tests of a file. */
export const officeForAll = (given?: Given): Office => office(beforeAll, given);

/** A new partnership before each test. Those of the tests before it stay on the database. */
export const officeForEach = (given?: Given): Office => office(beforeEach, given);

function office(
	before: (make: () => Promise<void>) => void,
	{ at, make = testPartnership }: Given = {},
): Office {
	let database: TestDatabase;
	let partnerships = 0;
	let web: FastifyInstance | undefined;
	const servers: FastifyInstance[] = [];
	// One and the same for every partnership of the file: what is served asks it for what it is just then.
	const app = {} as App;

	// What is done and served is done as the role that serves; the owner looks on.
	const another: Office["another"] = async (made = make) => {
		const partnership = await made(database.db, ++partnerships);
		partnership.app.db = database.serving;
		return partnership;
	};
	const serve: Office["serve"] = (options, differs) => {
		const server = buildServer(differs ? { ...app, ...differs } : app, {
			sessions: new fastifySession.MemoryStore(),
			secret: "a secret that is only for these tests, and long",
			routes: [...pages, enter],
			...options,
		});
		servers.push(server);
		return server;
	};
	const served = () => {
		web ??= serve();
		return web;
	};
	const visitor = (person: Viewer) => visitorAs(served(), person);
	const read: Office["read"] = async (person, url) => (await visitor(person)).get(url);
	const words: Office["words"] = async (person, url) => wordsIn((await read(person, url)).body);

	const it = {
		another,
		serve,
		web: served,
		visitor,
		read,
		words,
		databaseUrl: () => database.url,
	} as Office;
	beforeAll(async () => {
		database = await testDatabase();
		it.db = database.db;
		it.serving = database.serving;
	});
	afterAll(async () => {
		await Promise.all(servers.map((server) => server.close()));
		await database.drop();
	});
	before(async () => {
		const made = await another();
		if (at) made.at(at);
		Object.assign(it, made, { app: Object.assign(app, made.app) });
	});
	return it;
}
