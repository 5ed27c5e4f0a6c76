import type { MainSide } from "../protocol/protocol.ts";
import { type Said, said } from "../said.ts";
import {
	askedOf,
	feedbackQuestions,
	questionsInOrder,
	type ReleasedFeedback,
	releasedIn,
	releasedTogether,
} from "./feedback.ts";
import type { Figure, Tallied } from "./report-table.ts";
import { inEnglishAnd } from "./report-words.ts";
import type { Reported } from "./reported.ts";

const sides: Record<MainSide, Said> = {
	raising: said`Who raised it`,
	receiving: said`Who answered it`,
};

/** What those who took part say of it, as counts of people: nothing is behind a number, for anybody. */
export function feedbackTables({ protocol, period, words, feedback }: Reported): Tallied[] {
	const answers = releasedIn(feedback, period);
	if (answers.length === 0) return [];
	const columns = Object.keys(sides) as MainSide[];
	const count = (name: string, has: (one: ReleasedFeedback) => boolean): Figure => ({
		is: "count",
		name: `feedback/${name}`,
		n: answers.filter(has).length,
		nothingBehind: true,
	});
	const { english, saidAs } = inEnglishAnd();
	const rowsOf = questionsInOrder.map((question) =>
		Object.entries(feedbackQuestions[question].options).map(([option, label]) => ({
			key: `${question}-${option}`,
			label: english(said`${askedOf(question, protocol)} ${label}`),
			figures: columns.map((side) =>
				count(
					`${question}-${option}/${side}`,
					(one) => one.side === side && one[question] === option,
				),
			),
		})),
	);
	return [
		{
			behind: new Map(),
			table: {
				id: "feedback",
				title: english(said`What they answered`),
				says: english(
					said`People who answered after a ${words.difference} ended. An answer names nobody and no ${words.difference}, and is counted only together with others of its side, at least ${releasedTogether} at once: in the month in which there were so many.`,
				),
				rowsAre: english(said`Question, and answer`),
				columns: columns.map((side) => english(sides[side])),
				said: saidAs,
				rows: [
					...rowsOf.flat(),
					{
						key: "total",
						label: english(said`People who answered`),
						isTotal: true,
						figures: columns.map((side) => count(`answered/${side}`, (one) => one.side === side)),
					},
				],
				sums: rowsOf.flatMap((rows) =>
					columns.map((side) => ({
						whole: `feedback/answered/${side}`,
						parts: rows.map(({ key }) => `feedback/${key}/${side}`),
					})),
				),
				together: [],
			},
		},
	];
}
