import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import type { IsoDay } from "../domain/calendar/iso-day.ts";
import type { Feedback, ReleasedFeedback } from "../domain/learning/feedback.ts";
import type { MainSide } from "../domain/protocol/protocol.ts";
import type { Key, Place } from "../keys/sealed.ts";
import type { Db, Trx } from "./db.ts";
import { dataKeyOf, openValue, sealValue } from "./sealed-values.ts";

/** Known by the row that it stands in alone: nothing leads from there to a difference. */
export const placeOfEasier = (id: string): Place => ["feedback_answer", id, "easier"];

const sealEasier = (key: Key, id: string, easier: string | null): Buffer | null =>
	easier === null ? null : sealValue(key, easier, placeOfEasier(id));

/** Puts the questions to people once; whoever was asked before is not asked again. */
export async function addInvitations(
	trx: Trx,
	partnershipId: string,
	differenceId: string,
	invited: { person: string; side: MainSide }[],
): Promise<void> {
	if (invited.length === 0) return;
	await trx
		.insertInto("feedback_invitation")
		.values(
			invited.map(({ person, side }) => ({
				difference_id: differenceId,
				person_id: person,
				partnership_id: partnershipId,
				side,
			})),
		)
		.onConflict((conflict) => conflict.doNothing())
		.execute();
}

/** Whether somebody was asked about a difference, and has answered; undefined where they were not asked. */
export async function findInvitation(
	db: Db | Trx,
	differenceId: string,
	personId: string,
): Promise<{ answered: boolean } | undefined> {
	return db
		.selectFrom("feedback_invitation")
		.where("difference_id", "=", differenceId)
		.where("person_id", "=", personId)
		.select("answered")
		.executeTakeFirst();
}

/** Notes that somebody answers now. @returns their side; undefined where they were not asked or have answered */
export async function useInvitation(
	trx: Trx,
	differenceId: string,
	personId: string,
): Promise<MainSide | undefined> {
	const used = await trx
		.updateTable("feedback_invitation")
		.set({ answered: true })
		.where("difference_id", "=", differenceId)
		.where("person_id", "=", personId)
		.where("answered", "=", false)
		.returning("side")
		.executeTakeFirst();
	return used?.side as MainSide | undefined;
}

/**
 * Keeps an answer, and releases it with all others of its side that wait, once they are enough.
 *
 * @param month the first day of this month
 * @param enough how many are released at once, at the least
 */
export async function addFeedback(
	trx: Trx,
	of: { partnershipId: string; protocol: string; side: MainSide },
	{ heard, inTime, helped, easier }: Feedback,
	month: IsoDay,
	enough: number,
): Promise<void> {
	const id = randomUUID();
	await trx
		.insertInto("feedback_answer")
		.values({
			id,
			partnership_id: of.partnershipId,
			protocol: of.protocol,
			side: of.side,
			heard,
			in_time: inTime,
			helped,
			easier: sealEasier(await dataKeyOf(trx, of.partnershipId), id, easier),
		})
		.execute();
	await sql`
		with waiting as (
			select id from feedback_answer where partnership_id = ${of.partnershipId}
				and protocol = ${of.protocol} and side = ${of.side} and month is null for update
		)
		update feedback_answer set month = ${month} from waiting
		where feedback_answer.id = waiting.id and (select count(*) from waiting) >= ${enough}
	`.execute(trx);
}

/** What was answered under a protocol as far as it is released, in no order that says anything. */
export async function listFeedback(
	db: Db | Trx,
	partnershipId: string,
	protocol: string,
): Promise<ReleasedFeedback[]> {
	const rows = await db
		.selectFrom("feedback_answer")
		.where("partnership_id", "=", partnershipId)
		.where("protocol", "=", protocol)
		.where("month", "is not", null)
		// Made by chance when it was kept.
		.orderBy("id")
		.select(["id", "side", "heard", "in_time", "helped", "easier", "month"])
		.execute();
	if (rows.length === 0) return [];
	const key = await dataKeyOf(db, partnershipId);
	return rows.flatMap(({ id, side, in_time: inTime, month, easier, ...answer }) =>
		month === null
			? []
			: [
					{
						...answer,
						easier: easier && (openValue(key, easier, placeOfEasier(id)) as string),
						inTime,
						side: side as MainSide,
						month,
					},
				],
	);
}

/** An answer as it was given, whose it was, and the month in which it was released; null while it waits for others. */
export type FeedbackSoFar = {
	difference: string;
	person: string;
	side: MainSide;
	answer: Feedback;
	month: IsoDay | null;
};

/** Keeps what was answered before, each person’s answer apart from the person. */
export async function addFeedbackSoFar(
	trx: Trx,
	partnershipId: string,
	protocol: string,
	given: readonly FeedbackSoFar[],
): Promise<void> {
	if (given.length === 0) return;
	await trx
		.insertInto("feedback_invitation")
		.values(
			given.map(({ difference, person, side }) => ({
				difference_id: difference,
				person_id: person,
				partnership_id: partnershipId,
				side,
				answered: true,
			})),
		)
		.execute();
	const key = await dataKeyOf(trx, partnershipId);
	await trx
		.insertInto("feedback_answer")
		.values(
			given.map(({ side, answer, month }) => {
				const id = randomUUID();
				return {
					id,
					partnership_id: partnershipId,
					protocol,
					side,
					heard: answer.heard,
					in_time: answer.inTime,
					helped: answer.helped,
					easier: sealEasier(key, id, answer.easier),
					month,
				};
			}),
		)
		.execute();
}
