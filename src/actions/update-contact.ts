import type { Viewer } from "../domain/people/viewer.ts";
import { Refusal } from "../domain/refusal.ts";
import { transact } from "../store/db.ts";
import { listFailedTo, saveFailuresSeen, saveMessageWaiting } from "../store/messages.ts";
import { findEmailOwner, listDirectory, saveContactChecked, saveEmail } from "../store/people.ts";
import type { App } from "./app.ts";
import { partnershipClock } from "./partnership-clock.ts";

/** Somebody says that their work address is right. */
export const confirmContact = (app: App, by: Viewer): Promise<void> =>
	transact(app.db, async (trx) => {
		const { now } = await partnershipClock(app, trx, by.partnershipId);
		await saveContactChecked(trx, by.id, now.toPlainDate().toString());
	});

/**
 * The Business Unit puts somebody's work address right; what could not be delivered to them goes again.
 *
 * @returns how many messages go again; undefined when there is no such person, or it is not for `by` to do
 * @throws Refusal 'address-taken'
 */
export function correctAddress(
	app: App,
	by: Viewer,
	personId: string,
	email: string,
): Promise<number | undefined> {
	return transact(app.db, async (trx) => {
		if (!by.offices.includes("business-unit")) return undefined;
		const directory = await listDirectory(trx, by.partnershipId);
		if (!directory.some(({ id }) => id === personId)) return undefined;
		const owner = await findEmailOwner(trx, email);
		if (owner !== undefined && owner !== personId)
			throw new Refusal(
				"address-taken",
				"Somebody else has this address. Enter the person’s own work address.",
			);
		const { now } = await partnershipClock(app, trx, by.partnershipId);
		await saveEmail(trx, personId, email, now.toPlainDate().toString());
		const failed = await listFailedTo(trx, personId);
		for (const messageId of failed) {
			await saveMessageWaiting(trx, messageId);
			await app.enqueue(trx, { name: "send-mail", data: { messageId } });
		}
		return failed.length;
	});
}

/**
 * The Business Unit has told somebody in another way what mail did not bring them.
 *
 * @param shownAt ISO instant at which it saw that mail did not reach them: of what failed since, it knows nothing yet
 */
export const noteTold = (app: App, by: Viewer, personId: string, shownAt: string): Promise<void> =>
	transact(app.db, async (trx) => {
		if (!by.offices.includes("business-unit")) return;
		const { now } = await partnershipClock(app, trx, by.partnershipId);
		await saveFailuresSeen(trx, by.partnershipId, personId, {
			shownAt,
			at: now.toInstant().toString(),
		});
	});
