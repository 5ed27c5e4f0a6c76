/**
 * Which duties stand on the desk of an office: how many of each kind, and which of them come first. What a page shows of each,
 * log-of-forms.ts reads.
 */
import { sql } from "kysely";
import type { Viewer } from "../domain/people/viewer.ts";
import {
	type Binding,
	bindingOf,
	type StepId,
	type Strength,
} from "../domain/protocol/protocol.ts";
import type { Db, Trx } from "./db.ts";
import {
	owedToEveryReader,
	type owedToOffices,
	owedToSomeReaders,
	visibleToOffices,
} from "./differences.ts";

/**
 * What is the same of many duties of a desk at one moment: which step or time limit of which protocol, in which difference it
 * is, and what else is past its date there. Where a duty lies on the desk follows from that alone.
 */
export type DutyShape = {
	versionId: string;
	notSafe: boolean;
	isEnded: boolean;
	/** Undefined where an open difference has nothing that the office may know to be owed. */
	owed: { what: "step" | "clock"; id: string; dueIs: Binding; paused: boolean } | undefined;
	isPast: boolean;
	/** The other steps that are open there. */
	beside: { step: StepId; dueIs: Binding; isPast: boolean }[];
};

/** Duties of one shape, and how many there are. */
export type AlikeOnDesk = DutyShape & { key: ShapeKey; total: number };

/** What finds the duties of one shape again, and puts them in order among those of others. */
export type ShapeKey = { shape: string; past: number; notSafe: boolean };

/** A duty on the desk, by the step or time limit that is owed; empty where nothing is. */
export type DutyFound = { id: string; owed: string };

/** How many duties of each shape an office has before it. @param at ISO instant */
export async function countDuties(
	db: Db | Trx,
	viewer: Viewer,
	office: string,
	at: string,
): Promise<AlikeOnDesk[]> {
	const shapesOf = (seen: ReturnType<typeof owedToOffices>) => sql`
		select duty.shape, ${pastAt(at)} as past
		from ${seen
			.where("party.office", "=", office)
			.select(["party.shape", "party.runs_out_at", "party.beside_due"])
			.as("duty")}`;
	const { rows } = await sql<{
		shape: string;
		past: number;
		total: number;
		version: string;
		is_ended: boolean;
		not_safe: boolean;
		what: "step" | "clock" | "nothing";
		owed: string;
		is_paused: boolean;
		strength: Strength | null;
		beside: string[];
	}>`
		with alike as materialized (
			select shape, past, count(*) as total
			from (
				${shapesOf(owedToEveryReader(db, viewer))} union all ${shapesOf(
					owedToSomeReaders(db, viewer),
				)}
			) duties
			group by 1, 2
		)
		select alike.shape, alike.past, alike.total, one.protocol_version_id as version, one.is_ended, one.not_safe, one.what,
			one.owed, one.is_paused, one.strength, one.beside
		from alike
		-- One of them, whoever may see it: what is read of it is the same of all that have its shape.
		cross join lateral (
			select * from owed
			where owed.partnership_id = ${viewer.partnershipId} and owed.office = ${office} and owed.shape = alike.shape limit 1
		) one
		where one.what in ('step', 'nothing') or (one.what = 'clock' and one.by_office = ${office})`.execute(
		db,
	);
	return rows.map((row) => ({
		key: { shape: row.shape, past: row.past, notSafe: row.not_safe },
		total: row.total,
		versionId: row.version,
		isEnded: row.is_ended,
		notSafe: row.not_safe,
		owed:
			row.what === "nothing"
				? undefined
				: {
						what: row.what,
						id: row.owed,
						dueIs: bindingOf(row.strength ?? "hard"),
						paused: row.is_paused,
					},
		isPast: row.past % 2 === 1,
		beside: row.beside.map((each, nth) => {
			const [step = "", strength = "hard"] = each.split(" ");
			return {
				step,
				dueIs: bindingOf(strength as Strength),
				isPast: Math.floor(row.past / 2 ** (nth + 1)) % 2 === 1,
			};
		}),
	}));
}

/** Some of the duties of these shapes: so many, after those before them. */
export type DutiesAsked = {
	/** Those of the least `rank` come first. */
	keys: readonly (ShapeKey & { rank: number })[];
	offset: number;
	limit: number;
	/** Not those that a colleague has taken, nor those in this difference. */
	freeBesides?: string | undefined;
};

/**
 * Duties in order: a child who is not safe comes first, then what is due soonest, then what was received first.
 *
 * @returns for each of `asked`
 */
export async function findDuties(
	db: Db | Trx,
	viewer: Viewer,
	office: string,
	at: string,
	asked: readonly DutiesAsked[],
): Promise<DutyFound[][]> {
	const keys = asked.flatMap(({ keys }, nth) => keys.map((key) => ({ ...key, nth })));
	const found: DutyFound[][] = asked.map(() => []);
	if (keys.length === 0) return found;
	const firstOf = (seen: ReturnType<typeof owedToOffices>) => sql`(
		select duty.difference_id, duty.owed, duty.runs_out_at, duty.since, duty.reference
		from ${seen
			.where("party.office", "=", office)
			.select([
				"party.difference_id",
				"party.shape",
				"party.runs_out_at",
				"party.since",
				"party.reference",
				"party.owed",
				"party.beside_due",
			])
			.as("duty")}
		where duty.shape = asked.shape and ${pastAt(at)} = asked.past
			and duty.runs_out_at between case asked.past % 2 when 1 then '-infinity' else ${at}::timestamptz end
				and case asked.past % 2 when 1 then ${at}::timestamptz else 'infinity' end
			and (asked.free_besides is null or (duty.difference_id <> asked.free_besides and not exists (
				select from taken where taken.difference_id = duty.difference_id and taken.office = ${office}
					and taken.person_id <> ${viewer.id})))
		order by duty.runs_out_at, duty.since, duty.reference, duty.owed
		limit asked.most)`;
	const { rows } = await sql<DutyFound & { asked: number }>`
		with listed as (
			select asked.nth as asked, one.difference_id as id, one.owed, row_number() over (
				partition by asked.nth
				order by asked.rank, asked.not_safe desc, one.runs_out_at, one.since, one.reference, one.owed) as nth
			from unnest(${keys.map(({ shape }) => shape)}::uuid[], ${keys.map(({ past }) => past)}::integer[],
				${keys.map(({ notSafe }) => notSafe)}::boolean[],
				${keys.map(({ nth }) => nth)}::integer[], ${keys.map(({ rank }) => rank)}::integer[],
				${keys.map(({ nth }) => asked[nth]?.freeBesides ?? null)}::uuid[],
				${keys.map(({ nth }) => (asked[nth]?.offset ?? 0) + (asked[nth]?.limit ?? 0))}::integer[])
				as asked (shape, past, not_safe, nth, rank, free_besides, most)
			-- The first of each shape, in the order of its index, are as many as can be among the first of all.
			cross join lateral (
				${firstOf(owedToEveryReader(db, viewer))} union all ${firstOf(
					owedToSomeReaders(db, viewer),
				)}
			) one
		)
		select listed.asked, listed.id, listed.owed from listed
		join unnest(${asked.map(({ offset }) => offset)}::integer[], ${asked.map(({ limit }) => limit)}::integer[])
			with ordinality as part (after, most, nth)
			on part.nth = listed.asked + 1 and listed.nth > part.after and listed.nth <= part.after + part.most
		order by listed.asked, listed.nth`.execute(db);
	for (const { asked, ...duty } of rows) found[asked]?.push(duty);
	return found;
}

/** A difference that ended, as an office knows it. Instants are ISO. */
export type Ended = {
	id: string;
	reference: string;
	versionId: string;
	raising: string;
	receiving: string | null;
	ending: string;
	endedAt: string;
};

/** Of what an office was sent and that ended in one of these ways, those in which something happened last. */
export async function listLatestEnded(
	db: Db | Trx,
	viewer: Viewer,
	office: string,
	ways: readonly string[],
	most: number,
): Promise<Ended[]> {
	const latestOf = (way: string) => (db as Db).selectFrom(ofWay(way).as("one")).selectAll();
	const ofWay = (way: string) =>
		visibleToOffices(db, viewer)
			.where("party.office", "=", office)
			.where("party.status", "=", sql.lit("ended"))
			.where("party.ending", "=", way)
			.orderBy("party.changed_at", "desc")
			// As a parameter it would make a plan for many, which sorts them all.
			.limit(sql.lit(most))
			.select(["party.difference_id", "party.ending", "party.changed_at"]);
	const [first, ...others] = ways;
	if (first === undefined) return [];
	// Of each way by itself, as its index has them.
	const latest = others.reduce((all, way) => all.unionAll(latestOf(way)), latestOf(first));
	const rows = await (db as Db)
		.selectFrom(latest.as("latest"))
		.innerJoin("difference", "difference.id", "latest.difference_id")
		.innerJoin("agency as raising", "raising.id", "difference.raising_agency_id")
		.leftJoin("agency as receiving", "receiving.id", "difference.receiving_agency_id")
		.orderBy("latest.changed_at", "desc")
		.limit(sql.lit(most))
		.select([
			"difference.id",
			"difference.reference",
			"difference.protocol_version_id",
			"raising.name as raising",
			"receiving.name as receiving",
			"difference.ended_at",
			"latest.ending",
		])
		.execute();
	return rows.map(({ protocol_version_id: versionId, ended_at, ending, ...row }) => ({
		...row,
		versionId,
		ending: ending ?? "",
		endedAt: ended_at?.toISOString() ?? "",
	}));
}

/** Whether a duty is past its date, and which of the steps beside it are: a bit for each. Time that stands still runs out for nobody. */
const pastAt = (at: string) => sql`(duty.runs_out_at < ${at}::timestamptz)::integer
	+ case cardinality(duty.beside_due) when 0 then 0
		when 1 then 2 * (duty.beside_due[1] < ${at}::timestamptz)::integer
		else (select sum((2 ^ nth)::integer * (due < ${at}::timestamptz)::integer)::integer
			from unnest(duty.beside_due) with ordinality as beside (due, nth)) end`;
