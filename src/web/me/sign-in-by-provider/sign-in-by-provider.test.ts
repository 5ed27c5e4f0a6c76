import type { FastifyInstance } from "fastify";
import { generateKeyPair, SignJWT } from "jose";
import { afterAll, beforeAll, beforeEach, expect, onTestFinished, test } from "vitest";
import { officeForAll } from "../../../../test/support/office.ts";
import { type TestProvider, testProvider } from "../../../../test/support/provider.ts";
import { stranger, type Visitor } from "../../../../test/support/visitor.ts";
import type { App } from "../../../actions/app.ts";
import { openIdConnect } from "../../../providers/open-id-connect.ts";
import { saveAccount } from "../../../store/accounts.ts";
import { transact } from "../../../store/db.ts";
import { sessionStore } from "../../../store/sessions.ts";
import { pages } from "../../routes.ts";

const office = officeForAll();
const concord = "http://127.0.0.1:9";
const ownHost = "http://concord.combe.example:9";
const accountId = "00000008-0000-4000-8000-000000000001";
const there: Record<string, { email?: string; email_verified?: boolean }> = {};
let provider: TestProvider;
let web: FastifyInstance;
let anybody: Visitor;

const serve = (address: string, clientSecret = provider.clientSecret): FastifyInstance => {
	const said = {
		key: "council",
		name: "Combe Council",
		issuer: address,
		clientId: provider.clientId,
		clientSecret,
		addresses: ["example.org"],
		verifiedBy: "claim" as const,
		addressClaim: "email",
		returnsTo: [ownHost],
	};
	const app: Partial<App> = {
		rehearsal: false,
		address: concord,
		providers: [openIdConnect(said, concord)],
	};
	return office.serve({ sessions: sessionStore(office.db), routes: pages }, app);
};

beforeAll(async () => {
	const { teacher, headteacher, safeguardingLead } = office.people;
	Object.assign(there, {
		amy: { email: teacher.email.toUpperCase(), email_verified: true },
		"amy’s successor": { email: teacher.email, email_verified: true },
		carys: { email: safeguardingLead.email, email_verified: true },
		unverified: { email: headteacher.email, email_verified: false },
		elsewhere: { email: "dilip.rao@police.example", email_verified: true },
		nobody: { email: "nobody@example.org", email_verified: true },
		"without one": {},
	});
	await transact(office.db, (trx) =>
		saveAccount(trx, office.app.clock(), {
			id: accountId,
			email: safeguardingLead.email,
			passwordHash: null,
		}),
	);
	await office.db
		.updateTable("person")
		.set({ account_id: accountId })
		.where("id", "=", safeguardingLead.id)
		.execute();
	provider = await testProvider(there, { concord, key: "council", also: [ownHost] });
	web = serve(provider.issuer);
});
afterAll(() => provider.close());
beforeEach(() => {
	anybody = stranger(web);
});

/** Without the part before the path. */
const local = (url: string) => url.slice(concord.length);

/** As far as they come with it. @returns where they are sent back to */
async function goThere(visitor: Visitor, who: string, then = "/differences"): Promise<string> {
	const begun = await visitor.get(`/sign-in/with/council?then=${encodeURIComponent(then)}`);
	expect(begun.statusCode).toBe(303);
	return local(await provider.signIn(String(begun.headers.location), who));
}
const comeBack = async (who: string, visitor = anybody) => visitor.get(await goThere(visitor, who));

test("the sign-in page names it, and whoever signs in there arrives on the page they wanted", async () => {
	const page = await anybody.open("/sign-in?then=/differences");
	expect(page.body).toContain('href="/sign-in/with/council?then=%2Fdifferences"');
	const back = await comeBack("carys");
	expect(back.headers.location).toBe("/differences");
	expect((await anybody.get("/differences")).body).toContain("Carys Pugh, Oakfield Primary School");
});

test("at a host of the partnership’s own they come back to it, where it was registered; else they go on at the installation’s", async () => {
	const { db, partnershipId } = office;
	const host = async (name: string | null) =>
		db.updateTable("partnership").set({ host: name }).where("id", "=", partnershipId).execute();
	try {
		await host("concord.combe.example");
		const there = stranger(web, { host: "concord.combe.example:9" });
		const begun = await there.get("/sign-in/with/council?then=%2Fdifferences");
		const back = await provider.signIn(String(begun.headers.location), "carys");
		expect(back).toMatch(/^http:\/\/concord\.combe\.example:9\/sign-in\/from\/council\?/);
		const arrived = await there.get(back.slice(ownHost.length));
		expect(arrived.headers.location).toBe("/differences");
		expect((await there.get("/differences")).body).toContain("Carys Pugh, Oakfield Primary School");

		await host("elsewhere.example");
		const elsewhere = stranger(web, { host: "elsewhere.example:9" });
		expect(
			(await elsewhere.get("/sign-in/with/council?then=%2Fdifferences")).headers.location,
		).toBe(`${concord}/sign-in/with/council?then=%2Fdifferences`);
	} finally {
		await host(null);
	}
});

test("somebody of the directory who has no account has one from then on, and keeps it when their address changes", async () => {
	expect((await comeBack("amy")).headers.location).toBe("/differences");
	expect((await anybody.get("/")).body).toContain("Amy Okafor, Oakfield Primary School");
	there.amy = { email: "amy.married@example.org", email_verified: true };
	const later = stranger(web);
	expect((await comeBack("amy", later)).headers.location).toBe("/differences");
	expect((await later.get("/")).body).toContain("Amy Okafor");
	// What the provider says their address is changes nothing here.
	const rows = await office.db.selectFrom("account").select("email").execute();
	expect(rows.map(({ email }) => email)).toContain(office.people.teacher.email);
});

test("an address that is given to somebody else later opens nothing", async () => {
	await comeBack("amy", stranger(web));
	const back = await comeBack("amy’s successor");
	expect(back.statusCode).toBe(403);
	expect(back.body).toContain("Concord does not know you yet");
	expect((await anybody.get("/differences")).statusCode).toBe(303);
	expect(
		await office.db
			.selectFrom("account_at_provider")
			.where("subject", "=", "amy’s successor")
			.select("account_id")
			.execute(),
	).toEqual([]);
});

test("an address that an account has of what it was before opens neither that nor anything else", async () => {
	const { db, people } = office;
	const whose = { id: "00000008-0000-4000-8000-000000000002", email: "moved.on@example.org" };
	there["who has the address now"] = { email: whose.email, email_verified: true };
	await transact(db, (trx) =>
		saveAccount(trx, office.app.clock(), { ...whose, passwordHash: null }),
	);
	// It is somebody today, under the address of where they work now.
	await db
		.updateTable("person")
		.set({ account_id: whose.id })
		.where("id", "=", people.officer.id)
		.execute();
	// And somebody new, in the directory with the address that was theirs, waits to come.
	const emailBefore = people.headteacher.email;
	const setEmail = (email: string) =>
		db.updateTable("person").set({ email }).where("id", "=", people.headteacher.id).execute();
	await setEmail(whose.email);
	expect((await comeBack("who has the address now")).statusCode).toBe(403);
	const { account_id } = await db
		.selectFrom("person")
		.where("id", "=", people.headteacher.id)
		.select("account_id")
		.executeTakeFirstOrThrow();
	expect(account_id).toBeNull();
	await setEmail(emailBefore);
});

test.each([
	["an address that is not verified", "unverified"],
	["an address that is not one of its own", "elsewhere"],
	["an address that nobody here has", "nobody"],
	["no address", "without one"],
])("%s is nobody here, and is told how to be", async (_what, who) => {
	const back = await comeBack(who);
	expect(back.statusCode).toBe(403);
	expect(back.body).toContain("Concord does not know you yet");
	expect((await anybody.get("/differences")).statusCode).toBe(303);
});

test("somebody who has left is nobody here either", async () => {
	const { db, people } = office;
	const leave = (at: string | null) =>
		db
			.updateTable("person")
			.set({ left_at: at })
			.where("id", "=", people.safeguardingLead.id)
			.execute();
	await leave("2026-03-26T10:00:00Z");
	expect((await comeBack("carys")).statusCode).toBe(403);
	await leave(null);
});

test("an answer is taken once, and from the browser alone that began it", async () => {
	const back = await goThere(anybody, "carys");
	const other = stranger(web);
	expect((await other.get(back)).statusCode).toBe(422);
	expect((await anybody.get(back)).statusCode).toBe(303);
	expect((await anybody.get(back)).statusCode).toBe(422);
});

test.each([
	["with another state", (url: string) => url.replace(/state=[^&]+/, "state=forged")],
	["with another code", (url: string) => url.replace(/code=[^&]+/, "code=forged")],
	[
		"in the name of another provider",
		(url: string) => url.replace(/iss=[^&]+/, "iss=https%3A%2F%2Fevil.example"),
	],
	["that says they broke off", (url: string) => url.replace(/code=[^&]+/, "error=access_denied")],
	["with nothing", (url: string) => url.split("?")[0] ?? ""],
])("an answer %s is refused with a way to try again", async (_what, change) => {
	const back = await anybody.get(change(await goThere(anybody, "carys")));
	expect(back.statusCode).toBe(422);
	expect(back.body).toContain('href="/sign-in/with/council"');
	expect((await anybody.get("/differences")).statusCode).toBe(303);
});

test("a provider that is not named is not found, and none is asked to come back to another site", async () => {
	expect((await anybody.get("/sign-in/with/other")).statusCode).toBe(404);
	expect((await anybody.get("/sign-in/from/other?code=x&state=y")).statusCode).toBe(404);
	const back = await goThere(anybody, "carys", "//evil.example/");
	expect((await anybody.get(back)).headers.location).toBe("/");
});

test("a wrong secret of ours is refused plainly", async () => {
	const visitor = stranger(serve(provider.issuer, "not the secret"));
	expect((await comeBack("carys", visitor)).statusCode).toBe(422);
});

test("while it is away people are told so, and those who have signed in go on", async () => {
	const away = serve("http://127.0.0.1:1");
	const visitor = stranger(away);
	const answer = await visitor.get("/sign-in/with/council");
	expect(answer.statusCode).toBe(503);
	expect(answer.body).toContain("Combe Council does not answer");
	await comeBack("carys");
	expect((await anybody.get("/differences")).statusCode).toBe(200);
});

test.for([45, -45])(
	"its clock may be off by %i seconds: signing in and signing out there are as ever",
	async (ahead) => {
		provider.setAhead(ahead);
		onTestFinished(() => provider.setAhead(0));
		await comeBack("amy");
		expect((await anybody.get("/differences")).statusCode).toBe(200);
		for (const token of await provider.signOut()) await told(token);
		expect((await anybody.get("/differences")).statusCode).toBe(303);
	},
);

test("a provider whose clock is two hours behind signs nobody in, and they are told how to go on", async () => {
	provider.setAhead(-2 * 60 * 60);
	onTestFinished(() => provider.setAhead(0));
	const back = await comeBack("amy");
	expect(back.statusCode).toBe(422);
	expect(back.body).toContain("Combe Council");
	expect((await anybody.get("/differences")).statusCode).toBe(303);
	provider.setAhead(0);
	await comeBack("amy");
	expect((await anybody.get("/differences")).statusCode).toBe(200);
});

/** What the provider sends us when somebody signed out there, as it came. */
async function told(token: string) {
	return web.inject({
		method: "POST",
		url: "/sign-in/ended/council",
		headers: { "content-type": "application/x-www-form-urlencoded" },
		payload: new URLSearchParams({ logout_token: token }).toString(),
	});
}

test("signing out there ends what was begun by it here, and nothing else", async () => {
	const other = stranger(web);
	await comeBack("amy", other);
	await comeBack("carys");
	const tokens = await provider.signOut();
	expect(tokens).toHaveLength(1);
	expect((await told(tokens[0] ?? "")).statusCode).toBe(200);
	expect((await anybody.get("/differences")).statusCode).toBe(303);
	expect((await other.get("/differences")).statusCode).toBe(200);
});

test("what is not signed by it, or no word of signing out, ends nothing", async () => {
	await comeBack("carys");
	const { privateKey } = await generateKeyPair("RS256");
	const forged = await new SignJWT({
		events: { "http://schemas.openid.net/event/backchannel-logout": {} },
		sub: "carys",
	})
		.setProtectedHeader({ alg: "RS256", typ: "logout+jwt" })
		.setIssuer(provider.issuer)
		.setAudience(provider.clientId)
		.setIssuedAt()
		.setJti("1")
		.sign(privateKey);
	for (const token of [forged, "nonsense", ""]) expect((await told(token)).statusCode).toBe(400);
	expect((await anybody.get("/differences")).statusCode).toBe(200);
});

test("a page of it that ends a sign-in ends the one with that number", async () => {
	await comeBack("carys");
	const { data } = await office.db
		.selectFrom("session")
		.select("data")
		.where("account_id", "=", accountId)
		.orderBy("expires_at", "desc")
		.executeTakeFirstOrThrow();
	const { sid } = (data as { provider: { sid: string } }).provider;
	expect((await anybody.get(`/sign-in/ended/council?sid=${sid}x`)).statusCode).toBe(200);
	expect((await anybody.get("/differences")).statusCode).toBe(200);
	expect((await anybody.get(`/sign-in/ended/council?sid=${sid}`)).statusCode).toBe(200);
	expect((await anybody.get("/differences")).statusCode).toBe(303);
});
