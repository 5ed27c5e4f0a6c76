import { buffer } from "node:stream/consumers";
import { speaking } from "../../language/speaking.ts";
import { paperToDocx, paperToPdf } from "../paper-files.ts";
import { reportAsCsv, reportAsXlsx } from "./as-data.ts";
import { type ReportDocument, reportOnPaper } from "./on-paper.ts";

/** A file is in the language of its document, whoever reads it into where it goes. */
const inIts = <File>({ language }: ReportDocument, make: () => File): File =>
	speaking({ language, marks: true }, make);

/** What a report can be taken away as, by the ending of its file's name. */
export const reportFormats = {
	docx: {
		called: "Word",
		type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
		write: (report: ReportDocument) => paperToDocx(inIts(report, () => reportOnPaper(report))),
	},
	pdf: {
		called: "PDF",
		type: "application/pdf",
		write: (report: ReportDocument) => paperToPdf(inIts(report, () => reportOnPaper(report))),
	},
	xlsx: {
		called: "Excel",
		type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
		write: (report: ReportDocument) => buffer(inIts(report, () => reportAsXlsx(report))),
	},
	csv: {
		called: "CSV",
		type: "text/csv; charset=utf-8",
		write: async (report: ReportDocument) => Buffer.from(inIts(report, () => reportAsCsv(report))),
	},
} as const;

export type ReportFormat = keyof typeof reportFormats;

export const isReportFormat = (word: string): word is ReportFormat =>
	Object.hasOwn(reportFormats, word);
