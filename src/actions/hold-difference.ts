import { timePasses } from "../domain/difference/consequences/time-passes.ts";
import { type Difference, type RecordedEvent, replay } from "../domain/difference/difference.ts";
import type { Rules } from "../domain/difference/rules.ts";
import { readersOf } from "../domain/difference/who/may-act.ts";
import { entriesFor, type Reader } from "../domain/difference/who/may-read.ts";
import type { Viewer } from "../domain/people/viewer.ts";
import type { Protocol } from "../domain/protocol/protocol.ts";
import { Refusal } from "../domain/refusal.ts";
import { zone } from "../domain/time.ts";
import { claimActKey, keyTaken } from "../store/act-keys.ts";
import type { Trx } from "../store/db.ts";
import { type Loaded, lockDifference } from "../store/differences.ts";
import type { App } from "./app.ts";
import { type PartnershipClock, partnershipClock } from "./partnership-clock.ts";

/** An act on a difference, by somebody who may know of it. */
export type ActOn = {
	difference: string;
	by: Viewer;
	/** The key of the form that was sent: sent twice, it acts once. */
	key: string;
	/** A digest of what the form holds: sent with other content, it is another. */
	content?: string | undefined;
	/** The files that stood on the page which was sent, by their identifiers; left out by what has no page. */
	filesSeen?: readonly string[] | undefined;
	/** The last entry that `by` had read when they decided to do it: where there is another by now, nothing is done. */
	lastRead?: number | undefined;
	/** Whether also somebody may do it who only reads the difference, because they opened it in an emergency. */
	asGuest?: boolean | undefined;
	/** Only to see whether the rules let it be done: nothing changes, and the key is not used up. */
	isTrial?: boolean | undefined;
};

/** A difference that nobody else can change until the transaction ends, with all that a rule asks for. */
export type HeldDifference = {
	loaded: Loaded;
	here: PartnershipClock;
	/** What it runs under, and the days that count. */
	rules: Rules;
	/** The days that count for another version of its protocol. */
	rulesOf: (protocol: Protocol) => Rules;
	/** What time alone has brought about since its last entry. */
	passed: RecordedEvent[];
	/** As its last entry left it, and as it stands now. */
	before: Difference;
	present: Difference;
	/** What `by` may read; nothing when nobody in particular asks. */
	readers: Reader[];
};

/**
 * Locks a difference and its calendar, and works out how it stands now: the one way to begin a change, or a preview of
 * one.
 *
 * @param by who asks; left out for what time alone brings about
 * @param at the time to hold it at; the partnership's own when left out
 * @returns undefined when it does not exist, or `by` may not know of it
 * @throws Refusal 'words-disposed' to whoever would act in it
 */
export async function holdDifference(
	app: App,
	trx: Trx,
	id: string,
	{ partnershipId, by, at }: { partnershipId: string; by?: Viewer; at?: PartnershipClock },
): Promise<HeldDifference | undefined> {
	const calendars = await app.calendars.hold(trx, partnershipId);
	const loaded = await lockDifference(trx, id);
	if (!loaded || loaded.partnershipId !== partnershipId) return undefined;
	const here = notBefore(
		loaded.entries.at(-1)?.at,
		at ?? (await partnershipClock(app, trx, partnershipId)),
	);
	const rulesOf = (protocol: Protocol) => ({ protocol, calendar: calendars.for(protocol) });
	const rules = rulesOf(await app.protocols.version(trx, loaded.versionId));
	const before = replay(rules.protocol, loaded.header, loaded.entries);
	const readers = by ? readersOf(rules.protocol, before, by) : [];
	if (by && readers.length === 0) return undefined;
	if (by && loaded.wordsLost === "disposed")
		throw new Refusal(
			"words-disposed",
			"What was written here was disposed of, for the time for which it is kept was over. Nothing can be added to it any more.",
		);
	const passed = timePasses(rules, before, here.now);
	const present =
		passed.length === 0
			? before
			: replay(rules.protocol, loaded.header, [...loaded.entries, ...passed]);
	return { loaded, here, rules, rulesOf, passed, before, present, readers };
}

/** A clock that went back writes no entry before the last one: the time of a record never runs backwards. */
function notBefore(last: string | undefined, here: PartnershipClock): PartnershipClock {
	const then =
		last === undefined ? undefined : Temporal.Instant.from(last).toZonedDateTimeISO(zone);
	return then && Temporal.ZonedDateTime.compare(here.now, then) < 0 ? { ...here, now: then } : here;
}

/**
 * Claims the key of a form for an act, in the transaction of the act.
 *
 * @returns true when this very form was sent before: the act has been done
 * @throws Refusal 'key-taken' when the key was used elsewhere; 'sent-before' when it came with other content
 */
export async function isDoneAlready(
	trx: Trx,
	{ difference, by, key, content }: ActOn,
	{ now }: PartnershipClock,
): Promise<boolean> {
	const earlier = await claimActKey(trx, {
		key,
		partnershipId: by.partnershipId,
		personId: by.id,
		differenceId: difference,
		content,
		at: now.toInstant().toString(),
	});
	if (earlier !== undefined && earlier !== difference) throw keyTaken();
	return earlier === difference;
}

/** @throws Refusal 'changed-since-read' where the last entry that whoever acts may read is another one */
export function checkLastRead({ loaded, readers }: HeldDifference, lastRead: number): void {
	if (entriesFor(loaded.entries, readers).at(-1)?.seq !== lastRead) throw changedSinceRead();
}

export const changedSinceRead = (): Refusal =>
	new Refusal(
		"changed-since-read",
		"Something happened in this since you read it. Read it again, and decide anew.",
	);
