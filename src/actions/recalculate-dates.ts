import type { Calendar } from "../domain/calendar/calendar.ts";
import type { DueDate } from "../domain/calendar/due-date.ts";
import { type Counted, recalculatesBy } from "../domain/difference/consequences/clock-dates.ts";
import { stateOnceMoved } from "../domain/difference/difference.ts";
import { keptToOfClock } from "../domain/difference/who/may-read.ts";
import type { Viewer } from "../domain/people/viewer.ts";
import { assigneesIn, type Duty } from "../domain/people/who-answers.ts";
import type { Protocol } from "../domain/protocol/protocol.ts";
import { londonDay } from "../domain/time.ts";
import { type DateMoved, datesChangedNotice, soonestOf } from "../mail/notices/dates-changed.ts";
import type { PartnershipCalendars } from "../store/calendars.ts";
import { type ActInRecord, linkActs } from "../store/chain.ts";
import type { Db, Trx } from "../store/db.ts";
import { listWhoMayBeAsked, type Person } from "../store/people.ts";
import {
	type ClocksAlike,
	type CountedClock,
	type DatedClock,
	eachClockToCountAgain,
	listClocksAlike,
	type Move,
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
 *
 * @param differences only the clocks of these, where they are given
 */
export async function* clocksThatMove(
	app: Pick<App, "protocols">,
	trx: Trx,
	here: PartnershipClock,
	calendars: PartnershipCalendars,
	differences?: readonly string[],
): AsyncGenerator<MovedClock[], void> {
	const movedOf = movesBy(app, trx, here, calendars);
	for await (const clocks of eachClockToCountAgain(trx, here.partnership.id, differences)) {
		const moved = await movedOf(clocks);
		if (moved.length > 0) yield moved;
	}
}

/** The same of clocks that move alike, counted. @param reader of the differences that they may open, so many of each are named */
export async function clocksThatMoveAlike(
	app: Pick<App, "protocols">,
	trx: Trx,
	here: PartnershipClock,
	calendars: PartnershipCalendars,
	reader?: { viewer: Viewer; most: number },
): Promise<(ClocksAlike & Move)[]> {
	const { id } = here.partnership;
	return movesBy(app, trx, here, calendars)(await listClocksAlike(trx, id, reader));
}

/** Of some clocks those that these calendars date otherwise than they are dated now, with how they move. */
function movesBy(
	app: Pick<App, "protocols">,
	trx: Trx,
	here: PartnershipClock,
	calendars: PartnershipCalendars,
) {
	const now = here.now.toInstant().toString();
	const ofVersion = new Map<string, CountsAgain>();
	return async <Clock extends DatedClock>(clocks: readonly Clock[]): Promise<(Clock & Move)[]> => {
		for (const { versionId } of clocks)
			if (!ofVersion.has(versionId)) {
				const protocol = await app.protocols.version(trx, versionId);
				ofVersion.set(versionId, countsAgain(protocol, calendars.for(protocol), now));
			}
		return clocks.flatMap((clock) => {
			const how = ofVersion.get(clock.versionId);
			return how ? movedBy(clock, how) : [];
		});
	};
}

/** How the clocks of a version are counted again. */
type CountsAgain = {
	dueOf: (counted: Counted) => DueDate;
	keptTo: (clock: string) => Move["keptTo"];
	/** Its state once it is due then. */
	stateOnce: (state: CountedClock["state"], due: string) => Move["becomes"];
};

function countsAgain(protocol: Protocol, calendar: Calendar, now: string): CountsAgain {
	const states = new Map<string, Move["becomes"]>();
	const known = new Map<string, Move["keptTo"]>();
	return {
		dueOf: recalculatesBy(calendar),
		keptTo: (clock) => {
			const keptTo = known.get(clock) ?? keptToOfClock(protocol, clock);
			known.set(clock, keptTo);
			return keptTo;
		},
		stateOnce: (state, due) => {
			const key = `${state} ${due}`;
			const becomes = states.get(key) ?? stateOnceMoved(state, "calendar", due, now);
			states.set(key, becomes);
			return becomes;
		},
	};
}

function movedBy<Clock extends DatedClock>(
	clock: Clock,
	{ dueOf, keptTo, stateOnce }: CountsAgain,
): (Clock & Move)[] {
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
					becomes: stateOnce(clock.state, due.due),
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
	const ownersOf = await ownersOfMoves(trx, here);
	const owners = new Map<Person, DatesOfOwner>();
	const added: ActInRecord[] = [];
	let differences = 0;
	let inWords: Protocol | undefined;
	for await (const clocks of clocksThatMove(app, trx, here, calendars)) {
		inWords ??= await app.protocols.version(trx, clocks[0]?.versionId ?? "");
		differences += new Set(clocks.map(({ differenceId }) => differenceId)).size;
		for (const clock of clocks)
			for (const owner of ownersOf(clock)) {
				const { reference, was, due } = clock;
				addDate(owners, owner, { reference, was, due: { day: due.day } });
			}
		added.push(...(await saveMovedClocks(trx, here.partnership.id, clocks, at)));
	}
	if (inWords) await tellOwners(trx, app, here, inWords, owners);
	await linkActs(trx, added);
	return { moved: added.length, differences };
}

/** Who is told that a date moves: whoever owes what is due by it. */
export async function ownersOfMoves(
	db: Db | Trx,
	{ partnership, now }: PartnershipClock,
): Promise<(moved: Pick<MovedClock, "duties">) => ReadonlySet<Person>> {
	const assignees = assigneesIn(
		await listWhoMayBeAsked(db, partnership.id, now.toPlainDate().toString()),
	);
	/** Of thousands of clocks most are owed alike, and have the same duty. */
	const known = new Map<Duty, Person[]>();
	const owners = (duty: Duty) => {
		const found = known.get(duty) ?? assignees(duty);
		known.set(duty, found);
		return found;
	};
	return ({ duties }) => new Set(duties.flatMap(owners));
}

/** Of one person's dates that move: some, the soonest among them, and how many there are in all. */
type DatesOfOwner = { some: DateMoved[]; count: number };

/** Of so many the soonest are kept, for a person may owe thousands. */
const mostKept = 1_000;

function addDate(owners: Map<Person, DatesOfOwner>, owner: Person, date: DateMoved): void {
	const theirs = owners.get(owner) ?? { some: [], count: 0 };
	if (theirs.some.length === mostKept) theirs.some = soonestOf(theirs.some);
	theirs.some.push(date);
	theirs.count += 1;
	owners.set(owner, theirs);
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
		[...owners].map(([to, { some, count }]) => ({
			differenceId: null,
			to,
			notice: datesChangedNotice(sender, protocol, to, soonestOf(some), count),
		})),
	);
}
