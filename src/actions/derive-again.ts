import { transact } from "../store/db.ts";
import { deriveAgain, listDerivedAsBefore } from "../store/derived-rows.ts";
import { lockDifference } from "../store/differences.ts";
import type { App } from "./app.ts";
import { oneByOne } from "./one-by-one.ts";

/** So many are looked up at once. */
const atOnce = 500;

/**
 * Works out anew what an older version of Concord had derived from the records in its own way, for every partnership: at a
 * start, before anybody reads a list. What was begun and broken off goes on where it was; a second run does nothing.
 *
 * @returns how many were worked out, and what failed: those stay as they were, and are tried at the next start
 */
export async function deriveWhatIsOld(
	app: Pick<App, "db" | "protocols">,
): Promise<{ derived: number; failures: unknown[] }> {
	const failures: unknown[] = [];
	let found = 0;
	let last: string | undefined;
	for (;;) {
		const ids = await listDerivedAsBefore(app.db, { after: last, most: atOnce });
		if (ids.length === 0) return { derived: found - failures.length, failures };
		failures.push(
			...(await oneByOne(ids, (id) =>
				transact(app.db, async (trx) => {
					const loaded = await lockDifference(trx, id);
					if (loaded)
						await deriveAgain(trx, await app.protocols.version(trx, loaded.versionId), loaded);
				}),
			)),
		);
		found += ids.length;
		last = ids.at(-1);
	}
}
