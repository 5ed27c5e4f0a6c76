import type { Limit } from "../domain/calendar/limit.ts";
import { sayText as say, sayCounted } from "./say.ts";

const monthsOfYear = 12;

/** An amount of time, as `sayWithin` says it in English: "10 working days", "immediately". */
export function sayLength(limit: Limit): string {
	switch (limit.unit) {
		case "immediately":
			return say`immediately`;
		case "working-days":
			return sayCounted(limit.amount, "working day");
		case "calendar-days":
			return sayCounted(limit.amount, "calendar day");
		case "hours":
			return sayCounted(limit.amount, "hour");
		case "weeks":
			return sayCounted(limit.amount, "week");
		case "calendar-months":
			return limit.amount > 0 && limit.amount % monthsOfYear === 0
				? sayCounted(limit.amount / monthsOfYear, "year")
				: sayCounted(limit.amount, "month");
	}
}
