import type { IsoDay } from "../domain/calendar/iso-day.ts";
import type { AskedBy, LearningAction } from "../domain/learning/learning-action.ts";
import { londonTime } from "../domain/time.ts";
import type { Db, Trx } from "./db.ts";

const columnsOf = (askedBy: AskedBy) =>
	"report" in askedBy
		? { asked_by: "report" as const, asked_by_id: askedBy.report }
		: { asked_by: "lesson" as const, asked_by_id: askedBy.lesson };

/** @param at ISO instant at which it was agreed */
export async function addLearningAction(
	trx: Trx,
	action: {
		id: string;
		partnershipId: string;
		askedBy: AskedBy;
		what: string;
		agencyId: string;
		personId: string | null;
		dueOn: IsoDay;
		by: string;
		at: string;
	},
): Promise<void> {
	await trx
		.insertInto("learning_action")
		.values({
			id: action.id,
			partnership_id: action.partnershipId,
			...columnsOf(action.askedBy),
			what: action.what,
			agency_id: action.agencyId,
			person_id: action.personId,
			due_on: action.dueOn,
			agreed_at: action.at,
			agreed_by: action.by,
			closed_at: null,
		})
		.execute();
}

/**
 * The actions of a partnership, the soonest due first.
 *
 * @param of narrows: what asked for them, only those that are open, or one of them
 */
export async function listLearningActions(
	db: Db | Trx,
	partnershipId: string,
	of: { askedBy?: AskedBy; open?: true; id?: string } = {},
): Promise<LearningAction[]> {
	const { askedBy, open, id } = of;
	const asked = askedBy && columnsOf(askedBy);
	const rows = await db
		.selectFrom("learning_action as action")
		.innerJoin("agency", "agency.id", "action.agency_id")
		.leftJoin("person", "person.id", "action.person_id")
		.where("action.partnership_id", "=", partnershipId)
		.$if(asked !== undefined, (query) =>
			query
				.where("action.asked_by", "=", asked?.asked_by ?? "report")
				.where("action.asked_by_id", "=", asked?.asked_by_id ?? ""),
		)
		.$if(open === true, (query) => query.where("action.state", "=", "open"))
		.$if(id !== undefined, (query) => query.where("action.id", "=", id ?? ""))
		.orderBy("action.due_on")
		.orderBy("action.agreed_at")
		.orderBy("action.id")
		.select([
			"action.id",
			"action.asked_by",
			"action.asked_by_id",
			"action.what",
			"action.due_on",
			"action.state",
			"action.result",
			"action.agreed_at",
			"action.closed_at",
			"action.chased_on",
			"agency.id as agency_id",
			"agency.name as agency_name",
			"person.id as person_id",
			"person.name as person_name",
		])
		.execute();
	return rows.map((row) => ({
		id: row.id,
		askedBy: row.asked_by === "report" ? { report: row.asked_by_id } : { lesson: row.asked_by_id },
		what: row.what,
		agency: { id: row.agency_id, name: row.agency_name },
		person: row.person_id && row.person_name ? { id: row.person_id, name: row.person_name } : null,
		dueOn: row.due_on,
		state: row.state,
		result: row.result,
		agreedOn: dayOf(row.agreed_at),
		closedAt: row.closed_at?.toISOString() ?? null,
		closedOn: row.closed_at && dayOf(row.closed_at),
		chasedOn: row.chased_on,
	}));
}

const dayOf = (at: Date): IsoDay => londonTime(at.toISOString()).toPlainDate().toString();

/** @returns false when it is closed already, or there is none of that name in the partnership */
export async function closeLearningAction(
	trx: Trx,
	partnershipId: string,
	id: string,
	closed: { state: "done" | "not-done"; result: string; by: string; at: string },
): Promise<boolean> {
	const row = await trx
		.updateTable("learning_action")
		.set({
			state: closed.state,
			result: closed.result,
			closed_by: closed.by,
			closed_at: closed.at,
		})
		.where("id", "=", id)
		.where("partnership_id", "=", partnershipId)
		.where("state", "=", "open")
		.returning("id")
		.executeTakeFirst();
	return row !== undefined;
}

/** Notes that its owner was reminded on that day. */
export async function saveChased(trx: Trx, id: string, day: IsoDay): Promise<void> {
	await trx.updateTable("learning_action").set({ chased_on: day }).where("id", "=", id).execute();
}
