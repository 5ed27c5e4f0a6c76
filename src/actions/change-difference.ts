import { attachFiles } from "../domain/difference/acts/attach-files.ts";
import { notOpen } from "../domain/difference/acts/not-open.ts";
import { throughToken } from "../domain/difference/acts/through-token.ts";
import { type Difference, type RecordedEvent, replay } from "../domain/difference/difference.ts";
import type { Rules } from "../domain/difference/rules.ts";
import { isGuest } from "../domain/difference/who/may-seal.ts";
import { type AttachedFile, checkFiles } from "../domain/files.ts";
import { type Trx, transact } from "../store/db.ts";
import { saveDifference } from "../store/differences.ts";
import { deleteDraft } from "../store/drafts.ts";
import { listFileDrafts, sendFiles } from "../store/files.ts";
import type { App } from "./app.ts";
import { closeLinks, doneByLink } from "./done-by-link.ts";
import { inviteToFeedback } from "./give-feedback.ts";
import {
	type ActOn,
	checkLastRead,
	type HeldDifference,
	holdDifference,
	isDoneAlready,
} from "./hold-difference.ts";
import { type Directory, notify } from "./notify.ts";
import type { PartnershipClock } from "./partnership-clock.ts";

/**
 * Load, let time pass, decide, record, tell who must be told: all in one transaction, so all of it happens or none.
 *
 * @param typedOn the page on which it was typed, and whether its draft is of everybody who may do it: the draft has
 *   served, and the files that were chosen there become part of the act
 * @returns the difference as it stands; undefined when it does not exist or `by` may not know of it
 * @throws Refusal 'key-taken' when the key was used elsewhere, 'words-disposed', 'not-open' to whoever only reads it,
 *   'changed-since-read', and as the rule says
 */
export function changeDifference(
	app: App,
	on: ActOn,
	decide: (
		rules: Rules,
		difference: Difference,
		now: Temporal.ZonedDateTime,
		entries: RecordedEvent[],
		trx: Trx,
		files: AttachedFile[],
	) => RecordedEvent[] | Promise<RecordedEvent[]>,
	typedOn?: { page: string; isShared: boolean },
): Promise<Difference | undefined> {
	return transact(app.db, async (trx) => {
		const held = await holdDifference(app, trx, on.difference, {
			partnershipId: on.by.partnershipId,
			by: on.by,
		});
		if (!held) return undefined;
		if (isGuest(held.present, on.by) && !on.asGuest) throw notOpen();
		if (!on.isTrial && (await isDoneAlready(trx, on, held.here))) return held.before;
		if (on.lastRead !== undefined) checkLastRead(held, on.lastRead);
		const files = typedOn
			? await listFileDrafts(trx, {
					owner: typedOn.isShared ? null : on.by.id,
					differenceId: on.difference,
					page: typedOn.page,
				})
			: [];
		const decided = await decide(
			held.rules,
			held.present,
			held.here.now,
			[...held.loaded.entries, ...held.passed],
			trx,
			files,
		);
		checkFiles(files, app.files.limits, on.filesSeen);
		if (on.isTrial) return held.before;
		const { protocol } = held.rules;
		const { header, entries } = held.loaded;
		const acted = throughToken(attachFiles(decided, files), on.by);
		const ended =
			on.by.onlyIn === undefined
				? []
				: doneByLink(
						held.rules,
						replay(protocol, header, [...entries, ...held.passed, ...acted]),
						on.by,
						held.here.now,
					);
		const after = await record(trx, app, held, [...held.passed, ...acted, ...ended]);
		if (ended.length > 0) await closeLinks(trx, app, on.by, held.here);
		await sendFiles(trx, files, {
			differenceId: on.difference,
			seq: acted.find((entry) => entry.files)?.seq ?? 0,
		});
		if (typedOn) {
			const place = { differenceId: on.difference, page: typedOn.page };
			await deleteDraft(trx, { ...place, owner: null }, { ...place, owner: on.by.id });
		}
		return after;
	});
}

/**
 * Notes what time alone has brought about in one difference: clocks that ran out, and what that opens.
 * Doing it again does nothing.
 *
 * @param directory shared by many that are seen to within moments
 */
export function letTimePass(
	app: App,
	id: string,
	at: PartnershipClock,
	directory?: Directory,
): Promise<void> {
	return transact(app.db, async (trx) => {
		const held = await holdDifference(app, trx, id, { partnershipId: at.partnership.id, at });
		if (held && held.passed.length > 0) await record(trx, app, held, held.passed, directory);
	});
}

/**
 * Notes in one difference what follows from something outside it, such as that somebody left: nobody acts in it, and
 * whoever brings it about need not know of it.
 */
export async function changeUnseen(
	app: App,
	trx: Trx,
	id: string,
	at: PartnershipClock,
	decide: (rules: Rules, difference: Difference, now: Temporal.ZonedDateTime) => RecordedEvent[],
): Promise<void> {
	const held = await holdDifference(app, trx, id, { partnershipId: at.partnership.id, at });
	if (!held) return;
	const happened = decide(held.rules, held.present, held.here.now);
	if (happened.length > 0) await record(trx, app, held, [...held.passed, ...happened]);
}

async function record(
	trx: Trx,
	app: App,
	{ loaded, here, rules: { protocol } }: HeldDifference,
	happened: RecordedEvent[],
	directory?: Directory,
): Promise<Difference> {
	const after = await saveDifference(trx, protocol, loaded, happened);
	if (happened.some(({ type }) => type === "ended"))
		await inviteToFeedback(trx, here.partnership.id, protocol, after);
	await notify(trx, app, here, protocol, after, happened, directory);
	return after;
}
