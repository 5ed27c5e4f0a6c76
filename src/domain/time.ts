/**
 * Time as the rules use it. Temporal is native from Node 26, so nothing is imported;
 * rules never read a clock: the caller gives `now`.
 */

/** All protocols known today are of the United Kingdom: one wall clock for all. */
export const zone = "Europe/London";

/** The local time at an instant written as ISO 8601, such as an event's `at`. */
export const londonTime = (instant: string): Temporal.ZonedDateTime =>
	Temporal.Instant.from(instant).toZonedDateTimeISO(zone);

/** The instant at which a day begins in the United Kingdom, or one some days `later`. @param day ISO day @returns ISO 8601 in UTC */
export const startOfDay = (day: string, later = 0): string =>
	Temporal.PlainDate.from(day).add({ days: later }).toZonedDateTime(zone).toInstant().toString();

/**
 * The day in the United Kingdom at an instant in UTC that is written as ISO 8601, as `londonTime` has it. For thousands at once:
 * its time is a whole number of hours from UTC, so that each hour of UTC lies in one day.
 */
export function londonDay(instant: string): string {
	const hour = instant.slice(0, "2026-03-30T09".length);
	const known = dayOfHour.get(hour);
	if (known !== undefined) return known;
	const day = londonTime(`${hour}:00:00Z`).toPlainDate().toString();
	if (dayOfHour.size === mostHours) dayOfHour.clear();
	dayOfHour.set(hour, day);
	return day;
}

const dayOfHour = new Map<string, string>();
/** Some years of hours in which something happened. */
const mostHours = 10_000;

/** Whether a local time is in the last minute of its day: what is due then has the whole day, and no hour is said. */
export const isEndOfDay = ({ hour, minute }: Temporal.ZonedDateTime): boolean =>
	hour === 23 && minute === 59;
