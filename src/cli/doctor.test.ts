import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { officeForAll } from "../../test/support/office.ts";
import { calling } from "./command.fixture.ts";
import { doctor } from "./doctor.ts";

const partnership = officeForAll({ at: "2026-10-05T09:00" });

/** What stands at the address of Concord: answers as it is told, with the date that the caller's clock has. */
let answer = "ok\n";
let date = "Mon, 05 Oct 2026 09:00:00 GMT";
const server = createServer((_request, response) => response.writeHead(200, { date }).end(answer));
beforeAll(async () => {
	server.listen(0, "127.0.0.1");
	await once(server, "listening");
});
afterAll(() => server.close());

const address = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
const examined = async (env: Record<string, string> = {}, now?: Temporal.Instant) => {
	const { code, out } = await calling(doctor)(
		["doctor", "--json"],
		"",
		{
			DATABASE_URL: partnership.databaseUrl(),
			CONCORD_URL: address(),
			CONCORD_DATA: ".",
			...env,
		},
		undefined,
		now,
	);
	const { found } = JSON.parse(out) as {
		found: { findings: { check: string; state: string; says: string; fix?: string }[] }[];
	};
	const all = found.flatMap(({ findings }) => findings);
	return { code, out, of: (check: string) => all.find((each) => each.check === check) };
};

test("what Concord needs is tried, each thing by its name", async () => {
	const { of } = await examined();
	expect(of("settings")?.says).toContain("This is a rehearsal");
	expect(of("data-directory")?.state).toBe("well");
	expect(of("database")?.says).toMatch(/^PostgreSQL \d\d, UTF8, sorted as in/);
	expect(of("version")?.state).toBe("well");
	expect(of("address")).toMatchObject({ state: "well", says: `Concord answers at ${address()}.` });
	expect(of("mail-server")?.says).toContain("no mail leaves");
	expect(of("scanner")?.state).toBe("look");
	expect(of("reminders")?.state).toBe("look");
});

test("a machine whose clock is not the database’s is told by how much, and what to do", async () => {
	// The database's clock is real, and no real one shows again what the caller's and that of the address show.
	date = "Mon, 01 Jan 2001 09:00:00 GMT";
	const { code, of } = await examined({}, Temporal.Instant.from("2001-01-01T09:00:00Z"));
	date = "Mon, 05 Oct 2026 09:00:00 GMT";
	expect(of("clocks")).toMatchObject({ state: "broken" });
	expect(of("clocks")?.says).toContain("This machine’s clock and the database’s are");
	expect(of("clocks")?.says).not.toContain(address());
	expect(of("clocks")?.fix).toContain("time server");
	expect(code).toBe(2);
});

test("something else at the address is no Concord, and a date from there that differs is told", async () => {
	[answer, date] = ["<h1>Welcome to nginx</h1>", "Mon, 05 Oct 2026 09:10:00 GMT"];
	const { of } = await examined();
	expect(of("address")).toMatchObject({ state: "broken" });
	expect(of("clocks")?.says).toContain(`that of ${address()} are 600 seconds apart`);
	[answer, date] = ["ok\n", "Mon, 05 Oct 2026 09:00:00 GMT"];
});

test("where nothing answers, and where there is no database, it says so and goes on", async () => {
	const { code, of } = await examined({
		CONCORD_URL: "http://127.0.0.1:9",
		DATABASE_URL: "postgres://nobody@127.0.0.1:9/none",
	});
	expect(code).toBe(2);
	expect(of("address")?.says).toContain("Nothing answers at http://127.0.0.1:9");
	expect(of("database")).toMatchObject({
		state: "broken",
		says: "It cannot be asked (ECONNREFUSED).",
	});
	expect(of("scanner")).toBeDefined();
});

test("settings that cannot stand are told, all of them, and nothing is tried with them", async () => {
	const { code, out, of } = await examined({ CONCORD_MODE: "production", CONCORD_URL: "" });
	expect(code).toBe(2);
	expect(of("database")).toBeUndefined();
	for (const name of ["CONCORD_SECRET", "CONCORD_URL", "SMTP_URL", "MAIL_FROM"])
		expect(out).toContain(`${name} is missing`);
});

test("a data directory that cannot be written is named with its fix", async () => {
	const { of } = await examined({ CONCORD_DATA: "/proc/nowhere" });
	expect(of("data-directory")).toMatchObject({ state: "broken" });
	expect(of("data-directory")?.fix).toContain("CONCORD_DATA");
});

test("one that is not there yet is made by the first start, which is no fault", async () => {
	const { of } = await examined({ CONCORD_DATA: join(tmpdir(), "concord-that-never-was") });
	expect(of("data-directory")).toMatchObject({
		state: "look",
		says: expect.stringContaining("is not there yet"),
		fix: expect.stringContaining("The first start makes it"),
	});
});

test("where the backup of the coming night goes is tried before that night", async () => {
	const placeAt = async (place: string) =>
		(
			await examined({
				CONCORD_BACKUP_TO: place,
				CONCORD_BACKUP_KEY: "age1qjgqjejyw05dhz6wdlc45pm7qx70m7xut2cx4rju0rydt03r3aqqvtw2hx",
			})
		).of("backup-place");
	expect(await placeAt(join(tmpdir(), "concord-that-never-was"))).toMatchObject({
		state: "broken",
		says: expect.stringContaining("is not there. Make it, or mount it."),
	});
	expect(await placeAt(tmpdir())).toMatchObject({
		state: "well",
		says: expect.stringContaining("can be written"),
	});
	expect((await examined()).of("backup-place")).toBeUndefined();
});

test("the clock of a machine elsewhere is asked where the settings name one", async () => {
	date = "Mon, 05 Oct 2026 09:10:00 GMT";
	const { of } = await examined({
		CONCORD_URL: "http://127.0.0.1:9",
		BANK_HOLIDAYS_URL: `${address()}/bank-holidays.json`,
	});
	date = "Mon, 05 Oct 2026 09:00:00 GMT";
	expect(of("clocks")?.says).toContain(`that of ${address()} are 600 seconds apart`);
});

test("an address for mail that is none is a wrong call", async () => {
	const { code, err } = await calling(doctor)(["doctor", "--mail-to", "me"]);
	expect(code).toBe(2);
	expect(err).toContain("‘me’ is no mail address");
});
