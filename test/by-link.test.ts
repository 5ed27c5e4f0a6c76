import type { FastifyInstance } from "fastify";
import { beforeAll, expect, test } from "vitest";
import { vouchFor } from "../src/actions/vouch.ts";
import { listAgenciesKept } from "../src/store/people-kept.ts";
import { peoplePaths } from "../src/web/addresses.ts";
import { filledIn, type RouteThere, serveEveryRoute } from "./support/every-route.ts";
import { officeForAll } from "./support/office.ts";
import { freshKey, raisedTo } from "./support/partnership.ts";
import { type Visitor, visitorAs, wordsIn } from "./support/visitor.ts";

/**
 * Whoever answers by a link gets of every other difference what a stranger gets, and of the partnership’s own pages nothing:
 * on every route there is, also on those that will be added.
 */
const partnership = officeForAll();
let web: FastifyInstance;
let theirs: string;
let another: string;
let guest: Visitor;
let routes: RouteThere[];
const nowhere = "00000000-0000-4000-8000-00000000dead";

beforeAll(async () => {
	const { app, db, people } = partnership;
	theirs = await raisedTo(partnership, "forward");
	// Of the same agency, and known to all who answer for it.
	another = await raisedTo(partnership, "forward");
	await vouchFor(
		app,
		{ difference: theirs, by: people.businessUnit, key: freshKey() },
		{
			step: "formal-resolution.respond",
			name: "Pat Locum",
			post: "Interim service manager",
			email: "pat.locum@combe.gov.uk",
			answers: { "vouched-because": "Rang the switchboard" },
		},
	);
	const { id } = await db
		.selectFrom("person")
		.where("only_in", "=", theirs)
		.select("id")
		.executeTakeFirstOrThrow();
	({ web, routes } = await serveEveryRoute(partnership));
	guest = await visitorAs(web, { id });
});

const filled = (url: string, id: string) =>
	filledIn(url, id, {
		step: "formal-resolution.respond",
		clock: "formal-resolution.respond",
	});

const isOfDifference = (url: string) => /^\/(differences\/:id|drafts\/:difference\/)/.test(url);

const answer = async (method: string, url: string) => {
	const { statusCode, body } = await (method === "POST"
		? guest.post(url, { _key: freshKey() })
		: guest.get(url));
	return { statusCode, words: wordsIn(body).replaceAll(another, nowhere) };
};

test("their own difference is open, and another of their agency is as one that does not exist", async () => {
	expect((await answer("GET", `/differences/${theirs}`)).statusCode).toBe(200);
	const ofDifferences = routes.filter(({ url }) => isOfDifference(url));
	expect(ofDifferences.length).toBeGreaterThan(30);
	for (const { method, url } of ofDifferences) {
		const got = await answer(method, filled(url, another));
		expect(got, `${method} ${url}`).toEqual(await answer(method, filled(url, nowhere)));
		expect(got.statusCode, `${method} ${url}`).toBe(404);
	}
});

test("every page that is of no difference leads back to theirs, and nothing can be sent there", async () => {
	// To be there for longer; and a rehearsal's own pages, which real use has not.
	const always = ["/stay-signed-in", "/sign-out", "/rehearsal", "/rehearsal/jump"];
	const others = routes.filter(
		({ url, isPublic }) =>
			!isOfDifference(url) && !isPublic && !always.includes(url) && url !== "*",
	);
	expect(others.length).toBeGreaterThan(60);
	for (const { method, url } of others) {
		const asked = filled(url, theirs);
		const { statusCode, headers } = await (method === "POST"
			? guest.post(asked, { _key: freshKey() })
			: guest.get(asked));
		if (method === "POST") expect(statusCode, `POST ${url}`).toBe(404);
		else expect([statusCode, headers.location], url).toEqual([303, `/differences/${theirs}`]);
	}
});

test("nobody keeps whoever answers by a link: they are in no list of people, and no page of theirs opens", async () => {
	const { db, people, visitor, read, agencies } = partnership;
	const { id } = await db
		.selectFrom("person")
		.where("only_in", "=", theirs)
		.select("id")
		.executeTakeFirstOrThrow();
	for (const keeper of [people.administrator, people.director]) {
		const list = await (await visitor(keeper)).open(peoplePaths.list);
		expect(list.words).toContain("Grace Lund");
		expect(list.body).not.toContain("Pat Locum");
		for (const path of [peoplePaths.person(id), peoplePaths.leave(id)])
			expect((await read(keeper, path)).statusCode, path).toBe(404);
	}
	const { agencies: kept } = await listAgenciesKept(db, partnership.partnershipId, { page: 1 });
	const working = await db
		.selectFrom("person")
		.where("agency_id", "=", agencies.socialCare)
		.where("only_in", "is", null)
		.select("id")
		.execute();
	expect(kept.find((one) => one.id === agencies.socialCare)?.people).toBe(working.length);
});
