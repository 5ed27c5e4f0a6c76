import { join } from "node:path";
import fastifySession from "@fastify/session";
import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "../../../../test/support/database.ts";
import { appOn, somersetSource } from "../../../../test/support/partnership.ts";
import { faultsIn, stranger } from "../../../../test/support/visitor.ts";
import type { App } from "../../../actions/app.ts";
import { beginFirstRun } from "../../../actions/first-run.ts";
import { projectRoot } from "../../../project-root.ts";
import { listShippedProtocols } from "../../../protocol-files.ts";
import { buildServer } from "../../server.ts";

let database: TestDatabase;
let app: App;
let web: FastifyInstance;
beforeAll(async () => {
	database = await testDatabase();
	const shipped = listShippedProtocols(join(projectRoot, "protocols"));
	app = {
		...appOn(database.db, () => Temporal.Instant.from("2026-03-26T10:00:00Z")),
		rehearsal: false,
		shippedProtocols: () => shipped,
	};
	web = buildServer(app, {
		sessions: new fastifySession.MemoryStore(),
		secret: "a secret that is only for these tests, and long",
	});
});
afterAll(async () => {
	await web.close();
	await database.drop();
});

test("before there is a partnership every page says so, and a guessed address opens nothing", async () => {
	for (const url of ["/", "/sign-in", "/differences", `/first-run/${"A".repeat(32)}`]) {
		const answer = await web.inject({ url });
		expect([url, answer.statusCode]).toEqual([url, 503]);
		expect(answer.body).toContain("This Concord is not set up yet");
	}
	expect((await web.inject({ url: "/health" })).statusCode).toBe(200);
});

test("it is answered page by page, kept as it goes, and gone once there is a partnership", async () => {
	const visitor = stranger(web);
	const start = new URL((await beginFirstRun(app)) ?? "").pathname;
	const first = await visitor.open(start);
	expect(first.url).toBe(`${start}/partnership`);
	expect(await faultsIn(first.body)).toEqual([]);
	const wrong = await visitor.send(first, { references: "x1-" });
	expect(wrong.status).toBe(422);
	for (const words of ["Enter the name of the partnership", "2 to 5 letters", "Select where"])
		expect(wrong.words).toContain(words);
	const contacts = await visitor.send(first, {
		name: "Northfield Safeguarding",
		references: "nsp",
		nation: "scotland",
	});
	expect(await faultsIn(contacts.body)).toEqual([]);
	const light = await visitor.send(contacts, { colour: "#ffff00" });
	expect(light.words).toContain("White text cannot be read on this colour");
	const unnamed = await visitor.send(contacts, { "help-email": "a@b.example" });
	expect(unnamed.words).toContain("Enter who it is");

	// Another start, another address: what was answered is still there.
	const next = new URL((await beginFirstRun(app)) ?? "").pathname;
	expect((await visitor.open(start)).status).toBe(410);
	const begun = await visitor.open(next);
	expect(begun.form.name).toEqual(["Northfield Safeguarding"]);

	const protocol = await visitor.send(await visitor.open(`${next}/contacts`), {
		colour: "12343B",
		logo: "Northfield",
	});
	expect(await faultsIn(protocol.body)).toEqual([]);
	const faulty = await visitor.send(protocol, { protocol: "own", source: "protocol: x" });
	expect(faulty.words).toContain("“title” is missing");
	expect(faulty.form.source).toEqual(["protocol: x"]);
	const sendFile = (content: string | Uint8Array) =>
		visitor.send(protocol, {}, undefined, [{ name: "ours.yaml", content }]);
	// A file that cannot be used says why, and none of it is lost that can be shown.
	for (const [content, why, stands] of [
		["protocol: y", "“title” is missing", "protocol: y"],
		[
			somersetSource.replace("kind: sign-off", "kind: signoff"),
			"There is no kind called “signoff”",
		],
		[Buffer.from("title: \xe9t\xe9", "latin1"), "Choose a text file in UTF-8"],
		[Buffer.from([0x50, 0x4b, 3, 4, 0xff, 0xfe]), "Choose a text file in UTF-8"],
		["x".repeat(1024 * 1024 + 1), "Choose a file of 1 MB or less"],
		["", "Choose the file, or enter its whole text"],
	] as const) {
		const again = await sendFile(content);
		expect([again.status, again.words]).toEqual([422, expect.stringContaining(why)]);
		expect(again.form.protocol).toEqual(["own"]);
		if (stands) expect(again.form.source).toEqual([stands]);
		expect(await faultsIn(again.body)).toEqual([]);
	}
	const fromFile = await sendFile(somersetSource);
	expect(fromFile.url).toBe(`${next}/agencies`);
	expect((await visitor.open(`${next}/protocol`)).form.source?.join()).toContain(
		"protocol: somerset-rpd",
	);
	const agencies = await visitor.send(protocol, { protocol: "own", source: somersetSource });
	expect(await faultsIn(agencies.body)).toEqual([]);
	expect(agencies.form["name-0"]).toEqual(["Partnership office"]);
	const without = await visitor.send(agencies, { "name-0": "A school", "sector-0": "education" });
	expect(without.words).toContain("Enter the partnership’s own office");
	const half = await visitor.send(agencies, { "name-1": "A school" });
	expect(half.words).toContain("Select what kind of agency it is");
	const administrators = await visitor.send(agencies, {
		"name-1": "A school",
		"sector-1": "education",
	});
	expect(await faultsIn(administrators.body)).toEqual([]);
	const early = await visitor.send(await visitor.open(`${next}/check`));
	expect(early.words).toContain("Enter two administrators");
	const people = {
		"one-name": "Ana Reis",
		"one-email": "ana@northfield.example",
		"one-job": "Manager",
		"two-name": "Bo Lund",
		"two-email": "ana@northfield.example",
		"two-job": "Officer",
	};
	expect((await visitor.send(administrators, people)).words).toContain("they are two people");
	const check = await visitor.send(administrators, { ...people, "two-email": "bo@n.example" });
	expect(await faultsIn(check.body)).toEqual([]);
	expect(check.words).toContain("The protocol counts by the bank holidays of another nation");
	const done = await visitor.send(check);
	expect(done.words).toContain("Concord is set up");
	expect(done.words).not.toContain("/welcome/");

	expect((await visitor.open(next)).status).toBe(404);
	expect((await visitor.post(`${next}/check`)).statusCode).toBe(404);
	const signIn = await web.inject({ url: "/sign-in" });
	expect(signIn.statusCode).toBe(200);
	expect(signIn.body).toContain("/head-colour/12343b.css");
	expect((await web.inject({ url: "/head-colour/12343b.css" })).body).toBe(
		":root{--concord-head:#12343b}",
	);
	expect((await web.inject({ url: "/head-colour/ffff00.css" })).statusCode).toBe(404);
});
