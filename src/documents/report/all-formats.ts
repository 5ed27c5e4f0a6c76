import type { Readable } from "node:stream";
import { type FileInZip, zipOf } from "../zip.ts";
import { type ReportFormat, reportFormats } from "./formats.ts";
import { type ReportDocument, reportFileName } from "./on-paper.ts";

/**
 * A report in every format, in one zip: each file as it is when it is taken away alone. All are of the same figures; each is
 * made when the one before it was taken, so that no two are in memory.
 *
 * @param told how many of how many are written, after each
 */
export function reportInAllFormats(
	report: ReportDocument,
	told: (done: number, whole: number) => Promise<void> = async () => {},
): { name: string; type: string; content: Readable } {
	return {
		name: `${reportFileName(report)}.zip`,
		type: "application/zip",
		content: zipOf(report.day, filesOf(report, told)),
	};
}

async function* filesOf(
	report: ReportDocument,
	told: (done: number, whole: number) => Promise<void>,
): AsyncGenerator<FileInZip> {
	const formats = Object.keys(reportFormats) as ReportFormat[];
	for (const [nth, format] of formats.entries()) {
		await told(nth, formats.length);
		yield {
			name: `${reportFileName(report)}.${format}`,
			content: await reportFormats[format].write(report),
		};
	}
}
