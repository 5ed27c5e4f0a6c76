import type { Db, Trx } from "./db.ts";

/** Who of an office has taken a difference. */
export type TakenBy = { id: string; name: string };

/** Who of an office has taken a difference; undefined where nobody has. */
export async function findTakenBy(
	db: Db | Trx,
	differenceId: string,
	office: string,
): Promise<TakenBy | undefined> {
	return (await listTakenBy(db, differenceId)).get(office);
}

/** The same of every office that has a difference. */
export async function listTakenBy(
	db: Db | Trx,
	differenceId: string,
): Promise<ReadonlyMap<string, TakenBy>> {
	const rows = await db
		.selectFrom("taken")
		.innerJoin("person", "person.id", "taken.person_id")
		.where("taken.difference_id", "=", differenceId)
		.select(["taken.office", "person.id", "person.name"])
		.execute();
	return new Map(rows.map(({ office, id, name }) => [office, { id, name }]));
}

/** Notes who has taken a difference, in the place of whoever had. @param at ISO instant */
export async function saveTakenBy(
	trx: Trx,
	{
		differenceId,
		office,
		partnershipId,
		personId,
		at,
	}: { differenceId: string; office: string; partnershipId: string; personId: string; at: string },
): Promise<void> {
	await trx
		.insertInto("taken")
		.values({
			difference_id: differenceId,
			office,
			partnership_id: partnershipId,
			person_id: personId,
			taken_at: at,
		})
		.onConflict((taken) =>
			taken.columns(["difference_id", "office"]).doUpdateSet({ person_id: personId, taken_at: at }),
		)
		.execute();
}

/** Nobody of the office has it any more. */
export async function deleteTakenBy(trx: Trx, differenceId: string, office: string): Promise<void> {
	await trx
		.deleteFrom("taken")
		.where("difference_id", "=", differenceId)
		.where("office", "=", office)
		.execute();
}
