import type { Entries } from "./entry.ts";

/** Mail. */
export const mail: Entries = {};
