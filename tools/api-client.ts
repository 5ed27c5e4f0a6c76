/**
 * Writes the client: clients/typescript/concord.ts, of the OpenAPI document. `--check` only says whether it is as it would be
 * written now.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { openApiOf } from "../src/web/api/openapi.ts";
import { operations } from "../src/web/api/operations.ts";
import { clientOf } from "./client-of.ts";

const file = "clients/typescript/concord.ts";
const written = clientOf(openApiOf(operations, ""));
if (process.argv.includes("--check")) {
	if (readFileSync(file, "utf8") !== written) {
		console.error(`${file} is not as the API is. Run: npx tsx tools/api-client.ts`);
		process.exitCode = 1;
	}
} else writeFileSync(file, written);
