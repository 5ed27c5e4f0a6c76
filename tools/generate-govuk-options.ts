/**
 * Writes src/web/kit/govuk/options.ts from the macro-options.json files that govuk-frontend ships,
 * so that a misspelt option of a component does not compile: for the components that the kit
 * names, and those inside them. The build runs it, and `npm run types`; git does not keep it.
 */
import { existsSync, globSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

type MacroOption = {
	name: string;
	type: string;
	required?: boolean;
	description?: string;
	isComponent?: boolean;
	params?: MacroOption[];
};

const root = dirname(import.meta.dirname);
const kit = join(root, "src/web/kit");
const target = join(kit, "govuk/options.ts");
const optionsFile = (name: string) =>
	join(root, "node_modules/govuk-frontend/dist/govuk/components", name, "macro-options.json");

const pascal = (name: string) =>
	name.replace(/(^|-)(.)/g, (_, __, letter: string) => letter.toUpperCase());
const kebab = (name: string) => name.replace(/(?!^)[A-Z]/g, (letter) => `-${letter}`).toLowerCase();

const scalars: Record<string, string> = {
	string: "string",
	integer: "number",
	boolean: "boolean",
};

const inputmode = '"decimal" | "email" | "none" | "numeric" | "search" | "tel" | "text" | "url"';

/** Options whose published type is vaguer or narrower than what the templates take. */
const widened: Record<string, string> = {
	"character-count.maxlength": "number | string",
	"character-count.maxwords": "number | string",
	"character-count.rows": "number | string",
	"character-count.threshold": "number | string",
	"date-input.day": "DateInputItem | false",
	"date-input.month": "DateInputItem | false",
	"date-input.year": "DateInputItem | false",
	"date-input.items": "ReadonlyArray<Falsy | (DateInputItem & { name: string })>",
	"input.autocapitalize": '"characters" | "none" | "off" | "on" | "sentences" | "words"',
	"input.inputmode": inputmode,
	"textarea.rows": "number",
	"pagination.items.number": "number | string",
	"radios.value": "string | null",
};

function typeOf(path: string, option: MacroOption): string {
	const wide = widened[path];
	if (wide) return wide;
	if (/html$/i.test(option.name)) return "Html";
	if (option.isComponent && existsSync(optionsFile(kebab(option.name))))
		return `${pascal(kebab(option.name))}Options`;
	if (option.name === "attributes") return "Attributes";
	if (option.type === "array") {
		if (!option.params) return "readonly string[]";
		const item = itemShape(path, option.params);
		return path === "table.rows"
			? `ReadonlyArray<Falsy | ReadonlyArray<Falsy | ${item}>>`
			: `ReadonlyArray<Falsy | ${item}>`;
	}
	if (option.type === "object")
		return option.params ? shape(path, option.params) : "Record<string, unknown>";
	return scalars[option.type] ?? "unknown";
}

/** An item of radios or checkboxes is a choice, or a divider and nothing else. */
function itemShape(path: string, options: MacroOption[]): string {
	if (!options.some(({ name }) => name === "divider")) return shape(path, options);
	const choice = options.filter(({ name }) => name !== "divider");
	return `{ divider: string } | ${shape(path, choice)}`;
}

/**
 * A text/html pair is marked required twice upstream, meaning one of the two, and so is
 * maxlength/maxwords: none of these is required here.
 */
const isRequired = ({ name, required }: MacroOption) =>
	required === true && !/text$|html$|^max/i.test(name);

function shape(path: string, options: MacroOption[]): string {
	const named = new Map(
		options.filter(({ type }) => type !== "nunjucks-block").map((option) => [option.name, option]),
	);
	const lines = [...named.values()].map((option) => {
		const name = /^[\w$]+$/.test(option.name) ? option.name : JSON.stringify(option.name);
		const type = typeOf(`${path}.${option.name}`, option);
		const about = option.description?.replaceAll("*/", "*\\/");
		return `${about ? `/** ${about} */\n` : ""}${name}${isRequired(option) ? `: ${type}` : `?: ${type} | undefined`};`;
	});
	return `{\n${lines.join("\n")}\n}`;
}

/** The names of the options that a text mentions, such as "BackLink" for `BackLinkOptions`. */
const mentioned = (text: string) =>
	[...text.matchAll(/\b([A-Z]\w*)Options\b/g)].map(([, name = ""]) => name);

/**
 * The types of the components that the kit names, and of those inside them, in the order of the alphabet.
 *
 * @throws Error ENOENT when the kit names one that govuk-frontend does not have
 */
function typesInUse(): string[] {
	const types = new Map<string, string>();
	const add = (name: string) => {
		if (types.has(name)) return;
		const options: MacroOption[] = JSON.parse(readFileSync(optionsFile(kebab(name)), "utf8"));
		const type = `export type ${name}Options = ${shape(kebab(name), options)};`;
		types.set(name, type);
		mentioned(type).forEach(add);
	};
	for (const file of globSync(["govuk.ts", "govuk/*.{ts,tsx}"], { cwd: kit }))
		if (join(kit, file) !== target) mentioned(readFileSync(join(kit, file), "utf8")).forEach(add);
	return [...types].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, type]) => type);
}

const beginning = `/**
 * The options of the GOV.UK components that pages use; the components stand beside this file.
 * Written by tools/generate-govuk-options.ts from govuk-frontend at each build: do not edit.
 */
import type { Html } from "../html.ts";

type Falsy = false | null | undefined;

/** Attributes of an element; \`undefined\` and \`null\` give an empty one. */
export type Attributes = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** One input of a date: day, month or year. */
export type DateInputItem = {
	name?: string | undefined;
	id?: string | undefined;
	/** Default is the name with a capital letter. */
	label?: string | undefined;
	value?: string | undefined;
	/** Whether this input is the one in error; default is all of them when there is an error message. */
	error?: boolean | undefined;
	classes?: string | undefined;
	autocomplete?: string | undefined;
	inputmode?: ${inputmode} | undefined;
	pattern?: string | undefined;
	attributes?: Attributes | undefined;
};`;

/** Writes the file unless it says all this already. */
export function writeGovukOptions(): void {
	const text = `${[beginning, ...typesInUse()].join("\n\n")}\n`;
	if (!existsSync(target) || readFileSync(target, "utf8") !== text) writeFileSync(target, text);
}

if (import.meta.main) writeGovukOptions();
