import type { FastifyInstance } from "fastify";
import { sql } from "kysely";
import { beforeEach, describe, expect, test } from "vitest";
import {
	deliver,
	giveAccount,
	password,
	setsUpApp,
	signsIn,
} from "../../../../test/support/account.ts";
import { officeForEach } from "../../../../test/support/office.ts";
import { faultsIn, type Visitor } from "../../../../test/support/visitor.ts";
import { transact } from "../../../store/db.ts";
import { savePasskey } from "../../../store/passkeys.ts";
import { sessionStore } from "../../../store/sessions.ts";
import { pages } from "../../routes.ts";

const here = officeForEach({ at: "2026-03-26T10:00" });
const page = "/your-settings/sign-in";
const firefox = {
	headers: {
		"user-agent":
			"Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:142.0) Gecko/20100101 Firefox/142.0",
	},
};
let web: FastifyInstance;

const serve = (differs = {}) =>
	here.serve({ sessions: sessionStore(here.db), routes: pages }, { rehearsal: false, ...differs });

beforeEach(async () => {
	web = serve();
	await here.db.deleteFrom("failed_try").execute();
	await giveAccount(here, here.people.teacher);
	await giveAccount(here, here.people.businessUnit);
	await giveAccount(here, here.people.administrator);
});

/** Makes a session that of somebody who signed in a while ago. */
const longAgo = (minutes: number) =>
	sql`update session set begun_at = begun_at - make_interval(mins => ${minutes})`.execute(here.db);

test("the page is reached from Your settings, and is valid with a passkey’s place, an app and codes on it", async () => {
	web = serve({ address: "http://concord.test" });
	const { visitor } = await signsIn(web, here.people.teacher);
	expect((await visitor.open("/your-settings")).body).toContain(`href="${page}"`);
	await setsUpApp(visitor, here);
	const { body } = await visitor.open(page);
	expect(await faultsIn(body)).toEqual([]);
	const begun = await visitor.post(`${page}/app/begin`);
	expect(await faultsIn((await visitor.open(String(begun.headers.location))).body)).toEqual([]);
	expect(await faultsIn((await visitor.open(`${page}/password`)).body)).toEqual([]);
});

test("at a partnership’s own host no passkey is offered or asked for, and it is said where they work", async () => {
	const host = "concord.own.test";
	await here.db
		.updateTable("partnership")
		.set({ host })
		.where("id", "=", here.partnershipId)
		.execute();
	web = serve({ address: "http://concord.test" });
	const { visitor } = await signsIn(web, here.people.teacher, { headers: { host } });
	const { body, words } = await visitor.open(page);
	expect(words).toContain("Passkeys do not work at this address");
	expect(body).toContain('href="http://concord.test/your-settings/sign-in"');
	expect(body).not.toContain('data-does="create"');
	expect(await faultsIn(body)).toEqual([]);
	expect((await visitor.post(`${page}/passkeys/ask`)).statusCode).toBe(404);

	await transact(here.db, (trx) =>
		savePasskey(trx, {
			id: "a passkey",
			accountId: here.people.teacher.id,
			name: "laptop",
			publicKey: new Uint8Array(1),
			counter: 0,
			transports: [],
			madeAt: here.app.clock(),
		}),
	);
	const { page: asked } = await signsIn(web, here.people.teacher, { headers: { host } });
	expect(asked.words).toContain("Your passkey does not work at this address");
	expect(asked.body).toContain('href="http://concord.test/sign-in"');
	expect(await faultsIn(asked.body)).toEqual([]);
	const { page: atMain } = await signsIn(web, here.people.teacher);
	expect(atMain.words).not.toContain("does not work at this address");
	await here.db.updateTable("partnership").set({ host: null }).where("host", "=", host).execute();
});

describe("who must show more than a password", () => {
	test("a Business Unit comes to set it up before anything else, and then goes on", async () => {
		const { visitor, page: arrived } = await signsIn(web, here.people.businessUnit);
		expect(arrived.url).toBe(page);
		expect(arrived.words).toContain("a password alone is not enough");
		for (const url of ["/", "/business-unit", "/differences", "/your-settings"])
			expect((await visitor.get(url)).headers.location).toBe(page);
		const set = await setsUpApp(visitor, here);
		expect(set.page.words).toContain("Keep your recovery codes");
		expect((await visitor.open("/business-unit")).status).toBe(200);
	});

	test("what they send before that is not done, and not lost", async () => {
		const { visitor } = await signsIn(web, here.people.administrator);
		await visitor.get(page);
		const sent = await visitor.post("/working-days/closure", { name: "Heating has failed" });
		expect(sent.statusCode).toBe(403);
		expect(sent.body).toContain("Heating has failed");
		expect(sent.body).toContain("Set up a second way to sign in first");
	});

	test("a teacher may, and need not; in a rehearsal nobody need", async () => {
		const { page: arrived } = await signsIn(web, here.people.teacher);
		expect([arrived.url, arrived.status]).toEqual(["/", 200]);
		const rehearsing = await signsIn(serve({ rehearsal: true }), here.people.businessUnit);
		expect([rehearsing.page.url, rehearsing.page.status]).toEqual(["/", 200]);
	});

	test("whoever must have one does not take the last away; whoever need not does", async () => {
		const { visitor } = await signsIn(web, here.people.businessUnit);
		await setsUpApp(visitor, here);
		await visitor.get(page);
		const refused = await visitor.post(`${page}/app/remove`);
		expect(refused.statusCode).toBe(422);
		expect(refused.body).toContain("Add another first");
		const { visitor: teacher } = await signsIn(web, here.people.teacher);
		await setsUpApp(teacher, here);
		await teacher.get(page);
		expect((await teacher.post(`${page}/app/remove`)).statusCode).toBe(303);
		expect(
			await here.db
				.selectFrom("recovery_code")
				.where("account_id", "=", here.people.teacher.id)
				.selectAll()
				.execute(),
		).toEqual([]);
		expect((await signsIn(web, here.people.teacher)).page.url).toBe("/");
	});
});

describe("an authenticator app", () => {
	test("a code that it does not show sets up nothing, and its key is shown again; after a quarter of an hour it is not", async () => {
		const { visitor } = await signsIn(web, here.people.teacher);
		await visitor.get(page);
		await visitor.post(`${page}/app/begin`);
		const asked = await visitor.open(`${page}/app`);
		const wrong = await visitor.send({ ...asked, form: {} }, { code: "000000" });
		expect(wrong.status).toBe(422);
		expect(wrong.body).toContain('id="app-key"');
		expect((await signsIn(web, here.people.teacher)).page.url).toBe("/");
		here.at("2026-03-26T10:15");
		expect((await visitor.open(`${page}/app`)).url).toBe(page);
	});

	test("nothing is changed by whoever signed in too long ago: they sign in again first", async () => {
		const { visitor } = await signsIn(web, here.people.teacher);
		await longAgo(15);
		const { words, body } = await visitor.open(page);
		expect(words).toContain("sign in again first");
		expect(body).not.toContain("Set up an app");
		expect((await visitor.post(`${page}/app/begin`)).headers.location).toBe(page);
		expect(
			await here.db
				.selectFrom("authenticator_app")
				.where("account_id", "=", here.people.teacher.id)
				.selectAll()
				.execute(),
		).toEqual([]);
	});
});

describe("a password that is changed", () => {
	const changes = async (visitor: Visitor, current: string, chosen: string) => {
		const asked = await visitor.open(`${page}/password`);
		return visitor.send(
			{ ...asked, form: {} },
			{ "current-password": current, "new-password": chosen },
		);
	};

	test("the current one is asked for; other sessions end, this one stays, and it is mailed", async () => {
		const { visitor: elsewhere } = await signsIn(web, here.people.teacher);
		const { visitor } = await signsIn(web, here.people.teacher);
		expect((await changes(visitor, "wrong", "coffee tram pebble")).words).toContain(
			"The current password is not right",
		);
		expect((await changes(visitor, password, "short")).words).toContain("10 characters or more");
		const done = await changes(visitor, password, "coffee tram pebble");
		expect(done.url).toBe(`${page}#password`);
		expect((await visitor.open("/")).status).toBe(200);
		expect((await elsewhere.get("/")).headers.location).toBe("/sign-in");
		const [mail] = await deliver(here);
		expect(mail?.subject).toBe("Concord: your Concord password was changed");
		expect(mail?.text).not.toContain("coffee");
		expect(
			(await signsIn(web, here.people.teacher, { password: "coffee tram pebble" })).page.status,
		).toBe(200);
	});

	test("the current one cannot be guessed for ever", async () => {
		const { visitor } = await signsIn(web, here.people.teacher);
		for (let nth = 0; nth < 10; nth += 1) await changes(visitor, "wrong", "coffee tram pebble");
		expect((await changes(visitor, password, "coffee tram pebble")).status).toBe(429);
	});
});

describe("where somebody is signed in", () => {
	test("each browser is named in plain words, with this one; one is signed out, then all others", async () => {
		const { visitor: work } = await signsIn(web, here.people.teacher, firefox);
		const { visitor: phone } = await signsIn(web, here.people.teacher);
		const { visitor: third } = await signsIn(web, here.people.teacher);
		const seen = await work.open(page);
		expect(seen.words).toContain("Firefox on Windows");
		expect(seen.words).toContain("Now, here");
		const [one] = [...seen.body.matchAll(/name="session" value="([^"]+)"/g)].map(([, id]) => id);
		await work.post(`${page}/sign-out-there`, { session: one ?? "" });
		const gone = (await Promise.all([phone, third].map((who) => who.get("/")))).map(
			({ statusCode }) => statusCode,
		);
		expect(gone.sort()).toEqual([200, 303]);
		await work.post(`${page}/sign-out-elsewhere`);
		for (const who of [phone, third])
			expect((await who.get("/")).headers.location).toBe("/sign-in");
		expect((await work.open("/")).status).toBe(200);
	});

	test("nobody signs somebody else out, and no number of a cookie is on the page", async () => {
		const { visitor: administrator } = await signsIn(web, here.people.teacher);
		const rows = await here.db.selectFrom("session").select(["id", "sid"]).execute();
		const { body } = await administrator.open(page);
		for (const { sid } of rows) expect(body).not.toContain(sid);
		const { visitor: other } = await signsIn(serve({ rehearsal: true }), here.people.businessUnit);
		await other.get(page);
		for (const session of [rows[0]?.id ?? "", "nonsense"])
			expect((await other.post(`${page}/sign-out-there`, { session })).statusCode).toBe(404);
		expect((await administrator.open("/")).status).toBe(200);
	});

	test("whoever asked for nothing for an hour is signed out; a page that asks to stay keeps them", async () => {
		const idle = (minutes: number) =>
			sql`update session set seen_at = now() - make_interval(mins => ${minutes})`.execute(here.db);
		const { visitor } = await signsIn(web, here.people.teacher);
		await visitor.get("/");
		await idle(58);
		expect((await visitor.post("/stay-signed-in")).statusCode).toBe(204);
		await idle(1);
		expect((await visitor.get("/")).statusCode).toBe(200);
		await idle(60);
		const late = await visitor.post("/your-settings/telephone", { phone: "0300 123 4567" });
		expect(late.statusCode).toBe(401);
		expect(late.body).toContain("0300 123 4567");
	});
});

test("what happened is listed for whoever it belongs to, the newest first", async () => {
	const { visitor } = await signsIn(web, here.people.teacher);
	await setsUpApp(visitor, here);
	const { words } = await visitor.open(page);
	expect(words).toMatch(/You made recovery codes.*You set up an authenticator app/);
});
