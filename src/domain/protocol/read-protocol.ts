import {
	isMap,
	isScalar,
	isSeq,
	LineCounter,
	type Node,
	parseDocument,
} from "yaml";
import type { z } from "zod";
import { check } from "./check.ts";
import { compile } from "./compile.ts";
import { type Fault, Faults, nearestTo } from "./faults.ts";
import { protocolFile } from "./file.ts";
import type { Protocol } from "./protocol.ts";

/** Longer than any protocol known, short enough to answer at once. */
const longestText = 1_000_000;

/**
 * Reads a protocol file.
 *
 * @returns the protocol, or every fault found, in the order of their lines; a wrong file never starts
 */
export function readProtocol(
	text: string,
):
	| { protocol: Protocol; faults?: never }
	| { faults: Fault[]; protocol?: never } {
	if (text.length > longestText)
		return {
			faults: [
				{
					line: 1,
					where: "",
					wrong: "The file is longer than a million characters",
					mend: "Make it shorter",
				},
			],
		};
	const lines = new LineCounter();
	const document = parseDocument(text, {
		lineCounter: lines,
		uniqueKeys: true,
		merge: false,
	});
	const lineAt = (offset: number | undefined) =>
		offset === undefined ? undefined : lines.linePos(offset).line;

	if (document.errors.length > 0)
		return {
			faults: document.errors.map((error) => ({
				line: lineAt(error.pos[0]),
				where: "",
				wrong: firstSentence(error.message),
				mend: "Mend the YAML on this line: look at its spaces, colons and quotes",
			})),
		};

	const faults = new Faults((path) =>
		lineAt(offsetOf(document.contents, path)),
	);
	let content: unknown;
	try {
		content = document.toJS({ maxAliasCount: 50 });
	} catch {
		faults.add(
			[],
			"The file repeats itself through aliases too many times",
			"Write the repeated parts out",
		);
		return { faults: faults.found };
	}
	const read = protocolFile.safeParse(content);
	if (!read.success) {
		for (const issue of read.error.issues) addIssue(faults, issue, content);
		return { faults: sorted(faults.found) };
	}
	const protocol = compile(read.data, faults);
	if (faults.found.length === 0) check(protocol, faults);
	return faults.found.length === 0
		? { protocol }
		: { faults: sorted(faults.found) };
}

const sorted = (faults: Fault[]) =>
	faults.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0));

const firstSentence = (message: string) =>
	(message.split("\n")[0] ?? message).replace(/ at line .*$/, "");

/** Where in the text the value at `path` stands: its key when it has one, else its nearest parent. */
function offsetOf(
	root: unknown,
	path: readonly PropertyKey[],
): number | undefined {
	let node = root;
	let offset = (root as Node | null)?.range?.[0];
	for (const step of path) {
		if (isMap(node)) {
			const pair = node.items.find(
				({ key }) => isScalar(key) && key.value === step,
			);
			if (!pair) return offset;
			offset = (pair.key as Node).range?.[0] ?? offset;
			node = pair.value;
		} else if (isSeq(node) && typeof step === "number") {
			node = node.items[step];
			offset = (node as Node | undefined)?.range?.[0] ?? offset;
		} else return offset;
	}
	return offset;
}

/** Turns what the schema says into words for the writer of a protocol. */
function addIssue(
	faults: Faults,
	issue: z.core.$ZodIssue,
	content: unknown,
): void {
	const { path } = issue;
	switch (issue.code) {
		case "unrecognized_keys":
			for (const key of issue.keys) {
				const nearest = nearestTo(key, knownWords);
				faults.add(
					[...path, key],
					`“${key}” is not a word of the protocol language here`,
					nearest && nearest !== key
						? `Did you mean “${nearest}”?`
						: "Take it out, or look for the word in the reference",
				);
			}
			return;
		case "invalid_union": {
			// The branch that came furthest says best what was meant.
			const closest = issue.errors.toSorted(
				(a, b) => depth(b) - depth(a) || a.length - b.length,
			)[0];
			if (closest && closest.length > 0)
				for (const inner of closest)
					addIssue(
						faults,
						{ ...inner, path: [...path, ...inner.path] } as z.core.$ZodIssue,
						content,
					);
			else
				faults.add(
					path,
					"This is not one of the forms that can stand here",
					"Look at the reference for what can stand here",
				);
			return;
		}
		case "invalid_value": {
			const given = valueAt(content, path);
			const known = issue.values.map(String);
			if (given === undefined)
				faults.add(
					path,
					`“${String(path.at(-1))}” is missing`,
					`Add it with one of: ${known.join(", ")}`,
				);
			else faults.unknown(path, String(given), String(path.at(-1)), known);
			return;
		}
		case "invalid_type":
			if (valueAt(content, path) === undefined)
				faults.add(
					path,
					`“${String(path.at(-1) ?? "protocol")}” is missing`,
					"Add it",
				);
			else
				faults.add(
					path,
					`“${String(path.at(-1))}” should be ${kindWords[issue.expected] ?? issue.expected}`,
					issue.expected === "string" ? "Put the value in quotes" : "Change it",
				);
			return;
		default:
			faults.add(path, issue.message, "Change it");
	}
}

const kindWords: Record<string, string> = {
	string: "a text",
	number: "a number",
	boolean: "true or false",
	array: "a list",
	object: "a group of named lines",
	record: "a group of named lines",
};

const depth = (issues: readonly z.core.$ZodIssue[]) =>
	Math.max(
		0,
		...issues.map(
			({ path, code }) => path.length + (code === "unrecognized_keys" ? 1 : 0),
		),
	);

const valueAt = (content: unknown, path: readonly PropertyKey[]): unknown =>
	path.reduce<unknown>(
		(value, key) =>
			value !== null && typeof value === "object"
				? (value as Record<PropertyKey, unknown>)[key]
				: undefined,
		content,
	);

/** Every word of the language, for "did you mean". */
const knownWords: string[] = [
	"protocol",
	"version",
	"title",
	"partnership",
	"source",
	"calendar",
	"counting",
	"words",
	"about",
	"safety",
	"not-for",
	"roles",
	"themes",
	"fields",
	"forms",
	"raise",
	"stages",
	"afterwards",
	"moves",
	"endings",
	"reminders",
	"report",
	"kind",
	"says",
	"by",
	"with",
	"to",
	"named-in",
	"not-by",
	"of",
	"form",
	"part",
	"asks",
	"due",
	"final",
	"record-on-childs-record",
	"outcomes",
	"say",
	"sends",
	"acknowledges",
	"then",
	"what",
	"within",
	"from",
	"on",
	"strength",
	"late",
	"number",
	"steps",
	"type",
	"label",
	"hint",
	"optional",
	"options",
	"history-of",
	"complete",
	"while",
	"when-late",
	"once",
	"skips",
	"opens",
	"level",
	"office",
	"called",
	"in",
	"if",
	"go",
	"call",
	"name",
	"parts",
	"sections",
	"start",
	"before",
	"late-every",
	"no-clock-every",
	"every",
	"difference",
	"differences",
	"raising",
	"receiving",
	"business-unit",
];
