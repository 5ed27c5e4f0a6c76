import type { FastifyInstance } from "fastify";
import { beforeAll, expect, test } from "vitest";
import { officeForAll } from "../../../../test/support/office.ts";
import type { TestPartnership } from "../../../../test/support/partnership.ts";
import { stranger, type Visitor } from "../../../../test/support/visitor.ts";
import { hashPassword } from "../../../actions/password.ts";
import { saveAccount } from "../../../store/accounts.ts";
import { transact } from "../../../store/db.ts";
import { sessionStore } from "../../../store/sessions.ts";
import { settingsPaths } from "../../addresses.ts";
import { pages } from "../../routes.ts";

const here = officeForAll();
const password = "seven quiet herons";
const accountId = "00000008-0000-4000-8000-000000000001";
let there: TestPartnership;
let web: FastifyInstance;

/** Of one partnership a safeguarding lead, of another an officer of the police, under one account. */
beforeAll(async () => {
	there = await here.another();
	const passwordHash = await hashPassword(password);
	await transact(here.db, async (trx) => {
		await saveAccount(trx, here.app.clock(), {
			id: accountId,
			email: "two@example.org",
			passwordHash,
		});
		await trx
			.updateTable("person")
			.set({ account_id: accountId })
			.where("id", "in", [here.people.safeguardingLead.id, there.people.officer.id])
			.execute();
	});
	web = here.serve({ sessions: sessionStore(here.db), routes: pages }, { rehearsal: false });
});

async function signedIn(then = ""): Promise<{ visitor: Visitor; location: string }> {
	const visitor = stranger(web);
	await visitor.get("/sign-in");
	const answer = await visitor.post("/sign-in", { email: "two@example.org", password, next: then });
	return { visitor, location: String(answer.headers.location) };
}

const heading = /<h1[^>]*>\s*(.*?)\s*<\/h1>/s;

test("whoever has several posts says first for which they act, and goes on to the page they wanted", async () => {
	const { visitor, location } = await signedIn("/differences?closed=1");
	const asked = await visitor.open(location);
	expect(heading.exec(asked.body)?.[1]).toContain("For whom do you act now?");
	expect(asked.words).toContain("Oakfield Primary School");
	expect(asked.words).toContain("Levels Police");
	expect(asked.words).toContain("Combe Partnership 2");
	const went = await visitor.send(asked, { person: there.people.officer.id });
	expect(went.url).toBe("/differences?closed=1");
	expect(went.body).toContain("Hugh Tan, Levels Police");
	expect(went.body).toContain("Act for another");
});

test("until they have said it there is no page of either, and nothing that is sent is taken", async () => {
	const { visitor } = await signedIn();
	expect((await visitor.get("/differences")).headers.location).toBe(
		"/acting-for?then=%2Fdifferences",
	);
	await visitor.get("/acting-for");
	expect((await visitor.post(settingsPaths.contact)).statusCode).toBe(401);
});

test("choosing nobody, or somebody who is not theirs, is asked again", async () => {
	const { visitor, location } = await signedIn();
	const asked = await visitor.open(location);
	for (const person of ["", here.people.teacher.id]) {
		const again = await visitor.send(asked, { person });
		expect(again.status).toBe(422);
		expect(again.words).toContain("Choose for whom you act");
	}
});

test("a form that was opened for one agency is not taken for another, and says for which it is now", async () => {
	const { visitor, location } = await signedIn();
	await visitor.send(await visitor.open(location), { person: here.people.safeguardingLead.id });
	const { form } = await visitor.open("/your-settings");
	const token = form._csrf?.[0] ?? "";
	expect(token).not.toBe("");
	await visitor.send(await visitor.open("/acting-for"), { person: there.people.officer.id });
	const old = await visitor.post(settingsPaths.contact, { _csrf: token });
	expect(old.statusCode).toBe(403);
	const { body } = await visitor.post(settingsPaths.contact);
	expect(body).not.toContain("open for too long");
});

test("a page of the other agency is not found, and the way to act for it is named", async () => {
	const { visitor, location } = await signedIn();
	await visitor.send(await visitor.open(location), { person: there.people.officer.id });
	const missing = await visitor.open("/differences/00000000-0000-4000-8000-000000000000");
	expect(missing.status).toBe(404);
	expect(missing.words).toContain("You act for Levels Police now");
	expect(missing.body).toContain(
		"/acting-for?then=%2Fdifferences%2F00000000-0000-4000-8000-000000000000",
	);
});

test("whoever leaves one of two agencies goes on as what they still are", async () => {
	const { visitor, location } = await signedIn();
	await visitor.send(await visitor.open(location), { person: there.people.officer.id });
	const left = (at: string | null) =>
		here.db
			.updateTable("person")
			.set({ left_at: at })
			.where("id", "=", there.people.officer.id)
			.execute();
	await left("2026-03-26T10:00:00Z");
	expect((await visitor.open("/differences")).body).toContain(
		"Carys Pugh, Oakfield Primary School",
	);
	await left(null);
});
