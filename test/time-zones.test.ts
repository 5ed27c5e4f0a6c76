import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { inject, test } from "vitest";
import type { DatabaseDesk } from "./support/global-setup.ts";

const run = promisify(execFile);
const vitest = join(import.meta.dirname, "../node_modules/vitest/vitest.mjs");

// A process reads its time zone as it starts: hence one for each. A failed test fails the process.
test.concurrent.each(["UTC", "Europe/London", "America/New_York", "Pacific/Kiritimati"])(
	"every date is the same on a server in %s, also from the database",
	async (TZ) => {
		const desk = await fetch(inject("databaseDesk"));
		const { server } = (await desk.json()) as DatabaseDesk;
		await run(
			process.execPath,
			[
				vitest,
				"run",
				"--reporter=dot",
				"src/domain/calendar",
				"src/domain/difference/clocks",
				"src/cli/due",
				"src/store/calendars",
			],
			{ env: { ...process.env, TZ, CONCORD_TEST_DATABASE_URL: server } },
		);
	},
	60_000,
);
