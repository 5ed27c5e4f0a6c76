import { randomUUID } from "node:crypto";
import type { Contact, Sender } from "../mail/notices/about-difference.ts";
import type { Notice } from "../mail/notices/notice.ts";
import type { Trx } from "../store/db.ts";
import { addMessages } from "../store/messages.ts";
import type { App } from "./app.ts";
import { addressOf } from "./own-address.ts";
import type { PartnershipClock } from "./partnership-clock.ts";

/** A message to somebody; `differenceId` null when it is about several, or none. */
export type Outgoing = {
	differenceId: string | null;
	to: { id: string };
	notice: Notice;
	/** To the sign-in address of this account instead of the person's work address. */
	toAccount?: string | undefined;
	/** Of one-time-link.ts: what is added to the notice's link when it leaves. */
	oneTimeLinkId?: string | undefined;
};

/**
 * Who writes a partnership's messages, and whom of its office to ask about them.
 *
 * @param directory where whoever is asked is looked up
 */
export const senderOf = (
	app: Pick<App, "address">,
	{ partnership }: Pick<PartnershipClock, "partnership">,
	directory: readonly (Contact & { offices: readonly string[]; away?: unknown })[] = [],
): Sender => ({
	partnership: partnership.name,
	address: addressOf(app, partnership),
	ask: directory
		.filter(({ offices, away }) => offices.includes("business-unit") && !away)
		.slice(0, 2),
});

/**
 * Puts messages in the outbox and asks for them to be sent once the transaction stands.
 *
 * @returns their identifiers, in order
 */
export async function queueMessages(
	trx: Trx,
	app: Pick<App, "enqueue">,
	{ partnership, now }: PartnershipClock,
	messages: readonly Outgoing[],
): Promise<string[]> {
	if (messages.length === 0) return [];
	const withIds = messages.map(({ to, ...message }) => ({
		...message,
		id: randomUUID(),
		toPerson: to.id,
		kind: message.notice.kind,
	}));
	await addMessages(trx, partnership.id, now.toInstant().toString(), withIds);
	const ids = withIds.map(({ id }) => id);
	for (const messageId of ids) await app.enqueue(trx, { name: "send-mail", data: { messageId } });
	return ids;
}
