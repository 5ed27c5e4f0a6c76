import type { Key, Place } from "../keys/sealed.ts";
import { askForAllPeople, type Db, type Trx } from "./db.ts";
import { keyFor, keyUnlessDisposed, openValue, sealValue, unlessClosed } from "./sealed-values.ts";

/** Where a draft was typed. */
export type DraftPlace = {
	/** Whose own it is; null where everybody who may do what is typed there writes in the same one. */
	owner: string | null;
	/** Null on pages of no difference, such as those of raising one. */
	differenceId: string | null;
	page: string;
};
export type Draft = {
	content: Record<string, unknown>;
	/** ISO instant. */
	savedAt: string;
	/** Who wrote in it last. */
	savedBy: { id: string; name: string };
};

export type ToKeep = { content: Draft["content"]; isTheirs?: boolean };

/** What stands in a place, in `draft` and in `file_draft`. */
export const atPlace =
	(table: "draft" | "file_draft", place: DraftPlace) =>
	// biome-ignore lint/suspicious/noExplicitAny: the same three columns, for select and delete
	(where: any) =>
		where.and([
			place.owner === null
				? where(`${table}.owner_id`, "is", null)
				: where(`${table}.owner_id`, "=", place.owner),
			where(`${table}.page`, "=", place.page),
			place.differenceId === null
				? where(`${table}.difference_id`, "is", null)
				: where(`${table}.difference_id`, "=", place.differenceId),
		]);

/** @throws SealFault but where the words of the difference were disposed of: then there is none any more */
export async function findDraft(db: Db | Trx, place: DraftPlace): Promise<Draft | undefined> {
	const row = await db
		.selectFrom("draft")
		.innerJoin("person", "person.id", "draft.person_id")
		.where(atPlace("draft", place))
		.select([
			"draft.id as draft_id",
			"draft.partnership_id",
			"draft.content",
			"draft.saved_at",
			"person.id",
			"person.name",
		])
		.executeTakeFirst();
	if (!row) return undefined;
	const key = await keyUnlessDisposed(db, { partnershipId: row.partnership_id, ...place });
	if (!key) return undefined;
	return {
		content: contentIn(key, row.content, row.draft_id),
		savedAt: row.saved_at.toISOString(),
		savedBy: { id: row.id, name: row.name },
	};
}

/**
 * Every draft of a partnership, whoever’s it is, with the difference that it is of; but those whose words were disposed of.
 * `content` is undefined where it does not open.
 *
 * @throws SealFault 'no-key' | 'away'
 */
export async function listEveryDraft(
	trx: Trx,
	partnershipId: string,
): Promise<
	{ id: string; differenceId: string | null; content: unknown; savedAt: string; savedBy: string }[]
> {
	await askForAllPeople(trx);
	const rows = await trx
		.selectFrom("draft")
		.innerJoin("person", "person.id", "draft.person_id")
		.where("draft.partnership_id", "=", partnershipId)
		.orderBy("draft.id")
		.select(["draft.id", "draft.difference_id", "draft.content", "draft.saved_at", "person.name"])
		.execute();
	const opened = [];
	for (const { id, difference_id: differenceId, content, saved_at, name } of rows) {
		const typed = await unlessClosed(async () => {
			const key = await keyUnlessDisposed(trx, { partnershipId, differenceId });
			return key ? contentIn(key, content, id) : null;
		});
		if (typed !== null)
			opened.push({
				id,
				differenceId,
				content: typed,
				savedAt: saved_at.toISOString(),
				savedBy: name,
			});
	}
	return opened;
}

export const placeOfDraft = (id: string): Place => ["draft", id];

const contentIn = (key: Key, sealed: Uint8Array, id: string): Draft["content"] =>
	openValue(key, sealed, placeOfDraft(id)) as Draft["content"];

/** The pages of no difference on which somebody has typed, the last saved first. @param begin what their names begin with */
export async function listPagesBegun(
	db: Db | Trx,
	owner: string,
	begin: string,
): Promise<string[]> {
	const rows = await db
		.selectFrom("draft")
		.where("owner_id", "=", owner)
		.where("difference_id", "is", null)
		.where((where) => where(where.fn("starts_with", ["page", where.val(begin)]), "=", true))
		.select("page")
		.orderBy("saved_at", "desc")
		.orderBy("page")
		.execute();
	return rows.map(({ page }) => page);
}

/** When the shared drafts of some differences were saved: by difference, by page an ISO instant. */
export async function listSavedAt(
	db: Db | Trx,
	differences: string[],
): Promise<Map<string, Record<string, string>>> {
	const saved = new Map<string, Record<string, string>>();
	if (differences.length === 0) return saved;
	const rows = await db
		.selectFrom("draft")
		.where("difference_id", "in", differences)
		.where("owner_id", "is", null)
		.select(["difference_id", "page", "saved_at"])
		.execute();
	for (const { difference_id: id, page, saved_at } of rows)
		if (id !== null) saved.set(id, { ...saved.get(id), [page]: saved_at.toISOString() });
	return saved;
}

/**
 * Keeps what was typed, as it was typed. Two who save at once take turns: the second sees what the first has saved.
 *
 * @param keep what there is to keep, given what is there; `isTheirs` when it stays the other's who wrote in it last
 */
export async function saveDraft(
	trx: Trx,
	draft: DraftPlace & {
		id: string;
		partnershipId: string;
		personId: string;
		savedAt: string;
	},
	keep: (before: Draft["content"]) => ToKeep,
): Promise<void> {
	const key = await keyFor(trx, draft);
	await trx
		.insertInto("draft")
		.values({
			id: draft.id,
			partnership_id: draft.partnershipId,
			person_id: draft.personId,
			owner_id: draft.owner,
			difference_id: draft.differenceId,
			page: draft.page,
			content: sealValue(key, {}, placeOfDraft(draft.id)),
			saved_at: draft.savedAt,
		})
		.onConflict((conflict) => conflict.columns(["owner_id", "difference_id", "page"]).doNothing())
		.execute();
	const before = await trx
		.selectFrom("draft")
		.where(atPlace("draft", draft))
		.select(["id", "content"])
		.forUpdate()
		.executeTakeFirstOrThrow();
	const { content, isTheirs = false } = keep(contentIn(key, before.content, before.id));
	await trx
		.updateTable("draft")
		.set({
			content: sealValue(key, content, placeOfDraft(before.id)),
			...(!isTheirs && { person_id: draft.personId, saved_at: draft.savedAt }),
		})
		.where("id", "=", before.id)
		.execute();
}

/** Deletes what anybody typed on a page of no difference that is there no more. */
export async function deleteDraftsOfAll(trx: Trx, page: string): Promise<void> {
	await askForAllPeople(trx);
	await trx
		.deleteFrom("draft")
		.where("difference_id", "is", null)
		.where("page", "=", page)
		.execute();
}

/** Deletes what is kept in these places. */
export async function deleteDraft(trx: Trx, ...places: DraftPlace[]): Promise<void> {
	await trx
		.deleteFrom("draft")
		.where((where) => where.or(places.map((place) => atPlace("draft", place)(where))))
		.execute();
}
