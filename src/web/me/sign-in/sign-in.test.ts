import type { FastifyInstance } from "fastify";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { officeForAll } from "../../../../test/support/office.ts";
import { stranger, type Visitor } from "../../../../test/support/visitor.ts";
import { hashPassword } from "../../../actions/password.ts";
import { rehearsalPassword } from "../../../actions/sign-in.ts";
import type { Viewer } from "../../../domain/people/viewer.ts";
import { saveAccount } from "../../../store/accounts.ts";
import { transact } from "../../../store/db.ts";
import { sessionStore } from "../../../store/sessions.ts";
import { rehearsalRoutes } from "../../site/rehearsal/routes.tsx";
import { actingForRoutes } from "../acting-for/routes.tsx";
import { myWorkRoutes } from "../my-work/routes.tsx";
import { signInRoutes } from "./routes.tsx";

const partnership = officeForAll();
const password = "seven quiet herons";

beforeAll(async () => {
	const { teacher, director, otherTeacher } = partnership.people;
	await giveAccount(teacher, await hashPassword(password));
	await giveAccount(director, await hashPassword(rehearsalPassword));
	await giveAccount(otherTeacher, await hashPassword(password));
});

/** With the number of whose it is. */
const giveAccount = ({ id, email }: Viewer, passwordHash: string) =>
	transact(partnership.db, async (trx) => {
		await saveAccount(trx, partnership.app.clock(), { id, email, passwordHash });
		await trx.updateTable("person").set({ account_id: id }).where("id", "=", id).execute();
	});

const server = ({ rehearsal = false } = {}): FastifyInstance =>
	partnership.serve(
		{
			sessions: sessionStore(partnership.db),
			routes: [signInRoutes, actingForRoutes, myWorkRoutes, rehearsalRoutes],
		},
		{ rehearsal },
	);

/** By the rehearsal’s one click. */
async function becomes(somebody: Visitor, { id }: { id: string }) {
	await somebody.get("/sign-in");
	return somebody.post("/rehearsal/sign-in", { person: id });
}

let web: FastifyInstance;
let anybody: Visitor;
beforeEach(async () => {
	await partnership.db.deleteFrom("failed_try").execute();
	web = server();
	anybody = stranger(web);
});

const email = () => partnership.people.teacher.email;

test("somebody who is not signed in is asked to, and then sees the page they wanted", async () => {
	const asked = await anybody.get("/?from=mail");
	expect(asked.statusCode).toBe(303);
	const page = await anybody.get(String(asked.headers.location));
	expect(page.statusCode).toBe(200);
	expect(page.body).toContain('name="next" value="/?from=mail"');
	const signedIn = await anybody.post("/sign-in", {
		email: `  ${email().toUpperCase()} `,
		password,
		next: "/?from=mail",
	});
	expect(signedIn.statusCode).toBe(303);
	expect(signedIn.headers.location).toBe("/?from=mail");
	const work = await anybody.get("/?from=mail");
	expect(work.body).toContain("Amy Okafor, Oakfield Primary School");
});

test("an address is taken as it is pasted, with what nobody sees in it", async () => {
	await anybody.get("/sign-in");
	const pasted = `Amy\u00A0Okafor <${email().replace("@", "\u200B@")}\u2060>\u202C`;
	const signedIn = await anybody.post("/sign-in", { email: pasted, password });
	expect(signedIn.statusCode).toBe(303);
});

test("the session has another number after signing in than before", async () => {
	const before = (await anybody.get("/sign-in")).cookies[0]?.value;
	const after = (await anybody.post("/sign-in", { email: email(), password })).cookies[0]?.value;
	expect(before).toBeTruthy();
	expect(after).toBeTruthy();
	expect(after).not.toBe(before);
});

test("an address on another site is never where one arrives", async () => {
	await anybody.get("/sign-in");
	const signedIn = await anybody.post("/sign-in", {
		email: email(),
		password,
		next: "//elsewhere.example/",
	});
	expect(signedIn.headers.location).toBe("/");
});

test("an unknown address and a wrong password are answered alike", async () => {
	const answers = [];
	for (const given of [
		{ email: "nobody@example.org", password },
		{ email: email(), password: "wrong" },
		{ email: partnership.people.officer.email, password: "has none" },
	]) {
		const visit = stranger(web);
		await visit.get("/sign-in");
		const answer = await visit.post("/sign-in", given);
		expect(answer.statusCode).toBe(422);
		expect(answer.body).toContain("The email address or the password is not right");
		expect(answer.body).toContain(`value="${given.email}"`);
		expect(answer.body).not.toContain(given.password);
		answers.push(
			answer.body.replaceAll(given.email, "").replaceAll(/(nonce|_csrf" value)="[^"]*"/g, ""),
		);
	}
	expect(new Set(answers).size).toBe(1);
});

test("an unknown address takes as long as a known one", async () => {
	/** What the whole process works for it, the threads that hash included. */
	const workFor = async (given: string) => {
		const visit = stranger(server());
		await visit.get("/sign-in");
		const before = process.cpuUsage();
		await visit.post("/sign-in", { email: given, password: "wrong" });
		return process.cpuUsage(before).user;
	};
	// A hash costs tens of milliseconds; to leave it out would make the one a small part of the other, every time. The
	// closest of several, each measured side by side: a busy machine slows both.
	let apart = Number.POSITIVE_INFINITY;
	for (let tries = 0; tries < 9 && apart >= 3; tries += 1) {
		const [known, unknown] = [await workFor(email()), await workFor("nobody@example.org")];
		apart = Math.min(apart, Math.max(known / unknown, unknown / known));
	}
	expect(apart).toBeLessThan(3);
});

test("a form without address or password says what is missing", async () => {
	await anybody.get("/sign-in");
	const answer = await anybody.post("/sign-in", { email: "", password: "" });
	expect(answer.statusCode).toBe(422);
	expect(answer.body).toContain("There is a problem");
	expect(answer.body).toContain("Enter your email address");
	expect(answer.body).toContain("Enter your password");
});

test("one address can be tried ten times in a quarter of an hour, then not even with the right password", async () => {
	await anybody.get("/sign-in");
	for (let tries = 0; tries < 10; tries += 1) {
		// The same address, whatever nobody sees is in it.
		const typed = email() + "\u200B".repeat(tries);
		expect((await anybody.post("/sign-in", { email: typed, password: "wrong" })).statusCode).toBe(
			422,
		);
	}
	const answer = await anybody.post("/sign-in", { email: email(), password });
	expect(answer.statusCode).toBe(429);
	expect(answer.body).toContain("You can try again in 15 minutes, at 10:");
});

test("a form that no page of ours sent signs nobody in", async () => {
	const answer = await web.inject({
		method: "POST",
		url: "/sign-in",
		headers: { "content-type": "application/x-www-form-urlencoded" },
		payload: new URLSearchParams({ email: email(), password }).toString(),
	});
	expect(answer.statusCode).toBe(403);
});

test("signing out ends the session here and in the browser", async () => {
	await anybody.get("/sign-in");
	await anybody.post("/sign-in", { email: email(), password });
	await anybody.get("/");
	const asked = await anybody.post("/sign-out");
	expect(asked.body).toContain("What you have not saved is not kept");
	expect((await anybody.get("/")).statusCode).toBe(200);
	const out = await anybody.post("/sign-out", { sure: "yes" });
	expect(out.statusCode).toBe(303);
	expect(out.headers["clear-site-data"]).toContain("storage");
	expect((await anybody.get("/")).headers.location).toBe("/sign-in");
});

test("visitors who do not sign in leave nothing behind", async () => {
	const rows = () => partnership.db.selectFrom("session").select("sid").execute();
	const before = (await rows()).length;
	for (let nth = 0; nth < 3; nth += 1) await stranger(web).get("/sign-in");
	await anybody.get("/sign-in");
	await anybody.post("/sign-in", { email: email(), password: "wrong" });
	expect(await rows()).toHaveLength(before);
	expect((await anybody.post("/sign-in", { email: email(), password })).statusCode).toBe(303);
	expect(await rows()).toHaveLength(before + 1);
});

test("somebody who leaves is nobody on their next click, and cannot come back", async () => {
	const left = partnership.people.otherTeacher;
	const leave = (at: string | null) =>
		partnership.db.updateTable("person").set({ left_at: at }).where("id", "=", left.id).execute();
	const theirs = stranger(server({ rehearsal: true }));
	await becomes(theirs, left);
	expect((await theirs.get("/")).statusCode).toBe(200);
	await leave("2026-03-26T10:00:00Z");
	const next = String((await theirs.get("/")).headers.location);
	expect((await theirs.get(next)).headers.location).toBe("/sign-in");
	expect((await theirs.get("/")).headers.location).toBe("/sign-in");
	expect((await becomes(theirs, left)).headers.location).toBe("/sign-in");
	await anybody.get("/sign-in");
	const known = { email: left.email, password };
	expect((await anybody.post("/sign-in", known)).statusCode).toBe(422);
	await leave(null);
	expect((await anybody.post("/sign-in", known)).statusCode).toBe(303);
});

test("outside a rehearsal nobody is listed, one click is not found and the rehearsal’s password opens nothing", async () => {
	const page = await anybody.get("/sign-in");
	expect(page.body).not.toContain("Amy Okafor");
	const click = await anybody.post("/rehearsal/sign-in", {
		person: partnership.people.director.id,
	});
	expect(click.statusCode).toBe(404);
	await anybody.get("/sign-in");
	const answer = await anybody.post("/sign-in", {
		email: partnership.people.director.email,
		password: rehearsalPassword,
	});
	expect(answer.statusCode).toBe(422);
});

test("in a rehearsal everybody is one click away, by agency, with what they are there for", async () => {
	const rehearsing = stranger(server({ rehearsal: true }));
	const page = await rehearsing.get("/sign-in?then=/rehearsal");
	expect(page.body).toContain("Combe Children’s Social Care");
	expect(page.body).toContain("Receives, forwards and follows up");
	expect(page.body).toContain("Decides at the last stage");
	const signedIn = await rehearsing.post("/rehearsal/sign-in", {
		person: partnership.people.director.id,
		next: "/rehearsal",
	});
	expect(signedIn.headers.location).toBe("/rehearsal");
	expect((await rehearsing.get("/rehearsal")).body).toContain("Grace Lund");
});

test("in a rehearsal the form takes the rehearsal’s password too", async () => {
	const rehearsing = stranger(server({ rehearsal: true }));
	await rehearsing.get("/sign-in");
	const signedIn = await rehearsing.post("/sign-in", {
		email: partnership.people.director.email,
		password: rehearsalPassword,
	});
	expect(signedIn.statusCode).toBe(303);
});

test("one click on nobody leads back to the sign-in page", async () => {
	const rehearsing = stranger(server({ rehearsal: true }));
	await rehearsing.get("/sign-in");
	for (const person of ["", "nobody", "00000000-0000-4000-8000-000000000000"])
		expect((await rehearsing.post("/rehearsal/sign-in", { person })).headers.location).toBe(
			"/sign-in",
		);
});
