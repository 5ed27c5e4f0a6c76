/**
 * Somebody asks what is held about them, or about a child: the data protection officer finds it, looks at each piece, decides
 * what is given, and has one file made of it. What the request says and what is left of a text are sealed.
 */
import { randomUUID } from "node:crypto";
import type { SubjectAccessPack } from "../documents/subject-access-pack.ts";
import type { IsoDay } from "../domain/calendar/iso-day.ts";
import { canonicalJson } from "../domain/canonical-json.ts";
import { replay } from "../domain/difference/difference.ts";
import { codesOf } from "../domain/difference/find-child.ts";
import { childrenAmong } from "../domain/difference/same-child.ts";
import { namesOfSides, type SideNames } from "../domain/difference/told/words.ts";
import type { Language } from "../domain/language.ts";
import { gatherKnown } from "../domain/learning/names-in-text.ts";
import type { Viewer } from "../domain/people/viewer.ts";
import type { Child } from "../domain/protocol/answers.ts";
import {
	checkedDecision,
	type DecidedPiece,
	givenOf,
	withTakenOut,
} from "../domain/redaction/pieces.ts";
import { Refusal } from "../domain/refusal.ts";
import { said } from "../domain/said.ts";
import { closedPiece, piecesBeside } from "../domain/subject-access/beside.ts";
import { type Looking, lookFor } from "../domain/subject-access/named-in-text.ts";
import {
	type Ground,
	grounds,
	type Piece,
	piecesForChild,
	piecesForPerson,
} from "../domain/subject-access/pieces.ts";
import {
	type AskedAbout,
	alikeBy,
	answerDue,
	answersRequests,
	idsOf,
	isSure,
	type WayFound,
} from "../domain/subject-access/request.ts";
import { isUnderWay, type Task } from "../domain/task.ts";
import { londonTime } from "../domain/time.ts";
import { cleanText, likeness, saysSomething } from "../domain/typed-text.ts";
import { withoutMarks } from "../language/marks.ts";
import { sayProtocol } from "../language/protocol-words.ts";
import { sayText as say, sayIt, speechNow } from "../language/say.ts";
import { speaking } from "../language/speaking.ts";
import { compose } from "../mail/notices/compose.ts";
import type { Notice } from "../mail/notices/notice.ts";
import { listAgenciesById } from "../store/agencies.ts";
import { type Db, type Trx, transact } from "../store/db.ts";
import { type Loaded, loadDifference } from "../store/differences.ts";
import { listFileStates, readFile } from "../store/files.ts";
import { listWithAnyCode } from "../store/find-child.ts";
import { eachIdentifying } from "../store/narratives.ts";
import { nextNumber } from "../store/next-number.ts";
import { listPeople } from "../store/people.ts";
import { addReading } from "../store/readings.ts";
import { unlessClosed } from "../store/sealed-values.ts";
import {
	addDone,
	addRequest,
	closeRequest,
	type DoneWithRequest,
	extendRequest,
	findAllOf,
	listDecided,
	listDifferencesWith,
	listDone,
	listEverAtAddress,
	listFound,
	listMessagesTo,
	listNamed,
	listReadingsBy,
	listRequests,
	type NamedIn,
	nameByWords,
	ofExtension,
	ofPiece,
	ofRequest,
	type SavedRequest,
	saveDecided,
	saveFound,
	saveIsTheirs,
} from "../store/subject-access.ts";
import { latestTaskAbout } from "../store/tasks.ts";
import type { App } from "./app.ts";
import { textsBeside } from "./held-beside.ts";
import { peopleIn } from "./open-difference.ts";
import { partnershipClock } from "./partnership-clock.ts";

/** What requests ask of Concord. */
export type SubjectAccessApp = Pick<App, "db" | "clock" | "protocols" | "calendars" | "signIn">;

/** A request as it is listed; whom it is about is undefined where no secret that is known opens it. */
export type Request = Omit<SavedRequest, "about" | "extendedWhySealed"> & {
	about: AskedAbout | undefined;
};

/** A difference that may be about the child, and what it says of whom. */
export type Candidate = {
	id: string;
	reference: string;
	foundBy: WayFound[];
	isTheirs: boolean | null;
	/** As the record has them. */
	children: Child[];
};

/** A piece with what was decided of it; undefined until somebody has looked. */
export type LookedAt = Piece & { decided: DecidedPiece<Ground> | undefined };

/** A request with all that was found. */
export type OpenedRequest = {
	request: Request;
	candidates: Candidate[];
	/** Whether it was said which of these are theirs. */
	isSaid: boolean;
	pieces: LookedAt[];
	/** The differences in which only a text may name the child. */
	named: NamedIn[];
	/** Where every text is, or was, looked through for the name. */
	looking: Task | undefined;
	done: DoneWithRequest[];
};

const notYours = () =>
	new Refusal("not-yours", "Only the data protection officer answers these requests.");

/** Everything that was asked, the latest first; nothing for whoever does not answer. */
export async function listSubjectRequests(app: SubjectAccessApp, by: Viewer): Promise<Request[]> {
	if (!answersRequests(by)) return [];
	return (await listRequests(app.db, by.partnershipId)).map((saved) => opened(app, saved));
}

/** A request as it is kept, opened. */
export function opened(
	{ signIn }: Pick<App, "signIn">,
	{ about, extendedWhySealed: why, ...saved }: SavedRequest,
): Request {
	const text = signIn.seal.open(about, ofRequest(saved.id))?.text;
	return {
		...saved,
		extendedWhy:
			why === null
				? saved.extendedWhy
				: (signIn.seal.open(why, ofExtension(saved.id))?.text ?? "It cannot be opened"),
		about: text === undefined ? undefined : (JSON.parse(text) as AskedAbout),
	};
}

/**
 * Begins a request about a child: every difference of the partnership that names somebody with a part of the name that begins
 * alike, of the same birthday or with the same identifier is opened and compared, whoever may open it.
 *
 * @returns its identifier
 * @throws Refusal 'not-yours' | 'wrong-answers' | 'in-the-past'
 */
export async function askAboutChild(
	app: SubjectAccessApp,
	by: Viewer,
	asked: Pick<Child, "name" | "dateOfBirth" | "identifier">,
	receivedOn: IsoDay,
): Promise<string> {
	if (!answersRequests(by)) throw notYours();
	const about = {
		name: cleanText(asked.name).trim(),
		dateOfBirth: asked.dateOfBirth,
		identifier: cleanText(asked.identifier).trim(),
	};
	if (!saysSomething(about.name)) throw new Refusal("wrong-answers", "Enter the child’s name.");
	const found: { differenceId: string; foundBy: WayFound[]; isTheirs: null }[] = [];
	for (const id of await listWithAnyCode(app.db, by.partnershipId, codesOf(about))) {
		const loaded = await loadDifference(app.db, id);
		const children = loaded ? await childrenEverIn(app, loaded) : [];
		const foundBy = [...new Set(children.flatMap((child) => alikeBy(about, child)))];
		if (foundBy.length > 0) found.push({ differenceId: id, foundBy, isTheirs: null });
	}
	return begin(app, by, { kind: "child", ...about }, receivedOn, found);
}

/** Everybody whom a record ever said it is about, also what was put right since. */
export async function childrenEverIn(app: SubjectAccessApp, loaded: Loaded): Promise<Child[]> {
	const protocol = await app.protocols.version(app.db, loaded.versionId);
	const all = loaded.entries.flatMap((entry) =>
		"answers" in entry && entry.answers ? childrenAmong(protocol, entry.answers) : [],
	);
	const once = new Map(
		all.map((child) => [
			`${likeness(child.name)} ${child.dateOfBirth} ${likeness(child.identifier)}`,
			child,
		]),
	);
	return [...once.values()];
}

/**
 * Begins a request about somebody who is or was of the directory, or who answers or answered by a link.
 *
 * @param email their work address, also one of a post that they left
 * @param name tells them from others who have had the address; empty where nobody else has
 * @throws Refusal 'not-yours' | 'not-known' | 'wrong-answers' where several people have had it | 'in-the-past'
 */
export async function askAboutPerson(
	app: SubjectAccessApp,
	by: Viewer,
	email: string,
	receivedOn: IsoDay,
	name = "",
): Promise<string> {
	if (!answersRequests(by)) throw notYours();
	const all = (await listEverAtAddress(app.db, by.partnershipId, email)).filter(
		(each) => !saysSomething(name) || likeness(each.name) === likeness(name),
	);
	const [person, ...others] = all;
	if (!person)
		throw new Refusal("not-known", "Nobody of this partnership’s directory has this address.");
	// An address may go to whoever comes after: what is held of one is not for the other.
	const names = [...new Set(all.map((each) => each.name))].join(", ");
	if (others.some((other) => likeness(other.name) !== likeness(person.name)))
		throw new Refusal(
			"wrong-answers",
			said`More than one person has had this address. Enter the name too: ${names}.`,
		);
	const about = {
		kind: "person" as const,
		personId: person.id,
		name: person.name,
		also: others.map(({ id }) => id),
	};
	const found = new Set<string>();
	for (const id of idsOf(about))
		for (const difference of await listDifferencesWith(app.db, by.partnershipId, id))
			found.add(difference);
	return begin(
		app,
		by,
		about,
		receivedOn,
		[...found].map((differenceId) => ({ differenceId, foundBy: [], isTheirs: true })),
	);
}

function begin(
	app: SubjectAccessApp,
	by: Viewer,
	about: AskedAbout,
	receivedOn: IsoDay,
	found: { differenceId: string; foundBy: string[]; isTheirs: boolean | null }[],
): Promise<string> {
	return transact(app.db, async (trx) => {
		const { now } = await partnershipClock(app, trx, by.partnershipId);
		const today = now.toPlainDate().toString();
		if (receivedOn > today) throw new Refusal("in-the-past", "Enter today or a day before.");
		const id = randomUUID();
		const at = now.toInstant().toString();
		await addRequest(trx, {
			id,
			partnershipId: by.partnershipId,
			number: await nextNumber(trx, "subject_request", by.partnershipId),
			kind: about.kind,
			about: app.signIn.seal.close(JSON.stringify(about), ofRequest(id)),
			receivedOn,
			dueOn: answerDue(receivedOn, await calendarIn(app, trx, by.partnershipId, today)),
			madeAt: at,
			by: by.id,
		});
		await saveFound(trx, by.partnershipId, id, found);
		await addDone(trx, by.partnershipId, id, { what: "begun", at, by: by.id });
		return id;
	});
}

async function calendarIn(
	{ protocols, calendars }: SubjectAccessApp,
	db: Db | Trx,
	partnershipId: string,
	today: IsoDay,
) {
	const [inForce] = await protocols.listInForce(db, partnershipId, today);
	if (!inForce) throw new Refusal("no-protocol", "No protocol is in force, so no day is counted.");
	return (await calendars.in(db, partnershipId)).for(inForce.protocol);
}

/** @returns undefined where there is none that is theirs to answer */
export async function findRequest(
	app: SubjectAccessApp,
	by: Viewer,
	id: string,
	db: Db | Trx = app.db,
): Promise<Request | undefined> {
	if (!answersRequests(by)) return undefined;
	const [saved] = await listRequests(db, by.partnershipId, id);
	return saved && opened(app, saved);
}

/**
 * Opens a request with everything that was found, and notes in the log of readings that its differences were read.
 *
 * @param toGive in the language in which it is spoken now: what is proposed is found in English texts, so it is looked at in these
 * @returns undefined where there is none that is theirs to answer
 */
export async function openRequest(
	app: SubjectAccessApp,
	by: Viewer,
	id: string,
	toGive = false,
): Promise<OpenedRequest | undefined> {
	const request = await findRequest(app, by, id);
	if (!request) return undefined;
	const found = await listFound(app.db, id);
	const isSaid = found.every(({ isTheirs }) => isTheirs !== null);
	const decided = new Map((await listDecided(app.db, id)).map((each) => [each.piece, each]));
	const loaded: {
		reference: string;
		loaded: Loaded;
		isTheirs: boolean | null;
		foundBy: string[];
	}[] = [];
	for (const { differenceId, ...each } of found) {
		const one = await loadDifference(app.db, differenceId);
		if (one) loaded.push({ ...each, loaded: one });
	}
	await noteReading(
		app,
		by,
		loaded.map((each) => each.loaded.header.id),
	);
	const candidates: Candidate[] = [];
	const pieces: Piece[] = [];
	if (request.about?.kind === "person")
		for (const personId of idsOf(request.about))
			pieces.push(...(await piecesOfDirectory(app, by, request, request.about, personId)));
	for (const { loaded: one, reference, isTheirs, foundBy } of loaded) {
		candidates.push({
			id: one.header.id,
			reference,
			foundBy: foundBy as WayFound[],
			isTheirs: isSaid ? isTheirs : isSure(foundBy),
			children: await childrenEverIn(app, one),
		});
		if (isSaid && isTheirs && request.about)
			pieces.push(...(await piecesOfDifference(app, one, reference, request.about, toGive)));
	}
	const named = await listNamed(app.db, id);
	if (isSaid && request.about?.kind === "child") {
		const naming = named.filter(({ isTheirs }) => isTheirs);
		await noteReading(
			app,
			by,
			naming.map(({ differenceId }) => differenceId),
		);
		const { about } = request;
		const looking = lookFor(about, namesOf(about));
		for (const { differenceId, reference } of naming) {
			const one = await loadDifference(app.db, differenceId);
			if (!one) continue;
			pieces.push(
				...((await unlessClosed(() =>
					piecesOfDifference(app, one, reference, about, toGive, looking),
				)) ?? [closedPiece(differenceId, reference, { speech: speechNow() })]),
			);
		}
		pieces.push(...(await piecesBesideOf(app, by, request.about, candidates)));
	}
	return {
		request,
		candidates,
		isSaid,
		pieces: (await namedByWords(app, by, pieces)).map((piece) => {
			const said = decided.get(piece.key);
			if (!said) return { ...piece, decided: undefined };
			const text =
				said.content === null
					? piece.text
					: (app.signIn.seal.open(said.content, ofPiece(id, piece.key))?.text ?? "");
			return {
				...piece,
				decided: {
					decision: said.decision,
					text: said.decision === "withhold" ? "" : text,
					ground: said.ground as Ground | null,
				},
			};
		}),
		named,
		looking: await latestTaskAbout(app.db, id, "look-for-name"),
		done: await listDone(app.db, id),
	};
}

/** All names of a child that are known to whoever answers. */
export const namesOf = ({ name, names = [] }: AskedAbout & { kind: "child" }): string[] => [
	name,
	...names,
];

/** Pieces whose words may become others, under a name that is of no others. */
const namedByWords = ({ db }: Pick<App, "db">, by: Viewer, pieces: Piece[]): Promise<Piece[]> =>
	transact(db, async (trx) => {
		const named = await nameByWords(trx, by.partnershipId);
		return pieces.map((piece) =>
			piece.holdsFor === undefined ? piece : { ...piece, key: named(piece.key, piece.holdsFor) },
		);
	});

/** What is held of the child beside the records. */
async function piecesBesideOf(
	{ db }: Pick<App, "db">,
	by: Viewer,
	about: AskedAbout & { kind: "child" },
	candidates: readonly Candidate[],
): Promise<Piece[]> {
	const theirs = candidates.filter(({ isTheirs }) => isTheirs).map(({ id }) => id);
	const pieces: Piece[] = [];
	for await (const text of textsBeside(db, by.partnershipId))
		pieces.push(...piecesBeside([text], about, theirs, { speech: speechNow() }));
	return pieces;
}

/** Notes that whoever answers read in these, where anything is read. */
export async function noteReading(
	app: SubjectAccessApp,
	by: Viewer,
	differences: string[],
): Promise<void> {
	if (differences.length === 0) return;
	await transact(app.db, async (trx) => {
		const { now } = await partnershipClock(app, trx, by.partnershipId);
		const at = now.toInstant().toString();
		for (const differenceId of differences)
			await addReading(trx, by, { differenceId, what: "subject-access", at });
	});
}

/** @param named where only texts in it name the child */
export async function piecesOfDifference(
	app: SubjectAccessApp,
	{ header, versionId, entries }: Loaded,
	reference: string,
	about: AskedAbout,
	toGive: boolean,
	named?: Looking,
): Promise<Piece[]> {
	const { db } = app;
	const version = await app.protocols.version(db, versionId);
	const protocol = toGive ? sayProtocol(version) : version;
	const difference = replay(protocol, header, entries);
	const people = await listPeople(db, [
		...peopleIn(protocol, difference),
		...entries.flatMap(({ by, entered }) =>
			[by?.person, entered?.by.person].flatMap((id) => id ?? []),
		),
	]);
	const agencies = new Map(
		(
			await listAgenciesById(db, [
				header.raisingAgency,
				...(difference.receivingAgency === null ? [] : [difference.receivingAgency]),
				...Object.values(difference.involved).map(({ agency }) => agency),
			])
		).map(({ id, name }) => [id, name]),
	);
	const sides: SideNames = namesOfSides(protocol, {
		raising: agencies.get(header.raisingAgency) ?? "",
		receiving:
			difference.receivingAgency === null ? null : (agencies.get(difference.receivingAgency) ?? ""),
		involved: Object.fromEntries(
			Object.entries(difference.involved).map(([side, { agency }]) => [
				side,
				agencies.get(agency) ?? "",
			]),
		),
	});
	const names = {
		people: new Map(people.map((person) => [person.id, person])),
		agencies: sides,
		speech: toGive ? speechNow() : undefined,
	};
	const of = { id: header.id, reference };
	if (about.kind === "person")
		return piecesForPerson(protocol, names, entries, {
			...of,
			person: { ids: idsOf(about), name: about.name },
		});
	const states = await listFileStates(db, header.id);
	const pieces = piecesForChild(protocol, names, entries, {
		...of,
		// One of which nothing but a name in a text is known is closed as a whole, where a text of it is.
		known: await knownBut(db, header.id, about, { unlessClosed: named === undefined }),
		named,
	});
	// A file in which a virus was found goes to nobody: its name alone can be given.
	return pieces.map((piece) =>
		piece.file && states.get(piece.file.id) === "infected" ? { ...piece, file: null } : piece,
	);
}

/** What tells of others in a difference: all that is known of its people, but what the child shares with them. */
async function knownBut(
	db: Db | Trx,
	differenceId: string,
	about: AskedAbout & { kind: "child" },
	how: { unlessClosed: boolean },
) {
	const own = new Set(namesOf(about).flatMap((name) => name.split(/[\s-]+/).map(likeness)));
	const others = (texts: Set<string>, mine: string) =>
		[...texts].filter((text) => likeness(text) !== likeness(mine));
	const gathered = gatherKnown({ places: [] });
	for await (const all of eachIdentifying(db, [differenceId], how))
		gathered.add({
			texts: all.texts,
			names: [...all.names].map((name) =>
				name
					.split(/\s+/)
					.filter((word) => !own.has(likeness(word)))
					.join(" "),
			),
			datesOfBirth: [...all.datesOfBirth].filter((day) => day !== about.dateOfBirth),
			identifiers: others(all.identifiers, about.identifier),
		});
	return gathered.known();
}

/** What somebody was sent and did goes until the request was begun: they work on while it is answered. */
async function piecesOfDirectory(
	{ db }: Pick<App, "db">,
	by: Viewer,
	{ madeAt }: Request,
	about: AskedAbout & { kind: "person" },
	personId: string,
): Promise<Piece[]> {
	const all = await findAllOf(db, by.partnershipId, personId);
	if (!all) return [];
	const messages = await listMessagesTo(db, personId, madeAt);
	const readings = await listReadingsBy(db, personId, madeAt);
	const events = (all.account?.events ?? []).filter(({ at }) => at <= madeAt);
	/** @param held as it is kept, in no language */
	const piece = (key: string, title: string, held: object, lines: string[]): Piece[] => {
		const text = lines.join("\n");
		return text === ""
			? []
			: [
					{
						key: personId === about.personId ? `person/${key}` : `person/${personId}/${key}`,
						holdsFor: canonicalJson(held),
						differenceId: null,
						of: about.name,
						title,
						about: say`The directory and the account`,
						at: null,
						text,
						file: null,
						proposed: { decision: "give", text, ground: null, why: [] },
					},
				];
	};
	return [
		...piece(
			"directory",
			say`In the directory`,
			all.person,
			Object.entries(all.person).map(([label, value]) => `${label}: ${value}`),
		),
		...piece("posts", say`Posts held before`, all.posts, all.posts),
		...piece("absences", say`Absences`, all.absences, all.absences),
		...(all.account
			? piece("account", say`Account`, { email: all.account.email, events }, [
					say`Sign-in address: ${all.account.email}`,
					...events.map(({ what, at }) => `${sayAt(at)}: ${what.replaceAll("-", " ")}`),
				])
			: []),
		...piece(
			"messages",
			say`Messages sent to them`,
			messages,
			messages.map(({ notice, at }) => `${sayAt(at)}: ${compose(notice as Notice).subject}`),
		),
		...piece(
			"readings",
			say`What they opened`,
			readings,
			readings.map(({ reference, what, at }) => `${sayAt(at)}: ${reference}, ${what}`),
		),
	];
}

const sayAt = (at: string): string =>
	londonTime(at).toPlainDateTime().toString({ smallestUnit: "minute" }).replace("T", " ");

/**
 * Says which of what was found is about the child.
 *
 * @returns false where there is no such request
 */
export async function sayWhichAreTheirs(
	app: SubjectAccessApp,
	by: Viewer,
	id: string,
	theirs: readonly string[],
): Promise<boolean> {
	return changing(app, by, id, async (trx) => saveIsTheirs(trx, id, theirs));
}

/**
 * Decides of pieces what is given.
 *
 * @param decided by the key of the piece; what is not held any more is passed over
 * @throws Refusal 'reason-missing' | 'wrong-answers'
 */
export async function decideOnPieces(
	app: SubjectAccessApp,
	by: Viewer,
	id: string,
	pieces: readonly Piece[],
	decided: ReadonlyMap<string, DecidedPiece<Ground>>,
): Promise<boolean> {
	return changing(app, by, id, async (trx, at) => {
		for (const { key, differenceId, file } of pieces) {
			const said = decided.get(key);
			if (!said) continue;
			const { decision, text, ground } = checkedDecision({ file }, said, grounds);
			await saveDecided(trx, by.partnershipId, id, {
				piece: key,
				differenceId,
				decision,
				content: decision === "redact" ? app.signIn.seal.close(text, ofPiece(id, key)) : null,
				ground,
				at,
				by: by.id,
			});
		}
	});
}

/** Takes two months more, and notes why: the person must be told within the first month. @throws Refusal 'reason-missing' */
export async function takeLonger(
	app: SubjectAccessApp,
	by: Viewer,
	id: string,
	given: string,
): Promise<boolean> {
	const why = cleanText(given).trim();
	if (!saysSomething(why)) throw new Refusal("reason-missing", "Say why it takes longer.");
	return changing(app, by, id, async (trx, at, { receivedOn }, today) => {
		const calendar = await calendarIn(app, trx, by.partnershipId, today);
		await extendRequest(trx, id, {
			dueOn: answerDue(receivedOn, calendar, 3),
			why: app.signIn.seal.close(why, ofExtension(id)),
		});
		await addDone(trx, by.partnershipId, id, { what: "extended", at, by: by.id });
	});
}

/** Closes a request: it was answered. Its own time runs from now on. */
export const closeSubjectRequest = (
	app: SubjectAccessApp,
	by: Viewer,
	id: string,
): Promise<boolean> =>
	changing(app, by, id, async (trx, at) => {
		await closeRequest(trx, id, { at, by: by.id });
		await addDone(trx, by.partnershipId, id, { what: "closed", at, by: by.id });
	});

/** @returns false where there is no such request that is open and theirs to answer */
export function changing(
	app: SubjectAccessApp,
	by: Viewer,
	id: string,
	change: (trx: Trx, at: string, request: Request, today: IsoDay) => Promise<void>,
): Promise<boolean> {
	return transact(app.db, async (trx) => {
		const request = await findRequest(app, by, id, trx);
		if (!request || request.closedAt !== null) return false;
		const { now } = await partnershipClock(app, trx, by.partnershipId);
		await change(trx, now.toInstant().toString(), request, now.toPlainDate().toString());
		return true;
	});
}

/** Whether everything was looked at, so that the file can be made. */
export const isAllDecided = ({ isSaid, pieces, named, looking }: OpenedRequest): boolean =>
	isSaid &&
	!(looking && isUnderWay(looking)) &&
	named.every(({ isTheirs }) => isTheirs !== null) &&
	pieces.every(({ decided }) => decided !== undefined);

/**
 * The pack of a request, for the file that is made of it.
 *
 * @param language in which Concord speaks in it
 * @returns undefined where there is no such request, or not everything was looked at
 */
export const packOf = (
	app: SubjectAccessApp,
	by: Viewer,
	id: string,
	language: Language,
): Promise<SubjectAccessPack | undefined> =>
	speaking({ language, marks: true }, () => packIn(app, by, id, language));

async function packIn(
	app: SubjectAccessApp,
	by: Viewer,
	id: string,
	language: Language,
): Promise<SubjectAccessPack | undefined> {
	const found = await openRequest(app, by, id, true);
	if (!found?.request.about || !isAllDecided(found)) return undefined;
	const { request, pieces } = found;
	const { partnership, now } = await partnershipClock(app, app.db, by.partnershipId);
	const records = [...Map.groupBy(pieces, ({ of }) => of)].map(([of, theirs], nth) => ({
		title: of,
		name: theirs[0]?.differenceId ? withoutMarks(of) : `directory-${nth + 1}`,
		parts: theirs.map(({ title, about, at, text, file, decided }, number) => {
			const { decision, ground } = decided ?? { decision: "withhold", ground: null };
			return {
				title,
				about,
				on: at === null ? null : londonTime(at).toPlainDate().toString(),
				text: givenOf(
					{ text },
					{ decision, text: withTakenOut(decided?.text ?? "", { speech: speechNow() }) },
				),
				ground: ground === null ? null : sayIt(grounds[ground]),
				file:
					file && decision === "give"
						? {
								name: `${number + 1}-${text.replace(/[^\p{L}\p{N}. -]/gu, "_")}`,
								content: readFile(app.db, file.id),
							}
						: null,
			};
		}),
	}));
	return {
		partnership: partnership.name,
		language,
		about: request.about?.name ?? "",
		number: request.number,
		receivedOn: request.receivedOn,
		madeOn: now.toPlainDate().toString(),
		records,
	};
}

/** Notes that a pack was asked for or made, and of how much: it is an export. */
export async function notePack(
	app: SubjectAccessApp,
	by: Viewer,
	id: string,
	what: "pack-asked" | "pack-made",
	pack?: SubjectAccessPack,
): Promise<void> {
	const parts = pack?.records.flatMap((record) => record.parts) ?? [];
	const counts = pack && {
		given: parts.filter(({ text, ground }) => text !== null && ground === null).length,
		redacted: parts.filter(({ text, ground }) => text !== null && ground !== null).length,
		withheld: parts.filter(({ text }) => text === null).length,
	};
	await transact(app.db, async (trx) => {
		const { now } = await partnershipClock(app, trx, by.partnershipId);
		const at = now.toInstant().toString();
		await addDone(trx, by.partnershipId, id, { what, ...counts, at, by: by.id });
	});
}
