import type { Calendar } from "../../calendar/calendar.ts";
import { workingDaysBetween } from "../../calendar/working-days.ts";
import { clockRule, type Protocol } from "../../protocol/protocol.ts";

/**
 * How many working days there are from one day to another, where a time limit is counted in these; undefined where it is
 * not, and a tag says days as they are.
 *
 * @param clock the time limit, by its name in the protocol
 * @param today and day: ISO days
 */
export function workingDaysLeft(
	protocol: Protocol,
	calendar: Calendar,
	clock: string,
	today: string,
	day: string,
): number | undefined {
	const limit = clockRule(protocol, clock)?.limit;
	return limit && "within" in limit && limit.within.unit === "working-days"
		? workingDaysBetween(today, day, calendar)
		: undefined;
}
