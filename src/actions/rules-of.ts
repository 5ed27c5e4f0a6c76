import { calendarNamed } from "../domain/calendar/calendar.ts";
import type { Rules } from "../domain/difference/rules.ts";
import type { Protocol } from "../domain/protocol/protocol.ts";

/** A protocol with the calendar that it names. */
export const rulesOf = (protocol: Protocol): Rules => ({
	protocol,
	calendar: calendarNamed(protocol.calendar),
});
