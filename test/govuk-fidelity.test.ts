import { globSync, readFileSync } from "node:fs";
import { basename, dirname } from "node:path";
import { describe, expect, test } from "vitest";
import { fromTemplate } from "../src/web/kit/govuk/template.ts";
import * as components from "../src/web/kit/govuk.ts";
import { type Html, raw } from "../src/web/kit/html.ts";

type Fixture = { name: string; options: Record<string, unknown>; html: string };

const files = globSync("node_modules/govuk-frontend/dist/govuk/components/*/fixtures.json");

const typed = components as unknown as Record<string, ((options: object) => Html) | undefined>;

const camel = (name: string) =>
	name.replace(/(^|-)(.)/g, (_, __, letter: string) => letter.toUpperCase());

/** Fixtures hold markup as plain strings; the typed functions take Html only. */
const withHtml = (value: unknown, name = ""): unknown => {
	if (Array.isArray(value)) return value.map((item) => withHtml(item));
	if (typeof value === "string" && /html$/i.test(name)) return raw(value);
	if (typeof value !== "object" || value === null) return value;
	return Object.fromEntries(
		Object.entries(value).map(([key, inner]) => [key, withHtml(inner, key)]),
	);
};

/** The same document in the same words: space between tags, order of attributes and `x=""` for `x` aside. */
const normal = (html: string) =>
	html
		.replace(/<([a-z0-9]+)((?:\s+[^\s=>]+(?:="[^"]*")?)*)\s*\/?>/gi, (_, tag, inside) => {
			const attributes = [...String(inside).matchAll(/[^\s=>]+(?:="[^"]*")?/g)]
				.map(([attribute]) => attribute.replace(/=""$/, "").replace(/\s+/g, " "))
				.sort();
			return `<${[tag, ...attributes].join(" ")}>`;
		})
		.replaceAll(/<\/(path|input)>/g, "")
		.replace(/\s+/g, " ")
		.replace(/ ?(<[^>]*>) ?/g, "$1")
		.trim();

let compared = 0;

describe.each(files)("%s", (file) => {
	const name = basename(dirname(file));
	const { fixtures } = JSON.parse(readFileSync(file, "utf8")) as {
		fixtures: Fixture[];
	};
	const render = typed[`govuk${camel(name)}`] ?? fromTemplate<object>(name);
	test.each(fixtures)("$name", ({ options, html }) => {
		const given = withHtml(options) as object;
		expect(normal(String(render(given)))).toBe(normal(html));
		compared += 1;
	});
});

test("every official fixture was compared", () => {
	expect(compared).toBeGreaterThanOrEqual(725);
});
