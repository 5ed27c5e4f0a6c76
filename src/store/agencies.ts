import type { Sector } from "../domain/people/viewer.ts";
import type { Db, Trx } from "./db.ts";

export type Agency = {
	id: string;
	partnershipId: string;
	name: string;
	sector: Sector;
	/** The agency that answers for it where it has nobody. */
	proxyAgencyId?: string | undefined;
	/** For when nobody is at work. */
	outOfHoursPhone?: string | undefined;
};

/** The agencies of a partnership, by name. */
export async function listAgencies(db: Db | Trx, partnershipId: string): Promise<Agency[]> {
	const rows = await db
		.selectFrom("agency")
		.where("partnership_id", "=", partnershipId)
		.selectAll()
		.orderBy("name")
		.execute();
	return rows.map(toAgency);
}

export async function listAgenciesById(db: Db | Trx, ids: string[]): Promise<Agency[]> {
	const rows = await db.selectFrom("agency").where("id", "in", ids).selectAll().execute();
	return rows.map(toAgency);
}

/** Adds one agency or several at once. */
export async function saveAgency(trx: Trx, ...agencies: Agency[]): Promise<void> {
	await trx
		.insertInto("agency")
		.values(
			agencies.map((agency) => ({
				id: agency.id,
				partnership_id: agency.partnershipId,
				name: agency.name,
				sector: agency.sector,
				proxy_agency_id: agency.proxyAgencyId ?? null,
				out_of_hours_phone: agency.outOfHoursPhone ?? null,
			})),
		)
		.execute();
}

/** @param phone null for none */
export async function saveOutOfHours(trx: Trx, id: string, phone: string | null): Promise<void> {
	await trx.updateTable("agency").set({ out_of_hours_phone: phone }).where("id", "=", id).execute();
}

const toAgency = (row: {
	id: string;
	partnership_id: string;
	name: string;
	sector: string;
	proxy_agency_id: string | null;
	out_of_hours_phone: string | null;
}): Agency => ({
	id: row.id,
	partnershipId: row.partnership_id,
	name: row.name,
	sector: row.sector as Sector,
	...(row.proxy_agency_id && { proxyAgencyId: row.proxy_agency_id }),
	...(row.out_of_hours_phone && { outOfHoursPhone: row.out_of_hours_phone }),
});
