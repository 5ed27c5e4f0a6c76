import { findPackageJSON } from "node:module";
import { dirname } from "node:path";

/** Where package.json stands. Files that are read at run time are found from here, in src/ and in dist/ alike. */
export const projectRoot = dirname(findPackageJSON(import.meta.url) ?? "");
