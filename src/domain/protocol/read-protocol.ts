import { check } from "./check.ts";
import { compile } from "./compile.ts";
import type { Fault } from "./faults.ts";
import { protocolFile } from "./file.ts";
import type { Protocol } from "./protocol.ts";
import { readYaml } from "./read-yaml.ts";
import { readShape } from "./shape-faults.ts";

/**
 * Reads a protocol file, in four looks: is it YAML, are its words the language's, does every name in it
 * name something, does the process that it describes run. What one look needs, the looks before it make
 * sure of, so the faults are those of the first look that found any.
 *
 * @returns the protocol, or the faults in the order of their lines; a wrong file never starts
 */
export function readProtocol(
	text: string,
):
	| { protocol: Protocol; faults?: never }
	| { faults: Fault[]; protocol?: never } {
	const yaml = readYaml(text);
	if (yaml.faults) return { faults: yaml.faults };
	const { read, faults } = readShape(protocolFile, yaml);
	if (!read) return { faults: faults.inOrder() };
	const protocol = compile(read, faults);
	if (faults.isEmpty()) check(protocol, faults);
	return faults.isEmpty() ? { protocol } : { faults: faults.inOrder() };
}
