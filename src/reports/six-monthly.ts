import type { IsoDay } from "../domain/calendar/iso-day.ts";
import { type Period, yearBefore } from "../domain/learning/period.ts";
import { type Behind, figuresOf, type ReportFigures } from "../domain/learning/report.ts";
import type { Protocol } from "../domain/protocol/protocol.ts";
import { listAgenciesBySize, listCounted } from "../store/counted.ts";
import type { Reading } from "./log-of-forms.ts";

/**
 * The figures of a protocol's report on a period, whole: for the office that reports. Who else sees them sees them with
 * small numbers hidden.
 *
 * @param protocol in its latest version, whose words the report uses
 */
export async function sixMonthlyFigures(
	{ db, protocols, calendars }: Reading,
	partnershipId: string,
	protocol: Protocol,
	period: Period,
): Promise<{ figures: ReportFigures; behind: Behind }> {
	const [rows, agencies, calendar] = await Promise.all([
		listCounted(db, partnershipId, protocol.id, {
			openSince: yearBefore(period).from,
			period,
		}),
		listAgenciesBySize(db, partnershipId),
		calendars.in(db, partnershipId).then((all) => all.for(protocol)),
	]);
	const versions = new Map<string, Protocol>();
	for (const { versionId } of rows)
		if (!versions.has(versionId)) versions.set(versionId, await protocols.version(db, versionId));
	return figuresOf({
		protocol,
		calendar,
		agencies,
		period,
		cases: rows.map(({ versionId, ...row }) => ({
			...row,
			protocol: versions.get(versionId) ?? protocol,
		})),
	});
}

/** Day after which a period is over. */
export const isOver = (period: Period, today: IsoDay): boolean => period.until < today;
