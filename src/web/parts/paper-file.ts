import type { FastifyReply } from "fastify";
import { paperToDocx, paperToPdf } from "../../documents/paper-files.ts";
import type { Paper } from "../../domain/paper.ts";

const formats = {
	docx: {
		type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
		write: paperToDocx,
	},
	pdf: { type: "application/pdf", write: paperToPdf },
};

/** What a paper can be taken away as: the endings of its file's name. */
export const paperFormats = Object.keys(formats) as (keyof typeof formats)[];

export const paperType = (format: keyof typeof formats): string => formats[format].type;

/**
 * Sends a paper as a file to keep, print or work on.
 *
 * @param name of the file, without its ending: it names nobody
 */
export async function sendPaper(
	reply: FastifyReply,
	format: keyof typeof formats,
	name: string,
	paper: Paper,
): Promise<FastifyReply> {
	const { type, write } = formats[format];
	return reply
		.type(type)
		.header("content-disposition", `attachment; filename="${name}.${format}"`)
		.send(await write(paper));
}
