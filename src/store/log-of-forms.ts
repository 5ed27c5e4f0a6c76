/**
 * What an office was sent, as its log and its desk show it: only to whoever holds or heads the office, and only what it may know.
 * What the rows mean is said in reports/.
 */

import { type ExpressionBuilder, sql } from "kysely";
import type { Viewer } from "../domain/people/viewer.ts";
import type { Child } from "../domain/protocol/answers.ts";
import {
	type Binding,
	bindingOf,
	type Side,
	type StepId,
	type Strength,
} from "../domain/protocol/protocol.ts";
import type { Db, Trx } from "./db.ts";
import { visibleDifferences, whomItNames } from "./differences.ts";
import { clockOwedBy, isEntryFor } from "./duties.ts";
import type { TakenBy } from "./taken.ts";

/** The steps and moves of the protocols in use that the log tells of. */
export type LoggedSteps = {
	/** Sending the form on to the other agency. */
	forward: StepId[];
	/** The other agency's part of the form. */
	answer: StepId[];
	followUp: StepId[];
	/** Moves that record another follow-up. */
	followUpAgain: string[];
};

/** What the log holds of one form. Instants are ISO. */
export type FormInLog = {
	id: string;
	reference: string;
	versionId: string;
	/** Names of the two agencies. */
	raising: string;
	receiving: string | null;
	themes: string[];
	/** What the protocol counts by besides: each choice by its field. */
	dimensions: Record<string, string>;
	receivedAt: string;
	forwardedAt: string | null;
	/** The person whom it was sent to; null also for somebody who is not in the directory. */
	sentTo: string | null;
	dueAt: string | null;
	dueIs: Binding;
	respondedAt: string | null;
	followUps: number;
	stage: string;
	ending: string | null;
	endedAt: string | null;
	/** References of what it continues, and of what it goes on as, as far as the office knows of them. Both are one difference. */
	continues: string | null;
	goesOnAs: string | null;
};

/** What the log is narrowed to; what is left out does not narrow. */
export type LogNarrowed = {
	/** ISO instants: received at or after, received before. */
	receivedFrom?: string | undefined;
	receivedBefore?: string | undefined;
	/** Raising, receiving, or involved besides. */
	agencyId?: string | undefined;
	theme?: string | undefined;
	/** As the office knows it. */
	status?: "open" | "ended" | undefined;
};

/** Which part of the log: the latest received first, those that ended by when they did. */
export type LogAsked = LogNarrowed & {
	/** Only those that ended, in one of these ways or in any but these. */
	ended?: { ways: string[]; among: boolean } | undefined;
	/** From 1. */
	page: number;
	pageSize: number;
};

/** The versions of protocols under which a partnership's differences run or ran. */
export async function listVersionsInUse(db: Db | Trx, partnershipId: string): Promise<string[]> {
	const rows = await db
		.selectFrom("difference")
		.where("partnership_id", "=", partnershipId)
		.select("protocol_version_id")
		.distinct()
		.execute();
	return rows.map(({ protocol_version_id }) => protocol_version_id);
}

/** The forms that an office was sent, and how many there are on all pages. Whoever does not hold the office sees none. */
export async function listFormsInLog(
	db: Db | Trx,
	viewer: Viewer,
	office: string,
	steps: LoggedSteps,
	asked: LogAsked,
): Promise<{ rows: FormInLog[]; total: number; open: number }> {
	const { ended } = asked;
	const sent = narrowed(atOffice(db, viewer, office), asked).$if(ended !== undefined, (query) =>
		query
			.where("party.status", "=", "ended")
			.where((where) =>
				ended?.among
					? where("party.ending", "in", orNone(ended.ways))
					: where("party.ending", "not in", orNone(ended?.ways ?? [])),
			),
	);
	const counted = await sent
		.select((select) => [
			select.fn.countAll<number>().as("total"),
			select.fn.countAll<number>().filterWhere("party.status", "=", "open").as("open"),
		])
		.executeTakeFirstOrThrow();
	const rows = await sent
		.select((select) => [
			...columns,
			"party.themes",
			"party.dimensions",
			"difference.ended_at",
			linkedTo(select, office, "earlier.id", "difference.continues_id").as("continues"),
			linkedTo(select, office, "earlier.continues_id", "difference.id").as("goes_on_as"),
			doneAt(select, steps.forward).as("forwarded_at"),
			doneAt(select, steps.answer).as("responded_at"),
			select
				.selectFrom("event")
				.innerJoin("person", (join) =>
					join.on("person.id", "=", sql`(event.detail->>'person')::uuid`),
				)
				.whereRef("event.difference_id", "=", "difference.id")
				.where(isEntryFor("event", "party"))
				.where("event.type", "=", "step-opened")
				.where(sql`event.detail->>'step'`, "in", orNone(steps.answer))
				.orderBy("event.seq", "desc")
				.limit(1)
				.select("person.name")
				.as("sent_to"),
			select
				.selectFrom("clock")
				.whereRef("clock.difference_id", "=", "difference.id")
				.whereRef("party.reader", "=", sql`any(clock.audience)`)
				.where("clock.step", "in", orNone(steps.answer))
				.where("clock.state", "!=", "dropped")
				.orderBy("clock.round", "desc")
				.limit(1)
				.select(
					sql<{ at: string; strength: Strength }>`json_build_object(
					'at', to_char(clock.due_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'strength', clock.strength)`.as(
						"due",
					),
				)
				.as("due"),
			select
				.selectFrom("event")
				.whereRef("event.difference_id", "=", "difference.id")
				.where(isEntryFor("event", "party"))
				.where((where) =>
					where.or([
						where.and([
							where("event.type", "=", "step-done"),
							where(sql`event.detail->>'step'`, "in", orNone(steps.followUp)),
						]),
						where.and([
							where("event.type", "=", "move-made"),
							where(sql`event.detail->>'move'`, "in", orNone(steps.followUpAgain)),
						]),
					]),
				)
				.select((count) => count.fn.countAll<number>().as("times"))
				.as("follow_ups"),
		])
		.orderBy(ended ? "difference.ended_at" : "party.since", "desc")
		.orderBy("difference.reference")
		.limit(asked.pageSize)
		.offset((asked.page - 1) * asked.pageSize)
		.execute();
	return {
		total: Number(counted.total),
		open: Number(counted.open),
		rows: rows.map((row) => ({
			...named(row),
			themes: row.themes,
			dimensions: row.dimensions as Record<string, string>,
			forwardedAt: row.forwarded_at?.toISOString() ?? null,
			sentTo: row.sent_to,
			dueAt: row.due?.at ?? null,
			dueIs: bindingOf(row.due?.strength ?? "hard"),
			respondedAt: row.responded_at?.toISOString() ?? null,
			followUps: Number(row.follow_ups),
			ending: row.ending,
			endedAt: row.ended_at?.toISOString() ?? null,
			continues: row.continues,
			goesOnAs: row.goes_on_as,
		})),
	};
}

/** A difference that an office was sent and that is open, or in which something is still owed. Instants are ISO. */
export type AtOffice = {
	id: string;
	reference: string;
	versionId: string;
	raising: string;
	receiving: string | null;
	receivedAt: string;
	stage: string;
	ending: string | null;
	/** The child is said not to be safe now. */
	notSafe: boolean;
	/** Whom it is about. */
	about: Child[];
	themes: string[];
	/** Who of the office has taken it. */
	takenBy: TakenBy | null;
	/** What is owed, as far as the office may know. */
	open: {
		step: StepId;
		side: Side;
		/** The agency that owes it; null for an office. */
		agencyName: string | null;
		personName: string | null;
		openedAt: string;
		/** The soonest that it is held to, and what that date is. */
		dueAt: string | null;
		dueIs: Binding;
		/** Its clock stands still: nobody is late. */
		paused: boolean;
		/** When the office last reminded of it. */
		remindedAt: string | null;
	}[];
	/** Time limits of no one step to which the office is held. */
	limits: { clock: string; openedAt: string; dueAt: string; dueIs: Binding; paused: boolean }[];
};

/** Everything that an office has before it, the longest there first. Whoever does not hold the office sees nothing. */
export async function listAtOffice(
	db: Db | Trx,
	viewer: Viewer,
	office: string,
): Promise<AtOffice[]> {
	const rows = await atOffice(db, viewer, office)
		.leftJoin("open_step", (join) =>
			join
				.onRef("open_step.difference_id", "=", "difference.id")
				.onRef("party.reader", "=", sql`any(open_step.audience)`),
		)
		.leftJoin("person", "person.id", "open_step.person_id")
		.leftJoin("taken", (join) =>
			join.onRef("taken.difference_id", "=", "difference.id").on("taken.office", "=", office),
		)
		.leftJoin("person as taker", "taker.id", "taken.person_id")
		.leftJoin("agency as owing", "owing.id", "open_step.agency_id")
		.leftJoinLateral(
			clockOwedBy<{ due_at: Date; state: string; strength: Strength }>("open_step").as("clock"),
			(join) => join.onTrue(),
		)
		.where((where) =>
			where.or([where("party.status", "=", "open"), where("open_step.step", "is not", null)]),
		)
		.select([
			...columns,
			"party.not_safe",
			"party.themes",
			whomItNames.as("about"),
			"open_step.step",
			"open_step.side",
			"open_step.opened_at",
			"person.name as person_name",
			"owing.name as owing_name",
			"taker.id as taker_id",
			"taker.name as taker_name",
			"clock.due_at",
			"clock.state",
			"clock.strength",
		])
		.select((select) =>
			select
				.selectFrom("event")
				.whereRef("event.difference_id", "=", "difference.id")
				.where(isEntryFor("event", "party"))
				.where("event.type", "=", "reminded")
				.whereRef(sql`event.detail->>'step'`, "=", "open_step.step")
				.orderBy("event.seq", "desc")
				.limit(1)
				.select("event.at")
				.as("reminded_at"),
		)
		.orderBy("party.since")
		.orderBy("difference.reference")
		.execute();
	const found = new Map<string, AtOffice>();
	for (const row of rows) {
		const here = found.get(row.id) ?? {
			...named(row),
			notSafe: row.not_safe,
			about: row.about,
			themes: row.themes,
			takenBy: row.taker_id && row.taker_name ? { id: row.taker_id, name: row.taker_name } : null,
			open: [],
			limits: [],
		};
		if (row.step && row.side && row.opened_at)
			here.open.push({
				step: row.step,
				side: row.side,
				agencyName: row.owing_name,
				personName: row.person_name,
				openedAt: row.opened_at.toISOString(),
				dueAt: row.due_at?.toISOString() ?? null,
				dueIs: bindingOf(row.strength ?? "hard"),
				paused: row.state === "paused",
				remindedAt: row.reminded_at?.toISOString() ?? null,
			});
		found.set(row.id, here);
	}
	const limits = await atOffice(db, viewer, office)
		.innerJoin("clock", (join) =>
			join
				.onRef("clock.difference_id", "=", "difference.id")
				.on("clock.step", "is", null)
				.on("clock.office", "=", office)
				.on("clock.state", "in", ["running", "paused", "ran-out"]),
		)
		.whereRef("party.reader", "=", sql`any(clock.audience)`)
		.select([
			"difference.id",
			"clock.clock",
			"clock.started_at",
			"clock.due_at",
			"clock.state",
			"clock.strength",
		])
		.orderBy("clock.due_at")
		.execute();
	for (const row of limits)
		found.get(row.id)?.limits.push({
			clock: row.clock,
			openedAt: row.started_at.toISOString(),
			dueAt: row.due_at.toISOString(),
			dueIs: bindingOf(row.strength),
			paused: row.state === "paused",
		});
	return [...found.values()];
}

const columns = [
	"difference.id",
	"difference.reference",
	"difference.protocol_version_id",
	"raising.name as raising_name",
	"receiving.name as receiving_name",
	"party.since",
	"party.stage",
	"party.ending",
] as const;

const named = (row: {
	id: string;
	reference: string;
	protocol_version_id: string;
	raising_name: string;
	receiving_name: string | null;
	since: Date;
	stage: string;
	ending: string | null;
}) => ({
	id: row.id,
	reference: row.reference,
	versionId: row.protocol_version_id,
	raising: row.raising_name,
	receiving: row.receiving_name,
	receivedAt: row.since.toISOString(),
	stage: row.stage,
	ending: row.ending,
});

/** The differences that an office knows of, for its holders. */
const atOffice = (db: Db | Trx, viewer: Viewer, office: string) =>
	visibleDifferences(db, viewer).where("party.office", "=", office);

const narrowed = (
	sent: ReturnType<typeof atOffice>,
	{ receivedFrom, receivedBefore, agencyId, theme, status }: LogNarrowed,
) =>
	sent
		.$if(receivedFrom !== undefined, (query) =>
			query.where("party.since", ">=", new Date(receivedFrom ?? "")),
		)
		.$if(receivedBefore !== undefined, (query) =>
			query.where("party.since", "<", new Date(receivedBefore ?? "")),
		)
		.$if(agencyId !== undefined, (query) =>
			query.where((where) =>
				where.or([
					where("raising.id", "=", agencyId ?? ""),
					where("receiving.id", "=", agencyId ?? ""),
					where.exists(
						where
							.selectFrom("difference_party as involved")
							.whereRef("involved.difference_id", "=", "difference.id")
							.where("involved.agency_id", "=", agencyId ?? "")
							.select("involved.side"),
					),
				]),
			),
		)
		.$if(theme !== undefined, (query) => query.where(sql<boolean>`${theme} = any(party.themes)`))
		.$if(status !== undefined, (query) => query.where("party.status", "=", status ?? "open"));

/** The reference of another difference that this one continues, or that continues it, where the office knows of it. */
const linkedTo = (
	// biome-ignore lint/suspicious/noExplicitAny: inside a query that has difference and party
	select: ExpressionBuilder<any, any>,
	office: string,
	column: "earlier.id" | "earlier.continues_id",
	other: "difference.continues_id" | "difference.id",
) =>
	select
		.selectFrom("difference as earlier")
		.innerJoin("difference_party as knows", "knows.difference_id", "earlier.id")
		.whereRef(column, "=", other)
		.where("knows.office", "=", office)
		.limit(1)
		.select("earlier.reference")
		.$castTo<{ reference: string | null }>();

/** When one of these steps was last done, in an entry that the party may read. */
const doneAt = (
	// biome-ignore lint/suspicious/noExplicitAny: inside a query that has difference and party
	select: ExpressionBuilder<any, any>,
	steps: StepId[],
) =>
	select
		.selectFrom("event")
		.whereRef("event.difference_id", "=", "difference.id")
		.where(isEntryFor("event", "party"))
		.where("event.type", "=", "step-done")
		.where(sql`event.detail->>'step'`, "in", orNone(steps))
		.orderBy("event.seq", "desc")
		.limit(1)
		.select("event.at")
		.$castTo<{ at: Date | null }>();

/** A list that SQL can look in: never empty. */
const orNone = (list: string[]): string[] => (list.length > 0 ? list : [""]);
