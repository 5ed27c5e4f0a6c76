import { writeFile } from "node:fs/promises";
import { type Io, WrongCall } from "./command.ts";
import { notAllowed } from "./not-allowed.ts";

/**
 * Prints what a command made, or writes it to the file that the call named.
 *
 * @throws WrongCall when that file cannot be written
 */
export async function writeOut(
	io: Io,
	file: string | undefined,
	made: string | Buffer,
): Promise<void> {
	if (file === undefined) {
		io.out.write(made);
		return;
	}
	try {
		await writeFile(file, made);
	} catch (problem) {
		throw new WrongCall(notAllowed(file, "written", problem));
	}
	io.out.write(`${file}\n`);
}
