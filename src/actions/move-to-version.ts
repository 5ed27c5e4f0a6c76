import {
	datesMoved,
	moveToVersion as decideMove,
	type MovedDate,
	mayMoveToVersion,
} from "../domain/difference/acts/move-to-version.ts";
import { timePasses } from "../domain/difference/consequences/time-passes.ts";
import { type RecordedEvent, replay } from "../domain/difference/difference.ts";
import type { Rules } from "../domain/difference/rules.ts";
import { sidesOf } from "../domain/difference/who/may-act.ts";
import { entriesFor } from "../domain/difference/who/may-read.ts";
import type { Viewer } from "../domain/people/viewer.ts";
import type { Protocol } from "../domain/protocol/protocol.ts";
import { Refusal } from "../domain/refusal.ts";
import { claimActKey, keyTaken } from "../store/act-keys.ts";
import { type Trx, transact } from "../store/db.ts";
import { lockDifference, saveDifference } from "../store/differences.ts";
import { listVersions } from "../store/protocol-versions.ts";
import type { App } from "./app.ts";
import type { ActOn } from "./change-difference.ts";
import { notify } from "./notify.ts";
import { type PartnershipClock, timeIn } from "./partnership-clock.ts";

/** What moving a difference to another version would change, before anybody decides. */
export type MovePreview =
	| { dates: MovedDate[]; refused?: never }
	| { refused: string; dates?: never };

/**
 * A difference under way goes on under another version of its protocol: the record notes it with the reason, open
 * clocks are counted again, and whoever owes something is told once.
 *
 * @returns the number of its entry in the record; undefined when the difference does not exist or `by` may not know
 *   of it
 * @throws Refusal 'key-taken' | 'no-such-version', and as the rule of that name
 */
export function moveToVersion(
	app: App,
	{ difference: id, by, key }: ActOn,
	given: { version: string; reason: string },
): Promise<number | undefined> {
	return transact(app.db, async (trx) => {
		const held = await holdFor(app, trx, by, id);
		if (!held) return undefined;
		const { loaded, here, from } = held;
		const earlier = await claimActKey(trx, {
			key,
			partnershipId: by.partnershipId,
			personId: by.id,
			differenceId: id,
			at: here.now.toInstant().toString(),
		});
		if (earlier === id) return entryOfMove(loaded.entries);
		if (earlier !== undefined) throw keyTaken();
		const { passed, present, moved, to } = await decide(app, trx, held, by, given);
		const after = await saveDifference(trx, to, { ...loaded, versionId: given.version }, [
			...passed,
			...moved,
		]);
		await notify(trx, app, here, from, present, passed);
		await notify(trx, app, here, to, after, moved);
		return entryOfMove(moved);
	});
}

const entryOfMove = (entries: RecordedEvent[]): number =>
	entries.findLast(({ type }) => type === "moved-to-version")?.seq ?? 1;

/**
 * Says what a move would change. Nothing is stored.
 *
 * @returns undefined when the difference does not exist, or `by` may not know of it or may not move it
 */
export function previewMoveToVersion(
	app: App,
	by: Viewer,
	id: string,
	version: string,
): Promise<MovePreview | undefined> {
	return transact(app.db, async (trx) => {
		const held = await holdFor(app, trx, by, id);
		if (!held || !mayMoveToVersion(held.from, held.before, by)) return undefined;
		try {
			const given = { version, reason: "A preview" };
			const { moved, to } = await decide(app, trx, held, by, given);
			const sides = sidesOf(held.from, held.before, by);
			return { dates: datesMoved(to, entriesFor(moved, sides)) };
		} catch (refusal) {
			if (refusal instanceof Refusal) return { refused: refusal.message };
			throw refusal;
		}
	});
}

type Held = NonNullable<Awaited<ReturnType<typeof holdFor>>>;

/** The difference, held, when `by` may know of it. */
async function holdFor(app: App, trx: Trx, by: Viewer, id: string) {
	const calendars = await app.calendars.hold(trx, by.partnershipId);
	const loaded = await lockDifference(trx, id);
	if (!loaded || loaded.partnershipId !== by.partnershipId) return undefined;
	const here: PartnershipClock = await timeIn(app, trx, loaded.partnershipId);
	const from = await app.protocols.version(trx, loaded.versionId);
	const before = replay(from, loaded.header, loaded.entries);
	if (sidesOf(from, before, by).length === 0) return undefined;
	const rulesOf = (protocol: Protocol): Rules => ({
		protocol,
		calendar: calendars.for(protocol),
	});
	return { loaded, here, from, before, rulesOf };
}

async function decide(
	app: App,
	trx: Trx,
	{ loaded, here, from, before, rulesOf }: Held,
	by: Viewer,
	given: { version: string; reason: string },
) {
	const to = await versionToMoveTo(app, trx, here, given.version);
	const rules = rulesOf(from);
	const passed = timePasses(rules, before, here.now);
	const entries = [...loaded.entries, ...passed];
	const present = replay(from, loaded.header, entries);
	const moved = decideMove(
		{ id: loaded.versionId, rules },
		{ id: given.version, rules: rulesOf(to) },
		present,
		entries,
		{ reason: given.reason },
		by,
		here.now,
	);
	return { passed, present, moved, to };
}

/** A version that is or was in force. @throws Refusal 'no-such-version' */
async function versionToMoveTo(
	app: App,
	trx: Trx,
	{ partnership, now }: PartnershipClock,
	id: string,
): Promise<Protocol> {
	const today = now.toPlainDate().toString();
	const version = (await listVersions(trx, partnership.id)).find(
		(each) => each.id === id && each.state === "approved" && (each.inForceFrom ?? "") <= today,
	);
	if (!version)
		throw new Refusal(
			"no-such-version",
			"It can be moved only to a version that has come into force.",
		);
	return app.protocols.version(trx, version.id);
}
