/**
 * Differences: loading, locking and saving them, and which of them a person sees (`visibleDifferences`, where every list
 * begins). The record itself is in record.ts, the rows that are derived from it in derived-rows.ts.
 */
import { type ExpressionBuilder, type RawBuilder, sql } from "kysely";
import {
	type Difference,
	type Header,
	type RecordedEvent,
	replay,
} from "../domain/difference/difference.ts";
import type { SideNames } from "../domain/difference/told/words.ts";
import { entriesFor, type Reader, readersUpTo } from "../domain/difference/who/may-read.ts";
import type { WordsLost } from "../domain/difference/words-lost.ts";
import {
	type Actor,
	actingAs,
	answersForAgency,
	levels,
	officesRead,
	type Viewer,
} from "../domain/people/viewer.ts";
import { isOfRank } from "../domain/people/who-answers.ts";
import type { Protocol, Side } from "../domain/protocol/protocol.ts";
import { plainReference } from "../domain/reference.ts";
import { listAgenciesById } from "./agencies.ts";
import { linkDifferences } from "./chain.ts";
import type { Db, Trx } from "./db.ts";
import { derivedRows, insertRows, saveDerived, statusColumns } from "./derived-rows.ts";
import { namedOnSide } from "./duties.ts";
import { addDifferenceKeys } from "./keys.ts";
import { listOf } from "./list-of.ts";
import { addEntries, type RecordRead, readEntriesFor, readRecord, readRecords } from "./record.ts";
import type { OpenedTold } from "./sealed-narrative.ts";

/** A difference with its whole record: only rules may hold it, never a page. */
export type Loaded = {
	header: Header;
	partnershipId: string;
	versionId: string;
	entries: RecordedEvent[];
	/** Why words are missing in the entries; undefined where none are. */
	wordsLost: WordsLost | undefined;
};

/** A difference as far as one person may read it. */
export type Seen = {
	header: Header;
	versionId: string;
	/** The sides on which this person sees it. */
	sides: Side[];
	/** The same with the levels that they reach there. */
	readers: Reader[];
	/** The entries of the record that they may read there. */
	entries: RecordedEvent[];
	/** Why words are missing in the entries; undefined where none are. */
	wordsLost: WordsLost | undefined;
	/** Their names. */
	agencies: SideNames;
	/** Whether there is another that it continues, or that continues it: which that is, is not for everybody (`findLinked`). */
	isLinked: boolean;
};

const columns = [
	"difference.id",
	"difference.partnership_id",
	"difference.reference",
	"difference.protocol_version_id",
	"difference.raising_agency_id",
	"difference.receiving_agency_id",
	"difference.raised_by",
	"difference.raised_at",
] as const;

type Row = {
	id: string;
	partnership_id: string;
	reference: string;
	protocol_version_id: string;
	raising_agency_id: string;
	receiving_agency_id: string | null;
	raised_by: string | null;
	raised_at: Date;
};

const toHeader = (row: Row): Header => ({
	id: row.id,
	reference: row.reference,
	raisingAgency: row.raising_agency_id,
	receivingAgency: row.receiving_agency_id,
	raisedBy: row.raised_by,
	raisedAt: row.raised_at.toISOString(),
});

/** The difference as it stands, held until `trx` ends so that two people cannot act on it at once. */
export async function lockDifference(trx: Trx, id: string): Promise<Loaded | undefined> {
	const row = await trx
		.selectFrom("difference")
		.where("id", "=", id)
		.select(columns)
		.forUpdate()
		.executeTakeFirst();
	return row && withEntries(trx, row);
}

/** Differences with their whole records, by identifier. @param told all that was told in each */
export async function loadDifferences(
	db: Db | Trx,
	told: ReadonlyMap<string, readonly OpenedTold[]>,
): Promise<ReadonlyMap<string, Loaded>> {
	const rows = await db
		.selectFrom("difference")
		.where(sql<boolean>`id = any(${[...told.keys()]}::uuid[])`)
		.select(columns)
		.execute();
	const records = await readRecords(db, told);
	return new Map(
		rows.map((row) => [
			row.id,
			loadedOf(row, records.get(row.id) ?? { entries: [], lost: new Map() }),
		]),
	);
}

/** A difference with its whole record, as it stood a moment ago: for rules that change nothing. */
export async function loadDifference(db: Db | Trx, id: string): Promise<Loaded | undefined> {
	const row = await db
		.selectFrom("difference")
		.where("id", "=", id)
		.select(columns)
		.executeTakeFirst();
	return row && withEntries(db, row);
}

async function withEntries(db: Db | Trx, row: Row): Promise<Loaded> {
	return loadedOf(row, await readRecord(db, row.id));
}

const loadedOf = (row: Row, { entries, lost }: RecordRead): Loaded => ({
	header: toHeader(row),
	partnershipId: row.partnership_id,
	versionId: row.protocol_version_id,
	entries,
	wordsLost: lostIn(entries, lost),
});

/** What became of words that are missing in these entries: `closed` where some may still be found. */
function lostIn(
	entries: readonly RecordedEvent[],
	lost: RecordRead["lost"],
): WordsLost | undefined {
	const ways = entries.flatMap(({ seq }) => lost.get(seq) ?? []);
	return ways.includes("closed") ? "closed" : ways[0];
}

/** The differences of one protocol that began or went on since an instant, the oldest first. @param since ISO instant */
export async function listActiveSince(
	db: Db | Trx,
	partnershipId: string,
	protocol: string,
	since: string,
): Promise<string[]> {
	const rows = await db
		.selectFrom("difference")
		.innerJoin("protocol_version", "protocol_version.id", "difference.protocol_version_id")
		.where("difference.partnership_id", "=", partnershipId)
		.where("protocol_version.protocol", "=", protocol)
		.where((where) =>
			where.or([
				where("difference.status", "=", "open"),
				where("difference.ended_at", ">=", sql<Date>`${since}::timestamptz`),
				where("difference.raised_at", ">=", sql<Date>`${since}::timestamptz`),
			]),
		)
		.orderBy("difference.raised_at")
		.select("difference.id")
		.execute();
	return rows.map(({ id }) => id);
}

/** The difference of a partnership that has this reference, whoever may see it: only rules may hold it. */
export async function findIdByReference(
	db: Db | Trx,
	partnershipId: string,
	reference: string,
): Promise<string | undefined> {
	const row = await db
		.selectFrom("difference")
		.where("partnership_id", "=", partnershipId)
		.where(sql<boolean>`replace(reference, '-', '') = ${plainReference(reference)}`)
		.select("id")
		.executeTakeFirst();
	return row?.id;
}

/** Undefined also when `viewer` may not see it: who may not learns nothing. */
export const findDifference = (
	db: Db | Trx,
	id: string,
	viewer: Viewer,
): Promise<Seen | undefined> => findAs(db, id, viewer, { nothingElse: false });

/**
 * The same for a transaction that does nothing but show it: until it ends the database gives of any record, its words and its files
 * what `viewer` may read of this one, and nothing else.
 */
export const findAndNothingElse = (
	trx: Trx,
	id: string,
	viewer: Viewer,
): Promise<Seen | undefined> => findAs(trx, id, viewer, { nothingElse: true });

async function findAs(
	db: Db | Trx,
	id: string,
	viewer: Viewer,
	how: { nothingElse: boolean },
): Promise<Seen | undefined> {
	const rows = await visibleDifferences(db, viewer)
		.where("difference.id", "=", id)
		.select([
			...columns,
			"party.side",
			"party.level",
			"raising.name as raising_name",
			"receiving.name as receiving_name",
			sql<boolean>`(difference.continues_id is not null or exists (
				select from difference next where next.continues_id = difference.id))`.as("is_linked"),
		])
		.execute();
	const [row] = rows;
	if (!row) return undefined;
	const readers = rows.flatMap(({ side, level }) => readersUpTo(side, level));
	const { entries, lost } = await readEntriesFor(db, id, (all) => entriesFor(all, readers), how);
	return {
		header: toHeader(row),
		versionId: row.protocol_version_id,
		sides: [...new Set(rows.map(({ side }) => side))],
		readers,
		entries,
		wordsLost: lostIn(entries, lost),
		agencies: {
			raising: row.raising_name,
			receiving: row.receiving_name,
			involved: await namesOfInvolved(db, entries),
		},
		isLinked: row.is_linked,
	};
}

/** The agencies that are involved besides the two, by name, as far as these entries tell of them. */
async function namesOfInvolved(
	db: Db | Trx,
	entries: RecordedEvent[],
): Promise<Record<Side, string>> {
	const involved = entries.flatMap((entry) => (entry.type === "agency-involved" ? [entry] : []));
	if (involved.length === 0) return {};
	const agencies = await listAgenciesById(
		db,
		involved.map(({ agency }) => agency),
	);
	return Object.fromEntries(
		involved.flatMap(({ side, agency }) => {
			const name = agencies.find(({ id }) => id === agency)?.name;
			return name === undefined ? [] : [[side, name]];
		}),
	);
}

/**
 * The differences that a person may see, once for each side on which they see it and each level that they reach there
 * to which something is kept (`party`), with the two agencies (`raising`, and `receiving` where there is one). Every list and search for a person begins here.
 */
export const visibleDifferences = (db: Db | Trx, viewer: Viewer) =>
	(db as Db)
		.selectFrom("difference")
		.innerJoin("difference_party as party", "party.difference_id", "difference.id")
		.innerJoin("agency as raising", "raising.id", "difference.raising_agency_id")
		.leftJoin("agency as receiving", "receiving.id", "difference.receiving_agency_id")
		.where(visibleTo(viewer));

/** The same of `party` alone: whether a person sees a difference, and what stands in its rows. */
export const visibleParties = (db: Db | Trx, viewer: Viewer) =>
	(db as Db).selectFrom("difference_party as party").where(visibleTo(viewer));

/**
 * What a person may see as an office does, of `party` alone: for counting, and for finding what stands on a page. No row of
 * an office is one of an agency, so nothing is asked of agencies, and one index answers.
 */
export const visibleToOffices = (db: Db | Trx, viewer: Viewer) =>
	(db as Db).selectFrom("difference_party as party").where(visibleTo(viewer, "party", "office"));

/**
 * What is owed in the differences that a person may see, once for each row of theirs of `difference_party` that may know of
 * it. Rows of `owed` have what rows of `difference_party` have by which it is asked.
 */
export const visibleOwed = (db: Db | Trx, viewer: Viewer) =>
	(db as Db).selectFrom("owed as party").where(visibleTo(viewer));

/** The same of what they see as an office does. @see visibleToOffices */
export const owedToOffices = (db: Db | Trx, viewer: Viewer) =>
	(db as Db).selectFrom("owed as party").where(visibleTo(viewer, "party", "office"));

/**
 * Of that, what every reader of an office sees alike: neither sealed nor closed to anybody, nor for those named alone. Nothing
 * is asked of each row, and an index counts them.
 */
export const owedToEveryReader = (db: Db | Trx, viewer: Viewer) =>
	(db as Db)
		.selectFrom("owed as party")
		.where("party.partnership_id", "=", viewer.partnershipId)
		.where(
			sql<boolean>`party.office = any(${listOf(actingAs(viewer).flatMap(officesRead), "text")})`,
		)
		// Written out: as a parameter it would not tell that an index holds nothing else.
		.where(sql<boolean>`party.for_every_reader`);

/** The rest of what they see as an office does, each looked at by itself. */
export const owedToSomeReaders = (db: Db | Trx, viewer: Viewer) =>
	owedToOffices(db, viewer).where(sql<boolean>`not party.for_every_reader`);

/**
 * The one place that says who sees a difference: people of a side that knows of it. Of an agency, those who
 * answer for it and those who are named, on this side where both are of one agency; of an agency too small for that,
 * also those of the agency that answers
 * for it; of an office, its holders and its head, of a pool those who are named; and whoever stands in for one of these
 * while they are away. What is kept to a level is for those who reach it. Whoever answers by a link sees their own alone.
 * What is sealed only those see who were named, and whoever opened it in an emergency.
 *
 * @param party the name of `difference_party` in the query
 * @param lies as which rows are asked about where all are of an agency, or all of an office: of the other nothing is asked then
 * @see readersOf in domain/difference/who/may-act.ts: the same of one difference
 */
export const visibleTo =
	(viewer: Viewer, party = "party", lies: Place = "anywhere") =>
	(where: OfParty) =>
		where.and([
			where(`${party}.partnership_id`, "=", viewer.partnershipId),
			...(viewer.onlyIn === undefined ? [] : [where(`${party}.difference_id`, "=", viewer.onlyIn)]),
			isOpenTo(viewer, party)(where),
			where.or(
				actingAs(viewer).flatMap((one) => [
					...(lies === "office" ? [] : [asAgency(where, one, party)]),
					...(lies === "agency" ? [] : asOffice(where, one, party)),
				]),
			),
		]);

/** Of what a row of `difference_party` is: each is of an agency or of an office. */
export type Place = "agency" | "office" | "anywhere";

/** Whether a difference is not sealed, or not from this person. */
const isOpenTo = (viewer: Viewer, party: string) => (where: OfParty) =>
	where.or([
		where(`${party}.sealed_for`, "is", null),
		sql<boolean>`${viewer.id}::uuid = any(${sql.ref(`${party}.sealed_for`)})`,
		...(viewer.glassBrokenIn?.length
			? [where(`${party}.difference_id`, "in", viewer.glassBrokenIn)]
			: []),
	]);

// biome-ignore lint/suspicious/noExplicitAny: asked of several joins, each with a table of parties
export type OfParty = ExpressionBuilder<any, any>;

const asAgency = (where: OfParty, one: Actor, party: string) =>
	where.and([
		// Of an office’s row the next is unknown, not untrue: whether they are named would be looked up for each.
		where(`${party}.agency_id`, "is not", null),
		where(`${party}.agency_id`, "in", agenciesOf(one)),
		where(
			`${party}.level`,
			"in",
			levels.filter((level) => isOfRank(one, { level, posts: [] })),
		),
		...(answersForAgency(one)
			? []
			: [isNamed(where, one, party, namedOnSide("difference_person", sql.ref(`${party}.side`)))]),
	]);

const agenciesOf = ({ agencyId, proxyFor }: Actor) => [agencyId, ...(proxyFor ?? [])];

const asOffice = (where: OfParty, one: Actor, party: string) =>
	one.offices.length > 0
		? [
				where.and([
					where(`${party}.office`, "in", officesRead(one)),
					sql<boolean>`not ${one.agencyId}::uuid = any(${sql.ref(`${party}.closed_to`)})`,
					where.or([
						where(`${party}.named_only`, "=", false),
						isNamed(where, one, party, sql<boolean>`true`),
					]),
				]),
			]
		: [];

const isNamed = (where: OfParty, { id }: Actor, party: string, on: RawBuilder<boolean>) =>
	where.exists(
		where
			.selectFrom("difference_person")
			.whereRef("difference_person.difference_id", "=", `${party}.difference_id`)
			.where("difference_person.person_id", "=", id)
			.where(on)
			.select("difference_person.person_id"),
	);

/** Where rows of `difference_party` lie that somebody may see. */
export type PlacesSeen = {
	/** All of an agency. */
	agencies: string[];
	/** All of an office. */
	offices: string[];
	/** What these people are named in. */
	named: string[];
};

/** Where to look for what somebody sees: no row that `visibleTo` lets them see lies elsewhere, and none in two of these. */
export function placesSeen(viewer: Viewer): PlacesSeen {
	const all = actingAs(viewer);
	const [answering, others] = [
		all.filter(answersForAgency),
		all.filter((one) => !answersForAgency(one)),
	];
	const agencies = [...new Set(answering.flatMap(agenciesOf))];
	return {
		agencies,
		offices: [...new Set(all.flatMap(officesRead))],
		named: others
			.filter((one) => agenciesOf(one).some((agency) => !agencies.includes(agency)))
			.map(({ id }) => id),
	};
}

/** Whether somebody sees a difference as an office does. */
export async function sees(
	db: Db | Trx,
	viewer: Viewer,
	id: string,
	office: string,
): Promise<boolean> {
	const row = await visibleDifferences(db, viewer)
		.where("difference.id", "=", id)
		.where("party.office", "=", office)
		.select("difference.id")
		.executeTakeFirst();
	return row !== undefined;
}

/** Another difference that a person may see, by its reference. */
export type Linked = { id: string; reference: string };

/** The difference that this one continues, and the one that continues it, as far as `viewer` may see them. */
export async function findLinked(
	db: Db | Trx,
	id: string,
	viewer: Viewer,
): Promise<{ continues?: Linked; continuedBy?: Linked }> {
	const rows = await visibleDifferences(db, viewer)
		.where((where) =>
			where.or([
				where("difference.continues_id", "=", id),
				where(
					"difference.id",
					"=",
					where
						.selectFrom("difference as this")
						.where("this.id", "=", id)
						.select("this.continues_id"),
				),
			]),
		)
		.select(["difference.id", "difference.reference", "difference.continues_id"])
		.execute();
	const continues = rows.find(({ continues_id }) => continues_id !== id);
	const continuedBy = rows.find(({ continues_id }) => continues_id === id);
	return {
		...(continues && { continues: linkTo(continues) }),
		...(continuedBy && { continuedBy: linkTo(continuedBy) }),
	};
}

const linkTo = ({ id, reference }: Linked): Linked => ({ id, reference });

/**
 * Says that a difference continues another.
 *
 * @returns false when another one continues it already
 */
export async function saveContinuation(trx: Trx, id: string, continues: string): Promise<boolean> {
	await trx.selectFrom("difference").where("id", "=", continues).select("id").forUpdate().execute();
	const earlier = await trx
		.selectFrom("difference")
		.where("continues_id", "=", continues)
		.select("id")
		.executeTakeFirst();
	if (earlier) return false;
	await trx
		.updateTable("difference")
		.set({ continues_id: continues })
		.where("id", "=", id)
		.execute();
	return true;
}

/** A difference with its record, and what it runs under. */
type Begun = { header: Header; partnershipId: string; versionId: string };

/** Begins a difference: its row, its first entries and all that is derived from them. */
export async function addDifference(
	trx: Trx,
	protocol: Protocol,
	begun: Begun,
	entries: RecordedEvent[],
): Promise<Difference> {
	const { header, partnershipId } = begun;
	const begins = replay(protocol, header, entries);
	await trx.insertInto("difference").values(ownRow(begun, begins)).execute();
	await addDifferenceKeys(trx, partnershipId, [header.id]);
	const [recorded = []] = await addEntries(trx, protocol, [
		{ id: header.id, partnershipId, before: [], entries },
	]);
	const difference = replay(protocol, header, recorded);
	await insertRows(trx, [
		derivedRows(protocol, partnershipId, { header, difference, entries: recorded }),
	]);
	return difference;
}

/** Adds many differences with their records at once, as if each had been begun and gone on. */
export async function addDifferences(trx: Trx, protocol: Protocol, added: Added[]): Promise<void> {
	const parts = Array.from({ length: Math.ceil(added.length / atOnce) }, (_, nth) =>
		added.slice(nth * atOnce, (nth + 1) * atOnce),
	).values();
	const addEach = async () => {
		for (const part of parts) await addPart(trx, protocol, part);
	};
	// The database takes in one part while the next is made.
	await Promise.all([addEach(), addEach()]);
	await linkDifferences(
		trx,
		added.map(({ header }) => header.id),
	);
}

async function addPart(trx: Trx, protocol: Protocol, part: Added[]): Promise<void> {
	const these = part.map((each) => ({
		...each,
		difference: replay(protocol, each.header, each.entries),
	}));
	await trx
		.insertInto("difference")
		.values(these.map((each) => ownRow(each, each.difference)))
		.execute();
	for (const [partnershipId, ofEach] of Map.groupBy(these, (each) => each.partnershipId))
		await addDifferenceKeys(
			trx,
			partnershipId,
			ofEach.map(({ header }) => header.id),
		);
	await addEntries(
		trx,
		protocol,
		these.map(({ header, partnershipId, entries }) => ({
			id: header.id,
			partnershipId,
			before: [],
			entries,
		})),
	);
	await insertRows(
		trx,
		these.map((each) => derivedRows(protocol, each.partnershipId, each)),
	);
}

type Added = Begun & { entries: RecordedEvent[] };

/** PostgreSQL takes some 65,000 values in a statement. */
const atOnce = 20;

const ownRow = ({ header, partnershipId, versionId }: Begun, difference: Difference) => ({
	id: header.id,
	partnership_id: partnershipId,
	reference: header.reference,
	protocol_version_id: versionId,
	raising_agency_id: header.raisingAgency,
	raised_by: header.raisedBy,
	raised_at: difference.raisedAt,
	...statusColumns(difference),
});

/**
 * Adds what happened to the record, and brings everything derived from it up to date.
 *
 * @param loaded with the version of the protocol under which it goes on
 */
export async function saveDifference(
	trx: Trx,
	protocol: Protocol,
	loaded: Loaded,
	happened: RecordedEvent[],
): Promise<Difference> {
	const { header, partnershipId } = loaded;
	const [recorded = []] = await addEntries(trx, protocol, [
		{ id: header.id, partnershipId, before: loaded.entries, entries: happened },
	]);
	const entries = [...loaded.entries, ...recorded];
	const difference = replay(protocol, header, entries);
	await trx
		.updateTable("difference")
		.set({ ...statusColumns(difference), protocol_version_id: loaded.versionId })
		.where("id", "=", header.id)
		.execute();
	await saveDerived(trx, protocol, partnershipId, { header, difference, entries });
	return difference;
}

/**
 * The differences of a partnership in which a clock ran out by `now`, or the day of a step came, and nobody has noted it
 * yet.
 */
export async function listWithClocksRunOut(
	db: Db | Trx,
	partnershipId: string,
	now: string,
): Promise<string[]> {
	const rows = await db
		.selectFrom("clock")
		.where("partnership_id", "=", partnershipId)
		.where("state", "=", "running")
		.where("due_at", "<", sql<Date>`${now}::timestamptz`)
		.where((where) =>
			where.or([
				where.and([where("step", "is", null), where("steps", "is", null)]),
				where.exists(
					where
						.selectFrom("open_step")
						.whereRef("open_step.difference_id", "=", "clock.difference_id")
						.where(sql<boolean>`(open_step.step = clock.step or open_step.step = any(clock.steps))`)
						.select("open_step.step"),
				),
				// Done in a way that left it due: its doer is still held to it.
				where.exists(
					where
						.selectFrom("event")
						.whereRef("event.difference_id", "=", "clock.difference_id")
						.where("event.type", "=", "step-done")
						.where(sql`event.detail->>'step'`, "=", sql.ref("clock.step"))
						.whereRef("event.at", ">=", "clock.started_at")
						.select("event.seq"),
				),
			]),
		)
		.select("difference_id")
		.union(
			db
				.selectFrom("difference")
				.where("partnership_id", "=", partnershipId)
				.where("opens_at", "<=", sql<Date>`${now}::timestamptz`)
				.select("id as difference_id"),
		)
		.execute();
	return rows.map(({ difference_id }) => difference_id);
}
