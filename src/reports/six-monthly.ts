import type { IsoDay } from "../domain/calendar/iso-day.ts";
import { releasedIn } from "../domain/learning/feedback.ts";
import {
	lastPeriod,
	monthsOf,
	nextPeriod,
	type Period,
	periodBefore,
	yearBefore,
} from "../domain/learning/period.ts";
import {
	type Audience,
	type Published,
	publishedFor,
	type ShownBefore,
	shownEarlier,
} from "../domain/learning/published.ts";
import { countingFor, type FiguresAndBehind } from "../domain/learning/report.ts";
import { dayAfter, type KeptFigures } from "../domain/learning/report-life.ts";
import type { Protocol } from "../domain/protocol/protocol.ts";
import { eachCounted, listAgenciesBySize } from "../store/counted.ts";
import { listFeedback } from "../store/feedback.ts";
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
): Promise<FiguresAndBehind> {
	const [agencies, calendar, feedback] = await Promise.all([
		listAgenciesBySize(db, partnershipId),
		calendars.in(db, partnershipId).then((all) => all.for(protocol)),
		listFeedback(db, partnershipId, protocol.id),
	]);
	const counting = countingFor({ protocol, calendar, agencies, period, feedback });
	const counted = eachCounted(db, partnershipId, {
		protocol: protocol.id,
		openSince: yearBefore(period).from,
		period,
	});
	for await (const rows of counted)
		for (const { versionId, ...row } of rows)
			counting.add({
				...row,
				protocol: versionId === null ? protocol : await protocols.version(db, versionId),
			});
	return counting.figures();
}

/** What people said would have made it easier, in no order: for the office that reports, and in no report that leaves it. */
export const whatWouldHelp = async (
	{ db }: Pick<Reading, "db">,
	partnershipId: string,
	protocol: Protocol,
	period: Period,
): Promise<string[]> =>
	releasedIn(await listFeedback(db, partnershipId, protocol.id), period).flatMap(
		({ easier }) => easier ?? [],
	);

/** For whom a report is made; `whole` where its figures are counted already. */
type ForWhom = {
	audience: Audience;
	threshold: number;
	whole?: FiguresAndBehind;
};

/**
 * A protocol's report on a period for its readers, as they have it. What it tells of the period before and of the year before
 * is shown and hidden as those reports showed and hid it.
 *
 * @param threshold the partnership's: counts from 1 to one less do not leave the Business Unit
 */
export async function publishedReport(
	reading: Reading,
	partnershipId: string,
	protocol: Protocol,
	period: Period,
	{ audience, threshold, whole: counted }: ForWhom,
): Promise<Published> {
	const madeOf = (of: Period) => sixMonthlyFigures(reading, partnershipId, protocol, of);
	const whole = counted ?? (await madeOf(period));
	if (audience === "business-unit") return publishedFor(audience, whole, threshold);
	const told: ShownBefore = { shown: [], hidden: [] };
	for (const [at, of] of [
		["before", periodBefore(period)],
		["year-ago", yearBefore(period)],
	] as const) {
		const earlier = shownEarlier(publishedFor(audience, await madeOf(of), threshold), at);
		told.shown.push(...earlier.shown);
		told.hidden.push(...earlier.hidden);
	}
	return publishedFor(audience, whole, threshold, told);
}

/**
 * The figures that a report keeps: whole, and as the subgroup is to have them.
 *
 * @param threshold the partnership's, as for `publishedReport`
 */
export async function figuresToKeep(
	reading: Reading,
	partnershipId: string,
	protocol: Protocol,
	period: Period,
	threshold: number,
): Promise<KeptFigures> {
	const whole = await sixMonthlyFigures(reading, partnershipId, protocol, period);
	const shown = await publishedReport(reading, partnershipId, protocol, period, {
		audience: "subgroup",
		threshold,
		whole,
	});
	return { figures: whole.figures, shown, threshold };
}

/** A protocol that is reported on: its last period that is over, and the next with the day from which its report can be made. */
export type Reporting = {
	protocol: Protocol;
	last: Period;
	next: { period: Period; from: IsoDay };
};

/** One where a protocol is reported on, else none. */
export function reportingOn(protocol: Protocol, today: IsoDay): Reporting[] {
	if (!protocol.report) return [];
	const last = lastPeriod(today, monthsOf(protocol.report.every));
	const period = nextPeriod(last);
	return [{ protocol, last, next: { period, from: dayAfter(period) } }];
}

/** Day after which a period is over. */
export const isOver = (period: Period, today: IsoDay): boolean => period.until < today;
