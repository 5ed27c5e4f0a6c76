/**
 * Finds in the source what people may read: sentences that are said in the language of their reader, and those that still stand
 * there in English alone. And moves the second to the first, where that is safe to do without reading it.
 */
import { readFileSync } from "node:fs";
import { parseSync } from "oxc-parser";
import { keyOf, welshOf } from "../src/language/say.ts";

type Noted = { line: number; text: string };

/** What one file says. */
export type WordsOf = {
	/** The keys of what is said in the language of its reader. */
	said: string[];
	/** What stands there in English alone. */
	notMoved: Noted[];
	/** Said when the file is loaded, before there is a reader: a fault. */
	tooSoon: Noted[];
};

/** A node of ESTree, as far as it is looked at here. */
type Node = { type: string; start: number; end: number; parent?: Node; [key: string]: unknown };

/** Tags whose text is said in the language of its reader; `said` is a rule's. */
const tags = new Set(["say", "said", "sayTo"]);

/** `say`, `said`; `sayTo` of sayTo(names)`…`, which is said as this reader is spoken to. */
const tagOf = ({ tag }: Node): string =>
	nameOf(isNode(tag) && tag.type === "CallExpression" ? tag.callee : tag);

/** Attributes and properties that hold words for people. */
const holdsWords =
	/^(title|label|legend|hint|heading|caption|text|titleText|summaryText|descriptionText|none|button|send|missing|aria-label|visuallyHiddenText)$/;

/** A text is words only where it looks like a sentence. */
const looksLikeWords = (text: string): boolean =>
	/^[“‘]?[A-Z£].*\p{L}/u.test(text) && !/^[A-Z_]+$/.test(text);

const saysSomething = (text: string): boolean => /\p{L}{2}/u.test(text);

/** The text of JSX as it is drawn: its lines are trimmed and joined. */
const jsxText = (text: string): string => {
	const lines = decoded(text).split("\n");
	return lines
		.map((line, nth) => {
			const left = nth === 0 ? line : line.trimStart();
			return nth === lines.length - 1 ? left : left.trimEnd();
		})
		.filter((line) => line !== "")
		.join(" ");
};

const decoded = (text: string): string =>
	text
		.replaceAll("&nbsp;", "\u00A0")
		.replaceAll("&lt;", "<")
		.replaceAll("&gt;", ">")
		.replaceAll("&quot;", '"')
		.replaceAll("&amp;", "&");

/** The file as a tree in which each node knows what it is in. */
function parsed(path: string, source: string): Node {
	const { program, errors } = parseSync(path, source);
	if (errors[0]) throw new Error(`${path}: ${errors[0].message}`);
	const withParents = (node: Node): Node => {
		for (const child of childrenOf(node)) {
			Object.defineProperty(child, "parent", { value: node, enumerable: false });
			withParents(child);
		}
		return node;
	};
	return withParents(program as unknown as Node);
}

const isNode = (value: unknown): value is Node =>
	typeof value === "object" && value !== null && "type" in value && "start" in value;

const childrenOf = (node: Node): Node[] => Object.values(node).flat().filter(isNode);

const isWithin = (node: Node, test: (around: Node) => boolean): boolean => {
	for (let around = node.parent; around; around = around.parent) if (test(around)) return true;
	return false;
};
const isInFunction = (node: Node): boolean =>
	isWithin(node, ({ type }) => /Function/.test(type) && !/^TS/.test(type));

/** The name of an identifier, a property or an attribute. */
const nameOf = (node: unknown): string =>
	isNode(node) ? String(node.name ?? node.value ?? "") : "";

const isText = (node: unknown): node is Node & { value: string } =>
	isNode(node) && node.type === "Literal" && typeof node.value === "string";

/** The parts of a template between its values, as its tag gets them. */
const partsOf = ({ quasis }: Node): string[] =>
	(quasis as { value: { cooked: string } }[]).map(({ value }) => value.cooked);

/** A string in a place that holds words. */
function isWords(node: Node & { value: string }): boolean {
	const { parent } = node;
	if (!parent || !looksLikeWords(node.value)) return false;
	if (parent.type === "JSXAttribute") return holdsWords.test(nameOf(parent.name));
	return parent.type === "Property" && parent.value === node && holdsWords.test(nameOf(parent.key));
}

/** Where the words of mail stand: no page is drawn there, and its sentences stand in lists. */
const isOfMail = (path: string): boolean => path.startsWith("src/mail/notices/");
const isMarkUp = (node: Node): boolean =>
	node.type === "TemplateLiteral" && /^</.test(partsOf(node)[0] ?? "");
const isSentenceOfMail = (node: Node & { value: string }): boolean =>
	/^(ArrayExpression|ConditionalExpression|Property)$/.test(node.parent?.type ?? "") &&
	/^[A-Z].* \p{L}/u.test(node.value);

const isRefusal = (node: Node): boolean =>
	node.type === "NewExpression" && nameOf(node.callee) === "Refusal";

/** What a form says where an answer is missing, made when the file is loaded. */
const isMissing = (node: Node): boolean =>
	isText(node) &&
	node.parent?.type === "Property" &&
	nameOf(node.parent.key) === "missing" &&
	!isInFunction(node);

/** A template of a page with words in it, which nothing says. */
const isTemplateOfWords = (node: Node): boolean =>
	node.type === "TemplateLiteral" &&
	node.parent?.type !== "TaggedTemplateExpression" &&
	partsOf(node).some((part) => /(^|[ “])\p{L}{2,} |\p{L} \p{L}{2}/u.test(part)) &&
	!isWithin(
		node,
		(around) =>
			around.type === "JSXAttribute" && /^(class|href|d|viewBox)$/.test(nameOf(around.name)),
	) &&
	!isWithin(
		node,
		({ type, argument }) => type === "ThrowStatement" && !isRefusal(argument as Node),
	);

/** The API and its reference are for programs and whoever writes them: they speak English (docs/decisions/in-welsh.md). */
const isForPrograms = (path: string): boolean => path.startsWith("src/web/api/");

/** Names that are the same in every language, what only looks like words, and what is told to programs. */
const isNoWord = new Set([
	"English",
	"Cymraeg",
	"Excel",
	"Samsung Internet",
	"GDS Transport,arial,sans-serif",
	"PRODID:-//Concord//What you owe//EN",
	"Amy Okafor, amy.okafor@oakfield.example, Class teacher",
	"One line, without < or >",
	"Nothing to do: no report of mail that failed for good.\n",
]);

/** A text with its places numbered, or a text without any. */
const textOf = (node: Node): string | undefined =>
	isText(node) ? node.value : node.type === "TemplateLiteral" ? keyOf(partsOf(node)) : undefined;

/** What is written for a machine, whatever it looks like: types, what is compared, what is thrown at whoever writes code. */
const isForMachines = (node: Node): boolean =>
	isWithin(
		node,
		({ type, callee, argument, id }) =>
			/^(Import|ExportAll|TSLiteral|TSTemplateLiteral)/.test(type) ||
			(type === "NewExpression" &&
				/^(Error|RegExp|Set|WrongCall)$|(Error|Fault)$/.test(nameOf(callee)) &&
				!/^(TaskFault|PackFault)$/.test(nameOf(callee))) ||
			(type === "ThrowStatement" && !isFaultOfPeople(argument as Node)) ||
			(type === "ClassDeclaration" && /Error$/.test(nameOf(id))),
	) ||
	(node.parent?.type === "BinaryExpression" && /==/.test(String(node.parent.operator))) ||
	(node.parent?.type === "Property" && node.parent.key === node) ||
	(node.parent?.type === "MemberExpression" && node.parent.object === node) ||
	node.parent?.type === "TaggedTemplateExpression";

/** A fault that is kept for the page of what could not be done. */
const isFaultOfPeople = (node: Node): boolean =>
	node.type === "NewExpression" &&
	/^(Refusal|TaskFault|PackFault|ListFault)$/.test(nameOf(node.callee));

/** Names of properties whose texts are for a machine: styles, fonts, headers. */
const isName = /^(font|basedOn|defaultFontFamily|type|class|classes|about|format|subject)$/;

/**
 * A whole text that stands in the source as it is: in a table, in a list, as one of two, as what a form says is wrong. Whoever
 * shows it finds its Welsh word for word. One word alone is a text where it is what a name of a table stands for.
 */
function isWholeText(node: Node): boolean {
	const text = textOf(node);
	if (text === undefined || !looksLikeWords(text) || isNoWord.has(text) || isForMachines(node))
		return false;
	if (/[\\|]|\(\?|^M[\d{]/.test(text)) return false;
	const { parent } = node;
	if (parent?.type === "Property" && isName.test(nameOf(parent.key))) return false;
	return / \p{L}/u.test(text.replaceAll(/\{\d\}/g, "")) && / /.test(text)
		? true
		: parent?.type === "Property" && /^[A-Z]\p{Ll}{2,}$/u.test(text);
}

/** What one file says to people. */
export function wordsOf(path: string, source = readFileSync(path, "utf8")): WordsOf {
	const found: WordsOf = { said: [], notMoved: [], tooSoon: [] };
	const note = (list: "notMoved" | "tooSoon", { start, end }: Node) =>
		found[list].push({
			line: source.slice(0, start).split("\n").length,
			text: source.slice(start, end).trim().replaceAll(/\s+/g, " "),
		});
	const look = (node: Node): void => {
		if (node.type === "TaggedTemplateExpression" && tags.has(tagOf(node))) {
			found.said.push(keyOf(partsOf(node.quasi as Node)));
			if (nameOf(node.tag) === "say" && !isInFunction(node)) note("tooSoon", node);
		} else if (
			node.type === "CallExpression" &&
			/^(counted|sayCounted)$/.test(nameOf(node.callee))
		) {
			const [, one, many] = node.arguments as Node[];
			if (isText(one)) found.said.push(`{1} ${isText(many) ? many.value : `${one.value}s`}`);
		} else if (isRefusal(node)) {
			// A sentence without values is its own key.
			const [, message] = node.arguments as Node[];
			if (isText(message)) found.said.push(message.value);
			else if (message?.type === "TemplateLiteral") note("notMoved", message);
		} else if (node.type === "CallExpression" && nameOf(node.callee) === "saidByScripts") {
			for (const text of (node.arguments as Node[]).filter(isText)) found.said.push(text.value);
		} else if (isMissing(node)) {
			// What a form says is missing: `readForm` finds its sentence word for word.
			found.said.push(String(node.value));
		} else if (node.type === "JSXText") {
			if (saysSomething(jsxText(String(node.value)))) note("notMoved", node);
		} else if (
			isText(node)
				? isWords(node) || (isOfMail(path) && isSentenceOfMail(node))
				: (path.endsWith(".tsx") || (isOfMail(path) && !isMarkUp(node))) && isTemplateOfWords(node)
		)
			note("notMoved", node);
		else if (!isForPrograms(path) && isWholeText(node)) {
			const text = textOf(node) ?? "";
			if (welshOf(text) === undefined) note("notMoved", node);
			else found.said.push(text);
		}
		for (const child of childrenOf(node)) look(child);
	};
	look(parsed(path, source));
	return found;
}

/** A template that is a sentence or a title of its own: it is no end of another, and has nothing but plain values in it. */
const isSentence = (node: Node): boolean => {
	if (!isTemplateOfWords(node) || !isInFunction(node)) return false;
	const [first = ""] = partsOf(node);
	const last = partsOf(node).at(-1) ?? "";
	return (
		first.trimStart() === first &&
		last.trimEnd() === last &&
		!/^[,.;:]/.test(first) &&
		(node.expressions as Node[]).every(({ type }) => plainValues.test(type))
	);
};

/** Elements that stand in a line of text. */
const inline = /^(a|strong|b|em|span|code|abbr|time|kbd|Link|Unseen|InNewTab)$/;

const elementName = (node: Node): string => nameOf((node.openingElement as Node | undefined)?.name);

/** Values that one sees to be a text, a number or an element; of anything else somebody has to look. */
const plainValues =
	/^(Identifier|MemberExpression|CallExpression|TaggedTemplateExpression|TemplateLiteral)$/;

/** Names of values that may be several elements or nothing: a sentence is not made of these unseen. */
const isNoSentence = /^(children|content|items|hint|label|legend|heading|says)$/;

type Change = { from: number; to: number; text: string };

const inTemplate = (text: string): string =>
	text.replaceAll("\\", "\\\\").replaceAll("`", "\\`").replaceAll("${", "\\${");

/**
 * The source with what it says moved into `say`, where that can be done without reading it: the content of an element that is
 * text, elements in a line and plain values, and strings in places that hold words. The rest stays, and is counted.
 */
export function moved(path: string, source = readFileSync(path, "utf8")): string {
	/** The content of an element as one template; undefined where somebody has to look. */
	const asTemplate = (children: readonly Node[]): string | undefined => {
		const parts = children.map((child) => {
			if (child.type === "JSXText") return inTemplate(jsxText(String(child.value)));
			if (child.type === "JSXElement" && inline.test(elementName(child)))
				return `\${(${movedText(child)})}`;
			if (child.type !== "JSXExpressionContainer") return undefined;
			const value = child.expression as Node;
			if (isText(value)) return inTemplate(value.value);
			return plainValues.test(value.type) && !isNoSentence.test(nameOf(value))
				? `\${${movedText(value)}}`
				: undefined;
		});
		return parts.includes(undefined) ? undefined : parts.join("");
	};
	const movedText = (node: Node): string => {
		const { start, end } = node;
		return applied(source.slice(start, end), changesIn(node), start);
	};
	/** Written in lines where it would not go in one: say takes the end of a line for a space. */
	const inLines = (words: string, { start }: Node): string => {
		const [indent = ""] = /^\t*/.exec(source.slice(source.lastIndexOf("\n", start) + 1)) ?? [];
		if (words.length + indent.length * 2 < 60) return words;
		const most = 92 - indent.length * 2;
		const lines = [""];
		for (const word of wordsIn(words)) {
			const line = lines.at(-1) ?? "";
			if (line !== "" && line.length + word.length >= most) lines.push(word);
			else lines[lines.length - 1] = line === "" ? word : `${line} ${word}`;
		}
		return lines.join(`\n${indent}\t`);
	};
	const changesIn = (node: Node): Change[] => {
		const children = node.type.startsWith("JSX")
			? (node.children as Node[] | undefined)
			: undefined;
		const [first, last] = [children?.[0], children?.at(-1)];
		if (
			children?.some(
				(child) => child.type === "JSXText" && saysSomething(jsxText(String(child.value))),
			) &&
			first &&
			last
		) {
			const template = asTemplate(children);
			if (template !== undefined && saysSomething(withoutValues(template))) {
				const [, before, words, after] = /^( *)(.*?)( *)$/s.exec(template) ?? [];
				const text = `${before && '{" "}'}{say\`${inLines(words ?? "", node)}\`}${after && '{" "}'}`;
				// A fragment around one sentence is of no use any more.
				if (node.type === "JSXFragment" && !before && !after) {
					const isChild = /^JSX(Element|Fragment)$/.test(node.parent?.type ?? "");
					return [{ from: node.start, to: node.end, text: isChild ? text : text.slice(1, -1) }];
				}
				const opening = isNode(node.openingElement) ? changesIn(node.openingElement) : [];
				return [...opening, { from: first.start, to: last.end, text }];
			}
		}
		if (isText(node) && isWords(node) && isInFunction(node)) {
			const words = `say\`${inTemplate(node.value)}\``;
			const text = node.parent?.type === "JSXAttribute" ? `{${words}}` : words;
			return [{ from: node.start, to: node.end, text }];
		}
		if (isSentence(node))
			return [
				{ from: node.start, to: node.start, text: "say" },
				...childrenOf(node).flatMap(changesIn),
			];
		return childrenOf(node).flatMap(changesIn);
	};
	const changes = changesIn(parsed(path, source));
	return changes.length === 0 ? source : withImport(path, applied(source, changes, 0));
}

/** A template without what stands in it. */
const withoutValues = (template: string): string =>
	wordsIn(template)
		.filter((word) => !word.includes("${"))
		.join(" ");

/** The words of a template; a value of it is one, with the spaces that it has inside. */
function wordsIn(template: string): string[] {
	const words = [""];
	let depth = 0;
	for (let at = 0; at < template.length; at++) {
		const letter = template.charAt(at);
		if (letter === " " && depth === 0) {
			words.push("");
			continue;
		}
		if (letter === "{" && (depth > 0 || template.charAt(at - 1) === "$")) depth++;
		if (letter === "}" && depth > 0) depth--;
		words[words.length - 1] += letter;
	}
	return words;
}

const applied = (text: string, changes: Change[], start: number): string =>
	[...changes]
		.sort((one, other) => other.from - one.from)
		.reduce(
			(changed, { from, to, text: instead }) =>
				changed.slice(0, from - start) + instead + changed.slice(to - start),
			text,
		);

/** With `say` imported. */
function withImport(path: string, source: string): string {
	if (/import \{[^}]*\bsay\b[^}]*\} from ".*say\.tsx"/.test(source)) return source;
	const depth = path.split("/").length - "src/web/page.tsx".split("/").length;
	const kit = path.startsWith("src/web/kit/")
		? `${depth === 1 ? "./" : "../".repeat(depth - 1)}say.tsx`
		: `${"../".repeat(depth)}kit/say.tsx`;
	return source.replace(/^import /m, `import { say } from "${kit}";\nimport `);
}

/** What the domain says in English, and pages say in the language of their reader under the same name. */
const alsoInWelsh = new Set(
	"sayAny sayDate sayDay sayList sayMoment sayTime startingLarge startingSmall withArticle".split(
		" ",
	),
);

/** With what the domain says in English taken from where it is said in the language of the reader. */
export function withSameNames(path: string, source: string): string {
	const taken: string[] = [];
	const left = source.replaceAll(
		/^import \{([^}]*)\} from "(?:\.\.\/)+domain\/(?:english|calendar\/day-in-words|calendar\/iso-day)\.ts";\n/gm,
		(line, names: string) => {
			const all = names
				.split(",")
				.map((name) => name.trim())
				.filter(Boolean);
			const ours = all.filter((name) => alsoInWelsh.has(name));
			taken.push(...ours);
			if (ours.length === 0) return line;
			const rest = all.filter((name) => !alsoInWelsh.has(name));
			return rest.length === 0 ? "" : line.replace(names, ` ${rest.join(", ")} `);
		},
	);
	if (taken.length === 0) return source;
	const names = [...new Set(taken)].sort();
	return withImport(path, left).replace(
		/import \{([^}]*\bsay\b[^}]*)\} from "([^"]*say\.tsx)"/,
		(_line, before: string, kit: string) =>
			`import { ${[...new Set([...before.split(",").map((name) => name.trim()), ...names])].filter(Boolean).join(", ")} } from "${kit}"`,
	);
}
