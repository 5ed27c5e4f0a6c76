import type { App } from "../actions/app.ts";
import { publishHeads as publish } from "../actions/publish-heads.ts";

/** Every night: where the record ends is signed, and published where the settings name a place for it. */
export async function publishHeads(app: App): Promise<void> {
	await publish(app, app.publishes);
}
