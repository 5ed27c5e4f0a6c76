import type { FastifyInstance } from "fastify";
import { beforeEach, expect, test } from "vitest";
import { setsUpApp } from "../../../../test/support/account.ts";
import { officeForEach } from "../../../../test/support/office.ts";
import { faultsIn, stranger, type Visitor } from "../../../../test/support/visitor.ts";
import { addOperator, resetOperator } from "../../../actions/operator.ts";
import { sessionStore } from "../../../store/sessions.ts";
import { pages } from "../../routes.ts";

const here = officeForEach({ at: "2026-03-26T10:00" });
const page = "/your-settings/sign-in";
const password = "four plain words here";
let web: FastifyInstance;
let email: string;
let keeper: Visitor;

beforeEach(async () => {
	web = here.serve({ sessions: sessionStore(here.db), routes: pages }, { rehearsal: false });
	email = `keeper.${here.partnershipId}@it.example`;
	const { pathname } = new URL((await addOperator(here.app, email)) ?? "");
	keeper = stranger(web);
	const welcome = await keeper.open(pathname);
	expect(welcome.words).toContain("a passkey or an authenticator app, which you set up next");
	expect((await keeper.send(welcome, { password })).url).toBe(page);
});

test("an operator sets up more than a password before they see anything", async () => {
	const asked = await keeper.open(page);
	expect(asked.words).toContain("You keep this Concord, so a password alone is not enough");
	expect(await faultsIn(asked.body)).toEqual([]);
	expect((await keeper.get("/installation")).headers.location).toBe(page);
	expect((await keeper.get(`${page}/password`)).headers.location).toBe(page);
	await setsUpApp(keeper, here);
	const inside = await keeper.open("/installation");
	expect([inside.url, inside.status]).toEqual(["/installation", 200]);
	expect(inside.words).toContain("You show a passkey or a code beside your password");
	expect(await faultsIn(inside.body)).toEqual([]);
	expect((await keeper.open(page)).body).toContain('href="/installation"');
});

test("whoever has an operator’s password alone is asked for a code, and cannot take the app away", async () => {
	await setsUpApp(keeper, here);
	const thief = stranger(web);
	const asked = await thief.send(await thief.open("/sign-in"), { email, password });
	expect(asked.url).toBe("/sign-in/second-step");
	expect((await thief.get("/installation")).statusCode).toBe(404);
	const kept = await keeper.post(`${page}/app/remove`);
	expect([kept.statusCode, kept.body]).toEqual([
		422,
		expect.stringContaining("You need one of these to sign in"),
	]);
});

test("an operator who has lost it sets up another once somebody on the machine has taken it away", async () => {
	await setsUpApp(keeper, here);
	expect(await resetOperator(here.app, email)).toBe(true);
	expect((await keeper.get("/installation")).statusCode).toBe(404);
	const again = stranger(web);
	const signedIn = await again.send(await again.open("/sign-in"), { email, password });
	expect(signedIn.url).toBe(page);
	expect(await resetOperator(here.app, here.people.teacher.email)).toBe(false);
});
