import type { Limit } from "../calendar/limit.ts";

type Unit = Exclude<Limit["unit"], "immediately">;

const units: Record<string, Unit> = {
	"working day": "working-days",
	"calendar day": "calendar-days",
	day: "calendar-days",
	hour: "hours",
	"working week": "weeks",
	week: "weeks",
};
const numbers: Record<string, number> = { one: 1, two: 2, three: 3 };

/**
 * Reads an amount of time as a protocol says it: `2 working days`, `24 hours`, `one working week`, `immediately`.
 *
 * @returns undefined when the words are none of these
 */
export function readWithin(said: string): Limit | undefined {
	const text = said.trim().toLowerCase().replace(/\s+/g, " ");
	if (text === "immediately") return { unit: "immediately" };
	const [, amount = "", words = ""] =
		/^(\d{1,4}|one|two|three) (.+?)s?$/.exec(text) ?? [];
	const unit = units[words];
	return unit && { amount: numbers[amount] ?? Number(amount), unit };
}

/** The amount in words: "10 working days", "immediately". */
export function sayWithin(limit: Limit): string {
	if (limit.unit === "immediately") return "immediately";
	const words =
		{ weeks: "working weeks" }[limit.unit as string] ??
		limit.unit.replace("-", " ");
	return `${limit.amount} ${limit.amount === 1 ? words.slice(0, -1) : words}`;
}
