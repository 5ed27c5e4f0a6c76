/**
 * The directory: people, their agencies, and what a request knows of whoever asks (`findViewer`). Absences and deputies
 * are in absences.ts.
 */
import { sql } from "kysely";
import {
	answeringAmong,
	answersForAgency,
	headOf,
	type Level,
	levels,
	officesRead,
	type Sector,
	type Viewer,
} from "../domain/people/viewer.ts";
import { type Duty, isEverybodys } from "../domain/people/who-answers.ts";
import { listAway } from "./absences.ts";
import { askedOnce } from "./asked-once.ts";
import type { Db, Trx } from "./db.ts";
import { rankOfLevel } from "./duties.ts";
import { hasLetters } from "./letters.ts";
import { isToRaise } from "./links-to-raise.ts";

/** Somebody of the partnership's directory. */
export type Person = Viewer & {
	left: boolean;
	/** Under which they are rung at work; undefined where the directory has none. Never in mail or logs. */
	phone?: string | undefined;
	mobile?: string | undefined;
	/** Their agency’s, for when nobody is at work. */
	outOfHoursPhone?: string | undefined;
	/** ISO day on which they last said that their work address is right. */
	contactCheckedOn?: string | null | undefined;
	/** Whether they are reminded of all they owe each morning, and of nothing by itself. */
	inMorning?: boolean | undefined;
	/** Of whoever answers by a link: until when, as an ISO instant of their partnership’s time. */
	byLinkUntil?: string | undefined;
	/** Until when they are away, and who stands in; only where the directory of a day was asked for. */
	away?: { until: string; deputies: string[] } | undefined;
};

const people = (db: Db | Trx) =>
	db
		.selectFrom("person")
		.innerJoin("agency", "agency.id", "person.agency_id")
		.select([
			"person.id",
			"person.partnership_id",
			"person.agency_id",
			"person.name",
			"person.job_title",
			"person.email",
			"person.phone",
			"person.mobile",
			"agency.out_of_hours_phone",
			"person.level",
			"person.safeguarding_lead",
			"person.offices",
			"person.left_at",
			"person.only_in",
			"person.vouched_level",
			"person.by_link_until",
			"person.contact_checked_on",
			"person.digest",
			"agency.name as agency_name",
			"agency.sector",
		])
		.select(
			// Few agencies answer for another: which ones is asked once, not for each person.
			sql<string[] | null>`case when person.agency_id = any(array(
					select proxy_agency_id from agency where proxy_agency_id is not null))
				then (select array_agg(small.id) from agency small where small.proxy_agency_id = person.agency_id) end`.as(
				"proxy_for",
			),
		);

type Row = Awaited<ReturnType<ReturnType<typeof people>["executeTakeFirstOrThrow"]>>;

/**
 * Undefined also for somebody who has left, or whose link has expired: they are nobody from that moment on. With the people who are
 * away at that moment and for whom they stand in.
 */
export async function findViewer(
	db: Db | Trx,
	id: string,
	at: Temporal.Instant,
): Promise<Viewer | undefined> {
	const row = await people(db)
		.select(({ exists, selectFrom }) =>
			exists(
				selectFrom("person as other")
					.whereRef("other.account_id", "=", "person.account_id")
					.whereRef("other.id", "<>", "person.id")
					.where("other.left_at", "is", null)
					.select("other.id"),
			).as("other_posts"),
		)
		.select([
			standsIn(at).as("stands_in"),
			isThereWithThem(at).as("there"),
			notThere(at).as("not_there"),
			openedInEmergency(at).as("glass_broken_in"),
		])
		.innerJoin("partnership", "partnership.id", "person.partnership_id")
		.leftJoin("account", "account.id", "person.account_id")
		.select("account.language")
		.where("person.id", "=", id)
		.where("person.left_at", "is", null)
		.where((where) =>
			where.or([
				where("person.by_link_until", "is", null),
				sql<boolean>`person.by_link_until > ${nowThere(at)}`,
			]),
		)
		.executeTakeFirst();
	if (!row) return undefined;
	const viewer = { ...toPerson(row), ...(row.language && { language: row.language }) };
	if (row.only_in !== null) {
		const toRaise = await isToRaise(db, id);
		return {
			...viewer,
			...(toRaise && { toRaise: { until: viewer.byLinkUntil ?? at.toString() } }),
		};
	}
	const standsInFor = row.stands_in ? await listAwayFor(db, id, at) : [];
	const headsPeople = await listHeaded(db, viewer, at);
	const { there, not_there: notThereNow, glass_broken_in: glassBrokenIn } = row;
	return {
		...viewer,
		...(row.other_posts && { hasOtherPosts: true }),
		...(standsInFor.length > 0 && { standsInFor }),
		...(answersForAgency(viewer) && {
			postsThere: there.flatMap(({ offices }) => offices),
			answeringThere: answeringAmong(there),
		}),
		...(notThereNow.length > 0 && { notThere: notThereNow }),
		...(headsPeople && { headsPeople }),
		...(glassBrokenIn.length > 0 && { glassBrokenIn }),
	};
}

/** Of the offices that somebody heads: who holds each and is there, or for whom somebody stands in. */
async function listHeaded(
	db: Db | Trx,
	viewer: Viewer,
	at: Temporal.Instant,
): Promise<Viewer["headsPeople"]> {
	const headed = officesRead(viewer).filter((office) => viewer.offices.includes(headOf(office)));
	if (headed.length === 0) return undefined;
	const { rows } = await sql<{ id: string; agencyId: string; offices: string[] }>`
		select p.id, p.agency_id as "agencyId", p.offices
		from person p
		join partnership on partnership.id = p.partnership_id
		where p.partnership_id = ${viewer.partnershipId} and p.only_in is null
			and p.offices && ${headed}::text[] and ${isThere(at)}`.execute(db);
	return Object.fromEntries(
		headed.map((office) => [office, rows.filter(({ offices }) => offices.includes(office))]),
	);
}

/** A moment by the clock of the partnership that is asked of. */
const nowThere = (at: Temporal.Instant) =>
	sql`(${at.toString()}::timestamptz + make_interval(secs => partnership.clock_ahead))`;

/** The sealed differences that a person may read at that moment, because they opened them in an emergency. */
const openedInEmergency = (at: Temporal.Instant) => sql<string[]>`array(
	select distinct broken_glass.difference_id::text from broken_glass
	where broken_glass.person_id = person.id and broken_glass.until > ${nowThere(at)})`;

/** Whether a person `p` has not left, and is not away without a deputy. */
const isThere = (at: Temporal.Instant) => sql<boolean>`(p.left_at is null
	and (exists (select from deputy where deputy.person_id = p.id) or not exists (
		select from absence where absence.person_id = p.id and ${onDay(at)})))`;

/** At which levels somebody answers for their agency, whatever else they are. */
const levelsThatAnswer = levels.filter((level) =>
	answersForAgency({ level, safeguardingLead: false }),
);

/** Whether a person answers for their agency. @see answersForAgency */
const isAnswering = sql<boolean>`(person.safeguarding_lead or person.level = any(${levelsThatAnswer}::text[]))`;

/**
 * For somebody who answers for their agency what its people hold who are there at that moment, or for whom somebody stands
 * in: at which levels and with which posts and offices.
 */
const isThereWithThem = (at: Temporal.Instant) => sql<
	{ offices: string[]; level: Level; safeguardingLead: boolean }[]
>`coalesce((
	select jsonb_agg(distinct jsonb_build_object('offices', p.offices, 'level', p.level, 'safeguardingLead', p.safeguarding_lead))
	from person p
	where ${isAnswering}
		and p.agency_id = person.agency_id and p.only_in is null and ${isThere(at)}), '[]')`;

/** The people of the partnership who are not there and to whom something was given as theirs alone. */
const notThere = (at: Temporal.Instant) => sql<string[]>`array(
	select distinct p.id::text
	from open_step o
	join person p on p.id = o.person_id
	where o.partnership_id = person.partnership_id and o.only_given and not (${isThere(at)} and (
		o.office = any(p.offices) or p.agency_id = o.agency_id or (o.proxy and exists (
			select from agency small where small.id = o.agency_id and small.proxy_agency_id = p.agency_id)))
		and (o.read_from is null or (o.read_from = 'manager' and p.safeguarding_lead)
			or ${rankOfLevel("p.level")} >= ${rankOfLevel("o.read_from")})))`;

/** Whether a person is the deputy of somebody who is away at that moment. */
const standsIn = (at: Temporal.Instant) => sql<boolean>`exists (
	select from deputy join absence on absence.person_id = deputy.person_id
	where deputy.deputy_id = person.id and ${onDay(at)})`;

/** Whether a moment falls on a day of an absence, by the clock of its partnership. */
const onDay = (at: Temporal.Instant) =>
	sql<boolean>`(${nowThere(at)} at time zone 'Europe/London')::date between absence.from_on and absence.until_on`;

/** The people who are away at that moment and whose deputy this person is. */
async function listAwayFor(
	db: Db | Trx,
	deputyId: string,
	at: Temporal.Instant,
): Promise<Person[]> {
	const rows = await people(db)
		.innerJoin("deputy", "deputy.person_id", "person.id")
		.innerJoin("absence", "absence.person_id", "person.id")
		.innerJoin("partnership", "partnership.id", "person.partnership_id")
		.where("deputy.deputy_id", "=", deputyId)
		.where("person.left_at", "is", null)
		.where(onDay(at))
		.distinct()
		.execute();
	return rows.map(toPerson);
}

/** Who has this work address and has not left: several, where somebody has several posts. */
export async function listIdsAtAddress(db: Db | Trx, email: string): Promise<string[]> {
	const rows = await db
		.selectFrom("person")
		.where((where) => where(where.fn("lower", ["email"]), "=", email.trim().toLowerCase()))
		.where("left_at", "is", null)
		.where("only_in", "is", null)
		.select("id")
		.execute();
	return rows.map(({ id }) => id);
}

/** Holds somebody until `trx` ends, so that two do not arrange for them at once. */
export async function lockPerson(trx: Trx, id: string): Promise<void> {
	await trx.selectFrom("person").where("id", "=", id).select("id").forNoKeyUpdate().execute();
}

/** People by their ids, those who have left included: the record names them for ever. */
export async function listPeople(db: Db | Trx, ids: string[]): Promise<Person[]> {
	if (ids.length === 0) return [];
	return (await people(db).where("person.id", "in", ids).execute()).map(toPerson);
}

/** Whoever has not left, those who answer by a link last; all of them, or the people of some places. */
const whoIsIn = (db: Db | Trx, partnershipId: string, of?: Places) =>
	people(db)
		.where("person.partnership_id", "=", partnershipId)
		.where("person.left_at", "is", null)
		.$if(of !== undefined, (query) =>
			query.where((where) =>
				where.or([
					where("person.agency_id", "in", of?.agencies ?? []),
					sql<boolean>`person.offices && ${of?.offices ?? []}::text[]`,
				]),
			),
		)
		.orderBy(sql`person.only_in is not null`)
		.orderBy("agency.name")
		.orderBy("person.name")
		.orderBy("person.id");

/**
 * The directory of a partnership, or of one of its agencies and the one that answers for it, by agency and name;
 * who has left is not in it, nor is whoever answers by a link.
 */
export async function listDirectory(
	db: Db | Trx,
	partnershipId: string,
	agencyId?: string,
	of?: Places,
): Promise<Person[]> {
	const rows = await whoIsIn(db, partnershipId, of)
		.where("person.only_in", "is", null)
		.$if(agencyId !== undefined, (query) =>
			query.where((where) =>
				where.or([
					where("person.agency_id", "=", agencyId as string),
					where(
						"person.agency_id",
						"=",
						where
							.selectFrom("agency as small")
							.where("small.id", "=", agencyId as string)
							.select("small.proxy_agency_id"),
					),
				]),
			),
		)
		.execute();
	return rows.map(toPerson);
}

/** Those of the directory who answer for their agency (`answersForAgency`), by agency and name. */
export async function listAnswering(db: Db | Trx, partnershipId: string): Promise<Person[]> {
	const rows = await whoIsIn(db, partnershipId)
		.where("person.only_in", "is", null)
		.where(isAnswering)
		.execute();
	return rows.map(toPerson);
}

/** So many people stand on one page of a list of colleagues. */
export const colleaguesPerPage = 50;

/**
 * One page of the directory on an ISO day but for one person, whoever is away first, then by agency and name; and how many
 * there are on all pages.
 *
 * @param which of one agency alone; `letters` of a name, a job or a work address; `page` from 1 on
 */
export async function listColleaguesOn(
	db: Db,
	partnershipId: string,
	day: string,
	{
		but,
		agencyId,
		letters = "",
		page,
	}: {
		but: string;
		agencyId?: string | undefined;
		letters?: string | undefined;
		page: number;
	},
): Promise<{ people: Person[]; total: number }> {
	const found = people(db)
		.where("person.partnership_id", "=", partnershipId)
		.where("person.left_at", "is", null)
		.where("person.only_in", "is", null)
		.where("person.id", "<>", but)
		.$if(agencyId !== undefined, (query) =>
			query.where("person.agency_id", "=", agencyId as string),
		)
		.$if(letters.trim() !== "", (query) => query.where(hasLetters(letters)));
	const { total } = await found
		.clearSelect()
		.select(({ fn }) => fn.countAll<number>().as("total"))
		.executeTakeFirstOrThrow();
	const rows = await found
		.orderBy(
			sql`exists (
				select from absence where absence.person_id = person.id and from_on <= ${day} and until_on >= ${day}) desc`,
		)
		.orderBy("agency.name")
		.orderBy("person.name")
		.orderBy("person.id")
		.limit(colleaguesPerPage)
		.offset((page - 1) * colleaguesPerPage)
		.execute();
	return {
		people: await withWhoIsAway(db, partnershipId, day, rows.map(toPerson)),
		total: Number(total),
	};
}

/** Those of the directory whose work address was last confirmed on or before an ISO day, by agency and name. */
export async function listConfirmedUntil(
	db: Db | Trx,
	partnershipId: string,
	day: string,
): Promise<Person[]> {
	const rows = await whoIsIn(db, partnershipId)
		.where("person.only_in", "is", null)
		.where("person.contact_checked_on", "<=", day)
		.execute();
	return rows.map(toPerson);
}

/** Agencies by id, and offices: a part of the directory. */
export type Places = { agencies: readonly string[]; offices: readonly string[] };

/** The directory of a partnership on an ISO day, with who is away then; all of it, or the people of some places. */
export async function listDirectoryOn(
	db: Db | Trx,
	partnershipId: string,
	day: string,
	of?: Places,
): Promise<Person[]> {
	return withWhoIsAway(
		db,
		partnershipId,
		day,
		await listDirectory(db, partnershipId, undefined, of),
	);
}

/** The same, with whoever answers by a link: those who may be asked for something that is owed. */
export async function listWhoMayBeAsked(
	db: Db | Trx,
	partnershipId: string,
	day: string,
	of?: Places,
): Promise<Person[]> {
	const rows = await whoIsIn(db, partnershipId, of).execute();
	return withWhoIsAway(db, partnershipId, day, rows.map(toPerson));
}

/**
 * Those of them who may be asked for some duties, and of a large agency nobody else: see `mayBeAskedUnnamed`. They are of the
 * places where these are owed, of the agencies that answer for small ones, head an office or give what a pool owes.
 */
export async function listWhoMayBeAskedFor(
	db: Db | Trx,
	partnershipId: string,
	day: string,
	duties: readonly DutyOf[],
): Promise<Person[]> {
	const distinct = (ids: readonly string[]) => [...new Set(ids)].sort();
	const agenciesOf = (some: readonly DutyOf[]) =>
		distinct(some.flatMap(({ agency }) => agency ?? []));
	const agencies = agenciesOf(duties);
	const whole = agenciesOf(duties.filter(isEverybodys));
	const named = distinct(
		duties.flatMap(({ person, named }) => [...named, ...(person ? [person] : [])]),
	);
	const offices = distinct(
		duties.flatMap(({ office, givenBy }) => [
			...(office === null ? [] : [office, headOf(office)]),
			...(givenBy ? [givenBy] : []),
		]),
	);
	const asked = [agencies, whole, named, offices].join(" of ");
	return askedOnce(`who may be asked ${partnershipId} ${day} ${asked}`, async () => {
		const rows = await whoIsIn(db, partnershipId)
			.where(
				sql<boolean>`(person.offices && ${offices}::text[] or (${isOfOrAnswersFor(agencies)} and (
					${isAnswering} or person.offices <> '{}'
					or person.id = any(${named}::uuid[]) or exists (select from deputy where deputy_id = person.id)
					or ${isOfOrAnswersFor(whole)})))`,
			)
			.execute();
		return withWhoIsAway(db, partnershipId, day, rows.map(toPerson));
	});
}

type DutyOf = Pick<Duty, "agency" | "office" | "givenBy" | "level" | "posts" | "named" | "person">;

/** Whether a person is of one of some agencies, or of one that answers for it. */
const isOfOrAnswersFor = (
	agencies: readonly string[],
) => sql<boolean>`(person.agency_id = any(${agencies}::uuid[])
	or person.agency_id in (select proxy_agency_id from agency where id = any(${agencies}::uuid[])))`;

async function withWhoIsAway(
	db: Db | Trx,
	partnershipId: string,
	day: string,
	people: Person[],
): Promise<Person[]> {
	const away = await listAway(db, partnershipId, day);
	return away.size === 0
		? people
		: people.map((person) => ({ ...person, away: away.get(person.id) }));
}

export async function saveContactChecked(trx: Trx, personId: string, day: string): Promise<void> {
	await trx
		.updateTable("person")
		.set({ contact_checked_on: day })
		.where("id", "=", personId)
		.execute();
}

/** Under which numbers somebody is rung at work; null for none. */
export async function savePhones(
	trx: Trx,
	personId: string,
	{ phone, mobile }: { phone: string | null; mobile: string | null },
): Promise<void> {
	await trx.updateTable("person").set({ phone, mobile }).where("id", "=", personId).execute();
}

/** The Business Unit puts a work address right. */
export async function saveEmail(
	trx: Trx,
	personId: string,
	email: string,
	day: string,
): Promise<void> {
	await trx
		.updateTable("person")
		.set({ email, contact_checked_on: day })
		.where("id", "=", personId)
		.execute();
}

/**
 * Whether somebody else of a partnership has this address. Somebody who has left keeps theirs: the record names them for
 * ever. Who has several posts has one address in all of them.
 *
 * @param personId whose it is to be
 */
export async function isAddressTaken(
	db: Db | Trx,
	{ partnershipId, personId, email }: { partnershipId: string; personId: string; email: string },
): Promise<boolean> {
	const row = await db
		.selectFrom("person")
		.leftJoin("person as whose", (join) => join.on("whose.id", "=", personId))
		.where("person.partnership_id", "=", partnershipId)
		.where("person.id", "<>", personId)
		.where("person.only_in", "is", null)
		.where((where) => where(where.fn("lower", ["person.email"]), "=", email.trim().toLowerCase()))
		.where(
			sql<boolean>`(person.account_id is null or person.account_id is distinct from whose.account_id)`,
		)
		.select("person.id")
		.executeTakeFirst();
	return row !== undefined;
}

/** @param hash null takes the feed away */
export async function saveFeedHash(trx: Trx, personId: string, hash: string | null): Promise<void> {
	await trx.updateTable("person").set({ feed_hash: hash }).where("id", "=", personId).execute();
}

/** Whose calendar feed this is; undefined for an address that is wrong or was taken away. */
export async function findByFeedHash(db: Db | Trx, hash: string): Promise<string | undefined> {
	const row = await db
		.selectFrom("person")
		.where("feed_hash", "=", hash)
		.where("left_at", "is", null)
		.select("id")
		.executeTakeFirst();
	return row?.id;
}

export async function hasFeed(db: Db | Trx, personId: string): Promise<boolean> {
	const row = await db
		.selectFrom("person")
		.where("id", "=", personId)
		.select("feed_hash")
		.executeTakeFirst();
	return row?.feed_hash !== null && row?.feed_hash !== undefined;
}

/** Adds one person or several at once. */
export async function savePerson(
	trx: Trx,
	...people: (Viewer & { accountId?: string; phone?: string | undefined })[]
): Promise<void> {
	await trx
		.insertInto("person")
		.values(
			people.map((person) => ({
				id: person.id,
				partnership_id: person.partnershipId,
				agency_id: person.agencyId,
				name: person.name,
				job_title: person.jobTitle,
				email: person.email,
				phone: person.phone ?? null,
				level: person.level,
				safeguarding_lead: person.safeguardingLead,
				offices: person.offices,
				account_id: person.accountId ?? null,
			})),
		)
		.execute();
}

const toPerson = (row: Row): Person => ({
	id: row.id,
	partnershipId: row.partnership_id,
	agencyId: row.agency_id,
	agencyName: row.agency_name,
	sector: row.sector as Sector,
	name: row.name,
	jobTitle: row.job_title,
	email: row.email,
	level: (row.vouched_level ?? row.level) as Level,
	safeguardingLead: row.safeguarding_lead,
	offices: row.offices,
	left: row.left_at !== null,
	...(row.only_in !== null && {
		onlyIn: row.only_in,
		byLinkUntil: row.by_link_until?.toISOString(),
	}),
	...(row.phone !== null && { phone: row.phone }),
	...(row.mobile !== null && { mobile: row.mobile }),
	...(row.out_of_hours_phone !== null && { outOfHoursPhone: row.out_of_hours_phone }),
	contactCheckedOn: row.contact_checked_on,
	...(row.digest === "each-morning" && { inMorning: true }),
	...(row.proxy_for && { proxyFor: row.proxy_for }),
});
