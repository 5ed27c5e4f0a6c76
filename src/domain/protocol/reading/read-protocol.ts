import { check } from "../check/check.ts";
import { warn } from "../check/warn.ts";
import { compile } from "../compile/compile.ts";
import { type Fault, Faults } from "../file/faults.ts";
import { protocolFile } from "../file/file.ts";
import { baseNamedIn, laidOver, over, standsOver } from "../file/overlay.ts";
import { readYaml, type YamlRead } from "../file/read-yaml.ts";
import { readShape } from "../file/shape-faults.ts";
import type { Protocol } from "../protocol.ts";

/** A protocol file that was read: a protocol, or what keeps it from being one. */
export type ProtocolRead =
	| {
			protocol: Protocol;
			/** What is to be thought about: it runs all the same. In the order of their lines. */
			warnings: Fault[];
			/** The line on which something stands in the file. */
			lineOf: YamlRead["lineOf"];
			faults?: never;
	  }
	| { faults: Fault[]; protocol?: never; warnings?: never };

/**
 * Reads a protocol file, in four looks: is it YAML, are its words the language's, does every name in it
 * name something, does the process that it describes run. What one look needs, the looks before it make
 * sure of, so the faults are those of the first look that found any.
 *
 * @param base the text that this one stands over, for a file with `over:`: a regional protocol with a local
 *   overlay. What the overlay says takes the place of the base's; a word with nothing after it takes it out
 * @returns the protocol, or the faults in the order of their lines; a wrong file never starts
 */
export function readProtocol(text: string, base?: string): ProtocolRead {
	const yaml = readYaml(text);
	if (yaml.faults) return { faults: yaml.faults };
	if (base === undefined && standsOver(yaml)) return { faults: [notWhole(yaml)] };
	const whole = base === undefined ? yaml : laidOver(yaml, base);
	if (whole.faults) return { faults: whole.faults };
	const markup = new Faults(whole.lineOf);
	findMarkup(whole.content, [], markup);
	if (!markup.isEmpty()) return { faults: markup.inOrder() };
	const { read, faults } = readShape(protocolFile, whole);
	if (!read) return { faults: faults.inOrder() };
	const protocol = compile(read, faults);
	if (faults.isEmpty()) check(protocol, faults);
	if (!faults.isEmpty()) return { faults: faults.inOrder() };
	const warnings = new Faults(whole.lineOf);
	warn(protocol, warnings);
	return { protocol, warnings: warnings.inOrder(), lineOf: whole.lineOf };
}

/**
 * Reads a protocol file together with the one that it stands over, if it names one with `over:`.
 *
 * @param textNamed the text of that file, by its name as it is written; undefined when there is none
 */
export function readProtocolOver(
	text: string,
	textNamed: (named: string) => string | undefined,
): ProtocolRead & { base?: string | undefined } {
	const named = baseNamedIn(text);
	if (named === undefined) return readProtocol(text);
	const base = textNamed(named);
	return base === undefined
		? { faults: [noBase(text, named)] }
		: { ...readProtocol(text, base), base };
}

const notWhole = (yaml: YamlRead): Fault => ({
	line: yaml.lineOf([over]),
	where: over,
	wrong: "This text says only what differs from another, which is not here",
	fix: "Write both out as one text: “concord protocol merge FILE > WHOLE.yaml”",
});

function noBase(text: string, named: string): Fault {
	const yaml = readYaml(text);
	return {
		line: yaml.faults ? undefined : yaml.lineOf([over]),
		where: over,
		wrong: `There is no file “${named}” to stand over`,
		fix: "Write where the regional text is, as seen from this file: “../region/2024.yaml”",
	};
}

/** Texts are plain: they are shown as they are, in pages, letters and drawings. */
function findMarkup(value: unknown, path: PropertyKey[], faults: Faults): void {
	if (typeof value === "string" && /<[/!]?[a-z][^<]*>|<!--/i.test(value))
		faults.add(
			path,
			"There is a tag in this text, and texts are plain",
			"Take the tag out: what stands here is shown as it is",
		);
	else if (typeof value === "object" && value !== null)
		for (const [key, inner] of Object.entries(value))
			findMarkup(inner, [...path, Array.isArray(value) ? Number(key) : key], faults);
}
