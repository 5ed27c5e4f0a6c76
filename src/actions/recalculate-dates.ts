import type { Calendar } from "../domain/calendar/calendar.ts";
import { recalculateDates } from "../domain/difference/consequences/clock-dates.ts";
import { stateOnceMoved } from "../domain/difference/difference.ts";
import { keptToOfClock } from "../domain/difference/who/may-read.ts";
import { assigneesIn } from "../domain/people/who-answers.ts";
import type { Protocol } from "../domain/protocol/protocol.ts";
import { londonTime } from "../domain/time.ts";
import { datesChangedNotice } from "../mail/notices/dates-changed.ts";
import type { PartnershipCalendars } from "../store/calendars.ts";
import type { Db, Trx } from "../store/db.ts";
import { listVersionsInUse } from "../store/log-of-forms.ts";
import { listWhoMayBeAsked, type Person } from "../store/people.ts";
import {
	type CountedClock,
	listClocksToCountAgain,
	type MovedClock,
	saveMovedClocks,
} from "../store/recalculate.ts";
import type { App } from "./app.ts";
import { queueMessages, senderOf } from "./outbox.ts";
import type { PartnershipClock } from "./partnership-clock.ts";

/** A date moves when it moves by this much; less is lost where instants are stored. In milliseconds. */
const leastMove = 1000;

/**
 * The open clocks of a partnership that these calendars date otherwise than they are dated now, in order of
 * difference. None, when they are the calendars in force.
 */
export async function clocksThatMove(
	app: Pick<App, "protocols">,
	db: Db | Trx,
	here: PartnershipClock,
	calendars: PartnershipCalendars,
): Promise<MovedClock[]> {
	const partnershipId = here.partnership.id;
	const protocols = new Map<string, Protocol>();
	for (const id of await listVersionsInUse(db, partnershipId))
		protocols.set(id, await app.protocols.version(db, id));
	const now = here.now.toInstant().toString();
	return (await listClocksToCountAgain(db, partnershipId)).flatMap((clock) => {
		const protocol = protocols.get(clock.versionId);
		return protocol ? moved(clock, protocol, calendars.for(protocol), now) : [];
	});
}

function moved(
	clock: CountedClock,
	protocol: Protocol,
	calendar: Calendar,
	now: string,
): MovedClock[] {
	const due = recalculateDates(clock.counted, calendar);
	const by =
		Temporal.Instant.from(due.due).epochMilliseconds -
		Temporal.Instant.from(clock.dueAt).epochMilliseconds;
	return Math.abs(by) < leastMove
		? []
		: [
				{
					...clock,
					was: londonTime(clock.dueAt).toPlainDate().toString(),
					due,
					keptTo: keptToOfClock(protocol, clock.clock),
					becomes: stateOnceMoved(clock.state, "calendar", due.due, now),
				},
			];
}

/**
 * Counts every open clock of a partnership again after a change of calendar: records the dates before and
 * after on each difference, and tells each person who owes some of it once. The caller holds the calendar.
 */
export async function recalculateClocks(
	trx: Trx,
	app: App,
	here: PartnershipClock,
	calendars: PartnershipCalendars,
): Promise<MovedClock[]> {
	const all = await clocksThatMove(app, trx, here, calendars);
	await saveMovedClocks(trx, here.partnership.id, all, here.now.toInstant().toString());
	await tellOwners(trx, app, here, all);
	return all;
}

/** Who is told of the dates that move, each with those that they owe. */
export async function ownersOfMoves(
	db: Db | Trx,
	here: PartnershipClock,
	all: MovedClock[],
): Promise<Map<Person, MovedClock[]>> {
	const directory = await listWhoMayBeAsked(
		db,
		here.partnership.id,
		here.now.toPlainDate().toString(),
	);
	const byOwner = new Map<Person, MovedClock[]>();
	const assignees = assigneesIn(directory);
	for (const clock of all) {
		for (const person of new Set(clock.duties.flatMap(assignees))) {
			const theirs = byOwner.get(person);
			if (theirs) theirs.push(clock);
			else byOwner.set(person, [clock]);
		}
	}
	return byOwner;
}

async function tellOwners(
	trx: Trx,
	app: App,
	here: PartnershipClock,
	all: MovedClock[],
): Promise<void> {
	const [first] = all;
	if (!first) return;
	const protocol = await app.protocols.version(trx, first.versionId);
	const owners = await ownersOfMoves(trx, here, all);
	await queueMessages(
		trx,
		app,
		here,
		[...owners].map(([to, theirs]) => ({
			differenceId: null,
			to,
			notice: datesChangedNotice(senderOf(app, here), protocol, to, theirs),
		})),
	);
}
