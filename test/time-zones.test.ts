import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { test } from "vitest";

const run = promisify(execFile);
const vitest = join(import.meta.dirname, "../node_modules/vitest/vitest.mjs");

// A process reads its time zone as it starts: hence one for each. A failed test fails the process.
test.concurrent.each([
	"UTC",
	"Europe/London",
	"America/New_York",
	"Pacific/Kiritimati",
])(
	"every date is the same on a server in %s",
	async (TZ) => {
		await run(
			process.execPath,
			[vitest, "run", "--reporter=dot", "src/domain/calendar", "src/cli/due"],
			{ env: { ...process.env, TZ } },
		);
	},
	60_000,
);
