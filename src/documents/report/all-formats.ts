import { Readable } from "node:stream";
import { Zip, ZipDeflate, ZipPassThrough } from "fflate";
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
		content: Readable.from(zipped(report, told)),
	};
}

async function* zipped(
	report: ReportDocument,
	told: (done: number, whole: number) => Promise<void>,
): AsyncGenerator<Uint8Array> {
	const formats = Object.keys(reportFormats) as ReportFormat[];
	const { year, month, day } = Temporal.PlainDate.from(report.day);
	let packed: Uint8Array[] = [];
	const zip = new Zip((error, chunk) => {
		if (error) throw error;
		packed.push(chunk);
	});
	for (const [nth, format] of formats.entries()) {
		await told(nth, formats.length);
		const name = `${reportFileName(report)}.${format}`;
		const entry = isPacked.has(format) ? new ZipPassThrough(name) : new ZipDeflate(name);
		// A zip has the local time, and the same report of the same day is the same file.
		entry.mtime = new Date(year, month - 1, day);
		zip.add(entry);
		entry.push(await reportFormats[format].write(report), true);
		if (nth === formats.length - 1) zip.end();
		yield* packed;
		packed = [];
	}
}

/** Formats that are zips themselves, and get no smaller. */
const isPacked: ReadonlySet<ReportFormat> = new Set(["docx", "xlsx"]);
