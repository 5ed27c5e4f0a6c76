import type { Db, Trx } from "./db.ts";

/** Where a draft was typed: a page of a difference, or of raising one (`differenceId` null). */
export type DraftPlace = {
	personId: string;
	differenceId: string | null;
	page: string;
};
export type Draft = { content: Record<string, unknown>; savedAt: string };

const at =
	(place: DraftPlace) =>
	// biome-ignore lint/suspicious/noExplicitAny: the same three columns for select and delete
	(where: any) =>
		where.and([
			where("person_id", "=", place.personId),
			where("page", "=", place.page),
			place.differenceId === null
				? where("difference_id", "is", null)
				: where("difference_id", "=", place.differenceId),
		]);

export async function findDraft(db: Db | Trx, place: DraftPlace): Promise<Draft | undefined> {
	const row = await db
		.selectFrom("draft")
		.where(at(place))
		.select(["content", "saved_at"])
		.executeTakeFirst();
	return (
		row && {
			content: row.content as Draft["content"],
			savedAt: row.saved_at.toISOString(),
		}
	);
}

/** Keeps what was typed, as it was typed: the last save wins. */
export async function saveDraft(
	trx: Trx,
	draft: DraftPlace & {
		id: string;
		partnershipId: string;
		content: Draft["content"];
		savedAt: string;
	},
): Promise<void> {
	const content = JSON.stringify(draft.content);
	await trx
		.insertInto("draft")
		.values({
			id: draft.id,
			partnership_id: draft.partnershipId,
			person_id: draft.personId,
			difference_id: draft.differenceId,
			page: draft.page,
			content,
			saved_at: draft.savedAt,
		})
		.onConflict((conflict) =>
			conflict
				.columns(["person_id", "difference_id", "page"])
				.doUpdateSet({ content, saved_at: draft.savedAt }),
		)
		.execute();
}

export async function deleteDraft(trx: Trx, place: DraftPlace): Promise<void> {
	await trx.deleteFrom("draft").where(at(place)).execute();
}
