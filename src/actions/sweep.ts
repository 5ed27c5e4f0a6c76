import { listWithClocksRunOut } from "../store/differences.ts";
import { listWhoMayBeAsked } from "../store/people.ts";
import type { App } from "./app.ts";
import { letTimePass } from "./change-difference.ts";
import { chaseLearningActions } from "./chase-learning-actions.ts";
import { askAboutPeople } from "./check-people.ts";
import { leaveOnLastDay, remindOfLastDays } from "./leave.ts";
import { oneByOne, sideBySide } from "./one-by-one.ts";
import { type PartnershipClock, partnershipClock } from "./partnership-clock.ts";
import { prepareReports } from "./prepare-report.ts";
import { remind } from "./remind.ts";
import { endExpiredLinks } from "./vouch.ts";

/** What a sweep found to do. */
export type SweepReport = {
	/** Differences in which a clock had run out. */
	ranOut: number;
	/** Messages that remind somebody of something. */
	reminded: number;
};

/**
 * Looks at everything that is owed in a partnership: notes the clocks that ran out, and reminds people in
 * working hours, also of what reports and lessons asked for; ends the links of those who answer by one; makes the report on a
 * period that is over. Whose last day is over has left, and agencies are asked once a year for their people. It computes from
 * what is stored: a missed sweep loses nothing, a second one does nothing.
 */
export async function sweep(app: App, partnershipId: string): Promise<SweepReport> {
	return sweepAt(app, await partnershipClock(app, app.db, partnershipId));
}

/** So many differences in which a clock ran out share one look at the directory. */
const inBatch = 50;
/** So many of them are seen to at once, each in a transaction of its own: pages still find a connection to the database. */
const atOnce = 3;

/**
 * A sweep as of a moment; rehearsals pass through every day that their clock jumps over.
 *
 * @throws what failed of one difference, once all others were seen to
 */
export async function sweepAt(app: App, here: PartnershipClock): Promise<SweepReport> {
	const late = await listWithClocksRunOut(
		app.db,
		here.partnership.id,
		here.now.toInstant().toString(),
	);
	const failures: unknown[] = [];
	for (let from = 0; from < late.length; from += inBatch) {
		// Read before any of them holds a connection: whoever waits for another one holds none.
		const today = here.now.toPlainDate().toString();
		const directory = await listWhoMayBeAsked(app.db, here.partnership.id, today);
		failures.push(
			...(await sideBySide(
				late.slice(from, from + inBatch),
				// What is one transaction with everything else is one connection too.
				app.db.isTransaction ? 1 : atOnce,
				(id) => letTimePass(app, id, here, async () => directory),
			)),
		);
	}
	failures.push(
		...(await oneByOne(
			[leaveOnLastDay, prepareReports, chaseLearningActions, remindOfLastDays, askAboutPeople],
			(due) => due(app, here),
		)),
	);
	failures.push(...(await endExpiredLinks(app, here)));
	const reminded = await remind(app, here);
	if (failures.length > 0) throw failures[0];
	return { ranOut: late.length, reminded };
}
