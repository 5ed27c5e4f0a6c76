/**
 * Whoever may not see a difference notices nothing of it: what they get is, byte for byte, the same with it and without it.
 * Tried with people and differences taken by chance from both partnerships of the rehearsal, on every page they may open,
 * also on those that will be added; and with every form that can be sent. SEED=7 tries others than the usual ones.
 */
import fastifySession from "@fastify/session";
import type { FastifyInstance } from "fastify";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { App } from "../src/actions/app.ts";
import { makeFeed } from "../src/actions/calendar-feed.ts";
import { readsRetention } from "../src/actions/retention.ts";
import { keepsSeals } from "../src/domain/difference/who/may-seal.ts";
import type { Viewer } from "../src/domain/people/viewer.ts";
import { findDifference } from "../src/store/differences.ts";
import { findViewer } from "../src/store/people.ts";
import {
	deskPaths,
	evidencePaths,
	oversightPath,
	paths,
	runningPath,
} from "../src/web/addresses.ts";
import { apiPath } from "../src/web/api/operation.ts";
import { operations } from "../src/web/api/operations.ts";
import { buildServer } from "../src/web/server.ts";
import { tokenFor } from "./support/api.ts";
import { type TestDatabase, testDatabase } from "./support/database.ts";
import {
	filledIn,
	type RouteThere,
	serveEveryRoute,
	withoutChance,
} from "./support/every-route.ts";
import { appOpeningAt } from "./support/rehearsal.ts";
import { stranger, type Visitor } from "./support/visitor.ts";

const opening = "2026-03-24T10:00";
const nowhere = "00000000-0000-4000-8000-00000000dead";

let database: TestDatabase;
let owner: pg.Client;
let app: App;
let web: FastifyInstance;
let routes: RouteThere[];
let pages: string[];
/** What the database was asked, while it is listened to. */
let asked: string[] | undefined;

/** By this the numbers that look like chance are made: the same seed, the same case. */
const seeds = process.env.SEED ? [Number(process.env.SEED)] : [2021, 1889, 7];
let state = 0;
const chance = (below: number): number => {
	state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
	return Math.floor((state / 2 ** 32) * below);
};
const taken = <Item>(from: readonly Item[], most: number): Item[] => {
	const left = [...from];
	return Array.from({ length: Math.min(most, left.length) }, () =>
		left.splice(chance(left.length), 1),
	).flat();
};

/**
 * Of a rehearsal alone: every mail of everybody, for whoever practises to read what would have left. Nothing in it is real, and
 * where Concord is in real use there is no such address, as a test below holds.
 */
const ofRehearsal = "/rehearsal/mailbox";

/**
 * How much mail left in a week and how much waits, of the whole partnership, is told to its Business Unit and administrators: that
 * is how one sees that it stands still. A number that grows tells that somebody was written to, as it does for the directory and for
 * sign-in, and not of what: there is no list behind it. Whoever oversees a partnership is told how many of everything there are. So
 * these pages are compared without their numbers.
 */
const withoutNumbers = (address: string, body: string): string =>
	[runningPath, oversightPath].includes(address) ? body.replaceAll(/\d+( messages?)?/g, "#") : body;

beforeAll(async () => {
	database = await testDatabase({ rehearsal: opening });
	owner = new pg.Client(database.url);
	await owner.connect();
	const watched = database.serving.withPlugin({
		transformQuery: ({ node, queryId }) => {
			asked?.push(database.serving.getExecutor().compileQuery(node, queryId).sql);
			return node;
		},
		transformResult: async ({ result }) => result,
	});
	app = appOpeningAt(Object.assign(watched, { keys: database.serving.keys }), opening);
	const served = await serveEveryRoute({
		serve: (options) =>
			buildServer(app, {
				sessions: new fastifySession.MemoryStore(),
				secret: "a secret that is only for these tests, and long",
				...options,
			}),
	});
	({ web, routes } = served);
	pages = routes
		.filter(({ method, url }) => method === "GET" && !/[:*]/.test(url) && url !== ofRehearsal)
		.map(({ url }) => url)
		.sort();
	expect(pages.length).toBeGreaterThan(40);
});
afterAll(async () => {
	await web.close();
	await owner.end();
	await database.drop();
});

const visitors = new Map<string, Promise<Visitor>>();
const asVisitor = (id: string) => {
	const visitor = visitors.get(id) ?? signedIn(id);
	visitors.set(id, visitor);
	return visitor;
};
/** As in the rehearsal, by the button with their name: with an account, which some pages ask for. */
async function signedIn(person: string): Promise<Visitor> {
	const visitor = stranger(web);
	await visitor.get("/sign-in");
	await visitor.post("/rehearsal/sign-in", { person });
	return visitor;
}

const maySee = async (viewer: Viewer, difference: string): Promise<boolean> =>
	(await findDifference(database.db, difference, viewer)) !== undefined;

type Hidden = { id: string; reference: string; partnership: string; version: string };

const rowsOf = async <Row extends object>(text: string, values: unknown[] = []): Promise<Row[]> =>
	(await owner.query<Row>(text, values)).rows;

/** By when they were raised: their references are drawn anew in each run, and the seed would not say which were taken. */
const everyDifference = () =>
	rowsOf<Hidden>(
		"select id, reference, partnership_id as partnership, protocol_version_id as version from difference order by partnership_id, raised_at, reference",
	);

const viewersOf = async (partnership: string): Promise<Viewer[]> => {
	const found: Viewer[] = [];
	for (const { id } of await rowsOf<{ id: string }>(
		"select id from person where partnership_id = $1 and left_at is null and only_in is null order by id",
		[partnership],
	)) {
		const viewer = await findViewer(database.db, id, app.clock());
		if (viewer) found.push(viewer);
	}
	return found;
};

/** Addresses that name a thing which somebody may look at whether or not they see the difference. */
async function pagesOfThings(viewer: Viewer, hidden: readonly Hidden[]): Promise<string[]> {
	const one = async (table: string, more = "") =>
		(
			await rowsOf<{ id: string }>(
				`select id from ${table} where partnership_id = $1 ${more} order by id limit 2`,
				[viewer.partnershipId],
			)
		).map(({ id }) => id);
	const versions = [...new Set(hidden.map(({ version }) => version))];
	const seen: string[] = [];
	for (const { id } of await everyDifference())
		if (seen.length < 2 && (await maySee(viewer, id))) seen.push(id);
	return [
		...hidden.flatMap(({ reference }) => {
			const searched = encodeURIComponent(reference);
			return [
				`/differences?q=${searched}`,
				`/differences?reference=${searched}`,
				`/business-unit/log?q=${searched}`,
				`${apiPath}/differences?reference=${searched}`,
			];
		}),
		"/differences?status=open",
		"/differences?status=ended",
		...seen.flatMap((id) => [
			`/differences/${id}`,
			`/differences/${id}/form`,
			`${apiPath}/differences/${id}`,
			`${apiPath}/differences/${id}/forms`,
		]),
		...ofApi,
		`${apiPath}/differences?status=ended&sort=changed`,
		...[...versions, ...(await one("protocol_version"))].map((id) => `/protocols/${id}`),
		...(await one("agency")).map((id) => `/agencies/${id}/check`),
		...(await one("person")).flatMap((id) => [`/people/${id}`, `/people/${id}/leave`]),
		...(await one("lesson")).map((id) => `/lessons/${id}`),
		...(await one("briefing")).map((id) => `/briefings/${id}`),
		...(await one("report")).map((id) => `/reports/${id}`),
	];
}

const tokens = new Map<string, Promise<string>>();
/** What a program of somebody is answered. */
async function askAsProgram(viewer: Viewer, url: string) {
	const token = tokens.get(viewer.id) ?? tokenFor(app, viewer);
	tokens.set(viewer.id, token);
	return web.inject({ url, headers: { authorization: `Bearer ${await token}` } });
}

/** What the API answers without being told of which thing. */
const ofApi = operations
	.filter(({ method, path }) => method === "GET" && !path.includes("{"))
	.map(({ path, id }) =>
		id === "workOutDueDate"
			? `${apiPath}${path}?from=2026-03-24&amount=10&unit=working-days`
			: `${apiPath}${path}`,
	);

async function answersTo(viewer: Viewer, addresses: string[]): Promise<Map<string, string>> {
	const visitor = await asVisitor(viewer.id);
	const got = new Map<string, string>();
	for (const address of addresses) {
		const { statusCode, headers, body } = address.startsWith(apiPath)
			? await askAsProgram(viewer, address)
			: await visitor.get(address);
		got.set(
			address,
			`${statusCode} ${headers.location ?? ""}\n${withoutNumbers(address, withoutChance(body))}`,
		);
	}
	return got;
}

/** What two answers say where they differ first, with what stands around it; undefined where they are the same. */
function whereTheyDiffer(one: string, other: string): string | undefined {
	if (one === other) return undefined;
	let at = 0;
	while (one[at] === other[at]) at++;
	const around = (text: string) => text.slice(Math.max(0, at - 60), at + 60);
	return `‘${around(one)}’ and ‘${around(other)}’`;
}

/** As if it had never been raised: every row that names it, and those that hang on these. */
async function withoutIt({ id }: Hidden): Promise<void> {
	const tables = await rowsOf<{ name: string }>(
		`select distinct c.relname::text as name from pg_class c join pg_attribute a on a.attrelid = c.oid
		where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attname = 'difference_id'`,
	);
	expect(tables.length).toBeGreaterThan(15);
	// Its owner alone can: triggers hold back everybody else.
	await owner.query("begin; set local session_replication_role = replica");
	await owner.query(
		"delete from file_part where file_id in (select id from file where difference_id = $1)",
		[id],
	);
	for (const { name } of tables)
		await owner.query(`delete from ${name} where difference_id = $1`, [id]);
	await owner.query("delete from difference where id = $1", [id]);
	await owner.query("commit");
}

/** Opening every page takes the log out as well, and each time is listed: as if nobody had yet. */
async function nothingTakenOut(): Promise<void> {
	await owner.query("begin; set local session_replication_role = replica");
	await owner.query("delete from export");
	await owner.query("commit");
}

/** Differences of one partnership that none of these may see, the first of them this one. */
async function hiddenFrom(viewers: readonly Viewer[], first: Hidden): Promise<Hidden[]> {
	const others: Hidden[] = [];
	for (const other of taken(await everyDifference(), Number.POSITIVE_INFINITY)) {
		if (other.partnership !== first.partnership || other.id === first.id) continue;
		const seen = await Promise.all(viewers.map((viewer) => maySee(viewer, other.id)));
		if (!seen.includes(true)) others.push(other);
		if (others.length === hiddenAtOnce - 1) break;
	}
	return [first, ...others];
}
/** So many are taken out together: what tells of any of them is found. */
const hiddenAtOnce = 4;

/** Whoever may not see it: one who holds an office, and anybody. */
async function strangersTo({ id, partnership }: Hidden): Promise<Viewer[]> {
	const strangers: Viewer[] = [];
	for (const viewer of await viewersOf(partnership))
		if (!(await maySee(viewer, id))) strangers.push(viewer);
	const inOffice = strangers.filter(({ offices }) => offices.length > 0);
	return [...new Set([...taken(inOffice, 1), ...taken(strangers, 1)])];
}

test.each(seeds)(
	"whoever may not see a difference is answered every form and act as for one that does not exist (SEED=%i)",
	async (seed) => {
		state = seed;
		const acts = routes.filter(
			({ method, url }) => method === "POST" && /:id|:difference/.test(url),
		);
		const ofPrograms = operations.filter(
			({ method, path }) => method !== "GET" && path.includes("{id}"),
		);
		expect(acts.length).toBeGreaterThan(70);
		expect(ofPrograms.length).toBeGreaterThan(20);
		let compared = 0;
		for (const hidden of taken(await everyDifference(), 3)) {
			const [viewer] = taken(
				(await strangersTo(hidden)).filter((each) => !knowsOfAll(each)),
				1,
			);
			if (!viewer) continue;
			const [open] = await rowsOf<{ step: string }>(
				"select step from open_step where difference_id = $1 order by step limit 1",
				[hidden.id],
			);
			const step = open?.step ?? "early-resolution.talk";
			const visitor = await asVisitor(viewer.id);
			await visitor.get("/differences");
			tokens.set(viewer.id, tokens.get(viewer.id) ?? tokenFor(app, viewer));
			const token = await tokens.get(viewer.id);
			/** Said of it as of the other, so that nothing but which it is differs. */
			const alike = (text: string) => {
				expect(text).not.toContain(hidden.reference);
				return withoutChance(text.replaceAll(hidden.id, nowhere));
			};
			const sent = async (url: string, id: string, reference: string) => {
				const { statusCode, headers, body } = await visitor.post(url, {
					...everyField(id, reference),
					_key: "non-interference-of-acts",
				});
				return `${statusCode} ${alike(`${headers.location ?? ""}\n${body}`)}`;
			};
			const done = async (method: "POST" | "DELETE", path: string, raw: boolean, id: string) => {
				const { statusCode, body } = await web.inject({
					method,
					url: apiPath + filledIn(path.replaceAll(/\{(\w+)\}/g, ":$1"), id, { step }),
					headers: {
						authorization: `Bearer ${token}`,
						"idempotency-key": "non-interference-of-acts",
						...(method === "POST" && {
							"content-type": raw ? "application/octet-stream" : "application/json",
						}),
					},
					...(method === "POST" && { payload: raw ? "%PDF-" : JSON.stringify({ key: "k" }) }),
				});
				return `${statusCode} ${alike(body)}`;
			};
			for (const { url } of acts) {
				const at = (id: string) => filledIn(url, id, { step });
				const missing = await sent(at(nowhere), nowhere, madeUp);
				const told = await sent(at(hidden.id), hidden.id, hidden.reference);
				expect(whereTheyDiffer(told, missing), `POST ${url} as ${viewer.name}`).toBeUndefined();
				expect(told.slice(0, 3), `POST ${url} as ${viewer.name}`).toBe("404");
				compared += 1;
			}
			for (const url of namedInTheForm) {
				const missing = await sent(url, nowhere, madeUp);
				const told = await sent(url, hidden.id, hidden.reference.toLowerCase());
				expect(
					whereTheyDiffer(told.replaceAll(hidden.reference.toLowerCase(), madeUp), missing),
					`POST ${url} as ${viewer.name}`,
				).toBeUndefined();
				compared += 1;
			}
			for (const { id, method, path, body } of ofPrograms) {
				const raw = body !== undefined && "file" in body;
				const way = method as "POST" | "DELETE";
				const missing = await done(way, path, raw, nowhere);
				const told = await done(way, path, raw, hidden.id);
				expect(whereTheyDiffer(told, missing), `${id} as ${viewer.name}`).toBeUndefined();
				expect(told.slice(0, 1), `${id} as ${viewer.name}`).toBe("4");
				compared += 1;
			}
		}
		expect(compared).toBeGreaterThan(200);
	},
);

/** Whoever disposes of differences or keeps their seals is told of each by its reference, and opens none by that. */
const knowsOfAll = (viewer: Viewer): boolean => readsRetention(viewer) || keepsSeals(viewer);

/** A reference that none has. */
const madeUp = "zz-0zz0z";

/** What a form may name a difference by, whichever it asks for. */
const everyField = (id: string, reference: string) => ({
	difference: id,
	differences: [id],
	which: [id],
	theirs: [id],
	remind: [`${id} step early-resolution.talk`],
	reference,
	find: reference,
	about: reference,
	of: "one",
	audience: "agency",
	reason: "Because",
	decides: "dispose",
});

/** Forms that name a difference in what is sent, and not in their address. */
const namedInTheForm = [
	paths.differencesByName,
	deskPaths.find,
	deskPaths.remind,
	deskPaths.sendReminders,
	deskPaths.take,
	deskPaths.release,
	evidencePaths.begin(),
];

/** Whoever oversees a partnership is told the references of what its office was sent, and opens none of it. */
const isToldReferences = (
	address: string,
	answers: ReadonlyMap<string, string>,
	hidden: readonly Hidden[],
): boolean =>
	address === oversightPath &&
	hidden.some(({ reference }) =>
		answers.get(address)?.includes(withoutNumbers(address, reference)),
	);

test.each(seeds)(
	"with differences and without them, whoever may not see them gets the same of every page (SEED=%i)",
	async (seed) => {
		state = seed;
		let compared = 0;
		const leaks: string[] = [];
		const [first] = taken(await everyDifference(), 1);
		if (!first) throw new Error("There are many");
		const chosen = await strangersTo(first);
		const hidden = await hiddenFrom(chosen, first);
		const before: { viewer: Viewer; addresses: string[]; answers: Map<string, string> }[] = [];
		for (const viewer of chosen) {
			const feed = `/calendar-feed/${await makeFeed(app, viewer)}.ics`;
			const addresses = [...pages, feed, ...(await pagesOfThings(viewer, hidden))];
			before.push({ viewer, addresses, answers: new Map() });
		}
		// Pages tell who looked, and when a token was used last: everybody has looked at everything once.
		for (const { viewer, addresses } of before) await answersTo(viewer, addresses);
		await nothingTakenOut();
		for (const each of before) each.answers = await answersTo(each.viewer, each.addresses);
		for (const each of hidden) await withoutIt(each);
		await nothingTakenOut();
		const named = hidden.map(({ reference }) => reference).join(", ");
		for (const { viewer, addresses, answers } of before) {
			const after = await answersTo(viewer, addresses);
			for (const address of addresses) {
				if (isToldReferences(address, answers, hidden)) continue;
				const told = whereTheyDiffer(answers.get(address) ?? "", after.get(address) ?? "");
				if (told) leaks.push(`${address} as ${viewer.name} without ${named}: ${told}`);
				compared += 1;
			}
		}
		expect(leaks).toEqual([]);
		expect(compared).toBeGreaterThan(80);
	},
);

test("where Concord is in real use nobody has a mailbox of others", async () => {
	const { web: real, routes } = await serveEveryRoute({
		serve: (options) =>
			buildServer(
				{ ...app, rehearsal: false },
				{
					sessions: new fastifySession.MemoryStore(),
					secret: "a secret that is only for these tests, and long",
					...options,
				},
			),
	});
	expect(routes.length).toBeGreaterThan(100);
	expect(routes.filter(({ url }) => url.startsWith("/rehearsal/"))).toEqual([]);
	await real.close();
});

test("no mail, of a difference or of many, names one to somebody who may not see it", async () => {
	const messages = await rowsOf<{ person: string; difference: string | null; notice: object }>(
		"select to_person as person, difference_id as difference, notice from message where to_person is not null",
	);
	expect(messages.length).toBeGreaterThan(100);
	const all = await everyDifference();
	const viewers = new Map<string, Viewer | undefined>();
	let named = 0;
	for (const { person, notice, difference } of messages) {
		if (!viewers.has(person))
			viewers.set(person, await findViewer(database.db, person, app.clock()));
		const viewer = viewers.get(person);
		if (!viewer) continue;
		const text = JSON.stringify(notice);
		for (const { id, reference, partnership } of all)
			if (
				partnership === viewer.partnershipId &&
				(difference === id || text.includes(`"${reference}"`))
			) {
				expect(await maySee(viewer, id), `${reference} to ${viewer.name}`).toBe(true);
				named += 1;
			}
	}
	expect(named).toBeGreaterThan(100);
});

test("a hidden difference is looked for as one that does not exist: the database is asked the same", async () => {
	state = seeds[0] ?? 0;
	const [hidden] = taken(await everyDifference(), 1);
	if (!hidden) throw new Error("There are many");
	const strangers: Viewer[] = [];
	for (const viewer of await viewersOf(hidden.partnership))
		if (!(await maySee(viewer, hidden.id))) strangers.push(viewer);
	const questionsOf = async (viewer: Viewer, address: string) => {
		const visitor = await asVisitor(viewer.id);
		if (address.startsWith(apiPath)) await askAsProgram(viewer, `${apiPath}/work`);
		asked = [];
		const { statusCode } = address.startsWith(apiPath)
			? await askAsProgram(viewer, address)
			: await visitor.get(address);
		const all = asked;
		asked = undefined;
		return { statusCode, asked: all };
	};
	for (const viewer of taken(strangers, 6))
		for (const [begins, page] of [
			["", ""],
			["", "/form"],
			["", "/safety"],
			["", "/hand-over"],
			[apiPath, ""],
			[apiPath, "/forms"],
			[apiPath, "/notes"],
		]) {
			await questionsOf(viewer, `${begins}/differences/${nowhere}${page}`);
			const missing = await questionsOf(viewer, `${begins}/differences/${nowhere}${page}`);
			expect(missing.statusCode).toBe(404);
			expect(missing.asked.length).toBeGreaterThan(2);
			expect(await questionsOf(viewer, `${begins}/differences/${hidden.id}${page}`)).toEqual(
				missing,
			);
		}
});
