import type { IsoDay } from "../calendar/iso-day.ts";
import type { Difference } from "../difference/difference.ts";
import { isAside, isMainSide, type MainSide, type Protocol, stepOf } from "../protocol/protocol.ts";
import { type Said, said } from "../said.ts";
import { isIn, type Period } from "./period.ts";

/**
 * What both sides are asked when a difference ends, besides the fourth question, which is answered in words. Each is one
 * choice, so that all are answered in under a minute.
 */
export const feedbackQuestions = {
	heard: {
		asks: () => said`Were you heard?`,
		options: { yes: said`Yes`, partly: said`Partly`, no: said`No` },
	},
	inTime: {
		asks: (child: string) => said`Was it in time for the ${child}?`,
		options: { yes: said`Yes`, partly: said`Partly`, no: said`No` },
	},
	helped: {
		asks: (child: string) => said`Did it help the ${child}?`,
		options: {
			yes: said`Yes`,
			partly: said`Partly`,
			no: said`No`,
			"not-known": said`I cannot say`,
		},
	},
} as const;

export type FeedbackQuestion = keyof typeof feedbackQuestions;

/** The questions in the order in which they are asked. */
export const questionsInOrder = Object.keys(feedbackQuestions) as FeedbackQuestion[];

/** A question in the protocol's word for whom it is about. */
export const askedOf = (question: FeedbackQuestion, { words }: Pick<Protocol, "words">): Said =>
	feedbackQuestions[question].asks(words.child);

/** The fourth question. */
export const whatWouldHaveHelped = said`What would have made it easier?`;

/** What one person answered: options by the questions, and the fourth in their words. */
export type Feedback = Record<FeedbackQuestion, string> & { easier: string | null };

/** An answer that may be shown: of nobody and of no difference, from the month in which it was released on. */
export type ReleasedFeedback = Feedback & {
	side: MainSide;
	/** The first day of that month. */
	month: IsoDay;
};

/** More than five of a side answer before any of their answers is shown; then all of them are, together. */
export const releasedTogether = 6;

/**
 * Whom the questions are put to when a difference has ended: whoever raised it, and whoever did something in its stages
 * for one of the two agencies. An agency that it never came to did nothing, and is not asked.
 */
export function invitedToFeedback(
	protocol: Protocol,
	{ raisedBy, done, moves, status }: Difference,
): { person: string; side: MainSide }[] {
	// What goes on under another protocol is asked about when that ends.
	if (status.is === "open" || protocol.endings[status.ending]?.handsOff) return [];
	const sides = new Map<string, MainSide>(raisedBy === null ? [] : [[raisedBy, "raising"]]);
	for (const { by } of [
		...done.filter(({ step, at }) => !isAside(stepOf(protocol, step)) && at <= status.at),
		...moves.filter(({ at }) => at <= status.at),
	])
		if (by.person !== null && isMainSide(by.side) && !sides.has(by.person))
			sides.set(by.person, by.side);
	return [...sides].map(([person, side]) => ({ person, side }));
}

/**
 * What was released in a period: by the last day of its month, so that two periods differ by whole groups of answers and by
 * no single one. Of a side that has no more than five in it, as where an older Concord released five at once, nothing.
 */
export const releasedIn = (answers: ReleasedFeedback[], period: Period): ReleasedFeedback[] => {
	const inIt = answers.filter(({ month }) =>
		isIn(
			Temporal.PlainDate.from(month).add({ months: 1 }).subtract({ days: 1 }).toString(),
			period,
		),
	);
	const bySide = Map.groupBy(inIt, ({ side }) => side);
	return inIt.filter(({ side }) => (bySide.get(side)?.length ?? 0) >= releasedTogether);
};
