import type { IsoDay } from "../domain/calendar/iso-day.ts";
import { releasedIn } from "../domain/learning/feedback.ts";
import { type Period, periodBefore, yearBefore } from "../domain/learning/period.ts";
import {
	type Audience,
	forReaders,
	type Published,
	publishedFor,
	shownEarlier,
	shownOutside,
} from "../domain/learning/published.ts";
import { countingFor, type FiguresAndBehind } from "../domain/learning/report.ts";
import type { KeptFigures } from "../domain/learning/report-life.ts";
import { shownOfOthers } from "../domain/learning/shown-of-others.ts";
import type { Protocol } from "../domain/protocol/protocol.ts";
import { eachCounted, listAgenciesBySize } from "../store/counted.ts";
import { listFeedback } from "../store/feedback.ts";
import { listPresentedAround } from "../store/reports.ts";
import type { Reading } from "./log-of-forms.ts";

/**
 * The figures of a protocol's report on each of some periods, of differences that are read once for all of them.
 *
 * @param told how far it is
 * @see sixMonthlyFigures
 */
async function figuresOfEach<Periods extends readonly [Period, ...Period[]]>(
	{ db, protocols, calendars }: Reading,
	partnershipId: string,
	protocol: Protocol,
	periods: Periods,
	today: IsoDay,
	told?: HowFar,
): Promise<{ [Nth in keyof Periods]: FiguresAndBehind }> {
	const [agencies, calendar, feedback] = await Promise.all([
		listAgenciesBySize(db, partnershipId),
		calendars.in(db, partnershipId).then((all) => all.for(protocol)),
		listFeedback(db, partnershipId, protocol.id),
	]);
	const countings = periods.map((period) => ({
		openSince: yearBefore(period).from,
		until: period.until,
		counting: countingFor({ protocol, calendar, agencies, period, today, feedback }),
	}));
	const first = (days: IsoDay[]) => days.toSorted()[0] ?? periods[0].from;
	const which = {
		protocol: protocol.id,
		openSince: first(countings.map(({ openSince }) => openSince)),
		period: {
			from: first(periods.map(({ from }) => from)),
			until:
				periods
					.map(({ until }) => until)
					.toSorted()
					.at(-1) ?? periods[0].until,
		},
	};
	let own = 0;
	let done = 0;
	const counted = eachCounted(db, partnershipId, which, ({ length }) => {
		own = length;
	});
	for await (const rows of counted) {
		for (const { versionId, ...row } of rows) {
			const { raisedOn, endedOn } = row.facts;
			const one = {
				...row,
				protocol: versionId === null ? protocol : await protocols.version(db, versionId),
			};
			for (const { counting, openSince, until } of countings)
				if (raisedOn <= until && (endedOn === null || endedOn >= openSince)) counting.add(one);
			// What was imported or is kept without its record comes last, and is in no `own`.
			done = Math.min(done + 1, own);
		}
		if (own > 0) await told?.(done, own);
	}
	return countings.map(({ counting }) => counting.figures()) as {
		[Nth in keyof Periods]: FiguresAndBehind;
	};
}

/**
 * The figures of a protocol's report on a period, whole: for the office that reports. Who else sees them sees them with
 * small numbers hidden.
 *
 * @param protocol in its latest version, whose words the report uses
 * @param today ISO day: of a period that is not over, what has happened so far is counted
 */
export async function sixMonthlyFigures(
	reading: Reading,
	partnershipId: string,
	protocol: Protocol,
	period: Period,
	today: IsoDay,
): Promise<FiguresAndBehind> {
	const [figures] = await figuresOfEach(reading, partnershipId, protocol, [period], today);
	return figures;
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

/** How many differences were counted, of so many. */
type HowFar = (done: number, whole: number) => Promise<void>;

/** For whom a report is made, and on which ISO day. */
type ForWhom = { audience: Audience; threshold: number; today: IsoDay };

/**
 * A protocol's report on a period for its readers, as they have it.
 *
 * @param threshold the partnership's: counts from 1 to one less do not leave the Business Unit
 */
export async function publishedReport(
	reading: Reading,
	partnershipId: string,
	protocol: Protocol,
	period: Period,
	{ audience, threshold, today }: ForWhom,
): Promise<Published> {
	if (audience === "business-unit") {
		const whole = await sixMonthlyFigures(reading, partnershipId, protocol, period, today);
		return publishedFor(audience, whole, threshold);
	}
	const kept = await figuresToKeep(reading, partnershipId, protocol, period, { threshold, today });
	return forReaders(audience, kept);
}

/**
 * The figures that a report keeps: whole, and as everybody outside the office is to have them. What it tells of the period
 * before and of the year before is shown and hidden as those reports showed and hid it; and nothing follows from it and from
 * what reports that were presented showed of days that are its own too.
 *
 * @param threshold the partnership's, as for `publishedReport`
 * @param howFar is told how far it is
 */
export async function figuresToKeep(
	reading: Reading,
	partnershipId: string,
	protocol: Protocol,
	period: Period,
	{ threshold, today }: Omit<ForWhom, "audience">,
	howFar?: HowFar,
): Promise<KeptFigures> {
	const periods = [period, periodBefore(period), yearBefore(period)] as const;
	const [whole, before, yearAgo] = await figuresOfEach(
		reading,
		partnershipId,
		protocol,
		periods,
		today,
		howFar,
	);
	const told = shownOfOthers(
		whole.figures,
		await listPresentedAround(reading.db, partnershipId, protocol.id, period),
		threshold,
	);
	for (const [at, figures] of [
		["before", before],
		["year-ago", yearAgo],
	] as const) {
		const earlier = shownEarlier(shownOutside(figures, threshold), at);
		told.shown.push(...earlier.shown);
		told.hidden.push(...earlier.hidden);
	}
	return { figures: whole.figures, shown: shownOutside(whole, threshold, told), threshold };
}

/** What a report keeps before its figures are counted: nothing is in them. */
export async function figuresNotCounted(
	{ db, calendars }: Reading,
	partnershipId: string,
	protocol: Protocol,
	period: Period,
	{ threshold, today }: Omit<ForWhom, "audience">,
): Promise<KeptFigures> {
	const calendar = (await calendars.in(db, partnershipId)).for(protocol);
	const whole = countingFor({ protocol, calendar, agencies: [], period, today }).figures();
	return { figures: whole.figures, shown: shownOutside(whole, threshold), threshold };
}

/** Day after which a period is over. */
export const isOver = (period: Period, today: IsoDay): boolean => period.until < today;
