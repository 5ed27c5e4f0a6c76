import { startingLarge, startingSmall } from "../domain/english.ts";
import { type Block, heading, type Paper, paragraph } from "../domain/paper.ts";
import type { Guide, GuideStage } from "../domain/protocol/told/guide/guide.ts";

/**
 * The guide as it is printed: a sheet of paper, both sides of it, unless it says more than they hold.
 *
 * @param day the ISO day that the file is dated
 */
export const guideOnPaper = (guide: Guide, day: string): Paper => ({
	title: `${guide.title}, version ${guide.version}`,
	from: guide.partnership,
	day,
	look: "guide",
	head: [guide.partnership, `Version ${guide.version}`],
	foot: [guide.title],
	mostPages: 2,
	blocks: guideBlocks(guide),
});

/** Of the width of the page: so that tables under one another line up. */
const shares = [0.42, 0.21, 0.37];

export type GuideBlock = Extract<
	Block,
	{ is: "heading" | "paragraph" | "warning" | "list" | "table" }
>;

/** What stands in the guide, its title first: the same on paper and as text. */
export function guideBlocks(guide: Guide): [title: GuideBlock, ...GuideBlock[]] {
	return [
		heading(1, guide.title),
		paragraph(guide.about),
		{
			is: "warning",
			lines: guide.safety.map(
				({ if: when, call, name }) => `${startingLarge(when)}: ring ${name}, ${call}.`,
			),
		},
		...section("What it is not for", {
			is: "list",
			items: guide.notFor.map(({ if: when, go }) => `${when}: ${go}`),
		}),
		...section("Who may begin", {
			is: "list",
			items: guide.starts.map(({ title, who, says }) => [`${title}: ${who}.`, ...says].join(" ")),
		}),
		...guide.stages.flatMap(stageBlocks),
		...section("Time limits over several stages", {
			is: "list",
			items: guide.limits,
		}),
		...section("What else may be done", {
			is: "table",
			columns: ["What", "Who", "When"],
			shares,
			rows: guide.moves.map(({ title, who, when, says }) => [
				[`${title}.`, ...says].join(" "),
				who,
				startingLarge(when),
			]),
		}),
		heading(2, "How it can end"),
		paragraph(`${guide.endings.map(ending).join("; ")}.`),
		heading(2, "How time is counted"),
		paragraph(guide.time.join(" ")),
		heading(2, "Who is meant"),
		paragraph(guide.agencies),
		...(guide.roles ? [{ is: "table" as const, ...guide.roles }] : []),
		...section("Guidance", {
			is: "list",
			items: guide.guidance.map(({ title, says }) => `${title}: ${says}`),
		}),
		paragraph(
			[
				guide.themes.length > 0 && `It can be about: ${guide.themes.join("; ")}.`,
				guide.report,
				guide.source && `Source: ${guide.source}.`,
				`Version ${guide.version}.`,
			]
				.filter(Boolean)
				.join(" "),
		),
	];
}

const ending = ({ title, says }: Guide["endings"][number]): string =>
	says.length > 0 ? `${title} (${says.map(startingSmall).join(", ")})` : title;

const stageBlocks = ({ title, says, notes, steps }: GuideStage): GuideBlock[] => {
	const text = [says, ...notes].filter(Boolean).join(" ");
	return [
		heading(2, title),
		...(text ? [paragraph(text)] : []),
		{
			is: "table",
			columns: ["What", "Who", "By when"],
			shares,
			rows: steps.map((step) => [
				[`${step.title}.`, ...step.notes].join(" "),
				step.who,
				[step.by ? `${startingLarge(step.by)}.` : "No time limit.", step.silence]
					.filter(Boolean)
					.join(" "),
			]),
		},
	];
};

/** A heading and the list or table under it; neither when there is nothing in it. */
const section = (title: string, block: Extract<Block, { is: "list" | "table" }>): GuideBlock[] =>
	(block.is === "list" ? block.items : block.rows).length > 0 ? [heading(2, title), block] : [];
