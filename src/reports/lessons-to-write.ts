import type { IsoDay } from "../domain/calendar/iso-day.ts";
import { reportingOn } from "../domain/learning/period.ts";
import type { Viewer } from "../domain/people/viewer.ts";
import { startOfDay } from "../domain/time.ts";
import { listSaidUnwritten } from "../store/lessons.ts";
import type { PartOf, WhichPart } from "../store/where-to-look.ts";
import { protocolsInUse, type Reading } from "./log-of-forms.ts";

/** A difference of which somebody said what was learned, in the protocol's step for it or as it ended, and nowhere else. */
export type LessonToWrite = { id: string; reference: string; said: string; on: IsoDay };

/**
 * What was learned and said without a lesson beside it, as far as the office was sent it, since the first day of the last
 * period that is over: of what was said in the protocol's step for it the report cannot tell what happened, of what was said
 * as a difference ended it tells nothing. The latest comes first.
 *
 * @param today ISO day
 */
export async function lessonsToWrite(
	reading: Reading,
	viewer: Viewer,
	today: IsoDay,
	which: WhichPart,
): Promise<PartOf<LessonToWrite>> {
	const protocols = [...(await protocolsInUse(reading, viewer.partnershipId)).values()];
	// The latest version of each says how long its period is.
	const since = new Map(
		protocols.map((each) => [each.id, startOfDay(reportingOn(each, today).last.from)]),
	);
	const { rows, ...counted } = await listSaidUnwritten(reading.db, viewer, since, which);
	return {
		...counted,
		rows: rows.map(({ differenceId: id, text: said, ...row }) => ({ id, said, ...row })),
	};
}
