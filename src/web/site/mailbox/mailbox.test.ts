import { randomUUID } from "node:crypto";
import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "../../../../test/support/database.ts";
import {
	doStep,
	raiseByTeacher,
	type TestPartnership,
	testPartnership,
} from "../../../../test/support/partnership.ts";
import { transact } from "../../../store/db.ts";
import { addMessages, listMailbox } from "../../../store/messages.ts";
import { sessionStore } from "../../../store/sessions.ts";
import { signInRoutes } from "../../me/sign-in/routes.tsx";
import { buildServer } from "../../server.ts";
import { rehearsalRoutes } from "../rehearsal/routes.tsx";
import { visitor } from "../rehearsal/visitor.fixture.ts";
import { mailboxRoutes } from "./routes.tsx";

let database: TestDatabase;
let partnership: TestPartnership;
let web: FastifyInstance;

beforeAll(async () => {
	database = await testDatabase();
	partnership = await testPartnership(database.db);
	web = serverFor(true);
});
afterAll(async () => {
	await web.close();
	await database.drop();
});

const serverFor = (rehearsal: boolean) =>
	buildServer(
		{ ...partnership.app, rehearsal },
		{
			sessions: sessionStore(database.db),
			secret: "a secret that is only for this test, and long",
			routes: [signInRoutes, rehearsalRoutes, mailboxRoutes],
		},
	);

const mailbox = "/rehearsal/mailbox";

/** The page as the Business Unit sees it. */
async function mailboxPage(query = ""): Promise<string> {
	const theirs = visitor(web);
	await theirs.becomes(partnership.people.businessUnit);
	const page = await theirs.get(mailbox + query);
	expect(page.statusCode).toBe(200);
	return page.body;
}

/** The teacher raises one and does not settle it; their lead is told that it is their turn. */
async function tellTheLead() {
	const { people } = partnership;
	await doStep(
		partnership,
		await raiseByTeacher(partnership),
		people.teacher,
		"early-resolution.talk",
		"not-resolved",
		{
			"talked-at": "2026-03-26T10:00",
			"why-not-resolved": "He came without a coat",
			"manager-a": { id: people.safeguardingLead.id },
		},
	);
}

/** As many messages more, like the first one. */
const sendAgain = (times: number) =>
	transact(database.db, async (trx) => {
		const [first] = await listMailbox(trx, partnership.people.teacher, 1);
		if (!first) throw new Error("There is no message yet");
		await addMessages(
			trx,
			partnership.partnershipId,
			first.createdAt,
			Array.from({ length: times }, () => ({ ...first, id: randomUUID() })),
		);
	});

test("before anything happened it says when messages come", async () => {
	expect(await mailboxPage()).toContain("No messages yet");
});

test("each message stands as it would be read, with its recipient, and never a child or a story", async () => {
	await tellTheLead();
	const page = await mailboxPage();
	expect(page).toContain("10am on 26 March 2026 to Carys Pugh");
	expect(page).toContain("safeguardinglead.1@example.org");
	expect(page).toContain("Dear Carys Pugh");
	expect(page).toContain("It is your turn on professional difference C1-");
	expect(page).not.toContain("Canary");
	expect(page).not.toContain("coat");
});

test("the newest come first, fifty of them, and older ones on asking", async () => {
	await sendAgain(50);
	partnership.at("2026-03-26T11:30");
	await tellTheLead();
	const page = await mailboxPage();
	expect(page.match(/Dear Carys Pugh/g)).toHaveLength(50);
	expect(page.indexOf("11:30am on 26 March 2026")).toBeGreaterThan(0);
	expect(page.indexOf("11:30am on 26 March 2026")).toBeLessThan(
		page.indexOf("10am on 26 March 2026 to"),
	);
	expect(page).toContain(`href="${mailbox}?most=100"`);
	const all = await mailboxPage("?most=100");
	expect(all.match(/Dear Carys Pugh/g)).toHaveLength(52);
	expect(all).not.toContain("Show older messages");
	expect((await mailboxPage("?most=lots")).match(/Dear Carys/g)).toHaveLength(50);
});

test("strangers are asked to sign in, and outside a rehearsal there is no mailbox", async () => {
	expect((await visitor(web).get(mailbox)).headers.location).toBe(
		`/sign-in?then=${encodeURIComponent(mailbox)}`,
	);
	const real = serverFor(false);
	expect((await visitor(real).get(mailbox)).statusCode).toBe(404);
	await real.close();
});
