import type { FastifyInstance } from "fastify";
import { beforeEach, expect, test } from "vitest";
import {
	deliver,
	giveAccount,
	linkIn,
	password,
	signsIn,
} from "../../../../test/support/account.ts";
import { officeForEach } from "../../../../test/support/office.ts";
import { stranger } from "../../../../test/support/visitor.ts";
import { sessionStore } from "../../../store/sessions.ts";
import { pages } from "../../routes.ts";

const here = officeForEach({ at: "2026-03-26T10:00" });
const better = "coffee tram pebble";
let web: FastifyInstance;
let log: string[];

beforeEach(async () => {
	log = [];
	web = here.serve(
		{
			sessions: sessionStore(here.db),
			routes: pages,
			log: { stream: { write: (line) => void log.push(line) }, level: "debug" },
		},
		{ rehearsal: false },
	);
	await here.db.deleteFrom("failed_try").execute();
	await giveAccount(here, here.people.teacher);
});

const asks = async (email: string) => {
	const visitor = stranger(web);
	const page = await visitor.open("/forgotten-password");
	return visitor.send({ ...page, form: {} }, { email });
};
const linkFor = async (email: string): Promise<string> => {
	await asks(email);
	const [mail] = await deliver(here);
	return mail ? linkIn(mail) : "none";
};
const chooses = async (link: string, chosen: string) => {
	const visitor = stranger(web);
	// With the token of a page of ours, also where the link’s own page has no form.
	await visitor.open("/forgotten-password");
	const page = await visitor.open(link);
	return visitor.send({ ...page, form: {} }, { "new-password": chosen });
};

test("a forgotten password: a link comes by mail, and the new password signs in, not the old one", async () => {
	const { email } = here.people.teacher;
	const { visitor } = await signsIn(web, here.people.teacher);
	const link = await linkFor(email);
	expect((await chooses(link, better)).words).toContain("Your new password is saved");
	expect((await visitor.get("/")).headers.location).toBe("/sign-in");
	const [mail] = await deliver(here);
	expect(mail?.to).toBe(email);
	expect(mail?.text).toContain("A new Concord password was chosen by the link");
	expect((await signsIn(web, { email })).page.status).toBe(422);
	expect((await signsIn(web, { email }, { password: better })).page.status).toBe(200);
});

test("the answer is the same for an address that nobody has, and nothing is looked up before it is given", async () => {
	const answers = [];
	for (const email of [here.people.teacher.email, "nobody@example.org", here.people.officer.email])
		answers.push((await asks(email)).words);
	expect(new Set(answers).size).toBe(1);
	expect(answers[0]).toContain("If somebody signs in to Concord with this address");
	// One job each, alike but for a hash: whether anybody has the address shows when it is done.
	expect(here.queued.map(({ name, data }) => [name, Object.keys(data)])).toEqual(
		Array(3).fill(["tell-account", ["is", "addressHash"]]),
	);
	expect(await deliver(here)).toHaveLength(1);
});

test("a link works once", async () => {
	const link = await linkFor(here.people.teacher.email);
	const [one, two] = await Promise.all([chooses(link, better), chooses(link, "grey lamps float")]);
	expect([one.status, two.status].sort()).toEqual([200, 404]);
	expect((await stranger(web).open(link)).words).toContain("This link does not work any more");
});

test("a link works for an hour, until a newer one is sent, and no other does", async () => {
	const { email } = here.people.teacher;
	const first = await linkFor(email);
	const second = await linkFor(email);
	expect((await stranger(web).open(first)).status).toBe(404);
	expect((await stranger(web).open(second)).status).toBe(200);
	here.at("2026-03-26T11:00");
	expect((await chooses(second, better)).status).toBe(404);
	for (const forged of ["/new-password/guessed", `${second}x`, second.slice(0, -1)])
		expect((await stranger(web).open(forged)).words).toContain("This link does not work any more");
	expect((await signsIn(web, { email })).page.status).toBe(200);
});

test("a link for an invitation chooses no password", async () => {
	const link = await linkFor(here.people.teacher.email);
	await here.db.updateTable("one_time_link").set({ kind: "invitation" }).execute();
	expect((await chooses(link, better)).status).toBe(404);
});

test.each([
	["too short", "short", "10 characters or more"],
	["among the commonest", "password123", "Others use this password too"],
	["their own name", "Amy  Okafor".replace("  ", " "), "must not be your name"],
])(
	"a password that is %s is refused, is not shown again, and the link still works",
	async (_, chosen, why) => {
		const link = await linkFor(here.people.teacher.email);
		const refused = await chooses(link, chosen);
		expect(refused.status).toBe(422);
		expect(refused.words).toContain(why);
		expect(refused.body).not.toContain(`value="${chosen}"`);
		expect((await chooses(link, better)).status).toBe(200);
	},
);

test("a password is taken as it is typed, with what nobody sees in it", async () => {
	const typed = " coffee\u00A0tram pebble ";
	await chooses(await linkFor(here.people.teacher.email), typed);
	expect((await signsIn(web, here.people.teacher, { password: typed })).page.status).toBe(200);
	expect((await signsIn(web, here.people.teacher, { password: typed.trim() })).page.status).toBe(
		422,
	);
});

test("whoever was locked out gets in with the new password", async () => {
	const { email } = here.people.teacher;
	for (let nth = 0; nth < 10; nth += 1) await signsIn(web, { email }, { password: "wrong" });
	expect((await signsIn(web, { email })).page.status).toBe(429);
	await deliver(here);
	await chooses(await linkFor(email), better);
	expect((await signsIn(web, { email }, { password: better })).page.status).toBe(200);
});

test("nobody is sent more than three links in an hour", async () => {
	const { email } = here.people.teacher;
	for (let nth = 0; nth < 5; nth += 1) await asks(email);
	expect(await deliver(here)).toHaveLength(3);
});

test("somebody who has left everywhere is sent none", async () => {
	await here.db
		.updateTable("person")
		.set({ left_at: "2026-03-26T09:00:00Z" })
		.where("id", "=", here.people.teacher.id)
		.execute();
	await asks(here.people.teacher.email);
	expect(await deliver(here)).toEqual([]);
});

test("what makes the link work is in the mail alone: in no row, no log line and no page’s address but its own", async () => {
	const link = await linkFor(here.people.teacher.email);
	const secret = link.split("/").at(-1) ?? "";
	expect(secret.length).toBeGreaterThan(20);
	const saved = await chooses(link, better);
	expect(saved.body).not.toContain(secret);
	const rows = await here.db.selectFrom("one_time_link").selectAll().execute();
	const messages = await here.db.selectFrom("message").selectAll().execute();
	expect(log.join("")).toContain("/new-password/:secret");
	for (const kept of [JSON.stringify([rows, messages]), log.join("")]) {
		expect(kept).not.toContain(secret);
		expect(kept).not.toContain(better);
		expect(kept).not.toContain(password);
	}
});
