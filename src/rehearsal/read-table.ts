import { readFileSync } from "node:fs";
import type { z } from "zod";
import type { Fault } from "../domain/protocol/file/faults.ts";
import { readYaml } from "../domain/protocol/file/read-yaml.ts";
import { readShape } from "../domain/protocol/file/shape-faults.ts";

/** What a table of the rehearsal says. @throws Error that names each fault of the file */
export function readTable<Schema extends z.ZodType>(file: string, schema: Schema): z.infer<Schema> {
	const yaml = readYaml(readFileSync(file, "utf8"));
	if (yaml.faults) throw faulty(file, yaml.faults);
	const { read, faults } = readShape(schema, yaml);
	if (!read) throw faulty(file, faults.inOrder());
	return read;
}

/** An error that says what is wrong with a file, a fault on each line. */
export const faulty = (file: string, faults: Fault[]): Error =>
	new Error(
		faults
			.map(({ line, where, wrong, fix }) => `${file}:${line ?? 1}: ${where}: ${wrong}. ${fix}`)
			.join("\n"),
	);
