/**
 * The rows that are derived from the record of a difference, by which it is listed, counted, owed and reminded of: what they
 * are, and keeping them.
 */
import { type Insertable, sql } from "kysely";
import { hasWorkingDays } from "../domain/calendar/limit.ts";
import { countedFrom } from "../domain/difference/consequences/clock-dates.ts";
import {
	type Difference,
	type Header,
	isNotSafe,
	isOpenClock,
	isOwed,
	type RecordedEvent,
	replay,
	whomItIsAbout,
} from "../domain/difference/difference.ts";
import { type Dated, nextDue } from "../domain/difference/next-due.ts";
import {
	dutyOf,
	dutyOfStep,
	type Place,
	placeOf,
	seatOf,
} from "../domain/difference/who/duties.ts";
import {
	audienceOfClock,
	audienceOfStep,
	entriesFor,
	isFor,
	keptToOfClock,
	type Reader,
	readerOf,
	readersUpTo,
	readingLevels,
} from "../domain/difference/who/may-read.ts";
import { recordsOwed } from "../domain/difference/who/records-owed.ts";
import { factsOf } from "../domain/learning/facts.ts";
import { atLeast } from "../domain/people/viewer.ts";
import type { Seat } from "../domain/people/who-answers.ts";
import {
	clockRule,
	type KeptTo,
	type Protocol,
	type Side,
	stepOf,
	strengthOf,
} from "../domain/protocol/protocol.ts";
import type { Db, Trx } from "./db.ts";
import { seatColumns } from "./duties.ts";
import type { Tables } from "./tables.ts";

/**
 * The way in which rows are derived from the record. It is raised by one with every change of what they say, and with every
 * migration that adds to them: the next start derives all that was derived before. The first is 1.
 */
const derivedAs = 4;

/** The columns of the difference's own row that follow from its record. */
export const statusColumns = (difference: Difference) => ({
	status: difference.status.is,
	stage: difference.stage,
	ending: difference.status.is === "ended" ? difference.status.ending : null,
	ended_at: difference.status.is === "ended" ? difference.status.at : null,
	last_seq: difference.seq,
	derived_as: derivedAs,
	receiving_agency_id: difference.receivingAgency,
	sealed_for: difference.sealed?.to ?? null,
	opens_at:
		difference.awaited
			.map(({ opensAt }) => opensAt)
			.sort((one, other) => Temporal.Instant.compare(one, other))[0] ?? null,
});

const partyColumns = ({ agency, office, givenBy, closedTo }: Place) => ({
	agency_id: agency,
	office,
	named_only: givenBy != null,
	closed_to: [...closedTo],
});

export const derivedTables = [
	"difference_party",
	"difference_person",
	"open_step",
	"open_question",
	"record_owed",
	"clock",
	"broken_glass",
	"counted",
] as const;

export type DerivedFrom = { header: Header; difference: Difference; entries: RecordedEvent[] };

export async function saveDerived(
	trx: Trx,
	protocol: Protocol,
	partnershipId: string,
	of: DerivedFrom,
): Promise<void> {
	await deleteDerived(trx, of.header.id);
	await insertRows(trx, [derivedRows(protocol, partnershipId, of)]);
}

/** In one statement: an act waits for the database once, not once for each table. */
async function deleteDerived(trx: Trx, id: string): Promise<void> {
	const deleted = derivedTables.map(
		(table) =>
			sql`${sql.ref(`old_${table}`)} as (delete from ${sql.table(table)} where difference_id = ${id})`,
	);
	await sql`with ${sql.join(deleted)} select`.execute(trx);
}

type DerivedTable = (typeof derivedTables)[number];
export type DerivedRows = { [Table in DerivedTable]: Insertable<Tables[Table]>[] };

/** In one statement too. */
export async function insertRows(trx: Trx, of: DerivedRows[]): Promise<void> {
	const inserted = derivedTables.flatMap((table) => {
		const rows = of.flatMap((each): object[] => each[table]);
		if (rows.length === 0) return [];
		// The rows of `derivedRows` are their table’s.
		const insert = trx.insertInto(table).values(rows as never);
		return [sql`${sql.ref(`new_${table}`)} as (${insert})`];
	});
	await sql`with ${sql.join(inserted)} select`.execute(trx);
}

/** The rows of each derived table. */
export function derivedRows(
	protocol: Protocol,
	partnershipId: string,
	{ header, difference, entries }: DerivedFrom,
): DerivedRows {
	const key = { difference_id: header.id, partnership_id: partnershipId };
	const viewOf = viewsOf(protocol, header, entries);
	const views = Object.entries(difference.known).flatMap(([side, since]) =>
		readingLevels(protocol, entries, side)
			.filter((level) => atLeast(level, difference.heardFrom[side] ?? level))
			.map((level) => {
				const readers = readersUpTo(side, level);
				return { side, level, since, readers, ...viewOf(readers) };
			}),
	);
	/** The rows of those for whom something is. */
	const readBy = (audience: Side[], keptTo: KeptTo): Reader[] =>
		audience.flatMap((side) =>
			views
				.filter((view) => view.side === side && isFor(view.readers, { audience: [side], keptTo }))
				.map(({ level }) => readerOf(side, level)),
		);
	const rows = views.map(({ side, level, since, seen, changedAt }) => ({
		...key,
		side,
		level,
		since,
		...partyColumns(placeOf(protocol, difference, side)),
		...asListed(protocol, seen),
		sealed_for: difference.sealed?.to ?? null,
		changed_at: changedAt,
	}));
	const agencies = [
		header.raisingAgency,
		difference.receivingAgency,
		...rows.map(({ agency_id }) => agency_id),
	].filter((agency) => agency !== null);
	const parties = rows.map((row) => ({ ...row, agencies: [...new Set(agencies)] }));

	/** Whether whoever owes something knows that the child is not safe: even those of the least level that may owe it. */
	const knowsNotSafe = (of: Side, { level, posts, readFrom }: Seat) => {
		const least = [posts.length > 0 ? null : level, readFrom ?? null];
		const theirs = views.filter(({ side }) => side === of);
		const view =
			theirs.findLast(({ level }) => least.some((each) => each !== null && atLeast(each, level))) ??
			theirs[0];
		return view !== undefined && isNotSafe(view.seen);
	};

	const questions = difference.questions
		.filter(({ answered }) => answered === undefined)
		.map(({ seq, to, at }) => ({ ...key, seq, side: to, asked_at: at }));

	const people = Object.entries(difference.people).map(([person, side]) => ({
		...key,
		person_id: person,
		side,
	}));

	const open = difference.open.map((each) => {
		const { step: id, openedAt } = each;
		const step = stepOf(protocol, id);
		const duty = dutyOfStep(protocol, difference, each);
		return {
			...key,
			step: id,
			opened_at: openedAt,
			side: step.by.side,
			...seatColumns(duty),
			person_id: duty.person,
			only_given: duty.onlyTheirs === true,
			barred: [...duty.barred],
			audience: readBy(audienceOfStep(protocol, difference, step), step.keptTo),
			not_safe: knowsNotSafe(step.by.side, duty),
		};
	});

	const records = recordsOwed(protocol, difference).map(({ step, side, sides, since, duty }) => ({
		...key,
		step: step.id,
		agency_id: duty.agency ?? "",
		side,
		since,
		person_id: duty.person,
		named: [...duty.named],
		level: duty.level ?? "practitioner",
		audience: readBy(sides, step.keptTo),
		not_safe: knowsNotSafe(side, duty),
	}));

	const clocks = difference.clocks.map((clock) => {
		const rule = clockRule(protocol, clock.clock);
		const counted = countedFrom(protocol, difference, clock);
		const keptTo = keptToOfClock(protocol, clock.clock);
		const seat = rule?.by && {
			side: rule.by.side,
			...seatOf(protocol, difference, rule.by),
		};
		return {
			...key,
			clock: clock.clock,
			round: clock.round,
			step: rule?.step ?? null,
			steps: rule && rule.of.length > 0 ? rule.of : null,
			side: seat?.side ?? null,
			...(seat && seatColumns(seat)),
			barred: rule?.by ? [...dutyOf(protocol, difference, rule.by).barred] : [],
			started_at: clock.due.start,
			due_at: clock.due.due,
			first_due_at: clock.firstDue.due,
			strength: strengthOf(protocol, clock),
			audience: readBy(audienceOfClock(protocol, difference, clock.clock), keptTo),
			not_safe:
				seat !== undefined && knowsNotSafe(seat.side, { ...seat, readFrom: keptTo[seat.side] }),
			state: clock.state,
			ended_at: clock.endedAt ?? null,
			counted: counted && hasWorkingDays(counted.limit) ? JSON.stringify(counted) : null,
			due_as_seen: JSON.stringify(
				Object.fromEntries(
					views.flatMap(({ side, level, seen }) =>
						seen.clocks
							.filter(
								(each) =>
									each.clock === clock.clock &&
									each.round === clock.round &&
									isOpenClock(each) &&
									isOwed(seen, rule, each),
							)
							.map(({ due }) => [readerOf(side, level), due.due]),
					),
				),
			),
		};
	});

	const facts = factsOf(protocol, difference, entries);
	return {
		difference_party: parties,
		difference_person: people,
		open_step: open,
		open_question: questions,
		record_owed: records,
		clock: clocks,
		broken_glass: difference.glassBroken.map(({ person, at, until, seq }) => ({
			...key,
			seq,
			person_id: person,
			broken_at: at,
			until,
		})),
		counted: [
			{
				...key,
				protocol: protocol.id,
				raised_on: facts.raisedOn,
				ended_on: facts.endedOn,
				facts: JSON.stringify(facts),
			},
		],
	};
}

/**
 * A difference as readers see it, what the entries that they may read add up to, and when the last of them was added. Many may
 * read the same: that is replayed once.
 */
function viewsOf(
	protocol: Protocol,
	header: Header,
	entries: RecordedEvent[],
): (readers: Reader[]) => { seen: Difference; changedAt: string } {
	const known = new Map<string, Difference>();
	return (readers) => {
		const mine = entriesFor(entries, readers);
		const which = mine.map(({ seq }) => seq).join(" ");
		const seen = known.get(which) ?? replay(protocol, header, mine);
		known.set(which, seen);
		return { seen, changedAt: mine.at(-1)?.at ?? header.raisedAt };
	};
}

/** What lists show of a difference, as a side sees it. */
function asListed(protocol: Protocol, seen: Difference) {
	const next = nextDue(datesIn(protocol, seen));
	const about = whomItIsAbout(protocol, seen);
	const themes = Object.entries(seen.answers).find(
		([field]) => protocol.fields[field]?.type === "themes",
	);
	return {
		stage: seen.stage,
		status: seen.status.is,
		ending: seen.status.is === "ended" ? seen.status.ending : null,
		themes: (themes?.[1].answer as string[] | undefined) ?? [],
		dimensions: JSON.stringify(
			Object.fromEntries(
				(protocol.report?.dimensions ?? []).flatMap((field) => {
					const given = seen.answers[field]?.answer;
					return typeof given === "string" ? [[field, given]] : [];
				}),
			),
		),
		next_due_at: next?.due ?? null,
		next_due_is: next?.is ?? "limit",
		not_safe: isNotSafe(seen),
		about_seq: about?.seq ?? null,
		about_field: about?.field ?? null,
	};
}

/** The dates that somebody is still held to, as a side sees them. */
const datesIn = (protocol: Protocol, seen: Difference): Dated[] =>
	seen.clocks
		.filter((clock) => isOpenClock(clock) && isOwed(seen, clockRule(protocol, clock.clock), clock))
		.map((clock) => ({
			due: clock.due.due,
			strength: strengthOf(protocol, clock),
			state: clock.state,
		}));

/** Derives everything anew from the record, and changes nothing else. */
export async function deriveAgain(
	trx: Trx,
	protocol: Protocol,
	{
		header,
		partnershipId,
		entries,
	}: Pick<DerivedFrom, "header" | "entries"> & { partnershipId: string },
): Promise<void> {
	const difference = replay(protocol, header, entries);
	await trx
		.updateTable("difference")
		.set(statusColumns(difference))
		.where("id", "=", header.id)
		.execute();
	await saveDerived(trx, protocol, partnershipId, { header, difference, entries });
}

/** Differences whose rows were derived in an older way, by identifier. @param after the last of those that were seen to */
export async function listDerivedAsBefore(
	db: Db | Trx,
	{ after, most }: { after: string | undefined; most: number },
): Promise<string[]> {
	const rows = await db
		.selectFrom("difference")
		.where("derived_as", "<", derivedAs)
		.$if(after !== undefined, (query) => query.where("id", ">", after ?? ""))
		.orderBy("id")
		.limit(most)
		.select("id")
		.execute();
	return rows.map(({ id }) => id);
}
