import { parseArgs } from "node:util";
import type { Protocol } from "../domain/protocol/protocol.ts";
import { type Command, exit, WrongCall } from "./command.ts";
import { faultInFile } from "./faults-in-file.ts";
import { protocolIn } from "./read-file.ts";

export const protocolCheck: Command = {
	name: "protocol check",
	summary: "Find every fault of protocol files before they are used",
	usage: `Usage:
  concord protocol check FILE…

Each fault is told as FILE:LINE: where: what is wrong, and how to mend it.
A file is looked at four times: is it YAML, are its words those of the language, does every
name in it name something, does the process run from its start to an end. A look begins when
the one before it finds nothing, so mending may bring up more.
Exit code 1 when a file has faults.`,
	run: async (args, io) => {
		const { positionals: files } = parseArgs({ args, allowPositionals: true });
		if (files.length === 0) throw new WrongCall("Name at least one protocol file.");
		const read = await Promise.all(
			files.map(async (file) => ({
				file,
				...(await protocolIn(file)),
			})),
		);
		for (const { file, protocol, faults } of read)
			io.out.write(
				protocol
					? `${file}: ${inOneSentence(protocol)}\n`
					: faults.map((fault) => `${faultInFile(file, fault)}\n`).join(""),
			);
		return read.some(({ faults }) => faults) ? exit.faults : exit.ok;
	},
};

function inOneSentence(protocol: Protocol): string {
	const { title, version, partnership, stages, steps, clocks, endings } = protocol;
	return `“${title}” of ${partnership}, version ${version}, has no faults: ${[
		count(stages.length, "stage"),
		count(Object.keys(steps).length, "step"),
		count(clocks.length, "clock"),
	].join(", ")} and ${count(Object.keys(endings).length, "ending")}.`;
}

const count = (number: number, what: string): string =>
	`${number} ${what}${number === 1 ? "" : "s"}`;
