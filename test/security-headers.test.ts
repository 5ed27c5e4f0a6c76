import { once } from "node:events";
import { type AddressInfo, connect as connectTo, type Socket } from "node:net";
import fastifySession from "@fastify/session";
import type { FastifyInstance } from "fastify";
import { afterAll, describe, expect, test } from "vitest";
import type { App } from "../src/actions/app.ts";
import type { Viewer } from "../src/domain/people/viewer.ts";
import { Refusal } from "../src/domain/refusal.ts";
import { connect } from "../src/store/connect.ts";
import { raw } from "../src/web/kit/html.ts";
import type { Routes } from "../src/web/kit/request.ts";
import { beginSession, endSession } from "../src/web/security/sessions.ts";
import { buildServer } from "../src/web/server.ts";
import { PublishedPage } from "../src/web/site/published/page.tsx";

const ana: Viewer = {
	id: "ana",
	partnershipId: "somerset",
	agencyId: "brook-primary",
	agencyName: "Brook Primary School",
	sector: "education",
	name: "Ana Reyes",
	jobTitle: "Teacher",
	email: "ana@brook.example",
	level: "practitioner",
	safeguardingLead: false,
	offices: [],
};

/** A sign-in, a private page with a form, and one of each thing that can go wrong. */
const tryOut: Routes = (web) => {
	web.get("/sign-in", { config: { public: true } }, (request, reply) =>
		reply.page(raw(`<p>${request.frame.csrfToken}</p>`)),
	);
	web.post("/sign-in", { config: { public: true } }, async (request, reply) => {
		await beginSession(request, { personId: "ana" });
		return reply.redirect("/", 303);
	});
	web.get("/accessibility", { config: { public: true } }, ({ frame }, reply) =>
		reply.page(
			PublishedPage({
				frame,
				title: "Accessibility statement",
				text: "It is.",
				lang: "en",
				on: undefined,
			}),
		),
	);
	web.get("/whence", { config: { public: true } }, ({ ip, protocol, host }) => ({
		ip,
		protocol,
		host,
	}));
	web.post("/sign-out", async (request, reply) => {
		await endSession(request, reply);
		return reply.redirect("/sign-in", 303);
	});
	web.get("/", (request, reply) =>
		reply.page(raw(`<p>${request.frame.csrfToken}</p><p>${request.viewer.name}</p>`)),
	);
	web.post("/", (_request, reply) => reply.page(raw("<p>done</p>")));
	web.post("/refused", () => {
		throw new Refusal("already-recorded", "A response has been given already");
	});
	web.get("/broken", () => {
		throw new Error("Jamie Smith was seen at school");
	});
	web.get("/away", () => {
		throw Object.assign(new Error("no"), { code: "ECONNREFUSED" });
	});
};

/** A database that nobody can reach: these pages ask for none. */
const { db: nowhere } = connect("postgres://127.0.0.1:1/nothing");

const lines: string[] = [];
const servers: FastifyInstance[] = [];

function server(address: string) {
	const files = { limits: { megabytes: 25, perAct: 10 } };
	const signIn = { idleMinutes: 60 };
	const app = { address, rehearsal: false, db: nowhere, files, signIn } as App;
	const web = buildServer(app, {
		sessions: new fastifySession.MemoryStore(),
		secret: "a secret that is only for this test, and long",
		findViewer: async (id) => (id === "ana" ? ana : undefined),
		isSetUp: async () => true,
		pageContextOf: async () => ({
			partnership: "Somerset Safeguarding Children Partnership",
			now: Temporal.ZonedDateTime.from("2026-04-02T09:00[Europe/London]"),
			safety: () => [{ if: "If a child is in immediate danger", call: "999" }],
		}),
		placeOf: async () => undefined,
		routes: [tryOut],
		log: { level: "info", stream: { write: (line) => lines.push(line) } },
	});
	servers.push(web);
	return web;
}
afterAll(() => Promise.all(servers.map((web) => web.close())));

const plain = server("http://127.0.0.1:3000");
const secure = server("https://concord.example");

const form = (url: string, fields: Record<string, string>, cookie = "", more = {}) => ({
	method: "POST" as const,
	url,
	payload: new URLSearchParams(fields).toString(),
	headers: {
		"content-type": "application/x-www-form-urlencoded",
		cookie,
		...more,
	},
});

const cookieOf = (answer: { cookies: { name: string; value: string }[] }) =>
	answer.cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
const tokenIn = (body: string) => /<p>([^<]+)<\/p>/.exec(body)?.[1] ?? "";

/** Signs Ana in: her cookie, and a token of the page she sees then. */
async function signedIn(web: FastifyInstance, more = {}) {
	const before = await web.inject({ url: "/sign-in", headers: more });
	const answer = await web.inject(
		form("/sign-in", { _csrf: tokenIn(before.body) }, cookieOf(before), more),
	);
	const cookie = cookieOf(answer);
	const page = await web.inject({ url: "/", headers: { cookie, ...more } });
	return { before: cookieOf(before), cookie, token: tokenIn(page.body) };
}

const answers = ["/", "/sign-in", "/nowhere", "/broken", "/health", "/accessibility"];

describe.each(answers)("the answer to %s", (url) => {
	test("forbids everything but our own style sheet, script, icon and forms", async () => {
		const { headers } = await plain.inject(url);
		const policy = String(headers["content-security-policy"]);
		expect(policy).toMatch(/default-src 'none'/);
		expect(policy).toMatch(/frame-ancestors 'none'/);
		expect(policy).toMatch(/form-action 'self'/);
		expect(policy).toMatch(/base-uri 'none'/);
		expect(policy).toMatch(/script-src 'self' 'nonce-[0-9a-f]{32}'/);
		expect(policy).not.toMatch(/unsafe|https?:|\*|upgrade-insecure/);
		expect(headers).toMatchObject({
			"cache-control": "no-store",
			"cross-origin-opener-policy": "same-origin",
			"cross-origin-resource-policy": "same-origin",
			"permissions-policy": expect.stringContaining("camera=()"),
			"referrer-policy": "no-referrer",
			"x-content-type-options": "nosniff",
			"x-frame-options": "DENY",
			"x-robots-tag": "noindex, nofollow",
		});
		expect(headers).not.toHaveProperty("strict-transport-security");
		expect(headers).not.toHaveProperty("x-powered-by");
	});
});

test("over https the browser is told to insist on it", async () => {
	const { headers } = await secure.inject("/health");
	expect(headers["strict-transport-security"]).toContain("max-age=63072000");
	expect(headers["content-security-policy"]).toContain("upgrade-insecure-requests");
});

test("a nonce is never used twice", async () => {
	const [one, other] = await Promise.all([
		plain.inject("/accessibility"),
		plain.inject("/accessibility"),
	]);
	const nonce = (body: string) => /nonce="([^"]+)"/.exec(body)?.[1];
	expect(nonce(one.body)).toBeTruthy();
	expect(nonce(one.body)).not.toBe(nonce(other.body));
	expect(one.headers["content-security-policy"]).toContain(nonce(one.body));
});

describe("the session", () => {
	test("a visitor who sees no form gets no cookie", async () => {
		expect((await plain.inject("/accessibility")).cookies).toEqual([]);
	});

	test("the cookie is out of reach of scripts and of other sites", async () => {
		const [cookie] = (await plain.inject("/sign-in")).cookies;
		expect(cookie).toMatchObject({
			name: "concord",
			path: "/",
			httpOnly: true,
			sameSite: "Lax",
		});
	});

	test("over https the cookie belongs to this host alone", async () => {
		const [cookie] = (
			await secure.inject({
				url: "/sign-in",
				headers: { "x-forwarded-proto": "https" },
			})
		).cookies;
		expect(cookie).toMatchObject({
			name: "__Host-concord",
			path: "/",
			secure: true,
			httpOnly: true,
			sameSite: "Lax",
		});
		expect(cookie).not.toHaveProperty("domain");
	});

	test("signing in begins a new session, signing out ends it", async () => {
		const { before, cookie, token } = await signedIn(plain);
		expect(cookie).not.toBe(before);
		const out = await plain.inject(form("/sign-out", { _csrf: token }, cookie));
		expect(out.headers["clear-site-data"]).toContain("cache");
		expect(out.cookies).toMatchObject([{ name: "concord", value: "", path: "/" }]);
		expect(out.cookies[0]?.expires?.getTime()).toBe(0);
		const after = await plain.inject({ url: "/", headers: { cookie } });
		expect(after.statusCode).toBe(303);
	});

	test("a page asks for sign-in, and says where to go on", async () => {
		const answer = await plain.inject("/broken?stage=2");
		expect(answer.statusCode).toBe(303);
		expect(answer.headers.location).toBe("/sign-in?then=%2Fbroken%3Fstage%3D2");
	});
});

describe("a form", () => {
	test("with the page's token is taken", async () => {
		const { cookie, token } = await signedIn(plain);
		const answer = await plain.inject(form("/", { _csrf: token }, cookie));
		expect(answer.body).toContain("done");
	});

	test("without a token is not taken", async () => {
		const { cookie } = await signedIn(plain);
		const answer = await plain.inject(form("/", { reasons: "x" }, cookie));
		expect(answer.statusCode).toBe(403);
		expect(answer.body).toContain("open for too long");
		expect(answer.body).not.toContain("Send it");
	});

	test("that a page of ours sent with an old token may be sent again, as typed", async () => {
		const { cookie } = await signedIn(plain);
		const answer = await plain.inject(
			form("/", { _csrf: "old", reasons: 'Seen "again"', password: "hunter2" }, cookie, {
				"sec-fetch-site": "same-origin",
			}),
		);
		expect(answer.statusCode).toBe(403);
		expect(answer.body).toContain('name="reasons" value="Seen &quot;again&quot;"');
		expect(answer.body).toContain("Send it");
		expect(answer.body).not.toContain("hunter2");
	});

	test("that comes after the sign-in has ended is kept on the page", async () => {
		const answer = await plain.inject(form("/", { reasons: "Typed for an hour" }));
		expect(answer.statusCode).toBe(401);
		expect(answer.body).toContain("Typed for an hour");
	});

	test("that a rule refuses is answered with what happened and what was typed", async () => {
		const { cookie, token } = await signedIn(plain);
		const answer = await plain.inject(
			form("/refused", { _csrf: token, reasons: "Our view" }, cookie),
		);
		expect(answer.statusCode).toBe(409);
		expect(answer.body).toContain("A response has been given already");
		expect(answer.body).toContain("Our view");
	});
});

describe("bad input", () => {
	const post = async (payload: string, type: string) => {
		const { cookie } = await signedIn(plain);
		return plain.inject({
			method: "POST",
			url: "/",
			payload,
			headers: { "content-type": type, cookie },
		});
	};

	test("what is too large is refused", async () => {
		const answer = await post("x=".padEnd(2_000_000, "y"), "application/x-www-form-urlencoded");
		expect(answer.statusCode).toBe(413);
		expect(answer.body).toContain("This is too large");
	});

	test.each(["application/json", "text/xml", "multipart/form-data; boundary=x"])(
		"pages take forms and nothing else: %s",
		async (type) => {
			expect((await post("{}", type)).statusCode).toBe(415);
		},
	);

	test.each(["/%", "/%00", "/%ff%fe", `/${"x".repeat(3000)}`, "/../../etc/passwd", "/?a[b]=%"])(
		"the address %s is answered, not stumbled over",
		async (url) => {
			const { statusCode } = await plain.inject(url);
			expect(statusCode).toBeGreaterThanOrEqual(300);
			expect(statusCode).toBeLessThan(500);
		},
	);
});

describe("when Concord fails", () => {
	test("the page says so plainly, whom to ring, and nothing of what failed", async () => {
		const { cookie } = await signedIn(plain);
		const answer = await plain.inject({ url: "/broken", headers: { cookie } });
		expect(answer.statusCode).toBe(500);
		expect(answer.body).toContain("Sorry, something went wrong");
		expect(answer.body).toContain("999");
		expect(answer.body).not.toMatch(/Jamie|at .*\.ts/);
	});

	test("the log has neither the message nor the query nor the name", async () => {
		const { cookie } = await signedIn(plain);
		await plain.inject({ url: "/broken?q=Jamie", headers: { cookie } });
		const log = lines.join("");
		expect(log).toContain('"path":"/broken"');
		expect(log).toContain("security-headers.test.ts");
		expect(log).not.toMatch(/Jamie|Ana Reyes|hunter2/);
	});

	test.each([
		["in the middle of a form", "content-length: 500\r\n\r\nreasons=We"],
		["before the form", "content-length: 500\r\n\r\n"],
	])("a visitor who breaks off %s is no error of ours", async (_, rest) => {
		const web = server("http://127.0.0.1:3000");
		await web.listen({ host: "127.0.0.1", port: 0 });
		const before = lines.length;
		const { cookie } = await signedIn(web);
		const visitor = connectTo((web.server.address() as AddressInfo).port, "127.0.0.1");
		const [arrived] = await Promise.all([
			once(web.server, "request"),
			new Promise((sent) =>
				visitor.write(
					`POST / HTTP/1.1\r\nhost: x\r\ncookie: ${cookie}\r\ncontent-type: application/x-www-form-urlencoded\r\n${rest}`,
					sent,
				),
			),
		]);
		const [{ socket }] = arrived as [{ socket: Socket }];
		const closed = once(socket, "close");
		visitor.resetAndDestroy();
		await closed.catch(() => {});
		await web.close();
		const levels = lines.slice(before).map((line) => JSON.parse(line).level);
		expect(levels.length).toBeGreaterThan(0);
		expect(Math.max(...levels)).toBeLessThan(50);
	});

	test("a database that is away gives a page that says to come back", async () => {
		const { cookie } = await signedIn(plain);
		const answer = await plain.inject({ url: "/away", headers: { cookie } });
		expect(answer.statusCode).toBe(503);
		expect(answer.body).toContain("not available just now");
	});
});

test("an unknown address is a page too", async () => {
	const answer = await plain.inject("/nowhere");
	expect(answer.statusCode).toBe(404);
	expect(answer.body).toContain("Page not found");
});

describe("what a request says of where it came from", () => {
	const said = {
		"x-forwarded-for": "9.9.9.9, 203.0.113.7",
		"x-forwarded-proto": "https",
		"x-forwarded-host": "elsewhere.example",
	};
	const whence = async (web: FastifyInstance, remoteAddress: string) =>
		(await web.inject({ url: "/whence", remoteAddress, headers: said })).json();

	test("is believed of the proxy, and of it only the last", async () => {
		expect(await whence(secure, "127.0.0.1")).toMatchObject({
			ip: "203.0.113.7",
			protocol: "https",
		});
	});

	test.each(["10.1.2.3", "192.168.1.4", "169.254.0.9", "203.0.113.9"])(
		"changes nothing when it comes from %s, which is no proxy of ours",
		async (address) => {
			expect(await whence(secure, address)).toMatchObject({ ip: address, protocol: "http" });
		},
	);

	test("changes nothing without https, whoever says it", async () => {
		expect(await whence(plain, "127.0.0.1")).toEqual({
			ip: "127.0.0.1",
			protocol: "http",
			host: "localhost:80",
		});
	});
});

test("assets are compressed and kept for a year, and are all there is to fetch", async () => {
	const page = (await plain.inject("/accessibility")).body;
	const urls = [...page.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map(([, url]) => url ?? "");
	expect(urls).toHaveLength(3);
	let size = Buffer.byteLength(page);
	for (const url of urls) {
		const asset = await plain.inject({
			url,
			headers: { "accept-encoding": "br, gzip" },
		});
		expect(asset.statusCode).toBe(200);
		expect(asset.headers["content-encoding"]).toBe("br");
		expect(asset.headers["cache-control"]).toBe("public, max-age=31536000, immutable");
		expect(asset.cookies).toEqual([]);
		if (url.endsWith(".js")) expect(asset.rawPayload.length).toBeLessThan(15_000);
		size += asset.rawPayload.length;
	}
	expect(size).toBeLessThan(80_000);
	expect((await plain.inject("/assets/manifest.json")).statusCode).toBe(404);
});

test("nothing of GOV.UK's own identity is in the style sheet", async () => {
	const page = (await plain.inject("/accessibility")).body;
	const url = /href="(\/assets\/concord[^"]+\.css)"/.exec(page)?.[1] ?? "";
	const { body } = await plain.inject(url);
	expect(body).toContain(".govuk-button");
	expect(body).not.toMatch(/GDS Transport|@font-face|crown|crest|url\(/);
});
