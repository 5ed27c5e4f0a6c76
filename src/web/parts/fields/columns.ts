import { rowsAllowed } from "../../../domain/protocol/answers.ts";
import type { Cell } from "../../../domain/protocol/file/field.ts";
import { cellsOf, type Field } from "../../../domain/protocol/protocol.ts";
import { say } from "../../kit/say.tsx";

/**
 * The column of inputs in which one cell of a row is asked. Names in a file have no dots, so that no two make the same
 * column, and none looks like part of a date.
 */
export const columnOf = (field: Field, cell: string): string =>
	`${field.type === "table" ? "" : "fact."}${cell.replaceAll("-", ".")}`;

/** The column that every row has, by the type of its field: an empty row is known by it. */
const firstColumns: Partial<Record<Field["type"], string>> = {
	children: "name",
	adults: "name",
	members: "who",
	actions: "what",
	agencies: "agency",
};

/** The first column of a list; undefined for what is no list. */
export function firstColumnOf(field: Field): string | undefined {
	const [first] = field.type === "table" ? Object.keys(field.columns) : [];
	return first === undefined ? firstColumns[field.type] : columnOf(field, first);
}

/** How many rows a page shows at the least, and lets somebody add to at the most. */
export const rowsShown = (field: Field): { least: number; most: number } =>
	field.type === "table" ? rowsAllowed(field) : { least: 1, most: Number.POSITIVE_INFINITY };

/** What is asked in the input of a row, such as `visits-0-seen.on`, where the protocol asks it. */
export function cellAt(field: Field, name: string, input: string): Cell | undefined {
	const column = input.slice(name.length).replace(/^-\d+-/, "");
	return Object.entries(cellsOf(field)).find(([cell]) => columnOf(field, cell) === column)?.[1];
}

/**
 * The input that a fault of the rules is about.
 *
 * @param at the fault, such as `children-0-name`, `children-0-facts-plan-status` or `visits-0-seen-on`
 */
export function inputAt(field: Field, name: string, at: string): string {
	const inside = at.slice(field.id.length);
	if (field.type === "agencies") return name + inside.replace(/^(-\d+).*$/, "$1-agency");
	const [, row, cell] =
		(field.type === "table" ? /^-(\d+)-(.+)$/.exec(inside) : /^-(\d+)-facts-(.+)$/.exec(inside)) ??
		[];
	return cell === undefined ? name + inside : `${name}-${row}-${columnOf(field, cell)}`;
}

/** What one row of a list is called, in capitals where it begins a title: "Child", "Visit". */
export function rowCalled(field: Field): string {
	switch (field.type) {
		case "table":
			return field.row;
		case "children":
			return say`Child`;
		case "actions":
			return say`Action`;
		case "agencies":
			return say`Agency`;
		default:
			return say`Person`;
	}
}
