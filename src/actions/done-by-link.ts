/** How a link ends when what was asked of its reader is done. */
import { linkEnded } from "../domain/difference/acts/vouch.ts";
import type { Difference, RecordedEvent } from "../domain/difference/difference.ts";
import type { Rules } from "../domain/difference/rules.ts";
import { isDone } from "../domain/difference/who/may-vouch.ts";
import { recordsOwed } from "../domain/difference/who/records-owed.ts";
import type { Viewer } from "../domain/people/viewer.ts";
import { accountNotice, answerPath } from "../mail/notices/about-account.ts";
import { saveLinksClosed } from "../store/answering-by-link.ts";
import type { Trx } from "../store/db.ts";
import { listDirectoryOn } from "../store/people.ts";
import type { App } from "./app.ts";
import { queueMessages, senderOf } from "./outbox.ts";
import type { PartnershipClock } from "./partnership-clock.ts";

/** For how long what they sent stays open to them, to read and to keep, in minutes. */
const minutesToRead = 30;

/** That somebody’s link is used up, where what they just did was the last thing that is theirs. */
export function doneByLink(
	rules: Rules,
	difference: Difference,
	by: Viewer,
	now: Temporal.ZonedDateTime,
): RecordedEvent[] {
	const { protocol } = rules;
	const isOwed = recordsOwed(protocol, difference).some(({ duty }) => duty.person === by.id);
	return by.onlyIn === undefined || isOwed || !isDone(protocol, difference, by)
		? []
		: linkEnded(rules, difference, { person: by.id, because: "done" }, now);
}

/** Closes the links of whoever is done: what they have open stays so for a while, to read and to keep. */
export async function closeLinks(
	trx: Trx,
	app: App,
	by: Viewer,
	here: PartnershipClock,
): Promise<void> {
	const now = here.now.toInstant();
	const directory = await listDirectoryOn(trx, by.partnershipId, here.now.toPlainDate().toString());
	await queueMessages(trx, app, here, [
		{
			differenceId: by.onlyIn ?? null,
			to: by,
			notice: accountNotice(senderOf(app, here, directory), by, "answered", { path: answerPath }),
		},
	]);
	await saveLinksClosed(trx, by.id, {
		at: now.toString(),
		until: now.add({ minutes: minutesToRead }).toString(),
	});
}
