import type { IsoDay } from "../domain/calendar/iso-day.ts";
import type { AskedBy, LearningAction } from "../domain/learning/learning-action.ts";
import type { ActionMove } from "../domain/learning/moving-actions.ts";
import { londonDay } from "../domain/time.ts";
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
		shownBy: string | null;
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
			shown_by: action.shownBy,
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
			"action.shown_by",
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
		shownBy: row.shown_by,
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

const dayOf = (at: Date): IsoDay => londonDay(at.toISOString());

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

/** Where an action is to stand, or stood. */
type Place = { agencyId: string; personId: string | null; dueOn: IsoDay };

/**
 * Gives an action to somebody else or moves its day, and keeps that it did. It is spoken of anew from then on.
 *
 * @param moved `from` how it stood for whoever moves it; `at` ISO instant
 * @returns false when it stands otherwise by now, or is closed
 */
export async function moveLearningAction(
	trx: Trx,
	partnershipId: string,
	id: string,
	{ from, to, ...moved }: { from: Place; to: Place; reason: string; by: string; at: string },
): Promise<boolean> {
	const row = await trx
		.updateTable("learning_action")
		.set({
			agency_id: to.agencyId,
			person_id: to.personId,
			due_on: to.dueOn,
			chased_on: null,
		})
		.where("id", "=", id)
		.where("partnership_id", "=", partnershipId)
		.where("state", "=", "open")
		.where("agency_id", "=", from.agencyId)
		.where("person_id", "is not distinct from", from.personId)
		.where("due_on", "=", from.dueOn)
		.returning("id")
		.executeTakeFirst();
	if (!row) return false;
	const { count } = await trx
		.selectFrom("learning_action_move")
		.where("action_id", "=", id)
		.select((select) => select.fn.countAll<string>().as("count"))
		.executeTakeFirstOrThrow();
	await trx
		.insertInto("learning_action_move")
		.values({
			action_id: id,
			number: Number(count) + 1,
			partnership_id: partnershipId,
			at: moved.at,
			by_person: moved.by,
			reason: moved.reason,
			from_agency_id: from.agencyId,
			from_person_id: from.personId,
			from_due_on: from.dueOn,
			to_agency_id: to.agencyId,
			to_person_id: to.personId,
			to_due_on: to.dueOn,
		})
		.execute();
	return true;
}

/** How often each of these actions was moved. @returns by action; one that never was is left out */
export async function countActionMoves(
	db: Db | Trx,
	partnershipId: string,
	actions: readonly string[],
): Promise<Map<string, number>> {
	if (actions.length === 0) return new Map();
	const rows = await db
		.selectFrom("learning_action_move")
		.where("partnership_id", "=", partnershipId)
		.where("action_id", "in", actions)
		.groupBy("action_id")
		.select(["action_id", (select) => select.fn.countAll<string>().as("moves")])
		.execute();
	return new Map(rows.map(({ action_id, moves }) => [action_id, Number(moves)]));
}

/** How an action came to whom it is with and to its day, the first move first. */
export async function listActionMoves(
	db: Db | Trx,
	partnershipId: string,
	id: string,
): Promise<ActionMove[]> {
	const rows = await db
		.selectFrom("learning_action_move as move")
		.innerJoin("person as mover", "mover.id", "move.by_person")
		.innerJoin("agency as from_agency", "from_agency.id", "move.from_agency_id")
		.innerJoin("agency as to_agency", "to_agency.id", "move.to_agency_id")
		.leftJoin("person as from_person", "from_person.id", "move.from_person_id")
		.leftJoin("person as to_person", "to_person.id", "move.to_person_id")
		.where("move.partnership_id", "=", partnershipId)
		.where("move.action_id", "=", id)
		.orderBy("move.number")
		.select([
			"move.at",
			"move.reason",
			"move.from_due_on",
			"move.to_due_on",
			"move.from_agency_id",
			"move.to_agency_id",
			"move.from_person_id",
			"move.to_person_id",
			"mover.name as mover",
			"from_agency.name as from_agency",
			"to_agency.name as to_agency",
			"from_person.name as from_person",
			"to_person.name as to_person",
		])
		.execute();
	const person = (id: string | null, name: string | null) => (id && name ? { id, name } : null);
	return rows.map((row) => ({
		from: {
			agency: { id: row.from_agency_id, name: row.from_agency },
			person: person(row.from_person_id, row.from_person),
			dueOn: row.from_due_on,
		},
		to: {
			agency: { id: row.to_agency_id, name: row.to_agency },
			person: person(row.to_person_id, row.to_person),
			dueOn: row.to_due_on,
		},
		reason: row.reason,
		by: row.mover,
		on: dayOf(row.at),
	}));
}

/** Notes that its owner was reminded on that day. */
export async function saveChased(trx: Trx, id: string, day: IsoDay): Promise<void> {
	await trx.updateTable("learning_action").set({ chased_on: day }).where("id", "=", id).execute();
}
