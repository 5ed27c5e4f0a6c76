import { Refusal } from "../domain/refusal.ts";
import type { Db, Trx } from "./db.ts";
import { dataKeyOf, keyedDigest } from "./sealed-values.ts";

/**
 * Claims the key of a form, so that a second click of the same form acts once.
 *
 * @returns the difference that the key already acted on, or undefined when the key was free and is now taken
 * @throws Refusal 'key-taken' when somebody else's form had it; 'sent-before' when it was sent with other content
 */
export async function claimActKey(
	trx: Trx,
	claim: {
		key: string;
		partnershipId: string;
		personId: string;
		differenceId: string;
		/** A digest of what the form holds; left out where nothing is typed. */
		content?: string | undefined;
		at: string;
	},
): Promise<string | undefined> {
	// A bare digest of a few words could be guessed.
	const content =
		claim.content === undefined
			? undefined
			: keyedDigest(await dataKeyOf(trx, claim.partnershipId), claim.content);
	const taken = await trx
		.insertInto("act_key")
		.values({
			key: claim.key,
			partnership_id: claim.partnershipId,
			person_id: claim.personId,
			difference_id: claim.differenceId,
			content: content ?? null,
			at: claim.at,
		})
		.onConflict((conflict) => conflict.column("key").doNothing())
		.executeTakeFirst();
	if (taken.numInsertedOrUpdatedRows === 1n) return undefined;
	const row = await trx
		.selectFrom("act_key")
		.where("key", "=", claim.key)
		.where("person_id", "=", claim.personId)
		.select(["difference_id", "content"])
		.executeTakeFirst();
	if (!row) throw keyTaken();
	if (row.content !== null && content !== undefined && row.content !== content) throw sentBefore();
	return row.difference_id;
}

/**
 * What was done already with the key of a form, for whoever can do it no more because it was.
 *
 * @returns the difference, and the ISO instant at which it was done; undefined for a key that nobody used, or somebody else
 * @throws Refusal 'sent-before' when it was sent with other content
 */
export async function findActDone(
	db: Db | Trx,
	{
		key,
		partnershipId,
		personId,
		content,
	}: { key: string; partnershipId: string; personId: string; content: string },
): Promise<{ differenceId: string; at: string } | undefined> {
	const row = await db
		.selectFrom("act_key")
		.where("key", "=", key)
		.where("person_id", "=", personId)
		.select(["difference_id", "content", "at"])
		.executeTakeFirst();
	if (!row) return undefined;
	if (
		row.content !== null &&
		row.content !== keyedDigest(await dataKeyOf(db, partnershipId), content)
	)
		throw sentBefore();
	return { differenceId: row.difference_id, at: row.at.toISOString() };
}

/** Said of a form that was sent with the same key and other words: what is sent now must not pass for done. */
export const sentBefore = (): Refusal =>
	new Refusal(
		"sent-before",
		"You sent this form before, with other words. What you sent first was done. What you sent now was not: it is kept below.",
	);

/** Said of a form whose key another form was sent with: it must not pass for having acted. */
export const keyTaken = (): Refusal =>
	new Refusal(
		"key-taken",
		"This form has been used already. Open its page again and send it from there.",
	);
