/**
 * What does not fit, over every operation of the API: also of operations that will be added. Each is answered plainly, as a problem,
 * with nothing of a record in it, and changes nothing.
 */
import type { FastifyInstance } from "fastify";
import { beforeAll, expect, test } from "vitest";
import { apiPath, type Operation } from "../src/web/api/operation.ts";
import { operations } from "../src/web/api/operations.ts";
import { tokenFor } from "./support/api.ts";
import { hiddenFrom } from "./support/attack.ts";
import { officer } from "./support/learning.ts";
import { officeForAll } from "./support/office.ts";
import { freshKey, raisedTo } from "./support/partnership.ts";

const office = officeForAll({ at: "2026-03-26T10:00" });
let web: FastifyInstance;
let token: string;
let difference: string;

beforeAll(async () => {
	web = office.serve({ apiPerMinute: { token: 100_000, stranger: 100_000 } });
	difference = await raisedTo(office, "forward");
	token = await tokenFor(office.app, office.people.businessUnit);
});

/** What stands in the places of an address: a difference that is there, and steps that are. */
const places = (): Record<string, string> => ({
	id: difference,
	step: "formal-resolution.respond",
	move: "close",
	clock: "formal-resolution.respond",
	how: "extend",
	field: "issue",
	entry: "1",
	side: "receiving",
	act: "steps",
	of: "formal-resolution.respond",
	form: "rpd",
	protocol: "somerset-rpd",
	happening: "raised",
	from: "2025-07-01",
	until: "2025-12-31",
	audience: "public",
	format: "csv",
});
const nowhere = "00000000-0000-4000-8000-00000000dead";

type Sent = {
	place?: (name: string) => string;
	query?: string;
	headers?: Record<string, string>;
	payload?: string;
	as?: string;
};

async function ask({ method, path, body, query }: Operation, sent: Sent) {
	const { place = (name) => places()[name] ?? nowhere, payload } = sent;
	const isFile = body !== undefined && "file" in body;
	const named = "name" in query.shape ? "?name=letter.pdf" : "";
	const url = `${apiPath}${path.replaceAll(/\{(\w+)\}/g, (_, name: string) => place(name))}${sent.query ?? named}`;
	const answer = await web.inject({
		method,
		url,
		headers: {
			authorization: `Bearer ${sent.as ?? token}`,
			"idempotency-key": freshKey(),
			...(payload !== undefined && {
				"content-type": isFile ? "application/octet-stream" : "application/json",
			}),
			...sent.headers,
		},
		...(payload !== undefined && { payload }),
	});
	return answer;
}

/** An answer that is a problem, and says nothing of a record. */
async function expectProblem(operation: Operation, sent: Sent, statuses: readonly number[]) {
	const { statusCode, headers, body } = await ask(operation, sent);
	const what = `${operation.id} ${JSON.stringify(sent).slice(0, 120)}: ${body.slice(0, 200)}`;
	expect(statuses, what).toContain(statusCode);
	expect(headers["content-type"], what).toBe("application/problem+json; charset=utf-8");
	expect(body, what).not.toMatch(/canary|coat/i);
	expect(JSON.parse(body), what).toMatchObject({ status: statusCode, code: expect.any(String) });
}

test("a token that is expired, revoked, of nobody or none opens no operation", async () => {
	const { app, people, db } = office;
	const expired = await tokenFor(app, people.teacher);
	await db
		.updateTable("api_token")
		.set({ expires_at: "2026-03-26T09:00:00Z" })
		.where("person_id", "=", people.teacher.id)
		.execute();
	const revoked = await tokenFor(app, people.headteacher);
	await db
		.updateTable("api_token")
		.set({ revoked_at: "2026-03-26T09:00:00Z" })
		.where("person_id", "=", people.headteacher.id)
		.execute();
	const tokens = [expired, revoked, `${token}x`, token.slice(0, -1), "x".repeat(8_000), ""];
	for (const operation of operations)
		for (const as of tokens) await expectProblem(operation, { as, payload: "{}" }, [401]);
});

const bodies: Record<string, string> = {
	nothing: "",
	"no JSON": "{",
	"a list": "[]",
	null: "null",
	"a number": "1",
	"a text": '"text"',
	"a key that nobody knows": '{"nobody": {"knows": "it"}}',
	"a prototype": '{"__proto__": {"isAdmin": true}}',
	"a constructor": '{"constructor": {"prototype": {"x": 1}}}',
	"what is deep": `${'{"answers":'.repeat(2_000)}1${"}".repeat(2_000)}`,
	"answers of no shape": '{"answers": {"issue": {"a": [1]}}, "outcome": 7, "to": "all"}',
	"a NUL": '{"answers": {"issue": "a\\u0000b"}, "because": "\\u0000", "reason": "\\u0000"}',
	"half a letter": '{"answers": {"issue": "\\ud800"}}',
};

test.each(Object.entries(bodies))(
	"a body that is %s is a problem of whoever sent it",
	async (_, payload) => {
		const before = await hiddenFrom(office);
		for (const operation of operations) {
			if (!operation.body || "file" in operation.body) continue;
			await expectProblem(operation, { payload }, [400, 403, 404, 409, 415, 422]);
		}
		expect(await hiddenFrom(office)).toEqual(before);
	},
);

test("what stands in the places of an address and is none of them finds nothing", async () => {
	const wrong = [
		"%00",
		"..%2F..%2Fetc",
		"' or 1=1 --",
		"x".repeat(300),
		"🧒",
		"__proto__",
		"-1",
		"1e400",
	];
	for (const operation of operations) {
		if (!operation.path.includes("{")) continue;
		for (const one of wrong) {
			const { statusCode, headers, body } = await ask(operation, {
				place: () => encodeURIComponent(decodeURIComponent(one)),
				...(operation.body && { payload: "{}" }),
			});
			const what = `${operation.id} ${one}: ${statusCode} ${body.slice(0, 200)}`;
			expect([400, 403, 404, 415, 422], what).toContain(statusCode);
			expect(headers["content-type"], what).toContain("application/problem+json");
		}
	}
});

test("a cursor that is forged, of another list, or huge leads nowhere", async () => {
	const page = (number: number) =>
		Buffer.from(JSON.stringify([number, "x".repeat(12)])).toString("base64url");
	const cursors = ["x", "bm9uZQ", page(2), page(1_000_000_000), "A".repeat(500), "A".repeat(9_000)];
	const keeper = await tokenFor(
		office.app,
		await officer(office, "data-protection-officer", "Omar Officer"),
	);
	const lists = operations.filter(({ query }) => "cursor" in query.shape);
	expect(lists.length).toBeGreaterThan(2);
	for (const operation of lists) {
		// What is sealed only whoever keeps seals lists.
		const as = operation.id === "listSealed" ? keeper : token;
		// The log of an address that is not there is not there, whatever its cursor.
		const statuses = operation.path.includes("{") ? [400, 404] : [400];
		for (const cursor of cursors)
			await expectProblem(operation, { as, query: `?cursor=${cursor}` }, statuses);
		for (const limit of ["0", "-1", "101", "1e9", "all", "9".repeat(400)])
			await expectProblem(operation, { as, query: `?limit=${limit}` }, [400]);
	}
});

test("a key by which something is done once is one, or nothing is done", async () => {
	for (const operation of operations.filter(({ once }) => once))
		for (const key of ["", "short", "x".repeat(256), "white space in it", "ключ-ключ-ключ"])
			await expectProblem(
				operation,
				{
					headers: { "idempotency-key": encodeURI(key) === key ? key : "ÿÿÿÿÿÿÿÿ" },
					payload: "{}",
				},
				[400, 404, 422],
			);
});
