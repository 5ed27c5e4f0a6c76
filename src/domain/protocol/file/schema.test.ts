import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { projectRoot } from "../../../project-root.ts";
import { protocolSchema } from "./schema.ts";

const takes = new Ajv2020({ strict: false }).compile(protocolSchema());
const packs = globSync("protocols/*/*.yaml", { cwd: projectRoot }).sort();
const contentOf = (file: string) =>
	parse(readFileSync(join(projectRoot, file), "utf8")) as Record<string, unknown>;

test.each(packs)("the published schema takes %s as an editor would", (file) => {
	const content = contentOf(file);
	// A local text says only what differs from the regional one that it stands over.
	if ("over" in content) return expect(content.over).toMatch(/\.yaml$/);
	takes(content);
	expect(takes.errors ?? []).toEqual([]);
});

test.each([
	["a word that is none", { stagse: {} }],
	["a number where a text must stand", { version: 2021 }],
	["an unknown calendar", { calendar: "wales" }],
])("the published schema refuses %s", (_, change) => {
	expect(takes({ ...contentOf("protocols/somerset/2021-04.yaml"), ...change })).toBe(false);
});
