/**
 * Sealed differences: sealing one, naming who may know of it, taking the seal off, and opening one in an emergency. Whoever
 * keeps seals does so without reading the difference, so nothing here gives more of one than its reference.
 */
import {
	breakGlass as decideBreakGlass,
	seal as decideSeal,
	unseal as decideUnseal,
} from "../domain/difference/acts/seal.ts";
import { throughToken } from "../domain/difference/acts/through-token.ts";
import { type Difference, type RecordedEvent, replay } from "../domain/difference/difference.ts";
import type { Rules } from "../domain/difference/rules.ts";
import { saidKeptFromSeal } from "../domain/difference/told/kept-from.ts";
import { sidesOf } from "../domain/difference/who/may-act.ts";
import {
	isLastKeeper,
	keepsSeals,
	knownKeptFromSeal,
	mayBreakGlass,
	sealsFor,
	wouldKnow,
} from "../domain/difference/who/may-seal.ts";
import { leftToNobody } from "../domain/difference/who/recipients.ts";
import type { Viewer } from "../domain/people/viewer.ts";
import type { Answers } from "../domain/protocol/answers.ts";
import { glassBecause, type Protocol } from "../domain/protocol/protocol.ts";
import type { Said } from "../domain/said.ts";
import { type Trx, transact } from "../store/db.ts";
import { findIdByReference, type Loaded, loadDifference } from "../store/differences.ts";
import { listPeople, listWhoMayBeAsked, type Person } from "../store/people.ts";
import { addReading, listReadingsOf, type WasRead } from "../store/readings.ts";
import { isSealed, listOpenNow, listWithSeal, type OpeningNow } from "../store/seals.ts";
import type { App } from "./app.ts";
import { changeUnseen } from "./change-difference.ts";
import { type ActOn, changedSinceRead, isDoneAlready } from "./hold-difference.ts";
import { partnershipClock } from "./partnership-clock.ts";

/** For so many hours somebody reads what they opened in an emergency, unless a setting says otherwise. */
const usualHours = 4;

/** A difference as whoever may seal it knows of it. */
export type Sealable = {
	/** Why they do not, although it would be theirs: then nothing else of it is told. */
	keptFrom: Said | undefined;
	id: string;
	reference: string;
	protocol: Protocol;
	/** Who alone may know of it; undefined while it is not sealed. */
	sealedTo: string[] | undefined;
	/** Who could know of it if it were not sealed, by agency and name. */
	couldKnow: Person[];
	/** Whether whoever asks may open it themself. */
	isReadable: boolean;
};

type Looked = { loaded: Loaded; protocol: Protocol; difference: Difference };

async function look(app: App, viewer: Viewer, id: string): Promise<Looked | undefined> {
	const loaded = await loadDifference(app.db, id);
	if (!loaded || loaded.partnershipId !== viewer.partnershipId) return undefined;
	const protocol = await app.protocols.version(app.db, loaded.versionId);
	return { loaded, protocol, difference: replay(protocol, loaded.header, loaded.entries) };
}

/** Whoever administers, with those who keep all seals: they see to one where none of these is left. */
async function asKeeper(app: App, viewer: Viewer): Promise<Viewer> {
	if (keepsSeals(viewer) || !isLastKeeper(viewer)) return viewer;
	return { ...viewer, sealKeepers: (await directoryOf(app, viewer)).filter(keepsSeals) };
}

const directoryOf = async (app: App, { partnershipId }: Viewer): Promise<Person[]> => {
	const { now } = await partnershipClock(app, app.db, partnershipId);
	return listWhoMayBeAsked(app.db, partnershipId, now.toPlainDate().toString());
};

/**
 * What somebody may seal, or take the seal from. That they looked is a reading too. Whoever a conflict of interest keeps from
 * it is told that.
 *
 * @returns undefined for whoever may not, and where there is none
 */
export async function findSealable(
	app: App,
	viewer: Viewer,
	id: string,
): Promise<Sealable | undefined> {
	const looked = await look(app, viewer, id);
	const keeper = await asKeeper(app, viewer);
	if (!looked) return undefined;
	const { protocol, difference, loaded } = looked;
	const because = knownKeptFromSeal(protocol, difference, loaded.entries, keeper);
	if (!because && sealsFor(protocol, difference, keeper) === undefined) return undefined;
	await transact(app.db, async (trx) => {
		const { now } = await partnershipClock(app, trx, viewer.partnershipId);
		await addReading(trx, viewer, {
			differenceId: id,
			what: "seal",
			at: now.toInstant().toString(),
		});
	});
	const isReadable = sidesOf(protocol, difference, viewer).length > 0;
	const known = { id, reference: difference.reference, protocol, isReadable };
	if (because)
		return {
			...known,
			keptFrom: saidKeptFromSeal(because),
			sealedTo: undefined,
			couldKnow: [],
		};
	return {
		...known,
		keptFrom: undefined,
		sealedTo: difference.sealed?.to,
		couldKnow: (await directoryOf(app, viewer)).filter((one) =>
			wouldKnow(protocol, difference, one),
		),
	};
}

/** The same by its reference, for whoever keeps seals, and whoever administers where none of these is left. */
export async function findSealableByReference(
	app: App,
	viewer: Viewer,
	reference: string,
): Promise<string | undefined> {
	if (!keepsSeals(viewer) && !isLastKeeper(viewer)) return undefined;
	const id = await findIdByReference(app.db, viewer.partnershipId, reference);
	return keepsSeals(viewer) || (id && (await isKeptBy(app, viewer, id))) ? id : undefined;
}

/** Whether somebody sees to the seal of a difference, or would but for a conflict of interest. */
async function isKeptBy(app: App, viewer: Viewer, id: string): Promise<boolean> {
	const looked = await look(app, viewer, id);
	return (
		looked !== undefined &&
		sealsFor(looked.protocol, looked.difference, await asKeeper(app, viewer)) !== undefined
	);
}

/**
 * Who could know of a difference when whoever acts read its seal; `changed` where that was other already. They need not be able to
 * read the difference, so nothing else of it is compared.
 */
export type SealAsRead = { to: readonly string[] | undefined } | "changed";

type OnSeal = Omit<ActOn, "lastRead"> & { asRead?: SealAsRead | undefined };

/** @throws Refusal 'changed-since-read' */
function checkSeal(asRead: SealAsRead | undefined, { sealed }: Difference): void {
	if (asRead === undefined) return;
	if (asRead === "changed" || asRead.to?.toString() !== sealed?.to.toString())
		throw changedSinceRead();
}

/** Seals a difference for some people, or for others than before. @throws Refusal as the rule does, and 'changed-since-read' */
export async function sealDifference(
	app: App,
	on: OnSeal,
	{ to, answers }: { to: readonly string[]; answers: Answers },
): Promise<void> {
	const people = (await directoryOf(app, on.by)).filter(({ id }) => to.includes(id));
	const by = await asKeeper(app, on.by);
	await change(app, on, (rules, difference, now) => {
		checkSeal(on.asRead, difference);
		return decideSeal(rules, difference, { to: people, answers }, by, now);
	});
}

/** Takes the seal off. @throws Refusal as the rule does, and 'changed-since-read' */
export async function unsealDifference(
	app: App,
	on: OnSeal,
	given: { answers: Answers },
): Promise<void> {
	const by = await asKeeper(app, on.by);
	await change(app, on, (rules, difference, now) => {
		checkSeal(on.asRead, difference);
		return decideUnseal(rules, difference, given, by, now);
	});
}

/** Opens a sealed difference in an emergency, for some hours. @throws Refusal as the rule does */
export const openInEmergency = (app: App, on: ActOn, { answers }: { answers: Answers }) =>
	change(app, on, (rules, difference, now) =>
		decideBreakGlass(
			rules,
			difference,
			{ answers, hours: app.hoursInEmergency ?? usualHours },
			on.by,
			now,
		),
	);

/** What somebody may open in an emergency: its reference, and for how many hours. Undefined for whoever has no business there. */
export async function findToOpenInEmergency(
	app: App,
	viewer: Viewer,
	id: string,
): Promise<{ reference: string; protocol: Protocol; hours: number } | undefined> {
	// What is not sealed is asked no further than what is not there.
	const looked = (await isSealed(app.db, viewer.partnershipId, id))
		? await look(app, viewer, id)
		: undefined;
	return looked &&
		!viewer.glassBrokenIn?.includes(id) &&
		mayBreakGlass(looked.protocol, looked.difference, viewer)
		? {
				reference: looked.difference.reference,
				protocol: looked.protocol,
				hours: app.hoursInEmergency ?? usualHours,
			}
		: undefined;
}

/** The same by its reference. */
export async function findToOpenByReference(
	app: App,
	viewer: Viewer,
	reference: string,
): Promise<string | undefined> {
	const id = await findIdByReference(app.db, viewer.partnershipId, reference);
	return id && (await findToOpenInEmergency(app, viewer, id)) ? id : undefined;
}

/** Somebody opened a sealed difference in an emergency: why, until when, and all that they read meanwhile. */
export type OpenedInEmergency = {
	by: Person | undefined;
	/** ISO instants. */
	at: string;
	until: string;
	because: string;
	read: WasRead[];
};

/** A difference that is or was sealed, by reference alone. */
export type Kept = {
	id: string;
	reference: string;
	/** Undefined where the seal is off. */
	sealed: { at: string; by: Person | undefined; to: Person[] } | undefined;
	/** Who took it off last, where it is off. */
	off: { at: string; by: Person | undefined } | undefined;
	/** Something is owed that nobody who may know of it can do. */
	isStuck: boolean;
	opened: OpenedInEmergency[];
	/** Why whoever asks does not see to this one: then who opened it is not told either. */
	keptFrom: Said | undefined;
};

/**
 * Everything that is or was sealed in a partnership, by identifiers: for whoever keeps seals; for whoever
 * administers what none of these is left to see to. Undefined for everybody else.
 */
export async function idsOfKept(app: App, viewer: Viewer): Promise<string[] | undefined> {
	if (!keepsSeals(viewer) && !isLastKeeper(viewer)) return undefined;
	const all = await listWithSeal(app.db, viewer.partnershipId);
	if (keepsSeals(viewer)) return all;
	const theirs: string[] = [];
	for (const id of all) if (await isKeptBy(app, viewer, id)) theirs.push(id);
	return theirs;
}

/** The same with what is told of each. @param some those of them that are asked for; left out, all */
export async function listKept(
	app: App,
	viewer: Viewer,
	some?: readonly string[],
): Promise<Kept[] | undefined> {
	const all = await idsOfKept(app, viewer);
	if (!all) return undefined;
	const directory = await directoryOf(app, viewer);
	const keeper = await asKeeper(app, viewer);
	const kept: Kept[] = [];
	for (const id of some ?? all) {
		const looked = await look(app, viewer, id);
		if (looked) kept.push(await keptOf(app, looked, directory, keeper));
	}
	return kept;
}

/**
 * Who reads what is sealed in an emergency at this moment: of every seal that whoever keeps seals sees to, else of those in which
 * whoever asks was named.
 */
export async function openingsNow(app: App, viewer: Viewer): Promise<OpeningNow[]> {
	const { now } = await partnershipClock(app, app.db, viewer.partnershipId);
	const at = now.toInstant().toString();
	if (!keepsSeals(viewer)) return listOpenNow(app.db, viewer.partnershipId, at, viewer.id);
	const theirs: OpeningNow[] = [];
	for (const opening of await listOpenNow(app.db, viewer.partnershipId, at)) {
		const looked = await look(app, viewer, opening.id);
		if (looked && sealsFor(looked.protocol, looked.difference, viewer) !== undefined)
			theirs.push(opening);
	}
	return theirs;
}

async function keptOf(
	app: App,
	{ loaded, protocol, difference }: Looked,
	directory: readonly Person[],
	viewer: Viewer,
): Promise<Kept> {
	const { id, reference, sealed } = difference;
	const kept = knownKeptFromSeal(protocol, difference, loaded.entries, viewer);
	const glassBroken = kept ? [] : difference.glassBroken;
	const off = sealed ? undefined : loaded.entries.findLast(({ type }) => type === "unsealed");
	const people = await listPeople(app.db, [
		...(off?.by?.person ? [off.by.person] : []),
		...(sealed?.to ?? []),
		...(sealed?.by?.person ? [sealed.by.person] : []),
		...glassBroken.map(({ person }) => person),
	]);
	const person = (of: string | null | undefined) => people.find((one) => one.id === of);
	const because = (seq: number): string => {
		const entry = loaded.entries.find((each) => each.seq === seq);
		const answer = entry?.type === "glass-broken" ? entry.answers[glassBecause] : undefined;
		return answer === undefined ? "" : String(answer);
	};
	return {
		id,
		reference,
		sealed: sealed && {
			at: sealed.at,
			by: person(sealed.by?.person),
			to: people.filter((one) => sealed.to.includes(one.id)),
		},
		off: off && { at: off.at, by: person(off.by?.person) },
		isStuck: leftToNobody(protocol, difference, directory).length > 0,
		keptFrom: kept && saidKeptFromSeal(kept),
		opened: await Promise.all(
			glassBroken.map(async ({ person: who, at, until, seq }) => ({
				by: person(who),
				at,
				until,
				because: because(seq),
				read: await listReadingsOf(app.db, { differenceId: id, personId: who, from: at, until }),
			})),
		),
	};
}

/** A change by somebody who need not be able to read the difference; the rule says whether it is theirs. */
const change = (
	app: App,
	on: ActOn,
	decide: (rules: Rules, difference: Difference, now: Temporal.ZonedDateTime) => RecordedEvent[],
): Promise<void> =>
	transact(app.db, async (trx: Trx) => {
		const here = await partnershipClock(app, trx, on.by.partnershipId);
		if (await isDoneAlready(trx, on, here)) return;
		await changeUnseen(app, trx, on.difference, here, (...held) =>
			throughToken(decide(...held), on.by),
		);
	});
