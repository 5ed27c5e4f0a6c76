import { inWordsOf, replay, whomItIsAbout } from "../domain/difference/difference.ts";
import { withAgencyNames } from "../domain/difference/told/words.ts";
import { timeToGrant } from "../domain/difference/who/may-put-right.ts";
import type { Viewer } from "../domain/people/viewer.ts";
import type { Child } from "../domain/protocol/answers.ts";
import { clockRule } from "../domain/protocol/protocol.ts";
import { findDifference } from "../store/differences.ts";
import { listWithTimeAsked } from "../store/questions.ts";
import type { App } from "./app.ts";

/** A request for more time that somebody may grant or refuse. */
export type TimeToGrant = {
	differenceId: string;
	reference: string;
	about: Child[];
	/** What more time is asked for, in words. */
	what: string;
	/** ISO instant. */
	askedAt: string;
};

/** The requests for more time that wait for somebody's answer, the oldest first, as far as they may read of each difference. */
export async function listTimeToGrant(
	{ protocols, db }: Pick<App, "protocols" | "db">,
	viewer: Viewer,
): Promise<TimeToGrant[]> {
	const found: TimeToGrant[] = [];
	for (const id of await listWithTimeAsked(db, viewer)) {
		const seen = await findDifference(db, id, viewer);
		if (!seen) continue;
		const version = await protocols.version(db, seen.versionId);
		const difference = replay(version, seen.header, seen.entries);
		const protocol = inWordsOf(version, difference);
		const about = (whomItIsAbout(protocol, difference)?.answer ?? []) as Child[];
		for (const { clock, at } of timeToGrant(protocol, difference, viewer))
			found.push({
				differenceId: id,
				reference: seen.header.reference,
				about,
				what: withAgencyNames(protocol, seen, clockRule(protocol, clock)?.title ?? clock),
				askedAt: at,
			});
	}
	return found.sort((one, other) => (one.askedAt < other.askedAt ? -1 : 1));
}
