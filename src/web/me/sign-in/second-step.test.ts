import type { FastifyInstance } from "fastify";
import { beforeEach, expect, test } from "vitest";
import {
	codeOf,
	deliver,
	giveAccount,
	setsUpApp,
	signsIn,
} from "../../../../test/support/account.ts";
import { officeForEach } from "../../../../test/support/office.ts";
import { stranger } from "../../../../test/support/visitor.ts";
import { sealUnder } from "../../../actions/seal.ts";
import { sessionStore } from "../../../store/sessions.ts";
import { pages } from "../../routes.ts";

const here = officeForEach({ at: "2026-03-26T10:00" });
let web: FastifyInstance;
let key: string;
let codes: string[];

const serve = (differs = {}) =>
	here.serve({ sessions: sessionStore(here.db), routes: pages }, { rehearsal: false, ...differs });
const now = () => here.app.clock();
const heading = /<h1[^>]*>\s*(.*?)\s*<\/h1>/s;

/** A teacher with an authenticator app, a minute after they set it up. */
beforeEach(async () => {
	web = serve();
	await giveAccount(here, here.people.teacher);
	const { visitor } = await signsIn(web, here.people.teacher);
	({ key, codes } = await setsUpApp(visitor, here));
	here.at("2026-03-26T10:01");
	here.queued.length = 0;
});

const shows = async (code: string) => {
	const { visitor, page } = await signsIn(web, here.people.teacher);
	expect(heading.exec(page.body)?.[1]).toBe("Show that it is you");
	return { visitor, page: await visitor.send({ ...page, form: {} }, { code }) };
};

test("after the password the app’s code is asked for, and until then they are nobody", async () => {
	const { visitor } = await signsIn(web, here.people.teacher);
	expect((await visitor.get("/differences")).headers.location).toBe("/sign-in?then=%2Fdifferences");
	const { page } = await shows(codeOf(key, now()));
	expect(page.url).toBe("/");
	expect(page.status).toBe(200);
});

test("a code is taken once, also by two at the same time", async () => {
	const code = codeOf(key, now());
	const [one, two] = [
		await signsIn(web, here.people.teacher),
		await signsIn(web, here.people.teacher),
	];
	const answers = await Promise.all(
		[one, two].map(({ visitor, page }) => visitor.send({ ...page, form: {} }, { code })),
	);
	expect(answers.map(({ status }) => status).sort()).toEqual([200, 422]);
	expect((await shows(code)).page.words).toContain("was used already");
});

test.each([
	["of half a minute ago", -30, true],
	["of half a minute to come", 30, true],
	["of a minute ago", -60, false],
	["of a minute to come", 60, false],
])("a code %s: taken %s seconds off, %j", async (_, seconds, taken) => {
	here.at("2026-03-26T10:30");
	const { page } = await shows(codeOf(key, now().add({ seconds })));
	expect(page.status).toBe(taken ? 200 : 422);
});

test("a code of somebody else’s app, and what is no code, are refused alike", async () => {
	const answers = [];
	for (const code of [
		codeOf("JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP", now()),
		"no code",
		"0000-0000-0000-0000",
	]) {
		const { page } = await shows(code);
		expect(page.status).toBe(422);
		expect(page.body).not.toContain(code);
		answers.push(page.words);
	}
	expect(new Set(answers).size).toBe(1);
});

test("ten wrong codes are the most, whoever tries: then not even the right one", async () => {
	const { visitor, page } = await signsIn(web, here.people.teacher);
	for (let nth = 0; nth < 10; nth += 1)
		expect((await visitor.send({ ...page, form: {} }, { code: "000000" })).status).toBe(422);
	const { page: refused } = await shows(codeOf(key, now()));
	expect(refused.status).toBe(429);
	expect(refused.words).toContain("You can try again in 15 minutes, at 10:16am");
	here.at("2026-03-26T10:16");
	expect((await shows(codeOf(key, now()))).page.status).toBe(200);
});

test("a recovery code lets them in once, as it was typed or read aloud, and they are told by mail", async () => {
	expect(codes).toHaveLength(10);
	expect(new Set(codes).size).toBe(10);
	const typed = (codes[0] ?? "").toUpperCase().replaceAll("-", " ").replaceAll("0", "O");
	const { visitor, page } = await shows(typed);
	expect(page.status).toBe(200);
	expect((await visitor.open("/your-settings/sign-in")).words).toContain("You have 9 left");
	const [mail] = await deliver(here);
	expect(mail?.text).toContain("A recovery code of your Concord account was used to sign in.");
	expect(mail?.text).not.toContain(codes[0]);
	expect((await shows(codes[0] ?? "")).page.status).toBe(422);
});

test("recovery codes are shown once and kept as hashes; new ones take the place of the old", async () => {
	const rows = await here.db.selectFrom("recovery_code").select("hash").execute();
	for (const code of codes) expect(JSON.stringify(rows)).not.toContain(code);
	const { visitor } = await shows(codeOf(key, now()));
	expect((await visitor.open("/your-settings/sign-in")).body).not.toContain(codes[0]);
	const made = await visitor.post("/your-settings/sign-in/recovery-codes");
	expect(made.body).toContain("Your recovery codes");
	expect((await shows(codes[1] ?? "")).page.status).toBe(422);
	const [fresh = ""] = [...made.body.matchAll(/<code>([^<]+)</g)].map(([, code]) => code);
	expect((await shows(fresh)).page.status).toBe(200);
});

test("who shows no code in ten minutes begins again, and without a password there is nothing to show it to", async () => {
	const { visitor, page } = await signsIn(web, here.people.teacher);
	here.at("2026-03-26T10:11");
	const late = await visitor.send({ ...page, form: {} }, { code: codeOf(key, now()) });
	expect(late.url).toBe("/sign-in");
	expect((await stranger(web).get("/sign-in/second-step")).headers.location).toBe("/sign-in");
});

test("the app’s key is in the database only sealed; after a change of the secret it opens by the one before", async () => {
	const { sealed_key } = await here.db
		.selectFrom("authenticator_app")
		.where("account_id", "=", here.people.teacher.id)
		.select("sealed_key")
		.executeTakeFirstOrThrow();
	expect(sealed_key?.toString("latin1")).not.toContain(key.replaceAll(" ", ""));
	const before = "a secret that is only for these tests, and long";
	const after = "another secret that is only for these tests";
	const under = (...secrets: [string, ...string[]]) => ({
		signIn: { seal: sealUnder(secrets), idleMinutes: 60 },
	});
	web = serve(under(after));
	expect((await shows(codeOf(key, now()))).page.status).toBe(422);
	web = serve(under(after, before));
	expect((await shows(codeOf(key, now()))).page.status).toBe(200);
	// From then on it is sealed under the new one.
	here.at("2026-03-26T10:05");
	web = serve(under(after));
	expect((await shows(codeOf(key, now()))).page.status).toBe(200);
});
