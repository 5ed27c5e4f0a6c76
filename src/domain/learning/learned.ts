import type { IsoDay } from "../calendar/iso-day.ts";
import type { LearningAction } from "./learning-action.ts";
import type { Lesson } from "./lesson.ts";
import { isIn, type Period } from "./period.ts";
import type { Audience } from "./published.ts";

/** What was learned in a period and what is done about it, as was known at its end. */
export type Learned = {
	period: Period;
	/** By theme; for readers outside the Business Unit, none. */
	lessons: { theme: string; happened: string | null; shouldDiffer: string }[];
	/** For readers outside the Business Unit: what should be different, of no theme and in the order of the alphabet. */
	lines: string[];
	/** Where policy or practice has a gap, as the Business Unit wrote it. */
	gaps: string[];
	actions: LearnedAction[];
	/** Lessons whose day to look again fell in the period, or that were looked at again in it. */
	again: { theme: string | null; shouldDiffer: string; dueOn: IsoDay; found: string | null }[];
	/** What the last report before this one asked for, and what came of it; null where there is none. */
	earlier: { period: Period; actions: EarlierAction[] } | null;
};

export type LearnedAction = Pick<LearningAction, "what" | "dueOn" | "state" | "result"> & {
	/** What will show that it was done; left out of what was kept before that was asked. */
	shownBy?: string | null;
	/** Null where no single agency is told. */
	agency: string | null;
	/** Who does it; null where whoever answers for the agency does, and outside the Business Unit. */
	owner: string | null;
	isLate: boolean;
};

/** What was decided about one period is told in the report on the next. */
export type EarlierAction = Pick<LearningAction, "what" | "dueOn" | "state" | "result"> & {
	agency: string;
};

/** The last report before this one, with what it asked for and when that was closed. */
export type EarlierReport = {
	period: Period;
	actions: (EarlierAction & Pick<LearningAction, "closedOn">)[];
};

/** A lesson, in the words of the protocol for its theme. */
export type LessonOf = Pick<
	Lesson,
	"id" | "happened" | "shouldDiffer" | "recordedOn" | "againOn" | "again"
> & { theme: string };

/** What was written where the protocol asks for it, with the day. */
export type Said = { text: string; on: IsoDay };

/**
 * What was learned in a period, for the Business Unit. What happened after its last day is not in it, so that it says the
 * same however late it is made.
 *
 * @param answers what was learned, as written in the step that asks for it, where no lesson was recorded beside it
 */
export function learnedIn(
	period: Period,
	of: {
		lessons: readonly LessonOf[];
		answers: readonly (Said & { theme: string })[];
		gaps: readonly Said[];
		actions: readonly LearningAction[];
		earlier: EarlierReport | null;
	},
): Learned {
	const { until } = period;
	const happenedBy = (on: IsoDay | null) => on !== null && on <= until;
	return {
		period,
		lessons: [
			...of.lessons
				.filter(({ recordedOn }) => isIn(recordedOn, period))
				.map(({ theme, happened, shouldDiffer }) => ({ theme, happened, shouldDiffer })),
			...of.answers
				.filter(({ on }) => isIn(on, period))
				.map(({ theme, text }) => ({ theme, happened: null, shouldDiffer: text })),
		].sort((one, other) => one.theme.localeCompare(other.theme, "en-GB")),
		lines: [],
		gaps: of.gaps.filter(({ on }) => isIn(on, period)).map(({ text }) => text),
		actions: of.actions
			.filter(
				({ agreedOn, closedOn }) => agreedOn <= until && !(closedOn && closedOn < period.from),
			)
			.map(({ what, shownBy, agency, person, dueOn, state, result, closedOn }) => {
				const isClosed = happenedBy(closedOn);
				return {
					what,
					shownBy,
					agency: agency.name,
					owner: person?.name ?? null,
					dueOn,
					state: isClosed ? state : "open",
					result: isClosed ? result : null,
					isLate: !isClosed && dueOn <= until,
				};
			}),
		again: of.lessons
			.flatMap(({ theme, shouldDiffer, recordedOn, againOn, again }) => {
				const found = again && happenedBy(again.on) ? again : null;
				const isOfPeriod = isIn(found?.on ?? againOn, period);
				return recordedOn <= until && (isOfPeriod || (!found && againOn < period.from))
					? [{ theme, shouldDiffer, dueOn: againOn, found: found?.found ?? null }]
					: [];
			})
			.sort((one, other) => one.dueOn.localeCompare(other.dueOn)),
		earlier: of.earlier && {
			...of.earlier,
			actions: of.earlier.actions.map(({ closedOn, ...action }) =>
				happenedBy(closedOn) ? action : { ...action, state: "open", result: null },
			),
		},
	};
}

/**
 * The same for its readers. Whoever knows a case knows what happened in it again, so outside the Business Unit nobody reads
 * that, nor of which theme a lesson is, which would count the lessons of a theme: they read what should be different, line by
 * line. No person is named. The public has no single agency either, and nothing of what only an agency says of itself.
 *
 * @param withoutNames a text that was looked through when it was written, with the names of colleagues taken out
 * @param withoutAnybody a text that nobody looked through, such as what came of an action, with whom it may be about taken
 *   out as well
 * @param tellsNobody whether nothing in a text may tell whom it is about, be it a person, a place or an agency
 */
export function learnedFor(
	audience: Audience,
	learned: Learned,
	{
		withoutNames,
		withoutAnybody,
		tellsNobody,
	}: {
		withoutNames: (text: string) => string;
		withoutAnybody: (text: string) => string;
		tellsNobody: (text: string) => boolean;
	},
): Learned {
	if (audience === "business-unit") return learned;
	const isPublic = audience === "public";
	const said = (text: string | null) => text && withoutAnybody(text);
	const open = (text: string) => !isPublic || tellsNobody(text);
	return {
		period: learned.period,
		lessons: [],
		lines: [
			...new Set(
				learned.lessons
					// What was not recorded as a lesson was not looked through for names.
					.filter(({ happened, shouldDiffer }) => happened !== null || tellsNobody(shouldDiffer))
					.flatMap(({ shouldDiffer }) => sentencesOf(withoutNames(shouldDiffer)))
					.filter(open),
			),
		].sort((one, other) => one.localeCompare(other, "en-GB")),
		gaps: learned.gaps.filter(tellsNobody),
		actions: learned.actions
			.filter(({ what }) => open(what))
			.map(({ what, shownBy, agency, result, ...action }) => ({
				...action,
				what: withoutNames(what),
				shownBy: shownBy && open(shownBy) ? withoutNames(shownBy) : null,
				agency: isPublic ? null : agency,
				owner: null,
				result: isPublic ? null : said(result),
			})),
		again: isPublic
			? []
			: learned.again.map(({ shouldDiffer, dueOn, found }) => ({
					theme: null,
					shouldDiffer: withoutNames(shouldDiffer),
					dueOn,
					found: said(found),
				})),
		earlier:
			isPublic || !learned.earlier
				? null
				: {
						...learned.earlier,
						actions: learned.earlier.actions.map((action) => ({
							...action,
							what: withoutNames(action.what),
							result: said(action.result),
						})),
					},
	};
}

/** Each as a line of its own, so that nobody can tell how many lessons there were. */
const sentencesOf = (text: string): string[] =>
	text
		.split(/\n+|(?<=[.!?])\s+(?=\p{Lu})/u)
		.map((line) => line.trim())
		.filter((line) => line !== "");

/** Whether there is anything to tell. */
export const isAnythingLearned = ({
	lessons,
	lines,
	gaps,
	actions,
	again,
	earlier,
}: Learned): boolean =>
	[lessons, lines, gaps, actions, again].some((each) => each.length > 0) || earlier !== null;
