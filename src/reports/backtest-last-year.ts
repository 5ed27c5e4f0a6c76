import { setImmediate } from "node:timers/promises";
import type { Rules } from "../domain/difference/rules.ts";
import type { Actor } from "../domain/people/viewer.ts";
import type { Protocol } from "../domain/protocol/protocol.ts";
import { type Backtested, backtest, wouldDiffer } from "../domain/story/backtest.ts";
import type { Db } from "../store/db.ts";
import { listActiveSince, loadDifference } from "../store/differences.ts";
import { listPeople } from "../store/people.ts";
import type { Library } from "../store/protocols.ts";

/** What a version would have moved in the differences of the last twelve months: references, dates and counts. */
export type LastYear = {
	/** ISO day from which differences are looked at. */
	since: string;
	/** Those that were lived through again, by identifier. */
	tried: string[];
	/** Those in which something would have been different. */
	moved: (Backtested & { id: string; reference: string })[];
};

/**
 * Lives through every difference of a protocol that began or went on in the last twelve months, under another
 * version of it. It tells no name and nothing that was entered: who reads it may read no difference.
 *
 * @param rulesOf a protocol with the days that count in the partnership
 */
export async function backtestLastYear(
	db: Db,
	library: Library,
	partnershipId: string,
	other: Rules,
	rulesOf: (protocol: Protocol) => Rules,
	now: Temporal.ZonedDateTime,
): Promise<LastYear> {
	const since = now.subtract({ months: 12 });
	const day = since.toPlainDate().toString();
	const ids = await listActiveSince(
		db,
		partnershipId,
		other.protocol.id,
		since.toInstant().toString(),
	);
	const moved: LastYear["moved"] = [];
	for (const id of ids) {
		const loaded = await loadDifference(db, id);
		if (!loaded) continue;
		const { header, entries, versionId } = loaded;
		const own = rulesOf(await library.version(db, versionId));
		const actors = await listPeople(db, [
			...new Set(
				entries.flatMap(({ by, entered }) => [by?.person ?? [], entered?.by.person ?? []].flat()),
			),
		]);
		const past = {
			header,
			entries,
			actors: new Map<string, Actor>(actors.map((actor) => [actor.id, actor])),
		};
		const tried = backtest(own, other, past, day, now);
		if (wouldDiffer(tried)) moved.push({ ...tried, id, reference: header.reference });
		// Others are served between one difference and the next.
		await setImmediate();
	}
	return { since: day, tried: ids, moved };
}
