import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { openApiOf } from "../src/web/api/openapi.ts";
import { operations } from "../src/web/api/operations.ts";
import { clientOf } from "../tools/client-of.ts";
import { isChecked } from "./support/api.ts";

test("the client is the API’s as it is now: npx tsx tools/api-client.ts writes it", () => {
	expect(readFileSync("clients/typescript/concord.ts", "utf8")).toBe(
		clientOf(openApiOf(operations, "")),
	);
});

test("whatever format the document names, the tests hold answers to it", () => {
	const document = JSON.stringify(openApiOf(operations, ""));
	const formats = new Set(
		[...document.matchAll(/"format":"([^"]+)"/g)].map(([, format = ""]) => format),
	);
	expect(formats).toContain("uuid");
	// A file is bytes, of which nothing can be said.
	expect([...formats].filter((format) => !isChecked(format))).toEqual(["binary"]);
});

test("every operation has a name, a path and a scope of its own, and every path its parameters", () => {
	const ids = operations.map(({ id }) => id);
	expect(new Set(ids).size).toBe(ids.length);
	const places = operations.map(({ method, path }) => `${method} ${path}`);
	expect(new Set(places).size).toBe(places.length);
	for (const { path, params } of operations)
		expect([...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort(), path).toEqual(
			Object.keys(params.shape).sort(),
		);
});
