/** People and agencies as whoever keeps them looks for them: page by page, whatever their number. */
import { sql } from "kysely";
import type { PostHeld } from "../domain/partnership/keep-people.ts";
import type { Level, Sector } from "../domain/people/viewer.ts";
import type { Db, Trx } from "./db.ts";
import { hasLetters, likeLetters } from "./letters.ts";

/** How many stand on one page. */
export const perPage = 50;

export type PersonInList = {
	id: string;
	name: string;
	jobTitle: string;
	agencyName: string;
	level: Level;
	safeguardingLead: boolean;
	offices: string[];
	/** ISO day: the last, where they leave or have left. */
	lastDay: string | null;
	left: boolean;
	/** ISO day on which somebody last said that their work address is right. */
	contactCheckedOn: string | null;
	/** Whether they have come: they have an account. */
	hasCome: boolean;
};

export type PeopleAsked = {
	/** Only those of this agency. */
	agencyId?: string | undefined;
	/** Some letters of a name, a job or a work address. */
	letters?: string | undefined;
	/** Who holds this office or post. */
	office?: string | undefined;
	standing?: "here" | "leaving" | "left" | undefined;
	/** 1 and up. */
	page: number;
};

/** One page of a partnership's people, by name, and how many there are on all pages; nobody who answers by a link. */
export async function listPeopleKept(
	db: Db | Trx,
	partnershipId: string,
	{ agencyId, letters = "", office, standing = "here", page }: PeopleAsked,
): Promise<{ people: PersonInList[]; total: number }> {
	const { rows } = await sql<PersonInList & { total: number }>`
		with found as materialized (
			select p.id, lower(p.name) as by_name
			from person p
			where p.partnership_id = ${partnershipId} and p.only_in is null
				and ${standing === "left" ? sql`p.left_at is not null` : sql`p.left_at is null`}
				and ${standing === "leaving" ? sql`exists (select from leaving l where l.person_id = p.id)` : sql`true`}
				and ${agencyId === undefined ? sql`true` : sql`p.agency_id = ${agencyId}`}
				and ${office === undefined ? sql`true` : sql`p.offices @> ${[office]}::text[]`}
				and ${letters.trim() === "" ? sql`true` : hasLetters(letters, "p")}),
		shown as (
			select * from found order by by_name, id limit ${perPage} offset ${(page - 1) * perPage})
		select p.id, p.name, p.job_title as "jobTitle", a.name as "agencyName", p.level,
			p.safeguarding_lead as "safeguardingLead", p.offices, l.last_day as "lastDay", p.left_at is not null as left,
			p.contact_checked_on as "contactCheckedOn", p.account_id is not null as "hasCome",
			(select count(*) from found)::int as total
		from shown
		join person p on p.id = shown.id
		join agency a on a.id = p.agency_id
		left join leaving l on l.person_id = p.id
		order by shown.by_name, p.id`.execute(db);
	return {
		people: rows.map(({ total: _, ...person }) => person),
		total: rows[0]?.total ?? 0,
	};
}

export type AgencyInList = {
	id: string;
	name: string;
	sector: Sector;
	people: number;
	/** Whether anybody answers for it. */
	isAnswered: boolean;
	proxyName: string | null;
	endedOn: string | null;
	isListed: boolean;
	/** ISO day on which somebody last said that its people are right; where nobody did yet, from which the year is counted. */
	checkedOn: string | null;
	/** Whether somebody said so then. */
	isConfirmed: boolean;
};

export type AgenciesAsked = {
	letters?: string | undefined;
	/** `unlisted` were named by somebody, and not confirmed; `unanswered` were asked for their people by this ISO day, and have not said. */
	standing?: "here" | "ended" | "unlisted" | { unansweredOn: string } | undefined;
	page: number;
};

/** One page of a partnership's agencies, by name, and how many there are on all pages. */
export async function listAgenciesKept(
	db: Db | Trx,
	partnershipId: string,
	{ letters = "", standing = "here", page }: AgenciesAsked,
): Promise<{ agencies: AgencyInList[]; total: number }> {
	const wanted =
		standing === "here"
			? sql`a.ended_on is null`
			: standing === "ended"
				? sql`a.ended_on is not null`
				: standing === "unlisted"
					? sql`not a.is_listed`
					: sql`a.ended_on is null and a.people_checked_on + interval '1 year' <= ${standing.unansweredOn}::date`;
	const { rows } = await sql<AgencyInList & { total: number }>`
		with shown as (
			select a.*, (count(*) over ())::int as total
			from agency a
			where a.partnership_id = ${partnershipId} and ${wanted}
				and ${letters.trim() === "" ? sql`true` : sql`a.name ilike ${likeLetters(letters)}`}
			order by lower(a.name), a.id
			limit ${perPage} offset ${(page - 1) * perPage})
		select s.id, s.name, s.sector, proxy.name as "proxyName", s.ended_on as "endedOn", s.is_listed as "isListed",
			s.people_checked_on as "checkedOn", s.people_checked_by is not null as "isConfirmed", s.total, (count(p.id))::int as people,
			coalesce(bool_or(p.safeguarding_lead or p.level <> 'practitioner'), false) as "isAnswered"
		from shown s
		left join agency proxy on proxy.id = s.proxy_agency_id
		left join person p on p.agency_id = s.id and p.left_at is null and p.only_in is null
		group by s.id, s.name, s.sector, proxy.name, s.ended_on, s.is_listed, s.people_checked_on, s.people_checked_by, s.total
		order by lower(s.name), s.id`.execute(db);
	return {
		agencies: rows.map(({ total: _, ...agency }) => agency),
		total: rows[0]?.total ?? 0,
	};
}

/** What somebody was before, the latest first. ISO days; `from` null: since before Concord knew. */
export type EarlierPost = PostHeld & { from: string | null; until: string };

export async function listPostsHeld(db: Db | Trx, personId: string): Promise<EarlierPost[]> {
	const rows = await db
		.selectFrom("post_held")
		.where("person_id", "=", personId)
		.orderBy("held_until", "desc")
		.orderBy("held_from", "desc")
		.selectAll()
		.execute();
	return rows.map((row) => ({
		jobTitle: row.job_title,
		level: row.level as Level,
		safeguardingLead: row.safeguarding_lead,
		offices: row.offices,
		from: row.held_from,
		until: row.held_until,
	}));
}

/** Since when somebody holds the post that they hold; null: since before Concord knew. */
export async function findPostFrom(db: Db | Trx, personId: string): Promise<string | null> {
	const row = await db
		.selectFrom("person")
		.where("id", "=", personId)
		.select("post_from")
		.executeTakeFirst();
	return row?.post_from ?? null;
}

/** Keeps what somebody was until a day. @param by null where Concord did it, on their last day */
export async function endPost(
	trx: Trx,
	{ id, personId, until, by }: { id: string; personId: string; until: string; by: string | null },
): Promise<void> {
	await sql`
		insert into post_held (id, partnership_id, person_id, job_title, level, safeguarding_lead, offices, held_from, held_until, changed_by)
		select ${id}, partnership_id, id, job_title, level, safeguarding_lead, offices, post_from, ${until}::date, ${by}
		from person where id = ${personId}`.execute(trx);
}

/** What somebody is from a day on. @param from ISO day */
export async function savePost(
	trx: Trx,
	personId: string,
	{ name, jobTitle, level, safeguardingLead, offices }: PostHeld & { name: string },
	from: string,
): Promise<void> {
	await trx
		.updateTable("person")
		.set({
			name,
			job_title: jobTitle,
			level,
			safeguarding_lead: safeguardingLead,
			offices,
			post_from: from,
		})
		.where("id", "=", personId)
		.execute();
}

/** Puts a name or the words for a job right, of a post that stays what it is. */
export async function saveNameAndJob(
	trx: Trx,
	personId: string,
	{ name, jobTitle }: { name: string; jobTitle: string },
): Promise<void> {
	await trx
		.updateTable("person")
		.set({ name, job_title: jobTitle })
		.where("id", "=", personId)
		.execute();
}

/** The offices that others of a partnership hold, and whether others of an agency answer for it. */
export async function findOthersThere(
	db: Db | Trx,
	{ partnershipId, agencyId, id }: { partnershipId: string; agencyId: string; id: string },
): Promise<{ offices: Set<string>; answering: boolean }> {
	const { rows } = await sql<{ offices: string[] | null; answering: boolean | null }>`
		select array(select distinct unnest(p.offices) from person p
				where p.partnership_id = ${partnershipId} and p.left_at is null and p.id <> ${id}) as offices,
			exists (select from person p where p.agency_id = ${agencyId} and p.left_at is null and p.id <> ${id}
				and p.only_in is null and (p.safeguarding_lead or p.level <> 'practitioner')) as answering`.execute(
		db,
	);
	return { offices: new Set(rows[0]?.offices ?? []), answering: rows[0]?.answering === true };
}
