import type { MainSide } from "../protocol/protocol.ts";
import {
	askedOf,
	feedbackQuestions,
	questionsInOrder,
	type ReleasedFeedback,
	releasedIn,
	releasedTogether,
} from "./feedback.ts";
import type { Figure, Tallied } from "./report-table.ts";
import type { Reported } from "./reported.ts";

const sides: Record<MainSide, string> = { raising: "Who raised it", receiving: "Who answered it" };

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
	const rowsOf = questionsInOrder.map((question) =>
		Object.entries(feedbackQuestions[question].options).map(([option, label]) => ({
			key: `${question}-${option}`,
			label: `${askedOf(question, protocol)} ${label}`,
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
				title: "What they answered",
				says: `People who answered after a ${words.difference} ended. An answer names nobody and no ${words.difference}, and is counted only together with others of its side, at least ${releasedTogether} at once: in the month in which there were so many.`,
				rowsAre: "Question, and answer",
				columns: columns.map((side) => sides[side]),
				rows: [
					...rowsOf.flat(),
					{
						key: "total",
						label: "People who answered",
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
