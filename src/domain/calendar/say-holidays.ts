import { sayList } from "../english.ts";
import type { DueDate } from "./due-date.ts";

const weekend = ["Saturday", "Sunday"];

/** The days with a name of their own that were passed over: ", with Good Friday and Easter Monday not counted". */
export function sayHolidays({ skipped }: Pick<DueDate, "skipped">): string {
	const named = skipped.map(({ name }) => name).filter((name) => !weekend.includes(name));
	return named.length === 0 ? "" : `, with ${sayList(named)} not counted`;
}
