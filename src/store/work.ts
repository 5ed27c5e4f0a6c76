/**
 * My work: what is owed and somebody may know of, counted by whose it is and read in parts. Who is asked for what is a rule in
 * domain/people/who-answers.ts.
 */
import { type RawBuilder, sql } from "kysely";
import type { Named } from "../domain/difference/told/whom.ts";
import {
	type Actor,
	actingAs,
	answersForAgency,
	headOf,
	officesRead,
	type Viewer,
} from "../domain/people/viewer.ts";
import { assigneesIn, belongsTo, type Duty, mayAnswer } from "../domain/people/who-answers.ts";
import {
	everyInvolved,
	type Side,
	type StepId,
	type Strength,
	strengthsOf,
} from "../domain/protocol/protocol.ts";
import type { Db, Trx } from "./db.ts";
import { visibleOwed } from "./differences.ts";
import { clockOwedBy, givenTo, rankOfLevel } from "./duties.ts";
import { listWhoMayBeAsked } from "./people.ts";
import type { WhichPart } from "./where-to-look.ts";
import { whomTheyName } from "./whom-it-names.ts";

/** Something that somebody owes in a difference: a step, that a time limit is kept, or the child's own record of a step. */
export type OwedStep = Duty & {
	differenceId: string;
	reference: string;
	versionId: string;
	/** Names of the two agencies. */
	raising: string;
	receiving: string | null;
	/** The name of the agency that owes it, where that is one involved besides the two, by its side. */
	involved: Record<Side, string>;
	/** As far as the viewer's side may know. */
	stage: string;
	themes: string[];
	/** Null for a time limit of no one step: then `clock` says which. */
	step: StepId | null;
	clock: string | null;
	/** A step that is done and has yet to be put on the child's own record; `step` and `clock` are null then. */
	toRecord: StepId | null;
	/** The side that owes it, and the name of the person it was given to. */
	side: Side;
	personName: string | null;
	/** ISO instant. */
	openedAt: string;
	/** ISO instant; null when no clock runs on it. */
	dueAt: string | null;
	/** Its clock stands still. */
	paused: boolean;
	/** How strict its date is; null without one. */
	strength: Strength | null;
	/** The child is said not to be safe now. */
	notSafe: boolean;
	/** Whom it is about, as far as the viewer may know. */
	about: Named[];
};

/** Everything open that a person may know of, by whose it is. Each list has what is due soonest first, then the oldest. */
export type Work = {
	/** Asked of them: exactly what they are reminded of, too. */
	mine: OwedStep[];
	/** Asked of others, and theirs to step in for or to see to as somebody who answers for the agency. */
	agency: OwedStep[];
	/** Owed by another side, in differences that they take part in. */
	waitingFor: OwedStep[];
};

/** Of each list how many there are, and how many of them are past a limit. */
export type WorkCounts = Record<keyof Work, { total: number; late: number }>;

/** Everything that is owed and that somebody may know of, put into its lists: counted, and each list to be read in parts. */
export type WorkFound = {
	counts: WorkCounts;
	/** Of each list asked for, a part. What is due soonest comes first, then the oldest. */
	read: (parts: Partial<Record<keyof Work, WhichPart>>) => Promise<Work>;
	/** In which of some differences something is theirs to do. */
	owesIn: (differences: readonly string[]) => Promise<Set<string>>;
};

const lists = ["mine", "agency", "waitingFor"] as const satisfies (keyof Work)[];
const everything = { offset: 0, limit: 1_000_000 };
/** All of each list. */
export const allOfIt = { mine: everything, agency: everything, waitingFor: everything };

/** All of it. @param day ISO day, for who is away */
export async function listWork(db: Db | Trx, viewer: Viewer, day: string): Promise<Work> {
	const { read } = await findWork(db, viewer, { day, at: `${day}T00:00:00Z` });
	return read(allOfIt);
}

/**
 * What is owed is told apart by whom it asks, which is worked out once for all that ask the same people, however many they
 * are.
 *
 * @param now `day` an ISO day, for who is away; `at` an ISO instant, for what is late
 */
export async function findWork(
	db: Db | Trx,
	viewer: Viewer,
	now: { day: string; at: string },
): Promise<WorkFound> {
	const alike = await countAlike(db, viewer, now);
	const listOf = await listsFor(db, viewer, now.day, alike);
	const counts: WorkCounts = {
		mine: { total: 0, late: 0 },
		agency: { total: 0, late: 0 },
		waitingFor: { total: 0, late: 0 },
	};
	const placed = alike.flatMap((each) => {
		const list = listOf(each);
		if (!list) return [];
		counts[list].total += each.total;
		counts[list].late += each.late;
		return [{ ...each, list }];
	});
	const readOf = async (parts: Parts, differences?: readonly string[]) => {
		if (askedOf(placed, parts).length === 0 || differences?.length === 0) return [];
		return readParts(
			db,
			parts,
			differences === undefined && areAllFound(placed, parts)
				? listedAsFound(db, viewer, placed, parts)
				: listedAnew(db, viewer, now.day, placed, parts, differences),
		);
	};
	return {
		counts,
		read: async (parts) => {
			const work: Work = { mine: [], agency: [], waitingFor: [] };
			for (const { list, ...owed } of await readOf(parts)) work[list].push(owed);
			return work;
		},
		owesIn: async (differences) =>
			new Set((await readOf({ mine: everything }, differences)).map((one) => one.differenceId)),
	};
}

/** In which list what asks some people is; undefined where it is in none. */
async function listsFor(
	db: Db | Trx,
	viewer: Viewer,
	day: string,
	alike: readonly Alike[],
): Promise<(one: Alike) => keyof Work | undefined> {
	const selves = actingAs(viewer);
	const duties = alike.flatMap(({ duty }) => duty ?? []);
	const assignees =
		duties.length === 0
			? () => []
			: assigneesIn(
					await listWhoMayBeAsked(db, viewer.partnershipId, day, {
						agencies: agenciesOf(selves),
						// Who gives something to one of a pool is asked for it where that person is not there.
						offices: [
							...officesRead(viewer),
							...duties.flatMap(({ office, givenBy }) =>
								office && givenBy && viewer.offices.includes(givenBy) ? office : [],
							),
						],
					}),
				);
	return ({ duty, takesPart, isStep }) => {
		if (duty && assignees(duty).some(({ id }) => id === viewer.id)) return "mine";
		if (
			duty &&
			(mayAnswer(duty, viewer) ||
				selves.some((one) => belongsTo(duty, one) && answersForAgency(one) && duty.agency !== null))
		)
			return "agency";
		return takesPart && isStep ? "waitingFor" : undefined;
	};
}

const agenciesOf = (selves: Actor[]): string[] => [
	...new Set(selves.flatMap((one) => [one.agencyId, ...(one.proxyFor ?? [])])),
];

/** What asks the same people, as far as somebody may be one of them, and how much there is of it. */
type Alike = {
	/** Whom it asks; null where it is nobody of their agency or office, whoever it is. */
	duty: Duty | null;
	seat: string;
	takesPart: boolean;
	isStep: boolean;
	total: number;
	late: number;
	/** Of these those that come first, `mostFirst` at most. */
	first: OwedAt[];
};

/** Where something that is owed stands, and who is asked before others for it: nobody where that is empty. */
type OwedAt = { differenceId: string; number: string; seat: string; person: string };

/** What is alike, with the list that it is in. */
type Placed = Alike & { list: keyof Work };

/** So many of each that is alike are found as they are counted; a page seldom shows more. */
const mostFirst = 30;
/** In which order a list has what is in it. */
const inOrder = sql`owed_to.not_safe desc, owed_to.due_at nulls last, owed_to.opened_at, owed_to.reference collate "C", owed_to.owed collate "C"`;

/** Of what asks nobody of somebody's agency or office. */
const ofOthers = "00000000-0000-0000-0000-000000000000";

/**
 * What is open in the differences that a person sees, each once: as the highest of their levels knows it. `whose` is the same
 * for all that ask the same people of theirs, `takes_part` whether this person takes part in the difference, where that matters. As parts of a `with`, of
 * which the last is `owed_to`.
 */
function owedTo(db: Db | Trx, viewer: Viewer, day: string, differences?: readonly string[]) {
	const selves = actingAs(viewer);
	const agencies = agenciesOf(selves);
	const offices = [...new Set(selves.flatMap(officesRead))];
	// What their own agency owes is theirs or a colleague’s, whether or not they take part in it; who answers for none sees
	// as somebody of an agency only what they are named in.
	const answeredFor = selves.filter(answersForAgency).map(({ agencyId }) => agencyId);
	const seen = visibleOwed(db, viewer)
		.where("party.what", "<>", "nothing")
		.$if(differences !== undefined, (query) =>
			query.where("party.difference_id", "=", sql<string>`any(${differences}::uuid[])`),
		)
		.select([
			sql`party.ctid`.as("at"),
			"party.difference_id",
			"party.number",
			"party.reference",
			"party.office",
			"party.not_safe",
			"party.what",
			"party.owed",
			"party.opened_at",
			"party.due_at",
			"party.is_paused",
			"party.strength",
			"party.by_agency_id",
			"party.by_office",
			"party.read_from",
			"party.given_by",
			"party.person_id",
			"party.seat",
			rankOfLevel("party.level").as("rank"),
			sql<boolean>`party.also && ${[...agencies, ...offices]}::text[]`.as("is_seen_twice"),
		]);
	const ids = sql.join(selves.map(({ id }) => sql`${id}::uuid`));
	const map = sql`(select alike from those)`;
	/** The people who are named in a difference, or barred, and of whom any may be asked what is asked there. */
	const ofThose = (column: string, as: RawBuilder<unknown>) =>
		sql`(select string_agg(${as}, ' ' order by ${as}) filter (where ${map} ? one)
			from unnest(${sql.ref(`asked.${column}`)}::text[]) one)`;
	const oneByOne = sql`one`;
	const alike = sql`case when one = asked.person then 'given ' else '' end || (${map} ->> one)`;
	const people = sql`person p
		where p.partnership_id = ${viewer.partnershipId} and (p.id in (${ids}) or p.agency_id = any(${agencies}::uuid[])
			or p.offices && ${[...offices, ...offices.map(headOf)]}::text[])`;
	return sql`those as materialized (
			-- Who is alike to the rules stands for each other: nobody who is away, stands in or comes by a link, nor who asks.
			select jsonb_object_agg(id, alike) as alike from (
				select p.id::text, case
					when p.id in (${ids}) or p.only_in is not null or p.left_at is not null
						or exists (select from absence where absence.person_id = p.id and absence.until_on >= ${day}::date)
						or exists (select from deputy where p.id in (deputy.person_id, deputy.deputy_id)) then p.id::text
					else md5(concat_ws('|', p.agency_id, coalesce(p.vouched_level, p.level), p.safeguarding_lead, p.offices::text))
					end as alike
				from ${people} union all select distinct p.agency_id::text, p.agency_id::text from ${people}) there
		), seen as materialized (select * from ${seen.as("seen")}), once as (
			select seen.*, 1 as nth from seen where not is_seen_twice
			union all
			select * from (
				select seen.*, row_number() over (
					partition by difference_id, what, owed, by_agency_id order by rank desc, number) as nth
				from seen where is_seen_twice) as twice
			where nth = 1
		), each as materialized (
			select once.*, coalesce(${givenTo("once", sql`once.person_id`, "by_office")}::text, '') as person,
				coalesce(once.by_agency_id = any(${agencies}::uuid[]) or once.by_office = any(${offices}::text[])
					or once.given_by = any(${viewer.offices}::text[]), false) as is_theirs,
				case when once.by_agency_id = any(${answeredFor}::uuid[]) and once.read_from is null then false
					when ${answeredFor.length === 0} and once.office is null then true
					else coalesce(once.office = any(${viewer.offices}::text[]), false) or once.difference_id in (
						select who.difference_id from difference_person who where who.person_id in (${ids})) end as takes_part
			from once
		), told_apart as materialized (
			-- Once for all that name the same people: who of a pool it was given to, who may alone know of it and who is barred,
			-- these are told apart one by one.
			select asked.seat, asked.person,
				md5(concat(asked.place, '|', case when asked.given_by is not null then array_to_string(asked.named, ' ')
					when asked.is_exact then ${ofThose("named", oneByOne)} else ${ofThose("named", alike)} end,
					'|', case when asked.is_exact then ${ofThose("barred", oneByOne)} end, '|', asked.sealed_for::text,
					'|', case when asked.person = '' then '' when asked.is_exact then asked.person
						else coalesce(${map} ->> asked.person, 'elsewhere') end))::uuid as whose
			from (
				select seats.seat, seats.person, one.place, one.given_by, one.named, one.barred, one.sealed_for,
					one.given_by is not null or one.sealed_for is not null
						or exists (select from unnest(one.barred::text[]) barred where ${map} ? barred) as is_exact
				from (select seat, person, min(at) as at from each where is_theirs group by seat, person) seats
				-- All that have its seat name the same people.
				join owed one on one.ctid = seats.at
				-- Else whose it is would be worked out again each time that it is named.
				offset 0) asked
		), owed_to as (
			select each.*, coalesce(told_apart.whose, ${ofOthers}::uuid) as whose
			from each left join told_apart using (seat, person)
			-- What others owe is in no list but of whoever waits for it.
			where is_theirs or (takes_part and what = 'step')
		)`;
}

async function countAlike(
	db: Db | Trx,
	viewer: Viewer,
	{ day, at }: { day: string; at: string },
): Promise<Alike[]> {
	const { rows } = await sql<
		Omit<Alike, "duty" | "first"> &
			Omit<Duty, "posts" | "named" | "barred" | "knownOnlyTo"> & {
				posts: string;
				named: string;
				barred: string;
				knownOnlyTo: string | null;
				first: string;
			}
	>`
		with ${owedTo(db, viewer, day)}, numbered as (
			select owed_to.*, row_number() over (partition by whose, takes_part, what = 'step' order by ${inOrder}) as nth_there
			from owed_to
		), alike as materialized (
			select whose, takes_part, what = 'step' as is_step,
				count(*) as total, count(*) filter (where due_at < ${at}::timestamptz and not is_paused
					and strength = any(${strengthsOf("limit")}::text[])) as late,
				min(at) filter (where nth_there = 1) as one, min(nullif(person, '')) filter (where nth_there = 1) as person,
				string_agg(concat_ws(' ', difference_id, number, seat, person), ',') filter (where nth_there <= ${mostFirst}) as first
			from numbered
			group by 1, 2, 3
		)
		select alike.whose as seat, alike.person, alike.takes_part as "takesPart", alike.is_step as "isStep",
			alike.total, alike.late, alike.first,
			one.by_agency_id as agency, one.by_office as office, one.by_level as level, ${listed("posts")}, one.post, one.proxy,
			one.read_from as "readFrom", one.given_by as "givenBy", ${listed("named")}, one.only_given as "onlyTheirs", ${listed("barred")},
			array_to_string(one.sealed_for, ' ') as "knownOnlyTo"
		from alike join owed one on one.ctid = alike.one`.execute(db);
	return rows.map(({ seat, takesPart, isStep, total, late, first, ...duty }) => ({
		duty:
			seat === ofOthers
				? null
				: {
						...duty,
						posts: inList(duty.posts),
						named: inList(duty.named),
						barred: inList(duty.barred),
						knownOnlyTo: duty.knownOnlyTo === null ? null : inList(duty.knownOnlyTo),
					},
		seat,
		takesPart,
		isStep,
		total,
		late,
		first: first.split(",").map((at) => {
			const [differenceId = "", number = "", seat = "", person = ""] = at.split(" ");
			return { differenceId, number, seat, person };
		}),
	}));
}

/** A list of identifiers as one text: of thousands of rows the driver reads arrays slowly. */
const listed = (column: string) =>
	sql`array_to_string(${sql.ref(`one.${column}`)}, ' ') as ${sql.ref(column)}`;
const inList = (text: string): string[] => (text === "" ? [] : text.split(" "));

type Parts = Partial<Record<keyof Work, WhichPart>>;

const askedOf = (placed: readonly Placed[], parts: Parts) =>
	placed.filter(({ list }) => (parts[list]?.limit ?? 0) > 0);

/** Whether no more is asked of a list than was found as it was counted. */
const areAllFound = (placed: readonly Placed[], parts: Parts): boolean =>
	askedOf(placed, parts).every(({ list, total }) => {
		const { offset, limit } = parts[list] ?? everything;
		return Math.min(offset + limit, total) <= mostFirst;
	});

/**
 * What was found as it was counted, in the order of its lists. Looked at again by who sees it and whom it asks: an act may have
 * come between.
 */
function listedAsFound(db: Db | Trx, viewer: Viewer, placed: readonly Placed[], parts: Parts) {
	const first = askedOf(placed, parts).flatMap(({ list, first }) =>
		first.map((at) => ({ ...at, list })),
	);
	const still = visibleOwed(db, viewer)
		.where(sql<boolean>`party.difference_id = at.difference_id and party.number = at.number`)
		.where(sql<boolean>`party.seat = at.seat`)
		.selectAll("party")
		.select(sql`party.ctid`.as("at"));
	return sql`listed as (
			select at.list, owed_to.at, nullif(at.person, '')::uuid as person, row_number() over (
				partition by at.list order by ${inOrder}) as nth
			from unnest(${first.map(({ list }) => list)}::text[], ${first.map(({ differenceId }) => differenceId)}::uuid[],
				${first.map(({ number }) => number)}::integer[], ${first.map(({ seat }) => seat)}::uuid[],
				${first.map(({ person }) => person)}::text[]) as at (list, difference_id, number, seat, person)
			cross join lateral (${still}) as owed_to
		)`;
}

/** Everything that is in these lists, in their order. @param differences in these alone */
function listedAnew(
	db: Db | Trx,
	viewer: Viewer,
	day: string,
	placed: readonly Placed[],
	parts: Parts,
	differences?: readonly string[],
) {
	const asked = askedOf(placed, parts);
	return sql`${owedTo(db, viewer, day, differences)}, listed as (
			select alike.list, owed_to.at, nullif(owed_to.person, '')::uuid as person, row_number() over (
				partition by alike.list order by ${inOrder}) as nth
			from owed_to
			join unnest(${asked.map(({ seat }) => seat)}::uuid[], ${asked.map(({ takesPart }) => takesPart)}::boolean[], ${asked.map(({ isStep }) => isStep)}::boolean[],
				${asked.map(({ list }) => list)}::text[]) as alike (whose, takes_part, is_step, list)
				on alike.whose = owed_to.whose and alike.takes_part = owed_to.takes_part and alike.is_step = (owed_to.what = 'step')
		)`;
}

/** The parts that are asked for, with all that a list shows of each. @param listed the `listed` of a `with`: what is in the lists */
async function readParts(
	db: Db | Trx,
	parts: Parts,
	listed: RawBuilder<unknown>,
): Promise<(OwedStep & { list: keyof Work })[]> {
	const of = lists.map((list) => parts[list] ?? { offset: 0, limit: 0 });
	const { rows } = await sql<
		Omit<OwedStep, "openedAt" | "dueAt" | "about"> & {
			list: keyof Work;
			about_seq: number | null;
			about_field: string | null;
			openedAt: Date;
			dueAt: Date | null;
		}
	>`
		with ${listed}, part as materialized (
			select listed.* from listed
			join unnest(${[...lists]}::text[], ${of.map(({ offset }) => offset)}::integer[], ${of.map(({ limit }) => limit)}::integer[])
				as asked (list, after, most) on asked.list = listed.list and listed.nth > asked.after and listed.nth <= asked.after + asked.most
		)
		select part.list, owed.difference_id as "differenceId", owed.reference, owed.protocol_version_id as "versionId",
			raising.name as raising, receiving.name as receiving, party.stage, party.themes, owed.not_safe as "notSafe",
			party.about_seq, party.about_field,
			case owed.what when 'step' then owed.owed end as step, case owed.what when 'record' then owed.owed end as "toRecord",
			case owed.what when 'clock' then owed.owed when 'step' then (
				select c.clock from ${clockOwedBy("stepped")} c) end as clock,
			owed.by_side as side, part.person, person.name as "personName", owed.opened_at as "openedAt", owed.due_at as "dueAt",
			owed.is_paused as paused, owed.strength, owed.by_agency_id as agency, owed.by_office as office, owed.by_level as level,
			owed.posts, owed.post, owed.proxy, owed.read_from as "readFrom", owed.given_by as "givenBy", owed.named,
			case when owed.by_side like ${`${everyInvolved}-%`} then jsonb_build_object(owed.by_side, involved.name)
				else '{}' end as involved,
			owed.only_given as "onlyTheirs", owed.barred, owed.sealed_for as "knownOnlyTo"
		from part
		join owed on owed.ctid = part.at
		cross join lateral (select owed.difference_id, owed.owed as step) as stepped
		join difference on difference.id = owed.difference_id
		join difference_party party
			on party.difference_id = owed.difference_id and party.side = owed.side and party.level = owed.level
		join agency raising on raising.id = difference.raising_agency_id
		left join agency receiving on receiving.id = difference.receiving_agency_id
		left join agency involved on involved.id = owed.by_agency_id
		left join person on person.id = part.person
		order by part.list, part.nth`.execute(db);
	const asListed = rows.map((row) => ({ ...row, id: row.differenceId }));
	const about = await whomTheyName(db, asListed);
	return asListed.map(({ id: _id, about_seq, about_field, ...row }) => ({
		...row,
		about: about({ id: row.differenceId, about_seq, about_field }),
		openedAt: row.openedAt.toISOString(),
		dueAt: row.dueAt?.toISOString() ?? null,
	}));
}

/** How often what is owed or its date has changed since it was first asked, and when it last did. */
export type LastChange = {
	changes: number;
	/** ISO instant. */
	changedAt: string;
};

/** The same things owed, each with what the record says of its dates: asked anew, counted anew, moved, let stand still. */
export async function lastChanges(
	db: Db | Trx,
	owed: OwedStep[],
): Promise<(OwedStep & LastChange)[]> {
	if (owed.length === 0) return [];
	const asked = owed.map(({ differenceId, step, clock }) => ({ differenceId, step, clock }));
	const { rows } = await sql<{ nth: string; entries: string; at: Date | null }>`
		select asked.nth, count(event.seq) as entries, max(event.at) as at
		from rows from (jsonb_to_recordset(${JSON.stringify(asked)}::jsonb)
			as ("differenceId" uuid, step text, clock text)) with ordinality as asked ("differenceId", step, clock, nth)
		left join event on event.difference_id = asked."differenceId" and (
			(event.type = 'step-opened' and event.detail->>'step' = asked.step)
			or (event.type in ('clock-started', 'clock-changed', 'clock-paused') and event.detail->>'clock' in (
				select clock.clock from clock
				where clock.difference_id = asked."differenceId"
					and (clock.step = asked.step or asked.step = any(clock.steps)
						or (asked.step is null and clock.clock = asked.clock)))))
		group by asked.nth order by asked.nth`.execute(db);
	return owed.map((each, index) => {
		const { entries = "1", at = null } = rows[index] ?? {};
		return {
			...each,
			changes: Math.max(0, Number(entries) - 1),
			changedAt: at?.toISOString() ?? each.openedAt,
		};
	});
}
