import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { connect } from "../src/store/connect.ts";
import { sessionStore } from "../src/store/sessions.ts";
import { testKeys } from "./support/keys.ts";
import { type Line, lineTo } from "./support/line-to-database.ts";
import { officeForAll } from "./support/office.ts";
import { freshKey, raiseByTeacher } from "./support/partnership.ts";

const partnership = officeForAll({ at: "2026-03-26T10:00" });

let line: Line;
const opened: ReturnType<typeof connect>[] = [];
beforeAll(async () => {
	line = await lineTo(partnership.databaseUrl());
});
afterAll(async () => {
	await line.mend();
	await Promise.all(opened.map(({ db }) => db.destroy()));
	await line.close();
});

let id: string;
beforeEach(async () => {
	await line.mend();
	id = await raiseByTeacher(partnership);
});

/** Concord at the end of the line. @param limit of one query, in milliseconds; without an end when left out */
function server(limit = 900_000): FastifyInstance {
	const made = connect(line.url, { most: 4, limit, keys: testKeys });
	opened.push(made);
	return partnership.serve({ sessions: sessionStore(made.db) }, { db: made.db });
}

/** The teacher, signed in: a cookie and a token that outlive whatever happens to the database. */
async function signedIn(web: FastifyInstance) {
	const answer = await web.inject(`/enter/${partnership.people.teacher.id}`);
	const token = /value="([^"]+)"/.exec(answer.body)?.[1] ?? "";
	const cookie = answer.cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
	return { token, cookie };
}

const send = (web: FastifyInstance, url: string, cookie: string, form: Record<string, string>) =>
	web.inject({
		method: "POST",
		url,
		headers: { cookie, "content-type": "application/x-www-form-urlencoded" },
		payload: new URLSearchParams(form).toString(),
	});

/** What the form on a page would send that offers it again. */
function formOn(body: string): Record<string, string> {
	const [, form = ""] = /<main.*?<form[^>]*>(.*?)<\/form>/s.exec(body) ?? [];
	return Object.fromEntries(
		[...form.matchAll(/name="([^"]+)" value="([^"]*)"/g)].map(([, name = "", value = ""]) => [
			name,
			value.replaceAll("&#39;", "'").replaceAll("&quot;", '"'),
		]),
	);
}

const withdraw = () => `/differences/${id}/moves/withdraw`;
const withdrawals = () =>
	partnership.db
		.selectFrom("event")
		.where("difference_id", "=", id)
		.where("type", "=", "move-made")
		.select("seq")
		.execute();

test("while the database is away nobody is signed out, and what was typed is on the page to be sent again, once", async () => {
	const web = server();
	const { token, cookie } = await signedIn(web);
	await line.cut();

	const page = await web.inject({ url: "/", headers: { cookie } });
	expect(page.statusCode).toBe(503);
	expect(page.cookies).toEqual([]);
	const told = await send(web, withdraw(), cookie, {
		_csrf: token,
		_key: freshKey(),
		_seen: "1",
		_do: "send-checked",
		"withdrawal-reason": "It was 'sorted out' by telephone",
	});
	expect(told.statusCode).toBe(503);
	expect(told.cookies).toEqual([]);
	expect(told.body).toContain("you are still signed in");
	expect(told.body).toContain("You can send it again from here");

	await line.mend();
	expect((await web.inject({ url: "/", headers: { cookie } })).statusCode).toBe(200);
	const again = formOn(told.body);
	expect(again["withdrawal-reason"]).toBe("It was 'sorted out' by telephone");
	for (let times = 0; times < 2; times += 1)
		expect((await send(web, withdraw(), cookie, again)).statusCode).toBe(303);
	expect(await withdrawals()).toHaveLength(1);
});

test("a database that does not answer is given up on: pages and the watcher are told, and it goes on afterwards", async () => {
	const { token, cookie } = await signedIn(server());
	const web = server(50);
	line.fallSilent();
	const page = await web.inject({ url: "/", headers: { cookie } });
	expect(page.statusCode).toBe(503);
	expect(page.cookies).toEqual([]);
	// It is alive, and not to be started again; it cannot serve, and no page is to be led to it.
	expect((await web.inject("/health")).body).toBe("ok\n");
	const ready = await web.inject("/ready");
	expect([ready.statusCode, ready.body]).toEqual([503, "not ready\n"]);
	const told = await send(web, withdraw(), cookie, {
		_csrf: token,
		_key: freshKey(),
		_do: "send-checked",
		"withdrawal-reason": "Typed while nothing answered",
	});
	expect(told.statusCode).toBe(503);
	expect(told.body).toContain("Typed while nothing answered");

	await line.mend();
	const after = server();
	expect((await after.inject("/ready")).body).toBe("ready\n");
	expect((await send(after, withdraw(), cookie, formOn(told.body))).statusCode).toBe(303);
	expect(await withdrawals()).toHaveLength(1);
});

test("a session that cannot be kept takes neither the page nor what was typed, and what was done is done once", async () => {
	const { token, cookie } = await signedIn(server());
	const made = connect(line.url, { most: 4, keys: testKeys });
	opened.push(made);
	const terminated = Object.assign(new Error("terminating connection"), { code: "57P01" });
	// Where there is a replica, every act is noted in the session.
	const web = partnership.serve(
		{
			hasReplica: true,
			sessions: { ...sessionStore(made.db), set: (_sid, _session, done) => done(terminated) },
		},
		{ db: made.db },
	);
	const told = await send(web, withdraw(), cookie, {
		_csrf: token,
		_key: freshKey(),
		_seen: "1",
		_do: "send-checked",
		"withdrawal-reason": "Typed while the server stopped",
	});
	expect(told.statusCode).toBe(503);
	expect(told.body).toContain("Typed while the server stopped");
	expect((await send(server(), withdraw(), cookie, formOn(told.body))).statusCode).toBe(303);
	expect(await withdrawals()).toHaveLength(1);
});

test("a query that was given up on leaves no transaction open behind it", async () => {
	const made = connect(line.url, { most: 1, limit: 50 });
	opened.push(made);
	await expect(
		made.db.transaction().execute(async (trx) => {
			await trx.selectFrom("difference").where("id", "=", id).select("id").forUpdate().execute();
			line.fallSilent();
			await trx.selectFrom("agency").select("id").execute();
		}),
	).rejects.toThrow("does not answer");
	await line.mend();
	// Were it held still, this would wait for ever.
	const patient = connect(line.url, { most: 1 });
	opened.push(patient);
	await patient.db
		.transaction()
		.execute((trx) =>
			trx.selectFrom("difference").where("id", "=", id).select("id").forUpdate().execute(),
		);
});
