import type { RecordedEvent } from "../domain/difference/difference.ts";
import type { Trx } from "../store/db.ts";
import { hasWebhooks } from "../store/webhooks.ts";
import type { App } from "./app.ts";

/**
 * Asks, in the transaction of an act, for programs to be told of it. Who that is and what each may know is worked out
 * afterwards: no act takes longer for it.
 */
export async function tellPrograms(
	trx: Trx,
	app: Pick<App, "enqueue">,
	partnershipId: string,
	differenceId: string,
	happened: readonly Pick<RecordedEvent, "seq">[],
): Promise<void> {
	const [first] = happened;
	const last = happened.at(-1);
	if (!first || !last || !(await hasWebhooks(trx, partnershipId))) return;
	await app.enqueue(trx, [
		{ name: "tell-webhooks", data: { partnershipId, differenceId, from: first.seq, to: last.seq } },
	]);
}
