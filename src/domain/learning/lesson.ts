import type { IsoDay } from "../calendar/iso-day.ts";
import { officesRead, reportingOffice, type Viewer } from "../people/viewer.ts";
import { afterwards, type Protocol, type Step } from "../protocol/protocol.ts";
import { Refusal } from "../refusal.ts";

/** What was learned from one difference, in words that name nobody. */
export type Lesson = {
	id: string;
	/** Null once that was disposed of. */
	differenceId: string | null;
	/** The version of the protocol in which its theme has its words. */
	versionId: string;
	/** As the protocol names it. */
	theme: string;
	/** What happened, in two sentences. */
	happened: string;
	/** What should be different. */
	shouldDiffer: string;
	recordedOn: IsoDay;
	recordedBy: string;
	/** When somebody looks again whether anything has changed. */
	againOn: IsoDay;
	/** What they found; null until they have. */
	again: { found: string; on: IsoDay; by: string } | null;
};

/** What a lesson said until somebody put its words right. */
export type WordsBefore = Pick<Lesson, "happened" | "shouldDiffer"> & {
	/** The how manieth words of the lesson they are, from one: it stays theirs. */
	number: number;
	until: IsoDay;
	replacedBy: string;
};

/** The office whose members look at what the partnership learns. */
export const learningSubgroup = "learning-subgroup";

type Reader = Pick<Viewer, "offices">;

/** Whoever sees to learning records what was learned. */
export const mayRecordLessons = ({ offices }: Reader): boolean => offices.includes(reportingOffice);

/** Lessons name nobody; still they are of single differences, and for those alone whose work they are. */
export const mayReadLessons = (viewer: Reader): boolean =>
	officesRead(viewer).includes(reportingOffice) || viewer.offices.includes(learningSubgroup);

/** @throws Refusal 'not-yours' */
export function checkMayRecord(viewer: Reader): void {
	if (!mayRecordLessons(viewer))
		throw new Refusal("not-yours", "The Business Unit records what was learned.");
}

/**
 * What is agreed lies ahead: an action that was due before it was agreed is late to nobody.
 *
 * @param days the last ones for its actions, and on which it is looked at again
 * @throws Refusal 'day-has-passed'
 */
export function checkDaysAhead(days: readonly IsoDay[], today: IsoDay): void {
	if (days.some((day) => day <= today))
		throw new Refusal("day-has-passed", "Enter days that are still to come.");
}

/** The field of a protocol that holds what was learned, where it asks that. */
export const lessonField = "lesson";

/** The field of a protocol that holds what others should learn, where it asks that as a difference ends. */
const learnedAtEnd = "learning";

/** What a lesson may be written of: what was said in the step that asks for one, or as a difference ended. */
export const saidToBeLearned: readonly string[] = [lessonField, learnedAtEnd];

/** The duty to record what was learned: a note afterwards of the office that reports, which asks for the lesson. */
export const asksForLesson = (
	protocol: Protocol,
	{ stage, kind, by, asks }: Pick<Step, "stage" | "kind" | "by" | "asks">,
): boolean =>
	stage === afterwards &&
	kind === "note" &&
	asks.includes(lessonField) &&
	protocol.roles[by.side]?.office === reportingOffice;

/** A lesson as one text: what the step that asks for it is answered with, so that nobody types it twice. */
export const lessonAsAnswer = ({
	happened,
	shouldDiffer,
}: Pick<Lesson, "happened" | "shouldDiffer">): string => `${happened}\n${shouldDiffer}`;

/** How many sentences a text has. */
export const sentencesIn = (text: string): number =>
	text.split(/[.!?…]+(?=\s|$)/u).filter((sentence) => /[\p{L}\p{N}]/u.test(sentence)).length;
