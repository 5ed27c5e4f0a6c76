import { asking } from "./asking.ts";
import { difference } from "./difference.ts";
import type { Entries } from "./entry.ts";
import { mail } from "./mail.ts";
import { me } from "./me.ts";
import { refusals } from "./refusals.ts";
import { rules } from "./rules.ts";
import { shell } from "./shell.ts";

/** The files of the folder: a sentence stands in one of them. */
export const files: readonly Entries[] = [shell, me, difference, asking, mail, refusals, rules];

const all: Record<string, Entries[string]> = Object.assign(Object.create(null), ...files);

/** Everything that has been translated. */
export const welsh: Readonly<Record<string, Entries[string] | undefined>> = all;
