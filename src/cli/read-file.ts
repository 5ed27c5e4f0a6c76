import { readFile } from "node:fs/promises";
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
