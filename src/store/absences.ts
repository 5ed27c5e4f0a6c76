import { askedOnce } from "./asked-once.ts";
import type { Db, Trx } from "./db.ts";

/** Who is away on a day, until when, and who stands in for them, by the person's id. */
export type Away = ReadonlyMap<string, { until: string; deputies: string[] }>;

/** Days on which somebody is away: ISO, the first and the last. */
export type Absence = { id: string; from: string; until: string };

/** Everybody of a partnership who is away on an ISO day. */
export const listAway = (db: Db | Trx, partnershipId: string, day: string): Promise<Away> =>
	askedOnce(`away ${partnershipId} ${day}`, async () => {
		const rows = await db
			.selectFrom("absence")
			.leftJoin("deputy", "deputy.person_id", "absence.person_id")
			.where("absence.partnership_id", "=", partnershipId)
			.where("absence.from_on", "<=", day)
			.where("absence.until_on", ">=", day)
			.select(["absence.person_id", "absence.until_on", "deputy.deputy_id"])
			.orderBy("absence.until_on")
			.execute();
		const away = new Map<string, { until: string; deputies: string[] }>();
		for (const { person_id, until_on, deputy_id } of rows) {
			const known = away.get(person_id);
			const deputies = new Set(known?.deputies);
			if (deputy_id) deputies.add(deputy_id);
			away.set(person_id, { until: until_on, deputies: [...deputies] });
		}
		return away;
	});

/** Absences of one person that have not ended before an ISO day, in order. */
export async function listAbsences(
	db: Db | Trx,
	personId: string,
	day: string,
): Promise<Absence[]> {
	const rows = await db
		.selectFrom("absence")
		.where("person_id", "=", personId)
		.where("until_on", ">=", day)
		.orderBy("from_on")
		.select(["id", "from_on", "until_on"])
		.execute();
	return rows.map(({ id, from_on, until_on }) => ({
		id,
		from: from_on,
		until: until_on,
	}));
}

export async function addAbsence(
	trx: Trx,
	absence: Absence & {
		partnershipId: string;
		personId: string;
		enteredBy: string;
		enteredAt: string;
	},
): Promise<void> {
	await trx
		.insertInto("absence")
		.values({
			id: absence.id,
			partnership_id: absence.partnershipId,
			person_id: absence.personId,
			from_on: absence.from,
			until_on: absence.until,
			entered_by: absence.enteredBy,
			entered_at: absence.enteredAt,
		})
		.execute();
}

/** Takes an absence of somebody back. @returns false when they have none of that id */
export async function deleteAbsence(trx: Trx, personId: string, id: string): Promise<boolean> {
	const { numDeletedRows } = await trx
		.deleteFrom("absence")
		.where("id", "=", id)
		.where("person_id", "=", personId)
		.executeTakeFirst();
	return numDeletedRows > 0n;
}

/** The ids of those who stand in for somebody while they are away. */
export async function listDeputies(db: Db | Trx, personId: string): Promise<string[]> {
	const rows = await db
		.selectFrom("deputy")
		.where("person_id", "=", personId)
		.select("deputy_id")
		.execute();
	return rows.map(({ deputy_id }) => deputy_id);
}

/** Puts these people in the place of those who stood in for somebody before. */
export async function saveDeputies(
	trx: Trx,
	person: { id: string; partnershipId: string },
	deputies: string[],
): Promise<void> {
	await trx.deleteFrom("deputy").where("person_id", "=", person.id).execute();
	if (deputies.length > 0)
		await trx
			.insertInto("deputy")
			.values(
				deputies.map((deputy_id) => ({
					person_id: person.id,
					deputy_id,
					partnership_id: person.partnershipId,
				})),
			)
			.execute();
}
