import { readFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { baseNamedIn } from "../domain/protocol/overlay.ts";
import { readProtocol } from "../domain/protocol/read-protocol.ts";
import { WrongCall } from "./command.ts";

/**
 * A file that the call named, as text.
 *
 * @throws WrongCall when there is none, or it is not readable
 */
export async function textOf(file: string): Promise<string> {
	try {
		return await readFile(file, "utf8");
	} catch (error) {
		const missing =
			error instanceof Error && "code" in error && error.code === "ENOENT";
		throw new WrongCall(
			missing ? `There is no file ‘${file}’.` : `‘${file}’ cannot be read.`,
		);
	}
}

/**
 * A protocol file, read and checked together with the file that it stands over, if it names one.
 *
 * @throws WrongCall when one of the files is not readable
 */
export async function protocolIn(
	file: string,
): Promise<ReturnType<typeof readProtocol>> {
	const text = await textOf(file);
	const base = baseNamedIn(text);
	return readProtocol(
		text,
		base === undefined ? undefined : await textOf(resolve(dirname(file), base)),
	);
}
