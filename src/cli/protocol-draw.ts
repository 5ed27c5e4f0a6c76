import { parseArgs } from "node:util";
import { drawProtocol } from "../domain/protocol/told/draw/draw.ts";
import { type Command, exit, WrongCall } from "./command.ts";
import { faultInFile } from "./faults-in-file.ts";
import { protocolIn } from "./read-file.ts";
import { writeOut } from "./write-out.ts";

export const protocolDraw: Command = {
	name: "protocol draw",
	summary: "Draw a protocol as a flow diagram, or tell it as a list",
	usage: `Usage:
  concord protocol draw FILE [--out FILE.svg] [--text]

Prints an SVG: stages with their steps, who owes each by when, and where each outcome leads.
What silence brings about is dashed. Any browser or word processor shows it.
Exit code 1 when the file has faults.

  --out    the file to write instead of printing
  --text   the same as a nested list, for who does not see a drawing`,
	run: async (args, io) => {
		const { values, positionals } = parseArgs({
			args,
			allowPositionals: true,
			options: { out: { type: "string" }, text: { type: "boolean" } },
		});
		const [file, ...more] = positionals;
		if (!file || more.length > 0) throw new WrongCall("Name one protocol file.");
		const { protocol, faults } = await protocolIn(file);
		if (!protocol) {
			io.out.write(faults.map((fault) => `${faultInFile(file, fault)}\n`).join(""));
			return exit.faults;
		}
		const { svg, text } = drawProtocol(protocol);
		await writeOut(io, values.out, values.text ? text : `${svg}\n`);
		return exit.ok;
	},
};
