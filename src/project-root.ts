import { readFileSync } from "node:fs";
import { findPackageJSON } from "node:module";
import { dirname, join } from "node:path";

/** Where package.json stands. Files that are read at run time are found from here, in src/ and in dist/ alike. */
export const projectRoot = dirname(findPackageJSON(import.meta.url) ?? "");

/** The version of this Concord, such as `0.1.0`. */
export const concordVersion: string = (
	JSON.parse(readFileSync(join(projectRoot, "package.json"), "utf8")) as { version: string }
).version;
