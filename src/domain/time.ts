/**
 * Time as the rules use it. Temporal is native from Node 26, so nothing is imported;
 * rules never read a clock: the caller gives `now`.
 */

/** All protocols known today are of the United Kingdom: one wall clock for all. */
export const zone = "Europe/London";

/** The local time at an instant written as ISO 8601, such as an event's `at`. */
export const londonTime = (instant: string): Temporal.ZonedDateTime =>
	Temporal.Instant.from(instant).toZonedDateTimeISO(zone);

/** Whether a local time is in the last minute of its day: what is due then has the whole day, and no hour is said. */
export const isEndOfDay = ({ hour, minute }: Temporal.ZonedDateTime): boolean =>
	hour === 23 && minute === 59;
