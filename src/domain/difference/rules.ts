import type { Calendar } from "../calendar/calendar.ts";
import type { Protocol } from "../protocol/protocol.ts";

/** What the rules go by: the version of the protocol that a difference began under, and the days that count. */
export type Rules = { protocol: Protocol; calendar: Calendar };
