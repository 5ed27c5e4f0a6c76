import type { FastifyInstance } from "fastify";
import { beforeAll, expect, test } from "vitest";
import {
	filledIn,
	type RouteThere,
	serveEveryRoute,
	withoutChance,
} from "./support/every-route.ts";
import { officeForAll } from "./support/office.ts";
import { freshKey, raisedTo, type TestPartnership } from "./support/partnership.ts";
import { type Visitor, visitorAs } from "./support/visitor.ts";

/**
 * A stranger gets of a difference exactly what they get of one that does not exist: on every route there is,
 * also on those that will be added.
 */
const partnership = officeForAll();
let web: FastifyInstance;
let difference: string;
let routes: RouteThere[];
const nowhere = "00000000-0000-4000-8000-00000000dead";

beforeAll(async () => {
	difference = await raisedTo(partnership, "raise");
	({ web, routes } = await serveEveryRoute(partnership));
});

const visitors = new Map<string, Promise<Visitor>>();

/** Somebody's answer to a request, without what differs from one request to the next. */
async function answer(person: keyof TestPartnership["people"], url: string, method = "GET") {
	const { id } = partnership.people[person];
	const visitor = visitors.get(id) ?? visitorAs(web, { id });
	visitors.set(id, visitor);
	const { get, post } = await visitor;
	const { statusCode, body, headers } = await (method === "POST"
		? post(url, { _key: freshKey(), key: freshKey(), issue: "Mine" })
		: get(url));
	return {
		statusCode,
		location: headers.location?.toString().replaceAll(difference, nowhere),
		body: withoutChance(body.replaceAll(difference, nowhere)),
	};
}

const filled = (url: string, id: string) =>
	filledIn(url, id, { step: "formal-resolution.sign-off" });

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
			const ask = (id: string) => answer(person, filled(url, id), method);
			const theirs = await ask(difference);
			expect(theirs, `${method} ${url} as ${person}`).toEqual(await ask(nowhere));
			expect(theirs.statusCode, `${method} ${url} as ${person}`).toBe(404);
		}
});

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
		strangers.flatMap((person) => lists.map((url) => answer(person, url))),
	);
	await raisedTo(partnership, "raise");
	const after = await Promise.all(
		strangers.flatMap((person) => lists.map((url) => answer(person, url))),
	);
	expect(after).toEqual(before);
});

test("every other route asks for sign-in, unless it is meant for everybody", async () => {
	const open = routes
		.filter(({ isPublic }) => isPublic)
		.map(({ method, url }) => `${method} ${url}`);
	expect(open.sort()).toEqual([
		// The way in to a partnership by its path: it leads on, and says nothing.
		"GET /:partnership",
		"GET /:partnership/*",
		"GET /accessibility",
		// For which of what they are somebody acts, who signed in and is nobody yet.
		"GET /acting-for",
		// Whoever has a link sees where its code goes, and nothing else without it: see src/web/me/answer.
		"GET /answer/:secret",
		"GET /answer/:secret/code",
		// What the API can do: see src/web/api.
		"GET /api",
		// Whoever knows its secret may read it, and nobody else: see src/web/feed.
		"GET /calendar-feed/:secret.ics",
		"GET /check-receipt",
		"GET /enter/:person",
		// Behind the secrets of addresses that work once: to set up a Concord, and to follow an invitation.
		"GET /first-run/:secret",
		"GET /first-run/:secret/administrators",
		"GET /first-run/:secret/agencies",
		"GET /first-run/:secret/check",
		"GET /first-run/:secret/contacts",
		"GET /first-run/:secret/partnership",
		"GET /first-run/:secret/protocol",
		"GET /forgotten-password",
		"GET /help",
		// To whoever keeps the installation; to everybody else as what does not exist.
		"GET /installation",
		// By an address that was mailed and works once.
		"GET /new-password/:secret",
		// Whoever knows its secret chooses how they sign in.
		"GET /operator/:secret",
		"GET /privacy",
		"GET /sign-in",
		// To a provider of sign-in, and back with what it gave: see src/web/me/sign-in-by-provider.
		"GET /sign-in/from/:provider",
		// For whoever has shown a password in this browser just now; anybody else is led to the sign-in page.
		"GET /sign-in/second-step",
		"GET /sign-in/with/:provider",
		"GET /welcome/:secret",
		"POST /acting-for",
		"POST /answer/:secret",
		"POST /answer/:secret/code",
		"POST /check-receipt",
		"POST /first-run/:secret/administrators",
		"POST /first-run/:secret/agencies",
		"POST /first-run/:secret/check",
		"POST /first-run/:secret/contacts",
		"POST /first-run/:secret/partnership",
		"POST /first-run/:secret/protocol",
		"POST /forgotten-password",
		"POST /language",
		"POST /new-password/:secret",
		"POST /operator/:secret",
		"POST /rehearsal/sign-in",
		"POST /sign-in",
		"POST /sign-in/passkey",
		"POST /sign-in/passkey/ask",
		"POST /sign-in/second-step",
		// Also for whoever is nobody in a partnership.
		"POST /sign-out",
		"POST /welcome/:secret",
	]);
	for (const { url, isPublic } of routes.filter(({ method }) => method === "GET"))
		if (!isPublic) {
			const { statusCode, headers } = await web.inject(filled(url, difference));
			expect([statusCode, String(headers.location).split("?")[0]], url).toEqual([303, "/sign-in"]);
		}
});
