import type { App } from "../actions/app.ts";
import { giveUpMessage, sendMessage } from "../actions/send-message.ts";
import { partnershipOfMessage } from "../store/messages.ts";
import { acrossPartnerships, withinPartnership } from "../store/scope.ts";

/** Sends the message that an act or a reminder put in the outbox. */
export const sendMail = (app: App, data: { messageId: string }): Promise<void> =>
	within(app, data, () => sendMessage(app, data.messageId));

/** Sets aside a message that has failed too often. */
export const setMailAside = (app: App, data: { messageId: string }): Promise<void> =>
	within(app, data, async () => {
		await giveUpMessage(
			app,
			data.messageId,
			"The mail server could not be reached, or did not take it, for a day",
		);
	});

/** A message that is there no more needs nothing. */
async function within(
	app: App,
	{ messageId }: { messageId: string },
	work: () => Promise<void>,
): Promise<void> {
	const partnershipId = await acrossPartnerships("queue", () =>
		partnershipOfMessage(app.db, messageId),
	);
	if (partnershipId) await withinPartnership({ partnershipId }, work);
}
