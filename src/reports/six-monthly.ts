import type { IsoDay } from "../domain/calendar/iso-day.ts";
import { releasedIn } from "../domain/learning/feedback.ts";
import { type Period, yearBefore } from "../domain/learning/period.ts";
import { type Behind, figuresOf, type ReportFigures } from "../domain/learning/report.ts";
import type { Protocol } from "../domain/protocol/protocol.ts";
import { listAgenciesBySize, listCounted } from "../store/counted.ts";
import { listFeedback } from "../store/feedback.ts";
import type { Reading } from "./log-of-forms.ts";

/**
 * The figures of a protocol's report on a period, whole: for the office that reports. Who else sees them sees them with
 * small numbers hidden, and never what people said would have made it easier (`wouldHaveHelped`, in no order).
 *
 * @param protocol in its latest version, whose words the report uses
 */
export async function sixMonthlyFigures(
	{ db, protocols, calendars }: Reading,
	partnershipId: string,
	protocol: Protocol,
	period: Period,
): Promise<{ figures: ReportFigures; behind: Behind; wouldHaveHelped: string[] }> {
	const [rows, agencies, calendar, feedback] = await Promise.all([
		listCounted(db, partnershipId, protocol.id, {
			openSince: yearBefore(period).from,
			period,
		}),
		listAgenciesBySize(db, partnershipId),
		calendars.in(db, partnershipId).then((all) => all.for(protocol)),
		listFeedback(db, partnershipId, protocol.id),
	]);
	const versions = new Map<string, Protocol>();
	for (const { versionId } of rows)
		if (!versions.has(versionId)) versions.set(versionId, await protocols.version(db, versionId));
	const cases = rows.map(({ versionId, ...row }) => ({
		...row,
		protocol: versions.get(versionId) ?? protocol,
	}));
	return {
		...figuresOf({ protocol, calendar, agencies, period, cases, feedback }),
		wouldHaveHelped: releasedIn(feedback, period).flatMap(({ easier }) => easier ?? []),
	};
}

/** Day after which a period is over. */
export const isOver = (period: Period, today: IsoDay): boolean => period.until < today;
