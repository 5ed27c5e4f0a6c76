import type { FastifyInstance } from "fastify";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { giveAccount, SoftPasskey, signsIn } from "../../../../test/support/account.ts";
import { officeForAll } from "../../../../test/support/office.ts";
import { stranger, type Visitor } from "../../../../test/support/visitor.ts";
import { sessionStore } from "../../../store/sessions.ts";
import { pages } from "../../routes.ts";

const here = officeForAll({ at: "2026-03-26T10:00" });
const address = "http://concord.test";
let web: FastifyInstance;
let visitor: Visitor;
let passkey: SoftPasskey;

beforeAll(async () => {
	await giveAccount(here, here.people.teacher);
	await giveAccount(here, here.people.director);
	web = here.serve(
		{ sessions: sessionStore(here.db), routes: pages },
		{ rehearsal: false, address },
	);
});

const challengeOf = async (who: Visitor, url: string): Promise<string> =>
	JSON.parse((await who.post(url)).body).challenge;

const adds = async (who: Visitor, answer: (challenge: string) => string, name = "Work laptop") => {
	const challenge = await challengeOf(who, "/your-settings/sign-in/passkeys/ask");
	return who.post("/your-settings/sign-in/passkeys", { name, answer: answer(challenge) });
};

/** Signs in on a browser of its own with what a passkey answers. */
const shows = async (answer: (challenge: string) => string, browser = stranger(web)) => {
	await browser.get("/sign-in");
	const challenge = await challengeOf(browser, "/sign-in/passkey/ask");
	return browser.post("/sign-in/passkey", { answer: answer(challenge), next: "/differences" });
};

beforeEach(async () => {
	await here.db.deleteFrom("passkey").execute();
	await here.db.deleteFrom("recovery_code").execute();
	await here.db.deleteFrom("failed_try").execute();
	({ visitor } = await signsIn(web, here.people.teacher));
	await visitor.get("/your-settings/sign-in");
	passkey = new SoftPasskey(address);
});

test("a passkey is added, signs in without a password, is renamed and taken away", async () => {
	const added = await adds(visitor, (challenge) => passkey.made(challenge));
	expect(added.statusCode).toBe(200);
	expect(added.body).toContain("Keep your recovery codes");
	passkey.counter += 1;
	const browser = stranger(web);
	const arrived = await shows((challenge) => passkey.shown(challenge), browser);
	expect(arrived.headers.location).toBe("/differences");
	expect((await browser.open("/your-settings/sign-in")).words).toContain(
		"Added on 26 March 2026. Last used on 26 March 2026.",
	);
	const id = passkey.id.toString("base64url");
	await browser.post("/your-settings/sign-in/passkeys/rename", { passkey: id, name: "Phone" });
	expect((await browser.open("/your-settings/sign-in")).words).toContain("Phone Added on");
	await browser.post("/your-settings/sign-in/passkeys/remove", { passkey: id });
	expect((await browser.open("/your-settings/sign-in")).words).not.toContain("Added on");
	expect((await shows((challenge) => passkey.shown(challenge))).statusCode).toBe(422);
});

test("an answer signs in once, and only the browser that was asked", async () => {
	await adds(visitor, (challenge) => passkey.made(challenge));
	const [asked, other] = [stranger(web), stranger(web)];
	await asked.get("/sign-in");
	await other.get("/sign-in");
	passkey.counter += 1;
	const answer = passkey.shown(await challengeOf(asked, "/sign-in/passkey/ask"));
	expect((await other.post("/sign-in/passkey", { answer })).statusCode).toBe(422);
	expect((await asked.post("/sign-in/passkey", { answer })).statusCode).toBe(303);
	await asked.get("/sign-in");
	expect((await asked.post("/sign-in/passkey", { answer })).statusCode).toBe(422);
});

test("what was asked too long ago signs nobody in", async () => {
	await adds(visitor, (challenge) => passkey.made(challenge));
	const late = await shows((challenge) => {
		passkey.counter += 1;
		here.at("2026-03-26T10:05");
		return passkey.shown(challenge);
	});
	here.at("2026-03-26T10:00");
	expect(late.statusCode).toBe(422);
});

test.each<[string, (challenge: string) => string]>([
	["without a finger, a face or a PIN", (asked) => passkey.shown(asked, { verified: false })],
	[
		"on a page of somebody else’s",
		(asked) => passkey.shown(asked, { origin: "https://concord.example" }),
	],
	["to another question", () => passkey.shown("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")],
	[
		"by another key",
		(asked) => Object.assign(new SoftPasskey(address), { id: passkey.id, counter: 6 }).shown(asked),
	],
	[
		"with a count that did not go up",
		(asked) => {
			passkey.counter -= 1;
			return passkey.shown(asked);
		},
	],
	["that is no JSON", () => "{"],
	["of nothing", () => "{}"],
	[
		"of something else",
		() => JSON.stringify({ id: passkey.id.toString("base64url"), response: {} }),
	],
])("an answer %s signs nobody in", async (_, answer) => {
	passkey.counter = 5;
	await adds(visitor, (challenge) => passkey.made(challenge));
	passkey.counter = 6;
	const browser = stranger(web);
	const refused = await shows(answer, browser);
	expect(refused.statusCode).toBe(422);
	expect(refused.body).toContain("This passkey could not be used here");
	expect((await browser.get("/")).headers.location).toBe("/sign-in");
	// The same passkey does it as it should.
	passkey.counter = 7;
	expect((await shows((asked) => passkey.shown(asked))).statusCode).toBe(303);
});

test.each<[string, (challenge: string) => string]>([
	["without a finger, a face or a PIN", (asked) => passkey.made(asked, { verified: false })],
	[
		"on a page of somebody else’s",
		(asked) => passkey.made(asked, { origin: "https://concord.example" }),
	],
	["to another question", () => passkey.made("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")],
	["that is no JSON", () => "["],
])("a passkey made %s is not added", async (_, answer) => {
	const refused = await adds(visitor, answer);
	expect(refused.statusCode).toBe(422);
	expect(refused.body).toContain("The passkey could not be added");
	expect(await here.db.selectFrom("passkey").selectAll().execute()).toEqual([]);
});

test("a passkey has a name, and is nobody else’s to rename or take away", async () => {
	const nameless = await adds(visitor, (challenge) => passkey.made(challenge), "  ");
	expect(nameless.statusCode).toBe(422);
	expect(nameless.body).toContain("Enter what you call it");
	await adds(visitor, (challenge) => passkey.made(challenge));
	const { visitor: other } = await signsIn(web, here.people.director);
	await other.get("/your-settings/sign-in");
	const of = { passkey: passkey.id.toString("base64url"), name: "Mine" };
	for (const act of ["rename", "remove"])
		expect((await other.post(`/your-settings/sign-in/passkeys/${act}`, of)).statusCode).toBe(404);
	expect(await here.db.selectFrom("passkey").select("name").execute()).toEqual([
		{ name: "Work laptop" },
	]);
});

test("one passkey is not added to two accounts", async () => {
	await adds(visitor, (challenge) => passkey.made(challenge));
	const { visitor: other } = await signsIn(web, here.people.director);
	await other.get("/your-settings/sign-in");
	expect((await adds(other, (challenge) => passkey.made(challenge))).statusCode).toBe(422);
});

test("at a bare number no passkey is offered or asked for", async () => {
	const bare = here.serve({ sessions: sessionStore(here.db), routes: pages }, { rehearsal: false });
	const browser = stranger(bare);
	expect((await browser.get("/sign-in")).body).not.toContain("passkey");
	expect((await browser.post("/sign-in/passkey/ask")).statusCode).toBe(404);
});
