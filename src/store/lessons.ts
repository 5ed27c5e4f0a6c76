/** Lessons that were recorded from differences, with what they said before, and what was said afterwards. Their words are sealed. */
import { type RawBuilder, sql } from "kysely";
import type { IsoDay } from "../domain/calendar/iso-day.ts";
import type { Facts } from "../domain/learning/facts.ts";
import { type Lesson, saidToBeLearned, type WordsBefore } from "../domain/learning/lesson.ts";
import type { Period } from "../domain/learning/period.ts";
import type { Viewer } from "../domain/people/viewer.ts";
import { londonDay, startOfDay } from "../domain/time.ts";
import type { Key, Place } from "../keys/sealed.ts";
import type { Db, Trx } from "./db.ts";
import { visibleToOffices } from "./differences.ts";
import { atPlace, openAt, openTold, selectSealed } from "./sealed-narrative.ts";
import { dataKeyOf, openValue, sealValue, unlessClosed } from "./sealed-values.ts";
import { type PartOf, partOf, readFor, type WhichPart } from "./where-to-look.ts";

/** What is told in a lesson, each closed for its place. */
type Word = "happened" | "should_differ" | "again_found";
export const placeOfWordsOfLesson = (lesson: string, word: Word): Place => ["lesson", lesson, word];
export const placeOfWordsBefore = (lesson: string, number: number, word: Word): Place => [
	"lesson_words_before",
	lesson,
	number,
	word,
];

const openText = (key: Key, sealed: Uint8Array, place: Place): string =>
	openValue(key, sealed, place) as string;

/** @param at ISO instant @throws SealFault */
export async function addLesson(
	trx: Trx,
	lesson: Pick<Lesson, "id" | "theme" | "happened" | "shouldDiffer" | "againOn"> & {
		differenceId: string;
		partnershipId: string;
		by: string;
		at: string;
	},
): Promise<void> {
	const key = await dataKeyOf(trx, lesson.partnershipId);
	await trx
		.insertInto("lesson")
		.values({
			id: lesson.id,
			partnership_id: lesson.partnershipId,
			difference_id: lesson.differenceId,
			theme: lesson.theme,
			happened: sealValue(key, lesson.happened, placeOfWordsOfLesson(lesson.id, "happened")),
			should_differ: sealValue(
				key,
				lesson.shouldDiffer,
				placeOfWordsOfLesson(lesson.id, "should_differ"),
			),
			recorded_at: lesson.at,
			recorded_by: lesson.by,
			again_on: lesson.againOn,
			again_at: null,
		})
		.execute();
}

/** All lessons of a partnership by their identifiers, the latest first: no word of any is opened. */
export async function listLessonIds(db: Db | Trx, partnershipId: string): Promise<string[]> {
	const rows = await db
		.selectFrom("lesson")
		.where("partnership_id", "=", partnershipId)
		.orderBy("recorded_at", "desc")
		.orderBy("id")
		.select("id")
		.execute();
	return rows.map(({ id }) => id);
}

/**
 * Lessons of a partnership, the latest first.
 *
 * @param of narrows: those of a difference, those of these names, or those to be looked at again by a day
 */
export async function listLessons(
	db: Db | Trx,
	partnershipId: string,
	of: { difference?: string; ids?: readonly string[]; againBy?: IsoDay } = {},
): Promise<Lesson[]> {
	const rows = await lessonRows(db, partnershipId, of);
	if (rows.length === 0) return [];
	const key = await dataKeyOf(db, partnershipId);
	return rows.map((row) => toLesson(key, row));
}

/** Every lesson of a partnership, with `lesson` undefined where its words do not open. @throws SealFault 'no-key' | 'away' */
export async function listLessonsAsTheyOpen(
	db: Db | Trx,
	partnershipId: string,
): Promise<
	(Pick<Lesson, "id" | "differenceId" | "recordedOn" | "recordedBy"> & {
		lesson: Lesson | undefined;
	})[]
> {
	const rows = await lessonRows(db, partnershipId);
	if (rows.length === 0) return [];
	const key = await dataKeyOf(db, partnershipId);
	return Promise.all(
		rows.map(async (row) => ({
			id: row.id,
			differenceId: row.difference_id,
			recordedOn: dayOf(row.recorded_at),
			recordedBy: row.recorded_by,
			lesson: await unlessClosed(() => toLesson(key, row)),
		})),
	);
}

async function lessonRows(
	db: Db | Trx,
	partnershipId: string,
	{
		difference,
		ids,
		againBy,
	}: { difference?: string; ids?: readonly string[]; againBy?: IsoDay } = {},
) {
	if (ids?.length === 0) return [];
	return db
		.selectFrom("lesson")
		.leftJoin("difference", "difference.id", "lesson.difference_id")
		.innerJoin("person as recorder", "recorder.id", "lesson.recorded_by")
		.leftJoin("person as looker", "looker.id", "lesson.again_by")
		.where("lesson.partnership_id", "=", partnershipId)
		.$if(difference !== undefined, (query) =>
			query.where("lesson.difference_id", "=", difference ?? ""),
		)
		.$if(ids !== undefined, (query) => query.where("lesson.id", "in", [...(ids ?? [])]))
		.$if(againBy !== undefined, (query) =>
			query.where("lesson.again_at", "is", null).where("lesson.again_on", "<=", againBy ?? ""),
		)
		.orderBy("lesson.recorded_at", "desc")
		.orderBy("lesson.id")
		.select([
			"lesson.id",
			"lesson.difference_id",
			sql<string>`coalesce(difference.protocol_version_id, lesson.protocol_version_id)`.as(
				"protocol_version_id",
			),
			"lesson.theme",
			"lesson.happened",
			"lesson.should_differ",
			"lesson.recorded_at",
			"recorder.name as recorded_by",
			"lesson.again_on",
			"lesson.again_found",
			"lesson.again_at",
			"looker.name as again_by",
		])
		.execute();
}

function toLesson(key: Key, row: Awaited<ReturnType<typeof lessonRows>>[number]): Lesson {
	const word = (which: Word, sealed: Uint8Array) =>
		openText(key, sealed, placeOfWordsOfLesson(row.id, which));
	return {
		id: row.id,
		differenceId: row.difference_id,
		versionId: row.protocol_version_id,
		theme: row.theme,
		happened: word("happened", row.happened),
		shouldDiffer: word("should_differ", row.should_differ),
		recordedOn: dayOf(row.recorded_at),
		recordedBy: row.recorded_by,
		againOn: row.again_on,
		again:
			row.again_at && row.again_found !== null && row.again_by !== null
				? {
						found: word("again_found", row.again_found),
						on: dayOf(row.again_at),
						by: row.again_by,
					}
				: null,
	};
}

const dayOf = (at: Date): IsoDay => londonDay(at.toISOString());

/**
 * Other words for a lesson; those of before are kept with who wrote over them.
 *
 * @param changed `at` ISO instant
 * @returns false when the partnership has none of that name
 */
export async function saveLessonText(
	trx: Trx,
	partnershipId: string,
	id: string,
	{
		happened,
		shouldDiffer,
		by,
		at,
	}: Pick<Lesson, "happened" | "shouldDiffer"> & { by: string; at: string },
): Promise<boolean> {
	const before = await trx
		.selectFrom("lesson")
		.where("id", "=", id)
		.where("partnership_id", "=", partnershipId)
		.select(["happened", "should_differ"])
		.forUpdate()
		.executeTakeFirst();
	if (!before) return false;
	const key = await dataKeyOf(trx, partnershipId);
	const was = {
		happened: openText(key, before.happened, placeOfWordsOfLesson(id, "happened")),
		shouldDiffer: openText(key, before.should_differ, placeOfWordsOfLesson(id, "should_differ")),
	};
	if (was.happened === happened && was.shouldDiffer === shouldDiffer) return true;
	const { count } = await trx
		.selectFrom("lesson_words_before")
		.where("lesson_id", "=", id)
		.select((select) => select.fn.countAll<string>().as("count"))
		.executeTakeFirstOrThrow();
	const number = Number(count) + 1;
	await trx
		.insertInto("lesson_words_before")
		.values({
			lesson_id: id,
			number,
			partnership_id: partnershipId,
			happened: sealValue(key, was.happened, placeOfWordsBefore(id, number, "happened")),
			should_differ: sealValue(
				key,
				was.shouldDiffer,
				placeOfWordsBefore(id, number, "should_differ"),
			),
			replaced_at: at,
			replaced_by: by,
		})
		.execute();
	await saveWords(trx, key, { id, happened, shouldDiffer });
	return true;
}

/**
 * Takes out of the words of a lesson what tells whom it is about, before nothing is left that could tell.
 *
 * @param lesson `found` is what was found when somebody looked again; null where nobody has
 */
export async function saveLessonWithoutNames(
	trx: Trx,
	partnershipId: string,
	lesson: Pick<Lesson, "id" | "happened" | "shouldDiffer"> & { found: string | null },
): Promise<void> {
	const { id, found } = lesson;
	const key = await dataKeyOf(trx, partnershipId);
	await saveWords(trx, key, lesson);
	if (found === null) return;
	await trx
		.updateTable("lesson")
		.set({ again_found: sealValue(key, found, placeOfWordsOfLesson(id, "again_found")) })
		.where("id", "=", id)
		.execute();
}

const saveWords = (
	trx: Trx,
	key: Key,
	{ id, happened, shouldDiffer }: Pick<Lesson, "id" | "happened" | "shouldDiffer">,
) =>
	trx
		.updateTable("lesson")
		.set({
			happened: sealValue(key, happened, placeOfWordsOfLesson(id, "happened")),
			should_differ: sealValue(key, shouldDiffer, placeOfWordsOfLesson(id, "should_differ")),
		})
		.where("id", "=", id)
		.execute();

/** What a lesson said before its words were put right, the latest first. */
export async function listWordsBefore(
	db: Db | Trx,
	partnershipId: string,
	lesson: string,
): Promise<WordsBefore[]> {
	const rows = await wordsBeforeRows(db, partnershipId, lesson);
	if (rows.length === 0) return [];
	const key = await dataKeyOf(db, partnershipId);
	return rows.map((row) => toWordsBefore(key, lesson, row));
}

/** The same, with `words` undefined where they do not open. @throws SealFault 'no-key' | 'away' */
export async function listWordsBeforeAsTheyOpen(
	db: Db | Trx,
	partnershipId: string,
	lesson: string,
): Promise<(Pick<WordsBefore, "number" | "until"> & { words: WordsBefore | undefined })[]> {
	const rows = await wordsBeforeRows(db, partnershipId, lesson);
	if (rows.length === 0) return [];
	const key = await dataKeyOf(db, partnershipId);
	return Promise.all(
		rows.map(async (row) => ({
			number: row.number,
			until: dayOf(row.replaced_at),
			words: await unlessClosed(() => toWordsBefore(key, lesson, row)),
		})),
	);
}

const wordsBeforeRows = (db: Db | Trx, partnershipId: string, lesson: string) =>
	db
		.selectFrom("lesson_words_before as before")
		.innerJoin("person", "person.id", "before.replaced_by")
		.where("before.partnership_id", "=", partnershipId)
		.where("before.lesson_id", "=", lesson)
		.orderBy("before.number", "desc")
		.select([
			"before.number",
			"before.happened",
			"before.should_differ",
			"before.replaced_at",
			"person.name",
		])
		.execute();

function toWordsBefore(
	key: Key,
	lesson: string,
	row: Awaited<ReturnType<typeof wordsBeforeRows>>[number],
): WordsBefore {
	return {
		number: row.number,
		happened: openText(key, row.happened, placeOfWordsBefore(lesson, row.number, "happened")),
		shouldDiffer: openText(
			key,
			row.should_differ,
			placeOfWordsBefore(lesson, row.number, "should_differ"),
		),
		until: dayOf(row.replaced_at),
		replacedBy: row.name,
	};
}

/** @returns false when it was looked at already, or the partnership has none of that name */
export async function saveLookedAgain(
	trx: Trx,
	partnershipId: string,
	id: string,
	looked: { found: string; by: string; at: string },
): Promise<boolean> {
	const row = await trx
		.updateTable("lesson")
		.set({
			again_found: sealValue(
				await dataKeyOf(trx, partnershipId),
				looked.found,
				placeOfWordsOfLesson(id, "again_found"),
			),
			again_at: looked.at,
			again_by: looked.by,
		})
		.where("id", "=", id)
		.where("partnership_id", "=", partnershipId)
		.where("again_at", "is", null)
		.returning("id")
		.executeTakeFirst();
	return row !== undefined;
}

/**
 * Whether an office reads what was said: the entry is for it, or was enclosed in what it was sent, and was not recalled from it.
 * What is kept to a level is kept so of agencies alone.
 *
 * @param party the office's row of `difference_party` in the query
 * @param said the name of `narrative` in it
 * @see entriesFor
 */
const wasGiven = (party: string, said: string) => {
	const given = (how: RawBuilder<unknown>) => sql<boolean>`exists (
		select from event given
		where given.difference_id = ${sql.ref(`${said}.difference_id`)} and ${how}
			and not exists (
				select from event recalled
				where recalled.difference_id = given.difference_id and recalled.seq > given.seq
					and recalled.type = 'recalled' and recalled.detail ->> 'from' = ${sql.ref(`${party}.side`)}))`;
	const seq = sql.ref(`${said}.seq`);
	// Its own entry first, which its key finds: most were given so, and only of the others all entries are read.
	return sql<boolean>`(${given(sql`given.seq = ${seq} and ${sql.ref(`${party}.side`)} = any(given.audience)`)}
		or ${given(sql`given.type = 'sent' and given.detail -> 'to' ? ${sql.ref(`${party}.side`)}
			and given.detail -> 'encloses' @> to_jsonb(${seq})`)})`;
};

/** Whether nothing was said there again since. @param said the name of `narrative` in the query */
const isLastSaid = (said: string) => sql<boolean>`not exists (
	select from narrative again
	where again.difference_id = ${sql.ref(`${said}.difference_id`)} and again.field = ${sql.ref(`${said}.field`)}
		and again.seq > ${sql.ref(`${said}.seq`)} and again.said_at is not null
	-- By the key of each: joined, everything that was said would be read again for each of them.
	offset 0)`;

/**
 * What was said after the end of differences under a protocol in a period, the last of each field. For the office that was sent
 * it.
 *
 * @param fields such as what was learned, and the gaps in policy or practice: of few the database keeps when they were said
 */
export async function listSaidAfterwards(
	db: Db | Trx,
	partnershipId: string,
	protocol: string,
	{ from, until }: Period,
	fields: readonly string[],
): Promise<{ differenceId: string; field: string; text: string; on: IsoDay; themes: string[] }[]> {
	const rows = await selectSealed(db)
		.innerJoin("counted", "counted.difference_id", "narrative.difference_id")
		.where("narrative.partnership_id", "=", partnershipId)
		.where("counted.protocol", "=", protocol)
		.where("narrative.field", "in", fields)
		.where(
			sql<boolean>`narrative.said_at >= ${startOfDay(from)}::timestamptz and narrative.said_at < ${startOfDay(until, 1)}::timestamptz`,
		)
		.where(isLastSaid("narrative"))
		.orderBy("narrative.difference_id")
		.orderBy("narrative.field")
		.select(["narrative.said_at", "counted.facts"])
		.$narrowType<{ said_at: Date }>()
		.execute();
	const told = await openTold(db, rows);
	return rows
		.flatMap((row, nth) => {
			const opened = told[nth];
			return opened && "content" in opened ? [{ ...row, content: opened.content }] : [];
		})
		.toSorted((one, other) => one.said_at.getTime() - other.said_at.getTime())
		.flatMap(({ difference_id, field, content, said_at, facts }) =>
			typeof content === "string" && content.trim() !== ""
				? [
						{
							differenceId: difference_id,
							field,
							text: content.trim(),
							on: dayOf(said_at),
							themes: (facts as Pick<Facts, "themes">).themes,
						},
					]
				: [],
		);
}

/**
 * What was said to be learned and no lesson was written of, in what somebody sees, the latest first: no more is opened than
 * is asked for.
 *
 * @param since of each protocol, by its name, the instant since which it is looked for
 */
export async function listSaidUnwritten(
	db: Db | Trx,
	viewer: Viewer,
	since: ReadonlyMap<string, string>,
	which: WhichPart,
): Promise<PartOf<{ differenceId: string; reference: string; text: string; on: IsoDay }>> {
	const earliest = [...since.values()].toSorted()[0];
	if (earliest === undefined) return partOf([], which);
	const said = await (db as Db)
		.selectFrom("narrative as said")
		.innerJoin("counted", "counted.difference_id", "said.difference_id")
		.innerJoinLateral(
			visibleToOffices(db, viewer)
				.where(sql<boolean>`party.difference_id = said.difference_id`)
				.where(wasGiven("party", "said"))
				.select("party.reference")
				.limit(sql.lit(1))
				.as("seen"),
			(join) => join.onTrue(),
		)
		.where("said.partnership_id", "=", viewer.partnershipId)
		.where(
			"said.field",
			"in",
			saidToBeLearned.map((field) => sql.lit(field)),
		)
		.where(sql<boolean>`said.said_at >= ${earliest}::timestamptz`)
		.where((where) =>
			where.or(
				[...since].map(([protocol, at]) =>
					where.and([
						where("counted.protocol", "=", protocol),
						sql<boolean>`said.said_at >= ${at}::timestamptz`,
					]),
				),
			),
		)
		.where(({ exists, not, selectFrom }) =>
			not(
				exists(
					selectFrom("lesson")
						.whereRef("lesson.difference_id", "=", "said.difference_id")
						.whereRef("lesson.partnership_id", "=", "said.partnership_id")
						.select("lesson.id"),
				),
			),
		)
		.where(isLastSaid("said"))
		.orderBy("said.said_at", "desc")
		.limit(sql.lit(readFor(which)))
		.select(["said.difference_id", "said.seq", "said.field", "said.said_at", "seen.reference"])
		.execute();
	const { rows, ...counted } = partOf(said, which);
	const opened = await openAt(db, rows);
	return {
		...counted,
		rows: rows.flatMap((row) => {
			const told = opened.get(atPlace(row));
			const text = told && "content" in told ? told.content : undefined;
			return typeof text === "string" && text.trim() !== "" && row.said_at
				? [
						{
							differenceId: row.difference_id,
							reference: row.reference,
							text: text.trim(),
							on: dayOf(row.said_at),
						},
					]
				: [];
		}),
	};
}
