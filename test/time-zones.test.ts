import { execFile } from "node:child_process";
import { globSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, inject, test } from "vitest";
import { projectRoot } from "../src/project-root.ts";
import type { DatabaseDesk } from "./support/global-setup.ts";

const run = promisify(execFile);
const vitest = join(import.meta.dirname, "../node_modules/vitest/vitest.mjs");

/** The tests of what counts days, by the beginnings of their paths. */
const dated = [
	"src/domain/calendar",
	"src/domain/difference/consequences/transition.clocks",
	"src/cli/due",
	"src/store/calendars",
];

test.each(dated)("there are tests at %s", (path) => {
	expect(globSync(`${path}*`, { cwd: projectRoot })).not.toEqual([]);
});

// A process reads its time zone as it starts: hence one for each. A failed test fails the process.
test.concurrent.each(["UTC", "Europe/London", "America/New_York", "Pacific/Kiritimati"])(
	"every date is the same on a server in %s, also from the database",
	async (TZ) => {
		const desk = await fetch(inject("databaseDesk"));
		const { server } = (await desk.json()) as DatabaseDesk;
		await run(process.execPath, [vitest, "run", "--reporter=dot", "--maxWorkers=1", ...dated], {
			env: { ...process.env, TZ, CONCORD_TEST_DATABASE_URL: server },
		});
	},
);
