import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readProtocol } from "./domain/protocol/read-protocol.ts";

/** A protocol file that is wrong. `message` has each fault on a line: file, line, what is wrong, the mend. */
export class ProtocolFault extends Error {}

/**
 * Reads and checks every protocol file that comes with Concord: a wrong one stops the start.
 *
 * @param directory one folder per partnership, one file per version
 * @returns the text of a file by its path in the directory
 * @throws ProtocolFault
 */
export function readProtocolFiles(directory: string): (file: string) => string {
	const texts = new Map(
		globSync("*/*.yaml", { cwd: directory }).map((file) => [
			file.replaceAll("\\", "/"),
			readFileSync(join(directory, file), "utf8"),
		]),
	);
	const faults = [...texts].flatMap(([file, text]) =>
		(readProtocol(text).faults ?? []).map(
			({ line, where, wrong, mend }) =>
				`protocols/${file}:${line ?? 1}: ${where}: ${wrong}. ${mend}`,
		),
	);
	if (faults.length > 0) throw new ProtocolFault(faults.join("\n"));
	return (file) => {
		const text = texts.get(file);
		if (text === undefined)
			throw new ProtocolFault(`protocols/${file} is missing`);
		return text;
	};
}
