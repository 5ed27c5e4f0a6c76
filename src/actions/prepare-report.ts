import { randomUUID } from "node:crypto";
import { type Period, reportingOn } from "../domain/learning/period.ts";
import { makesReports } from "../domain/learning/report-life.ts";
import { reportingOffice, type Viewer } from "../domain/people/viewer.ts";
import { isWithinHours } from "../domain/people/working-hours.ts";
import type { Protocol } from "../domain/protocol/protocol.ts";
import { Refusal } from "../domain/refusal.ts";
import { isUnderWay } from "../domain/task.ts";
import { reportNotice } from "../mail/notices/about-report.ts";
import { figuresNotCounted, figuresToKeep, isOver } from "../reports/six-monthly.ts";
import { isAnythingRaised } from "../store/counted.ts";
import { transact } from "../store/db.ts";
import { addReport, findReportOn, saveReportFigures } from "../store/reports.ts";
import { latestTaskAbout } from "../store/tasks.ts";
import type { App } from "./app.ts";
import { changeReport, changeReportBeside } from "./change-report.ts";
import { tellThose } from "./outbox.ts";
import { type PartnershipClock, partnershipClock } from "./partnership-clock.ts";
import { askForTask, type Works } from "./task.ts";

/**
 * Makes the report on each period that is over, as a draft, and tells the office that writes it: once, in working hours,
 * for every protocol in force. A period before which nothing was raised has none.
 *
 * @returns how many were made
 */
export async function prepareReports(app: App, here: PartnershipClock): Promise<number> {
	const { partnership, now } = here;
	if (now.dayOfWeek > 5 || !isWithinHours(partnership.workingHours, now)) return 0;
	const today = now.toPlainDate().toString();
	let made = 0;
	for (const { protocol } of await app.protocols.listInForce(app.db, partnership.id, today)) {
		const { last: period } = reportingOn(protocol, today);
		if (await findReportOn(app.db, partnership.id, protocol.id, period)) continue;
		if (!(await isAnythingRaised(app.db, partnership.id, protocol.id, period.until))) continue;
		if (await prepare(app, here, protocol, period)) made += 1;
	}
	return made;
}

function prepare(
	app: App,
	here: PartnershipClock,
	protocol: Protocol,
	period: Period,
): Promise<boolean> {
	return transact(app.db, async (trx) => {
		const { partnership, now } = here;
		const id = randomUUID();
		const kept = await figuresToKeep({ ...app, db: trx }, partnership.id, protocol, period, {
			threshold: partnership.smallNumbersBelow,
			today: now.toPlainDate().toString(),
		});
		const isNew = await addReport(trx, {
			id,
			partnershipId: partnership.id,
			protocol: protocol.id,
			period,
			version: 1,
			kept,
			by: null,
			at: now.toInstant().toString(),
		});
		// Whoever was quicker has told the office.
		if (!isNew) return false;
		await tellThose(
			app,
			trx,
			here,
			({ offices }) => offices.includes(reportingOffice),
			(sender, to) => reportNotice(sender, protocol, to, "ready", { id, period }),
		);
		return true;
	});
}

/**
 * The office makes a report on a period of its choice. Its figures are counted beside the page: until then it says nothing.
 *
 * @returns the report; the one that there is, where somebody has made it already
 * @throws Refusal 'not-yours' | 'not-over'
 */
export function makeReport(
	app: App,
	by: Viewer,
	protocol: Protocol,
	period: Period,
): Promise<string> {
	if (!makesReports(by)) throw new Refusal("not-yours", "Only the Business Unit makes reports.");
	return transact(app.db, async (trx) => {
		const { now, partnership } = await partnershipClock(app, trx, by.partnershipId);
		if (!isOver(period, now.toPlainDate().toString()))
			throw new Refusal(
				"not-over",
				"This period is not over. Its report can be made from the day after its last.",
			);
		const before = await findReportOn(trx, by.partnershipId, protocol.id, period);
		if (before) return before.id;
		const id = randomUUID();
		const isNew = await addReport(trx, {
			id,
			partnershipId: by.partnershipId,
			protocol: protocol.id,
			period,
			version: 1,
			kept: await figuresNotCounted({ ...app, db: trx }, by.partnershipId, protocol, period, {
				threshold: partnership.smallNumbersBelow,
				today: now.toPlainDate().toString(),
			}),
			by: by.id,
			at: now.toInstant().toString(),
		});
		if (isNew) await askForTask(app, trx, by, "make-report", id, now);
		const report = await findReportOn(trx, by.partnershipId, protocol.id, period);
		return report?.id ?? id;
	});
}

/**
 * Asks that the figures of a draft are counted anew, unless they are being counted.
 *
 * @returns false where the partnership has no such report
 * @throws Refusal 'not-yours' | 'is-presented'
 */
export const countAgain = (app: App, by: Viewer, id: string): Promise<boolean> =>
	changeReport(app, by, id, async ({ trx, here }) => {
		const running = await latestTaskAbout(trx, id, "make-report");
		if (!running || !isUnderWay(running))
			await askForTask(app, trx, by, "make-report", id, here.now);
	});

/** What is done beside the page with a report: the figures of a draft are counted anew. */
export const reportWorks: Works<"make-report"> = {
	"make-report": (app, task, told) =>
		changeReportBeside(
			app,
			task,
			"This report is not there to be counted any more.",
			async ({ trx, report, protocol, here, at }) => {
				const kept = await figuresToKeep(
					{ ...app, db: trx },
					here.partnership.id,
					protocol,
					report.period,
					{
						threshold: here.partnership.smallNumbersBelow,
						today: here.now.toPlainDate().toString(),
					},
					told,
				);
				await saveReportFigures(trx, report.id, kept, at);
			},
		),
};
