import { existsSync, globSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { calendarNamed } from "./domain/calendar/calendar.ts";
import type { Rules } from "./domain/difference/rules.ts";
import { writeLaidOver } from "./domain/protocol/file/overlay.ts";
import type { Protocol } from "./domain/protocol/protocol.ts";
import { readProtocolOver } from "./domain/protocol/reading/read-protocol.ts";

/** A protocol file that is wrong. `message` has each fault on a line: file, line, what is wrong, the fix. */
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
 * The rules of another protocol whose folder stands beside that of a file: its latest version.
 *
 * @returns undefined when there is none, or it has faults
 */
export function rulesBeside(file: string, protocol: string): Rules | undefined {
	const folder = resolve(dirname(file), "..", protocol);
	const [latest] = existsSync(folder)
		? readdirSync(folder)
				.filter((name) => name.endsWith(".yaml"))
				.sort()
				.reverse()
		: [];
	const read = latest === undefined ? undefined : readProtocolFile(join(folder, latest)).protocol;
	return read?.id === protocol
		? { protocol: read, calendar: calendarNamed(read.calendar) }
		: undefined;
}

/**
 * Every protocol that comes with Concord and has no fault, by its title.
 *
 * @param directory one folder per protocol, one file per version
 */
export function listShippedProtocols(
	directory: string,
): { file: string; text: string; protocol: Protocol }[] {
	return globSync("*/*.yaml", { cwd: directory })
		.flatMap((file) => {
			const { protocol, text } = readProtocolFile(join(directory, file));
			return protocol ? [{ file, text, protocol }] : [];
		})
		.sort((one, other) => one.protocol.title.localeCompare(other.protocol.title));
}

/**
 * Reads and checks a protocol that comes with Concord.
 *
 * @param directory one folder per protocol, one file per version
 * @param file its path in the directory
 * @returns it, and its whole text
 * @throws ProtocolFault when it is missing or wrong
 */
export function readShippedProtocol(
	directory: string,
	file: string,
): { protocol: Protocol; text: string } {
	const path = join(directory, file);
	if (!existsSync(path)) throw new ProtocolFault(`protocols/${file} is missing`);
	const { protocol, text, faults = [] } = readProtocolFile(path);
	if (!protocol)
		throw new ProtocolFault(
			faults
				.map(
					({ line, where, wrong, fix }) =>
						`protocols/${file}:${line ?? 1}: ${where}: ${wrong}. ${fix}`,
				)
				.join("\n"),
		);
	return { protocol, text };
}
