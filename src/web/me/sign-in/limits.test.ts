import type { FastifyInstance } from "fastify";
import { beforeEach, expect, test } from "vitest";
import { deliver, giveAccount, password, signsIn } from "../../../../test/support/account.ts";
import { officeForEach } from "../../../../test/support/office.ts";
import { sessionStore } from "../../../store/sessions.ts";
import { pages } from "../../routes.ts";

const here = officeForEach({ at: "2026-03-26T10:00" });
let one: FastifyInstance;
let other: FastifyInstance;

const serve = () =>
	here.serve(
		{ sessions: sessionStore(here.db), routes: pages, proxies: ["127.0.0.1"] },
		{ rehearsal: false, address: "https://concord.example.gov.uk" },
	);

beforeEach(async () => {
	await here.db.deleteFrom("failed_try").execute();
	[one, other] = [serve(), serve()];
	await giveAccount(here, here.people.teacher);
	await giveAccount(here, here.people.director);
});

const from = (ip: string) => ({
	headers: { "x-forwarded-for": ip, "x-forwarded-proto": "https" },
});
const tries = async (web: FastifyInstance, email: string, given = password, ip = "203.0.113.7") =>
	(await signsIn(web, { email }, { password: given, ...from(ip) })).page;

test("two instances on one database agree on how often an account was tried", async () => {
	const { email } = here.people.teacher;
	for (let nth = 0; nth < 10; nth += 1)
		expect((await tries(nth % 2 ? one : other, email, "wrong")).status).toBe(422);
	expect((await tries(one, email)).status).toBe(429);
	expect((await tries(other, email)).status).toBe(429);
	// From elsewhere too; and nobody else is kept out.
	expect((await tries(other, email, password, "198.51.100.9")).status).toBe(429);
	expect((await tries(other, here.people.director.email)).status).toBe(200);
});

test("how long to wait is said alike of an address that nobody has", async () => {
	const answers = [];
	for (const email of [here.people.teacher.email, "nobody@example.org"]) {
		here.at("2026-03-26T10:00");
		for (let nth = 0; nth < 10; nth += 1) await tries(one, email, "wrong");
		here.at("2026-03-26T10:04");
		const page = await tries(one, email, "wrong");
		expect(page.status).toBe(429);
		expect(page.words).toContain("You can try again in 11 minutes, at 10:15am");
		answers.push(page.words);
	}
	expect(answers[0]).toBe(answers[1]);
	here.at("2026-03-26T10:15");
	expect((await tries(one, here.people.teacher.email)).status).toBe(200);
});

test("its owner is told by mail, once a day; nobody is told of an address that nobody has", async () => {
	const { email } = here.people.teacher;
	const lock = async (address: string) => {
		for (let nth = 0; nth < 12; nth += 1) await tries(one, address, "wrong");
		return deliver(here);
	};
	const [mail, more] = await lock(email);
	expect(more).toBeUndefined();
	expect(mail?.to).toBe(email);
	expect(mail?.subject).toBe(
		"Concord: there were too many tries to sign in to your Concord account with a wrong password",
	);
	here.at("2026-03-26T11:00");
	expect(await lock(email)).toEqual([]);
	here.at("2026-03-27T10:30");
	expect(await lock(email)).toHaveLength(1);
	expect(await lock("nobody@example.org")).toEqual([]);
});

test("of one internet address a hundred may fail in a quarter of an hour; what succeeds does not count", async () => {
	const office = "203.0.113.7";
	for (let nth = 0; nth < 3; nth += 1) await tries(one, here.people.director.email);
	const counted = () =>
		here.db.selectFrom("failed_try").where("tries", ">", 1).select("tries").execute();
	expect(await counted()).toEqual([]);
	for (let nth = 0; nth < 2; nth += 1)
		await tries(one, `nobody-${nth}@example.org`, "wrong", office);
	expect(await counted()).toEqual([{ tries: 2 }]);
	await here.db.updateTable("failed_try").set({ tries: 100 }).where("tries", "=", 2).execute();
	const page = await tries(other, here.people.director.email, password, office);
	expect(page.status).toBe(429);
	expect(page.words).toContain("Wait a quarter of an hour");
	expect((await tries(other, here.people.director.email, password, "203.0.113.8")).status).toBe(
		200,
	);
});

test("no address that somebody typed is in what is counted or queued", async () => {
	for (let nth = 0; nth < 10; nth += 1) await tries(one, "mistyped@example.org", "wrong");
	const rows = await here.db.selectFrom("failed_try").selectAll().execute();
	expect(rows.length).toBeGreaterThan(0);
	expect(here.queued).toHaveLength(1);
	expect(JSON.stringify([rows, here.queued])).not.toContain("mistyped");
});
