/**
 * Changes single things in a YAML file that somebody wrote by hand. Only the letters of what is changed are written
 * anew: comments, order, quotes and every other line stay as they are.
 */
import {
	isAlias,
	isCollection,
	isMap,
	isScalar,
	isSeq,
	type Node,
	type Pair,
	parseDocument,
	Scalar,
	stringify,
	type YAMLMap,
	type YAMLSeq,
} from "yaml";
import { readYaml } from "./read-yaml.ts";

/** A place in a file, as the words that lead there; in a list, which item, from 0. */
export type Path = readonly (string | number)[];

export type Written = string | readonly Written[] | { readonly [word: string]: Written };

/** What is to stand at a place from now on. */
export type Edit = {
	at: Path;
	/** Undefined takes it out. A group that is left empty goes with its last word. */
	write: Written | undefined;
	/** The word after which a new one is put; left out, or not there, it becomes the last of its group. */
	after?: string;
};

/** A file whose single things can be changed. */
export type EditableYaml = {
	/** The plain value at a place; undefined where the file says nothing. */
	at: (path: Path) => unknown;
	/** Whether the file says a thing once for several places, by an anchor, so that it cannot be changed at one of them. */
	isShared: (path: Path) => boolean;
	/**
	 * The file after all these changes.
	 *
	 * @returns undefined where the file is written in a way that cannot be changed like this
	 */
	edited: (edits: readonly Edit[]) => string | undefined;
};

/** @param source YAML without faults */
export function editableYaml(source: string): EditableYaml {
	const document = parsed(source);
	const { contents } = document;
	const content: unknown = document.toJS();
	return {
		at: (path) => valueAt(content, path),
		isShared: (path) => {
			const { way, found } = walk(contents, path);
			return [...way.map(({ holder }) => holder), found].some(
				(node) => isAlias(node) || Boolean(node?.anchor),
			);
		},
		edited: (edits) => {
			// What comes is written before anything goes: a group is never empty in between.
			const written = spliced(source, additions(source, contents, edits));
			const whole = edits.some(({ write }) => write === undefined)
				? spliced(written, removals(written, edits))
				: written;
			const read = readYaml(whole);
			return !read.faults && inAnyOrder(read.content) === inAnyOrder(expected(content, edits))
				? whole
				: undefined;
		},
	};
}

const parsed = (source: string) => parseDocument(source, { uniqueKeys: false, merge: false });

// ---- Where things stand ----

type Holder = YAMLMap | YAMLSeq;
/** One step of a way through a file: the group or list, and which of its items. */
type Stop = { holder: Holder; index: number };

/** The way to a place as far as the file goes; `missing` are the words that it does not have. */
function walk(
	root: Node | null,
	path: Path,
): { way: Stop[]; found: Node | undefined; missing: Path } {
	const way: Stop[] = [];
	let node = root ?? undefined;
	for (const [depth, word] of path.entries()) {
		const index = indexIn(node, word);
		if (index === -1) return { way, found: node, missing: path.slice(depth) };
		const holder = node as Holder;
		way.push({ holder, index });
		node = nodeIn(holder, index);
	}
	return { way, found: node, missing: [] };
}

const indexIn = (node: Node | undefined, word: string | number): number =>
	isMap(node)
		? node.items.findIndex(({ key }) => isScalar(key) && String(key.value) === word)
		: isSeq(node) && typeof word === "number" && word < node.items.length
			? word
			: -1;

function nodeIn(holder: Holder, index: number): Node | undefined {
	const item = holder.items[index];
	return ((isMap(holder) ? (item as Pair | undefined)?.value : item) as Node | null) ?? undefined;
}

const rangeOf = (node: Node | undefined): [start: number, end: number] => {
	const [start = 0, end = 0] = node?.range ?? [];
	return [start, end];
};

/** From the first letter of an item, with its key, to the last of its value. */
function itemRange(holder: Holder, index: number): [start: number, end: number] {
	const value = nodeIn(holder, index);
	const first = isMap(holder) ? (holder.items[index]?.key as Node) : value;
	return [rangeOf(first)[0], endOf(value ?? first)];
}

/** The end of the last thing in it: a group's own range goes on over the comments that follow. */
function endOf(node: Node | undefined): number {
	if (!isCollection(node) || node.flow || node.items.length === 0) return rangeOf(node)[1];
	return itemRange(node as Holder, node.items.length - 1)[1];
}

const startOfLine = (source: string, offset: number): number =>
	source.lastIndexOf("\n", offset - 1) + 1;

/** Where the line after something begins; a text in a block ends with its line. */
function nextLine(source: string, end: number): number {
	if (source[end - 1] === "\n") return end;
	const at = source.indexOf("\n", end);
	return at === -1 ? source.length : at + 1;
}

const columnOf = (source: string, node: Node): number =>
	rangeOf(node)[0] - startOfLine(source, rangeOf(node)[0]);

// ---- What is written, and what goes ----

/** Letters that take the place of those from `start` to `end`. */
type Splice = { start: number; end: number; text: string };

const spliced = (source: string, splices: Splice[]): string =>
	splices
		.toSorted((a, b) => b.start - a.start || b.end - a.end)
		.reduce(
			(text, { start, end, text: put }) => text.slice(0, start) + put + text.slice(end),
			source,
		);

function additions(source: string, contents: Node | null, edits: readonly Edit[]): Splice[] {
	const splices: Splice[] = [];
	const added = new Map<Holder, { word: string | number; write: Written; after?: string }[]>();
	for (const { at, write, after } of edits) {
		if (write === undefined) continue;
		const { way, found, missing } = walk(contents, at);
		const [word, ...below] = missing;
		if (word === undefined) splices.push(rewritten(source, way, found, write));
		else if (isCollection(found)) {
			const news = added.get(found as Holder) ?? [];
			const same = news.find((each) => each.word === word && below.length > 0);
			if (same) same.write = joined(same.write, nested(below, write));
			else news.push({ word, write: nested(below, write), ...(after !== undefined && { after }) });
			added.set(found as Holder, news);
		}
	}
	for (const [holder, news] of added)
		for (const [place, those] of Map.groupBy(news, ({ after }) =>
			Math.max(indexIn(holder, after ?? ""), -1),
		))
			splices.push(inserted(source, holder, place === -1 ? holder.items.length - 1 : place, those));
	return splices;
}

const nested = (words: Path, write: Written): Written =>
	words.reduceRight<Written>((inner, word) => ({ [word]: inner }), write);

/** Two new things in one new group. */
const joined = (one: Written, other: Written): Written =>
	isGroup(one) && isGroup(other)
		? {
				...one,
				...Object.fromEntries(
					Object.entries(other).map(([word, value]) => [
						word,
						one[word] === undefined ? value : joined(one[word], value),
					]),
				),
			}
		: other;

/** New items after one that is there. */
function inserted(
	source: string,
	holder: Holder,
	index: number,
	news: { word: string | number; write: Written }[],
): Splice {
	const say = (flow: boolean, indent: number) => (each: (typeof news)[number]) =>
		isSeq(holder)
			? inFlow(each.write)
			: `${inFlow(String(each.word))}: ${flow ? inFlow(each.write) : inBlock(each.write, indent + 2)}`;
	if (holder.flow || holder.items.length === 0) {
		const all = news.map(say(true, 0)).join(", ");
		const at = index === -1 ? rangeOf(holder)[0] + 1 : itemRange(holder, index)[1];
		return { start: at, end: at, text: index === -1 ? ` ${all} ` : `, ${all}` };
	}
	const at = nextLine(source, itemRange(holder, index)[1]);
	const indent = columnOf(source, holder);
	const lines = news.map(
		(each) => `${" ".repeat(indent)}${isSeq(holder) ? "- " : ""}${say(false, indent)(each)}\n`,
	);
	const isLastLine = at === source.length && !source.endsWith("\n");
	return { start: at, end: at, text: `${isLastLine ? "\n" : ""}${lines.join("")}` };
}

/** Another value for what is there, written as the old one was. */
function rewritten(source: string, way: Stop[], node: Node | undefined, write: Written): Splice {
	const [start, end] = [rangeOf(node)[0], endOf(node)];
	const flow = way.some(({ holder }) => holder.flow);
	const holder = way.at(-1)?.holder;
	if (typeof write !== "string" || !isScalar(node) || flow || !holder)
		return {
			start,
			end: startOfTrailingBlank(source, start, end),
			text: inFlow(write, isScalar(node) ? node.type : undefined),
		};
	if (node.type !== "BLOCK_FOLDED" && node.type !== "BLOCK_LITERAL") {
		// Below the line there is no room for several lines where a comment ends it.
		const isWithComment = source.slice(end, nextLine(source, end)).trim() !== "";
		const text =
			isWithComment && write.includes("\n")
				? inFlow(write)
				: inBlock(write, columnOf(source, holder) + 2, node.type);
		return { start, end, text };
	}
	const body = source.slice(source.indexOf("\n", start) + 1, end);
	const indent = /^ +(?=\S)/m.exec(body)?.[0].length ?? columnOf(source, holder) + 2;
	const lines = blockLines(write, node.type, indent);
	// Its first line may have a comment, which stays.
	return { start: end - body.length, end, text: lines };
}

/** A value that ends with its line leaves the end of the line where it is. */
const startOfTrailingBlank = (source: string, start: number, end: number): number =>
	start + source.slice(start, end).trimEnd().length;

function removals(source: string, edits: readonly Edit[]): Splice[] {
	const { contents } = parsed(source);
	const gone = new Map<Holder, Set<number>>();
	for (const { at, write } of edits) {
		const { way, missing } = walk(contents, at);
		if (write === undefined && missing.length === 0) takeOut(gone, way);
	}
	return [...gone].flatMap(([holder, indices]) =>
		[...indices].map((index) =>
			holder.flow
				? removedFromFlow(source, holder, index, indices)
				: removedLines(source, holder, index),
		),
	);
}

function takeOut(gone: Map<Holder, Set<number>>, way: Stop[]): void {
	const last = way.at(-1);
	if (!last) return;
	const indices = (gone.get(last.holder) ?? new Set()).add(last.index);
	if (indices.size < last.holder.items.length || way.length === 1) gone.set(last.holder, indices);
	else {
		gone.delete(last.holder);
		takeOut(gone, way.slice(0, -1));
	}
}

function removedLines(source: string, holder: Holder, index: number): Splice {
	const [first, end] = itemRange(holder, index);
	const begin = isSeq(holder) ? source.lastIndexOf("-", first - 1) : first;
	return { start: startOfLine(source, begin), end: nextLine(source, end), text: "" };
}

/** With the comma before it; with the one after it where all before it go as well, or stand on other lines. */
function removedFromFlow(
	source: string,
	holder: Holder,
	index: number,
	gone: ReadonlySet<number>,
): Splice {
	const [start, end] = itemRange(holder, index);
	const isFirst = holder.items.every((_, place) => place >= index || gone.has(place));
	const before = index === 0 ? start : itemRange(holder, index - 1)[1];
	if (!isFirst && !source.slice(before, start).includes("\n"))
		return { start: before, end, text: "" };
	const comma = /^\s*,[ \t]*/.exec(source.slice(end))?.[0] ?? "";
	return { start, end: end + comma.length, text: "" };
}

// ---- How it is written ----

const isGroup = (value: unknown): value is { [word: string]: Written } =>
	typeof value === "object" && value !== null && !Array.isArray(value);

/** On one line, as it may stand between { and }. */
function inFlow(write: Written, like?: Scalar["type"]): string {
	if (typeof write === "string") {
		const scalar = scalarLike(write, write.includes("\n") ? "QUOTE_DOUBLE" : like);
		const list = parsed("[]");
		(list.contents as YAMLSeq).add(scalar);
		return list.toString({ lineWidth: 0 }).trim().slice(1, -1).trim();
	}
	if (!isGroup(write)) return `[${write.map((each) => inFlow(each)).join(", ")}]`;
	const words = Object.entries(write).map(([word, value]) => `${inFlow(word)}: ${inFlow(value)}`);
	return `{ ${words.join(", ")} }`;
}

/** After a word on a line of its own; a text of several lines goes on below. */
function inBlock(write: Written, indent: number, like?: Scalar["type"]): string {
	if (typeof write !== "string") return inFlow(write);
	if (write.includes("\n")) return `|-\n${blockLines(write, "BLOCK_LITERAL", indent)}`.trimEnd();
	return stringify({ word: scalarLike(write, like) }, { lineWidth: 0 })
		.slice("word: ".length)
		.trimEnd();
}

function scalarLike(text: string, like: Scalar["type"]): Scalar {
	const scalar = new Scalar(text);
	if (like === "QUOTE_DOUBLE" || like === "QUOTE_SINGLE") scalar.type = like;
	return scalar;
}

/** How wide the lines of a text are that is wrapped. */
const width = 100;

/** The lines below `>-` or `|-`. */
function blockLines(text: string, type: "BLOCK_FOLDED" | "BLOCK_LITERAL", indent: number): string {
	const scalar = new Scalar(text);
	scalar.type = type;
	const [, ...lines] = stringify(
		{ word: scalar },
		{ indent: 1, lineWidth: Math.max(width - indent, 40) },
	).split("\n");
	return lines
		.map((line) => (line === "" ? "" : `${" ".repeat(indent)}${line.slice(1)}`))
		.join("\n");
}

// ---- What it must say then ----

function valueAt(content: unknown, path: Path): unknown {
	return path.reduce<unknown>(
		(value, word) =>
			typeof value === "object" && value !== null && Object.hasOwn(value, word)
				? (value as Record<string | number, unknown>)[word]
				: undefined,
		content,
	);
}

/** The content with the changes made in the values themselves. */
function expected(content: unknown, edits: readonly Edit[]): unknown {
	const put = edits
		.filter(({ write }) => write !== undefined)
		.reduce((all, { at, write }) => withAt(all, at, write), content);
	// From the last item of a list to the first: those before it keep their place.
	const itemOf = ({ at }: Edit) => (typeof at.at(-1) === "number" ? Number(at.at(-1)) : -1);
	return edits
		.filter(({ write }) => write === undefined)
		.toSorted((a, b) => itemOf(b) - itemOf(a))
		.reduce((all, { at }) => withAt(all, at, undefined) ?? {}, put);
}

function withAt(value: unknown, [word, ...below]: Path, write: unknown): unknown {
	if (word === undefined) return write;
	if (Array.isArray(value)) {
		const item = withAt(value[Number(word)], below, write);
		const items =
			item === undefined
				? value.filter((_, index) => index !== word)
				: value.toSpliced(Number(word), 1, item);
		return items.length > 0 ? items : undefined;
	}
	const group = isGroup(value) ? value : {};
	if (write === undefined && !Object.hasOwn(group, word)) return value;
	const inner = withAt(group[word], below, write);
	const { [word]: _, ...others } = group;
	const whole = inner === undefined ? others : { ...others, [word]: inner };
	return Object.keys(whole).length > 0 ? whole : undefined;
}

/** A text ends where its last line does, whatever kind of block it stands in. */
const inAnyOrder = (content: unknown): string =>
	JSON.stringify(content, (_, value) =>
		typeof value === "string"
			? value.trimEnd()
			: isGroup(value)
				? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
				: value,
	);
