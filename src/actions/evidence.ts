/**
 * Evidence packs: somebody who may take data out chooses what a pack is of and for whom, looks at everything that is taken out
 * of it, and has it made. What is in it is what they may read; nothing that they have not looked at leaves.
 */
import { randomUUID } from "node:crypto";
import { sha256Of } from "../chain/link.ts";
import type {
	EvidenceDifference,
	EvidenceLesson,
	EvidencePack,
} from "../documents/evidence/evidence.ts";
import { decisionsIn, formsIn, partsOf } from "../documents/form-parts.ts";
import {
	type Difference,
	inWordsOf,
	type RecordedEvent,
	replay,
} from "../domain/difference/difference.ts";
import { actsOf } from "../domain/difference/told/acts-of.ts";
import { answersOfEntry } from "../domain/difference/told/answers-of-entry.ts";
import { sayEvent } from "../domain/difference/told/say-event.ts";
import { sentAndReceived } from "../domain/difference/told/sent-and-received.ts";
import {
	type Names,
	nameOfSide,
	saidDue,
	sayBetween,
	saySide,
	withAgencyNames,
} from "../domain/difference/told/words.ts";
import { startingLarge } from "../domain/english.ts";
import {
	audiences,
	type EvidenceAsked,
	type EvidencePiece,
	entriesForAgency,
	entriesNaming,
	filesOfEach,
	type Ground,
	grounds,
	isEvidenceAudience,
	isToDecide,
	nameInPack,
	type PackLimits,
	packLimits,
	peopleFor,
	proposalsFor,
	sidesOfAgency,
} from "../domain/evidence/audience.ts";
import { timelinessOf } from "../domain/evidence/timeliness.ts";
import { recordWithout } from "../domain/evidence/without.ts";
import type { Language } from "../domain/language.ts";
import type { LearningAction } from "../domain/learning/learning-action.ts";
import type { Lesson } from "../domain/learning/lesson.ts";
import { mayExport } from "../domain/people/exporting.ts";
import type { Viewer } from "../domain/people/viewer.ts";
import { fieldOf, type Protocol, readAs, stageTitle } from "../domain/protocol/protocol.ts";
import { sayAnswer } from "../domain/protocol/told/say-answer.ts";
import {
	checkedDecision,
	type DecidedPiece,
	givenOf,
	pieceKey,
	piecesOfRecord,
} from "../domain/redaction/pieces.ts";
import { plainReference } from "../domain/reference.ts";
import { Refusal } from "../domain/refusal.ts";
import { inEnglish, said, timeTo } from "../domain/said.ts";
import { londonTime } from "../domain/time.ts";
import { sayProtocol } from "../language/protocol-words.ts";
import { asEnglish, sayText as say, sayDate, sayIt, speechNow } from "../language/say.ts";
import { speaking } from "../language/speaking.ts";
import { deskOffice as office } from "../reports/business-unit-desk.ts";
import { listDifferencesInLog } from "../reports/log-of-forms.ts";
import { logChoicesOf, logInWords, narrowedTo } from "../reports/log-part.ts";
import { namesKnown } from "../reports/names-behind.ts";
import { endOfPartnership, latestCheckpoint, listEnds } from "../store/chain.ts";
import { transact } from "../store/db.ts";
import { findIdByReference } from "../store/differences.ts";
import {
	addPack,
	deletePack,
	deletePacksOver,
	type InPack,
	listDecidedInPack,
	listInPack,
	listKnownToAgency,
	listPacks,
	type SavedPack,
	saveDecidedInPack,
	saveLooked,
	sizeOfGiven,
} from "../store/evidence-packs.ts";
import { readFile } from "../store/files.ts";
import { listLearningActions } from "../store/learning-actions.ts";
import { listLessons } from "../store/lessons.ts";
import type { App } from "./app.ts";
import { inReadersWords } from "./in-readers-words.ts";
import { type OpenedDifference, type OpeningApp, openDifference } from "./open-difference.ts";
import { partnershipClock } from "./partnership-clock.ts";
import { receiptOf } from "./receipts.ts";
import { type SigningApp, signingKey } from "./signing-key.ts";

/** What packs need of Concord. */
export type EvidenceApp = OpeningApp & SigningApp;

/** What is kept of what was asked: no text that somebody typed. */
type Kept = EvidenceAsked & {
	/** "Received from 1 April 2026", or a reference: what the pack is of. */
	about: string;
	/** How many were left out, because they are sealed and would go to an agency. */
	sealedLeftOut: number;
};

/** A pack, and how far it is. */
export type Pack = Omit<SavedPack<Kept>, "said"> & Kept & { differences: InPack[] };

/** For so many days a pack can be looked at and made again. */
export const packKeptForDays = 30;

/** A piece with what was decided of it; undefined until somebody has. */
export type LookedAt = EvidencePiece & { decided: DecidedPiece<Ground> | undefined };

/** A difference of a pack as it is looked at. */
export type PackedDifference = {
	reference: string;
	pieces: LookedAt[];
	/** How many entries there are that nobody has looked at: all of them until somebody has. */
	notLooked: number;
	looked: InPack["looked"];
};

const notYours = () =>
	new Refusal("not-yours", "Only whoever may take data out of Concord can make an evidence pack.");

/**
 * Begins a pack: the differences that it is of stay these.
 *
 * @param asked `difference` by its reference, as somebody typed it
 * @returns its identifier
 * @throws Refusal 'not-yours' | 'ends-before' | 'wrong-answers' | 'not-known' | 'nothing-in-it' | 'too-many-differences'
 */
export async function beginPack(
	app: EvidenceApp,
	by: Viewer,
	asked: EvidenceAsked,
	limits: PackLimits = packLimits,
): Promise<string> {
	if (!mayExport(by)) throw notYours();
	if (!isEvidenceAudience(asked.audience))
		throw new Refusal("wrong-answers", "Select who the pack is for.");
	const choices = await logChoicesOf(app, by.partnershipId);
	const agency = asked.audience === "agency" ? asked.agency : undefined;
	if (asked.audience === "agency" && !choices.agencies.some(({ id }) => id === agency))
		throw new Refusal("wrong-answers", "Select the agency.");
	const { from, to, theme } = asked;
	if (from && to && to < from)
		throw new Refusal("ends-before", "The last day must be the same as or after the first day.");
	if (theme !== undefined && !Object.hasOwn(choices.themes, theme))
		throw new Refusal("wrong-answers", "Select a theme.");
	const found =
		asked.difference === undefined
			? await listDifferencesInLog(
					app,
					by,
					office,
					narrowedTo({ from, to, theme, agency }),
					limits.differences,
				)
			: await theOne(app, by, asked.difference);
	if (found.length > limits.differences)
		throw new Refusal(
			"too-many-differences",
			said`There are more than ${limits.differences} differences. Choose a shorter period, and make several packs.`,
		);
	const known = agency === undefined ? undefined : await listKnownToAgency(app.db, found, agency);
	const sealed = found.filter((id) => known?.get(id)?.isSealed);
	const differences = found.filter((id) => !known || known.get(id)?.isSealed === false);
	if (differences.length === 0)
		throw new Refusal(
			"nothing-in-it",
			sealed.length > 0
				? said`It is sealed: only people who are named may know of it, so it does not go to an agency.`
				: asked.difference !== undefined
					? said`That agency does not know of this difference.`
					: said`Nothing that you can read fits this. Choose another period, theme or agency.`,
		);
	const id = randomUUID();
	const at = app.clock();
	const [one] = differences;
	const about =
		asked.difference === undefined
			? logInWords({ from, to, theme, agency }, choices)
			: ((await openDifference(app, by, one ?? "", "evidence"))?.header.reference ?? "");
	const kept: Kept = {
		audience: asked.audience,
		agency,
		...(asked.difference === undefined ? { from, to, theme } : { difference: one }),
		about,
		sealedLeftOut: sealed.length,
	};
	await transact(app.db, (trx) =>
		addPack(
			trx,
			{
				id,
				partnershipId: by.partnershipId,
				personId: by.id,
				said: kept,
				begunAt: at.toString(),
				keptUntil: at.add({ hours: packKeptForDays * 24 }).toString(),
			},
			differences,
		),
	);
	return id;
}

/** The difference of a reference, for whoever may read it. @throws Refusal 'not-known' */
async function theOne(app: EvidenceApp, by: Viewer, reference: string): Promise<string[]> {
	const id = await findIdByReference(app.db, by.partnershipId, reference.toUpperCase());
	const opened = id === undefined ? undefined : await openDifference(app, by, id, "evidence");
	if (!opened)
		throw new Refusal("not-known", "There is no difference with this reference that you can read.");
	return [opened.header.id];
}

/** The packs that somebody began and that are still kept, the latest first; none for whoever may take nothing out. */
export async function listEvidencePacks(
	app: Pick<App, "db" | "clock">,
	by: Viewer,
	id?: string,
): Promise<Pack[]> {
	if (!mayExport(by)) return [];
	const packs = await listPacks<Kept>(app.db, by.id, app.clock().toString(), id);
	return Promise.all(
		packs.map(async ({ said, ...pack }) => ({
			...pack,
			...said,
			differences: await listInPack(app.db, pack.id),
		})),
	);
}

/** The latest pack of somebody that is of the same and for the same, so that nobody looks twice. */
export const findPackLike = async (
	app: Pick<App, "db" | "clock">,
	by: Viewer,
	asked: EvidenceAsked,
): Promise<Pack | undefined> =>
	(await listEvidencePacks(app, by)).find(
		(pack) =>
			pack.audience === asked.audience &&
			pack.agency === asked.agency &&
			(asked.difference === undefined
				? pack.difference === undefined &&
					pack.from === asked.from &&
					pack.to === asked.to &&
					pack.theme === asked.theme
				: pack.difference !== undefined &&
					plainReference(pack.about) === plainReference(asked.difference.toUpperCase())),
	);

export const findEvidencePack = async (
	app: Pick<App, "db" | "clock">,
	by: Viewer,
	id: string,
): Promise<Pack | undefined> => (await listEvidencePacks(app, by, id))[0];

/** "Pack 3, for a court: 12 differences": what a pack is called where others read it, which tells nobody of what. */
export const packInWords = (
	{ number, audience, differences }: Pick<Pack, "number" | "audience" | "differences">,
	language: Language = "en",
): string =>
	`Pack ${number}, for ${inEnglish(audiences[audience].called)}: ${differences.length === 1 ? "1 difference" : `${differences.length} differences`}${language === "cy" ? ", in Welsh" : ""}`;

/** Whether everything was looked at, so that it can be made. */
export const isAllLooked = ({ differences }: Pick<Pack, "differences">): boolean =>
	differences.length > 0 && differences.every(({ looked }) => looked !== null);

export async function throwAwayPack(app: EvidenceApp, by: Viewer, id: string): Promise<boolean> {
	const pack = await findEvidencePack(app, by, id);
	if (!pack) return false;
	await transact(app.db, (trx) => deletePack(trx, pack.id));
	return true;
}

/** Deletes what is kept no longer. */
export const deleteEvidencePacksOver = (app: Pick<App, "db" | "clock">): Promise<void> =>
	transact(app.db, (trx) => deletePacksOver(trx, app.clock().toString()));

/** A difference as its reader is told of it, before anything is taken out. */
type Told = {
	opened: OpenedDifference;
	entries: RecordedEvent[];
	difference: Difference;
	protocol: Protocol;
	names: Names;
	lessons: LessonAndActions[];
	pieces: EvidencePiece[];
};
type LessonAndActions = Lesson & { actions: LearningAction[] };

/**
 * Opens a difference of a pack for whoever makes it: what they may read of it, and of that what its reader may have at all.
 *
 * @param only the entries that were looked at; left out, all of them
 */
async function tell(
	app: EvidenceApp,
	by: Viewer,
	{ audience, agency }: EvidenceAsked,
	id: string,
	only?: readonly number[],
): Promise<Told | undefined> {
	// What is taken out is found in English texts: in the reader’s language is what was looked at alone.
	const speech = only && speechNow();
	const spoken = only ? sayProtocol : (protocol: Protocol) => protocol;
	const opened = await openDifference(app, by, id, "evidence");
	if (!opened) return undefined;
	const ofAgency = agency === undefined ? undefined : sidesOfAgency(agency, opened.difference);
	if (ofAgency?.length === 0 || (ofAgency && opened.difference.sealed)) return undefined;
	const readable = ofAgency ? entriesForAgency(opened.entries, ofAgency) : opened.entries;
	if (readable.length === 0) return undefined;
	const looked = only && new Set(only);
	const entries = entriesNaming(
		audience,
		looked ? readable.filter(({ seq }) => looked.has(seq)) : readable,
		{ speech },
	);
	const version = spoken(await app.protocols.version(app.db, opened.versionId));
	const difference = replay(version, opened.header, entries);
	const protocol = inWordsOf(version, difference);
	const names: Names = {
		people: peopleFor(
			audience,
			new Map(
				[...opened.people].map(([person, { name, jobTitle, agencyName, sector }]) => [
					person,
					{ name, jobTitle, agencyName, sector },
				]),
			),
			{ speech },
		),
		agencies: opened.agencies,
		speech,
	};
	// What was looked at is as it was decided: nothing is proposed any more.
	const known =
		looked || audiences[audience].names === "everybody"
			? undefined
			: await namesKnown(app.db, by.partnershipId, [id], { protocols: [protocol] });
	const propose = proposalsFor(audience, known);
	const { reference } = opened.header;
	const lessons = audiences[audience].learning ? await lessonsOf(app, by.partnershipId, id) : [];
	return {
		opened,
		entries,
		difference,
		protocol,
		names,
		lessons,
		pieces: [
			...piecesOfRecord<Ground>(protocol, names, entries, { id, reference, ...propose }).map(
				(piece): EvidencePiece =>
					// A file in which a virus was found goes to nobody.
					piece.file && opened.fileStates.get(piece.file.id) === "infected"
						? { ...piece, file: null, proposed: infected }
						: piece,
			),
			...lessons.flatMap((lesson) =>
				wordsOfLesson(lesson).map(
					([field, title, text]): EvidencePiece => ({
						key: lessonKey(id, lesson, field, text),
						differenceId: id,
						of: reference,
						title,
						about: say`What was learned`,
						at: null,
						text,
						file: null,
						proposed: propose.answer(text, { field, isOwnWords: true, isOfOneSide: false }),
					}),
				),
			),
		],
	};
}

const infected: EvidencePiece["proposed"] = {
	decision: "withhold",
	text: "",
	ground: "harm",
	why: [said`A virus was found in this file. It is given to nobody.`],
};

async function lessonsOf(
	{ db }: Pick<App, "db">,
	partnershipId: string,
	difference: string,
): Promise<LessonAndActions[]> {
	const lessons = await listLessons(db, partnershipId, { difference });
	return Promise.all(
		lessons.map(async (lesson) => ({
			...lesson,
			actions: await listLearningActions(db, partnershipId, { askedBy: { lesson: lesson.id } }),
		})),
	);
}

/** What a lesson and its actions say, each under a name of its own. */
const wordsOfLesson = (
	lesson: LessonAndActions,
): [field: string, title: string, text: string][] => [
	["happened", say`What happened`, lesson.happened],
	["should-differ", say`What should be different`, lesson.shouldDiffer],
	...(lesson.again
		? [["again", say`What was found later`, lesson.again.found] as [string, string, string]]
		: []),
	...lesson.actions.map(({ id, what, agency, dueOn }): [string, string, string] => [
		`action.${id}`,
		say`Agreed for ${agency.name}, by ${sayDate(dueOn)}`,
		what,
	]),
];

/** Words that were put right since are another piece: nobody has looked at them. */
const lessonKey = (difference: string, { id }: Lesson, field: string, text: string): string =>
	`${difference}/lesson.${id}/${field}.${sha256Of(text).slice(0, 16)}`;

const isLesson = ({ key }: EvidencePiece): boolean => key.includes("/lesson.");

/**
 * A difference of a pack with every piece of it, for whoever looks at it; it is noted that they read it.
 *
 * @returns undefined where there is none, or they may not read it any more
 */
export async function openInPack(
	app: EvidenceApp,
	by: Viewer,
	pack: Pack,
	number: number,
): Promise<PackedDifference | undefined> {
	const held = pack.differences.find((each) => each.number === number);
	const told = held && (await tell(app, by, pack, held.differenceId));
	if (!held || !told) return undefined;
	const decided = await decidedIn(app, pack, held.differenceId);
	const looked = new Set(held.looked?.entries);
	return {
		reference: held.reference,
		pieces: told.pieces.map((piece) => ({ ...piece, decided: decided.get(piece.key) })),
		notLooked: told.entries.filter(({ seq }) => !looked.has(seq)).length,
		looked: held.looked,
	};
}

async function decidedIn(
	app: Pick<App, "db">,
	{ id, partnershipId }: Pick<Pack, "id" | "partnershipId">,
	differenceId: string,
): Promise<Map<string, DecidedPiece<Ground>>> {
	const rows = await listDecidedInPack(app.db, { packId: id, partnershipId, differenceId });
	return new Map(
		rows.map(({ piece, decision, text, ground }) => [
			piece,
			{ decision, text, ground: ground as Ground | null },
		]),
	);
}

/**
 * Decides of one piece what is given.
 *
 * @returns false where it is not there
 * @throws Refusal 'reason-missing' | 'wrong-answers'
 */
export async function decideInPack(
	app: EvidenceApp,
	by: Viewer,
	pack: Pack,
	number: number,
	key: string,
	said: DecidedPiece<Ground>,
): Promise<boolean> {
	const held = pack.differences.find((each) => each.number === number);
	const found = await openInPack(app, by, pack, number);
	const piece = found?.pieces.find((each) => each.key === key);
	if (!held || !found || !piece) return false;
	const decided = checkedDecision(piece, said, grounds);
	await transact(app.db, async (trx) => {
		await saveDecidedInPack(trx, { ...ofHeld(pack, held) }, [{ piece: key, ...decided }]);
		if (found.looked)
			await saveLooked(trx, pack.id, held.differenceId, {
				...found.looked,
				...countsOf(found.pieces.map((each) => (each.key === key ? { ...each, decided } : each))),
			});
	});
	return true;
}

const ofHeld = ({ id, partnershipId }: Pack, { differenceId }: InPack) => ({
	packId: id,
	partnershipId,
	differenceId,
});

/** What is done with a piece: as it was decided, else as it is proposed. */
export const decisionOn = ({ decided, proposed }: LookedAt): DecidedPiece<Ground> =>
	decided ?? proposed;

const countsOf = (pieces: readonly LookedAt[]) => {
	const all = pieces.map((piece) => decisionOn(piece).decision);
	const count = (wanted: string) => all.filter((each) => each === wanted).length;
	return { given: count("give"), redacted: count("redact"), withheld: count("withhold") };
};

/**
 * Says that somebody has looked at everything that is taken out of a difference: from then on just these entries leave, and
 * just this of each.
 *
 * @param read the keys of the pieces that were on the page
 * @returns false where it is not there
 * @throws Refusal 'not-looked-at' | 'changed-meanwhile'
 */
export async function lookedAtAll(
	app: EvidenceApp,
	by: Viewer,
	pack: Pack,
	number: number,
	read: number,
): Promise<boolean> {
	const held = pack.differences.find((each) => each.number === number);
	const told = held && (await tell(app, by, pack, held.differenceId));
	if (!held || !told) return false;
	if (told.pieces.length !== read)
		throw new Refusal(
			"changed-meanwhile",
			"The record has gone on meanwhile. Read what is new, then say that you have looked.",
		);
	const decided = await decidedIn(app, pack, held.differenceId);
	const pieces = told.pieces.map((piece) => ({ ...piece, decided: decided.get(piece.key) }));
	if (pieces.some((piece) => !piece.decided && isToDecide(piece)))
		throw new Refusal("not-looked-at", "Open each file first, and say what is given.");
	const { now } = await partnershipClock(app, app.db, by.partnershipId);
	await transact(app.db, async (trx) => {
		await saveDecidedInPack(
			trx,
			ofHeld(pack, held),
			pieces
				// What is given whole needs no row, but for lessons, whose words may be put right later.
				.filter((piece) => isLesson(piece) || decisionOn(piece).decision !== "give")
				.map((piece) => ({ piece: piece.key, ...decisionOn(piece) })),
		);
		await saveLooked(trx, pack.id, held.differenceId, {
			at: now.toInstant().toString(),
			entries: told.entries.map(({ seq }) => seq),
			...countsOf(pieces),
		});
	});
	return true;
}

/** The file of a piece, for whoever looks at it. */
export async function fileInPack(
	app: EvidenceApp,
	by: Viewer,
	pack: Pack,
	number: number,
	nth: number,
) {
	const piece = (await openInPack(app, by, pack, number))?.pieces[nth - 1];
	return piece?.file ? { ...piece.file, content: readFile(app.db, piece.file.id) } : undefined;
}

/** What is said of a pack that is more than one file holds. */
export const tooMuchInPack = said`This is more than one file can hold. Make several packs of shorter periods, or give fewer files.`;

/**
 * Whether what was looked at so far is more than one file holds already: it is said before anybody looks at the rest. Receipts
 * come on top of it, and are counted when it is made.
 */
export async function isTooMuch(
	app: Pick<App, "db">,
	{ id, differences }: Pick<Pack, "id" | "differences">,
	limits: PackLimits = packLimits,
): Promise<boolean> {
	const given = await sizeOfGiven(app.db, id);
	const looked = differences.filter((each) => each.looked !== null).length;
	return given.bytes > limits.bytes || given.files + filesOfEach * looked > limits.files;
}

/** A pack cannot be made as it is. `message` says what to do. */
export class PackFault extends Error {}

/**
 * What a pack is made of, difference by difference: each is read when it is asked for, so that any number needs little memory.
 *
 * @param language in which Concord speaks in it: each difference has to be read while it is spoken so, as `evidencePack` does
 * @throws PackFault while it is read: something cannot be opened any more, or is too much for one file
 */
export const evidenceOf = (
	app: EvidenceApp,
	by: Viewer,
	pack: Pack,
	language: Language = "en",
	limits: PackLimits = packLimits,
): Promise<EvidencePack> =>
	speaking({ language, marks: true }, () => evidenceIn(app, by, pack, language, limits));

async function evidenceIn(
	app: EvidenceApp,
	by: Viewer,
	pack: Pack,
	language: Language,
	limits: PackLimits,
): Promise<EvidencePack> {
	const { db } = app;
	const { partnership, now } = await partnershipClock(app, db, by.partnershipId);
	if (!isAllLooked(pack)) throw new PackFault("Look at everything that is taken out first.");
	const checkpoint = await latestCheckpoint(db, by.partnershipId);
	const end = await endOfPartnership(db, by.partnershipId);
	const choices = await logChoicesOf(inReadersWords(app), by.partnershipId);
	return {
		partnership: partnership.name,
		number: pack.number,
		language,
		audience: pack.audience,
		reader:
			pack.audience === "agency"
				? (choices.agencies.find(({ id }) => id === pack.agency)?.name ?? say`An agency`)
				: startingLarge(sayIt(audiences[pack.audience].called)),
		about:
			pack.difference === undefined
				? logInWords(pack, choices, { speech: speechNow() })
				: pack.about,
		madeOn: now.toPlainDate().toString(),
		madeBy: { name: by.name, post: by.jobTitle },
		count: pack.differences.length,
		integrity: {
			fingerprint: (await signingKey(app)).id,
			end,
			checkpoint: checkpoint && {
				number: checkpoint.number,
				at: checkpoint.at,
				root: checkpoint.root,
				position: checkpoint.position,
				hash: checkpoint.hash,
				signature: checkpoint.signature,
			},
		},
		differences: differencesOf(app, by, pack, limits),
	};
}

async function* differencesOf(
	app: EvidenceApp,
	by: Viewer,
	pack: Pack,
	limits: PackLimits,
): AsyncGenerator<EvidenceDifference> {
	let bytes = 0;
	let files = 0;
	for (const held of pack.differences) {
		const one = await evidenceOfOne(app, by, pack, held);
		files += one.files.length + one.receipts.length + filesOfEach;
		bytes += one.files.reduce((sum, { size }) => sum + size, 0);
		if (bytes > limits.bytes || files > limits.files) throw new PackFault(inEnglish(tooMuchInPack));
		yield one;
	}
}

async function evidenceOfOne(
	app: EvidenceApp,
	by: Viewer,
	pack: Pack,
	held: InPack,
): Promise<EvidenceDifference> {
	const told = held.looked && (await tell(app, by, pack, held.differenceId, held.looked.entries));
	if (!held.looked || !told)
		throw new PackFault(
			"You can read something that is in this pack no longer. Delete the pack, and begin another.",
		);
	const decided = await decidedIn(app, pack, held.differenceId);
	const [end] = await listEnds(app.db, by.partnershipId, [held.differenceId]);
	const { names, opened } = told;
	const without = recordWithout(told, decided, names);
	const source = { ...without, ...names };
	const { protocol, difference, entries } = without;
	const taken = told.pieces.flatMap((piece) => {
		const said = decided.get(piece.key);
		return said && said.decision !== "give" && said.ground
			? [
					{
						title: piece.title,
						in: piece.at === null ? piece.about : sayDay(piece.at),
						isWhole: said.decision === "withhold",
						ground: sayIt(grounds[said.ground]),
					},
				]
			: [];
	});
	const sent = entries.flatMap((entry) => entry.files ?? []);
	const profile = audiences[pack.audience];
	return {
		reference: held.reference,
		title: protocol.title,
		version: protocol.version,
		between: sayBetween(names.agencies, names),
		raisedOn: dayOf(difference.raisedAt),
		asOf: held.looked.at,
		stands:
			difference.status.is === "ended"
				? say`Ended on ${sayDay(difference.status.at)}`
				: stageTitle(protocol, difference.stage),
		themes: themesIn(told, decided),
		chronology: actsOf(entries).map(([first, ...others]) => ({
			at: first.at,
			said: sayEvent(protocol, names, first),
			also: others.map((entry) => sayEvent(protocol, names, entry)),
			answers: [first, ...others]
				// What was sent stands where it was answered, unless that is not for this reader.
				.flatMap((entry) => answersOfEntry(protocol, entry))
				.map(([field, answer]) => ({
					label: withAgencyNames(protocol, names, readAs(fieldOf(protocol, field))),
					value: sayAnswer(protocol, fieldOf(protocol, field), answer, names),
				})),
			files: [first, ...others].flatMap((entry) => (entry.files ?? []).map(({ name }) => name)),
		})),
		forms: formsIn(source).map((form) => ({
			title: form.title,
			parts: partsOf(source, form),
		})),
		decided: decisionsIn(source),
		timeliness: difference.clocks.map((clock) => ({
			...timelinessOf(protocol, clock, names),
			due: timeTo(names, saidDue(clock.due)),
		})),
		people: Object.entries(difference.people).flatMap(([id, side]) => {
			const person = names.people.get(id);
			return person
				? [
						{
							name: person.name,
							post: person.jobTitle,
							agency: person.agencyName,
							side: startingLarge(
								nameOfSide(names.agencies, side) ?? saySide(protocol, names, side),
							),
						},
					]
				: [];
		}),
		learning: learningOf(told, decided),
		takenOut: taken,
		files: sent
			.filter(({ id }) => opened.fileStates.get(id) !== "infected")
			.map(({ id, name, size }, nth) => ({
				name: nameInPack(nth + 1, name),
				called: name,
				size,
				content: readFile(app.db, id),
			})),
		receipts:
			profile.names === "everybody" && pack.agency === undefined
				? await receiptsOf(app, opened, told, decided)
				: [],
		end: end && { position: end.position, hash: end.hash },
	};
}

const dayOf = (instant: string): string => londonTime(instant).toPlainDate().toString();
const sayDay = (instant: string): string => sayDate(dayOf(instant));

/** What it is about, in the protocol’s words; nothing where that was taken out. */
function themesIn(
	{ protocol, difference }: Told,
	decided: ReadonlyMap<string, DecidedPiece<Ground>>,
): string[] {
	const isOut = [...decided].some(
		([key, { decision }]) => key.endsWith("/themes") && decision !== "give",
	);
	const themes = difference.answers.themes?.answer;
	return isOut || !Array.isArray(themes)
		? []
		: themes.flatMap((theme) => (typeof theme === "string" ? (protocol.themes[theme] ?? []) : []));
}

/** What was learned, of words that somebody looked at. */
const learningOf = (
	{ lessons, opened }: Told,
	decided: ReadonlyMap<string, DecidedPiece<Ground>>,
): EvidenceLesson[] =>
	lessons.flatMap((lesson) => {
		const words = wordsOfLesson(lesson).flatMap(([field, label, text]) => {
			const said = decided.get(lessonKey(opened.header.id, lesson, field, text));
			const given = said && givenOf({ text }, said);
			return given ? [{ label, value: given }] : [];
		});
		return words.length > 0 ? [{ recordedOn: lesson.recordedOn, words }] : [];
	});

/** Receipts of what was sent, each for acts of which all is in the pack: a receipt has the words of what it is for. */
async function receiptsOf(
	app: EvidenceApp,
	opened: OpenedDifference,
	{ entries, pieces, protocol }: Told,
	decided: ReadonlyMap<string, DecidedPiece<Ground>>,
): Promise<EvidenceDifference["receipts"]> {
	const { id } = opened.header;
	const isGiven = new Map(
		pieces.map(({ key }) => [key, (decided.get(key)?.decision ?? "give") === "give"]),
	);
	const isGivenWhole = (field: string): boolean => {
		const all = [...isGiven].filter(([key]) => key.endsWith(`/${field}`));
		return all.length > 0 && all.every(([, given]) => given);
	};
	const receipts: EvidenceDifference["receipts"] = [];
	const numbers = new Set(entries.map(({ seq }) => seq));
	for (const { seq, acts, what } of sentAndReceived({ ...opened, entries })) {
		const ofActs = [...isGiven].filter(([key]) =>
			acts.some((act) => key.startsWith(`${id}/${act}/`)),
		);
		if (!acts.every((act) => numbers.has(act)) || ofActs.some(([, given]) => !given)) continue;
		const receipt = await receiptOf(app, { ...opened, entries }, seq);
		if (!receipt) continue;
		// What was sent on is looked at where it was answered.
		const isLooked = Object.entries(receipt.words).every(([act, words]) =>
			Object.keys(words).every(
				(field) =>
					!(field in protocol.fields) ||
					isGiven.get(pieceKey(id, Number(act), field)) ||
					(Number(act) === seq && isGivenWhole(field)),
			),
		);
		if (isLooked)
			receipts.push({
				name: `receipt-${seq}.json`,
				what: asEnglish(what),
				text: JSON.stringify(receipt, null, 2),
			});
	}
	return receipts;
}
