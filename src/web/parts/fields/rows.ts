import type { FormValues } from "../../kit/form.ts";

/** The inputs of a row are called question-row-column; rows count from 0. */
const rowInput = /^(.+?)-(\d{1,6})-([a-zA-Z][a-zA-Z0-9.]*(?:-(?:day|month|year|right))?)$/;

function rowOf(name: string) {
	const [, question, row, column] = rowInput.exec(name) ?? [];
	return question === undefined ? undefined : { question, row: Number(row), column };
}

/** How many rows a question has on its page: one to begin with. */
export const countRows = (values: FormValues, question: string): number =>
	Object.keys(values).reduce((most, name) => {
		const at = rowOf(name);
		return at?.question === question ? Math.max(most, at.row + 1) : most;
	}, 1);

/** Rows in the order they stand in, without those in which nothing was entered. A question keeps its first. */
export function settleRows(values: FormValues): FormValues {
	const filled = new Map<string, Set<number>>();
	for (const [name, value] of Object.entries(values)) {
		const at = rowOf(name);
		if (!at) continue;
		const rows = filled.get(at.question) ?? new Set();
		filled.set(at.question, rows);
		// What was said to be right is nothing by itself.
		if (isFilledIn(value) && !name.endsWith("-right")) rows.add(at.row);
	}
	const places = new Map(
		[...filled].map(([question, rows]) => [
			question,
			new Map(
				(rows.size > 0 ? [...rows].sort((a, b) => a - b) : [0]).map((row, place) => [row, place]),
			),
		]),
	);
	return Object.fromEntries(
		Object.entries(values).flatMap(([name, value]) => {
			const at = rowOf(name);
			if (!at) return [[name, value]];
			const place = places.get(at.question)?.get(at.row);
			return place === undefined ? [] : [[`${at.question}-${place}-${at.column}`, value]];
		}),
	);
}

const isFilledIn = (value: FormValues[string]): boolean =>
	[value ?? ""].flat().some((text) => text.trim() !== "");

/**
 * One more row, empty, after those that are there.
 *
 * @param column one that every row has
 * @param least the rows that a page begins with
 */
export const addRow = (
	values: FormValues,
	question: string,
	column: string,
	least = 1,
): FormValues => ({
	...values,
	[`${question}-${Math.max(countRows(values, question), least)}-${column}`]: "",
});

/** Takes a row away, such as `children-1`, and moves the ones after it up. */
export const removeRow = (values: FormValues, row: string): FormValues =>
	settleRows(
		Object.fromEntries(
			Object.entries(values).map(([name, value]) => [
				name,
				name.startsWith(`${row}-`) ? "" : value,
			]),
		),
	);
