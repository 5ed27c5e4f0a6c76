import type { IsoDay } from "../../domain/calendar/iso-day.ts";
import {
	type EarlierAction,
	isAnythingLearned,
	type Learned,
} from "../../domain/learning/learned.ts";
import type { LearningAction } from "../../domain/learning/learning-action.ts";
import type { Audience } from "../../domain/learning/published.ts";
import {
	learnedTitle,
	type Part,
	themeOf,
	type Written,
} from "../../domain/learning/report-life.ts";
import { sayText as say, sayDate, sayIt, sayPeriod } from "../../language/say.ts";
import type { SayReport } from "./said-figures.ts";

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
	{ part, text }: Pick<SayReport, "part" | "text">,
	audience: Audience,
	decided?: { decisions: readonly DecisionSaid[]; actions: readonly ActionRequired[] },
): Told[] {
	const { written, learned } = of;
	const parts = of.parts.map(part);
	const others = parts.filter(
		(part) => !part.section && themeOf(part) === undefined && part.name !== "learned",
	);
	return [
		toldOfLearned(learned, { text }, written.learned),
		{ id: "themes", title: say`Themes`, pieces: themePieces(parts, written, audience) },
		...others.map(({ name, title }) => ({ id: name, title, pieces: wordsIn(written[name]) })),
		{
			id: "decision",
			title: say`What the subgroup decided`,
			pieces: decided ? decisionPieces(decided, audience) : [],
		},
	].filter(({ pieces }) => pieces.length > 0);
}

const wordsIn = (text: string | undefined): Piece[] => (text ? [{ is: "words", text }] : []);

/** What was learned in a period. Lines tell nothing of how many differences there were, and it says so. */
export function toldOfLearned(
	learned: Learned,
	{ text }: Pick<SayReport, "text">,
	words?: string,
): Told {
	const { lessons, lines, gaps, actions, again, earlier } = learned;
	// Of what was agreed before it was asked nothing says it.
	const isAnyShownBy = actions.some(({ shownBy }) => shownBy);
	const hasThemes = again.some(({ theme }) => theme !== null);
	return {
		id: "learned",
		title: sayIt(learnedTitle),
		pieces: [
			...wordsIn(words),
			...(isAnythingLearned(learned)
				? []
				: [{ is: "words" as const, text: say`No lesson was recorded in this period.` }]),
			...tableUnlessEmpty({
				title: say`Lessons by theme`,
				columns: [say`Theme`, say`What happened`, say`What should be different`],
				rows: lessons.map(({ theme, happened, shouldDiffer }) => [
					themesSaid(theme, text),
					happened ?? say`Not written down`,
					shouldDiffer,
				]),
				shares: [0.22, 0.4, 0.38],
			}),
			...linesUnlessEmpty(
				say`What should be different`,
				say`In the order of the alphabet. One difference may have led to several lines, or none.`,
				lines,
			),
			...linesUnlessEmpty(
				say`Gaps in policy and practice`,
				say`As the Business Unit recorded them.`,
				gaps,
			),
			...tableUnlessEmpty({
				title: say`Actions from lessons`,
				columns: [
					say`What is to be done`,
					...(isAnyShownBy ? [say`What will show that it was done`] : []),
					say`By whom`,
					say`Due`,
					say`Where it stands`,
				],
				rows: actions.map(({ what, shownBy, agency, owner, dueOn, ...standing }) => [
					what,
					...(isAnyShownBy ? [shownBy ?? ""] : []),
					[owner, agency].filter(Boolean).join(", ") || say`An agency of the partnership`,
					sayDate(dueOn),
					sayStanding(standing),
				]),
				shares: isAnyShownBy ? [0.25, 0.22, 0.18, 0.14, 0.21] : [0.32, 0.22, 0.18, 0.28],
			}),
			...tableUnlessEmpty({
				title: say`Looked at again`,
				columns: [
					...(hasThemes ? [say`Theme`] : []),
					say`What should be different`,
					say`To be looked at`,
					say`What was found`,
				],
				rows: again.map(({ theme, shouldDiffer, dueOn, found }) => [
					...(hasThemes ? [themesSaid(theme ?? "", text)] : []),
					shouldDiffer,
					sayDate(dueOn),
					found ?? say`Not looked at yet`,
				]),
				shares: hasThemes ? [0.2, 0.33, 0.18, 0.29] : [0.42, 0.19, 0.39],
			}),
			...(earlier ? earlierPieces(earlier) : []),
		],
	};
}

function earlierPieces({ period, actions }: NonNullable<Learned["earlier"]>): Piece[] {
	if (actions.length === 0)
		return [
			{ is: "heading", text: say`What was done about the last report` },
			{
				is: "words",
				text: say`The report was on ${sayPeriod(period)}. It asked for no action.`,
			},
		];
	return tableUnlessEmpty({
		title: say`What was done about the last report, on ${sayPeriod(period)}`,
		columns: [say`What was asked`, say`Of whom`, say`Due`, say`What came of it`],
		rows: actions.map(({ what, agency, dueOn, ...standing }) => [
			what,
			agency,
			sayDate(dueOn),
			sayStanding(standing),
		]),
		shares: [0.32, 0.22, 0.18, 0.28],
	});
}

const states = (isLate: boolean): Record<LearningAction["state"], string> => ({
	open: isLate ? say`Not done yet: its day has passed.` : say`Not done yet.`,
	done: say`Done.`,
	"not-done": say`Will not be done.`,
});

/** Where an action stands, with what shows it. */
const sayStanding = ({
	state,
	result,
	isLate = false,
}: Pick<LearningAction, "state" | "result"> & { isLate?: boolean }): string =>
	[states(isLate)[state], result ?? ""].filter(Boolean).join("\n");

/** Themes of the protocol, where there are several with a semicolon between them. */
const themesSaid = (themes: string, say: SayReport["text"]): string =>
	themes
		.split("; ")
		.map((theme) => say(theme))
		.join("; ");

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
		return [{ is: "words", text: say`Nothing had been recorded when this file was made.` }];
	return [
		...decisions.map(({ requires, why, on, by }): Piece => {
			const said = requires ? say`Actions are required.` : say`No action is required.`;
			return {
				is: "words",
				text: `${said} ${why}\n${[by, sayDate(on)].filter(Boolean).join(", ")}`,
			};
		}),
		...tableUnlessEmpty({
			title: say`Actions required`,
			columns: [say`What is to be done`, say`By whom`, say`Due`, say`Where it stands`],
			rows: actions.map(({ what, agency, owner, dueOn, ...standing }) => [
				what,
				audience === "public"
					? say`An agency of the partnership`
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
