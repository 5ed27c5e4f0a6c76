import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { heldKey, type InstallationKey } from "./installation-key.ts";
import { keyOf, newKey } from "./sealed.ts";

/** The installation's key in a file of this directory: made where there is none yet. */
export function installationKeyIn(directory: string): InstallationKey {
	const file = join(directory, "installation-key");
	if (!existsSync(file)) {
		mkdirSync(directory, { recursive: true });
		writeFileSync(file, `${newKey().export().toString("base64")}\n`, { mode: 0o600, flag: "wx" });
	}
	return heldKey(keyOf(Buffer.from(readFileSync(file, "utf8").trim(), "base64")));
}
