import { existsSync, readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import type { Fault } from "../domain/protocol/file/faults.ts";
import { faultOfText } from "../domain/protocol/file/plain-text.ts";
import { type ProtocolRead, readProtocolOver } from "../domain/protocol/reading/read-protocol.ts";
import { WrongCall } from "./command.ts";
import { notAllowed } from "./not-allowed.ts";

/**
 * A file that the call named, as text.
 *
 * @throws WrongCall when there is none, or it is not readable
 */
export async function textOf(file: string): Promise<string> {
	try {
		return await readFile(file, "utf8");
	} catch (problem) {
		throw new WrongCall(notAllowed(file, "read", problem));
	}
}

/**
 * A protocol file, read and checked together with the file that it stands over, if it names one.
 *
 * @throws WrongCall when it is not readable
 */
export async function protocolIn(file: string): Promise<ProtocolRead> {
	const text = await textOf(file);
	const fault = unreadable(text);
	if (fault) return { faults: [fault] };
	return readProtocolOver(text, (named) => {
		const base = resolve(dirname(file), named);
		return existsSync(base) ? readFileSync(base, "utf8") : undefined;
	});
}

/** What keeps the text of a file from being read, such as another encoding. */
export function unreadable(text: string): Fault | undefined {
	const fault = faultOfText(text);
	return fault && text.trim() === ""
		? { ...fault, fix: "Write the protocol into the file" }
		: fault;
}
