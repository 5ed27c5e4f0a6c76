/**
 * Writes docs/protocol-language.md: every word of the protocol language, from the definition that reads the files, with
 * an example of what Concord says of it, from the table that comparing, drawing and the guide say it by; and docs/somerset-drawn.svg: one protocol as Concord draws it.
 * `npx tsx tools/protocol-reference.ts`; a test holds both to what they are made from.
 */
import { globSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { protocolFile } from "../src/domain/protocol/file/file.ts";
import type { Protocol } from "../src/domain/protocol/protocol.ts";
import { drawProtocol } from "../src/domain/protocol/told/draw/draw.ts";
import { type Rows, rowsOf } from "../src/domain/protocol/told/table/row.ts";
import { protocolWords } from "../src/domain/protocol/told/table/whole.ts";
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
	const examples = examplesIn(protocols());
	const written = new Map<string, string>();
	section("The file", file);
	return `# The protocol language

Made by \`tools/protocol-reference.ts\` from the definition that reads protocol files. [How to write a protocol](how-to/write-a-protocol.md) says how to begin; \`concord protocol check FILE\` says every fault with its line and mend.

“Text, or one for each case” is a text, or a list with one for each case: \`[{ say: …, when: { about: adult } }, { say: …, when: { about: child } }]\`. [What is so only in some cases](how-to/write-a-protocol.md#what-is-so-only-in-some-cases) says how \`when\` is written.

Under “it says” stands an example of how the guide says the word, and how a comparison of two versions says it: “now …; before, …”.

${sections.join("\n\n")}
`;

	function exampleOf(title: string, word: string): string {
		const group = title.split(" › ").findLast((name) => !name.startsWith("each")) ?? "";
		const noun = nouns[group.split(" ")[0] ?? ""] ?? "";
		const name =
			otherNames.get(word) ?? word.replaceAll(/-(.)/g, (_, letter) => letter.toUpperCase());
		return (examples.get(`${noun} ${name}`) ?? examples.get(`${noun} ${word}`) ?? "")
			.replaceAll(/\s+/g, " ")
			.replaceAll("|", "\\|");
	}

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
				`| \`${word}\` | ${kindOf(each)} | ${isNeeded(node, word, each)} | ${each.description ?? ""} | ${each.const ? "" : exampleOf(title, word)} |`,
		);
		sections.push(
			[
				`## ${title}`,
				"",
				"| word | what stands there | needed | meaning | it says |",
				"|---|---|---|---|---|",
				...rows,
			].join("\n"),
		);
		for (const [word, each] of Object.entries(node.properties ?? {}))
			for (const [name, inner] of groupsIn(each, word))
				section(`${title === "The file" ? "" : `${title} › `}${name}`, inner);
	}
}

/** Which kind of thing in the table each group of words describes. */
const nouns: Record<string, string> = {
	The: "protocol",
	stages: "stage",
	steps: "step",
	beside: "step",
	afterwards: "step",
	outcomes: "choice",
	due: "time limit",
	clocks: "time limit",
	moves: "move",
	endings: "ending",
	raise: "way to begin",
	ways: "way to begin",
	fields: "question",
	parts: "part",
	letters: "letter",
	roles: "role",
};
/** Words that are called otherwise once a protocol is read. */
const otherNames = new Map([
	["then", "leadsTo"],
	["within", "limit"],
]);

/** What the table says of each word, as short as any protocol has it. */
function examplesIn(protocols: Protocol[]): Map<string, string> {
	const found = new Map<string, string>();
	const look = <Thing extends object>(
		noun: string,
		words: Rows<Thing>,
		thing: Thing,
		protocol: Protocol,
	): void => {
		for (const word of Object.keys(words) as (keyof Thing & string)[]) {
			const value = thing[word];
			if (value === undefined || value === null) continue;
			for (const row of rowsOf(words, word)) {
				const key = `${noun} ${word}`;
				const phrase = row.says?.(value, protocol);
				if (phrase && phrase.length < (found.get(key)?.length ?? 200)) found.set(key, phrase);
				if ("open" in row)
					row.open((kind, of) => {
						for (const inner of of(value, protocol)) look(kind.noun, kind.words, inner, protocol);
					});
			}
		}
	};
	for (const protocol of protocols) look("protocol", protocolWords, protocol, protocol);
	return found;
}

function protocols(): Protocol[] {
	const files = globSync("protocols/*/*.yaml", { cwd: projectRoot }).sort();
	return files.flatMap((file) => readProtocolFile(join(projectRoot, file)).protocol ?? []);
}

const isNeeded = (node: Node, word: string, each: Node): string =>
	node.required?.includes(word)
		? "yes"
		: each.default === undefined || typeof each.default === "object" || each.default === false
			? ""
			: `else \`${String(each.default)}\``;

/** Whether a word is said once or for each case: the form is told at the head of the page. */
const isByCase = ({ anyOf = [] }: Node): boolean =>
	anyOf.some(({ items }) => Object.keys(items?.properties ?? {}).join() === "say,when");

/** The groups of words that stand under a word: itself, each of its names, or each of its shapes. */
function groupsIn(node: Node, word: string): [string, Node][] {
	const shapes = node.anyOf ?? node.oneOf;
	if (isByCase(node)) return [];
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
	if (isByCase(node)) return "text, or one for each case";
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
