import type { Trx } from "./db.ts";

/**
 * Claims the key of a form, so that a second click of the same form acts once.
 *
 * @returns the difference that the key already acted on, or undefined when the key was free and is now taken
 */
export async function claimActKey(
	trx: Trx,
	claim: {
		key: string;
		partnershipId: string;
		personId: string;
		differenceId: string;
		at: string;
	},
): Promise<string | undefined> {
	const taken = await trx
		.insertInto("act_key")
		.values({
			key: claim.key,
			partnership_id: claim.partnershipId,
			person_id: claim.personId,
			difference_id: claim.differenceId,
			at: claim.at,
		})
		.onConflict((conflict) => conflict.column("key").doNothing())
		.executeTakeFirst();
	if (taken.numInsertedOrUpdatedRows === 1n) return undefined;
	const row = await trx
		.selectFrom("act_key")
		.where("key", "=", claim.key)
		.where("person_id", "=", claim.personId)
		.select("difference_id")
		.executeTakeFirstOrThrow();
	return row.difference_id;
}
