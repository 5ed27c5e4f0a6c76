import { sql } from "kysely";
import type { Named } from "../domain/difference/told/whom.ts";
import { actingAs, answersForAgency, type Viewer } from "../domain/people/viewer.ts";
import { assigneesIn, belongsTo, type Duty, mayAnswer } from "../domain/people/who-answers.ts";
import {
	everyInvolved,
	type Side,
	type StepId,
	type Strength,
} from "../domain/protocol/protocol.ts";
import type { Db, Trx } from "./db.ts";
import { visibleDifferences } from "./differences.ts";
import { clockOfOpenStep, dutySql, givenTo, rankOfLevel, recordDutySql } from "./duties.ts";
import { listWhoMayBeAsked } from "./people.ts";
import { whereItNames, whomTheyName } from "./whom-it-names.ts";

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

/** @param day ISO day, for who is away */
export async function listWork(db: Db | Trx, viewer: Viewer, day: string): Promise<Work> {
	const work: Work = { mine: [], agency: [], waitingFor: [] };
	const selves = actingAs(viewer);
	const owed = await listOwed(db, viewer);
	if (owed.length === 0) return work;
	const assignees = assigneesIn(
		await listWhoMayBeAsked(db, viewer.partnershipId, day, {
			agencies: selves.flatMap((one) => [one.agencyId, ...(one.proxyFor ?? [])]),
			// Who gives something to one of a pool is asked for it where that person is not there.
			offices: [
				...viewer.offices,
				...owed.flatMap(({ office, givenBy }) =>
					office && givenBy && viewer.offices.includes(givenBy) ? office : [],
				),
			],
		}),
	);
	for (const { takesPart, ...each } of owed) {
		if (assignees(each).some(({ id }) => id === viewer.id)) work.mine.push(each);
		else if (
			mayAnswer(each, viewer) ||
			selves.some((one) => belongsTo(each, one) && answersForAgency(one) && each.agency !== null)
		)
			work.agency.push(each);
		else if (takesPart && each.step !== null) work.waitingFor.push(each);
	}
	for (const list of Object.values(work)) list.sort(soonestFirst);
	return work;
}

/** What is open in the differences that a person sees, and whether they take part in them. */
async function listOwed(
	db: Db | Trx,
	viewer: Viewer,
): Promise<(OwedStep & { takesPart: boolean })[]> {
	const selves = sql.join(actingAs(viewer).map(({ id }) => sql`${id}::uuid`));
	const seen = visibleDifferences(db, viewer)
		.where(
			sql<boolean>`(exists (select from open_step o where o.difference_id = difference.id)
				or exists (select from record_owed r where r.difference_id = difference.id) or exists (
				select from clock c where c.difference_id = difference.id and c.step is null and c.steps is null
					and c.state in ('running', 'paused', 'ran-out')))`,
		)
		.select([
			"difference.id",
			"difference.reference",
			"difference.protocol_version_id",
			"raising.name as raising",
			"receiving.name as receiving",
			"party.reader",
			"party.stage",
			"party.themes",
			"party.office as party_office",
			rankOfLevel("party.level").as("party_rank"),
			"party.not_safe",
			...whereItNames,
		])
		.as("seen");
	const { rows } = await sql<
		Omit<OwedStep, "openedAt" | "dueAt" | "about"> & {
			about_seq: number | null;
			about_field: string | null;
			openedAt: Date;
			dueAt: Date | null;
			takesPart: boolean;
		}
	>`
		with seen as materialized (select * from ${seen}), owed as (
			select o.difference_id, o.step, c.clock, null as "toRecord", o.side, ${givenTo("o", sql`o.person_id`)} as person, p.name as "personName",
				o.opened_at as "openedAt", c.due_at as "dueAt", coalesce(c.state = 'paused', false) as paused, c.strength,
				o.audience, ${dutySql("o")}, o.only_given as "onlyTheirs", o.barred
			from open_step o
			left join person p on p.id = ${givenTo("o", sql`o.person_id`)}
			${clockOfOpenStep}
			where o.difference_id in (select id from seen)
			union all
			select c.difference_id, null, c.clock, null, c.side, ${givenTo("c")}, p.name, c.started_at, c.due_at, c.state = 'paused', c.strength,
				c.audience, ${dutySql("c")}, false, '{}'
			from clock c
			left join person p on p.id = ${givenTo("c")}
			where c.step is null and c.steps is null and c.state in ('running', 'paused', 'ran-out') and c.difference_id in (select id from seen)
			union all
			select r.difference_id, null, null, r.step, r.side, r.person_id, p.name, r.since, null, false, null,
				r.audience, ${recordDutySql}, false, '{}'
			from record_owed r
			left join person p on p.id = r.person_id
			where r.difference_id in (select id from seen)
		)
		select distinct on (owed.difference_id, owed.step, owed.clock, owed."toRecord", owed.agency)
			owed.difference_id as "differenceId", seen.reference, seen.protocol_version_id as "versionId",
			seen.raising, seen.receiving, seen.stage, seen.themes, seen.not_safe as "notSafe", seen.about_seq, seen.about_field, owed.step, owed.clock, owed."toRecord", owed.side, owed.person,
			owed."personName", owed."openedAt", owed."dueAt", owed.paused, owed.strength, owed.agency, owed.office,
			owed.level, owed.posts, owed.post, owed.proxy, owed."readFrom", owed."givenBy", owed.named,
			case when owed.side like ${`${everyInvolved}-%`} then
				jsonb_build_object(owed.side, (select agency.name from agency where agency.id = owed.agency))
				else '{}' end as involved, owed."onlyTheirs", owed.barred,
			coalesce(seen.party_office = any(${viewer.offices}::text[]), false) or exists (
				select from difference_person who
				where who.difference_id = owed.difference_id and who.person_id in (${selves})) as "takesPart"
		from owed join seen on seen.id = owed.difference_id and seen.reader = any(owed.audience)
		order by owed.difference_id, owed.step, owed.clock, owed."toRecord", owed.agency, seen.party_rank desc`.execute(
		db,
	);
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

const latest = "9999";
/** A child who is not safe comes first, whatever is due. */
const soonestFirst = (a: OwedStep, b: OwedStep): number =>
	Number(b.notSafe) - Number(a.notSafe) ||
	(a.dueAt ?? latest).localeCompare(b.dueAt ?? latest) ||
	a.openedAt.localeCompare(b.openedAt);
