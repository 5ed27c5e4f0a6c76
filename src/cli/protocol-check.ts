import { globSync } from "node:fs";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { checkHandOffs, handedOverTo } from "../domain/protocol/check/hand-offs.ts";
import type { Fault } from "../domain/protocol/file/faults.ts";
import { welshSoFar } from "../domain/protocol/in-welsh.ts";
import type { Protocol } from "../domain/protocol/protocol.ts";
import type { ProtocolRead } from "../domain/protocol/reading/read-protocol.ts";
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

A file without faults may have warnings, told as FILE:LINE: warning: …: it runs as it is, and is
to be thought about. A protocol that hands over to another is checked beside it, where that one is
named too or stands in the next folder: protocols/OTHER/VERSION.yaml.
Exit code 1 when a file has faults, 0 with warnings alone.`,
	run: async (args, io) => {
		const { positionals: files } = parseArgs({ args, allowPositionals: true });
		if (files.length === 0) throw new WrongCall("Name at least one protocol file.");
		const read = await Promise.all(
			files.map(async (file) => ({ file, read: await protocolIn(file) })),
		);
		const named = read.flatMap(({ read: { protocol } }) => protocol ?? []);
		let hasFaults = false;
		for (const { file, read: one } of read) {
			const { faults, warnings } = one.protocol
				? await besideOthers(file, one, named)
				: { faults: one.faults, warnings: [] };
			hasFaults ||= faults.length > 0;
			if (one.protocol && faults.length === 0)
				io.out.write(`${file}: ${inOneSentence(one.protocol)}\n`);
			for (const fault of faults) io.out.write(`${faultInFile(file, fault)}\n`);
			for (const warning of warnings) io.out.write(`${faultInFile(file, warning, "warning")}\n`);
		}
		return hasFaults ? exit.faults : exit.ok;
	},
};

/** What is wrong, or to be thought about, beside the protocols that it hands over to. */
async function besideOthers(
	file: string,
	{ protocol, warnings, lineOf }: Extract<ProtocolRead, { protocol: Protocol }>,
	named: Protocol[],
): Promise<{ faults: Fault[]; warnings: Fault[] }> {
	const beside = handedOverTo(protocol)
		.filter((to) => !named.some(({ id }) => id === to))
		.flatMap((to) => {
			const folder = join(dirname(file), "..", to);
			return globSync("*.yaml", { cwd: folder }).map((version) => join(folder, version));
		});
	const read = await Promise.all(beside.map(protocolIn));
	const found = read.flatMap(({ protocol: other }) => other ?? []);
	const handOffs = checkHandOffs(protocol, lineOf, [...named, ...found]);
	return { faults: handOffs.faults, warnings: [...warnings, ...handOffs.warnings] };
}

function inOneSentence(protocol: Protocol): string {
	const { title, version, partnership, stages, steps, clocks, endings } = protocol;
	return `“${title}” of ${partnership}, version ${version}, has no faults: ${[
		count(stages.length, "stage"),
		count(Object.keys(steps).length, "step"),
		count(clocks.length, "clock"),
	].join(", ")} and ${count(Object.keys(endings).length, "ending")}.${sayWelsh(protocol)}`;
}

/** How much of it is in Welsh, where any is. */
function sayWelsh(protocol: Protocol): string {
	const { translated, texts } = welshSoFar(protocol);
	return translated === 0 ? "" : ` ${translated} of its ${count(texts, "text")} are in Welsh.`;
}

const count = (number: number, what: string): string =>
	`${number} ${what}${number === 1 ? "" : "s"}`;
