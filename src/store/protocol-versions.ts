import { sql } from "kysely";
import type { Viewer } from "../domain/people/viewer.ts";
import type { Protocol } from "../domain/protocol/protocol.ts";
import type { VersionAct, VersionSoFar } from "../domain/protocol/version.ts";
import type { Db, Trx } from "./db.ts";
import { visibleDifferences } from "./differences.ts";

/** A version of a protocol with its life so far. */
export type StoredVersion = VersionSoFar & {
	id: string;
	partnershipId: string;
	/** The protocol's identifier, such as `somerset-rpd`. */
	protocol: string;
	/** The version's name, such as `2021-04`. */
	version: string;
	/** Counts the texts of a draft, from 1. */
	revision: number;
};

/** A version with its text exactly as it was written. */
export type VersionWithText = StoredVersion & { source: string };

const columns = [
	"id",
	"partnership_id",
	"protocol",
	"version",
	"state",
	"in_force_from",
	"approved_at",
	"revision",
] as const;

/** Every version of a partnership's protocols, without the texts: those of one protocol together, the newest first. */
export async function listVersions(db: Db | Trx, partnershipId: string): Promise<StoredVersion[]> {
	const rows = await db
		.selectFrom("protocol_version")
		.where("partnership_id", "=", partnershipId)
		.orderBy("protocol")
		.orderBy("in_force_from", (order) => order.desc().nullsFirst())
		.orderBy("approved_at", (order) => order.desc().nullsLast())
		.orderBy("version", "desc")
		.select(columns)
		.execute();
	const history = await listHistory(
		db,
		rows.map(({ id }) => id),
	);
	return rows.map((row) => toVersion(row, history));
}

/** Undefined when the partnership has no such version. */
export async function findVersion(
	db: Db | Trx,
	partnershipId: string,
	id: string,
): Promise<VersionWithText | undefined> {
	const row = await versionRow(db, partnershipId, id).executeTakeFirst();
	return row && withText(db, row);
}

/** The version, held until `trx` ends so that two people cannot change it at once. */
export async function lockVersion(
	trx: Trx,
	partnershipId: string,
	id: string,
): Promise<VersionWithText | undefined> {
	const row = await versionRow(trx, partnershipId, id).forUpdate().executeTakeFirst();
	return row && withText(trx, row);
}

/** Holds the names of a partnership’s versions until `trx` ends, so that two never take one at once. */
export async function lockVersions(trx: Trx, partnershipId: string): Promise<void> {
	await sql`select pg_advisory_xact_lock(hashtextextended(${`protocols ${partnershipId}`}, 0))`.execute(
		trx,
	);
}

const versionRow = (db: Db | Trx, partnershipId: string, id: string) =>
	(db as Db)
		.selectFrom("protocol_version")
		.where("partnership_id", "=", partnershipId)
		.where("id", "=", id)
		.select([...columns, "source"]);

const withText = async (db: Db | Trx, row: Row & { source: string }): Promise<VersionWithText> => ({
	...toVersion(row, await listHistory(db, [row.id])),
	source: row.source,
});

/**
 * The version that bears a name, unless it was refused or withdrawn: then the name is free again.
 *
 * @returns its identifier
 */
export async function findVersionNamed(
	db: Db | Trx,
	partnershipId: string,
	{ protocol, version }: { protocol: string; version: string },
): Promise<string | undefined> {
	const row = await db
		.selectFrom("protocol_version")
		.where("partnership_id", "=", partnershipId)
		.where("protocol", "=", protocol)
		.where("version", "=", version)
		.where("state", "not in", ["refused", "withdrawn"])
		.select("id")
		.executeTakeFirst();
	return row?.id;
}

/** How many differences that somebody may see are under way on each version, by its identifier. */
export async function countSeenUnderWay(
	db: Db | Trx,
	viewer: Viewer,
): Promise<Map<string, number>> {
	const rows = await visibleDifferences(db, viewer)
		.where("difference.status", "=", "open")
		.groupBy("difference.protocol_version_id")
		.select((select) => [
			"difference.protocol_version_id",
			select.fn.count<string>("difference.id").distinct().as("count"),
		])
		.execute();
	return new Map(
		rows.map(({ protocol_version_id, count }) => [protocol_version_id, Number(count)]),
	);
}

/** Keeps the text of a version exactly as it was read. @param version `inForceFrom` null for a draft, else it counts as approved */
export async function saveProtocolVersion(
	trx: Trx,
	version: {
		id: string;
		partnershipId: string;
		protocol: Protocol;
		source: string;
		/** ISO day. */
		inForceFrom: string | null;
	},
): Promise<void> {
	await trx
		.insertInto("protocol_version")
		.values({
			id: version.id,
			partnership_id: version.partnershipId,
			protocol: version.protocol.id,
			version: version.protocol.version,
			source: version.source,
			state: version.inForceFrom === null ? "draft" : "approved",
			in_force_from: version.inForceFrom,
		})
		.execute();
}

/** Gives a draft another text. */
export async function saveVersionText(
	trx: Trx,
	id: string,
	text: { version: string; source: string; revision: number },
): Promise<void> {
	await trx.updateTable("protocol_version").set(text).where("id", "=", id).execute();
}

/** Notes where a version stands from now on. */
export async function saveVersionState(
	trx: Trx,
	id: string,
	{ state, inForceFrom, approvedAt }: Omit<VersionSoFar, "history">,
): Promise<void> {
	await trx
		.updateTable("protocol_version")
		.set({ state, in_force_from: inForceFrom, approved_at: approvedAt })
		.where("id", "=", id)
		.execute();
}

/** Adds to the history of a version. */
export async function addVersionAct(
	trx: Trx,
	version: { id: string; partnershipId: string },
	act: VersionAct,
): Promise<void> {
	await trx
		.insertInto("protocol_history")
		.values({
			partnership_id: version.partnershipId,
			protocol_version_id: version.id,
			type: act.type,
			at: act.at,
			by_person: act.by,
			note: act.note,
			copied_from: act.copiedFrom ?? null,
			in_force_from: act.inForceFrom ?? null,
		})
		.execute();
}

type History = Map<string, VersionAct[]>;

async function listHistory(db: Db | Trx, ids: string[]): Promise<History> {
	const history: History = new Map(ids.map((id) => [id, []]));
	if (ids.length === 0) return history;
	const rows = await db
		.selectFrom("protocol_history")
		.where("protocol_version_id", "in", ids)
		.orderBy("id")
		.selectAll()
		.execute();
	for (const row of rows)
		history.get(row.protocol_version_id)?.push({
			type: row.type,
			at: row.at.toISOString(),
			by: row.by_person,
			note: row.note,
			...(row.copied_from && { copiedFrom: row.copied_from }),
			...(row.in_force_from && { inForceFrom: row.in_force_from }),
		});
	return history;
}

type Row = {
	id: string;
	partnership_id: string;
	protocol: string;
	version: string;
	state: VersionSoFar["state"];
	in_force_from: string | null;
	approved_at: Date | null;
	revision: number;
};

const toVersion = (row: Row, history: History): StoredVersion => ({
	id: row.id,
	partnershipId: row.partnership_id,
	protocol: row.protocol,
	version: row.version,
	state: row.state,
	inForceFrom: row.in_force_from,
	approvedAt: row.approved_at?.toISOString() ?? null,
	revision: row.revision,
	history: history.get(row.id) ?? [],
});
