import type { Calendar } from "../domain/calendar/calendar.ts";
import { isWorkingDay, nextWorkingDay } from "../domain/calendar/working-days.ts";

/**
 * The moment at which a rehearsal opens: now, or, outside working hours, ten o’clock on the next
 * working day, so that what is due today can be done today and what came in this morning came in.
 */
export function openingMoment(
	now: Temporal.ZonedDateTime,
	calendar: Calendar,
): Temporal.ZonedDateTime {
	const today = now.toPlainDate().toString();
	const works = isWorkingDay(today, calendar);
	if (works && now.hour >= 10 && now.hour < 17) return now;
	const day = works && now.hour < 10 ? today : nextWorkingDay(today, calendar);
	return Temporal.PlainDate.from(day).toZonedDateTime({
		timeZone: now.timeZoneId,
		plainTime: "10:00",
	});
}
