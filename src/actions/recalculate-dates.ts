import type { Calendar } from "../domain/calendar/calendar.ts";
import type { DueDate } from "../domain/calendar/due-date.ts";
import { type Counted, recalculatesBy } from "../domain/difference/consequences/clock-dates.ts";
import { stateOnceMoved } from "../domain/difference/difference.ts";
import { keptToOfClock } from "../domain/difference/who/may-read.ts";
import { assigneesIn } from "../domain/people/who-answers.ts";
import type { Protocol } from "../domain/protocol/protocol.ts";
import { londonDay } from "../domain/time.ts";
import { type DateMoved, datesChangedNotice, soonestOf } from "../mail/notices/dates-changed.ts";
import type { PartnershipCalendars } from "../store/calendars.ts";
import { type ActInRecord, linkActs } from "../store/chain.ts";
import type { Db, Trx } from "../store/db.ts";
import { listWhoMayBeAsked, type Person } from "../store/people.ts";
import {
	type CountedClock,
	eachClockToCountAgain,
	type MovedClock,
	saveMovedClocks,
} from "../store/recalculate.ts";
import type { App } from "./app.ts";
import { queueMessages, senderOf } from "./outbox.ts";
import type { PartnershipClock } from "./partnership-clock.ts";

/** A date moves when it moves by this much; less is lost where instants are stored. In milliseconds. */
const leastMove = 1000;

/**
 * The open clocks of a partnership that these calendars date otherwise than they are dated now, in pieces, in order of
 * difference. None, when they are the calendars in force.
 */
export async function* clocksThatMove(
	app: Pick<App, "protocols">,
	db: Db | Trx,
	here: PartnershipClock,
	calendars: PartnershipCalendars,
): AsyncGenerator<MovedClock[], void> {
	const now = here.now.toInstant().toString();
	const ofVersion = new Map<string, CountsAgain>();
	for await (const clocks of eachClockToCountAgain(db, here.partnership.id)) {
		for (const { versionId } of clocks)
			if (!ofVersion.has(versionId)) {
				const protocol = await app.protocols.version(db, versionId);
				ofVersion.set(versionId, countsAgain(protocol, calendars.for(protocol)));
			}
		const moved = clocks.flatMap((clock) => {
			const how = ofVersion.get(clock.versionId);
			return how ? movedBy(clock, how, now) : [];
		});
		if (moved.length > 0) yield moved;
	}
}

/** How the clocks of a version are counted again. */
type CountsAgain = {
	dueOf: (counted: Counted) => DueDate;
	keptTo: (clock: string) => MovedClock["keptTo"];
};

function countsAgain(protocol: Protocol, calendar: Calendar): CountsAgain {
	const known = new Map<string, MovedClock["keptTo"]>();
	return {
		dueOf: recalculatesBy(calendar),
		keptTo: (clock) => {
			const keptTo = known.get(clock) ?? keptToOfClock(protocol, clock);
			known.set(clock, keptTo);
			return keptTo;
		},
	};
}

function movedBy(clock: CountedClock, { dueOf, keptTo }: CountsAgain, now: string): MovedClock[] {
	const due = dueOf(clock.counted);
	const by = Date.parse(due.due) - Date.parse(clock.dueAt);
	return Math.abs(by) < leastMove
		? []
		: [
				{
					...clock,
					was: londonDay(clock.dueAt),
					due,
					keptTo: keptTo(clock.clock),
					becomes: stateOnceMoved(clock.state, "calendar", due.due, now),
				},
			];
}

/**
 * Counts every open clock of a partnership again after a change of calendar: records the dates before and
 * after on each difference, and tells each person who owes some of it once. The caller holds the calendar.
 *
 * @returns how many dates moved, and of how many differences
 */
export async function recalculateClocks(
	trx: Trx,
	app: App,
	here: PartnershipClock,
	calendars: PartnershipCalendars,
): Promise<{ moved: number; differences: number }> {
	const at = here.now.toInstant().toString();
	const owners = await ownersOfMoves(trx, here);
	const added: ActInRecord[] = [];
	let differences = 0;
	let inWords: Protocol | undefined;
	for await (const clocks of clocksThatMove(app, trx, here, calendars)) {
		inWords ??= await app.protocols.version(trx, clocks[0]?.versionId ?? "");
		differences += new Set(clocks.map(({ differenceId }) => differenceId)).size;
		owners.add(clocks);
		added.push(...(await saveMovedClocks(trx, here.partnership.id, clocks, at)));
	}
	if (inWords) await tellOwners(trx, app, here, inWords, owners.all);
	await linkActs(trx, added);
	return { moved: added.length, differences };
}

/** Of one person's dates that move: the soonest, as they are told them, and how many there are. */
type DatesOfOwner = { soonest: DateMoved[]; count: number };

/** Who is told of the dates that move, each with those that they owe; dates are added as they are found. */
export async function ownersOfMoves(
	db: Db | Trx,
	here: PartnershipClock,
): Promise<{
	all: ReadonlyMap<Person, DatesOfOwner>;
	add: (moved: readonly MovedClock[]) => void;
}> {
	const directory = await listWhoMayBeAsked(
		db,
		here.partnership.id,
		here.now.toPlainDate().toString(),
	);
	const assignees = assigneesIn(directory);
	const all = new Map<Person, DatesOfOwner>();
	return {
		all,
		add: (moved) => {
			const found = new Map<Person, MovedClock[]>();
			for (const clock of moved)
				for (const person of new Set(clock.duties.flatMap(assignees))) {
					const theirs = found.get(person);
					if (theirs) theirs.push(clock);
					else found.set(person, [clock]);
				}
			for (const [person, theirs] of found) {
				const before = all.get(person) ?? { soonest: [], count: 0 };
				all.set(person, {
					soonest: soonestOf([...before.soonest, ...theirs]),
					count: before.count + theirs.length,
				});
			}
		},
	};
}

async function tellOwners(
	trx: Trx,
	app: App,
	here: PartnershipClock,
	protocol: Protocol,
	owners: ReadonlyMap<Person, DatesOfOwner>,
): Promise<void> {
	const sender = senderOf(app, here);
	await queueMessages(
		trx,
		app,
		here,
		[...owners].map(([to, { soonest, count }]) => ({
			differenceId: null,
			to,
			notice: datesChangedNotice(sender, protocol, to, soonest, count),
		})),
	);
}
