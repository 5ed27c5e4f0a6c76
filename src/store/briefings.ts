import type { Briefing, BriefingText, SectionName } from "../domain/learning/briefing.ts";
import type { Db, Trx } from "./db.ts";

/** @param made `writers` those whose words it begins with; `at` ISO instant */
export async function addBriefing(
	trx: Trx,
	made: BriefingText & {
		id: string;
		partnershipId: string;
		lessons: readonly string[];
		writers: readonly string[];
		at: string;
	},
): Promise<void> {
	await trx
		.insertInto("briefing")
		.values({
			id: made.id,
			partnership_id: made.partnershipId,
			title: made.title,
			sections: JSON.stringify(made.sections),
			writers: [...made.writers],
			written_at: made.at,
			approved_at: null,
		})
		.execute();
	await trx
		.insertInto("briefing_lesson")
		.values(
			made.lessons.map((lesson_id) => ({
				briefing_id: made.id,
				lesson_id,
				partnership_id: made.partnershipId,
			})),
		)
		.execute();
}

/** The briefings of a partnership in these states, the last approved first, then the last written. */
export async function listBriefings(
	db: Db | Trx,
	partnershipId: string,
	states: readonly Briefing["state"][],
	of: { lesson?: string } = {},
): Promise<Briefing[]> {
	const { lesson } = of;
	const rows = await briefings(db)
		.where("briefing.partnership_id", "=", partnershipId)
		.where("briefing.state", "in", [...states])
		.$if(lesson !== undefined, (query) =>
			query.where("briefing.id", "in", (select) =>
				select
					.selectFrom("briefing_lesson")
					.where("briefing_lesson.lesson_id", "=", lesson ?? "")
					.select("briefing_lesson.briefing_id"),
			),
		)
		.orderBy("briefing.approved_at", (by) => by.desc().nullsLast())
		.orderBy("briefing.written_at", "desc")
		.orderBy("briefing.id")
		.execute();
	return withLessons(db, rows);
}

/** A briefing of the partnership. @param lock whether nobody else may change it until the transaction ends */
export async function findBriefing(
	db: Db | Trx,
	partnershipId: string,
	id: string,
	{ lock = false }: { lock?: boolean } = {},
): Promise<Briefing | undefined> {
	const rows = await briefings(db)
		.where("briefing.partnership_id", "=", partnershipId)
		.where("briefing.id", "=", id)
		.$if(lock, (query) => query.forUpdate("briefing"))
		.execute();
	return (await withLessons(db, rows))[0];
}

const briefings = (db: Db | Trx) =>
	db
		.selectFrom("briefing")
		.leftJoin("person as approver", "approver.id", "briefing.approved_by")
		.select([
			"briefing.id",
			"briefing.title",
			"briefing.sections",
			"briefing.state",
			"briefing.revision",
			"briefing.writers",
			"briefing.written_at",
			"briefing.approved_at",
			"approver.name as approved_by",
		]);

type Row = Awaited<ReturnType<ReturnType<typeof briefings>["execute"]>>[number];

async function withLessons(db: Db | Trx, rows: Row[]): Promise<Briefing[]> {
	if (rows.length === 0) return [];
	const from = await db
		.selectFrom("briefing_lesson")
		.where(
			"briefing_id",
			"in",
			rows.map(({ id }) => id),
		)
		.select(["briefing_id", "lesson_id"])
		.orderBy("lesson_id")
		.execute();
	return rows.map((row) => ({
		id: row.id,
		title: row.title,
		sections: row.sections as Record<SectionName, string>,
		state: row.state,
		revision: row.revision,
		writers: row.writers,
		writtenAt: row.written_at.toISOString(),
		approvedAt: row.approved_at?.toISOString() ?? null,
		approvedBy: row.approved_by,
		lessons: from.filter((each) => each.briefing_id === row.id).map(({ lesson_id }) => lesson_id),
	}));
}

/** Keeps what somebody wrote in a draft. @param at ISO instant */
export async function saveBriefingText(
	trx: Trx,
	{ id, revision, writers }: Briefing,
	text: BriefingText,
	by: string,
	at: string,
): Promise<void> {
	await trx
		.updateTable("briefing")
		.set({
			title: text.title,
			sections: JSON.stringify(text.sections),
			revision: revision + 1,
			writers: [...new Set([...writers, by])],
			written_at: at,
		})
		.where("id", "=", id)
		.execute();
}

/** @param at ISO instant */
export async function saveBriefingApproved(
	trx: Trx,
	id: string,
	by: string,
	at: string,
): Promise<void> {
	await trx
		.updateTable("briefing")
		.set({ state: "approved", approved_by: by, approved_at: at })
		.where("id", "=", id)
		.execute();
}

/** Deletes a draft. */
export async function deleteBriefing(trx: Trx, id: string): Promise<void> {
	await trx.deleteFrom("briefing_lesson").where("briefing_id", "=", id).execute();
	await trx.deleteFrom("briefing").where("id", "=", id).execute();
}

/** Takes an approved one out of the library. */
export async function saveBriefingWithdrawn(trx: Trx, id: string): Promise<void> {
	await trx.updateTable("briefing").set({ state: "withdrawn" }).where("id", "=", id).execute();
}
