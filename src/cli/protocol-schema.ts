import { parseArgs } from "node:util";
import { protocolSchema } from "../domain/protocol/file/schema.ts";
import { type Command, exit } from "./command.ts";

export const protocolSchemaCommand: Command = {
	name: "protocol schema",
	summary: "Print the protocol language as JSON Schema, for editors",
	usage: `Usage:
  concord protocol schema > protocol.schema.json

An editor that knows YAML then completes and checks while one types. For VS Code, begin the
protocol file with the line
  # yaml-language-server: $schema=protocol.schema.json`,
	run: async (args, io) => {
		parseArgs({ args });
		io.out.write(`${JSON.stringify(protocolSchema(), null, 2)}\n`);
		return exit.ok;
	},
};
