import { statSync } from "node:fs";
import { parseArgs } from "node:util";
import { guideOnPaper } from "../documents/guide.ts";
import { guideAsHtml, guideAsText } from "../documents/guide-text.ts";
import { paperToDocx, paperToPdf } from "../documents/paper-files.ts";
import { type Guide, guideOf } from "../domain/protocol/told/guide/guide.ts";
import { type Command, exit, WrongCall } from "./command.ts";
import { faultInFile } from "./faults-in-file.ts";
import { protocolIn } from "./read-file.ts";
import { writeOut } from "./write-out.ts";

type Writer = (guide: Guide, day: string) => string | Promise<Buffer>;

const formats: Record<string, { write: Writer; isBinary: boolean }> = {
	text: { write: guideAsText, isBinary: false },
	html: { write: guideAsHtml, isBinary: false },
	pdf: { write: (guide, day) => paperToPdf(guideOnPaper(guide, day)), isBinary: true },
	docx: { write: (guide, day) => paperToDocx(guideOnPaper(guide, day)), isBinary: true },
};

export const protocolGuide: Command = {
	name: "protocol guide",
	summary: "Print a protocol as the partnership’s guide",
	usage: `Usage:
  concord protocol guide FILE [--format text|html|pdf|docx] [--out FILE]

First what all need at a glance: whom to ring, what it is not for, who does what by when, how it
ends. Then each step: who, what comes before it, by when, what is asked, what is sent to whom,
where each choice leads, what happens when time runs out. A PDF or Word file is dated by the day on which FILE was last changed.
Exit code 1 when the file has faults.

  --format  text (unless given), html (a piece to put into a page), pdf, docx
  --out     the file to write instead of printing; needed for pdf and docx`,
	run: async (args, io) => {
		const { values, positionals } = parseArgs({
			args,
			allowPositionals: true,
			options: {
				out: { type: "string" },
				format: { type: "string", default: "text" },
			},
		});
		const [file, ...more] = positionals;
		if (!file || more.length > 0) throw new WrongCall("Name one protocol file.");
		const format = Object.hasOwn(formats, values.format) ? formats[values.format] : undefined;
		if (!format)
			throw new WrongCall(
				`There is no format ‘${values.format}’. Use one of: ${Object.keys(formats).join(", ")}.`,
			);
		if (format.isBinary && values.out === undefined)
			throw new WrongCall(`Say where to write it: ‘--out guide.${values.format}’.`);
		const { protocol, faults } = await protocolIn(file);
		if (!protocol) {
			io.out.write(faults.map((fault) => `${faultInFile(file, fault)}\n`).join(""));
			return exit.faults;
		}
		const made = await format.write(guideOf(protocol), dayOfChange(file));
		await writeOut(io, values.out, made);
		return exit.ok;
	},
};

/** The day, in universal time, on which a file was last changed. */
const dayOfChange = (file: string): string =>
	Temporal.Instant.fromEpochMilliseconds(Math.floor(statSync(file).mtimeMs))
		.toZonedDateTimeISO("UTC")
		.toPlainDate()
		.toString();
