import { startingLarge } from "../../../english.ts";
import type { Guide, GuideStage } from "./guide.ts";

/** A piece of the guide as it is set on a page. */
export type Block =
	| { is: "heading"; level: 2 | 3; text: string }
	| { is: "text"; text: string }
	/** To be seen first. */
	| { is: "warning"; lines: string[] }
	| { is: "list"; items: string[] }
	| {
			is: "table";
			columns: string[];
			rows: string[][];
			/** Of the width, one for each column, so that tables under one another line up. */
			shares?: number[];
	  };

const shares = [0.42, 0.21, 0.37];

/** The guide as a page or two: what every way of printing it has in common. Its title stands above. */
export function blocksOf(guide: Guide): Block[] {
	return [
		{ is: "text", text: guide.about },
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
		...section("How it can end", {
			is: "text",
			text: `${guide.endings
				.map(({ title, says }) =>
					says.length > 0
						? `${title} (${says.map((each) => each.charAt(0).toLowerCase() + each.slice(1)).join(", ")})`
						: title,
				)
				.join("; ")}.`,
		}),
		...section("How time is counted", {
			is: "text",
			text: guide.time.join(" "),
		}),
		...section("Who is meant", { is: "text", text: guide.agencies }),
		...(guide.roles ? [{ is: "table" as const, ...guide.roles }] : []),
		...section("Guidance", {
			is: "list",
			items: guide.guidance.map(({ title, says }) => `${title}: ${says}`),
		}),
		{
			is: "text",
			text: [
				guide.themes.length > 0 && `It can be about: ${guide.themes.join("; ")}.`,
				guide.report,
				guide.source && `Source: ${guide.source}.`,
				`Version ${guide.version}.`,
			]
				.filter(Boolean)
				.join(" "),
		},
	];
}

const stageBlocks = ({ title, says, notes, steps }: GuideStage): Block[] => {
	const text = [says, ...notes].filter(Boolean).join(" ");
	return [
		{ is: "heading", level: 2, text: title },
		...(text ? [{ is: "text" as const, text }] : []),
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

/** A heading and what stands under it; neither when there is nothing. */
const section = (title: string, block: Block): Block[] =>
	("items" in block && block.items.length === 0) || ("rows" in block && block.rows.length === 0)
		? []
		: [{ is: "heading", level: 2, text: title }, block];
