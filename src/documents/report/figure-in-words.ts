import { sayNumber } from "../../domain/english.ts";
import type { Figure, ReportTable } from "../../domain/learning/report-table.ts";
import { hiddenMark } from "../../domain/learning/suppress.ts";

/** A figure as every output shows it: "12", "6.5" working days, "[c]" for what is hidden, "–" for no days. */
export function sayFigure(figure: Figure): string {
	switch (figure.is) {
		case "count":
			return sayNumber(figure.n);
		case "days":
			return figure.value === null ? "–" : sayNumber(roundedDays(figure.value));
		case "said":
			return figure.text;
		case "hidden":
			return hiddenMark;
	}
}

/** To a tenth of a day. */
export const roundedDays = (days: number): number => Math.round(days * 10) / 10;

/** Whether a column holds numbers: anything else is text. */
export const isNumeric = ({ rows }: ReportTable, column: number): boolean =>
	rows.some(({ figures }) => figures[column]?.is === "count" || figures[column]?.is === "days");
