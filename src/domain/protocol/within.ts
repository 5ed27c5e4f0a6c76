import type { Limit } from "../calendar/limit.ts";
import { type Said, type SaidTime, said } from "../said.ts";

type Unit = Exclude<Limit["unit"], "immediately">;

const units: Record<string, Unit> = {
	"working day": "working-days",
	"calendar day": "calendar-days",
	day: "calendar-days",
	hour: "hours",
	week: "weeks",
	month: "calendar-months",
	"calendar month": "calendar-months",
};
const numbers: Record<string, number> = Object.fromEntries(
	"one two three four five six seven eight nine ten"
		.split(" ")
		.map((word, index) => [word, index + 1]),
);
/** A working week is five working days, whatever day it begins on. */
const workingWeek = 5;
const monthsOfYear = 12;

/**
 * Reads an amount of time as a protocol says it: `2 working days`, `24 hours`, `one working week`, `immediately`.
 *
 * @returns undefined when the words are none of these
 */
export function readWithin(said: string): Limit | undefined {
	const text = said.trim().toLowerCase().replace(/\s+/g, " ");
	if (text === "immediately") return { unit: "immediately" };
	const [, amount = "", words = ""] =
		/^(\d{1,4}|one|two|three|four|five|six|seven|eight|nine|ten) (.+?)s?$/.exec(text) ?? [];
	const number = numbers[amount] ?? Number(amount);
	if (words === "working week") return { amount: number * workingWeek, unit: "working-days" };
	if (words === "year") return { amount: number * monthsOfYear, unit: "calendar-months" };
	const unit = units[words];
	return unit && { amount: number, unit };
}

/** The amount in words: "10 working days", "immediately". */
export function sayWithin(limit: Limit): string {
	if (limit.unit === "immediately") return "immediately";
	const { count, one, many } = inItsUnit(limit);
	return `${count} ${count === 1 ? one : many}`;
}

function inItsUnit({ unit, amount }: Extract<Limit, { amount: number }>) {
	const { count, many } =
		unit !== "calendar-months"
			? { count: amount, many: unit.replace("-", " ") }
			: amount > 0 && amount % monthsOfYear === 0
				? { count: amount / monthsOfYear, many: "years" }
				: { count: amount, many: "months" };
	return { count, one: many.slice(0, -1), many };
}

/** The amount in a sentence that may be said in another language. */
export const saidWithin = (limit: Limit): SaidTime | Said =>
	limit.unit === "immediately"
		? said`immediately`
		: { english: sayWithin(limit), ...inItsUnit(limit) };
