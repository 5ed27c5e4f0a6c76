/**
 * What is counted of each difference: its row of `counted`, without a name or a sentence, and what reports and lists of
 * figures ask of these rows. How a row follows from the record is domain/learning/facts.ts.
 */
import { sql } from "kysely";
import type { IsoDay } from "../domain/calendar/iso-day.ts";
import type { CountedAgency, Imported } from "../domain/learning/case.ts";
import type { Facts } from "../domain/learning/facts.ts";
import { valueKey } from "../domain/learning/old-log/mapping.ts";
import type { Period } from "../domain/learning/period.ts";
import type { SizedAgency } from "../domain/learning/reported.ts";
import type { Sector, Viewer } from "../domain/people/viewer.ts";
import type { StepId } from "../domain/protocol/protocol.ts";
import type { Db, Trx } from "./db.ts";
import { visibleParties } from "./differences.ts";
import { type PartOf, partOf, readFor, type WhichPart } from "./where-to-look.ts";

/** A difference as it is counted, with its version of the protocol; what was imported from an old log ran under none. */
export type CountedRow = {
	id: string;
	versionId: string | null;
	imported?: Imported;
	raising: CountedAgency;
	receiving: CountedAgency | null;
	facts: Facts;
};

/** Which differences of a protocol are counted: those raised by the end of a period that had not ended before a day. */
export type WhichCounted = {
	/** Its name, in all versions. */
	protocol: string;
	openSince: IsoDay;
	/**
	 * What is reported: of what had ended before it and is named by no day of it, only that is read by which periods are
	 * compared, without each stage, step and wait.
	 */
	period: Period;
};

/** So many are read by one query: the facts of two years are never in memory together. */
const atOnce = 250;

/**
 * Differences as they are gone through. The facts of each are read out of their text when it is its turn: what is not kept
 * of it is gone at once, where a whole piece of thousands of small things would be moved about before it went.
 */
export type CountedPiece = Iterable<CountedRow>;

/**
 * Every difference that is counted, in pieces, in the order in which they were raised; forms that were imported from old logs
 * come last. Which there are is looked up first, so each comes once, however they change meanwhile.
 * It is of all that exist, for counting alone: who may open which of them is for `visibleTo` to say.
 *
 * @param looksUp is given which there are, without the forms of old logs and what was disposed of, before any is read
 */
export async function* eachCounted(
	db: Db | Trx,
	partnershipId: string,
	{ protocol, openSince, period }: WhichCounted,
	looksUp: (own: readonly string[]) => void = () => {},
): AsyncGenerator<CountedPiece> {
	const agencies = knownAgencies(db);
	const ids = await listCountedOwn(db, partnershipId, { protocol, openSince, period });
	looksUp(ids);
	/** While one piece is counted, the database reads the next. */
	let next = listPiece(db, ids.slice(0, atOnce), period);
	for (let from = 0; from < ids.length; from += atOnce) {
		const rows = await next;
		next = listPiece(db, ids.slice(from + atOnce, from + 2 * atOnce), period);
		// Whoever stops before the end asks nobody for it.
		next.catch(() => {});
		const agency = await agencies(rows);
		yield rows.values().map((row) => toCounted(row, agency));
	}
	yield* eachKept(db, partnershipId, { protocol, openSince, period }, agencies);
	yield await listCountedImports(db, partnershipId, protocol, {
		openSince,
		raisedBy: period.until,
	});
}

type ReadRow = {
	id: string;
	protocol_version_id: string;
	raising_agency_id: string;
	receiving_agency_id: string | null;
	facts: string;
};
type KnownAgency = (id: string) => CountedAgency;

/** The agencies of one piece after the other: there are thousands of rows, and a dozen agencies, each looked up once. */
function knownAgencies(db: Db | Trx): (rows: readonly ReadRow[]) => Promise<KnownAgency> {
	const known = new Map<string, CountedAgency>();
	return async (rows) => {
		const ids = new Set<string>();
		for (const { raising_agency_id: raising, receiving_agency_id: receiving } of rows) {
			if (!known.has(raising)) ids.add(raising);
			if (receiving !== null && !known.has(receiving)) ids.add(receiving);
		}
		if (ids.size > 0)
			for (const { id, name, sector } of await db
				.selectFrom("agency")
				.where("id", "=", sql<string>`any(${[...ids]})`)
				.select(["id", "name", "sector"])
				.execute())
				known.set(id, { id, name, sector: sector as Sector });
		return (id) => {
			const agency = known.get(id);
			if (!agency) throw new RangeError(`There is no agency ${id}`);
			return agency;
		};
	};
}

const toCounted = (row: ReadRow, agency: KnownAgency): CountedRow => ({
	id: row.id,
	versionId: row.protocol_version_id,
	raising: agency(row.raising_agency_id),
	receiving: row.receiving_agency_id === null ? null : agency(row.receiving_agency_id),
	facts: JSON.parse(row.facts),
});

const listPiece = async (db: Db | Trx, ids: string[], period: Period) =>
	ids.length === 0
		? []
		: db
				.selectFrom("counted")
				.where("difference_id", "=", sql<string>`any(${ids})`)
				.orderBy("raised_on")
				.orderBy("difference_id")
				.select(factsIn(period).as("facts"))
				.select([
					"difference_id as id",
					"protocol_version_id",
					"raising_agency_id",
					"receiving_agency_id",
				])
				.execute();

/** Those of differences that were disposed of, in the same order; what counts them leads nowhere. */
async function* eachKept(
	db: Db | Trx,
	partnershipId: string,
	{ protocol, openSince, period }: WhichCounted,
	agencies: ReturnType<typeof knownAgencies>,
): AsyncGenerator<CountedPiece> {
	for (let after: { on: string; id: string } | undefined; ; ) {
		const rows = await db
			.selectFrom("counted_kept as counted")
			.where("counted.partnership_id", "=", partnershipId)
			.where("counted.protocol", "=", protocol)
			.where((where) =>
				where.or([
					where("counted.ended_on", "is", null),
					where("counted.ended_on", ">=", openSince),
				]),
			)
			.where("counted.raised_on", "<=", period.until)
			.$if(after !== undefined, (query) =>
				query.where(
					sql<boolean>`(counted.raised_on, counted.id) > (${after?.on}::date, ${after?.id}::uuid)`,
				),
			)
			.orderBy("counted.raised_on")
			.orderBy("counted.id")
			.limit(atOnce)
			.select(factsIn(period).as("facts"))
			.select([
				"counted.id",
				"counted.raised_on",
				"counted.protocol_version_id",
				"counted.raising_agency_id",
				"counted.receiving_agency_id",
			])
			.execute();
		const agency = await agencies(rows);
		yield rows.values().map((row) => toCounted(row, agency));
		const last = rows.at(-1);
		if (!last || rows.length < atOnce) return;
		after = { on: last.raised_on, id: last.id };
	}
}

/** The same by their identifiers alone, without the forms of old logs and what was disposed of. */
export async function listCountedOwn(
	db: Db | Trx,
	partnershipId: string,
	{ protocol, openSince, period }: WhichCounted,
): Promise<string[]> {
	const rows = await db
		.selectFrom("counted")
		.where("partnership_id", "=", partnershipId)
		.where("protocol", "=", protocol)
		.where((where) => where.or([where("ended_on", "is", null), where("ended_on", ">=", openSince)]))
		.where("raised_on", "<=", period.until)
		.orderBy("raised_on")
		.orderBy("difference_id")
		.select("difference_id")
		.execute();
	return rows.map(({ difference_id }) => difference_id);
}

async function listCountedImports(
	db: Db | Trx,
	partnershipId: string,
	protocol: string,
	{ openSince, raisedBy }: { openSince: IsoDay; raisedBy: IsoDay },
): Promise<CountedRow[]> {
	const rows = await db
		.selectFrom("counted_import as form")
		.innerJoin("old_log", "old_log.id", "form.old_log_id")
		.leftJoin("agency as raising", "raising.id", "form.raising_agency_id")
		.leftJoin("agency as receiving", "receiving.id", "form.receiving_agency_id")
		.where("form.partnership_id", "=", partnershipId)
		.where("form.protocol", "=", protocol)
		.where((where) =>
			where.or([where("form.ended_on", "is", null), where("form.ended_on", ">=", openSince)]),
		)
		.where("form.raised_on", "<=", raisedBy)
		.orderBy("form.raised_on")
		.orderBy("form.id")
		.select([
			"form.id",
			"form.reference",
			"form.days_known",
			"form.facts",
			"form.raising_name",
			"form.raising_sector",
			"form.receiving_name",
			"form.receiving_sector",
			"old_log.id as log_id",
			"old_log.title",
			"raising.id as raising_id",
			"raising.name as raising_agency",
			"raising.sector as raising_agency_sector",
			"receiving.id as receiving_id",
			"receiving.name as receiving_agency",
			"receiving.sector as receiving_agency_sector",
		])
		.execute();
	const agency = agenciesOfOldLogs();
	return rows.map((row) => {
		const receivingName = row.receiving_agency ?? row.receiving_name;
		return {
			id: row.id,
			versionId: null,
			imported: {
				from: { id: row.log_id, title: row.title },
				reference: row.reference,
				daysKnown: row.days_known,
			},
			raising: agency({
				id: row.raising_id,
				name: row.raising_agency ?? row.raising_name ?? "",
				sector: row.raising_agency_sector ?? row.raising_sector,
			}),
			receiving:
				receivingName === null
					? null
					: agency({
							id: row.receiving_id,
							name: receivingName,
							sector: row.receiving_agency_sector ?? row.receiving_sector,
						}),
			facts: row.facts as Facts,
		};
	});
}

/**
 * The agencies that old logs name. One that the directory does not have is the same in every log that calls it the same, and of
 * one sector: that of the log which is read first, whatever others say. The sums of sectors would not be those of their agencies.
 */
export function agenciesOfOldLogs(): (
	said: Record<"id" | "sector", string | null> & { name: string },
) => CountedAgency {
	const known = new Map<string, CountedAgency>();
	return ({ id, name, sector }) => {
		const key = id ?? inThePast(name);
		const agency = known.get(key) ?? { id: key, name, sector: sector as Sector };
		known.set(key, agency);
		return agency;
	};
}

const inThePast = (name: string): string => `past:${valueKey(name)}`;

/** Which of these are forms that were imported: their references, by the title of the import, in order. */
export async function listImportedOf(
	db: Db | Trx,
	partnershipId: string,
	ids: string[],
): Promise<{ title: string; references: string[]; withoutReference: number }[]> {
	if (ids.length === 0) return [];
	const rows = await db
		.selectFrom("counted_import as form")
		.innerJoin("old_log", "old_log.id", "form.old_log_id")
		.where("form.partnership_id", "=", partnershipId)
		.where("form.id", "=", sql<string>`any(${ids})`)
		.orderBy("old_log.title")
		.orderBy("form.reference")
		.select(["old_log.title", "form.reference"])
		.execute();
	const found = new Map<
		string,
		{ title: string; references: string[]; withoutReference: number }
	>();
	for (const { title, reference } of rows) {
		const here = found.get(title) ?? { title, references: [], withoutReference: 0 };
		if (reference === null) here.withoutReference += 1;
		else here.references.push(reference);
		found.set(title, here);
	}
	return [...found.values()];
}

/** Whether any difference of a protocol was raised by a day. */
export async function isAnythingRaised(
	db: Db | Trx,
	partnershipId: string,
	protocol: string,
	by: IsoDay,
): Promise<boolean> {
	const row = await db
		.selectFrom("counted")
		.where("partnership_id", "=", partnershipId)
		.where("protocol", "=", protocol)
		.where("raised_on", "<=", by)
		.select("difference_id as id")
		.unionAll(
			db
				.selectFrom("counted_kept")
				.where("partnership_id", "=", partnershipId)
				.where("protocol", "=", protocol)
				.where("raised_on", "<=", by)
				.select("id"),
		)
		.limit(1)
		.executeTakeFirst();
	return row !== undefined;
}

/** The facts that a period asks for, as text: see `WhichCounted` and `CountedPiece`. `compared` is kept by the database. */
const factsIn = (period: Period) =>
	sql<string>`case when counted.ended_on is not null and counted.last_on < ${period.from}
		then counted.compared else counted.facts::text end`;

/** The agencies of a partnership, each with how many people it has in the directory who have not left. */
export async function listAgenciesBySize(
	db: Db | Trx,
	partnershipId: string,
): Promise<SizedAgency[]> {
	const rows = await db
		.selectFrom("agency")
		.leftJoin("person", (join) =>
			join
				.onRef("person.agency_id", "=", "agency.id")
				.on("person.left_at", "is", null)
				.on("person.only_in", "is", null),
		)
		.where("agency.partnership_id", "=", partnershipId)
		.groupBy(["agency.id", "agency.name", "agency.sector"])
		.orderBy("agency.name")
		.select((select) => [
			"agency.id",
			"agency.name",
			"agency.sector",
			select.fn.count<number>("person.id").as("people"),
		])
		.execute();
	return rows.map(({ people, sector, ...agency }) => ({
		...agency,
		sector: sector as Sector,
		people: Number(people),
	}));
}

/**
 * Of what somebody sees, each thing that was asked after its end and is not done yet: those of the difference first in which
 * something has been open longest.
 *
 * @param steps the steps that are looked for, by the version of the protocol
 */
export async function listFollowedOpen(
	db: Db | Trx,
	viewer: Viewer,
	steps: Readonly<Record<string, readonly StepId[]>>,
	which: WhichPart,
): Promise<
	PartOf<{
		id: string;
		reference: string;
		raising: string;
		versionId: string;
		step: StepId;
		from: IsoDay;
		clocks: Facts["clocks"];
	}>
> {
	// As the index counted_followed_since has it.
	const since = sql`(jsonb_path_query_array(counted.facts, '$.followed[*] ? (@.doneOn == null).from') ->> 0) collate "C"`;
	const rows = await (db as Db)
		.selectFrom("counted")
		.innerJoin("difference as of", "of.id", "counted.difference_id")
		.innerJoin("agency as asked", "asked.id", "of.raising_agency_id")
		.innerJoinLateral(
			sql<{ step: StepId; from: IsoDay; nth: string }>`(
				select each ->> 'step' as step, each ->> 'from' as "from", nth
				from jsonb_array_elements(counted.facts -> 'followed') with ordinality as followed (each, nth)
				where each ->> 'doneOn' is null
					and ${JSON.stringify(steps)}::jsonb -> of.protocol_version_id::text ? (each ->> 'step')
				-- Looked at for each difference by itself: else it is taken for so rare that all of them are sorted first.
				offset 0)`.as("one"),
			(join) => join.onTrue(),
		)
		.where("counted.partnership_id", "=", viewer.partnershipId)
		// Written out: as parameters they would not tell that an index holds nothing else, nor that few are wanted.
		.where(sql<boolean>`counted.is_followed`)
		.where("of.status", "=", sql.lit("ended"))
		.innerJoinLateral(
			visibleParties(db, viewer)
				.where(sql<boolean>`party.difference_id = counted.difference_id`)
				.select("party.difference_id")
				.limit(sql.lit(1))
				.as("seen"),
			(join) => join.onTrue(),
		)
		.orderBy(since)
		.orderBy("of.id")
		.orderBy("one.nth")
		.limit(sql.lit(readFor(which)))
		.select([
			"of.id",
			"of.reference",
			"of.protocol_version_id",
			"asked.name",
			"one.step",
			"one.from",
		])
		.select(({ ref }) => sql<Facts["clocks"]>`${ref("counted.facts")} -> 'clocks'`.as("clocks"))
		.execute();
	const { rows: shown, ...counted } = partOf(rows, which);
	return {
		...counted,
		rows: shown.map(({ name: raising, protocol_version_id: versionId, ...row }) => ({
			...row,
			raising,
			versionId,
		})),
	};
}
