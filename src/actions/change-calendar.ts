import {
	compareList,
	readBankHolidayList,
	withAdditions,
} from "../domain/calendar/bank-holiday-list.ts";
import { noOwnDays, type OwnDays } from "../domain/calendar/calendar.ts";
import { changeDays, type DayChange } from "../domain/calendar/own-days.ts";
import type { Viewer } from "../domain/people/viewer.ts";
import { Refusal } from "../domain/refusal.ts";
import { type Said, saidInTurn } from "../domain/said.ts";
import { saveAlertAcknowledged } from "../store/calendar-alerts.ts";
import {
	addCalendarChange,
	type CalendarChange,
	findCalendarChange,
	findCalendarVersion,
	saveCalendarVersion,
} from "../store/calendar-changes.ts";
import { calendarsOf, lockCalendar, type PartnershipCalendars } from "../store/calendars.ts";
import { type Trx, transact } from "../store/db.ts";
import type { MovedClock } from "../store/recalculate.ts";
import type { App } from "./app.ts";
import { type PartnershipClock, partnershipClock } from "./partnership-clock.ts";
import {
	clocksThatMove,
	clocksThatMoveAlike,
	ownersOfMoves,
	recalculateClocks,
} from "./recalculate-dates.ts";

/** The office that changes a partnership's calendar. */
export const calendarOffice = "administrator";

/** What an administrator asks for. */
export type CalendarEdit =
	| ({ why: string } & DayChange)
	/** The text of a list in the form of www.gov.uk/bank-holidays.json. */
	| { what: "import"; text: string }
	/** Back to the version before the one in force. */
	| { what: "undo"; why: string };

/** A list that is not believed. `faults` says why, in sentences. */
export class ListFault extends Refusal {
	readonly faults: Said[];
	constructor(faults: Said[]) {
		super("list-not-believed", saidInTurn(faults));
		this.faults = faults;
	}
}

/**
 * Keeps a change of the calendar to be looked at: nothing counts by it before it is applied.
 *
 * @returns its identifier
 * @throws Refusal 'not-yours' | 'nothing-new' | 'nothing-to-undo' and as `changeDays`; ListFault
 */
export function proposeCalendarChange(app: App, by: Viewer, edit: CalendarEdit): Promise<string> {
	mustChangeCalendar(by);
	return transact(app.db, async (trx) => {
		const { partnershipId } = by;
		const here = await partnershipClock(app, trx, partnershipId);
		const today = here.now.toPlainDate().toString();
		const { own, number } = await app.calendars.in(trx, partnershipId);
		return addCalendarChange(trx, {
			partnershipId,
			basedOn: number,
			how: edit.what === "import" ? "imported" : edit.what === "undo" ? "undone" : "entered",
			why: edit.what === "import" ? "" : edit.why,
			days:
				edit.what === "import"
					? imported(own, edit.text, today)
					: edit.what === "undo"
						? await daysBefore(trx, partnershipId, number)
						: changeDays(own, edit, today),
			by: by.id,
			at: here.now.toInstant().toString(),
		});
	});
}

function imported(own: OwnDays, text: string, today: string): OwnDays {
	const { list, faults } = readBankHolidayList(text);
	if (!list) throw new ListFault(faults);
	const compared = compareList(list, own, today, "An imported GOV.UK list");
	if (compared.faults.length > 0) throw new ListFault(compared.faults);
	const days = withAdditions(own, compared.additions);
	if (days === own)
		throw new Refusal(
			"nothing-new",
			"There is nothing new in this list. Every bank holiday in it is known already.",
		);
	return days;
}

async function daysBefore(trx: Trx, partnershipId: string, number: number): Promise<OwnDays> {
	if (number === 0)
		throw new Refusal(
			"nothing-to-undo",
			"The calendar is as it came with Concord. There is nothing to undo.",
		);
	const before = await findCalendarVersion(trx, partnershipId, number - 1);
	return before?.days ?? noOwnDays;
}

/** A change of calendar as it would be, or was. */
export type CalendarPreview = {
	change: CalendarChange;
	/** What is in force now, or was when the change was applied. */
	before: OwnDays;
	/** The dates that would move; none once it applies. */
	moves: Moves;
	/** How many people would be told. */
	told: number;
	/** The calendar was changed since this was proposed: it cannot be applied any more. */
	stale: boolean;
	here: PartnershipClock;
};

/** Dates that a change of calendar moves: how many, and some of them. */
export type Moves = {
	all: number;
	/** Of all, how many become sooner, and how many would be in the past. */
	sooner: number;
	past: number;
	/** Of all, how many are of differences that the reader may open. */
	seen: number;
	/** The first of those. */
	listed: MovedClock[];
};

/** As many dates are listed; all of them are counted. */
const mostListed = 200;

/** @returns undefined when there is no such change, or it is not theirs to see */
export async function previewCalendarChange(
	app: App,
	by: Viewer,
	id: string,
): Promise<CalendarPreview | undefined> {
	if (!by.offices.includes(calendarOffice)) return undefined;
	const { partnershipId } = by;
	const change = await findCalendarChange(app.db, partnershipId, id);
	if (!change) return undefined;
	const here = await partnershipClock(app, app.db, partnershipId);
	const current = await app.calendars.in(app.db, partnershipId);
	const stale = change.number === null && change.basedOn !== current.number;
	const base =
		change.basedOn === current.number
			? current.own
			: (await findCalendarVersion(app.db, partnershipId, change.basedOn))?.days;
	const isToCome = change.number === null && !stale;
	const { moves, told } = isToCome
		? await transact(app.db, (trx) => movesOf(app, trx, here, calendarsAfter(change, current), by))
		: nothingMoves;
	return { change, before: base ?? noOwnDays, moves, told, stale, here };
}

const nothingMoves = { moves: { all: 0, sooner: 0, past: 0, seen: 0, listed: [] }, told: 0 };

/** What these calendars move, counted by what moves alike: only what is listed is read one by one. */
async function movesOf(
	app: App,
	trx: Trx,
	here: PartnershipClock,
	calendars: PartnershipCalendars,
	by: Viewer,
): Promise<{ moves: Moves; told: number }> {
	const today = here.now.toPlainDate().toString();
	const moved = await clocksThatMoveAlike(app, trx, here, calendars, {
		viewer: by,
		most: mostListed,
	});
	const howMany = (of: typeof moved, which: "clocks" | "seen" = "clocks") =>
		of.reduce((sum, alike) => sum + alike[which], 0);
	const ownersOf = await ownersOfMoves(trx, here);
	const differences = [...new Set(moved.flatMap((alike) => alike.differences))];
	const listed: MovedClock[] = [];
	if (differences.length > 0)
		for await (const clocks of clocksThatMove(
			app,
			trx,
			here,
			calendars,
			differences.slice(0, mostListed),
		))
			listed.push(...clocks);
	return {
		moves: {
			all: howMany(moved),
			sooner: howMany(moved.filter(({ due, was }) => due.day < was)),
			past: howMany(moved.filter(({ due }) => due.day < today)),
			seen: howMany(moved, "seen"),
			listed: listed.slice(0, mostListed),
		},
		told: new Set(moved.flatMap((alike) => [...ownersOf(alike)])).size,
	};
}

const calendarsAfter = (
	change: CalendarChange,
	before: PartnershipCalendars,
): PartnershipCalendars => calendarsOf(change.days, before.number + 1);

/**
 * Puts a change of the calendar in force: every open clock of the partnership is counted again, what moved is
 * on the record of its difference, and each person who owes some of it is told once. All of it or nothing.
 * Applied twice, it applies once.
 *
 * @returns undefined when there is no such change
 * @throws Refusal 'not-yours' | 'calendar-changed'
 */
export function applyCalendarChange(
	app: App,
	by: Viewer,
	id: string,
): Promise<CalendarChange | undefined> {
	mustChangeCalendar(by);
	const { partnershipId } = by;
	return transact(app.db, async (trx) => {
		await lockCalendar(trx, partnershipId);
		const change = await findCalendarChange(trx, partnershipId, id);
		if (!change || change.number !== null) return change;
		const current = await app.calendars.in(trx, partnershipId);
		if (change.basedOn !== current.number)
			throw new Refusal(
				"calendar-changed",
				"The calendar was changed after this was prepared. Prepare it again from the calendar as it is now.",
			);
		const here = await partnershipClock(app, trx, partnershipId);
		await putInForce(trx, app, here, change, current, by.id);
		return findCalendarChange(trx, partnershipId, id);
	});
}

/** The caller has locked the calendar. @param by null for Concord itself */
export async function putInForce(
	trx: Trx,
	app: App,
	here: PartnershipClock,
	change: CalendarChange,
	current: PartnershipCalendars,
	by: string | null,
): Promise<void> {
	const { moved, differences } = await recalculateClocks(
		trx,
		app,
		here,
		calendarsAfter(change, current),
	);
	await saveCalendarVersion(trx, here.partnership.id, {
		id: change.id,
		number: current.number + 1,
		by,
		at: here.now.toInstant().toString(),
		moved,
		differences,
	});
}

/** Says that an alert was seen: it is shown no more, unless something else is wrong. @throws Refusal 'not-yours' */
export function acknowledgeCalendarAlert(app: App, by: Viewer): Promise<void> {
	mustChangeCalendar(by);
	return transact(app.db, async (trx) => {
		const { now } = await partnershipClock(app, trx, by.partnershipId);
		await saveAlertAcknowledged(trx, by.partnershipId, by.id, now.toInstant().toString());
	});
}

function mustChangeCalendar(by: Viewer) {
	if (!by.offices.includes(calendarOffice))
		throw new Refusal("not-yours", "Only the partnership’s administrator can change the calendar.");
}
