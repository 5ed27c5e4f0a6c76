/** Schedules of retention, holds and what was decided of a difference whose time is over. What was disposed of is in disposals.ts. */
import { sql } from "kysely";
import type { IsoDay } from "../domain/calendar/iso-day.ts";
import { replay } from "../domain/difference/difference.ts";
import { childrenIn } from "../domain/difference/same-child.ts";
import type { Protocol } from "../domain/protocol/protocol.ts";
import type { Decision, Hold } from "../domain/retention/decision.ts";
import type { Ended } from "../domain/retention/due.ts";
import { type Schedule, schedule, usualSchedule } from "../domain/retention/schedule.ts";
import { londonDay } from "../domain/time.ts";
import { SealFault } from "../keys/faults.ts";
import type { Key, Place } from "../keys/sealed.ts";
import type { Db, Trx } from "./db.ts";
import { loadDifference } from "./differences.ts";
import { keyColumns, withKeysOf } from "./keys.ts";
import { keyFor, openAsLinked, sealValue } from "./sealed-values.ts";

/** A schedule as it stands; version 0 is the one that Concord comes with. */
export type SavedSchedule = {
	version: number;
	rules: Schedule;
	saved: { why: string; at: string; by: string } | null;
};

/** Every version of a partnership's schedule, the newest first; the usual one is the last. */
export async function listSchedules(db: Db | Trx, partnershipId: string): Promise<SavedSchedule[]> {
	const rows = await db
		.selectFrom("retention_schedule as saved")
		.innerJoin("person", "person.id", "saved.saved_by")
		.where("saved.partnership_id", "=", partnershipId)
		.orderBy("saved.version", "desc")
		.select(["saved.version", "saved.rules", "saved.why", "saved.saved_at", "person.name"])
		.execute();
	return [
		...rows.map((row) => ({
			version: row.version,
			rules: schedule.parse(row.rules),
			saved: { why: row.why, at: row.saved_at.toISOString(), by: row.name },
		})),
		{ version: 0, rules: usualSchedule, saved: null },
	];
}

/** The schedule in force. */
export async function findSchedule(db: Db | Trx, partnershipId: string): Promise<SavedSchedule> {
	const [latest] = await listSchedules(db, partnershipId);
	return latest ?? { version: 0, rules: usualSchedule, saved: null };
}

/** @returns false when somebody saved this version meanwhile. @param saved `at` ISO instant */
export async function addSchedule(
	trx: Trx,
	partnershipId: string,
	saved: { version: number; rules: Schedule; why: string; at: string; by: string },
): Promise<boolean> {
	const row = await trx
		.insertInto("retention_schedule")
		.values({
			partnership_id: partnershipId,
			version: saved.version,
			rules: JSON.stringify(saved.rules),
			why: saved.why,
			saved_at: saved.at,
			saved_by: saved.by,
		})
		.onConflict((conflict) => conflict.doNothing())
		.returning("version")
		.executeTakeFirst();
	return row !== undefined;
}

/** A difference as retention sees it: by reference and agencies, whoever may open it. */
export type Retained = {
	id: string;
	reference: string;
	raising: string;
	/** Null where there is no other agency. */
	receiving: string | null;
	versionId: string;
	isOpen: boolean;
	/** The stage at which it stands or ended. */
	stage: string;
	ending: string | null;
	endedOn: IsoDay | null;
	/** What goes on with it under another protocol is open. */
	goesOn: boolean;
	/** Somebody asked to see what is held about them, and waits for their answer. */
	isAskedFor: boolean;
	decisions: Decision[];
	holds: Hold[];
};

/** Which are asked for: those that ended by a day, those of some identifiers, the one of a reference, or those with a hold or a decision. */
export type WhichRetained =
	| { endedBy: IsoDay }
	| { id: string }
	| { reference: string }
	| { isDecided: true };

export async function listRetained(
	db: Db | Trx,
	partnershipId: string,
	which: WhichRetained,
): Promise<Retained[]> {
	const rows = await db
		.selectFrom("difference")
		.innerJoin("agency as raising", "raising.id", "difference.raising_agency_id")
		.leftJoin("agency as receiving", "receiving.id", "difference.receiving_agency_id")
		.where("difference.partnership_id", "=", partnershipId)
		.$if("endedBy" in which, (query) =>
			query
				.where("difference.status", "=", "ended")
				.where(
					"difference.ended_at",
					"<",
					sql<Date>`(${(which as { endedBy: IsoDay }).endedBy}::date + 1)::timestamptz`,
				),
		)
		.$if("id" in which, (query) => query.where("difference.id", "=", (which as { id: string }).id))
		.$if("reference" in which, (query) =>
			query.where(
				sql<boolean>`upper(replace(difference.reference, '-', '')) = ${(which as { reference: string }).reference.toUpperCase()}`,
			),
		)
		.$if("isDecided" in which, (query) =>
			query.where((where) =>
				where.or([
					where.exists(
						where
							.selectFrom("legal_hold")
							.whereRef("legal_hold.difference_id", "=", "difference.id")
							.where("legal_hold.lifted_at", "is", null)
							.select("legal_hold.id"),
					),
					where.exists(
						where
							.selectFrom("retention_decision")
							.whereRef("retention_decision.difference_id", "=", "difference.id")
							.select("retention_decision.number"),
					),
				]),
			),
		)
		.orderBy("difference.ended_at")
		.orderBy("difference.reference")
		.select([
			"difference.id",
			"difference.reference",
			"difference.protocol_version_id",
			"difference.status",
			"difference.stage",
			"difference.ending",
			"difference.ended_at",
			"raising.name as raising",
			"receiving.name as receiving",
			sql<boolean>`exists (select from difference later
				where later.continues_id = difference.id and later.status = 'open')`.as("goes_on"),
			sql<boolean>`exists (select from (
				select request_id, difference_id, is_theirs from subject_request_difference
				union all select request_id, difference_id, is_theirs from subject_request_named) as found
				join subject_request asked on asked.id = found.request_id
				where found.difference_id = difference.id and found.is_theirs is distinct from false
					and asked.closed_at is null)`.as("is_asked_for"),
		])
		.execute();
	const ids = rows.map(({ id }) => id);
	const [decisions, holds] = [await decisionsOf(db, ids), await holdsOf(db, ids)];
	return rows.map((row) => ({
		id: row.id,
		reference: row.reference,
		raising: row.raising,
		receiving: row.receiving,
		versionId: row.protocol_version_id,
		isOpen: row.status === "open",
		stage: row.stage,
		ending: row.ending,
		endedOn: row.ended_at && dayOf(row.ended_at),
		goesOn: row.goes_on,
		isAskedFor: row.is_asked_for,
		decisions: decisions.get(row.id) ?? [],
		holds: holds.get(row.id) ?? [],
	}));
}

const dayOf = (at: Date): IsoDay => londonDay(at.toISOString());

/** Why something is kept may tell the story: it is sealed under the key of its difference. In base64, so that it is linked as a text. */
const sealReason = (key: Key, reason: string, place: Place): string =>
	sealValue(key, reason, place).toString("base64");
const openReason = (
	key: Key,
	{ before }: { before: Uint8Array[] | null },
	sealed: string,
	place: Place,
): string => String(openAsLinked(key, before, sealed, place).value);
/** A decision counts, whether or not its reason can be opened. */
const closed = "What was written here cannot be opened.";

export const placeOfDecision = (differenceId: string, number: number): Place => [
	"retention_decision",
	differenceId,
	String(number),
];
export const placeOfHold = (id: string, field: "reason" | "lifted_why"): Place => [
	"legal_hold",
	id,
	field,
];

async function decisionsOf(db: Db | Trx, ids: string[]): Promise<Map<string, Decision[]>> {
	const found = new Map<string, Decision[]>();
	if (ids.length === 0) return found;
	const rows = await db
		.selectFrom("retention_decision as decided")
		.innerJoin("person", "person.id", "decided.by_person")
		.leftJoin("difference_key", "difference_key.difference_id", "decided.difference_id")
		.where(sql<boolean>`decided.difference_id = any(${ids}::uuid[])`)
		.orderBy("decided.number")
		.selectAll("decided")
		.select(["person.name", "difference_key.before", ...keyColumns])
		.execute();
	const reasons = await withKeysOf(db, rows, (row, key) =>
		row.reason === null
			? null
			: openReason(key, row, row.reason, placeOfDecision(row.difference_id, row.number)),
	);
	for (const [nth, row] of rows.entries()) {
		const reason = reasons[nth];
		found.set(row.difference_id, [
			...(found.get(row.difference_id) ?? []),
			{
				number: row.number,
				decides: row.decides,
				keepUntil: row.keep_until,
				reason: row.reason === null ? null : typeof reason === "string" ? reason : closed,
				dueOn: row.due_on,
				at: row.at.toISOString(),
				by: { id: row.by_person, name: row.name },
			},
		]);
	}
	return found;
}

async function holdsOf(db: Db | Trx, ids: string[]): Promise<Map<string, Hold[]>> {
	const found = new Map<string, Hold[]>();
	if (ids.length === 0) return found;
	const rows = await db
		.selectFrom("legal_hold as hold")
		.innerJoin("person as placer", "placer.id", "hold.placed_by")
		.leftJoin("person as lifter", "lifter.id", "hold.lifted_by")
		.leftJoin("difference_key", "difference_key.difference_id", "hold.difference_id")
		.where(sql<boolean>`hold.difference_id = any(${ids}::uuid[])`)
		.orderBy("hold.placed_at")
		.selectAll("hold")
		.select([
			"placer.name as placer",
			"lifter.name as lifter",
			"difference_key.before",
			...keyColumns,
		])
		.execute();
	const said = await withKeysOf(db, rows, (row, key) => ({
		reason: openReason(key, row, row.reason, placeOfHold(row.id, "reason")),
		why: row.lifted_why && openReason(key, row, row.lifted_why, placeOfHold(row.id, "lifted_why")),
	}));
	for (const [nth, row] of rows.entries()) {
		const opened = said[nth];
		const { reason, why } =
			opened === undefined || opened instanceof SealFault
				? { reason: closed, why: closed }
				: opened;
		found.set(row.difference_id, [
			...(found.get(row.difference_id) ?? []),
			{
				id: row.id,
				reason,
				placedAt: row.placed_at.toISOString(),
				placedBy: row.placer,
				lifted:
					row.lifted_at && row.lifter !== null && row.lifted_why !== null
						? { at: row.lifted_at.toISOString(), by: row.lifter, why: why ?? closed }
						: null,
			},
		]);
	}
	return found;
}

/** Whether a difference is on hold. */
export async function isOnHold(db: Db | Trx, differenceId: string): Promise<boolean> {
	const row = await db
		.selectFrom("legal_hold")
		.where("difference_id", "=", differenceId)
		.where("lifted_at", "is", null)
		.select("id")
		.executeTakeFirst();
	return row !== undefined;
}

/** What its schedule asks of a difference that ended. Its record is read for the days of birth, and they go no further. */
export async function findEnded(
	db: Db | Trx,
	protocol: Protocol,
	{ id, stage, ending, endedOn }: Pick<Retained, "id" | "stage" | "ending" | "endedOn">,
): Promise<Ended | undefined> {
	const loaded = await loadDifference(db, id);
	if (!loaded || ending === null || endedOn === null) return undefined;
	const people = childrenIn(protocol, replay(protocol, loaded.header, loaded.entries));
	const born = people.flatMap(({ dateOfBirth, unborn }) =>
		dateOfBirth !== "" && !unborn ? [dateOfBirth] : [],
	);
	return {
		protocol: protocol.id,
		stage,
		ending,
		endedOn,
		born,
		isEveryBirthKnown: people.length > 0 && born.length === people.length,
	};
}

/** Holds a difference until `trx` ends, so that nobody decides twice at once. @returns false where there is none */
export async function lockRetained(trx: Trx, partnershipId: string, id: string): Promise<boolean> {
	const row = await trx
		.selectFrom("difference")
		.where("id", "=", id)
		.where("partnership_id", "=", partnershipId)
		.select("id")
		.forUpdate()
		.executeTakeFirst();
	return row !== undefined;
}

/** @param decision `at` ISO instant */
export async function addDecision(
	trx: Trx,
	partnershipId: string,
	differenceId: string,
	decision: Pick<Decision, "number" | "decides" | "keepUntil" | "reason" | "dueOn" | "at"> & {
		by: string;
		scheduleVersion: number;
	},
): Promise<void> {
	const key = await keyFor(trx, { partnershipId, differenceId });
	await trx
		.insertInto("retention_decision")
		.values({
			difference_id: differenceId,
			number: decision.number,
			partnership_id: partnershipId,
			decides: decision.decides,
			keep_until: decision.keepUntil,
			reason:
				decision.reason === null
					? null
					: sealReason(key, decision.reason, placeOfDecision(differenceId, decision.number)),
			due_on: decision.dueOn,
			schedule_version: decision.scheduleVersion,
			at: decision.at,
			by_person: decision.by,
		})
		.execute();
}

/** @param hold `at` ISO instant */
export async function addHold(
	trx: Trx,
	partnershipId: string,
	differenceId: string,
	hold: { id: string; reason: string; at: string; by: string },
): Promise<void> {
	const key = await keyFor(trx, { partnershipId, differenceId });
	await trx
		.insertInto("legal_hold")
		.values({
			id: hold.id,
			partnership_id: partnershipId,
			difference_id: differenceId,
			reason: sealReason(key, hold.reason, placeOfHold(hold.id, "reason")),
			placed_at: hold.at,
			placed_by: hold.by,
		})
		.execute();
}

/** @param lifted `at` ISO instant */
export async function liftHold(
	trx: Trx,
	holdId: string,
	lifted: { why: string; at: string; by: string },
): Promise<void> {
	const hold = await trx
		.selectFrom("legal_hold")
		.where("id", "=", holdId)
		.select(["partnership_id", "difference_id"])
		.executeTakeFirst();
	if (!hold) return;
	const key = await keyFor(trx, {
		partnershipId: hold.partnership_id,
		differenceId: hold.difference_id,
	});
	await trx
		.updateTable("legal_hold")
		.set({
			lifted_at: lifted.at,
			lifted_by: lifted.by,
			lifted_why: sealReason(key, lifted.why, placeOfHold(holdId, "lifted_why")),
		})
		.where("id", "=", holdId)
		.where("lifted_at", "is", null)
		.execute();
}

/** When whoever decides was last asked. */
export async function findRetentionReminder(
	db: Db | Trx,
	partnershipId: string,
): Promise<{ dueSince: IsoDay; remindedOn: IsoDay; headToldOn: IsoDay | null } | undefined> {
	const row = await db
		.selectFrom("retention_reminder")
		.where("partnership_id", "=", partnershipId)
		.selectAll()
		.executeTakeFirst();
	return (
		row && { dueSince: row.due_since, remindedOn: row.reminded_on, headToldOn: row.head_told_on }
	);
}

/** @param reminder undefined once nothing is due any more */
export async function saveRetentionReminder(
	trx: Trx,
	partnershipId: string,
	reminder: { dueSince: IsoDay; remindedOn: IsoDay; headToldOn: IsoDay | null } | undefined,
): Promise<void> {
	await trx.deleteFrom("retention_reminder").where("partnership_id", "=", partnershipId).execute();
	if (reminder)
		await trx
			.insertInto("retention_reminder")
			.values({
				partnership_id: partnershipId,
				due_since: reminder.dueSince,
				reminded_on: reminder.remindedOn,
				head_told_on: reminder.headToldOn,
			})
			.execute();
}
