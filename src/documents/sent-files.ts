import { type AttachedFile, sayFileSize } from "../domain/files.ts";
import { type Block, heading } from "../domain/paper.ts";
import { sayText as say, sayDate } from "../language/say.ts";

/** A file, by whom and when (an ISO day) it was sent. */
export type SentFile = AttachedFile & { by: string; on: string };

/** The files that were sent with something: named on paper, and kept in Concord. Nothing where there are none. */
export const filesOnPaper = (level: 2 | 3, title: string, files: SentFile[]): Block[] =>
	files.length === 0
		? []
		: [
				heading(level, title),
				{
					is: "table",
					columns: [say`File`, say`Size`, say`Sent by`, say`Date`],
					rows: files.map(({ name, size, by, on }) => [name, sayFileSize(size), by, sayDate(on)]),
				},
			];
