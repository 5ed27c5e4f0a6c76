/** The record of a difference: its entries, and the words that belong to them, read together and added together. */
import { type Selectable, sql } from "kysely";
import { actsSigned } from "../domain/difference/acts/sign-off.ts";
import type { RecordedEvent } from "../domain/difference/difference.ts";
import type { DifferenceEvent } from "../domain/difference/events.ts";
import { answerLost, nameLost, type WordsLost } from "../domain/difference/words-lost.ts";
import type { AttachedFile } from "../domain/files.ts";
import { type Answers, isNarrative } from "../domain/protocol/answers.ts";
import { fieldOf, type Protocol } from "../domain/protocol/protocol.ts";
import { SealFault } from "../keys/faults.ts";
import { atAct, digestsOfActs } from "./chain.ts";
import type { Db, Trx } from "./db.ts";
import {
	addNarrative,
	type OpenedTold,
	openTold,
	type SealedTold,
	selectSealed,
	selectSealedOfNoOther,
} from "./sealed-narrative.ts";
import type { Tables } from "./tables.ts";
import { lostBy } from "./words-lost.ts";

/** What the names of files are kept under: a protocol's own fields have no dot. */
const namesOfFiles = "act.files";

/** Under what the name of somebody is kept whom the directory does not know, and who did it on paper. */
const nameOfDoer = "act.by";

/** A file as an entry is indexed by it: all but its name. */
type FileDetail = Omit<AttachedFile, "name">;

/** The record of a difference, and in which entries, by their number, words are lost. */
export type RecordRead = { entries: RecordedEvent[]; lost: ReadonlyMap<number, WordsLost> };

/** Every entry of a difference's record, in order, with the narrative put back in its place. @throws SealFault 'away' */
export const listEntries = async (db: Db | Trx, differenceId: string): Promise<RecordedEvent[]> =>
	(await readRecord(db, differenceId)).entries;

/**
 * The same, with what became of words that are not there to read: who did what and when is there all the same, and where
 * words are missing the entry says so.
 *
 * @throws SealFault 'away'
 */
export async function readRecord(db: Db | Trx, differenceId: string): Promise<RecordRead> {
	const bare = await listBare(db, differenceId);
	const sealed = await inOrder(
		selectSealed(db).where("narrative.difference_id", "=", differenceId),
	).execute();
	return withWords(bare, sealed, await openTold(db, sealed));
}

/** The records of several differences. @param told all that was told in them */
export async function readRecords(
	db: Db | Trx,
	told: ReadonlyMap<string, readonly OpenedTold[]>,
): Promise<ReadonlyMap<string, RecordRead>> {
	const events = await db
		.selectFrom("event")
		.where(sql<boolean>`difference_id = any(${[...told.keys()]}::uuid[])`)
		.orderBy("difference_id")
		.orderBy("seq")
		.selectAll()
		.execute();
	const ofEach = Map.groupBy(events, (row) => row.difference_id);
	return new Map(
		[...told].map(([id, words]) => [
			id,
			withWords(
				(ofEach.get(id) ?? []).map(toBare),
				words,
				words.map(({ is }) => is),
			),
		]),
	);
}

/**
 * The same of the entries that somebody may read, and of no other: the words of others are not even asked for.
 *
 * @param mayRead which of all entries they are, still without words
 * @param nothingElse whether the database shall give of the record nothing else until `db`, a transaction, ends
 * @throws SealFault 'away'
 */
export async function readEntriesFor(
	db: Db | Trx,
	differenceId: string,
	mayRead: (all: RecordedEvent[]) => RecordedEvent[],
	{ nothingElse }: { nothingElse: boolean },
): Promise<RecordRead> {
	const bare = await listBare(db, differenceId);
	const seqs = mayRead(bare.map(({ entry }) => entry)).map(({ seq }) => seq);
	const sealed = await inOrder(
		nothingElse
			? selectSealedOfNoOther(db as Trx, { differenceId, seqs })
			: selectSealed(db)
					.where("narrative.difference_id", "=", differenceId)
					.where(sql<boolean>`narrative.seq = any(${seqs}::integer[])`),
	).execute();
	const read = new Set(seqs);
	return withWords(
		bare.filter(({ entry }) => read.has(entry.seq)),
		sealed,
		await openTold(db, sealed),
	);
}

/** As they lie in the table they would stand in another order once another difference is gone, and tell that it is. */
const inOrder = (sealed: ReturnType<typeof selectSealed>) =>
	sealed.orderBy("narrative.seq").orderBy("narrative.field");

/** An entry without its words, and the files that came with it, without their names. */
type Bare = { entry: RecordedEvent; files: FileDetail[] | undefined };

async function listBare(db: Db | Trx, differenceId: string): Promise<Bare[]> {
	const events = await db
		.selectFrom("event")
		.where("difference_id", "=", differenceId)
		.orderBy("seq")
		.selectAll()
		.execute();
	return events.map(toBare);
}

function toBare(row: Selectable<Tables["event"]>): Bare {
	const { files, ...detail } = row.detail as { files?: FileDetail[] };
	return {
		files,
		entry: {
			...detail,
			type: row.type,
			seq: row.seq,
			at: row.at.toISOString(),
			...(row.by_side && { by: { person: row.by_person, side: row.by_side } }),
			audience: row.audience,
		} as RecordedEvent,
	};
}

/** @param opened what each of `sealed` tells */
function withWords(
	bare: readonly Bare[],
	sealed: readonly Pick<SealedTold, "seq" | "field" | "shape">[],
	opened: readonly (SealFault | { content: unknown })[],
): RecordRead {
	const lost = new Map<number, WordsLost>();
	const narratives = opened.map((told, nth) => {
		const { seq, field, shape } = sealed[nth] as SealedTold;
		if (!(told instanceof SealFault)) return { seq, field, content: told.content };
		lost.set(seq, lostBy(told));
		return { seq, field, content: answerLost(shape, lostBy(told)) };
	});
	const entries = bare.map(({ entry, files }) => {
		const { seq, by } = entry;
		const {
			[namesOfFiles]: names = {},
			[nameOfDoer]: name,
			...told
		} = Object.fromEntries(
			narratives.filter((each) => each.seq === seq).map(({ field, content }) => [field, content]),
		) as Record<string, unknown>;
		return {
			...entry,
			...("answers" in entry && { answers: { ...entry.answers, ...(told as Answers) } }),
			...(files && {
				files: files.map((file) => ({
					...file,
					name:
						(names as Record<string, string>)[file.id] ??
						nameLost("file", lost.get(seq) ?? "closed"),
				})),
			}),
			...(by?.person === null && {
				by: { ...by, name: lost.has(seq) ? nameLost("name", lost.get(seq) ?? "closed") : name },
			}),
		} as RecordedEvent;
	});
	return { entries, lost };
}

/** What is added to the record of a difference. @param before what stands there already */
type Added = {
	id: string;
	partnershipId: string;
	before: readonly RecordedEvent[];
	entries: readonly RecordedEvent[];
};

/**
 * Adds entries to the records of differences; what tells a story or identifies somebody goes, sealed, to its own table. A
 * sign-off gets the hash of exactly what it signs, whether that is in the record already or comes with it, as from paper.
 *
 * @returns of each difference its entries as they were recorded
 * @throws SealFault
 */
export async function addEntries(
	trx: Trx,
	protocol: Protocol,
	differences: readonly Added[],
): Promise<RecordedEvent[][]> {
	const adding = differences.map((of) => ({
		...of,
		whole: [...of.before, ...of.entries],
		recorded: [] as RecordedEvent[],
	}));
	for (;;) {
		const next = adding.flatMap((of) =>
			untilItSignsOneOf(protocol, of).map((each) => ({ of, ...each })),
		);
		if (next.length === 0) return adding.map(({ recorded }) => recorded);
		const digests = await digestsOfActs(
			trx,
			next.flatMap(({ of, acts }) => acts.map((seq) => ({ differenceId: of.id, seq }))),
		);
		const signed = next.map(({ of, entry, acts }) => {
			const signs = acts.flatMap((act) => {
				const sha256 = digests.get(atAct({ differenceId: of.id, seq: act }));
				return sha256 === undefined ? [] : [{ act, sha256 }];
			});
			return { of, entry: signs.length > 0 ? ({ ...entry, signs } as RecordedEvent) : entry };
		});
		await insertEntries(
			trx,
			protocol,
			signed.map(({ of: { id, partnershipId }, entry }) => ({
				key: { difference_id: id, partnership_id: partnershipId, seq: entry.seq },
				entry,
			})),
		);
		for (const { of, entry } of signed) of.recorded.push(entry);
	}
}

/** The entries that are still to be added, with the acts that each signs, up to one that signs another of them. */
function untilItSignsOneOf(
	protocol: Protocol,
	{
		whole,
		entries,
		recorded,
	}: { whole: RecordedEvent[] } & Pick<Added, "entries"> & {
			recorded: readonly RecordedEvent[];
		},
): { entry: RecordedEvent; acts: number[] }[] {
	const next: { entry: RecordedEvent; acts: number[] }[] = [];
	for (const entry of entries.slice(recorded.length)) {
		const acts = actsSigned(protocol, whole, entry);
		if (next.some((each) => acts.includes(each.entry.seq))) break;
		next.push({ entry, acts });
	}
	return next;
}

type Row = {
	key: { difference_id: string; partnership_id: string; seq: number };
	entry: RecordedEvent;
};

async function insertEntries(trx: Trx, protocol: Protocol, added: readonly Row[]): Promise<void> {
	await trx
		.insertInto("event")
		.values(
			added.map(({ key, entry }) => ({
				...key,
				type: entry.type,
				at: entry.at,
				by_person: entry.by?.person ?? null,
				by_side: entry.by?.side ?? null,
				audience: entry.audience,
				detail: JSON.stringify(detailOf(protocol, entry)),
			})),
		)
		.execute();
	const narratives = added.flatMap(({ key, entry }) => {
		const { by, files = [] } = entry;
		const told = answersOf(entry).filter(([field, answer]) =>
			isNarrative(fieldOf(protocol, field), answer),
		);
		const names = Object.fromEntries(files.map(({ id, name }) => [id, name]));
		return [
			...told.map(([field, content]) => ({ field, content })),
			...(files.length > 0 ? [{ field: namesOfFiles, content: names }] : []),
			...(by?.person === null ? [{ field: nameOfDoer, content: by.name }] : []),
		].map((each) => ({ ...key, ...each }));
	});
	await addNarrative(trx, narratives);
}

const answersOf = (entry: DifferenceEvent) =>
	"answers" in entry ? Object.entries(entry.answers) : [];

/** What is indexed of an entry: everything but the narrative. */
function detailOf(protocol: Protocol, entry: RecordedEvent): object {
	const { type: _type, seq: _seq, at: _at, by: _by, audience: _audience, files, ...event } = entry;
	const detail = {
		...event,
		...(files && { files: files.map(({ name: _name, ...file }): FileDetail => file) }),
	};
	if (!("answers" in detail)) return detail;
	const plain = Object.entries(detail.answers).filter(
		([field, answer]) => !isNarrative(fieldOf(protocol, field), answer),
	);
	return { ...detail, answers: Object.fromEntries(plain) };
}
