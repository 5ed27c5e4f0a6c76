import { globSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Document, Lexer, type Node, parseDocument } from "yaml";
import { everyConstructText } from "../../../../protocols/every-construct.fixture.ts";
import { rulesFrom } from "../../../../protocols/somerset.fixture.ts";
import { type EditableYaml, editableYaml } from "../file/edit-yaml.ts";
import { writeLaidOver } from "../file/overlay.ts";
import { oddText } from "../odd-protocol.fixture.ts";
import { readProtocol } from "../reading/read-protocol.ts";
import { compareProtocols } from "../told/compare/compare.ts";
import { changeUsual, placesOf } from "./change.ts";
import { usualThings } from "./parts.ts";
import type { Part, Place } from "./place.ts";

/** Every protocol that comes with Concord, written out whole where it stands over another. */
const packs = globSync("protocols/*/*.yaml").map((file): [string, string] => {
	const text = readFileSync(file, "utf8");
	return [
		file,
		text.includes("\nover:")
			? writeLaidOver(text, readFileSync("protocols/region-north/2024.yaml", "utf8"))
			: text,
	];
});
const texts: [string, string][] = [
	...packs,
	["one of everything", oddText],
	["every construct", everyConstructText],
	["as JSON", JSON.stringify(editableYaml(oddText).at([]), null, 2)],
	["as JSON in a line", JSON.stringify(editableYaml(oddText).at([]))],
];

/** Texts that YAML would take for something else, were they written as they are. */
const awkward = [
	"Yes, it is",
	"yes",
	"no",
	"null",
	"0300 123 2224",
	"0800123",
	"1e3",
	"a: b",
	"a #b",
	"# a",
	"- a",
	"{ a }",
	"[a",
	"*a",
	"&a b",
	"!a",
	"> a",
	"| a",
	"%a",
	"@a",
	"`a`",
	'"a"',
	"'a'",
	"it’s ‘so’, “is” it?",
	"a\\nb",
	"---",
	"?",
	"a:",
	"Ŵyn",
	"👩‍👧",
	`${"long ".repeat(60)}end`,
];
const line = fc
	.oneof(
		fc.constantFrom(...awkward),
		fc.stringMatching(/^[a-zA-Z0-9 ,.:;#'"{}[\]&*!|>%@`-]{1,40}$/),
	)
	.map((text) => text.trim())
	.filter((text) => text !== "");
const several = fc.oneof(
	line,
	fc.array(line, { minLength: 2, maxLength: 4 }).map((lines) => lines.join("\n")),
	fc.array(line, { minLength: 2, maxLength: 3 }).map((lines) => lines.join("\n\n")),
);
const length = fc
	.tuple(fc.integer({ min: 2, max: 99 }), fc.constantFrom("working days", "hours", "weeks"))
	.map(([amount, unit]) => `${amount} ${unit}`);
const saidAt = ({ asks }: Place): fc.Arbitrary<string> =>
	asks === "length" ? length : asks === "text" ? several : line;

/** The comments of a file, in order; what follows the mark of a text is no comment. */
function commentsIn(source: string): string[] {
	const tokens = [...new Lexer().lex(source)];
	return tokens.filter((token, index) => token.startsWith("#") && tokens[index - 1] !== "\u001f");
}

/** How many lines what stands at a place takes up; that of its group where the file says nothing there. */
function linesAt(source: string, document: Document, { at }: Place): number {
	const node = document.getIn(at, true) as Node | undefined;
	const [start = 0, end = 0] = node?.range ?? [];
	return source.slice(start, end).trimEnd().split("\n").length;
}

/** How many lines of a file are not as they were, from the first that differs to the last. */
function linesChanged(before: string, after: string): number {
	const [was, is] = [before.split("\n"), after.split("\n")];
	const first = was.findIndex((line, index) => line !== is[index]);
	const last = was.findLastIndex((line, index) => line !== is[index + is.length - was.length]);
	return first === -1 ? 0 : Math.max(last - first + 1, 0);
}

const linesIn = (text: string): number => text.split("\n").length;

/** A file in two: its own texts, and the Welsh of them, which stands last. */
function withoutWelsh(source: string): {
	text: string;
	block: string;
	welsh: Record<string, string>;
} {
	const [text = "", block = ""] = source.split(/^welsh:$/m);
	return { text, block, welsh: parseDocument(source).toJS().welsh ?? {} };
}

const pick = (from: Record<string, string>, names: readonly string[]) =>
	Object.fromEntries(names.map((name) => [name, from[name]]));

const never = (): never => {
	throw new Error("It could not be changed");
};
/** A text ends where its last line does, whatever kind of block it stands in. */
const trimmed = (value: unknown) => (typeof value === "string" ? value.trimEnd() : value);

const changeable = (part: Part) => placesOf(part).filter(({ isShared }) => !isShared);

describe.each(texts)("in %s", (_, source) => {
	const { file, things, words } = usualThings(source, rulesFrom(source).protocol);
	const parts = [...things, ...words];
	const places = new Map(
		parts.flatMap((part) =>
			changeable(part).map((place) => [place.name, { part, place }] as const),
		),
	);
	const aChange = fc
		.constantFrom(...places.keys())
		.chain((name) =>
			saidAt(places.get(name)?.place ?? never()).map((says): [string, string] => [
				name,
				says.trim(),
			]),
		);
	const saidIn = (text: EditableYaml) =>
		new Map([...places.values()].map(({ place }) => [place.name, trimmed(text.at(place.at))]));
	const before = saidIn(file);
	const comments = commentsIn(source);
	const document = parseDocument(source);

	/** All but those of lines that were taken out. */
	const expectCommentsStay = (after: string, typed: ReadonlyMap<string, string>) => {
		const stay = commentsIn(after);
		const blank = [...typed.values()].filter((says) => says === "").length;
		expect(comments).toEqual(expect.arrayContaining(stay));
		expect(comments.length - stay.length).toBeLessThanOrEqual(blank);
	};

	test("whatever is changed at one place is said there, and at no other; no other line and no comment moves", () => {
		fc.assert(
			fc.property(aChange, ([name, says]) => {
				const { part, place } = places.get(name) ?? never();
				fc.pre(says !== "" && says !== place.says);
				const after = changeUsual(file, part, new Map([[name, says]])).source ?? never();
				expect(saidIn(editableYaml(after))).toEqual(
					new Map([...before, [name, place.written?.(says) ?? says]]),
				);
				expect(commentsIn(after)).toEqual(comments);
				const [was, is] = [withoutWelsh(source), withoutWelsh(after)];
				expect(linesChanged(was.text, is.text)).toBeLessThanOrEqual(
					linesAt(source, document, place),
				);
				// Its Welsh goes with it, and is cut out of the rest as it stands.
				const gone = Object.keys(was.welsh).filter((text) => !Object.hasOwn(is.welsh, text));
				expect(gone.length).toBeLessThanOrEqual(1);
				expect({ ...is.welsh, ...pick(was.welsh, gone) }).toEqual(was.welsh);
				expect(linesChanged(was.block, is.block)).toBe(linesIn(was.block) - linesIn(is.block));
			}),
			{ numRuns: 15 },
		);
	});

	test("what is changed together on one page is said at each place, and what is left blank is gone", () => {
		const typedOn = (part: Part) =>
			fc.record(
				Object.fromEntries(
					changeable(part).map((place) => [
						place.name,
						place.isOptional ? fc.oneof(saidAt(place), fc.constant("")) : saidAt(place),
					]),
				),
				{ requiredKeys: [] },
			);
		const aPage = fc
			.constantFrom(...parts.filter(({ rows }) => !rows))
			.chain((part) => typedOn(part).map((typed) => ({ places: placesOf(part), part, typed })));
		fc.assert(
			fc.property(aPage, ({ places: onPage, part, typed }) => {
				const all = new Map(Object.entries(typed) as [string, string][]);
				const after = changeUsual(file, part, all).source ?? never();
				const now = editableYaml(after);
				expect(onPage.map(({ at }) => trimmed(now.at(at)))).toEqual(
					onPage.map((place) => {
						const says = all.get(place.name) ?? place.says;
						if (says === place.says) return trimmed(file.at(place.at));
						return says === "" ? undefined : (place.written?.(says) ?? says);
					}),
				);
				expectCommentsStay(after, all);
			}),
			{ numRuns: 12 },
		);
	});

	test.each(["safety", "themes"] as const)(
		"rows of the list “%s” are changed, taken out and added at its end",
		(list) => {
			const words = list === "safety" ? (["if", "call", "name"] as const) : [undefined];
			const part = parts.find(({ rows }) => rows?.of === list) ?? never();
			const row = fc.tuple(...words.map(() => line));
			const rowsThere = Object.keys((file.at([list]) as object | undefined) ?? {});
			const typedRows = fc.record({
				there: fc.tuple(...rowsThere.map(() => fc.oneof(row, fc.constant(words.map(() => ""))))),
				added: fc.array(row, { minLength: 1, maxLength: 3 }),
			});
			fc.assert(
				fc.property(typedRows, ({ there, added }) => {
					const nameOf = (id: string, word: string | undefined) =>
						[list, id, ...(word ? [word] : [])].join(".");
					const all = new Map(
						[
							...there.map((said, index) => [rowsThere[index] ?? "", said] as const),
							...added.map((said, index) => [`+${index}`, said] as const),
						].flatMap(([id, said]) => words.map((word, at) => [nameOf(id, word), said[at] ?? ""])),
					);
					const after = changeUsual(file, part, all).source ?? never();
					const now = Object.values(editableYaml(after).at([list]) as object).map((each) =>
						typeof each === "string" ? [each] : words.map((word) => each[word ?? ""]),
					);
					expect(now).toEqual([...there.filter((said) => said.some(Boolean)), ...added]);
					expectCommentsStay(after, all);
				}),
				{ numRuns: 12 },
			);
		},
	);

	test("whatever is changed is said by the comparison of the two versions", () => {
		const { protocol } = rulesFrom(source);
		fc.assert(
			fc.property(fc.constantFrom(...places.values()), ({ part, place }) => {
				const says = place.asks === "length" ? "77 hours" : `${place.says || "Say"} indeed`;
				const after = changeUsual(file, part, new Map([[place.name, says]])).source ?? never();
				const { protocol: changed } = readProtocol(after);
				// Words that are too long for their place are faults of the language.
				if (!changed) return;
				const told = compareProtocols(protocol, changed).map(({ says: said }) => said);
				expect(told.join("\n")).toContain(place.asks === "length" ? "77 hours" : "indeed");
			}),
			{ numRuns: 12 },
		);
	});
});
