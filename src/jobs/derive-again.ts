import type { App } from "../actions/app.ts";
import { deriveWhatIsOld } from "../actions/derive-again.ts";

/** What an older Concord, which still serves beside this one, has derived in its own way since this one started. */
export async function deriveAgain(app: App): Promise<void> {
	const { failures } = await deriveWhatIsOld(app);
	if (failures.length > 0) throw failures[0];
}
