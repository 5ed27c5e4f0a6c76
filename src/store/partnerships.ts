/** Partnerships: what each is and is called, at which address it is and was, and how its people and numbers are shown. */
import { sql } from "kysely";
import type { PeopleShownBy } from "../domain/difference/told/whom.ts";
import {
	type Contacts,
	isPathName,
	type NationOf,
	pathNameOf,
} from "../domain/partnership/identity.ts";
import type { WorkingHours } from "../domain/people/working-hours.ts";
import { askedOnce, isKnown } from "./asked-once.ts";
import type { Db, Trx } from "./db.ts";

export type Partnership = {
	id: string;
	name: string;
	/** First letters of every reference. */
	referencePrefix: string;
	/** Seconds that the partnership's clock runs ahead of the real one; 0 but in rehearsal. */
	clockAhead: number;
	/** When its people are reminded. */
	workingHours: WorkingHours;
	/** How lists and headings name whom a difference is about. */
	peopleShownBy: PeopleShownBy;
	/** Counts from 1 to one less than this are hidden in reports that leave the Business Unit. */
	smallNumbersBelow: number;
	nation: NationOf;
	/** What stands for it in an address. */
	pathName: string;
	/** The host that is its alone, in small letters; null where it is reached by its path. */
	host: string | null;
	/** Whether the installation has another partnership too. */
	isOneOfSeveral: boolean;
	/** At the head of every page; its name where there is none. */
	logoText: string | null;
	/** Whether its people may choose Welsh. */
	offersWelsh: boolean;
	/** Of the head of every page: `#rrggbb`, dark enough for white text; null for Concord's own. */
	colour: string | null;
	/** Whom to ask. */
	contacts: Contacts;
};

/** What a partnership is when it begins; the rest is as usual until it is set. */
export type NewPartnership = Pick<Partnership, "id" | "name" | "referencePrefix" | "clockAhead"> &
	Partial<
		Pick<
			Partnership,
			"nation" | "pathName" | "host" | "logoText" | "offersWelsh" | "colour" | "contacts"
		>
	>;

const columns = [
	"id",
	"name",
	"reference_prefix",
	"clock_ahead",
	"remind_from",
	"remind_until",
	"people_shown_by",
	"small_numbers_below",
	"nation",
	"path_name",
	"host",
	"logo_text",
	"offers_welsh",
	"colour",
	"contacts",
] as const;

const isOneOfSeveral = sql<boolean>`has_several_partnerships()`.as("is_one_of_several");

const askedFor = (id: string) => `partnership ${id}`;

/** A page need not ask for the partnership at whose address it is. */
export const partnershipIsKnown = (partnership: Partnership): void =>
	isKnown(askedFor(partnership.id), partnership);

export const findPartnership = (db: Db | Trx, id: string): Promise<Partnership | undefined> =>
	askedOnce(askedFor(id), async () => {
		const row = await db
			.selectFrom("partnership")
			.where("id", "=", id)
			.select(columns)
			.select(isOneOfSeveral)
			.executeTakeFirst();
		return row && toPartnership(row);
	});

/** The partnership whose own host this is. */
export async function findPartnershipAtHost(
	db: Db | Trx,
	host: string,
): Promise<Partnership | undefined> {
	const row = await db
		.selectFrom("partnership")
		.where("host", "=", host.toLowerCase())
		.select(columns)
		.select(isOneOfSeveral)
		.executeTakeFirst();
	return row && toPartnership(row);
}

/** The partnership for which this, whatever it is, stands in an address. */
export async function findPartnershipAtPath(
	db: Db | Trx,
	pathName: string,
): Promise<Partnership | undefined> {
	if (!isPathName(pathName)) return undefined;
	const row = await db
		.selectFrom("partnership")
		.where("path_name", "=", pathName)
		.select(columns)
		.select(isOneOfSeveral)
		.executeTakeFirst();
	return row && toPartnership(row);
}

/** The partnership that had a host before it moved, as it is now. */
export const findPartnershipOnceAtHost = (
	db: Db | Trx,
	host: string,
): Promise<Partnership | undefined> => findOnceAt(db, "host", host.toLowerCase());

/** The same of a path. */
export const findPartnershipOnceAtPath = (
	db: Db | Trx,
	pathName: string,
): Promise<Partnership | undefined> =>
	isPathName(pathName) ? findOnceAt(db, "path_name", pathName) : Promise.resolve(undefined);

async function findOnceAt(
	db: Db | Trx,
	what: "host" | "path_name",
	address: string,
): Promise<Partnership | undefined> {
	const row = await db
		.selectFrom("former_address")
		.where(what, "=", address)
		.select("partnership_id")
		.executeTakeFirst();
	return row && findPartnership(db, row.partnership_id);
}

/** It is reached elsewhere from an ISO instant on, and where it was is kept. What it comes back to is no former address. */
export async function saveMoved(
	trx: Trx,
	before: Pick<Partnership, "id" | "pathName" | "host">,
	to: Pick<Partnership, "pathName" | "host">,
	at: string,
): Promise<void> {
	const { id } = before;
	await trx
		.deleteFrom("former_address")
		.where((where) =>
			where.or([where("path_name", "=", to.pathName), where("host", "=", to.host ?? "")]),
		)
		.execute();
	const left = [
		...(before.pathName === to.pathName ? [] : [{ path_name: before.pathName, host: null }]),
		...(before.host === null || before.host === to.host
			? []
			: [{ path_name: null, host: before.host }]),
	];
	if (left.length > 0)
		await trx
			.insertInto("former_address")
			.values(left.map((each) => ({ ...each, partnership_id: id, left_at: at })))
			.execute();
	await trx
		.updateTable("partnership")
		.set({ path_name: to.pathName, host: to.host })
		.where("id", "=", id)
		.execute();
}

export async function listPartnerships(db: Db | Trx): Promise<Partnership[]> {
	const rows = await db
		.selectFrom("partnership")
		.select(columns)
		.select(isOneOfSeveral)
		.orderBy("name")
		.execute();
	return rows.map(toPartnership);
}

/** Nobody else adds a partnership until `trx` ends. */
export async function lockPartnerships(trx: Trx): Promise<void> {
	await sql`select pg_advisory_xact_lock(hashtext('concord partnerships'))`.execute(trx);
}

/** Nobody else who asks for the same changes this partnership as a whole until `trx` ends. */
export async function lockPartnership(trx: Trx, id: string): Promise<void> {
	await sql`select pg_advisory_xact_lock(hashtext('concord partnership ' || ${id}))`.execute(trx);
}

/** Whether there is any partnership: before that, nobody can sign in. */
export async function hasPartnership(db: Db | Trx): Promise<boolean> {
	return (
		(await db.selectFrom("partnership").select("id").limit(1).executeTakeFirst()) !== undefined
	);
}

/** Its people are reminded at the usual hours until others are set. */
export async function savePartnership(trx: Trx, partnership: NewPartnership): Promise<void> {
	await trx
		.insertInto("partnership")
		.values({
			id: partnership.id,
			name: partnership.name,
			reference_prefix: partnership.referencePrefix,
			clock_ahead: partnership.clockAhead,
			nation: partnership.nation ?? "england",
			path_name: partnership.pathName ?? pathNameOf(partnership.name),
			host: partnership.host?.toLowerCase() ?? null,
			logo_text: partnership.logoText ?? null,
			offers_welsh: partnership.offersWelsh ?? partnership.nation === "wales",
			colour: partnership.colour ?? null,
			contacts: JSON.stringify(partnership.contacts ?? {}),
		})
		.execute();
}

/** @param seconds how far ahead of the real clock the partnership's runs from now on */
export async function saveClockAhead(trx: Trx, id: string, seconds: number): Promise<void> {
	await trx.updateTable("partnership").set({ clock_ahead: seconds }).where("id", "=", id).execute();
}

export async function saveWorkingHours(
	trx: Trx,
	id: string,
	{ from, until }: WorkingHours,
): Promise<void> {
	await trx
		.updateTable("partnership")
		.set({ remind_from: from, remind_until: until })
		.where("id", "=", id)
		.execute();
}

export async function savePeopleShownBy(trx: Trx, id: string, by: PeopleShownBy): Promise<void> {
	await trx.updateTable("partnership").set({ people_shown_by: by }).where("id", "=", id).execute();
}

export async function saveSmallNumbersBelow(trx: Trx, id: string, below: number): Promise<void> {
	await trx
		.updateTable("partnership")
		.set({ small_numbers_below: below })
		.where("id", "=", id)
		.execute();
}

/** Whether its people may choose Welsh from now on. */
export async function saveOffersWelsh(trx: Trx, id: string, offers: boolean): Promise<void> {
	await trx.updateTable("partnership").set({ offers_welsh: offers }).where("id", "=", id).execute();
}

/** Whom to ask for what from now on. */
export async function saveContacts(trx: Trx, id: string, contacts: Contacts): Promise<void> {
	await trx
		.updateTable("partnership")
		.set({ contacts: JSON.stringify(contacts) })
		.where("id", "=", id)
		.execute();
}

type Row = {
	id: string;
	name: string;
	reference_prefix: string;
	clock_ahead: number;
	remind_from: string;
	remind_until: string;
	people_shown_by: PeopleShownBy;
	small_numbers_below: number;
	nation: NationOf;
	path_name: string;
	host: string | null;
	is_one_of_several: boolean;
	logo_text: string | null;
	offers_welsh: boolean;
	colour: string | null;
	contacts: unknown;
};

const toPartnership = (row: Row): Partnership => ({
	id: row.id,
	name: row.name,
	referencePrefix: row.reference_prefix,
	clockAhead: row.clock_ahead,
	workingHours: {
		from: row.remind_from.slice(0, 5),
		until: row.remind_until.slice(0, 5),
	},
	peopleShownBy: row.people_shown_by,
	smallNumbersBelow: row.small_numbers_below,
	nation: row.nation,
	pathName: row.path_name,
	host: row.host,
	isOneOfSeveral: row.is_one_of_several,
	logoText: row.logo_text,
	offersWelsh: row.offers_welsh,
	colour: row.colour,
	contacts: row.contacts as Contacts,
});
