import { createRequire } from "node:module";

const load = createRequire(import.meta.url);

/**
 * The library that closes and opens what leaves: read when it is first needed, for it is a tenth of what a start would read.
 * At once, so that a setting with a mistyped key is told before anything else is done.
 */
export const age = (): typeof import("age-encryption") => load("age-encryption");
