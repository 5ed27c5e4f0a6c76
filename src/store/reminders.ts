import { sql } from "kysely";
import type { Db, Trx } from "./db.ts";

/** An open step of a partnership, with all that a reminder of it needs. */
export type ToRemind = {
	differenceId: string;
	reference: string;
	versionId: string;
	raisingAgency: string;
	receivingAgency: string;
	step: string;
	/** ISO instants. */
	openedAt: string;
	dueAt: string | null;
	personId: string | null;
	barred: string[];
	/** Rules that went to each person, as `rule person`. */
	went: string[];
};

/** Holds the partnership's reminders until `trx` ends, so that two sweeps never send one twice. */
export async function lockReminders(
	trx: Trx,
	partnershipId: string,
): Promise<void> {
	await sql`select pg_advisory_xact_lock(hashtextextended(${`reminders ${partnershipId}`}, 0))`.execute(
		trx,
	);
}

/** Everything that is owed in a partnership. */
export async function listToRemind(
	db: Db | Trx,
	partnershipId: string,
): Promise<ToRemind[]> {
	const rows = await db
		.selectFrom("open_step")
		.innerJoin("difference", "difference.id", "open_step.difference_id")
		.leftJoin("clock", (join) =>
			join
				.onRef("clock.difference_id", "=", "open_step.difference_id")
				.onRef("clock.step", "=", "open_step.step")
				.on("clock.state", "in", ["running", "ran-out"])
				.on("clock.strength", "!=", "indicative"),
		)
		.where("open_step.partnership_id", "=", partnershipId)
		.select((select) => [
			"difference.id",
			"difference.reference",
			"difference.protocol_version_id",
			"difference.raising_agency_id",
			"difference.receiving_agency_id",
			"open_step.step",
			"open_step.opened_at",
			"open_step.person_id",
			"open_step.barred",
			"clock.due_at",
			select
				.selectFrom("reminder")
				.whereRef("reminder.difference_id", "=", "open_step.difference_id")
				.where(
					"reminder.obligation",
					"=",
					sql<string>`open_step.step || ' ' || to_char(open_step.opened_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS')`,
				)
				.select(
					sql<
						string[]
					>`array_agg(reminder.rule || ' ' || reminder.person_id)`.as("went"),
				)
				.as("went"),
		])
		.execute();
	return rows.map((row) => ({
		differenceId: row.id,
		reference: row.reference,
		versionId: row.protocol_version_id,
		raisingAgency: row.raising_agency_id,
		receivingAgency: row.receiving_agency_id,
		step: row.step,
		openedAt: row.opened_at.toISOString(),
		dueAt: row.due_at?.toISOString() ?? null,
		personId: row.person_id,
		barred: row.barred,
		went: row.went ?? [],
	}));
}

/** Notes that a reminder goes to somebody: one row for each obligation, rule and person. */
export async function addReminder(
	trx: Trx,
	reminder: {
		partnershipId: string;
		toRemind: ToRemind;
		rule: string;
		personId: string;
		messageId: string;
		at: string;
	},
): Promise<void> {
	const { toRemind } = reminder;
	await trx
		.insertInto("reminder")
		.values({
			partnership_id: reminder.partnershipId,
			difference_id: toRemind.differenceId,
			// A step that is opened again is owed anew, and reminded of anew.
			obligation: `${toRemind.step} ${toRemind.openedAt.slice(0, 19)}`,
			rule: reminder.rule,
			person_id: reminder.personId,
			message_id: reminder.messageId,
			at: reminder.at,
		})
		.execute();
}
