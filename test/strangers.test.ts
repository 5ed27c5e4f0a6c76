import fastifySession from "@fastify/session";
import type { FastifyInstance, InjectOptions } from "fastify";
import { afterAll, beforeAll, expect, test } from "vitest";
import { pages } from "../src/web/routes.ts";
import { buildServer } from "../src/web/server.ts";
import { type TestDatabase, testDatabase } from "./support/database.ts";
import {
	freshKey,
	raiseByTeacher,
	type TestPartnership,
	testPartnership,
	toFormal,
} from "./support/partnership.ts";

/**
 * A stranger gets of a difference exactly what they get of one that does not exist: on every route there is,
 * also on those that will be added.
 */
let database: TestDatabase;
let partnership: TestPartnership;
let web: FastifyInstance;
let difference: string;
const routes: { method: string; url: string; isPublic: boolean }[] = [];
const nowhere = "00000000-0000-4000-8000-00000000dead";

beforeAll(async () => {
	database = await testDatabase();
	partnership = await testPartnership(database.db);
	difference = await raiseByTeacher(partnership);
	await toFormal(partnership, difference, "raise");
	web = buildServer(partnership.app, {
		sessions: new fastifySession.MemoryStore(),
		secret: "a secret that is only for these tests, and long",
		routes: [
			(all) =>
				all.addHook("onRoute", ({ method, url, config }) => {
					for (const each of [method].flat())
						if (each !== "HEAD")
							routes.push({
								method: each,
								url,
								isPublic: config?.public === true,
							});
				}),
			...pages,
			(all) =>
				all.get<{ Params: { person: string } }>(
					"/enter/:person",
					{ config: { public: true } },
					async (request, reply) => {
						request.session.set("personId", request.params.person);
						return reply.send(reply.generateCsrf());
					},
				),
		],
	});
	await web.ready();
});
afterAll(async () => {
	await web.close();
	await database.drop();
});

/** Somebody's answer to a request, without what differs from one request to the next. */
async function answer(
	person: keyof TestPartnership["people"],
	request: InjectOptions & { url: string },
) {
	const entered = await web.inject(`/enter/${partnership.people[person].id}`);
	const cookies = Object.fromEntries(entered.cookies.map(({ name, value }) => [name, value]));
	const { statusCode, body, headers } = await web.inject({
		...request,
		cookies,
		...(request.method === "POST" && {
			headers: { "content-type": "application/x-www-form-urlencoded" },
			payload: new URLSearchParams({
				_csrf: entered.body,
				_key: freshKey(),
				key: freshKey(),
				issue: "Mine",
			}).toString(),
		}),
	});
	return {
		statusCode,
		location: headers.location?.toString().replaceAll(difference, nowhere),
		body: body
			.replaceAll(difference, nowhere)
			.replaceAll(/nonce="[^"]+"|name="_csrf" value="[^"]+"/g, ""),
	};
}

const filledIn = (url: string, id: string) =>
	url
		.replace(/:id|:difference/, id)
		.replace(":step", "formal-resolution.sign-off")
		.replace(":move", "withdraw")
		.replace(":clock", "formal-resolution.forward")
		.replace(":how", "extend")
		.replace(":page", "formal-resolution.sign-off");

test("of every route of a difference, a stranger gets what there is of one that does not exist", async () => {
	const ofDifferences = routes.filter(({ url }) => /:id|:difference/.test(url));
	expect(ofDifferences.length).toBeGreaterThanOrEqual(9);
	for (const { method, url } of ofDifferences)
		for (const person of [
			"otherTeacher",
			"socialWorker",
			"director",
			"officer",
			"businessUnit",
			"executive",
		] as const) {
			const ask = (id: string) =>
				answer(person, {
					method: method as "GET" | "POST",
					url: filledIn(url, id),
				});
			const theirs = await ask(difference);
			expect(theirs, `${method} ${url} as ${person}`).toEqual(await ask(nowhere));
			expect(theirs.statusCode, `${method} ${url} as ${person}`).toBe(404);
		}
}, 60_000);

test("no list, count or search of theirs changes by it", async () => {
	const lists = [
		"/",
		"/differences",
		"/differences?status=open",
		"/business-unit",
		"/business-unit/log",
	];
	const strangers = [
		"otherTeacher",
		"socialWorker",
		"officer",
		"businessUnit",
		"executive",
	] as const;
	const before = await Promise.all(
		strangers.flatMap((person) => lists.map((url) => answer(person, { url }))),
	);
	await toFormal(partnership, await raiseByTeacher(partnership), "raise");
	const after = await Promise.all(
		strangers.flatMap((person) => lists.map((url) => answer(person, { url }))),
	);
	expect(after).toEqual(before);
}, 60_000);

test("every other route asks for sign-in, unless it is meant for everybody", async () => {
	const open = routes
		.filter(({ isPublic }) => isPublic)
		.map(({ method, url }) => `${method} ${url}`);
	expect(open.sort()).toEqual([
		"GET /accessibility",
		// Whoever knows its secret may read it, and nobody else: see src/web/feed.
		"GET /calendar-feed/:secret.ics",
		"GET /enter/:person",
		"GET /sign-in",
		"POST /rehearsal/sign-in",
		"POST /sign-in",
	]);
	for (const { url, isPublic } of routes.filter(({ method }) => method === "GET"))
		if (!isPublic) {
			const { statusCode, headers } = await web.inject(filledIn(url, difference));
			expect([statusCode, String(headers.location).split("?")[0]], url).toEqual([303, "/sign-in"]);
		}
});
