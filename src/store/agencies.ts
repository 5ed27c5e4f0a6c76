import type { NationOf } from "../domain/partnership/identity.ts";
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
	/** Whose bank holidays its people keep; left out: the partnership's. */
	nation?: NationOf | undefined;
	/** ISO day: its last. */
	endedOn?: string | undefined;
	/** Somebody named it when they raised a difference, and the office has not confirmed it yet. */
	isUnlisted?: true | undefined;
};

/** What is said of an agency by whoever keeps it: all of it at once. */
export type AgencyToBe = {
	name: string;
	sector: Sector;
	/** Null: the partnership's. */
	nation: NationOf | null;
	/** The agency that answers for it where it has nobody; null for none. */
	proxyAgencyId: string | null;
	outOfHoursPhone: string | null;
};

/** The agencies of a partnership, by name. */
export async function listAgencies(db: Db | Trx, partnershipId: string): Promise<Agency[]> {
	const rows = await db
		.selectFrom("agency")
		.where("partnership_id", "=", partnershipId)
		.selectAll()
		.orderBy("name")
		.orderBy("id")
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
				nation: agency.nation ?? null,
				ended_on: agency.endedOn ?? null,
				is_listed: !agency.isUnlisted,
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
	nation: NationOf | null;
	ended_on: string | null;
	is_listed: boolean;
}): Agency => ({
	id: row.id,
	partnershipId: row.partnership_id,
	name: row.name,
	sector: row.sector as Sector,
	...(row.proxy_agency_id && { proxyAgencyId: row.proxy_agency_id }),
	...(row.out_of_hours_phone && { outOfHoursPhone: row.out_of_hours_phone }),
	...(row.nation && { nation: row.nation }),
	...(row.ended_on && { endedOn: row.ended_on }),
	...(!row.is_listed && { isUnlisted: true as const }),
});

/** What is said of an agency from now on; it is one of the partnership's own. */
export async function saveAgencyChanged(trx: Trx, id: string, agency: AgencyToBe): Promise<void> {
	await trx
		.updateTable("agency")
		.set({
			name: agency.name,
			sector: agency.sector,
			nation: agency.nation,
			proxy_agency_id: agency.proxyAgencyId,
			out_of_hours_phone: agency.outOfHoursPhone,
			is_listed: true,
		})
		.where("id", "=", id)
		.execute();
}

/** @param day ISO: its last; null where it goes on */
export async function saveAgencyEnded(trx: Trx, id: string, day: string | null): Promise<void> {
	await trx.updateTable("agency").set({ ended_on: day }).where("id", "=", id).execute();
}

/** How many people of the directory work at an agency. */
export async function countPeopleOf(db: Db | Trx, id: string): Promise<number> {
	const { people } = await db
		.selectFrom("person")
		.where("agency_id", "=", id)
		.where("left_at", "is", null)
		.where("only_in", "is", null)
		.select(({ fn }) => fn.countAll<string>().as("people"))
		.executeTakeFirstOrThrow();
	return Number(people);
}

/** How many agencies were named by somebody and wait for the office to confirm them. */
export async function countUnlisted(db: Db | Trx, partnershipId: string): Promise<number> {
	const { agencies } = await db
		.selectFrom("agency")
		.where("partnership_id", "=", partnershipId)
		.where("is_listed", "=", false)
		.select(({ fn }) => fn.countAll<string>().as("agencies"))
		.executeTakeFirstOrThrow();
	return Number(agencies);
}
