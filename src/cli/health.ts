import { parseArgs } from "node:util";
import { versionFinding } from "../doctor/database.ts";
import { shapeOf } from "../store/ready.ts";
import type { Command } from "./command.ts";
import { tellFindings } from "./findings-out.ts";
import { withDatabase } from "./open-database.ts";
import { runningFound } from "./running-found.ts";

export const health: Command = {
	name: "health",
	summary: "Say how Concord is running, for people and for monitoring",
	usage: `Usage:
  concord health [--json]

Reads the database of the Concord whose settings stand in the environment and changes nothing: when
people were last reminded, what waits, mail, time limits, bank holidays, room on the disk, the clock.
Counts and ages alone: it names nobody and no difference. The page “How Concord is running” says the same.

  --json  for machines

Exit codes: 0 all is well, 1 something should be looked at, 2 something does not work.`,
	run: async (args, io) => {
		const { values } = parseArgs({ args, options: { json: { type: "boolean", default: false } } });
		return withDatabase(
			io,
			async (db, config) => {
				const shape = await shapeOf(db);
				const found =
					shape === "same" || shape === "ahead"
						? await runningFound(db, config, io.now())
						: [{ findings: [versionFinding(shape)] }];
				return tellFindings(io, found, values);
			},
			"serving",
		);
	},
};
