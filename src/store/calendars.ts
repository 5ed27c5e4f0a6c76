import { sql } from "kysely";
import {
	type Calendar,
	calendarNamed,
	noOwnDays,
	type OwnDays,
	withOwnDays,
} from "../domain/calendar/calendar.ts";
import type { Protocol } from "../domain/protocol/protocol.ts";
import { askedOnce } from "./asked-once.ts";
import type { Db, Trx } from "./db.ts";

/** What a partnership's dates are counted by, as it is at one moment. */
export type PartnershipCalendars = {
	/** Which of the partnership's changes is in force; 0 is what comes with Concord. */
	number: number;
	own: OwnDays;
	/** The calendar that a protocol counts by. */
	for: (protocol: Protocol) => Calendar;
	/** @throws Refusal 'unknown-calendar' */
	named: (name: string, closed: { closed: boolean }) => Calendar;
};

/** The calendars of partnerships; each version is made once, and with it its table of working days. */
export type Calendars = {
	/** What is in force, for who reads. */
	in: (db: Db | Trx, partnershipId: string) => Promise<PartnershipCalendars>;
	/**
	 * What is in force, and stays so until `trx` ends: for who writes dates. Take it before any difference,
	 * as a change of calendar does, so that the two cannot wait for each other.
	 */
	hold: (trx: Trx, partnershipId: string) => Promise<PartnershipCalendars>;
};

export function calendarLibrary(): Calendars {
	// Known by the change, never by its number: one that was rolled back leaves its number to another.
	const latest = new Map<string, { change: string; calendars: PartnershipCalendars }>();
	const inForce: Calendars["in"] = async (db, partnershipId) => {
		const row = await db
			.selectFrom("calendar_change")
			.where("partnership_id", "=", partnershipId)
			.where("number", "is not", null)
			.orderBy("number", "desc")
			.select(["id", "number"])
			.executeTakeFirst();
		if (!row) return asDelivered;
		const known = latest.get(partnershipId);
		if (known?.change === row.id) return known.calendars;
		const { days } = await db
			.selectFrom("calendar_change")
			.where("id", "=", row.id)
			.select("days")
			.executeTakeFirstOrThrow();
		const calendars = calendarsOf(days as OwnDays, row.number as number);
		latest.set(partnershipId, { change: row.id, calendars });
		return calendars;
	};
	return {
		in: (db, partnershipId) =>
			askedOnce(`calendar ${partnershipId}`, () => inForce(db, partnershipId)),
		hold: async (trx, partnershipId) => {
			await sql`select pg_advisory_xact_lock_shared(${lockOf(partnershipId)})`.execute(trx);
			return inForce(trx, partnershipId);
		},
	};
}

/** Waits until nobody who `hold`s the partnership's calendar is at work, and keeps others out until `trx` ends. */
export async function lockCalendar(trx: Trx, partnershipId: string): Promise<void> {
	await sql`select pg_advisory_xact_lock(${lockOf(partnershipId)})`.execute(trx);
}

const lockOf = (partnershipId: string) => sql`hashtextextended(${`calendar ${partnershipId}`}, 0)`;

/** The calendars of a partnership that has these days of its own. */
export function calendarsOf(own: OwnDays, number: number): PartnershipCalendars {
	const made = new Map<string, Calendar>();
	const named: PartnershipCalendars["named"] = (name, { closed }) => {
		const key = `${name} ${closed}`;
		const known = made.get(key);
		if (known) return known;
		const calendar =
			number === 0
				? calendarNamed(name)
				: withOwnDays(calendarNamed(name), own, String(number), { closed });
		made.set(key, calendar);
		return calendar;
	};
	return {
		number,
		own,
		named,
		for: (protocol) =>
			named(protocol.calendar, {
				closed: protocol.closureDays === "not-counted",
			}),
	};
}

const asDelivered = calendarsOf(noOwnDays, 0);

/** Those that come with Concord, for a partnership that is being made: nobody else is there yet to change them. */
export const calendarsAsDelivered: Calendars = {
	in: async () => asDelivered,
	hold: async () => asDelivered,
};
