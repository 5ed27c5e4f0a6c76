import { chainedTables } from "../chain/chained-rows.ts";
import {
	addChainedLater,
	linkOlder,
	linkOlderRows,
	listDifferenceIds,
	listPartnershipsWithoutChain,
} from "../store/chain.ts";
import { transact } from "../store/db.ts";
import type { App } from "./app.ts";
import { partnershipClock } from "./partnership-clock.ts";

/**
 * Links what was recorded before there were chains, in the order in which it happened, and says in the chain of each
 * partnership that this was linked later: at a start, after the words of the record are sealed and before anybody is
 * served. A partnership is linked as a whole or not at all, and never again: what has lost its links is no older record.
 *
 * @returns how many acts and readings were linked
 */
export async function chainOlder(app: Pick<App, "db" | "clock">): Promise<number> {
	let linked = 0;
	for (const partnershipId of await listPartnershipsWithoutChain(app.db))
		await transact(app.db, async (trx) => {
			const { now } = await partnershipClock(app, trx, partnershipId);
			const at = now.toInstant().toString();
			let [acts, readings] = [0, 0];
			for (const difference of await listDifferenceIds(trx, partnershipId)) {
				const more = await linkOlder(trx, difference);
				acts += more.acts;
				readings += more.readings;
			}
			const rows = await linkOlderRows(trx, partnershipId, chainedTables, at);
			if (acts + readings + rows > 0)
				await addChainedLater(trx, partnershipId, { at, acts, readings, rows });
			linked += acts + readings;
		});
	return linked;
}
