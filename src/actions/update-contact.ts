import { mayArrangeFor, mayUpdateAgency } from "../domain/people/absence.ts";
import type { Viewer } from "../domain/people/viewer.ts";
import { Refusal } from "../domain/refusal.ts";
import { saveOutOfHours } from "../store/agencies.ts";
import { transact } from "../store/db.ts";
import { listFailedTo, saveFailuresSeen, saveMessageWaiting } from "../store/messages.ts";
import {
	isAddressTaken,
	listDirectory,
	saveContactChecked,
	saveEmail,
	savePhones,
} from "../store/people.ts";
import type { App } from "./app.ts";
import { sendingOf } from "./outbox.ts";
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
		if (await isAddressTaken(trx, { partnershipId: by.partnershipId, personId, email }))
			throw new Refusal(
				"address-taken",
				"Somebody else has this address. Enter the person’s own work address.",
			);
		const { now } = await partnershipClock(app, trx, by.partnershipId);
		await saveEmail(trx, personId, email, now.toPlainDate().toString());
		const failed = await listFailedTo(trx, personId);
		for (const messageId of failed) await saveMessageWaiting(trx, messageId);
		await app.enqueue(trx, failed.map(sendingOf));
		return failed.length;
	});
}

/**
 * The numbers under which somebody is rung at work: said by themself, by whoever answers for their agency or by the Business
 * Unit. With them, whoever answers for an agency and the Business Unit say its number for when nobody is at work.
 *
 * @param numbers null for none; `outOfHours` undefined where it is left as it is
 * @returns whether there is such a person, for whom `by` may say it
 */
export function updatePhones(
	app: App,
	by: Viewer,
	personId: string,
	numbers: { phone: string | null; mobile: string | null; outOfHours?: string | null | undefined },
): Promise<boolean> {
	return transact(app.db, async (trx) => {
		const directory = await listDirectory(trx, by.partnershipId);
		const person = directory.find(({ id }) => id === personId);
		if (!person || !mayArrangeFor(by, person)) return false;
		await savePhones(trx, personId, numbers);
		if (numbers.outOfHours !== undefined && mayUpdateAgency(by, person.agencyId))
			await saveOutOfHours(trx, person.agencyId, numbers.outOfHours);
		return true;
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
