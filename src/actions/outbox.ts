import { randomUUID } from "node:crypto";
import { isEndOfDay, londonTime } from "../domain/time.ts";
import { answerPath } from "../mail/notices/about-account.ts";
import type { Contact, Sender } from "../mail/notices/about-difference.ts";
import { type Notice, notice } from "../mail/notices/notice.ts";
import { lockByLink } from "../store/answering-by-link.ts";
import type { Trx } from "../store/db.ts";
import { addMessages } from "../store/messages.ts";
import { listDirectoryOn, type Person } from "../store/people.ts";
import type { App, Job } from "./app.ts";
import { makeOneTimeLink } from "./one-time-link.ts";
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
	offersWelsh: partnership.offersWelsh,
	ask: directory
		.filter(({ offices, away }) => offices.includes("business-unit") && !away)
		.slice(0, 2),
});

/** Tells those of the directory of today who are meant; nobody where nobody is. @param noticeTo what each is told */
export async function tellThose(
	app: Pick<App, "enqueue" | "address" | "clock">,
	trx: Trx,
	here: PartnershipClock,
	isTold: (person: Person) => boolean,
	noticeTo: (sender: Sender, to: Person) => Notice,
): Promise<void> {
	const { partnership, now } = here;
	const directory = await listDirectoryOn(trx, partnership.id, now.toPlainDate().toString());
	const sender = senderOf(app, here, directory);
	await queueMessages(
		trx,
		app,
		here,
		directory
			.filter(isTold)
			.map((to) => ({ differenceId: null, to, notice: noticeTo(sender, to) })),
	);
}

/**
 * Puts messages in the outbox and asks for them to be sent once the transaction stands. Whoever answers by a link gets
 * each with a link of their own, where others would sign in.
 *
 * @returns their identifiers, in order
 */
export async function queueMessages(
	trx: Trx,
	app: Pick<App, "enqueue" | "address" | "clock">,
	{ partnership, now }: PartnershipClock,
	messages: readonly Outgoing[],
): Promise<string[]> {
	if (messages.length === 0) return [];
	const byLink = await lockByLink(trx, [...new Set(messages.map(({ to }) => to.id))]);
	const linked = await Promise.all(
		messages.map(async (message) => {
			const reader = byLink.find(({ id }) => id === message.to.id);
			return reader && message.notice.kind !== "account"
				? withLink(trx, app, message, reader)
				: message;
		}),
	);
	const withIds = linked.map(({ to, ...message }) => ({
		...message,
		id: randomUUID(),
		toPerson: to.id,
		kind: message.notice.kind,
	}));
	await addMessages(trx, partnership.id, now.toInstant().toString(), withIds);
	const ids = withIds.map(({ id }) => id);
	await app.enqueue(trx, ids.map(sendingOf));
	return ids;
}

/** The work of sending a message. */
export const sendingOf = (messageId: string): Job => ({ name: "send-mail", data: { messageId } });

async function withLink(
	trx: Trx,
	app: Pick<App, "address" | "clock">,
	message: Outgoing,
	{ until }: { until: string },
): Promise<Outgoing> {
	const { id } = await makeOneTimeLink(app, trx, { kind: "answer", personId: message.to.id });
	const { feedback: _none, ...said } = message.notice as Notice & { feedback?: unknown };
	const ends = londonTime(until);
	return {
		...message,
		oneTimeLinkId: id,
		notice: notice.parse({
			...said,
			link: `${app.address}${answerPath}`,
			byLink: {
				until: {
					day: ends.toPlainDate().toString(),
					...(!isEndOfDay(ends) && {
						time: ends.toPlainTime().toString({ smallestUnit: "minute" }),
					}),
				},
			},
		}),
	};
}
