/**
 * What is so only in some cases: by the answers to choices, or by the way in which it began. Whether a case is this one
 * is asked here, and nowhere else.
 */
import { sayAny } from "../english.ts";

/**
 * By the field of a choice, by `way`, or by which agencies are involved: the options of which one must have been answered. All of them must hold; none
 * holds always.
 */
export type Condition = Record<string, string[]>;

/** The word for the way in which it began, beside the names of fields. */
export const wayItBegan = "way";
/** The way that has no name of its own. */
export const usualWay = "usual";

/** The word for the side of an agency that is involved; no field can have it for a name. */
export const isInvolved = "agency involved";

/** What is known of a difference, as far as conditions go by it. */
export type Known = {
	/** The sides of the agencies that are involved besides the two. */
	involved?: readonly string[] | undefined;
	/** The way in which it began; undefined for the usual one. */
	way?: string | undefined;
	/** The latest answers, by field. */
	answers: Record<string, unknown>;
};

/** Stands for the way it began where nothing is known of that: no case by it is so. */
export const unknownWay = "";

/** Words that are others in some cases. */
export type ByCase = {
	/** What is said where none of the cases is known to be so; undefined for nothing. */
	usual: string | undefined;
	cases: { say: string; when: Condition }[];
};

/** What stands for a name where the case is not known and nothing is usual: “Conference or Strategy meeting”. */
export const anyOf = (cases: { say: string }[]): string =>
	sayAny([...new Set(cases.map(({ say }) => say))]);

/** A thing of which these words may be others in some cases; those that stand in it itself are the usual ones. */
export type Worded<Word extends string> = {
	inCase?: Partial<Record<Word, ByCase>> | undefined;
};

/** Whether this is the case; a question that nobody answered is none. */
export const holds = (condition: Condition, { way, answers, involved = [] }: Known): boolean =>
	Object.entries(condition).every(([of, oneOf]) => {
		const given =
			of === wayItBegan ? (way ?? usualWay) : of === isInvolved ? [...involved] : answers[of];
		return [given].flat().some((each) => typeof each === "string" && oneOf.includes(each));
	});

/** What an act asks: every field that it may ask, in order, and which of them only in some cases. */
export type WhatIsAsked = { asks: string[]; askedIf: Record<string, Condition> };

/**
 * The fields that are really asked, in order, and so what is kept: a follow-up only where its question is answered so.
 * What the act asks itself counts as it is answered now, and never as it was answered before.
 *
 * @param given what was entered, by field
 */
export function askedNow(
	{ asks, askedIf }: WhatIsAsked,
	before: Known,
	given: Record<string, unknown>,
): string[] {
	if (Object.keys(askedIf).length === 0) return asks;
	const answers: Record<string, unknown> = Object.fromEntries(
		Object.entries(before.answers).filter(([field]) => !asks.includes(field)),
	);
	return asks.filter((field) => {
		const condition = askedIf[field];
		if (condition && !holds(condition, { ...before, answers })) return false;
		answers[field] = given[field];
		return true;
	});
}
