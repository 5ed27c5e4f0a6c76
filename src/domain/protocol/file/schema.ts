import { z } from "zod";
import { protocolFile } from "./file.ts";

/**
 * The protocol language as JSON Schema, for editors that complete and check while one types.
 * Made from the same definition that reads protocol files.
 */
export const protocolSchema = (): Record<string, unknown> => ({
	title: "A Concord protocol",
	...z.toJSONSchema(protocolFile, { io: "input", reused: "ref" }),
});
