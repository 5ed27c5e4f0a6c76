import type { ActDone, App } from "../actions/app.ts";
import { clearWebhookLog, sendDueWebhooks, sendWebhooks } from "../actions/send-webhooks.ts";
import { tellWebhooks } from "../actions/tell-webhooks.ts";
import { acrossPartnerships, withinPartnership } from "../store/scope.ts";
import { partnershipOfWebhook } from "../store/webhooks.ts";

/** Works out which programs are told of an act. A difference that is there no more needs nothing. */
export async function tellWebhooksAsked(app: App, act: ActDone): Promise<void> {
	await withinPartnership({ partnershipId: act.partnershipId }, () => tellWebhooks(app, act));
}

/** Sends what waits for an address. */
export async function sendWebhooksAsked(app: App, data: { webhookId: string }): Promise<void> {
	const partnershipId = await acrossPartnerships("queue", () =>
		partnershipOfWebhook(app.db, data.webhookId),
	);
	if (partnershipId)
		await withinPartnership({ partnershipId }, () => sendWebhooks(app, data.webhookId));
}

/** Every minute: what is to be sent again by now. */
export async function sendWebhooksDue(app: App): Promise<void> {
	await sendDueWebhooks(app);
}

/** Every night. */
export const clearWebhookLogs = (app: App): Promise<void> => clearWebhookLog(app);
