import type { Table } from "../domain/paper.ts";

/** About as many characters as fit across the page in the type size of a table. */
const charactersAcross = 92;
/** A cell up to this long, such as a date, is kept on one line. */
const keptOnOneLine = 18;

/**
 * How to share the width of the page among the columns of a table: no word is broken that
 * could be kept whole, dates stay on one line, and the longest texts get the rest.
 *
 * @returns one share per column, each above 0, together 1
 */
export function columnShares({ columns, rows, shares }: Table): number[] {
	if (shares) return shares;
	const needs = columns.map((column, index) => {
		const cells = [column, ...rows.map((row) => row[index] ?? "")];
		const longest = Math.max(...cells.map(({ length }) => length));
		const longestWord = Math.max(
			...cells.flatMap((cell) => cell.split(/\s/).map(({ length }) => length)),
		);
		const least = 3 + (longest <= keptOnOneLine ? longest : Math.min(longestWord, 24));
		return { least, more: Math.max(1, Math.min(longest, 200) - least) };
	});
	const leastOfAll = sum(needs.map(({ least }) => least));
	const moreOfAll = sum(needs.map(({ more }) => more));
	const left = Math.max(0, charactersAcross - leastOfAll);
	const widths = needs.map(({ least, more }) => least + (left * more) / moreOfAll);
	return widths.map((width) => width / sum(widths));
}

const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);
