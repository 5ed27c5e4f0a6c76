import type { FastifyReply } from "fastify";
import { type ReportFormat, reportFormats } from "../../../documents/report/formats.ts";
import { type ReportDocument, reportFileName } from "../../../documents/report/on-paper.ts";

/** Sends a report as a file that is kept under its own name. */
export async function sendReport(
	reply: FastifyReply,
	document: ReportDocument,
	format: ReportFormat,
): Promise<FastifyReply> {
	const { type, write } = reportFormats[format];
	return reply
		.type(type)
		.header("content-disposition", `attachment; filename="${reportFileName(document)}.${format}"`)
		.send(await write(document));
}
