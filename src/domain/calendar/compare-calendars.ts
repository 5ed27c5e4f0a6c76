import type { Holiday } from "./bank-holidays.ts";
import { type Calendar, daysOff } from "./calendar.ts";
import { isoDay, weekdayOf } from "./iso-day.ts";

/** A weekday that is worked by one calendar and not by the other. */
export type ChangedDay = Holiday & {
	/** Whether it becomes a day off; otherwise it is worked from now on. */
	off: boolean;
};

/** No date that anybody is held to lies outside these years. */
const years = { first: 1990, last: 2100 };

/** Every weekday that a change of calendar makes a day off or a working day, in order. */
export function daysThatDiffer(
	before: Calendar,
	after: Calendar,
): ChangedDay[] {
	if (before === after) return [];
	const [was, is] = [before, after].map((calendar) =>
		daysOff(calendar, years.first, years.last),
	) as [Map<number, string>, Map<number, string>];
	const only = (
		these: Map<number, string>,
		others: Map<number, string>,
		off: boolean,
	) =>
		[...these]
			.filter(([day]) => !others.has(day) && weekdayOf(day) < 6)
			.map(([day, name]) => ({ day: isoDay(day), name, off }));
	return [...only(is, was, true), ...only(was, is, false)].sort((a, b) =>
		a.day < b.day ? -1 : 1,
	);
}
