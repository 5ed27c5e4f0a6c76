import { Readable } from "node:stream";
import type { FastifyReply } from "fastify";
import { type FileType, fileTypes } from "../../domain/files.ts";

/** A file that somebody looks at before it is given: to be saved under a number, and never shown by the browser. */
export const sendPieceFile = (
	reply: FastifyReply,
	number: number,
	{ type, content }: { type: string; content: AsyncIterable<Uint8Array> },
): FastifyReply =>
	reply
		.type("application/octet-stream")
		.header("content-disposition", `attachment; filename="piece-${number}.${endingOf(type)}"`)
		.send(Readable.from(content, { objectMode: false }));

const endingOf = (type: string): string =>
	Object.hasOwn(fileTypes, type) ? fileTypes[type as FileType].endings[0] : "bin";
