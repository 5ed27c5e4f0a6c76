import { zipSync } from "fflate";
import { type ReportFormat, reportFormats } from "./formats.ts";
import { type ReportDocument, reportFileName } from "./on-paper.ts";

/**
 * A report in every format, in one zip: each file as it is when it is taken away alone.
 *
 * @param told how many of how many are written, after each
 */
export async function reportInAllFormats(
	report: ReportDocument,
	told: (done: number, whole: number) => Promise<void>,
): Promise<{ name: string; type: string; content: Uint8Array }> {
	const name = reportFileName(report);
	const formats = Object.keys(reportFormats) as ReportFormat[];
	const files: Record<string, Uint8Array> = {};
	for (const format of formats) {
		await told(Object.keys(files).length, formats.length);
		files[`${name}.${format}`] = await reportFormats[format].write(report);
	}
	const { year, month, day } = Temporal.PlainDate.from(report.day);
	return {
		name: `${name}.zip`,
		type: "application/zip",
		// A zip has the local time, and the same report of the same day is the same file.
		content: zipSync(files, { mtime: new Date(year, month - 1, day) }),
	};
}
