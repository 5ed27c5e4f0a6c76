import type { Protocol } from "../domain/protocol/protocol.ts";
import { readProtocol } from "../domain/protocol/reading/read-protocol.ts";
import { askedOnce } from "./asked-once.ts";
import type { Db, Trx } from "./db.ts";

/** A protocol with the version row that differences point to. */
export type ProtocolVersion = { id: string; protocol: Protocol };

/** Approved versions of protocols, read once each: such a version never changes. */
export type Library = {
	/** @throws RangeError when there is no such version, or it is not approved */
	version: (db: Db | Trx, id: string) => Promise<Protocol>;
	/** For each protocol of a partnership the version in force on an ISO day; the protocol that came first is the first. */
	listInForce: (db: Db | Trx, partnershipId: string, day: string) => Promise<ProtocolVersion[]>;
	/**
	 * The version of one protocol that is in force on an ISO day.
	 *
	 * @param protocol its identifier, such as `somerset-rpd`; the partnership's first when left out
	 */
	inForce: (
		db: Db | Trx,
		partnershipId: string,
		day: string,
		protocol?: string | undefined,
	) => Promise<ProtocolVersion | undefined>;
};

/** @param protocolOf the protocol that a text is; undefined for a text with faults */
export function protocolLibrary(
	protocolOf: (source: string) => Protocol | undefined = (source) => readProtocol(source).protocol,
): Library {
	const read = new Map<string, Protocol>();
	const version: Library["version"] = async (db, id) => {
		const known = read.get(id);
		if (known) return known;
		const row = await db
			.selectFrom("protocol_version")
			.where("id", "=", id)
			.where("state", "=", "approved")
			.select("source")
			.executeTakeFirst();
		const protocol = row && protocolOf(row.source);
		if (!protocol) throw new RangeError(`Protocol version ${id} is missing or cannot be read`);
		read.set(id, protocol);
		return protocol;
	};
	const inForceIn = (db: Db | Trx, partnershipId: string, day: string) =>
		askedOnce(`protocols in force ${partnershipId} ${day}`, async () =>
			firstCameFirst(
				await db
					.selectFrom("protocol_version")
					.where("partnership_id", "=", partnershipId)
					.where("state", "=", "approved")
					.where("in_force_from", "<=", day)
					.orderBy("in_force_from")
					.orderBy("approved_at", (order) => order.asc().nullsFirst())
					.orderBy("protocol")
					.select(["id", "protocol"])
					.execute(),
			),
		);
	return {
		version,
		listInForce: async (db, partnershipId, day) => {
			const found: ProtocolVersion[] = [];
			for (const { id } of await inForceIn(db, partnershipId, day))
				found.push({ id, protocol: await version(db, id) });
			return found;
		},
		inForce: async (db, partnershipId, day, protocol) => {
			const rows = await inForceIn(db, partnershipId, day);
			const row = protocol ? rows.find((each) => each.protocol === protocol) : rows[0];
			return row && { id: row.id, protocol: await version(db, row.id) };
		},
	};
}

/** The latest row of each protocol, in the order of their first ones. */
const firstCameFirst = <Row extends { protocol: string }>(rows: Row[]): Row[] => [
	...new Map(rows.map((row) => [row.protocol, row])).values(),
];
