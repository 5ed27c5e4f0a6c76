/**
 * What calls for reminders, which went already and when each thing is looked at next. When to remind is a rule in
 * domain/difference/reminders, whom in domain/people/who-answers.ts.
 */
import { type RawBuilder, sql } from "kysely";
import type { SideNames } from "../domain/difference/told/words.ts";
import type { Digest } from "../domain/people/digest.ts";
import type { Duty } from "../domain/people/who-answers.ts";
import {
	type Binding,
	bindingOf,
	isAgencySide,
	isMainSide,
	type Side,
	type Strength,
} from "../domain/protocol/protocol.ts";
import { askedOnce } from "./asked-once.ts";
import type { Db, Trx } from "./db.ts";
import { clockOfOpenStep, dutySql, givenTo, rankOfLevel, recordDutySql } from "./duties.ts";
import { listOf } from "./list-of.ts";
import { readInPieces } from "./read-in-pieces.ts";

/** Something that somebody owes, with all that a reminder of it needs: an open step, or a clock of no one step. */
export type ToRemind = Duty & {
	what: "step" | "clock" | "record";
	/** The step or the clock, by its name in the protocol; of a record the step that it is of. */
	owed: string;
	differenceId: string;
	/** Entries of the difference so far: once there are more, this is history. */
	lastSeq: number;
	reference: string;
	versionId: string;
	/** The side that owes it. */
	side: Side;
	/** The stage that this side knows of; null for a step, which has its own. */
	stage: string | null;
	/**
	 * What is reminded of: a step that is opened again is owed anew, and a date that moves is a date anew. A reminder
	 * goes once for each of these, rule and person.
	 */
	obligation: string;
	/** ISO day. */
	openedOn: string;
	/** ISO instant. */
	dueAt: string | null;
	paused: boolean;
	/** What its date is. */
	binding: Binding;
	/** The child is said not to be safe now. */
	notSafe: boolean;
	/** When it was to be looked at: milliseconds since 1970, or infinite. */
	nextAt: number;
};

/**
 * Holds the partnership's reminders until `trx` ends, so that two sweeps never send one twice, and none misses
 * who stands in for whom from now on.
 */
export async function lockReminders(trx: Trx, partnershipId: string): Promise<void> {
	await sql`select pg_advisory_xact_lock(hashtextextended(${`reminders ${partnershipId}`}, 0))`.execute(
		trx,
	);
}

/** What the moments of the next reminders were worked out by; empty before the first time. */
export async function findPlannedBy(db: Db | Trx, partnershipId: string): Promise<string> {
	const row = await db
		.selectFrom("partnership")
		.where("id", "=", partnershipId)
		.select("reminders_planned_by")
		.executeTakeFirstOrThrow();
	return row.reminders_planned_by;
}

/** @param by empty: everything is looked at anew by the next sweep */
export async function savePlannedBy(trx: Trx, partnershipId: string, by: string): Promise<void> {
	await trx
		.updateTable("partnership")
		.set({ reminders_planned_by: by })
		.where("id", "=", partnershipId)
		.execute();
}

/** What is owed in one difference. */
export const listToRemindIn = (
	db: Db | Trx,
	partnershipId: string,
	difference: string,
): Promise<ToRemind[]> =>
	askedOnce(`owed in ${difference}`, () =>
		listToRemind(db, partnershipId, { differences: [difference] }),
	);

/**
 * What is owed in a partnership; of it, what may call for a reminder by `now`, or what is owed in some differences.
 *
 * @param now ISO instant
 */
export async function listToRemind(
	db: Db | Trx,
	partnershipId: string,
	asked: { now?: string; differences?: readonly string[] } = {},
): Promise<ToRemind[]> {
	return toRemind((await askedToRemind(partnershipId, asked).execute(db)).rows);
}

/** So many of what is owed are read at once. */
const inPiece = 5_000;

/** All that is owed in a partnership, in pieces: most of it calls for nothing, and need not be held together. */
export async function* eachToRemind(
	trx: Trx,
	partnershipId: string,
	size = inPiece,
): AsyncGenerator<ToRemind[], void> {
	for await (const rows of readInPieces(trx, askedToRemind(partnershipId, {}), size))
		yield toRemind(rows);
}

type RowToRemind = Omit<ToRemind, "binding"> & { strength: Strength | null };

const toRemind = (rows: readonly RowToRemind[]): ToRemind[] =>
	rows.map(({ strength, ...row }) => ({ ...row, binding: bindingOf(strength ?? "hard") }));

function askedToRemind(
	partnershipId: string,
	{ now, differences }: { now?: string; differences?: readonly string[] },
): RawBuilder<RowToRemind> {
	const asked = (table: string) => sql`
		${sql.table(table)}.partnership_id = ${partnershipId}
		${now === undefined ? sql`` : sql`and ${sql.table(table)}.next_reminder_at <= ${now}`}
		${differences === undefined ? sql`` : sql`and ${sql.table(table)}.difference_id = any(${listOf(differences, "uuid")})`}`;
	return sql<RowToRemind>`
		select 'step' as what, o.step as owed, d.id as "differenceId", d.last_seq as "lastSeq", d.reference,
			d.protocol_version_id as "versionId", o.side, null as stage,
			${obligation(sql`o.step`, sql`o.opened_at`)} as obligation, ${dayOf(sql`o.opened_at`)} as "openedOn",
			${dueAt} as "dueAt", coalesce(c.state = 'paused', false) as paused, ${dutySql("o")}, ${givenTo("o", sql`o.person_id`)} as person,
			o.only_given as "onlyTheirs", o.barred, d.sealed_for as "knownOnlyTo", c.strength, o.not_safe as "notSafe",
			${milliseconds(sql`o.next_reminder_at`)} as "nextAt"
		from open_step o
		join difference d on d.id = o.difference_id
		${clockOfOpenStep} and c.strength <> 'indicative'
		where ${asked("o")}
		union all
		select 'clock', c.clock, d.id, d.last_seq, d.reference, d.protocol_version_id, c.side, party.stage, ${obligation(sql`c.clock`, sql`c.started_at`)}, ${dayOf(sql`c.started_at`)},
			${dueAt}, false, ${dutySql("c")}, ${givenTo("c")}, false, c.barred, d.sealed_for, c.strength, c.not_safe,
			${milliseconds(sql`c.next_reminder_at`)}
		from clock c
		join difference d on d.id = c.difference_id
		cross join lateral (
			select p.stage from difference_party p
			where p.difference_id = c.difference_id and p.side = c.side and p.reader = any(c.audience)
			order by ${rankOfLevel("p.level")} limit 1) party
		where ${asked("c")} and c.step is null and c.steps is null and c.state in ('running', 'ran-out')
			and c.strength <> 'indicative'
		union all
		select 'record', r.step, d.id, d.last_seq, d.reference, d.protocol_version_id, r.side, null,
			${toRecord} || ' ' || ${second(sql`r.since`)} || ' -', ${dayOf(sql`r.since`)},
			null, false, ${recordDutySql}, r.person_id, false, '{}', d.sealed_for, null, r.not_safe,
			${milliseconds(sql`r.next_reminder_at`)}
		from record_owed r
		join difference d on d.id = r.difference_id
		where ${asked("r")}`;
}

/** What the sides of each of these are called, in their order: the two agencies, and one involved besides that owes it. */
export async function listNamesOfSides(
	db: Db | Trx,
	owed: readonly Pick<ToRemind, "differenceId" | "side" | "agency">[],
): Promise<SideNames[]> {
	if (owed.length === 0) return [];
	const { rows } = await sql<{ raising: string; receiving: string | null; owes: string | null }>`
		select raising.name as raising, receiving.name as receiving, owes.name as owes
		from unnest(${owed.map(({ differenceId }) => differenceId)}::uuid[], ${owed.map(({ agency }) => agency)}::uuid[])
			with ordinality as asked (difference_id, agency, nth)
		join difference d on d.id = asked.difference_id
		join agency raising on raising.id = d.raising_agency_id
		left join agency receiving on receiving.id = d.receiving_agency_id
		left join agency owes on owes.id = asked.agency
		order by asked.nth`.execute(db);
	return rows.map(({ raising, receiving, owes }, nth) => {
		const { side = "" } = owed[nth] ?? {};
		return {
			raising,
			receiving,
			...(owes !== null && isInvolvedSide(side) && { involved: { [side]: owes } }),
		};
	});
}

const isInvolvedSide = (side: Side): boolean => isAgencySide(side) && !isMainSide(side);

// Said as text where they are stored: tens of thousands are read at once.
type Column = RawBuilder<unknown>;
const second = (at: Column) => sql`to_char(${at} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS')`;
const obligation = (owed: Column, openedAt: Column) =>
	sql`${owed} || ' ' || ${second(openedAt)} || ' ' || coalesce(${second(sql`c.due_at`)}, '-')`;
const dayOf = (at: Column) => sql`to_char(${at} at time zone 'Europe/London', 'YYYY-MM-DD')`;
const dueAt = sql`to_char(c.due_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const milliseconds = (at: Column) => sql`(extract(epoch from ${at}) * 1000)::float8`;

/** What a record that is owed is called among what is reminded of: no step and no clock has a name like it. */
const toRecord = sql`'record:' || r.step || ':' || r.agency_id`;

/** One reminder to one person. */
export type PersonalReminder = {
	differenceId: string;
	obligation: string;
	rule: string;
	personId: string;
};

/** Which of these went already, as their place in the list. */
export async function listAlreadySent(
	db: Db | Trx,
	reminders: readonly PersonalReminder[],
): Promise<Set<number>> {
	if (reminders.length === 0) return new Set();
	const { rows } = await sql<{ nth: number }>`
		select asked.nth::integer as nth
		from ${asRows(reminders)}
		join reminder using (difference_id, obligation, rule, person_id)`.execute(db);
	return new Set(rows.map(({ nth }) => nth - 1));
}

const asRows = (reminders: readonly PersonalReminder[]) => sql`
	unnest(${reminders.map((each) => each.differenceId)}::uuid[], ${reminders.map((each) => each.obligation)}::text[],
		${reminders.map((each) => each.rule)}::text[], ${reminders.map((each) => each.personId)}::uuid[])
		with ordinality as asked (difference_id, obligation, rule, person_id, nth)`;

/**
 * The rules by which somebody was reminded already, by difference and obligation: `alreadySent` finds them.
 *
 * @param personId anybody, where left out
 */
export async function listRulesAlreadySent(
	db: Db | Trx,
	differences: readonly string[],
	personId?: string,
): Promise<Map<string, string[]>> {
	const gone = new Map<string, string[]>();
	if (differences.length === 0) return gone;
	const rows = await db
		.selectFrom("reminder")
		.where("difference_id", "in", differences)
		.$if(personId !== undefined, (asked) => asked.where("person_id", "=", personId ?? ""))
		.select(["difference_id", "obligation", "rule"])
		.distinct()
		.execute();
	for (const { difference_id, obligation, rule } of rows) {
		const key = keyOf(difference_id, obligation);
		gone.set(key, [...(gone.get(key) ?? []), rule]);
	}
	return gone;
}

export const alreadySent = (
	gone: Map<string, string[]>,
	of: Pick<ToRemind, "differenceId" | "obligation">,
): string[] => gone.get(keyOf(of.differenceId, of.obligation)) ?? [];

const keyOf = (differenceId: string, obligation: string) => `${differenceId} ${obligation}`;

/**
 * Keeps these differences as they are until `trx` ends.
 *
 * @returns those that are still as they were looked at; one in which somebody is acting just now is not waited for
 */
export async function holdUnchanged(
	trx: Trx,
	looked: readonly Pick<ToRemind, "differenceId" | "lastSeq">[],
): Promise<Set<string>> {
	if (looked.length === 0) return new Set();
	const { rows } = await sql<{ id: string }>`
		select d.id from difference d
		join (select distinct id, seq from unnest(${looked.map((each) => each.differenceId)}::uuid[],
			${looked.map((each) => each.lastSeq)}::integer[]) as asked (id, seq)) as asked
			on asked.id = d.id and asked.seq = d.last_seq
		for key share of d skip locked`.execute(trx);
	return new Set(rows.map(({ id }) => id));
}

/** Notes that reminders go, each as part of a message that is in the outbox already. */
export async function addReminders(
	trx: Trx,
	partnershipId: string,
	at: string,
	reminders: readonly (PersonalReminder & { messageId: string })[],
): Promise<void> {
	if (reminders.length === 0) return;
	await sql`
		insert into reminder (difference_id, obligation, rule, person_id, partnership_id, message_id, at)
		select difference_id, obligation, rule, person_id, ${partnershipId}, message_id, ${at}
		from ${asRows(reminders)}
		join unnest(${reminders.map((each) => each.messageId)}::uuid[]) with ordinality as part (message_id, nth) using (nth)`.execute(
		trx,
	);
}

/** When something is to be looked at next: milliseconds since 1970; infinite for never, while it is as it is. */
export type NextReminder = {
	of: Pick<ToRemind, "what" | "owed" | "differenceId" | "lastSeq" | "agency">;
	nextAt: number;
};

/** So many are kept in one statement, which reads all differences for it. */
const keptAtOnce = 25_000;

/**
 * Keeps when the next reminders may go. Whatever changed since it was looked at, or is being changed just now,
 * is left alone: it will be looked at again. In pieces, so that no statement takes longer than it may.
 */
export async function saveNextReminders(trx: Trx, planned: readonly NextReminder[]): Promise<void> {
	for (const [what, table] of [
		["step", "open_step"],
		["clock", "clock"],
		["record", "record_owed"],
	] as const) {
		const rows = planned.filter(({ of }) => of.what === what);
		for (let from = 0; from < rows.length; from += keptAtOnce)
			await saveNextOf(trx, what, table, rows.slice(from, from + keptAtOnce));
	}
}

async function saveNextOf(
	trx: Trx,
	what: ToRemind["what"],
	table: string,
	rows: readonly NextReminder[],
): Promise<void> {
	const owed = what === "clock" ? sql`o.clock` : sql`o.step`;
	await sql`
		update ${sql.table(table)} as kept set next_reminder_at = free.next_at
		from (
			select o.ctid, to_timestamp(asked.next_at / 1000) as next_at
			from unnest(${rows.map(({ of }) => of.differenceId)}::uuid[], ${rows.map(({ of }) => of.owed)}::text[],
				${rows.map(({ of }) => of.lastSeq)}::integer[], ${rows.map(({ nextAt }) => nextAt)}::float8[],
				${rows.map(({ of }) => of.agency)}::uuid[])
				as asked (difference_id, owed, seq, next_at, agency)
			join difference d on d.id = asked.difference_id and d.last_seq = asked.seq
			join ${sql.table(table)} as o on o.difference_id = asked.difference_id and ${owed} = asked.owed
				${what === "record" ? sql`and o.agency_id = asked.agency` : sql``}
			for update of o skip locked
		) as free
		where kept.ctid = free.ctid`.execute(trx);
}

/** People who get one message each morning, and the day on which they last got it. */
export async function listMorningReaders(
	db: Db | Trx,
	partnershipId: string,
): Promise<{ id: string; lastOn: string | null }[]> {
	const rows = await db
		.selectFrom("person")
		.where("partnership_id", "=", partnershipId)
		.where("digest", "=", "each-morning")
		.where("left_at", "is", null)
		.select(["id", "digest_on"])
		.execute();
	return rows.map(({ id, digest_on }) => ({ id, lastOn: digest_on }));
}

/** @param day ISO day on which these people got, or would have got, their morning's message */
export async function saveDigestsOn(
	trx: Trx,
	people: readonly string[],
	day: string,
): Promise<void> {
	await trx.updateTable("person").set({ digest_on: day }).where("id", "in", people).execute();
}

export async function findDigest(db: Db | Trx, personId: string): Promise<Digest> {
	const row = await db
		.selectFrom("person")
		.where("id", "=", personId)
		.select("digest")
		.executeTakeFirstOrThrow();
	return row.digest;
}

/** @param today the day on which it was set: the first morning is the next one */
export async function saveDigest(
	trx: Trx,
	personId: string,
	digest: Digest,
	today: string,
): Promise<void> {
	await trx
		.updateTable("person")
		.set({ digest, digest_on: today })
		.where("id", "=", personId)
		.execute();
}

/**
 * Whether a message reminds of nothing that is still owed, or only of what a later one to the same person says
 * again: it waited too long to be of use. False for a message that reminds of nothing.
 */
export async function isPastReminder(db: Db | Trx, messageId: string): Promise<boolean> {
	const { rows } = await sql<{ past: boolean }>`
		select case when m.kind = 'each-morning'
			then exists (
				select from message later
				where later.to_person = m.to_person and later.kind = m.kind and later.created_at > m.created_at)
			else (select count(*) > 0 and not bool_or(of_use) from (
				select not exists (
						select from reminder later
						where later.difference_id = r.difference_id and later.person_id = r.person_id and later.at > r.at
							and split_part(later.obligation, ' ', 1) = owed)
					and (exists (
							select from open_step o ${clockOfOpenStep}
							where o.difference_id = r.difference_id and o.step = owed and c.state is distinct from 'paused')
						or exists (
							select from clock c
							where c.difference_id = r.difference_id and c.clock = owed and c.step is null and c.steps is null
								and c.state in ('running', 'ran-out'))
						or exists (
							select from record_owed r2
							where r2.difference_id = r.difference_id and 'record:' || r2.step || ':' || r2.agency_id = owed)) as of_use
				from reminder r, split_part(r.obligation, ' ', 1) as owed
				where r.message_id = m.id) as reminded)
			end as past
		from message m where m.id = ${messageId}`.execute(db);
	return rows[0]?.past ?? false;
}
