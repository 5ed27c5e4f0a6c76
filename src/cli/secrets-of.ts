import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Config } from "../config.ts";
import { WrongCall } from "./command.ts";

/** What the key that signs is sealed under. @throws WrongCall */
export function secretsOf({ secret, secretBefore, dataDirectory }: Config): [string, ...string[]] {
	const kept = join(dataDirectory, "rehearsal-secret");
	const today = secret ?? (existsSync(kept) ? readFileSync(kept, "utf8") : undefined);
	if (today === undefined)
		throw new WrongCall("CONCORD_SECRET is not set: the key that signs is sealed under it.");
	return [today, ...(secretBefore ? [secretBefore] : [])];
}
