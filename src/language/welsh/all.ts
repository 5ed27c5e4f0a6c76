import { asking } from "./asking.ts";
import { difference } from "./difference.ts";
import { differencePages } from "./difference-pages.ts";
import { documents } from "./documents.ts";
import type { Entries } from "./entry.ts";
import { formFaults } from "./form-faults.ts";
import { guide } from "./guide.ts";
import { lookingAfter } from "./looking-after.ts";
import { mail } from "./mail.ts";
import { me } from "./me.ts";
import { oldLogs } from "./old-logs.ts";
import { packs } from "./packs.ts";
import { partnershipPages } from "./partnership-pages.ts";
import { parts } from "./parts.ts";
import { peoplePages } from "./people-pages.ts";
import { protocolPages } from "./protocol-pages.ts";
import { refusals } from "./refusals.ts";
import { reportFigures } from "./report-figures.ts";
import { reportPages } from "./report-pages.ts";
import { rules } from "./rules.ts";
import { running } from "./running.ts";
import { shell } from "./shell.ts";
import { signInPages } from "./sign-in-pages.ts";
import { told } from "./told.ts";

/** The files of the folder: a sentence stands in one of them. */
export const files: readonly Entries[] = [
	shell,
	me,
	difference,
	asking,
	mail,
	documents,
	refusals,
	formFaults,
	lookingAfter,
	rules,
	told,
	guide,
	packs,
	parts,
	differencePages,
	signInPages,
	partnershipPages,
	peoplePages,
	protocolPages,
	reportPages,
	reportFigures,
	oldLogs,
	running,
];

const all: Record<string, Entries[string]> = Object.assign(Object.create(null), ...files);

/** Everything that has been translated. */
export const welsh: Readonly<Record<string, Entries[string] | undefined>> = all;
