import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { writeLaidOver } from "./domain/protocol/overlay.ts";
import { readProtocolOver } from "./domain/protocol/read-protocol.ts";

/** A protocol file that is wrong. `message` has each fault on a line: file, line, what is wrong, the mend. */
export class ProtocolFault extends Error {}

/**
 * Reads and checks one protocol file, together with the one that it stands over.
 *
 * @returns the protocol or its faults, and its whole text: a local one with the regional one under it
 */
export function readProtocolFile(file: string): Pick<
	ReturnType<typeof readProtocolOver>,
	"protocol" | "faults"
> & {
	text: string;
} {
	const text = readFileSync(file, "utf8");
	const { base, ...read } = readProtocolOver(text, (named) => {
		const found = resolve(dirname(file), named);
		return existsSync(found) ? readFileSync(found, "utf8") : undefined;
	});
	return {
		...read,
		text: base === undefined || read.faults ? text : writeLaidOver(text, base),
	};
}

/**
 * Reads and checks every protocol file that comes with Concord: a wrong one stops the start.
 *
 * @param directory one folder per protocol, one file per version
 * @returns the whole text of a file by its path in the directory
 * @throws ProtocolFault
 */
export function readProtocolFiles(directory: string): (file: string) => string {
	const read = globSync("*/*.yaml", { cwd: directory }).map(
		(file) =>
			[
				file.replaceAll("\\", "/"),
				readProtocolFile(join(directory, file)),
			] as const,
	);
	const faults = read.flatMap(([file, { faults: found = [] }]) =>
		found.map(
			({ line, where, wrong, mend }) =>
				`protocols/${file}:${line ?? 1}: ${where}: ${wrong}. ${mend}`,
		),
	);
	if (faults.length > 0) throw new ProtocolFault(faults.join("\n"));
	const texts = new Map(read.map(([file, { text }]) => [file, text]));
	return (file) => {
		const text = texts.get(file);
		if (text === undefined)
			throw new ProtocolFault(`protocols/${file} is missing`);
		return text;
	};
}
