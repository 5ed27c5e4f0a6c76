import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { protocolSchema } from "../src/domain/protocol/file/schema.ts";
import { projectRoot } from "../src/project-root.ts";
import { protocolReference, somersetDrawn } from "../tools/protocol-reference.ts";

test("the page of the protocol language says what the definition says", () => {
	const page = readFileSync(join(projectRoot, "docs/protocol-language.md"), "utf8");
	expect(page).toBe(protocolReference());
	for (const word of [
		"named-in",
		"record-on-childs-record",
		"when-late",
		"acknowledges",
		"counting",
	])
		expect(page).toContain(`\`${word}\``);
});

test("the drawing in the docs is the one that Concord makes today", () => {
	expect(readFileSync(join(projectRoot, "docs/somerset-drawn.svg"), "utf8")).toBe(somersetDrawn());
});

test("the schema knows the words, and what is needed", () => {
	expect(protocolSchema()).toMatchObject({
		type: "object",
		required: expect.arrayContaining(["protocol", "version", "stages", "endings"]),
		additionalProperties: false,
	});
});
