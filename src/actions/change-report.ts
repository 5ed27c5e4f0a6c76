import { makesReports } from "../domain/learning/report-life.ts";
import type { Viewer } from "../domain/people/viewer.ts";
import type { Protocol } from "../domain/protocol/protocol.ts";
import { Refusal } from "../domain/refusal.ts";
import type { Task } from "../domain/task.ts";
import { type Trx, transact } from "../store/db.ts";
import { findViewer } from "../store/people.ts";
import { findReport, lockReport, type StoredReport } from "../store/reports.ts";
import type { App } from "./app.ts";
import { type PartnershipClock, partnershipClock } from "./partnership-clock.ts";
import { TaskFault } from "./task.ts";

/** A report that is held, and what an act on it needs. */
export type HeldReport = {
	trx: Trx;
	report: StoredReport;
	protocol: Protocol;
	here: PartnershipClock;
	/** ISO instant, and ISO day. */
	at: string;
	today: string;
};

/**
 * Holds a report while somebody does something with it.
 *
 * @returns false where the partnership has no such report
 */
export function holdReport(
	app: App,
	by: Viewer,
	id: string,
	act: (held: HeldReport) => Promise<void>,
): Promise<boolean> {
	return transact(app.db, async (trx) => {
		if (!(await lockReport(trx, by.partnershipId, id))) return false;
		const report = await findReport(trx, by.partnershipId, id);
		const here = await partnershipClock(app, trx, by.partnershipId);
		const today = here.now.toPlainDate().toString();
		const protocol =
			report && (await app.protocols.inForce(trx, by.partnershipId, today, report.protocol));
		if (!protocol) return false;
		await act({
			trx,
			report,
			protocol: protocol.protocol,
			here,
			at: here.now.toInstant().toString(),
			today,
		});
		return true;
	});
}

/**
 * The same for what the office does with a draft.
 *
 * @throws Refusal 'not-yours' | 'is-presented'
 */
export const changeReport = (
	app: App,
	by: Viewer,
	id: string,
	act: (held: HeldReport) => Promise<void>,
): Promise<boolean> => {
	if (!makesReports(by)) throw new Refusal("not-yours", "Only the Business Unit writes reports.");
	return holdReport(app, by, id, (held) => {
		if (held.report.presented)
			throw new Refusal(
				"is-presented",
				"This report was presented and stays as it is. What is wrong in it is put right in a new version.",
			);
		return act(held);
	});
};

/**
 * The same beside the page, for whoever asked for it.
 *
 * @throws TaskFault in words for whoever of the office reads them: `gone` where the partnership has no such report
 */
export async function changeReportBeside(
	app: App,
	{ askedBy, aboutId }: Task,
	gone: string,
	act: (held: HeldReport, by: Viewer) => Promise<void>,
): Promise<void> {
	const by = await findViewer(app.db, askedBy, app.clock());
	if (!by || !makesReports(by))
		throw new TaskFault(
			"Whoever asked for this does not write reports any more. Ask for it again.",
		);
	let isThere: boolean;
	try {
		isThere = await changeReport(app, by, aboutId, (held) => act(held, by));
	} catch (problem) {
		throw problem instanceof Refusal ? new TaskFault(problem.message) : problem;
	}
	if (!isThere) throw new TaskFault(gone);
}
