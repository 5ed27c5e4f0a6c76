import { startingLarge, startingSmall } from "../domain/english.ts";
import { type Block, heading, type Paper, paragraph, type Table } from "../domain/paper.ts";
import {
	choiceColumns,
	type Guide,
	type GuideChoice,
	type GuideEntry,
	type GuideStage,
} from "../domain/protocol/told/guide/guide.ts";
import { sayText as say, sayIt } from "../language/say.ts";
import { speakingNow } from "../language/speaking.ts";

/**
 * The guide as it is printed: first what all need at a glance, on one sheet of paper, both sides of it; then, on pages of
 * their own, each step with all there is to know of it.
 *
 * @param day the ISO day that the file is dated
 */
export const guideOnPaper = (guide: Guide, day: string): Paper => ({
	title: say`${guide.title}, version ${guide.version}`,
	from: guide.partnership,
	day,
	language: speakingNow().language,
	look: "guide",
	head: [guide.partnership, say`Version ${guide.version}`],
	foot: [guide.title],
	blocks: guideBlocks(guide),
});

/** Of the width of the page: so that tables under one another line up. */
const shares = [0.38, 0.25, 0.37];

export type GuideBlock = Extract<
	Block,
	{ is: "heading" | "paragraph" | "warning" | "list" | "table" | "answers" }
>;

/** What stands in the guide, its title first: the same on paper and as text. */
export const guideBlocks = (guide: Guide): [title: GuideBlock, ...GuideBlock[]] => [
	...atAGlance(guide),
	...stepByStep(guide),
];

/** What fits on one sheet of paper. */
function atAGlance(guide: Guide): [title: GuideBlock, ...GuideBlock[]] {
	const inStages = guide.stages.flatMap(({ called, steps }) =>
		steps.map(({ title, who, by }) => [called, title, who, by]),
	);
	return [
		heading(1, guide.title),
		paragraph(guide.about),
		{
			is: "warning",
			lines: guide.safety.map(
				({ if: when, call, name }) => say`${startingLarge(when)}: ring ${name}, ${call}.`,
			),
		},
		...section(say`What it is not for`, {
			is: "list",
			items: guide.notFor.map(({ if: when, go }) => `${when}: ${go}`),
		}),
		...section(say`Who may begin`, {
			is: "list",
			items: guide.starts.map(({ title, who, by }) => `${title}: ${who}.${by && ` ${by}.`}`),
		}),
		...section(say`Who does what by when`, {
			is: "table",
			columns: [say`Where`, say`What`, say`Who`, say`By when`],
			shares: [0.14, 0.28, 0.23, 0.35],
			rows: inStages,
		}),
		...section(say`Time limits over several steps or stages`, {
			is: "table",
			columns: [say`What`, say`Who`, say`By when`],
			shares,
			rows: guide.limits.map(({ title, who, by }) => [title, who, by]),
		}),
		...section(say`What else may be done`, {
			is: "table",
			columns: [say`What`, say`Who`, say`When`],
			shares,
			rows: guide.moves.map(({ title, who, when }) => [title, who, when]),
		}),
		heading(2, say`How it can end`),
		paragraph(`${guide.endings.map(ending).join("; ")}.`),
		heading(2, say`Who is meant`),
		paragraph(guide.people.join(" ")),
		...(guide.roles ? [{ is: "table" as const, ...guide.roles }] : []),
	];
}

/** All there is to know of each step, and of what else may be done. */
const stepByStep = (guide: Guide): GuideBlock[] => [
	{ ...heading(2, say`How to begin`), onNewPage: true },
	...guide.starts.flatMap(entryBlocks),
	...guide.stages.flatMap(stageBlocks),
	...(guide.limits.length > 0
		? [
				heading(2, say`Time limits over several steps or stages`),
				...guide.limits.flatMap(entryBlocks),
			]
		: []),
	...(guide.moves.length > 0
		? [heading(2, say`What else may be done`), ...guide.moves.flatMap(entryBlocks)]
		: []),
	heading(2, say`How time is counted`),
	{ is: "list", items: guide.time },
	heading(2, say`Who reads what, and who is told`),
	{ is: "list", items: guide.reading },
	...section(say`Guidance`, {
		is: "list",
		items: guide.guidance.map(({ title, says }) => `${title}: ${says}`),
	}),
	...section(say`What it can be about`, { is: "list", items: guide.themes }),
	paragraph(
		[guide.report, guide.source && say`Source: ${guide.source}.`, say`Version ${guide.version}.`]
			.filter(Boolean)
			.join(" "),
	),
];

const ending = ({ title, says }: Guide["endings"][number]): string =>
	says.length > 0 ? `${title} (${says.map(startingSmall).join(", ")})` : title;

const stageBlocks = ({ title, says, notes, steps, moves }: GuideStage): GuideBlock[] => {
	const text = [says, ...notes].filter(Boolean).join(" ");
	return [
		heading(2, title),
		...(text ? [paragraph(text)] : []),
		...steps.flatMap(entryBlocks),
		...(moves.length > 0
			? [paragraph(say`Also possible here, as “What else may be done” says: ${moves.join("; ")}.`)]
			: []),
	];
};

const entryBlocks = ({ title, facts, choices }: GuideEntry): GuideBlock[] => [
	heading(3, title),
	{
		is: "answers",
		answers: facts.map(({ label, says }) => ({ label, value: says.join("\n") })),
	},
	...(choices.length > 0 ? [{ is: "table" as const, ...choiceTable(choices) }] : []),
];

/** What can be chosen, and what follows; a column that says nothing is left out. */
function choiceTable(choices: GuideChoice[]): Table {
	const columns = choiceColumns.filter(([word]) => choices.some((choice) => choice[word] !== ""));
	return {
		columns: columns.map(([, heading]) => sayIt(heading)),
		rows: choices.map((choice) => columns.map(([word]) => choice[word])),
		shares: columns.map(() => 1 / columns.length),
	};
}

/** A heading and the list or table under it; neither when there is nothing in it. */
const section = (title: string, block: Extract<Block, { is: "list" | "table" }>): GuideBlock[] =>
	(block.is === "list" ? block.items : block.rows).length > 0 ? [heading(2, title), block] : [];
