import { expect, test } from "vitest";
import { officeForAll } from "../../test/support/office.ts";
import { raiseByTeacher, referenceOf } from "../../test/support/partnership.ts";
import { saveJobRun } from "../store/running.ts";
import { calling } from "./command.fixture.ts";
import { health } from "./health.ts";

const partnership = officeForAll({ at: "2026-10-05T08:00" });
/** At nine, by the clock of who calls. */
const concord = (args: string[] = []) =>
	calling(health)(["health", ...args], "", {
		DATABASE_URL: partnership.databaseUrl(),
		CONCORD_DATA: ".",
	});
const swept = (at: string) => saveJobRun(partnership.db, "sweep", "done", at);

test("all is well, and the exit code says so", async () => {
	await swept("2026-10-05T08:59:30Z");
	const { code, out } = await concord();
	expect(out).toContain("well      Reminders and time limits: Concord last looked");
	expect(out).toContain("Combe Partnership 1\n");
	expect(out).toContain(
		"well      Bank holidays: They are known to 31 December 2028 (list 2028.1).",
	);
	expect(code).toBe(0);
});

test("in real use it says of each partnership what its administrators read is still missing, and is not well", async () => {
	await swept("2026-10-05T08:59:30Z");
	const real = {
		DATABASE_URL: partnership.databaseUrl(),
		CONCORD_MODE: "production",
		CONCORD_SECRET: "qWeRtYuIoPaSdFgHjKlZxCvBnM1234567890abXYZ",
		CONCORD_URL: "https://combe.example",
		SMTP_URL: "smtp://127.0.0.1:9",
		MAIL_FROM: "Concord <no-reply@combe.example>",
		CONCORD_DATA: ".",
	};
	const { code, out } = await calling(health)(["health"], "", real);
	expect(out).toContain("look      Before real use: mail that leaves: No mail has left yet.");
	expect(out).toContain("look      Before real use: two administrators who have signed in:");
	expect(out).not.toContain("an address with https");
	expect(code).not.toBe(0);
	expect((await concord()).out).not.toContain("Before real use");
});

test("reminders that stopped end with 2, in words with what to do", async () => {
	await swept("2026-10-05T08:00:00Z");
	const { code, out } = await concord();
	expect(code).toBe(2);
	expect(out).toContain("NOT WELL  Reminders and time limits");
	expect(out).toContain("→ Look into the log for the job “sweep”");
});

test("something to look at ends with 1", async () => {
	await swept("2026-10-05T08:59:30Z");
	await saveJobRun(partnership.db, "end-sessions", "failed", "2026-10-05T03:17:00Z");
	expect((await concord()).code).toBe(1);
	await saveJobRun(partnership.db, "end-sessions", "done", "2026-10-05T03:18:00Z");
});

test("as JSON it has the same in figures, and no reference or name", async () => {
	await swept("2026-10-05T08:59:30Z");
	const reference = await referenceOf(partnership, await raiseByTeacher(partnership));
	const { code, out } = await concord(["--json"]);
	const { state, found } = JSON.parse(out);
	expect({ code, state }).toEqual({ code: 0, state: "well" });
	const checks = found.flatMap(({ findings }: { findings: { check: string }[] }) => findings);
	expect(checks.map(({ check }: { check: string }) => check)).toEqual([
		"reminders",
		"queue",
		"disk",
		"clock",
		"mail",
		"forms",
		"late",
		"bank-holidays",
	]);
	expect(checks[0].figures).toMatchObject({ age: 30 });
	expect(out).not.toContain(reference);
	expect(out).not.toContain("Canary");
});
