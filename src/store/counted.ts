import { sql } from "kysely";
import type { IsoDay } from "../domain/calendar/iso-day.ts";
import type { CountedAgency } from "../domain/learning/case.ts";
import type { Facts } from "../domain/learning/facts.ts";
import type { Period } from "../domain/learning/period.ts";
import type { SizedAgency } from "../domain/learning/reported.ts";
import type { Sector } from "../domain/people/viewer.ts";
import type { Db, Trx } from "./db.ts";

/** A difference as it is counted, with its version of the protocol. */
export type CountedRow = {
	id: string;
	versionId: string;
	raising: CountedAgency;
	receiving: CountedAgency | null;
	facts: Facts;
};

/**
 * Every difference of a protocol that was raised by a day and was open on an earlier one or later: what a report counts.
 * It is of all that exist, for counting alone: who may open which of them is for `visibleDifferences` to say.
 *
 * @param protocol its name, in all versions
 * @param period what is reported: of what had ended before it and is named by no day of it, only that is read by which
 *   periods are compared, without each stage, step and wait
 */
export async function listCounted(
	db: Db | Trx,
	partnershipId: string,
	protocol: string,
	{ openSince, period }: { openSince: IsoDay; period: Period },
): Promise<CountedRow[]> {
	const rows = await db
		.selectFrom("counted")
		.innerJoin("difference", "difference.id", "counted.difference_id")
		.innerJoin("agency as raising", "raising.id", "difference.raising_agency_id")
		.leftJoin("agency as receiving", "receiving.id", "difference.receiving_agency_id")
		.where("counted.partnership_id", "=", partnershipId)
		.where("counted.protocol", "=", protocol)
		.where((where) =>
			where.or([where("counted.ended_on", "is", null), where("counted.ended_on", ">=", openSince)]),
		)
		.where("counted.raised_on", "<=", period.until)
		.orderBy("counted.raised_on")
		.orderBy("counted.difference_id")
		.select(
			sql<unknown>`case when counted.ended_on is not null and counted.last_on < ${period.from}
				then counted.facts || ${JSON.stringify(leftOut)}::jsonb else counted.facts end`.as("facts"),
		)
		.select([
			"counted.difference_id",
			"difference.protocol_version_id",
			"raising.id as raising_id",
			"raising.name as raising_name",
			"raising.sector as raising_sector",
			"receiving.id as receiving_id",
			"receiving.name as receiving_name",
			"receiving.sector as receiving_sector",
		])
		.execute();
	const agencies = new Map<string, CountedAgency>();
	/** One and the same for all of an agency: there are thousands of rows, and a dozen agencies. */
	const agency = (id: string, name: string, sector: string | null): CountedAgency => {
		const known = agencies.get(id) ?? { id, name, sector: sector as Sector };
		agencies.set(id, known);
		return known;
	};
	return rows.map((row) => ({
		id: row.difference_id,
		versionId: row.protocol_version_id,
		raising: agency(row.raising_id, row.raising_name, row.raising_sector),
		receiving:
			row.receiving_id && row.receiving_name
				? agency(row.receiving_id, row.receiving_name, row.receiving_sector)
				: null,
		facts: row.facts as Facts,
	}));
}

/** What of the facts no comparison of periods asks for. */
const leftOut = {
	stages: [],
	moves: [],
	done: [],
	owed: [],
} satisfies Partial<Facts>;

/** The agencies of a partnership, each with how many people it has in the directory who have not left. */
export async function listAgenciesBySize(
	db: Db | Trx,
	partnershipId: string,
): Promise<SizedAgency[]> {
	const rows = await db
		.selectFrom("agency")
		.leftJoin("person", (join) =>
			join.onRef("person.agency_id", "=", "agency.id").on("person.left_at", "is", null),
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
