/**
 * How long a partnership keeps what it has: its schedule, what is due by it, and what two people decide of that. What then
 * happens is dispose.ts.
 */

import { randomUUID } from "node:crypto";
import type { IsoDay } from "../domain/calendar/iso-day.ts";
import { sayEnding } from "../domain/difference/told/words.ts";
import { officesRead, reportingOffice, type Viewer } from "../domain/people/viewer.ts";
import { stageTitle } from "../domain/protocol/protocol.ts";
import { plainReference } from "../domain/reference.ts";
import { Refusal } from "../domain/refusal.ts";
import {
	confirmsDisposal,
	decidesRetention,
	type RetentionStanding,
	standingOf,
} from "../domain/retention/decision.ts";
import { dueOn } from "../domain/retention/due.ts";
import {
	type Rule,
	ruleFor,
	type Schedule,
	schedule,
	soonestAfterEnd,
} from "../domain/retention/schedule.ts";
import { said } from "../domain/said.ts";
import { cleanText, saysSomething } from "../domain/typed-text.ts";
import { type Db, type Trx, transact } from "../store/db.ts";
import {
	addDecision,
	addHold,
	addSchedule,
	findEnded,
	findSchedule,
	liftHold,
	listRetained,
	lockRetained,
	type Retained,
	type SavedSchedule,
} from "../store/retention.ts";
import type { App } from "./app.ts";
import { partnershipClock } from "./partnership-clock.ts";

/** What retention asks of Concord. */
export type RetentionApp = Pick<App, "db" | "clock" | "protocols">;

/** A difference with where it stands, and what the schedule says of it. */
export type Standing = {
	difference: Retained;
	standing: RetentionStanding;
	/** Of what has ended. */
	rule: Rule | null;
	/** What it is called where it ended: its stage and ending, in the protocol’s words. */
	how: string;
};

/** Whether somebody reads what is due, held and disposed of: who decides, and who may confirm. */
export const readsRetention = confirmsDisposal;

/** Whether somebody reads certificates: also the office, which is asked for what is gone. */
export const readsCertificates = (viewer: Viewer): boolean =>
	readsRetention(viewer) || officesRead(viewer).includes(reportingOffice);

/**
 * Everything that is due by a schedule on a day, on hold, or kept by a decision, in the order in which it ended.
 *
 * @param rules a schedule to try; the one in force when left out
 */
export async function listStanding(
	app: RetentionApp,
	partnershipId: string,
	{ today, rules }: { today: IsoDay; rules?: Schedule },
	db: Db | Trx = app.db,
): Promise<Standing[]> {
	const by = rules ?? (await findSchedule(db, partnershipId)).rules;
	const years = soonestAfterEnd(by);
	const found = new Map<string, Retained>();
	// Nothing that ended in the same year can be due: see dueOn.
	if (years !== null) {
		const endedBy = `${Number(today.slice(0, 4)) - years - 1}-12-31`;
		for (const each of await listRetained(db, partnershipId, { endedBy })) found.set(each.id, each);
	}
	for (const each of await listRetained(db, partnershipId, { isDecided: true }))
		found.set(each.id, each);
	const all: Standing[] = [];
	for (const difference of found.values()) {
		const one = await standingIn(app, db, by, difference, today);
		if (one.standing.is !== "kept" && one.standing.is !== "open") all.push(one);
	}
	return all;
}

async function standingIn(
	{ protocols }: Pick<App, "protocols">,
	db: Db | Trx,
	rules: Schedule,
	difference: Retained,
	today: IsoDay,
): Promise<Standing> {
	const protocol = await protocols.version(db, difference.versionId);
	const isOpen = difference.isOpen || difference.goesOn;
	const ended = isOpen ? undefined : await findEnded(db, protocol, difference);
	const stage = stageTitle(protocol, difference.stage);
	const ending = difference.ending === null ? null : sayEnding(protocol, difference.ending);
	return {
		difference,
		standing: standingOf(
			{ ...difference, isOpen, dueOn: ended ? dueOn(rules, ended) : null },
			today,
		),
		rule: ended ? ruleFor(rules, ended) : null,
		how: ending === null ? stage : `${ending}, at ${stage}`,
	};
}

/** One of them, whether or not it is due. */
export async function findStanding(
	app: RetentionApp,
	viewer: Viewer,
	which: { id: string } | { reference: string },
	db: Db | Trx = app.db,
): Promise<Standing | undefined> {
	if (!readsRetention(viewer)) return undefined;
	const { now } = await partnershipClock(app, db, viewer.partnershipId);
	const asked = "id" in which ? which : { reference: plainReference(which.reference) };
	const [difference] = await listRetained(db, viewer.partnershipId, asked);
	const { rules } = await findSchedule(db, viewer.partnershipId);
	return difference && standingIn(app, db, rules, difference, now.toPlainDate().toString());
}

/** What somebody decides of what is due; disposal waits for a second person. */
export type Decided =
	| { decides: "dispose" }
	| { decides: "keep"; keepUntil: IsoDay; reason: string }
	| { decides: "hold"; reason: string };

/** For so many years something may be kept by one decision. */
const longestKept = 50;

/**
 * Decides what becomes of differences that are due; a hold may be placed on any. All of them, or none where one is refused.
 *
 * @throws Refusal 'not-yours' | 'not-known' | 'on-hold' | 'not-due' | 'reason-missing' | 'in-the-past' | 'too-far'
 */
export function decideRetention(
	app: RetentionApp,
	by: Viewer,
	differences: readonly string[],
	decided: Decided,
): Promise<void> {
	if (!decidesRetention(by))
		throw new Refusal("not-yours", "Only the data protection officer decides how long it is kept.");
	const reason = "reason" in decided ? cleanText(decided.reason).trim() : "";
	if (decided.decides !== "dispose" && !saysSomething(reason))
		throw new Refusal("reason-missing", "Say why it is kept.");
	return transact(app.db, async (trx) => {
		const { now } = await partnershipClock(app, trx, by.partnershipId);
		const [today, at] = [now.toPlainDate(), now.toInstant().toString()];
		if (decided.decides === "keep") {
			if (decided.keepUntil <= today.toString())
				throw new Refusal("in-the-past", "Enter a day after today.");
			if (decided.keepUntil > today.add({ years: longestKept }).toString())
				throw new Refusal("too-far", said`Enter a day in the next ${longestKept} years.`);
		}
		const { version } = await findSchedule(trx, by.partnershipId);
		// In one order, so that two people who decide on the same never wait for each other.
		for (const id of differences.toSorted()) {
			const { difference, standing } = await held(app, trx, by, id);
			const { reference, decisions } = difference;
			if (standing.is === "on-hold") throw onHold(reference);
			if (decided.decides === "hold") {
				await addHold(trx, by.partnershipId, id, { id: randomUUID(), reason, at, by: by.id });
				continue;
			}
			if (standing.is !== "due") throw notDue(reference);
			await addDecision(trx, by.partnershipId, id, {
				number: decisions.length + 1,
				decides: decided.decides,
				keepUntil: decided.decides === "keep" ? decided.keepUntil : null,
				reason: decided.decides === "keep" ? reason : null,
				dueOn: decided.decides === "dispose" ? standing.dueOn : null,
				at,
				by: by.id,
				scheduleVersion: version,
			});
		}
	});
}

/**
 * Takes a decision to dispose of something back, or says no to it as the second person.
 *
 * @throws Refusal 'not-yours' | 'not-known' | 'not-due' | 'reason-missing'
 */
export function refuseDisposal(
	app: RetentionApp,
	by: Viewer,
	id: string,
	why: string,
): Promise<void> {
	if (!confirmsDisposal(by)) throw notTheirs();
	const reason = cleanText(why).trim();
	if (!saysSomething(reason))
		throw new Refusal("reason-missing", "Say why it is not disposed of now.");
	return transact(app.db, async (trx) => {
		const { now } = await partnershipClock(app, trx, by.partnershipId);
		const { difference, standing } = await held(app, trx, by, id);
		if (standing.is !== "to-confirm") throw notDue(difference.reference);
		await addDecision(trx, by.partnershipId, id, {
			number: difference.decisions.length + 1,
			decides: "not",
			keepUntil: null,
			reason,
			dueOn: null,
			at: now.toInstant().toString(),
			by: by.id,
			scheduleVersion: (await findSchedule(trx, by.partnershipId)).version,
		});
	});
}

/**
 * Lifts a hold.
 *
 * @throws Refusal 'not-yours' | 'not-known' | 'on-hold' | 'reason-missing'
 */
export function liftLegalHold(
	app: RetentionApp,
	by: Viewer,
	id: string,
	given: string,
): Promise<void> {
	if (!decidesRetention(by))
		throw new Refusal("not-yours", "Only the data protection officer lifts a hold.");
	const why = cleanText(given).trim();
	if (!saysSomething(why)) throw new Refusal("reason-missing", "Say why the hold is lifted.");
	return transact(app.db, async (trx) => {
		const { now } = await partnershipClock(app, trx, by.partnershipId);
		const { standing } = await held(app, trx, by, id);
		if (standing.is !== "on-hold")
			throw new Refusal("on-hold", "There is no hold on this any more.");
		await liftHold(trx, standing.hold.id, { why, at: now.toInstant().toString(), by: by.id });
	});
}

/** A difference as it stands, held until `trx` ends. @throws Refusal 'not-known' */
export async function held(app: RetentionApp, trx: Trx, by: Viewer, id: string): Promise<Standing> {
	const found =
		(await lockRetained(trx, by.partnershipId, id)) && (await findStanding(app, by, { id }, trx));
	if (!found) throw new Refusal("not-known", "There is nothing of this reference.");
	return found;
}

export const notTheirs = (): Refusal =>
	new Refusal(
		"not-yours",
		"Only a data protection officer or the head of the Business Unit confirms this.",
	);

const onHold = (reference: string) =>
	new Refusal(
		"on-hold",
		said`${reference} is on hold. Nothing is done with it until that is lifted.`,
	);

export const notDue = (reference: string): Refusal =>
	new Refusal(
		"not-due",
		said`${reference} is not waiting for this any more. Somebody decided on it, or the schedule changed. Look at it again.`,
	);

/**
 * Changes the schedule; what it said before is kept.
 *
 * @param given `read` the version that stood on the page
 * @throws Refusal 'not-yours' | 'reason-missing' | 'wrong-answers' | 'changed-meanwhile'
 */
export async function saveSchedule(
	app: RetentionApp,
	by: Viewer,
	given: { read: number; rules: Schedule; why: string },
): Promise<SavedSchedule["version"]> {
	if (!decidesRetention(by))
		throw new Refusal("not-yours", "Only the data protection officer changes the schedule.");
	const why = cleanText(given.why).trim();
	if (!saysSomething(why))
		throw new Refusal("reason-missing", "Say why, such as the policy that it follows.");
	const read = schedule.safeParse(given.rules);
	if (!read.success)
		throw new Refusal("wrong-answers", "A number in this schedule is not one that can be kept to.");
	return transact(app.db, async (trx) => {
		const { now } = await partnershipClock(app, trx, by.partnershipId);
		const { version } = await findSchedule(trx, by.partnershipId);
		const added =
			version === given.read &&
			(await addSchedule(trx, by.partnershipId, {
				version: version + 1,
				rules: read.data,
				why,
				at: now.toInstant().toString(),
				by: by.id,
			}));
		if (!added)
			throw new Refusal(
				"changed-meanwhile",
				"Somebody else changed the schedule meanwhile. Open it in another tab, see what they changed, then save yours again from there.",
			);
		return version + 1;
	});
}
