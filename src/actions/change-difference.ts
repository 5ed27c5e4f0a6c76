import { timePasses } from "../domain/difference/consequences/time-passes.ts";
import { type Difference, type RecordedEvent, replay } from "../domain/difference/difference.ts";
import type { Rules } from "../domain/difference/rules.ts";
import { sidesOf } from "../domain/difference/who/may-act.ts";
import type { Viewer } from "../domain/people/viewer.ts";
import { claimActKey, keyTaken } from "../store/act-keys.ts";
import { type Trx, transact } from "../store/db.ts";
import { lockDifference, saveDifference } from "../store/differences.ts";
import type { App } from "./app.ts";
import { notify } from "./notify.ts";
import { type PartnershipClock, timeIn } from "./partnership-clock.ts";

/** An act on a difference, by somebody who may know of it. */
export type ActOn = {
	difference: string;
	by: Viewer;
	/** The key of the form that was sent: sent twice, it acts once. */
	key: string;
};

/**
 * Load, let time pass, decide, record, tell who must be told: all in one transaction, so all of it happens or none.
 *
 * @returns the difference as it stands; undefined when it does not exist or `by` may not know of it
 * @throws Refusal 'key-taken' when the key was used elsewhere, and as the rule says
 */
export function changeDifference(
	app: App,
	{ difference: id, by, key }: ActOn,
	decide: (rules: Rules, difference: Difference, now: Temporal.ZonedDateTime) => RecordedEvent[],
	alongside: (trx: Trx) => Promise<void> = async () => {},
): Promise<Difference | undefined> {
	return transact(app.db, async (trx) => {
		const calendars = await app.calendars.hold(trx, by.partnershipId);
		const loaded = await lockDifference(trx, id);
		if (!loaded || loaded.partnershipId !== by.partnershipId) return undefined;
		const here = await timeIn(app, trx, loaded.partnershipId);
		const protocol = await app.protocols.version(trx, loaded.versionId);
		const rules = { protocol, calendar: calendars.for(protocol) };
		const before = replay(protocol, loaded.header, loaded.entries);
		if (sidesOf(protocol, before, by).length === 0) return undefined;

		const claim = {
			key,
			partnershipId: by.partnershipId,
			personId: by.id,
			differenceId: id,
			at: here.now.toInstant().toString(),
		};
		const earlier = await claimActKey(trx, claim);
		if (earlier === id) return before;
		if (earlier !== undefined) throw keyTaken();

		const passed = timePasses(rules, before, here.now);
		const present = replay(protocol, loaded.header, [...loaded.entries, ...passed]);
		const happened = [...passed, ...decide(rules, present, here.now)];
		const after = await saveDifference(trx, protocol, loaded, happened);
		await notify(trx, app, here, protocol, after, happened);
		await alongside(trx);
		return after;
	});
}

/**
 * Notes what time alone has brought about in one difference: clocks that ran out, and what that opens.
 * Doing it again does nothing.
 */
export function letTimePass(app: App, id: string, here: PartnershipClock): Promise<void> {
	return transact(app.db, async (trx) => {
		const calendars = await app.calendars.hold(trx, here.partnership.id);
		const loaded = await lockDifference(trx, id);
		if (!loaded) return;
		const protocol = await app.protocols.version(trx, loaded.versionId);
		const rules = { protocol, calendar: calendars.for(protocol) };
		const before = replay(protocol, loaded.header, loaded.entries);
		const happened = timePasses(rules, before, here.now);
		if (happened.length === 0) return;
		const after = await saveDifference(trx, protocol, loaded, happened);
		await notify(trx, app, here, protocol, after, happened);
	});
}
