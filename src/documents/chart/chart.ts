import type { Drawing } from "../../domain/drawing.ts";
import { sayNumber } from "../../domain/english.ts";
import { hiddenMark } from "../../domain/learning/suppress.ts";
import type { Table } from "../../domain/paper.ts";
import { sayText as say, sayList } from "../../language/say.ts";
import { speakingNow } from "../../language/speaking.ts";
import { svgOf } from "./drawing.ts";

/**
 * Figures as a reader has them four times: the sentence that says what they show, the drawing, the
 * table with every figure of it, and the title. None of them holds what the table does not.
 */
export type Chart = {
	title: string;
	sentence: string;
	table: Table;
	/** Null where there is nothing to compare: fewer than two figures that are shown and not 0. */
	drawn: { svg: string; drawing: Drawing } | null;
};

/** A count, or that it is hidden because it or another is small. */
export type Figure = number | "hidden";

/** What is counted: `{ one: "difference", many: "differences" }`. */
export type Counted = { one: string; many: string };

export function chartOf(
	title: string,
	sentence: string,
	table: Table,
	figures: Figure[],
	draw: () => Drawing,
): Chart {
	if (figures.filter((figure) => figure !== "hidden" && figure !== 0).length < 2)
		return { title, sentence, table, drawn: null };
	const drawing = draw();
	return {
		title,
		sentence,
		table,
		drawn: { drawing, svg: svgOf(drawing, { title, description: sentence }) },
	};
}

export const isShown = (figure: Figure): figure is number => figure !== "hidden";

/** "1,204"; “[c]” for what is hidden. */
export const sayFigure = (figure: Figure): string =>
	figure === "hidden" ? hiddenMark : sayNumber(figure);

/** "1 difference", "0 differences"; Welsh has the word for one behind every number. */
export const sayCount = (count: number, { one, many }: Counted): string =>
	speakingNow().language === "cy"
		? say`${sayFigure(count)} ${one}`
		: `${sayFigure(count)} ${count === 1 ? one : many}`;

/** "14 of 40 differences"; without a whole, "14 differences". */
export const sayPart = (count: number, whole: Figure | undefined, counted: Counted): string =>
	typeof whole === "number"
		? say`${sayFigure(count)} of ${sayCount(whole, counted)}`
		: sayCount(count, counted);

/** "A", "A and B"; of more than three, "A, B, C and 2 others". */
export const sayNames = (names: string[]): string =>
	sayList(names.length > 4 ? [...names.slice(0, 3), say`${names.length - 3} others`] : names);

/** What a reader is told of figures that are not there, as sentences; nothing where all are. */
export function sayHidden(names: string[]): string[] {
	if (names.length === 0) return [];
	return [
		names.length === 1
			? say`The number of ${sayNames(names)} is not shown, so that no small number can be worked out.`
			: say`The numbers of ${sayNames(names)} are not shown, so that no small number can be worked out.`,
	];
}

export const noneShown = (): string =>
	say`None of these numbers is shown, so that no small number can be worked out.`;

export const noneOf = ({ many }: Counted): string => say`There were no ${many}.`;

/** Where nothing that is shown is more than 0. */
export const sayNothing = (hidden: string[], counted: Counted): string =>
	hidden.length > 0
		? [say`Those that are shown are 0.`, ...sayHidden(hidden)].join(" ")
		: noneOf(counted);
