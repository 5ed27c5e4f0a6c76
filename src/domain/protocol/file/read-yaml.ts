import {
	type Alias,
	type Document,
	isMap,
	isScalar,
	isSeq,
	LineCounter,
	type Node,
	type Pair,
	parseDocument,
	type Scalar,
	visit,
	type YAMLMap,
} from "yaml";
import type { Fault } from "./faults.ts";
import { faultsOfSpaces } from "./plain-text.ts";

/** Longer than any protocol known, short enough to answer at once. */
const longestText = 1_000_000;
/** How often a file may repeat parts of itself: enough to be handy, too little to grow without end. */
const mostAliases = 50;

/** A place in a file, as the keys that lead there. */
type Path = readonly PropertyKey[];

/** A YAML file as plain values, and the line on which each stands. */
export type YamlRead = {
	content: unknown;
	/** 1 is the first line. The nearest place above stands in for what is not in the file. */
	lineOf: (path: Path) => number | undefined;
	/** A value as it is written: `0300 123` is not the number that it means. Undefined for a group or a list. */
	writtenAt: (path: Path) => string | undefined;
};

/**
 * Reads YAML that somebody wrote by hand. Never throws, whatever the text is.
 *
 * @returns what the file holds, or everything that keeps it from being read
 */
export function readYaml(text: string): (YamlRead & { faults?: never }) | { faults: Fault[] } {
	if (text.length > longestText)
		return {
			faults: [wholeFile("The file is longer than a million characters", "Shorten it")],
		};
	const spaces = faultsOfSpaces(text);
	if (spaces.length > 0) return { faults: spaces };
	const lines = new LineCounter();
	const lineAt = (offset: number) => lines.linePos(offset).line;
	try {
		const document = parseDocument(text, {
			lineCounter: lines,
			// The parser compares every name of a group with every other: too slow for long files.
			uniqueKeys: false,
			merge: false,
		});
		if (document.errors.length > 0)
			return {
				faults: document.errors.map(({ pos, code, message }) => ({
					line: lineAt(pos[0]),
					where: "",
					...inWords(code, message),
				})),
			};
		const twice = namesThatStandTwice(document);
		if (twice.length > 0)
			return {
				faults: twice.map((key) => ({
					line: lineAt(key.range?.[0] ?? 0),
					where: "",
					wrong: `“${String(key.value)}” stands here twice`,
					fix: "Take one of the two out, or give it another name",
				})),
			};
		const unknown = aliasesOfNothing(document);
		if (unknown.length > 0)
			return {
				faults: unknown.map(({ source, range }) => ({
					line: range ? lineAt(range[0]) : 1,
					where: "",
					wrong: `“*${source}” repeats a part called “&${source}”, and none before it is called so`,
					fix: `Write “&${source}” before the part that is to stand here too, or put the words in quotes`,
				})),
			};
		const alias = firstAlias(document);
		const aliasLine = alias?.range ? lineAt(alias.range[0]) : 1;
		let content: unknown;
		try {
			content = document.toJS({ maxAliasCount: mostAliases });
		} catch {
			return {
				faults: [
					{
						line: aliasLine,
						where: "",
						wrong: "The file repeats itself through aliases too many times",
						fix: "Write the repeated parts out",
					},
				],
			};
		}
		if (turnsInCircles(content))
			return {
				faults: [
					{
						line: aliasLine,
						where: "",
						wrong: "A part of the file contains itself",
						fix: "Write the parts out",
					},
				],
			};
		const offsetOf = offsetsIn(document.contents);
		return {
			content,
			writtenAt: (path) => {
				const value = document.getIn(path, true);
				return isScalar(value) ? value.source : undefined;
			},
			lineOf: (path) => {
				const offset = offsetOf(path);
				return offset === undefined ? undefined : lineAt(offset);
			},
		};
	} catch {
		return {
			faults: [wholeFile("The file is nested too deeply", "Write it with fewer levels")],
		};
	}
}

const wholeFile = (wrong: string, fix: string): Fault => ({
	line: 1,
	where: "",
	wrong,
	fix,
});

const nestedTooDeeply = {
	wrong: "The file is nested too deeply",
	fix: "Write it with fewer levels",
};

/** The faults that people make most, in words; the parser's own first sentence for the rest. */
function inWords(code: string, message: string): Pick<Fault, "wrong" | "fix"> {
	if (code === "TAB_AS_INDENT" || /\btabs?\b/i.test(message))
		return {
			wrong: "The line begins with a tab",
			fix: "Indent with spaces",
		};
	if (/call stack/i.test(message)) return nestedTooDeeply;
	if (message.startsWith("Nested mappings are not allowed"))
		return {
			wrong: "A text with a colon in it is not in quotes",
			fix: "Put the whole text in quotes",
		};
	return {
		wrong: (message.split("\n")[0] ?? message).replace(/ at line .*$/, ""),
		fix: "Mend the YAML on this line: look at its spaces, colons and quotes",
	};
}

/** The second of two equal names in one group, wherever there are two. */
function namesThatStandTwice(document: Document): Scalar[] {
	const twice: Scalar[] = [];
	visit(document, {
		Map: (_, { items }) => {
			const seen = new Set<string>();
			for (const { key } of items) {
				if (!isScalar(key)) continue;
				const name = String(key.value);
				if (seen.has(name)) twice.push(key);
				seen.add(name);
			}
		},
	});
	return twice;
}

/** Aliases of what is not in the file, or only after them. */
function aliasesOfNothing(document: Document): Alias[] {
	const found: Alias[] = [];
	const named = new Set<string>();
	visit(document, {
		Value: (_, { anchor }) => {
			if (anchor) named.add(anchor);
		},
		Alias: (_, alias) => {
			if (!named.has(alias.source)) found.push(alias);
		},
	});
	return found;
}

/** The first place where the file repeats a part of itself by an alias. */
function firstAlias(document: Document): Alias | undefined {
	let first: Alias | undefined;
	visit(document, {
		Alias: (_, alias) => {
			first = alias;
			return visit.BREAK;
		},
	});
	return first;
}

/** Whether something contains itself: an alias inside what it stands for. */
function turnsInCircles(value: unknown, above: unknown[] = []): boolean {
	if (typeof value !== "object" || value === null) return false;
	return (
		above.includes(value) ||
		Object.values(value).some((each) => turnsInCircles(each, [...above, value]))
	);
}

/** Says where in the text the value at a path stands: its key when it has one, else its nearest parent. */
function offsetsIn(root: unknown): (path: Path) => number | undefined {
	const named = new WeakMap<YAMLMap, Map<string, Pair>>();
	const pairNamed = (map: YAMLMap, name: string) => {
		const pairs =
			named.get(map) ??
			new Map(
				map.items.map((pair) => [isScalar(pair.key) ? String(pair.key.value) : "", pair as Pair]),
			);
		named.set(map, pairs);
		return pairs.get(name);
	};
	return (path) => {
		let node = root;
		let offset = (root as Node | null)?.range?.[0];
		for (const step of path) {
			if (isMap(node)) {
				const pair = pairNamed(node, String(step));
				if (!pair) return offset;
				offset = (pair.key as Node).range?.[0] ?? offset;
				node = pair.value;
			} else if (isSeq(node) && typeof step === "number") {
				node = node.items[step];
				offset = (node as Node | undefined)?.range?.[0] ?? offset;
			} else return offset;
		}
		return offset;
	};
}
