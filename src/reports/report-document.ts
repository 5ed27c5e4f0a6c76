import type { ReportDocument } from "../documents/report/on-paper.ts";
import { reportToRead } from "../documents/report/to-read.ts";
import type { Period } from "../domain/learning/period.ts";
import type { Audience } from "../domain/learning/published.ts";
import type { Protocol } from "../domain/protocol/protocol.ts";
import type { Partnership } from "../store/partnerships.ts";
import type { Reading } from "./log-of-forms.ts";
import { isOver, publishedReport } from "./six-monthly.ts";
import { learnedForReaders } from "./what-was-learned.ts";

/**
 * A period's report as its page and its files show it to an audience.
 *
 * @param today ISO day that the files are dated
 */
export async function reportDocument(
	reading: Reading,
	{ id, name, smallNumbersBelow: threshold }: Partnership,
	protocol: Protocol,
	period: Period,
	audience: Audience,
	today: string,
): Promise<ReportDocument> {
	const report = await publishedReport(reading, id, protocol, period, {
		audience,
		threshold,
		today,
	});
	const learned = await learnedForReaders(reading, id, protocol, period, audience);
	return reportToRead({
		report,
		learned,
		protocol,
		partnership: name,
		day: today,
		isOver: isOver(period, today),
		threshold,
	});
}
