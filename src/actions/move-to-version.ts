import {
	datesMoved,
	moveToVersion as decideMove,
	type MovedDate,
	mayMoveToVersion,
} from "../domain/difference/acts/move-to-version.ts";
import { throughToken } from "../domain/difference/acts/through-token.ts";
import type { RecordedEvent } from "../domain/difference/difference.ts";
import { entriesFor } from "../domain/difference/who/may-read.ts";
import type { Viewer } from "../domain/people/viewer.ts";
import type { Protocol } from "../domain/protocol/protocol.ts";
import { Refusal } from "../domain/refusal.ts";
import { type Trx, transact } from "../store/db.ts";
import { saveDifference } from "../store/differences.ts";
import { listVersions } from "../store/protocol-versions.ts";
import type { App } from "./app.ts";
import {
	type ActOn,
	checkLastRead,
	type HeldDifference,
	holdDifference,
	isDoneAlready,
} from "./hold-difference.ts";
import { notify } from "./notify.ts";
import type { PartnershipClock } from "./partnership-clock.ts";

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
 * @throws Refusal 'key-taken' | 'changed-since-read' | 'no-such-version', and as the rule of that name
 */
export function moveToVersion(
	app: App,
	on: ActOn,
	given: { version: string; reason: string },
): Promise<number | undefined> {
	const { by } = on;
	return transact(app.db, async (trx) => {
		const held = await holdDifference(app, trx, on.difference, {
			partnershipId: by.partnershipId,
			by,
		});
		if (!held) return undefined;
		const { loaded, here, rules, passed, present } = held;
		if (await isDoneAlready(trx, on, here)) return entryOfMove(loaded.entries);
		if (on.lastRead !== undefined) checkLastRead(held, on.lastRead);
		const { moved, to } = await decide(app, trx, held, by, given);
		const after = await saveDifference(trx, to, { ...loaded, versionId: given.version }, [
			...passed,
			...moved,
		]);
		await notify(trx, app, here, rules.protocol, present, passed);
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
		const held = await holdDifference(app, trx, id, { partnershipId: by.partnershipId, by });
		if (!held || !mayMoveToVersion(held.rules.protocol, held.before, by)) return undefined;
		try {
			const { moved, to } = await decide(app, trx, held, by, { version, reason: "A preview" });
			return { dates: datesMoved(to, entriesFor(moved, held.readers)) };
		} catch (refusal) {
			if (refusal instanceof Refusal) return { refused: refusal.message };
			throw refusal;
		}
	});
}

async function decide(
	app: App,
	trx: Trx,
	{ loaded, here, rules, rulesOf, passed, present }: HeldDifference,
	by: Viewer,
	given: { version: string; reason: string },
) {
	const to = await versionToMoveTo(app, trx, here, given.version);
	const decided = decideMove(
		{ id: loaded.versionId, rules },
		{ id: given.version, rules: rulesOf(to) },
		present,
		[...loaded.entries, ...passed],
		{ reason: given.reason },
		by,
		here.now,
	);
	return { moved: throughToken(decided, by), to };
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
