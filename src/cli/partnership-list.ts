import { parseArgs } from "node:util";
import { addressOf } from "../actions/own-address.ts";
import { listPartnerships } from "../store/partnerships.ts";
import { type Command, exit } from "./command.ts";
import { configIn, withDatabase } from "./open-database.ts";

export const partnershipList: Command = {
	name: "partnership list",
	summary: "List the partnerships of an installation, and their addresses",
	usage: `Usage:
  concord partnership list

Prints each partnership on a line: its name, what its references begin with, and where its people
reach it.`,
	run: async (args, io) => {
		parseArgs({ args, options: {} });
		const { address } = configIn(io.env);
		return withDatabase(
			io,
			async (db) => {
				for (const each of await listPartnerships(db))
					io.out.write(`${each.name}\t${each.referencePrefix}\t${addressOf({ address }, each)}\n`);
				return exit.ok;
			},
			"serving",
		);
	},
};
