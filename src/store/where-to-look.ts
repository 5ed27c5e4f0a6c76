import { type RawBuilder, sql } from "kysely";
import { plainReference } from "../domain/reference.ts";
import type { Db, Trx } from "./db.ts";
import type { Tables } from "./tables.ts";

/** As what a word of `found_under` finds a difference. */
export type FoundAs = Tables["found_under"]["kind"];

/** So many are looked at one by one; of more, a list is walked in its order until a page is full. */
export const few = 1_000;

/** So many of what is walked are counted at least; of more it is said that they are more. */
export const mostCounted = 100;

/** How many there are: `total`, or more than that. */
export type Counted = { total: number; isMore: boolean };

/** Which rows of a list are asked for. */
export type WhichPart = { offset: number; limit: number };

/** Some rows of a list, and how many there are. */
export type PartOf<Row> = Counted & { rows: Row[] };

/** How many rows are read for a part: all before its end, as many as are counted, and one that says whether there are more. */
export const readFor = ({ offset, limit }: WhichPart): number =>
	Math.max(offset + limit, mostCounted) + 1;

/** @param read the first rows of the list, `readFor` of them where there are as many */
export const partOf = <Row>(read: readonly Row[], which: WhichPart): PartOf<Row> => {
	const most = readFor(which) - 1;
	return {
		rows: read.slice(which.offset, which.offset + which.limit),
		total: Math.min(read.length, most),
		isMore: read.length > most,
	};
};

/** What a list asks of a row, `party`; and where some of it is true of a few alone, in which differences to look. */
export type Narrowed = { among: ReadonlySet<string> | undefined; fits: RawBuilder<boolean>[] };

/** All that is asked together: what fits is in each of the places to look. */
export function allOf(asked: readonly Narrowed[]): Narrowed {
	const sets = asked.flatMap(({ among }) => among ?? []);
	return {
		among: sets.length > 0 ? sets.reduce((one, other) => one.intersection(other)) : undefined,
		fits: asked.flatMap(({ fits }) => fits),
	};
}

/**
 * Any of what is asked: what fits is in one of the places to look, where these are known of each. What is asked of a row is
 * the same however much there is to look at, so that nothing in it tells of what somebody may not see.
 */
export function anyOf(asked: readonly Narrowed[]): Narrowed {
	const sets = asked.flatMap(({ among }) => among ?? []);
	return {
		among:
			sets.length === asked.length
				? sets.reduce((one, other) => one.union(other), new Set<string>())
				: undefined,
		fits: [
			sql`(${sql.join(
				asked.map(({ fits }) => both(fits)),
				sql` or `,
			)})`,
		],
	};
}

/** Everything of this, as one condition. */
export const both = (fits: readonly RawBuilder<boolean>[]): RawBuilder<boolean> =>
	sql`(${sql.join([sql`true`, ...fits], sql` and `)})`;

/** What is asked of an agency, a theme and a stage, as lists and the log are narrowed by them. */
export const ofOneWord = async (
	db: Db | Trx,
	partnershipId: string,
	{ agencyId, theme, stage }: OneWord,
): Promise<Narrowed[]> => {
	const look = (kind: FoundAs, word: string) => whereToLook(db, partnershipId, kind, [word]);
	return [
		// Whoever knows of a difference knows who is involved in it.
		...(agencyId
			? [
					{
						among: await look("agency", agencyId),
						fits: [isOne(sql`${agencyId} = any(party.agencies)`)],
					},
				]
			: []),
		...(theme
			? [{ among: await look("theme", theme), fits: [isOne(sql`${theme} = any(party.themes)`)] }]
			: []),
		...(stage
			? [{ among: await look("stage", stage), fits: [sql<boolean>`party.stage = ${stage}`] }]
			: []),
	];
};

/**
 * One of a list. The planner takes that for ten times as rare as it is, and would sort all that is so; half of all is its guess
 * for what it cannot look into, and then it walks the list in its order until a page is full.
 */
const isOne = (of: RawBuilder<boolean>) => sql<boolean>`coalesce(${of}, false)`;

type OneWord = {
	agencyId?: string | undefined;
	theme?: string | undefined;
	stage?: string | undefined;
};

/**
 * The differences of a partnership in which to look for a word: whoever may know of them, and whether or not it still
 * fits. Undefined where they are more than a few.
 *
 * @param begins any word that begins so
 */
export async function whereToLook(
	db: Db | Trx,
	partnershipId: string,
	kind: FoundAs,
	words: readonly string[],
	{ begins = false }: { begins?: boolean } = {},
): Promise<ReadonlySet<string> | undefined> {
	if (words.length === 0) return new Set();
	const rows = await db
		.selectFrom("found_under")
		.where("partnership_id", "=", partnershipId)
		.where("kind", "=", kind)
		.where(
			begins
				? sql<boolean>`word >= ${words[0]} and word < ${words[0]} || ${afterAll}`
				: sql<boolean>`word = any(${words}::text[])`,
		)
		.select("difference_id")
		.limit(few + 1)
		.execute();
	return rows.length > few ? undefined : new Set(rows.map(({ difference_id }) => difference_id));
}

/** Sorts after everything that a reference holds. */
const afterAll = "\u{10ffff}";

/** So many letters of a reference are looked up; fewer stand in too many. */
const fewestOfReference = 2;

/** A reference, or any part of one, as `found_under` has it. */
export const asFound = (typed: string): string => plainReference(typed).toUpperCase();

/** Where to look for a reference, or for any part of one; undefined where that is anywhere. */
export const whereReferenced = async (
	db: Db | Trx,
	partnershipId: string,
	typed: string,
): Promise<ReadonlySet<string> | undefined> => {
	const part = asFound(typed);
	// What has no letter and no number is in no reference.
	if (part === "") return new Set();
	if (part.length < fewestOfReference) return undefined;
	return whereToLook(db, partnershipId, "reference", [part], { begins: true });
};

/**
 * Which of some differences are not found under the words that their records give. Of agencies, themes and stages there may be
 * more, which were true once: they only have somebody look where nothing is.
 */
export async function listFoundOtherwise(
	db: Db | Trx,
	differences: readonly string[],
): Promise<ReadonlySet<string>> {
	const { rows } = await sql<{ id: string }>`
		with given as (
			select id, 'reference' as kind, part as word
			from difference, parts_of_reference(reference) part where id = any(${differences}::uuid[])
			union select difference_id, kind, word
			from event, words_of_act(by_person, detail) where difference_id = any(${differences}::uuid[])
			union select difference_id, kind, word
			from difference_party, words_of_party(agencies, themes, stage) where difference_id = any(${differences}::uuid[])
		), kept as (
			select difference_id as id, kind, word from found_under where difference_id = any(${differences}::uuid[])
		)
		select id from (select * from given except select * from kept) missing
		union select id from (
			select * from kept where kind not in ('agency', 'theme', 'stage') except select * from given) wrong`.execute(
		db,
	);
	return new Set(rows.map(({ id }) => id));
}
