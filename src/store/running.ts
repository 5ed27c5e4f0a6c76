/** What is known of how Concord is running: counts and moments, of nobody and of no difference. */
import { sql } from "kysely";
import { strengthsOf } from "../domain/protocol/protocol.ts";
import type { InstallationFigures, JobRun, PartnershipFigures } from "../domain/running/running.ts";
import type { Db } from "./db.ts";
import { cameBack } from "./messages.ts";

/** Notes that a job which goes by the clock ended well, or failed. @param at ISO instant */
export async function saveJobRun(
	db: Db,
	name: string,
	ended: "done" | "failed",
	at: string,
): Promise<void> {
	const column = ended === "done" ? { done_at: at } : { failed_at: at };
	await db
		.insertInto("job_run")
		.values({ name, ...column })
		.onConflict((conflict) => conflict.column("name").doUpdateSet(column))
		.execute();
}

export async function listJobRuns(db: Db): Promise<JobRun[]> {
	const rows = await db.selectFrom("job_run").orderBy("name").selectAll().execute();
	return rows.map(({ name, done_at, failed_at }) => ({
		name,
		doneAt: done_at?.toISOString() ?? null,
		failedAt: failed_at?.toISOString() ?? null,
	}));
}

/** Work whose time has come and that is not done, and how many seconds the oldest has been due by the database's clock. */
export async function countQueued(db: Db): Promise<InstallationFigures["queue"]> {
	const none = { waiting: 0, oldest: null };
	// The queue makes its tables by itself, at the first start.
	const { rows: made } = await sql<{ there: boolean }>`
		select to_regclass('pgboss.job') is not null as there`.execute(db);
	if (!made[0]?.there) return none;
	const { rows } = await sql<{ waiting: number; oldest: number | null }>`
		select count(*)::int as waiting, extract(epoch from now() - min(start_after))::float as oldest
		from pgboss.job where state in ('created', 'retry') and start_after <= now()`.execute(db);
	return rows[0] ?? none;
}

/** Messages of the outbox over all partnerships; the ISO instant from which the oldest waits. */
export async function countOutbox(
	db: Db,
): Promise<{ waiting: number; failed: number; oldest: string | null }> {
	const row = await db
		.selectFrom("message")
		.select([
			sql<number>`count(*) filter (where state = 'waiting')::int`.as("waiting"),
			sql<number>`count(*) filter (where ${undealt})::int`.as("failed"),
			sql<Date | null>`min(created_at) filter (where state = 'waiting')`.as("oldest"),
		])
		.executeTakeFirstOrThrow();
	return { ...row, oldest: row.oldest?.toISOString() ?? null };
}

/** Did not arrive, and nobody has dealt with it. */
const undealt = sql`state = 'failed' and failed_at is not null and failure_seen_at is null`;

/** A partnership's mail. @param since ISO instant from which what went and what failed counts */
export async function countMail(
	db: Db,
	partnershipId: string,
	since: string,
): Promise<PartnershipFigures["mail"]> {
	const row = await db
		.selectFrom("message")
		.where("partnership_id", "=", partnershipId)
		.select([
			sql<number>`count(*) filter (where state = 'waiting')::int`.as("waiting"),
			sql<Date | null>`min(created_at) filter (where state = 'waiting')`.as("oldest"),
			sql<number>`count(*) filter (where state = 'sent' and sent_at >= ${since})::int`.as(
				"accepted",
			),
			sql<number>`count(*) filter (where state = 'failed' and failed_at >= ${since}
				and not starts_with(error, ${cameBack}))::int`.as("failed"),
			sql<number>`count(*) filter (where state = 'failed' and failed_at >= ${since}
				and starts_with(error, ${cameBack}))::int`.as("came_back"),
			sql<number>`count(*) filter (where ${undealt})::int`.as("undealt"),
		])
		.executeTakeFirstOrThrow();
	return {
		waiting: row.waiting,
		oldestWaiting: row.oldest?.toISOString() ?? null,
		accepted: row.accepted,
		failed: row.failed,
		cameBack: row.came_back,
		undealt: row.undealt,
	};
}

/** What an office owes in open differences, by version and step: how many, and since when the oldest. */
export async function countOwedBy(
	db: Db,
	partnershipId: string,
	office: string,
	reader?: string,
): Promise<{ versionId: string; step: string; count: number; oldest: string }[]> {
	const rows = await db
		.selectFrom("open_step")
		.innerJoin("difference", "difference.id", "open_step.difference_id")
		.where("open_step.partnership_id", "=", partnershipId)
		.where("open_step.office", "=", office)
		.where("difference.status", "=", "open")
		.where(notSealedFrom(reader))
		.groupBy(["difference.protocol_version_id", "open_step.step"])
		.select([
			"difference.protocol_version_id as version",
			"open_step.step",
			sql<number>`count(*)::int`.as("count"),
			sql<Date>`min(open_step.opened_at)`.as("oldest"),
		])
		.execute();
	return rows.map(({ version, step, count, oldest }) => ({
		versionId: version,
		step,
		count,
		oldest: oldest.toISOString(),
	}));
}

/** What a person of an office may count: all that is not sealed, and what is sealed for them; of nobody in particular, all. */
const notSealedFrom = (reader: string | undefined) =>
	reader === undefined
		? sql<boolean>`true`
		: sql<boolean>`(difference.sealed_for is null or ${reader}::uuid = any(difference.sealed_for))`;

/** Limits that are past and not met, in what an office was sent. @param now ISO instant @param reader who is told, if it is a person */
export async function countLate(
	db: Db,
	partnershipId: string,
	office: string,
	now: string,
	reader?: string,
): Promise<PartnershipFigures["late"]> {
	return db
		.selectFrom("clock")
		.innerJoin("difference", "difference.id", "clock.difference_id")
		.where("clock.partnership_id", "=", partnershipId)
		.where("difference.status", "=", "open")
		.where(notSealedFrom(reader))
		.where("clock.strength", "in", strengthsOf("limit"))
		.where(
			sql<boolean>`(clock.state = 'ran-out' or clock.state = 'running' and clock.due_at < ${now})`,
		)
		.where(({ exists, selectFrom }) =>
			exists(
				selectFrom("difference_party")
					.whereRef("difference_party.difference_id", "=", "clock.difference_id")
					.where("difference_party.office", "=", office)
					.select("difference_party.side"),
			),
		)
		.select([
			sql<number>`count(*)::int`.as("limits"),
			sql<number>`count(distinct clock.difference_id)::int`.as("differences"),
		])
		.executeTakeFirstOrThrow();
}
