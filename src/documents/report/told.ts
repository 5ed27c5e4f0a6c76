import { sayDate } from "../../domain/calendar/day-in-words.ts";
import type { IsoDay } from "../../domain/calendar/iso-day.ts";
import {
	type EarlierAction,
	isAnythingLearned,
	type Learned,
} from "../../domain/learning/learned.ts";
import type { LearningAction } from "../../domain/learning/learning-action.ts";
import { periodInWords } from "../../domain/learning/period.ts";
import type { Audience } from "../../domain/learning/published.ts";
import {
	learnedTitle,
	type Part,
	themeOf,
	type Written,
} from "../../domain/learning/report-life.ts";

/** What a report says in words, part by part, in the order in which it says it: page and files are made of it. */
export type Told = { id: string; title: string; pieces: Piece[] };

export type Piece =
	| { is: "heading"; text: string }
	/** As it was typed: lines are paragraphs. */
	| { is: "words"; text: string }
	| { is: "extracts"; texts: string[] }
	| { is: "lines"; title: string; says: string; items: string[] }
	| { is: "table"; table: WordTable };

/** A table of texts. @see ReportTable for those of figures */
export type WordTable = {
	title: string;
	columns: string[];
	rows: string[][];
	/** Of the width on paper, one for each column, together 1. */
	shares: number[];
};

/** What the subgroup decided, in the words of whoever recorded it; `by` null where no person is named. */
export type DecisionSaid = { requires: boolean; why: string; on: IsoDay; by: string | null };
export type ActionRequired = EarlierAction & { owner: string | null; isLate: boolean };

/** Everything that a report says besides its figures. */
export function toldIn(
	of: { parts: readonly Part[]; written: Written; learned: Learned },
	audience: Audience,
	decided?: { decisions: readonly DecisionSaid[]; actions: readonly ActionRequired[] },
): Told[] {
	const { parts, written, learned } = of;
	const others = parts.filter(
		(part) => !part.section && themeOf(part) === undefined && part.name !== "learned",
	);
	return [
		toldOfLearned(learned, written.learned),
		{ id: "themes", title: "Themes", pieces: themePieces(parts, written, audience) },
		...others.map(({ name, title }) => ({ id: name, title, pieces: wordsIn(written[name]) })),
		{
			id: "decision",
			title: "What the subgroup decided",
			pieces: decided ? decisionPieces(decided, audience) : [],
		},
	].filter(({ pieces }) => pieces.length > 0);
}

const wordsIn = (text: string | undefined): Piece[] => (text ? [{ is: "words", text }] : []);

/** What was learned in a period. Lines tell nothing of how many differences there were, and it says so. */
export function toldOfLearned(learned: Learned, words?: string): Told {
	const { lessons, lines, gaps, actions, again, earlier } = learned;
	const hasThemes = again.some(({ theme }) => theme !== null);
	return {
		id: "learned",
		title: learnedTitle,
		pieces: [
			...wordsIn(words),
			...(isAnythingLearned(learned)
				? []
				: [{ is: "words" as const, text: "No lesson was recorded in this period." }]),
			...tableUnlessEmpty({
				title: "Lessons by theme",
				columns: ["Theme", "What happened", "What should be different"],
				rows: lessons.map(({ theme, happened, shouldDiffer }) => [
					theme,
					happened ?? "Not written down",
					shouldDiffer,
				]),
				shares: [0.22, 0.4, 0.38],
			}),
			...linesUnlessEmpty(
				"What should be different",
				"In the order of the alphabet. One difference may have led to several lines, or none.",
				lines,
			),
			...linesUnlessEmpty(
				"Gaps in policy and practice",
				"As the Business Unit recorded them.",
				gaps,
			),
			...tableUnlessEmpty({
				title: "Actions from lessons",
				columns: ["What is to be done", "By whom", "By", "Where it stands"],
				rows: actions.map(({ what, agency, owner, dueOn, ...standing }) => [
					what,
					[owner, agency].filter(Boolean).join(", ") || "An agency of the partnership",
					sayDate(dueOn),
					sayStanding(standing),
				]),
				shares: [0.32, 0.22, 0.18, 0.28],
			}),
			...tableUnlessEmpty({
				title: "Looked at again",
				columns: [
					...(hasThemes ? ["Theme"] : []),
					"What should be different",
					"To be looked at",
					"What was found",
				],
				rows: again.map(({ theme, shouldDiffer, dueOn, found }) => [
					...(hasThemes ? [theme ?? ""] : []),
					shouldDiffer,
					sayDate(dueOn),
					found ?? "Not looked at yet",
				]),
				shares: hasThemes ? [0.2, 0.33, 0.18, 0.29] : [0.42, 0.19, 0.39],
			}),
			...(earlier ? earlierPieces(earlier) : []),
		],
	};
}

function earlierPieces({ period, actions }: NonNullable<Learned["earlier"]>): Piece[] {
	const title = "What was done about the last report";
	const on = `The report was on ${periodInWords(period)}.`;
	if (actions.length === 0)
		return [
			{ is: "heading", text: title },
			{ is: "words", text: `${on} It asked for no action.` },
		];
	return tableUnlessEmpty({
		title: `${title}, on ${periodInWords(period)}`,
		columns: ["What was asked", "Of whom", "By", "What came of it"],
		rows: actions.map(({ what, agency, dueOn, ...standing }) => [
			what,
			agency,
			sayDate(dueOn),
			sayStanding(standing),
		]),
		shares: [0.32, 0.22, 0.18, 0.28],
	});
}

const states: Record<LearningAction["state"], string> = {
	open: "Not done yet",
	done: "Done",
	"not-done": "Will not be done",
};

/** Where an action stands, with what shows it. */
const sayStanding = ({
	state,
	result,
	isLate = false,
}: Pick<LearningAction, "state" | "result"> & { isLate?: boolean }): string =>
	[`${states[state]}${isLate ? ": its day has passed" : ""}.`, result ?? ""]
		.filter(Boolean)
		.join("\n");

/** Each theme with what was said about it. What people wrote about single cases is not for the public. */
function themePieces(parts: readonly Part[], written: Written, audience: Audience): Piece[] {
	const pieces: Piece[] = [];
	for (const part of parts) {
		const theme = themeOf(part);
		const text = written[part.name];
		if (theme === undefined || !text || (part.isExtract && audience === "public")) continue;
		if (!part.isExtract || !written[`theme.${theme}`])
			pieces.push({ is: "heading", text: part.title });
		if (!part.isExtract) pieces.push({ is: "words", text });
		else
			pieces.push({
				is: "extracts",
				texts: text
					.split(/\n\s*\n/)
					.map((extract) => extract.trim())
					.filter((extract) => extract !== ""),
			});
	}
	return pieces;
}

function decisionPieces(
	{
		decisions,
		actions,
	}: { decisions: readonly DecisionSaid[]; actions: readonly ActionRequired[] },
	audience: Audience,
): Piece[] {
	if (decisions.length === 0)
		return [{ is: "words", text: "Nothing had been recorded when this file was made." }];
	return [
		...decisions.map(({ requires, why, on, by }): Piece => {
			const said = requires ? "Actions are required." : "No action is required.";
			return {
				is: "words",
				text: `${said} ${why}\n${[by, sayDate(on)].filter(Boolean).join(", ")}`,
			};
		}),
		...tableUnlessEmpty({
			title: "Actions required",
			columns: ["What is to be done", "By whom", "By", "Where it stands"],
			rows: actions.map(({ what, agency, owner, dueOn, ...standing }) => [
				what,
				audience === "public"
					? "An agency of the partnership"
					: [owner, agency].filter(Boolean).join(", "),
				sayDate(dueOn),
				sayStanding(audience === "public" ? { ...standing, result: null } : standing),
			]),
			shares: [0.32, 0.22, 0.18, 0.28],
		}),
	];
}

const tableUnlessEmpty = (table: WordTable): Piece[] =>
	table.rows.length > 0 ? [{ is: "table", table }] : [];

const linesUnlessEmpty = (title: string, says: string, items: string[]): Piece[] =>
	items.length > 0 ? [{ is: "lines", title, says, items }] : [];
