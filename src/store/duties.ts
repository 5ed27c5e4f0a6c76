import { type RawBuilder, sql } from "kysely";
import { levels } from "../domain/people/viewer.ts";
import type { Seat } from "../domain/people/who-answers.ts";

/** A seat as rows of `open_step` and `clock` hold it. */
export const seatColumns = ({
	agency,
	office,
	level,
	posts,
	post,
	proxy,
	readFrom,
	givenBy,
}: Seat) => ({
	agency_id: agency,
	office,
	level,
	posts: [...posts],
	post,
	proxy,
	read_from: readFrom ?? null,
	given_by: givenBy ?? null,
});

/**
 * The clock by which an open step is owed: of its own and of those that it has together with other steps the one that is
 * due soonest; one that stands still only when no other runs.
 *
 * @param step the name of `open_step` in the query
 */
export function clockOwedBy<Row>(step: string): RawBuilder<Row> {
	const of = (column: string) => sql.ref(`${step}.${column}`);
	return sql<Row>`(
		select * from clock
		where clock.difference_id = ${of("difference_id")}
			and (clock.step = ${of("step")} or ${of("step")} = any(clock.steps))
			and clock.state in ('running', 'paused', 'ran-out')
		order by clock.state = 'paused', clock.due_at limit 1)`;
}

/** A level as a number: the higher, the more may somebody know. @param column that holds it */
export const rankOfLevel = (column: string): RawBuilder<number> =>
	sql<number>`array_position(${levels as readonly string[] as string[]}::text[], ${sql.ref(column)})`;

/** The same joined to an open step `o`, as `c`. */
export const clockOfOpenStep = sql`left join lateral ${clockOwedBy("o")} c on true`;

/**
 * Whether an entry of the record is for whom a row of `difference_party` stands for: for its side, not kept to a higher
 * level, and not recalled from it. What was only enclosed in something sent to them is not among it, so that a list never
 * tells more than they may read.
 *
 * @param event the name of `event` in the query @param party that of `difference_party`, or of what has its `side` and `level`
 * @see isFor and entriesFor in domain/difference/who/may-read.ts
 */
export const isEntryFor = (event: string, party: string): RawBuilder<boolean> => {
	const of = (column: string) => sql.ref(`${event}.${column}`);
	const side = sql.ref(`${party}.side`);
	const ranks = sql`${levels as readonly string[] as string[]}::text[]`;
	return sql<boolean>`(${side} = any(${of("audience")})
		and coalesce(array_position(${ranks}, ${of("detail")}->'keptTo'->>${side}), 1) <= ${rankOfLevel(`${party}.level`)}
		and not exists (
			select from event recalled
			where recalled.difference_id = ${of("difference_id")} and recalled.type = 'recalled'
				and recalled.detail->>'from' = ${side} and recalled.seq >= ${of("seq")}))`;
};

/**
 * The person whom something was given to: an open step by itself; what an office owes, whoever of it has taken the
 * difference. It is offered to them first, and the others of the office may do it.
 *
 * @param table the name of `open_step` or `clock` in the query
 * @param office its column with the office that owes it
 */
export const givenTo = (
	table: string,
	given: RawBuilder<unknown> = sql`null`,
	office = "office",
): RawBuilder<unknown> =>
	sql`coalesce(${given}, (select taken.person_id from taken
		where taken.difference_id = ${sql.ref(`${table}.difference_id`)} and taken.office = ${sql.ref(`${table}.${office}`)}))`;

/**
 * Whether somebody is named on a side: wherever they are named, but where both sides are of one agency.
 *
 * @param who the name of `difference_person` in the query
 * @param side the column with the side
 * @see namedOn in domain/difference/who/duties.ts
 */
export const namedOnSide = (who: string, side: RawBuilder<unknown>): RawBuilder<boolean> => {
	const of = (column: string) => sql.ref(`${who}.${column}`);
	return sql<boolean>`(${of("side")} = ${side} or not exists (
		select from difference one where one.id = ${of("difference_id")} and one.raising_agency_id = one.receiving_agency_id))`;
};

/**
 * What a row of `open_step` or `clock` says of whose it is, as columns named for the parts of a `Duty`; `person` and
 * `barred` only an open step has. Who is named in the difference matters for what is a practitioner's alone,
 * and where posts are of a level, which somebody may hold whom the directory has as a practitioner.
 *
 * @param table its name or alias in the query
 */
export const dutySql = (table: string): RawBuilder<unknown> => {
	const of = (column: string) => sql.ref(`${table}.${column}`);
	return sql`${of("agency_id")} as agency, ${of("office")} as office, ${of("level")} as level, ${of("posts")} as posts,
		${of("post")} as post, ${of("proxy")} as proxy, ${of("read_from")} as "readFrom", ${of("given_by")} as "givenBy",
		case when ${of("level")} = 'practitioner' or ${of("posts")} <> '{}' then array(
			select who.person_id::text from difference_person who
			where who.difference_id = ${of("difference_id")} and ${namedOnSide("who", of("side"))})
			else '{}' end as named`;
};

/** The same of a row of `record_owed`, as `r`. @see recordsOwed in domain/difference/who/records-owed.ts */
export const recordDutySql = sql`r.agency_id as agency, null::text as office, r.level as level, '{}'::text[] as posts,
	null::text as post, true as proxy, null::text as "readFrom", null::text as "givenBy", r.named as named`;
