/**
 * What an office was sent, as its log and its desk show it: only to whoever holds or heads the office, and only what it may know.
 * What the rows mean is said in reports/.
 */

import { type ExpressionBuilder, type RawBuilder, sql } from "kysely";
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
import {
	allOf,
	both,
	type Counted,
	few,
	mostCounted,
	type Narrowed,
	ofOneWord,
} from "./where-to-look.ts";
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

/** Which part of the log: the latest received first. */
export type LogAsked = LogNarrowed & {
	/** From 1. */
	page: number;
	pageSize: number;
	/** The page that begins after this form or ends before it: none of what lies between is read. */
	beside?: (AtForm & { is: "after" | "before" }) | undefined;
};

/** Where a form stands in the log. */
export type AtForm = Pick<FormInLog, "receivedAt" | "reference">;

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

/** So many of a log are counted that is narrowed by nothing but time and status: all that is asked lies in one index. */
const mostOfWhole = 1_000;

/**
 * The forms that an office was sent, and how many there are on all pages. Whoever does not hold the office sees none. What is
 * read goes by the page, not by how long the log is: it is walked in its order, from one index, open and ended apart.
 */
export async function listFormsInLog(
	db: Db | Trx,
	viewer: Viewer,
	office: string,
	steps: LoggedSteps,
	asked: LogAsked,
): Promise<Counted & { rows: FormInLog[]; open: Counted; isLast: boolean }> {
	const { page, pageSize, beside } = asked;
	const narrowed = await narrowedTo(db, viewer, steps, asked);
	const most = Math.max(beside ? 0 : page * pageSize, narrowed.most);
	const from = (end: End, limit: number) =>
		formsFrom(end, limit, db, viewer, office, asked, narrowed);
	const { rows: found } = await sql<{ total: number; open: number; id: string | null }>`
		with seen as materialized (${from({ at: "latest" }, most + 1)}),
			shown as (${
				beside
					? from({ at: beside.is === "after" ? "latest" : "earliest", beside }, pageSize + 1)
					: sql`select * from seen order by at desc, reference limit ${pageSize + 1} offset ${(page - 1) * pageSize}`
			})
		select counted.total, counted.open, shown.id
		from (select count(*) as total, count(*) filter (where status = 'open') as open from seen) counted
		left join shown on true
		order by shown.at desc, shown.reference`.execute(db);
	// One more than the page has says whether there is another.
	const here = found.flatMap(({ id }) => id ?? []);
	const isLast = beside?.is !== "before" && here.length <= pageSize;
	const ids = beside?.is === "before" ? here.slice(-pageSize) : here.slice(0, pageSize);
	const { total = 0, open = 0 } = found[0] ?? {};
	const rows =
		ids.length === 0
			? []
			: await inFull(
					atOffice(db, viewer, office).where(sql<boolean>`difference.id = any(${ids}::uuid[])`),
					office,
					steps,
				).execute();
	const inOrder = new Map(rows.map((row) => [row.id, row]));
	return {
		total: Math.min(total, most),
		isMore: total > most,
		isLast,
		open: { total: Math.min(open, most), isMore: open > most },
		rows: ids.flatMap((id) => {
			const row = inOrder.get(id);
			return row ? [toForm(row)] : [];
		}),
	};
}

/** From which end of the log, and beside which form of it. */
type End = { at: "latest" | "earliest"; beside?: AtForm | undefined };

/** The forms of a part of the log from one end on, no more than `limit`, or twice that where they are open and ended. */
function formsFrom(
	{ at, beside }: End,
	limit: number,
	db: Db | Trx,
	viewer: Viewer,
	office: string,
	{ status }: LogNarrowed,
	{ among, fits, received }: NarrowedLog,
): RawBuilder<unknown> {
	const isLatest = at === "latest";
	const first = (here: RawBuilder<boolean>) =>
		partiesAt(db, viewer, office)
			.where(here)
			.where(both(received))
			.where(both(fits))
			.$if(beside !== undefined, (query) =>
				query
					.where("party.since", isLatest ? "<=" : ">=", new Date(beside?.receivedAt ?? ""))
					.where((where) =>
						where.or([
							where("party.since", isLatest ? "<" : ">", new Date(beside?.receivedAt ?? "")),
							where("party.reference", isLatest ? ">" : "<", beside?.reference ?? ""),
						]),
					),
			)
			.select(["party.difference_id as id", "party.since as at", "party.reference", "party.status"])
			.orderBy("party.since", isLatest ? "desc" : "asc")
			.orderBy("party.reference", isLatest ? "asc" : "desc")
			.limit(limit);
	const statuses = status ? [status] : ["open", "ended"];
	const walked = among
		? sql`select * from (${first(
				sql`party.difference_id = any(${[...among]}::uuid[]) and party.status = any(${statuses}::text[])`,
			)}) form`
		: sql`select form.* from unnest(${statuses}::text[]) here(status), lateral (${first(sql`party.status = here.status`)}) form`;
	return isLatest
		? walked
		: sql`select * from (${walked}) form order by at, reference desc limit ${limit}`;
}

/** How many forms there are in a part of the log, each counted: what is taken away is said to the last row. */
export async function countFormsInLog(
	db: Db | Trx,
	viewer: Viewer,
	office: string,
	steps: LoggedSteps,
	asked: LogNarrowed,
): Promise<number> {
	const { among, fits, received } = await narrowedTo(db, viewer, steps, asked);
	const { total } = await partiesAt(db, viewer, office)
		.$if(among !== undefined, (query) =>
			query.where(sql<boolean>`party.difference_id = any(${[...(among ?? [])]}::uuid[])`),
		)
		.$if(asked.status !== undefined, (query) =>
			query.where("party.status", "=", asked.status ?? "open"),
		)
		.where(both(received))
		.where(both(fits))
		.select((select) => select.fn.countAll<number>().as("total"))
		.executeTakeFirstOrThrow();
	return total;
}

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
	const narrowed = await narrowedTo(db, viewer, steps, asked);
	let last: FormInLog | undefined;
	for (;;) {
		const piece = formsFrom(
			{ at: "latest", beside: last },
			atOnce,
			db,
			viewer,
			office,
			asked,
			narrowed,
		);
		const rows = await inFull(
			atOffice(db, viewer, office).innerJoin(
				sql<{ id: string; at: Date }>`(
					select id, at from (${piece}) form order by at desc, reference limit ${atOnce})`.as(
					"form",
				),
				"form.id",
				"difference.id",
			),
			office,
			steps,
		)
			.orderBy("party.since", "desc")
			.orderBy("party.reference")
			.execute();
		if (rows.length === 0) return;
		const forms = rows.map(toForm);
		yield forms;
		last = forms.at(-1);
	}
}

/** With everything that the log holds of a form. Its record is gone through once. */
const inFull = (sent: ReturnType<typeof atOffice>, office: string, steps: LoggedSteps) =>
	sent
		.innerJoinLateral(
			(of) =>
				of
					.selectFrom("event")
					.whereRef("event.difference_id", "=", "difference.id")
					.where("event.type", "in", ["step-done", "step-opened", "move-made"])
					.where(isEntryFor("event", "party"))
					.select([
						lastOf<Date>("event.at", "step-done", "step", steps.forward).as("forwarded_at"),
						lastOf<Date>("event.at", "step-done", "step", steps.answer).as("responded_at"),
						lastOf<string>("event.detail->>'person'", "step-opened", "step", steps.answer).as(
							"sent_to_id",
						),
						sql<number>`count(*) filter (where ${isOneOf("step-done", "step", steps.followUp)}
							or ${isOneOf("move-made", "move", steps.followUpAgain)})`.as("follow_ups"),
					])
					.as("done"),
			(join) => join.onTrue(),
		)
		.select((select) => [
			...columns,
			"party.themes",
			"party.dimensions",
			"difference.raised_at",
			"difference.ended_at",
			linkedTo(select, office, "earlier.id", "difference.continues_id").as("continues"),
			linkedTo(select, office, "earlier.continues_id", "difference.id").as("goes_on_as"),
			"done.forwarded_at",
			"done.responded_at",
			"done.follow_ups",
			select
				.selectFrom("person")
				.where("person.id", "=", sql<string>`done.sent_to_id::uuid`)
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
		]);

/** Of an entry about one of some steps or moves, such as `step-done`. @param what `step` or `move` */
const isOneOf = (type: string, what: "step" | "move", names: string[]): RawBuilder<boolean> =>
	sql`(event.type = ${sql.lit(type)} and event.detail->>${sql.lit(what)} = any(${names}::text[]))`;

/** What the last of these entries has. @param value as SQL */
const lastOf = <Value>(
	value: string,
	...of: Parameters<typeof isOneOf>
): RawBuilder<Value | null> =>
	sql`(array_agg(${sql.raw(value)} order by event.seq desc) filter (where ${isOneOf(...of)}))[1]`;

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

/** What narrows the log: asked of `party`. */
type NarrowedLog = Narrowed & {
	/** When it was received: a stretch of its index. */
	received: RawBuilder<boolean>[];
	/** So many of it are counted. */
	most: number;
};

async function narrowedTo(
	db: Db | Trx,
	viewer: Viewer,
	steps: LoggedSteps,
	asked: LogNarrowed,
): Promise<NarrowedLog> {
	const { receivedFrom, receivedBefore, late } = asked;
	const narrowed = allOf([
		...(await ofOneWord(db, viewer.partnershipId, asked)),
		...(late ? [await ofLateAnswers(db, viewer.partnershipId, steps)] : []),
	]);
	return {
		...narrowed,
		received: [
			...(receivedFrom ? [sql<boolean>`party.since >= ${new Date(receivedFrom)}`] : []),
			...(receivedBefore ? [sql<boolean>`party.since < ${new Date(receivedBefore)}`] : []),
		],
		most: narrowed.fits.length === 0 ? mostOfWhole : narrowed.among ? few : mostCounted,
	};
}

/** The answer that the log shows, where it came after its time limit, or has not come by then. */
async function ofLateAnswers(
	db: Db | Trx,
	partnershipId: string,
	{ answer }: LoggedSteps,
): Promise<Narrowed> {
	const rows = await db
		.selectFrom("clock")
		.where("partnership_id", "=", partnershipId)
		.where("step", "=", sql<string>`any(${answer}::text[])`)
		.where("state", "in", ["ran-out", "met-late"])
		.select("difference_id")
		.limit(few + 1)
		.execute();
	return {
		among: rows.length > few ? undefined : new Set(rows.map(({ difference_id }) => difference_id)),
		fits: [
			sql`exists (
				select from clock answer
				where answer.difference_id = party.difference_id and party.reader = any(answer.audience)
					and answer.step = any(${answer}::text[]) and answer.state in ('ran-out', 'met-late')
					and answer.strength = any(${strengthsOf("limit")}::text[])
					-- The last round is the one that the log shows.
					and not exists (
						select from clock later
						where later.difference_id = answer.difference_id and party.reader = any(later.audience)
							and later.step = any(${answer}::text[]) and later.state <> 'dropped' and later.round > answer.round))`,
		],
	};
}

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

/** A list that SQL can look in: never empty. */
const orNone = (list: string[]): string[] => (list.length > 0 ? list : [""]);
