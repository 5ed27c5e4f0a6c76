import type { Protocol } from "../domain/protocol/protocol.ts";
import { readProtocol } from "../domain/protocol/read-protocol.ts";
import type { Db, Trx } from "./db.ts";

/** A protocol with the version row that differences point to. */
export type ProtocolVersion = { id: string; protocol: Protocol };

/** Protocol versions, read once each: a version never changes. */
export type Library = {
	/** @throws RangeError when there is no such version */
	version: (db: Db | Trx, id: string) => Promise<Protocol>;
	/** The version in force in a partnership on an ISO day; undefined before its first. */
	inForce: (
		db: Db | Trx,
		partnershipId: string,
		day: string,
	) => Promise<ProtocolVersion | undefined>;
};

export function protocolLibrary(): Library {
	const read = new Map<string, Protocol>();
	const version: Library["version"] = async (db, id) => {
		const known = read.get(id);
		if (known) return known;
		const row = await db
			.selectFrom("protocol_version")
			.where("id", "=", id)
			.select("source")
			.executeTakeFirst();
		const { protocol } = row ? readProtocol(row.source) : {};
		if (!protocol)
			throw new RangeError(
				`Protocol version ${id} is missing or cannot be read`,
			);
		read.set(id, protocol);
		return protocol;
	};
	return {
		version,
		inForce: async (db, partnershipId, day) => {
			const row = await db
				.selectFrom("protocol_version")
				.where("partnership_id", "=", partnershipId)
				.where("in_force_from", "<=", day)
				.orderBy("in_force_from", "desc")
				.select("id")
				.executeTakeFirst();
			return row && { id: row.id, protocol: await version(db, row.id) };
		},
	};
}

/** Keeps the text of a version exactly as it was read. */
export async function saveProtocolVersion(
	trx: Trx,
	version: {
		id: string;
		partnershipId: string;
		protocol: Protocol;
		source: string;
		/** ISO day. */
		inForceFrom: string;
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
			in_force_from: version.inForceFrom,
		})
		.execute();
}
