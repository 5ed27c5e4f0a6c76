import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { openApiOf } from "../src/web/api/openapi.ts";
import { operations } from "../src/web/api/operations.ts";
import { clientOf } from "../tools/client-of.ts";

test("the client is the API’s as it is now: npx tsx tools/api-client.ts writes it", () => {
	expect(readFileSync("clients/typescript/concord.ts", "utf8")).toBe(
		clientOf(openApiOf(operations, "")),
	);
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
