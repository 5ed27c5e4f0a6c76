import { type RawBuilder, sql } from "kysely";

/** So many are written out one by one. */
const few = 10;

/**
 * Some values as an array: for `unnest`, and for `= any(…)`. How many are written out the planner sees, and keeps one plan for
 * them; of a list that comes as one value it takes it that it is long, and plans anew each time that it is short.
 */
export const listOf = (values: readonly string[], type: "uuid" | "text"): RawBuilder<string[]> =>
	values.length <= few
		? sql`array[${sql.join(values)}]::${sql.raw(type)}[]`
		: sql`${values}::${sql.raw(type)}[]`;
