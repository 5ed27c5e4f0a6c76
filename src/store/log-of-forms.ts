/**
 * What an office was sent, as its log and its desk show it: only to whoever holds or heads the office, and only what it may know.
 * What the rows mean is said in reports/.
 */

import { type ExpressionBuilder, sql } from "kysely";
import type { Named } from "../domain/difference/told/whom.ts";
import type { Viewer } from "../domain/people/viewer.ts";
import {
	type Binding,
	bindingOf,
	type Side,
	type StepId,
	type Strength,
	strengthsOf,
} from "../domain/protocol/protocol.ts";
import type { Db, Trx } from "./db.ts";
import { visibleDifferences, visibleToOffices } from "./differences.ts";
import { clockOwedBy, isEntryFor } from "./duties.ts";
import { inThisScope } from "./scope.ts";
import type { TakenBy } from "./taken.ts";
import { whereItNames, whomTheyName } from "./whom-it-names.ts";

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
	/** When it was really raised. */
	raisedAt: string;
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
	/** Where it stands, or stood when it ended. */
	stage?: string | undefined;
	/** The other agency answered after its time limit, or has not answered by then. */
	late?: true | undefined;
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
		.selectFrom("protocol_version")
		.where("partnership_id", "=", partnershipId)
		.where(({ exists, selectFrom }) =>
			exists(
				selectFrom("difference")
					.whereRef("difference.protocol_version_id", "=", "protocol_version.id")
					.select("difference.id"),
			),
		)
		.select("id")
		.execute();
	return rows.map(({ id }) => id);
}

/** The forms that an office was sent, and how many there are on all pages. Whoever does not hold the office sees none. */
export async function listFormsInLog(
	db: Db | Trx,
	viewer: Viewer,
	office: string,
	steps: LoggedSteps,
	asked: LogAsked,
): Promise<{ rows: FormInLog[]; total: number; open: number }> {
	const { ended, pageSize } = asked;
	const among = endedIn(ended);
	const order = ended ? "difference.ended_at" : "party.since";
	/** Which forms stand on a page: of those before it nothing else is looked up. */
	const idsFrom = (
		end: "latest" | "earliest",
		{ offset, limit }: { offset: number; limit: number },
	) =>
		partiesAt(db, viewer, office)
			.innerJoin("difference", "difference.id", "party.difference_id")
			.where(narrowedTo(steps, asked))
			.where(among)
			.select("difference.id")
			.orderBy(order, end === "latest" ? "desc" : "asc")
			.orderBy("difference.reference", end === "latest" ? "asc" : "desc")
			.limit(limit)
			.offset(offset)
			.execute();
	const before = (asked.page - 1) * pageSize;
	// The first page, which is asked for most, is found while all are counted.
	const [counted, first] = await Promise.all([
		countOf(db, viewer, office, steps, asked, among),
		before === 0 ? idsFrom("latest", { offset: 0, limit: pageSize }) : undefined,
	]);
	const shown = Math.min(pageSize, counted.total - before);
	if (shown <= 0) return { ...counted, rows: [] };
	// The last pages are found from the end.
	const after = counted.total - before - shown;
	const onPage =
		first ??
		(await idsFrom(before <= after ? "latest" : "earliest", {
			offset: Math.min(before, after),
			limit: shown,
		}));
	if (onPage.length === 0) return { ...counted, rows: [] };
	const rows = await inFull(
		atOffice(db, viewer, office)
			.where(narrowedTo(steps, asked))
			.where(among)
			.where(
				"difference.id",
				"in",
				onPage.map(({ id }) => id),
			),
		office,
		steps,
	)
		.orderBy(order, "desc")
		.orderBy("difference.reference")
		.execute();
	return { ...counted, rows: rows.map(toForm) };
}

/** How many forms there are in a part of the log. */
export const countFormsInLog = (
	db: Db | Trx,
	viewer: Viewer,
	office: string,
	steps: LoggedSteps,
	asked: LogNarrowed,
): Promise<{ total: number; open: number }> =>
	countOf(db, viewer, office, steps, asked, endedIn(undefined));

/** So many are read by one query: a file of the whole log is never in memory as a whole. */
const atOnce = 500;

/** All forms of a part of the log, in pieces, the latest received first. */
export const eachFormInLog = (
	...asked: Parameters<typeof piecesOfLog>
): AsyncGenerator<FormInLog[], void> => inThisScope(piecesOfLog(...asked));

async function* piecesOfLog(
	db: Db | Trx,
	viewer: Viewer,
	office: string,
	steps: LoggedSteps,
	asked: LogNarrowed,
): AsyncGenerator<FormInLog[], void> {
	let last: FormInLog | undefined;
	for (;;) {
		const after = last;
		const rows = await inFull(
			atOffice(db, viewer, office).where(narrowedTo(steps, asked)),
			office,
			steps,
		)
			.$if(after !== undefined, (query) =>
				query
					.where("party.since", "<=", new Date(after?.receivedAt ?? ""))
					.where((where) =>
						where.or([
							where("party.since", "<", new Date(after?.receivedAt ?? "")),
							where("difference.reference", ">", after?.reference ?? ""),
						]),
					),
			)
			.orderBy("party.since", "desc")
			.orderBy("difference.reference")
			.limit(atOnce)
			.execute();
		if (rows.length === 0) return;
		const forms = rows.map(toForm);
		yield forms;
		last = forms.at(-1);
	}
}

/** Only those that ended, in one of some ways or in any but these. */
const endedIn =
	(ended: LogAsked["ended"]) =>
	// biome-ignore lint/suspicious/noExplicitAny: asked of several joins, each with a table named party
	(where: ExpressionBuilder<any, any>) =>
		where.and(
			ended
				? [
						where("party.status", "=", "ended"),
						where("party.ending", ended.among ? "in" : "not in", orNone(ended.ways)),
					]
				: [],
		);

/** Counted of `party` alone: to join a long log with all else that it shows would cost more than the page. */
async function countOf(
	db: Db | Trx,
	viewer: Viewer,
	office: string,
	steps: LoggedSteps,
	asked: LogNarrowed,
	among: ReturnType<typeof endedIn>,
): Promise<{ total: number; open: number }> {
	const { total, open } = await partiesAt(db, viewer, office)
		.where(narrowedTo(steps, asked))
		.where(among)
		// Said once more as the index of themes finds it.
		.$if(asked.theme !== undefined, (query) =>
			query.where(sql<boolean>`party.themes @> array[${asked.theme}::text]`),
		)
		.select((select) => [
			select.fn.countAll<number>().as("total"),
			select.fn.countAll<number>().filterWhere("party.status", "=", "open").as("open"),
		])
		.executeTakeFirstOrThrow();
	return { total: Number(total), open: Number(open) };
}

/** With everything that the log holds of a form. */
const inFull = (sent: ReturnType<typeof atOffice>, office: string, steps: LoggedSteps) =>
	sent.select((select) => [
		...columns,
		"party.themes",
		"party.dimensions",
		"difference.raised_at",
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
	]);

const toForm = (
	row: Awaited<ReturnType<ReturnType<typeof inFull>["executeTakeFirstOrThrow"]>>,
): FormInLog => ({
	...named(row),
	raisedAt: row.raised_at.toISOString(),
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
});

/** A difference that an office was sent, and what is owed in it. Instants are ISO. */
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
	about: Named[];
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

/**
 * What an office has before it in some differences, the longest there first. Whoever does not hold the office sees nothing.
 *
 * @see findDuties in desk.ts: which these are
 */
export async function listAtOffice(
	db: Db | Trx,
	viewer: Viewer,
	office: string,
	differences: readonly string[],
): Promise<AtOffice[]> {
	if (differences.length === 0) return [];
	const here = () =>
		atOffice(db, viewer, office).where(
			"difference.id",
			"=",
			sql<string>`any(${differences}::uuid[])`,
		);
	const rows = await here()
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
		.select([
			...columns,
			"party.not_safe",
			"party.themes",
			...whereItNames,
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
		.orderBy("open_step.step")
		.execute();
	const about = await whomTheyName(db, rows);
	const found = new Map<string, AtOffice>();
	for (const row of rows) {
		const here = found.get(row.id) ?? {
			...named(row),
			notSafe: row.not_safe,
			about: about(row),
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
	const limits = await here()
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

/** The same of `party` alone, which one index holds: for counting, and for finding what stands on a page. */
const partiesAt = (db: Db | Trx, viewer: Viewer, office: string) =>
	visibleToOffices(db, viewer).where("party.office", "=", office);

/** What narrows the log: asked of `party`, beside whatever it is joined with. */
const narrowedTo =
	(
		steps: LoggedSteps,
		{ receivedFrom, receivedBefore, agencyId, theme, status, stage, late }: LogNarrowed,
	) =>
	// biome-ignore lint/suspicious/noExplicitAny: asked of several joins, each with a table named party
	(where: ExpressionBuilder<any, any>) =>
		where.and([
			...(receivedFrom ? [where("party.since", ">=", new Date(receivedFrom))] : []),
			...(receivedBefore ? [where("party.since", "<", new Date(receivedBefore))] : []),
			...(agencyId ? [sql<boolean>`${agencyId} = any(party.agencies)`] : []),
			...(theme ? [sql<boolean>`${theme} = any(party.themes)`] : []),
			...(status ? [where("party.status", "=", status)] : []),
			...(stage ? [where("party.stage", "=", stage)] : []),
			...(late ? [where.exists(lateAnswer(where, steps))] : []),
		]);

/** The answer that the log shows, where it came after its time limit, or has not come by then. */
const lateAnswer = (
	// biome-ignore lint/suspicious/noExplicitAny: inside a query that has party
	where: ExpressionBuilder<any, any>,
	steps: LoggedSteps,
) =>
	where
		.selectFrom("clock as answer")
		.whereRef("answer.difference_id", "=", "party.difference_id")
		.whereRef("party.reader", "=", sql`any(answer.audience)`)
		.where("answer.step", "in", orNone(steps.answer))
		.where("answer.state", "in", ["ran-out", "met-late"])
		.where("answer.strength", "in", strengthsOf("limit"))
		// The last round is the one that the log shows.
		.where(({ not, exists, selectFrom }) =>
			not(
				exists(
					selectFrom("clock as later")
						.whereRef("later.difference_id", "=", "answer.difference_id")
						.whereRef("party.reader", "=", sql`any(later.audience)`)
						.where("later.step", "in", orNone(steps.answer))
						.where("later.state", "!=", "dropped")
						.whereRef("later.round", ">", "answer.round")
						.select("later.round"),
				),
			),
		)
		.select("answer.round");

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
