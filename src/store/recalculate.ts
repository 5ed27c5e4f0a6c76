/**
 * Open clocks that are counted again when the calendar changes: what would move, counted by what moves alike; each that moves, read
 * in pieces; and saving the dates of many at once.
 */
import { sql } from "kysely";
import type { DueDate } from "../domain/calendar/due-date.ts";
import type { IsoDay } from "../domain/calendar/iso-day.ts";
import type { Limit } from "../domain/calendar/limit.ts";
import { type Counted, goesByDayAlone } from "../domain/difference/consequences/clock-dates.ts";
import type { RunningClock } from "../domain/difference/difference.ts";
import type { EventBody } from "../domain/difference/events.ts";
import { nextDue } from "../domain/difference/next-due.ts";
import { standingOf } from "../domain/difference/standing.ts";
import { type Reader, sideOfReader } from "../domain/difference/who/may-read.ts";
import type { Viewer } from "../domain/people/viewer.ts";
import type { Duty } from "../domain/people/who-answers.ts";
import type { KeptTo, Strength } from "../domain/protocol/protocol.ts";
import type { ActInRecord } from "./chain.ts";
import type { Trx } from "./db.ts";
import { visibleParties } from "./differences.ts";
import { dutySql } from "./duties.ts";
import { readInPieces } from "./read-in-pieces.ts";

/** A clock that somebody is held to, with all that it takes to count it again and to tell who owes it. */
export type CountedClock = {
	differenceId: string;
	reference: string;
	versionId: string;
	/** Entries of the difference so far. */
	lastSeq: number;
	clock: string;
	round: number;
	/** What is owed under it: that of each open step, or of whoever sees to it. None when nobody owes anything yet. */
	duties: Duty[];
	state: RunningClock["state"];
	strength: Strength;
	/** ISO instant. */
	dueAt: string;
	counted: Counted;
	/** Those who may read that its date moves, as rows of `difference_party` have them. */
	readers: Reader[];
};

/** Of a clock what its date goes by. */
export type DatedClock = Pick<CountedClock, "versionId" | "clock" | "state" | "dueAt" | "counted">;

/** How a date moves. */
export type Move = {
	/** The day before. */
	was: IsoDay;
	due: DueDate;
	/** Its state from now on. */
	becomes: RunningClock["state"];
	/** Whom of its sides it is kept to. */
	keptTo: KeptTo;
};

/** A clock whose date moves. */
export type MovedClock = CountedClock & Move;

/** Clocks that any calendar dates alike, with all that is owed by any of them. */
export type ClocksAlike = DatedClock &
	Pick<CountedClock, "duties"> & {
		/** How many these are. */
		clocks: number;
		/** Of these, how many are of differences that the reader may open, and the first of those differences. */
		seen: number;
		differences: string[];
	};

/** So many clocks, and the rest of the last difference, are read and saved at once. */
const atOnce = 1_000;

/**
 * The open clocks of a partnership in whose dates a calendar has a say, in pieces, in order of difference, and all of each. They
 * are looked up together and read on meanwhile: by a thousand at a time each of their rows would be looked for by itself.
 *
 * @param differences only the clocks of these, where they are given
 */
export async function* eachClockToCountAgain(
	trx: Trx,
	partnershipId: string,
	differences?: readonly string[],
): AsyncGenerator<CountedClock[], void> {
	const dutyOf = eachOnce<Duty>();
	let left: RowToCount[] = [];
	const asked = clocksToCountAgain(partnershipId, differences);
	for await (const rows of readInPieces(trx, asked, atOnce)) {
		left.push(...rows);
		const last = left.at(-1)?.differenceId;
		const whole = left.findLastIndex(({ differenceId }) => differenceId !== last) + 1;
		if (whole > 0) yield clocksOf(left.slice(0, whole), dutyOf);
		left = left.slice(whole);
	}
	if (left.length > 0) yield clocksOf(left, dutyOf);
}

/** Reads JSON, of which thousands of rows have the same: each text once, always as the same object. */
function eachOnce<Value>(): (text: string) => Value {
	const known = new Map<string, Value>();
	return (text) => {
		const value = known.get(text) ?? (JSON.parse(text) as Value);
		known.set(text, value);
		return value;
	};
}

type RowToCount = Omit<CountedClock, "dueAt" | "duties"> & {
	dueAt: Date;
	isOwed: boolean;
	duty: string;
};

/** The open clocks `c` of differences `d` in whose dates a calendar has a say, a row for each open step `o` that is owed by one. */
const clocksOpen = sql`clock c
	join difference d on d.id = c.difference_id
	left join open_step o on o.difference_id = c.difference_id and (o.step = c.step or o.step = any(c.steps))`;
const areOpen = (partnershipId: string) => sql`c.partnership_id = ${partnershipId}
	and c.state in ('running', 'paused', 'ran-out')
	and c.counted is not null`;

/** Whether somebody owes anything by such a clock yet. */
const isOwed = sql`(c.step is null or o.step is not null) and exists (
	select from difference_party p where p.difference_id = d.id and p.side = coalesce(c.side, o.side))`;

/** Whom it asks; the person first, by whom most differ: so they are told apart at once. */
const dutyOfClock = sql`(select o.person_id as person, ${dutySql("c")}, coalesce(o.only_given, false) as "onlyTheirs",
	case when o.step is null then c.barred else o.barred end as barred, d.sealed_for as "knownOnlyTo")`;

const clocksToCountAgain = (
	partnershipId: string,
	differences?: readonly string[],
) => sql<RowToCount>`
	select d.id as "differenceId", d.reference, d.protocol_version_id as "versionId",
		d.last_seq as "lastSeq", c.clock, c.round, ${isOwed} as "isOwed",
		c.state, c.strength, c.due_at as "dueAt", c.counted, c.audience as readers, row_to_json(duty)::text as duty
	from ${clocksOpen}
	cross join lateral ${dutyOfClock} as duty
	where ${areOpen(partnershipId)}
		${differences === undefined ? sql`` : sql`and c.difference_id = any(${differences}::uuid[])`}
	order by d.id, c.started_at, c.clock, c.round`;

/**
 * The open clocks of a partnership in whose dates a calendar has a say, as many together as it dates alike: thousands begin on one
 * day, and what is counted in days goes by that.
 *
 * @param reader who reads how many there are: of the differences that they may open, so many of each are named
 */
export async function listClocksAlike(
	trx: Trx,
	partnershipId: string,
	reader?: { viewer: Viewer; most: number },
): Promise<ClocksAlike[]> {
	const open = areOpen(partnershipId);
	const isSeen = reader
		? sql`d.id in (${visibleParties(trx, reader.viewer).select("party.difference_id")})`
		: sql`false`;
	// A hundred thousand are told apart in memory, and not on disk.
	await sql`select set_config('work_mem', '64MB', true)`.execute(trx);
	const limits = await sql<{ limit: Limit }>`
		select distinct c.counted->'limit' as "limit" from clock c where ${open}`.execute(trx);
	const byDay = limits.rows.flatMap(({ limit }) =>
		goesByDayAlone(limit) ? JSON.stringify(limit) : [],
	);
	const alike = sql`d.protocol_version_id as version, c.clock, c.state, c.due_at, c.counted->'limit' as "limit",
		c.counted->'pauses' as pauses,
		case when c.counted->'pauses' = '[]' and c.counted->'limit' = any(${byDay}::jsonb[])
			then ((c.counted->>'start')::timestamptz at time zone 'Europe/London')::date::text
			else c.counted->>'start' end as "from"`;
	const counted = await sql<AlikeInRows>`
		with alike as (
			select ${alike}, min(c.counted->>'start') as start, count(*)::integer as clocks,
				count(*) filter (where is_seen)::integer as seen, array_agg(d.id) filter (where is_seen) as differences
			from clock c
			join difference d on d.id = c.difference_id
			cross join lateral (select ${isSeen} as is_seen) as looked
			where ${open}
			group by 1, 2, 3, 4, 5, 6, 7
		)
		select version as "versionId", clock, state, due_at as "dueAt", "from",
			jsonb_build_object('start', start, 'limit', "limit", 'pauses', pauses) as counted, clocks, seen,
			array(select id from unnest(differences) id order by id limit ${reader?.most ?? 0}) as differences
		from alike order by due_at, "from", version, clock`.execute(trx);
	const asked = await sql<KeyOfAlike & { duty: Duty }>`
		with asked as (
			select distinct duty.*, ${alike}
			from ${clocksOpen}
			cross join lateral ${dutyOfClock} as duty
			where ${open} and ${isOwed}
		)
		select version as "versionId", clock, state, due_at as "dueAt", "from", "limit", pauses,
			to_jsonb(asked) - array['version', 'clock', 'state', 'due_at', 'limit', 'pauses', 'from'] as duty
		from asked`.execute(trx);
	const duties = Map.groupBy(asked.rows, keyOfAlike);
	return counted.rows.map((row) => {
		const { from: _from, ...one } = row;
		const owed = duties.get(keyOfAlike({ ...row, ...row.counted })) ?? [];
		return { ...one, dueAt: one.dueAt.toISOString(), duties: owed.map(({ duty }) => duty) };
	});
}

type AlikeInRows = Omit<ClocksAlike, "dueAt" | "duties"> & {
	dueAt: Date;
	/** The day or the moment from which they are counted. */
	from: string;
};
type KeyOfAlike = Pick<AlikeInRows, "versionId" | "clock" | "state" | "dueAt" | "from"> &
	Pick<Counted, "limit" | "pauses">;

/** By which of what is alike two statements speak of the same. */
const keyOfAlike = ({ versionId, clock, state, dueAt, limit, pauses, from }: KeyOfAlike): string =>
	JSON.stringify([versionId, clock, state, dueAt, limit, pauses, from]);

/** @param rows those of one clock side by side */
function clocksOf(rows: readonly RowToCount[], dutyOf: (text: string) => Duty): CountedClock[] {
	const clocks: CountedClock[] = [];
	for (const row of rows) {
		const { differenceId, reference, versionId, lastSeq, clock, round, state, strength } = row;
		const duties = row.isOwed ? [dutyOf(row.duty)] : [];
		const before = clocks.at(-1);
		if (before?.differenceId === differenceId && before.clock === clock && before.round === round)
			before.duties.push(...duties);
		else
			clocks.push({
				differenceId,
				reference,
				versionId,
				lastSeq,
				clock,
				round,
				duties,
				state,
				strength,
				dueAt: row.dueAt.toISOString(),
				counted: row.counted,
				readers: row.readers,
			});
	}
	return clocks;
}

/**
 * Adds an entry to the record for each date that moved, and brings what is derived from it up to date: for many
 * of them at once, for thousands may move together. A test replays the records and compares.
 *
 * @param moved in order of difference, and all of each; as many as are read at once
 * @param at ISO instant
 * @returns the entries that were added
 */
export async function saveMovedClocks(
	trx: Trx,
	partnershipId: string,
	moved: readonly MovedClock[],
	at: string,
): Promise<ActInRecord[]> {
	if (moved.length === 0) return [];
	const added = new Map<string, number>();
	const rows = moved.map((each) => {
		const nth = (added.get(each.differenceId) ?? 0) + 1;
		added.set(each.differenceId, nth);
		const { type: _type, ...happening } = {
			type: "clock-changed",
			clock: each.clock,
			how: "calendar",
			was: each.was,
			due: each.due,
			answers: {},
		} satisfies EventBody;
		return {
			difference_id: each.differenceId,
			seq: each.lastSeq + nth,
			clock: each.clock,
			round: each.round,
			due: each.due.due,
			state: each.becomes,
			day: each.due.day,
			standing: standingOf({ state: each.becomes }, each.strength),
			readers: each.readers,
			audience: [...new Set(each.readers.map(sideOfReader))],
			detail: {
				...happening,
				...(Object.keys(each.keptTo).length > 0 && { keptTo: each.keptTo }),
			},
		};
	});
	await sql`
		with moved as materialized (
			select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as moved (
				difference_id uuid, seq integer, clock text, day text, standing text, audience text[], detail jsonb)
		), recorded as (
			insert into event (difference_id, seq, partnership_id, type, at, audience, detail)
			select difference_id, seq, ${partnershipId}, 'clock-changed', ${at}, audience, detail from moved
		), numbered as (
			update difference set last_seq = latest.seq
			from (select difference_id, max(seq) as seq from moved group by difference_id) as latest
			where difference.id = latest.difference_id
		), of_each as (
			select difference_id, jsonb_object_agg(clock, jsonb_build_object('due', day, 'standing', standing)) as dates
			from moved group by difference_id
		)
		update counted set facts = jsonb_set(facts, '{clocks}', (
				select jsonb_agg(case when each.clock->>'until' is null
					then each.clock || coalesce(of_each.dates -> (each.clock->>'clock'), '{}') else each.clock end order by each.nth)
				from jsonb_array_elements(facts->'clocks') with ordinality as each (clock, nth)))
			from of_each
			where counted.difference_id = of_each.difference_id and jsonb_array_length(facts->'clocks') > 0
	`.execute(trx);
	const dates = rows.map(({ difference_id, clock, round, due, state, readers }) => ({
		difference_id,
		clock,
		round,
		due,
		state,
		readers,
	}));
	await sql`select move_clocks(${JSON.stringify(dates)}::jsonb)`.execute(trx);
	await saveNextDates(
		trx,
		Map.groupBy(
			moved.flatMap(({ differenceId, readers }) =>
				readers.map((reader) => ({ differenceId, reader })),
			),
			({ differenceId }) => differenceId,
		),
		at,
	);
	return rows.map(({ difference_id, seq }) => ({ differenceId: difference_id, seq }));
}

/** Has the lists show the date that comes next to each reader whose dates moved. */
async function saveNextDates(
	trx: Trx,
	told: ReadonlyMap<string, readonly { reader: Reader }[]>,
	at: string,
): Promise<void> {
	const clocks = await trx
		.selectFrom("clock")
		.where("difference_id", "=", sql<string>`any(${[...told.keys()]}::uuid[])`)
		.select(["difference_id", "strength", "state", "due_as_seen"])
		.execute();
	const ofEach = Map.groupBy(clocks, (clock) => clock.difference_id);
	const rows = [...told].flatMap(([difference_id, readers]) =>
		[...new Set(readers.map(({ reader }) => reader))].map((reader) => {
			const next = nextDue(
				(ofEach.get(difference_id) ?? []).flatMap(({ strength, state, due_as_seen }) => {
					const due = (due_as_seen as Record<Reader, string> | null)?.[reader];
					return due === undefined ? [] : { due, strength, state };
				}),
			);
			return { difference_id, reader, due: next?.due ?? null, due_is: next?.is ?? "limit" };
		}),
	);
	await sql`
		update difference_party as party set changed_at = ${at}, next_due_at = next.due, next_due_is = next.due_is
		from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as next (difference_id uuid, reader text, due timestamptz, due_is text)
		where party.difference_id = next.difference_id and party.reader = next.reader
	`.execute(trx);
}
