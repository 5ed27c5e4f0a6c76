/**
 * Writes docs/protocol-language.md: every word of the protocol language, from the definition that reads the files;
 * and docs/somerset-drawn.svg: one protocol as Concord draws it.
 * `npx tsx tools/protocol-reference.ts`; a test holds both to what they are made from.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { protocolFile } from "../src/domain/protocol/file/file.ts";
import { drawProtocol } from "../src/domain/protocol/told/draw/draw.ts";
import { projectRoot } from "../src/project-root.ts";
import { readProtocolFile } from "../src/protocol-files.ts";

type Node = {
	type?: string;
	description?: string;
	properties?: Record<string, Node>;
	required?: string[];
	additionalProperties?: Node | false;
	items?: Node;
	anyOf?: Node[];
	oneOf?: Node[];
	enum?: string[];
	const?: string;
	default?: unknown;
};

/** The page, as it should be. */
export function protocolReference(): string {
	const file = z.toJSONSchema(protocolFile, {
		io: "input",
		reused: "inline",
	}) as Node;
	const sections: string[] = [];
	const written = new Map<string, string>();
	section("The file", file);
	return `# The protocol language

Made by \`tools/protocol-reference.ts\` from the definition that reads protocol files. [How to write a protocol](how-to/write-a-protocol.md) says how to begin; \`concord protocol check FILE\` says every fault with its line and mend.

${sections.join("\n\n")}
`;

	/** One table for a group of words, then one for each group inside it. */
	function section(title: string, node: Node): void {
		const known = JSON.stringify({ ...node, description: "", default: "" });
		const before = written.get(known);
		if (before) {
			sections.push(`## ${title}\n\nAs under “${before}”.`);
			return;
		}
		written.set(known, title);
		const rows = Object.entries(node.properties ?? {}).map(
			([word, each]) =>
				`| \`${word}\` | ${kindOf(each)} | ${isNeeded(node, word, each)} | ${each.description ?? ""} |`,
		);
		sections.push(
			[
				`## ${title}`,
				"",
				"| word | what stands there | needed | meaning |",
				"|---|---|---|---|",
				...rows,
			].join("\n"),
		);
		for (const [word, each] of Object.entries(node.properties ?? {}))
			for (const [name, inner] of groupsIn(each, word))
				section(`${title === "The file" ? "" : `${title} › `}${name}`, inner);
	}
}

const isNeeded = (node: Node, word: string, each: Node): string =>
	node.required?.includes(word)
		? "yes"
		: each.default === undefined || typeof each.default === "object" || each.default === false
			? ""
			: `else \`${String(each.default)}\``;

/** The groups of words that stand under a word: itself, each of its names, or each of its shapes. */
function groupsIn(node: Node, word: string): [string, Node][] {
	const shapes = node.anyOf ?? node.oneOf;
	if (shapes) return shapes.flatMap((shape) => groupsIn(shape, `${word}${shapeName(shape)}`));
	if (node.properties) return [[word, node]];
	if (node.additionalProperties) return groupsIn(node.additionalProperties, `${word} › each`);
	if (node.items) return groupsIn(node.items, word);
	return [];
}

/** Tells the shapes of one word apart: a field by its type, anything else by its first word. */
function shapeName({ properties = {} }: Node): string {
	const type = properties.type?.const;
	const [first] = Object.keys(properties);
	return type ? ` of type \`${type}\`` : first ? ` with \`${first}\`` : "";
}

function kindOf(node: Node): string {
	const shapes = node.anyOf ?? node.oneOf;
	if (node.const) return `\`${node.const}\``;
	if (node.enum) return node.enum.map((each) => `\`${each}\``).join(", ");
	if (shapes) return [...new Set(shapes.map(kindOf))].join(", or ");
	if (node.properties) return "a group";
	if (node.additionalProperties)
		return node.additionalProperties.properties ||
			node.additionalProperties.anyOf ||
			node.additionalProperties.oneOf
			? "named groups"
			: "named texts";
	if (node.items) return `a list: ${kindOf(node.items)}`;
	return (
		{ string: "text", boolean: "`true` or `false`", integer: "a number" }[node.type ?? ""] ?? ""
	);
}

/** Somerset's protocol, drawn. */
export function somersetDrawn(): string {
	const { protocol, faults } = readProtocolFile(
		join(projectRoot, "protocols/somerset/2021-04.yaml"),
	);
	if (!protocol) throw new Error(JSON.stringify(faults));
	return drawProtocol(protocol).svg;
}

if (process.argv[1] === import.meta.filename) {
	writeFileSync(join(projectRoot, "docs/protocol-language.md"), protocolReference());
	writeFileSync(join(projectRoot, "docs/somerset-drawn.svg"), somersetDrawn());
}
