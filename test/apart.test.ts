import type { FastifyInstance } from "fastify";
import { beforeAll, expect, test } from "vitest";
import { addOperator } from "../src/actions/operator.ts";
import { senderOf } from "../src/actions/outbox.ts";
import { addressOf } from "../src/actions/own-address.ts";
import { hashPassword } from "../src/actions/password.ts";
import { publishContacts, publishText } from "../src/actions/publish.ts";
import { signIn } from "../src/actions/sign-in.ts";
import { sweep } from "../src/actions/sweep.ts";
import { reservedPathNames } from "../src/domain/partnership/identity.ts";
import { saveAccount, saveAccountOf } from "../src/store/accounts.ts";
import { transact } from "../src/store/db.ts";
import { findPartnership } from "../src/store/partnerships.ts";
import {
	filledIn,
	type RouteThere,
	serveEveryRoute,
	withoutChance,
} from "./support/every-route.ts";
import { officeForAll } from "./support/office.ts";
import { freshKey, raisedTo, type TestPartnership } from "./support/partnership.ts";
import { stranger, type Visitor, visitorAs } from "./support/visitor.ts";

/**
 * Two partnerships with the same people, agencies, references and work addresses: neither sees anything of the other's, on
 * every route there is, also on those that will be added.
 */
const one = officeForAll();
let other: TestPartnership;
let web: FastifyInstance;
/** A difference of each, under the same reference. */
let ours: string;
let theirs: string;
let routes: RouteThere[];
const nowhere = "00000000-0000-4000-8000-00000000dead";
/** Stands in what is typed in the other partnership, and nowhere in this one. */
const theirWord = "Zanzibar";

beforeAll(async () => {
	other = await one.another();
	ours = await raisedTo(one, "sign-off");
	theirs = await raisedTo(other, "sign-off");
	await one.db
		.updateTable("difference")
		.set({ reference: await referenceOfOurs() })
		.where("id", "=", theirs)
		.execute();
	const { db } = one;
	const named = async (table: "person" | "agency") => {
		for (const row of await db
			.selectFrom(table)
			.where("partnership_id", "=", other.people.teacher.partnershipId)
			.select(["id", "name"])
			.execute())
			await db
				.updateTable(table)
				.set({ name: `${row.name} ${theirWord}` })
				.where("id", "=", row.id)
				.execute();
	};
	await named("person");
	await named("agency");
	({ web, routes } = await serveEveryRoute(one));
});

const referenceOfOurs = async (): Promise<string> =>
	(
		await one.db
			.selectFrom("difference")
			.where("id", "=", ours)
			.select("reference")
			.executeTakeFirstOrThrow()
	).reference;

const everybody = [
	"teacher",
	"headteacher",
	"socialWorker",
	"businessUnit",
	"executive",
	"administrator",
	"scrutineer",
] as const;
type Known = keyof TestPartnership["people"];
const visitors = new Map<string, Promise<Visitor>>();
const asVisitor = (id: string) => {
	const visitor = visitors.get(id) ?? visitorAs(web, { id });
	visitors.set(id, visitor);
	return visitor;
};
const present = () => everybody.filter((who): who is Known & typeof who => who in one.people);

/** Identifiers of everything of the other partnership that an address may name, by the table that holds it. */
async function everythingOf(partnershipId: string): Promise<string[]> {
	const oneOf = (table: "person" | "agency" | "protocol_version") =>
		one.db
			.selectFrom(table)
			.where("partnership_id", "=", partnershipId)
			.select("id")
			.executeTakeFirstOrThrow();
	const rows = await Promise.all([oneOf("person"), oneOf("agency"), oneOf("protocol_version")]);
	return [theirs, ...rows.map(({ id }) => id)];
}

const filled = (url: string, id: string) => filledIn(url, id, { step: "formal-resolution.raise" });

test("of whatever the other partnership has, every route answers as of what does not exist", async () => {
	const things = await everythingOf(other.people.teacher.partnershipId);
	const named = routes.filter(
		({ url, isPublic }) => url.includes(":") && !isPublic && !url.includes("*"),
	);
	expect(named.length).toBeGreaterThan(30);
	for (const { method, url } of named)
		for (const who of present()) {
			const visitor = await asVisitor(one.people[who].id);
			const ask = async (id: string) => {
				const path = filled(url, id);
				const { statusCode, body, headers } = await (method === "POST"
					? visitor.post(path, { _key: freshKey(), key: freshKey(), issue: "Mine" })
					: visitor.get(path));
				return {
					statusCode,
					location: headers.location?.toString().replaceAll(id, nowhere),
					body: withoutChance(body.replaceAll(id, nowhere)),
				};
			};
			const missing = await ask(nowhere);
			for (const id of things) {
				const answer = await ask(id);
				expect(answer.statusCode, `${method} ${url} ${id} as ${who}`).toBe(missing.statusCode);
				expect(answer, `${method} ${url} ${id} as ${who}`).toEqual(missing);
			}
		}
});

test("no page of one says a word of the other, whoever reads it and whatever they look for", async () => {
	const without = routes
		.filter(({ method, url }) => method === "GET" && !/[:*]/.test(url))
		.map(({ url }) => url);
	const reference = await referenceOfOurs();
	for (const who of present()) {
		const visitor = await asVisitor(one.people[who].id);
		for (const url of [...without, `/differences?q=${reference}`, "/differences?about=Jamie"]) {
			const { body } = await visitor.get(url);
			expect(body, `${url} as ${who}`).not.toContain(theirWord);
			expect(body, `${url} as ${who}`).not.toContain(theirs);
		}
	}
	// It would be noticed: the other's own people read it.
	const atTheirs = await asVisitor(other.people.businessUnit.id);
	expect((await atTheirs.get("/colleagues")).body).toContain(theirWord);
	const visitor = await asVisitor(one.people.businessUnit.id);
	const found = await visitor.post("/business-unit/find", { q: reference, find: reference });
	expect(`${found.body} ${found.headers.location}`).not.toContain(theirs);
});

test("nothing that goes by the clock in one touches the other", async () => {
	const rowsOf = (partnershipId: string) =>
		one.db
			.selectFrom("message")
			.where("partnership_id", "=", partnershipId)
			.select("id")
			.orderBy("id")
			.execute();
	const before = await rowsOf(other.people.teacher.partnershipId);
	await sweep(one.app, one.people.teacher.partnershipId);
	expect(await rowsOf(other.people.teacher.partnershipId)).toEqual(before);
});

test("what one publishes is at its own address, and the installation's own says nothing of either", async () => {
	const [mine, another] = [one, other].map(({ people }) => people.teacher.partnershipId);
	const db = one.db;
	await db
		.updateTable("partnership")
		.set({ host: "concord.other.example" })
		.where("id", "=", another ?? "")
		.execute();
	const administrator = one.people.administrator;
	const text = "# Privacy at ours\nWe keep little.";
	await publishText(one.app, administrator, "privacy", { text, read: 0 });
	await publishContacts(one.app, administrator, {
		contacts: { help: { name: "Sam Lee", phone: "01632 960001" } },
		read: 0,
	});
	await expect(
		publishText(one.app, administrator, "privacy", { text, read: 0 }),
	).rejects.toMatchObject({ code: "changed-meanwhile" });
	const path = (await findPartnership(db, mine ?? ""))?.pathName;

	const passer = stranger(web);
	expect((await passer.open("/privacy")).words).not.toContain("We keep little");
	expect((await passer.open(`/${path}/privacy`)).words).toContain("We keep little");
	expect((await passer.get("/sign-in")).body).toContain("Sam Lee");
	expect((await passer.open("/help")).words).toContain("01632 960001");
	const elsewhere = stranger(web, { host: "concord.other.example" });
	expect((await elsewhere.open("/privacy")).words).not.toContain("We keep little");
	expect((await elsewhere.get(`/${path}`)).statusCode).toBe(404);
});

test("at a host of its own nobody of another partnership is anybody", async () => {
	const there = stranger(web, { host: "concord.other.example" });
	await there.get(`/enter/${one.people.teacher.id}`);
	const { statusCode, headers } = await there.get("/");
	expect([statusCode, headers.location]).toEqual([303, "/sign-in"]);
	const own = stranger(web, { host: "concord.other.example" });
	await own.get(`/enter/${other.people.teacher.id}`);
	expect((await own.get("/")).statusCode).toBe(200);
});

test("links in mail begin with the partnership’s own address, a host or a path", async () => {
	const [mine, another] = await Promise.all(
		[one, other].map(({ people }) => findPartnership(one.db, people.teacher.partnershipId)),
	);
	if (!mine || !another) throw new Error("There are two");
	const app = { address: "https://concord.example" };
	const sender = (partnership: typeof mine) => senderOf(app, { partnership }).address;
	expect(sender(mine)).toBe(`https://concord.example/${mine.pathName}`);
	expect(sender(another)).toBe("https://concord.other.example");
	expect(addressOf({ address: "https://c.example:8443" }, another)).toBe(
		"https://concord.other.example:8443",
	);
	expect(addressOf(app, { ...mine, isOneOfSeveral: false })).toBe("https://concord.example");
});

test("who has a post in both signs in to each by its address; a link changes for which they act only after they say so", async () => {
	const accountId = "11111111-1111-4111-8111-111111111111";
	const password = "three words that differ";
	const passwordHash = await hashPassword(password);
	await transact(one.db, async (trx) => {
		await saveAccount(trx, one.app.clock(), {
			id: accountId,
			email: "both@police.example",
			passwordHash,
		});
		await saveAccountOf(trx, accountId, [one.people.officer.id, other.people.officer.id]);
	});
	await one.db
		.updateTable("partnership")
		.set({ host: null })
		.where("host", "is not", null)
		.execute();
	const [mine, another] = await Promise.all(
		[one, other].map(async ({ people }) => {
			const found = await findPartnership(one.db, people.teacher.partnershipId);
			return found?.pathName ?? "";
		}),
	);
	const both = stranger(web);
	const page = await both.open(`/${another}/differences`);
	expect(page.url).toBe("/sign-in?then=%2Fdifferences");
	const { headers } = await both.post("/sign-in", {
		email: "both@police.example",
		password,
		next: "/differences",
	});
	const there = await both.get(String(headers.location));
	expect([headers.location, there.body.includes(theirWord)]).toEqual(["/differences", true]);
	const asked = await both.open(`/${mine}/differences`);
	expect([asked.url, asked.status]).toEqual(["/acting-for?then=%2Fdifferences", 200]);
	expect((await both.get("/differences")).body).toContain(theirWord);
	const changed = await both.send(asked, { person: one.people.officer.id });
	expect([changed.url, changed.body.includes(theirWord)]).toEqual(["/differences", false]);
	// Whoever has a post in one alone and no other is at its host as one with a wrong password.
	const within = other.people.teacher.partnershipId;
	const given = { email: "both@police.example", password };
	expect(await signIn(one.app, given, "192.0.2.1", within)).toMatchObject({
		posts: [{ partnershipId: within }],
	});
	expect(await signIn(one.app, given, "192.0.2.1", nowhere)).toBeUndefined();
});

test("an operator sees counts of every partnership, and every other page as a stranger does", async () => {
	const link = await addOperator(one.app, "keeper@it.example");
	const path = new URL(link ?? "").pathname;
	const keeper = stranger(web);
	const welcome = await keeper.open(path);
	const short = await keeper.send(welcome, { password: "short" });
	expect([short.status, short.words]).toEqual([
		422,
		expect.stringContaining("10 characters or more"),
	]);
	const inside = await keeper.send(welcome, { password: "four plain words here" });
	expect([inside.url, inside.status]).toEqual(["/installation", 200]);
	expect(inside.words).toContain("There is no backup yet");
	expect(inside.body).not.toContain(theirWord);
	expect((await keeper.open(path)).status).toBe(410);
	for (const { method, url, isPublic } of routes.filter(({ url }) => !url.includes("*")))
		if (method === "GET" && !isPublic) {
			const { statusCode, headers } = await keeper.get(filled(url, ours));
			expect([statusCode, String(headers.location).split("?")[0]], url).toEqual([
				303,
				"/acting-for",
			]);
		}
	expect((await keeper.open("/acting-for")).url).toBe("/installation");
	for (const someone of [one.people.administrator, one.people.businessUnit])
		expect((await (await asVisitor(someone.id)).get("/installation")).statusCode).toBe(404);
	expect((await stranger(web).get("/installation")).statusCode).toBe(404);
	expect(await addOperator(one.app, "keeper@it.example")).toBeUndefined();
});

test("no page of the installation can be taken for a partnership’s path", () => {
	const first = new Set(
		routes
			.map(({ url }) => url.split("/")[1]?.split(".")[0] ?? "")
			.filter((part) => /^[a-z]/.test(part)),
	);
	first.delete("enter");
	expect([...first].filter((part) => !reservedPathNames.includes(part))).toEqual([]);
});
