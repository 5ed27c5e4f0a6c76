import type { App } from "../actions/app.ts";
import { sendMessage } from "../actions/send-message.ts";

/** Sends the message that an act or a reminder put in the outbox. */
export const sendMail = (app: App, data: { messageId: string }): Promise<void> =>
	sendMessage(app, data.messageId);
