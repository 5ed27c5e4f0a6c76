import { type Said, said, saidWhole } from "../said.ts";
import type { DueDate } from "./due-date.ts";

/** Whether a day off has no name of its own. */
export const isWeekend = (name: string): boolean => name === "Saturday" || name === "Sunday";

/** The days with a name of their own that were passed over: ", with Good Friday and Easter Monday not counted". */
export function saidHolidays({ skipped }: Pick<DueDate, "skipped">): Said {
	const named = skipped.map(({ name }) => name).filter((name) => !isWeekend(name));
	const [last, ...before] = named.map(saidWhole).reverse();
	if (!last) return said``;
	const [first, ...between] = before.reverse();
	const all = first
		? said`${between.reduce((list, name) => said`${list}, ${name}`, first)} and ${last}`
		: last;
	return said`, with ${all} not counted`;
}
