/** Which differences programs opened for somebody on a day. */
import { sql } from "kysely";
import type { IsoDay } from "../domain/calendar/iso-day.ts";
import type { Viewer } from "../domain/people/viewer.ts";
import type { Trx } from "./db.ts";

/**
 * Notes that a program opened a difference for somebody.
 *
 * @returns how many differences it was for them on this day, and whether this is a new one of these
 */
export async function addReadByProgram(
	trx: Trx,
	{ id, partnershipId }: Pick<Viewer, "id" | "partnershipId">,
	differenceId: string,
	day: IsoDay,
): Promise<{ opened: number; isNew: boolean }> {
	const { rows } = await sql<{ opened: number; isNew: boolean }>`
		with added as (
			insert into read_by_program (person_id, on_day, difference_id, partnership_id)
			values (${id}, ${day}, ${differenceId}, ${partnershipId}) on conflict do nothing returning 1
		)
		select (select count(*) from added)::int + (select count(*) from read_by_program
			where person_id = ${id} and on_day = ${day})::int as opened, exists (select from added) as "isNew"`.execute(
		trx,
	);
	return rows[0] ?? { opened: 0, isNew: false };
}

/** Removes what was noted of days before this one. */
export async function deleteReadByProgram(trx: Trx, before: IsoDay): Promise<void> {
	await trx.deleteFrom("read_by_program").where("on_day", "<", before).execute();
}
