import { createWriteStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { parseArgs } from "node:util";
import { noteExport } from "../actions/note-export.ts";
import { dayNumber } from "../domain/calendar/iso-day.ts";
import { sayNumber } from "../domain/english.ts";
import { valueKey } from "../domain/learning/old-log/mapping.ts";
import { mayExport } from "../domain/people/exporting.ts";
import { officesRead } from "../domain/people/viewer.ts";
import { zone } from "../domain/time.ts";
import { deskOffice as office } from "../reports/business-unit-desk.ts";
import { isLogFormat, logAsFile, logFormats } from "../reports/log-file.ts";
import { countLog } from "../reports/log-of-forms.ts";
import {
	type LogChoices,
	type LogPart,
	logChoicesOf,
	logInWords,
	narrowedTo,
} from "../reports/log-part.ts";
import { findPartnership } from "../store/partnerships.ts";
import { type Command, exit, WrongCall } from "./command.ts";
import { exportAll, exportAllUsage } from "./export-all.ts";
import { notAllowed } from "./not-allowed.ts";
import { personCalled, readingFrom } from "./open-concord.ts";
import { withKeys } from "./open-database.ts";

const formats = Object.keys(logFormats);

export const exportCommand: Command = {
	name: "export",
	summary: "Write the log of forms as CSV or XLSX, or everything of a partnership",
	usage: `Usage:
  concord export --as ADDRESS [--format ${formats.join("|")}] [--out FILE] [--from DAY] [--to DAY] [--agency NAME]
                 [--theme NAME] [--stage NAME] [--status open|ended] [--late] [--columns NAMES]
${exportAllUsage.split("\n\n")[0]}

Writes what the page ‘Log of forms’ shows, one row for each form, and says first how many. It reads the
database of the Concord whose settings stand in the environment (DATABASE_URL, or the one in
CONCORD_DATA), and notes there who took it and how many rows. No child's name is in it.

  --as          the e-mail address of somebody who reads that log and may take it away: they get no
                more than on the page
  --format      csv unless given, or what the name of the file to write ends with
  --out         the file to write; left out, it is printed
  --from, --to  the first and the last day received, such as 2026-04-01
  --agency      raised by it, with it, or with it involved: its name
  --theme, --stage  by the words of the protocol, or their names in it
  --status      open or ended
  --late        answered after the time limit, or not yet
  --columns     names of columns, apart by commas: reference,raised,about
  --partnership  the name of one of several partnerships, for an address of several

${exportAllUsage.split("\n\n").slice(1).join("\n\n")}`,
	run: async (args, io) => {
		if (args.includes("--all")) return exportAll(args, io);
		const { values } = parseArgs({
			args,
			options: {
				as: { type: "string" },
				format: { type: "string" },
				out: { type: "string" },
				from: { type: "string" },
				to: { type: "string" },
				agency: { type: "string" },
				theme: { type: "string" },
				stage: { type: "string" },
				status: { type: "string" },
				late: { type: "boolean", default: false },
				columns: { type: "string" },
				partnership: { type: "string" },
			},
		});
		const { out, status, from, to } = values;
		const format = values.format ?? /\.(\w+)$/.exec(out ?? "")?.[1] ?? "csv";
		if (!isLogFormat(format))
			throw new WrongCall(`There is no format ‘${format}’. Use one of: ${formats.join(", ")}.`);
		if (status !== undefined && status !== "open" && status !== "ended")
			throw new WrongCall(`‘${status}’ is no status. Use open or ended.`);
		for (const day of [from, to]) if (day !== undefined) dayNumber(day);
		return withKeys(
			io,
			async ({ db }) => {
				const reading = readingFrom(db);
				const by = await personCalled(
					db,
					{ email: values.as, partnership: values.partnership },
					io.now(),
				);
				if (!officesRead(by).includes(office))
					throw new WrongCall(
						`${by.name} does not read the log of forms: it is the Business Unit’s.`,
					);
				if (!mayExport(by))
					throw new WrongCall(
						`${by.name} reads the log of forms, but may not take data out of Concord. An administrator gives that right.`,
					);
				const partnership = await findPartnership(db, by.partnershipId);
				if (!partnership) throw new WrongCall("There is no such partnership any more.");
				const now = io.now().add({ seconds: partnership.clockAhead }).toZonedDateTimeISO(zone);
				const choices = await logChoicesOf(reading, by.partnershipId);
				const part: LogPart = {
					from,
					to,
					status,
					agency: called(
						"agency",
						values.agency,
						Object.fromEntries(choices.agencies.map(({ id, name }) => [id, name])),
					),
					theme: called("theme", values.theme, choices.themes),
					stage: called("stage", values.stage, choices.stages),
					late: values.late ? "yes" : undefined,
					columns: columnsCalled(values.columns, choices),
				};
				const rows = await countLog(reading, by, office, narrowedTo(part));
				io.err.write(
					`${sayNumber(rows)} ${rows === 1 ? "row" : "rows"}. ${logInWords(part, choices)}.\n`,
				);
				await noteExport(
					db,
					by,
					{
						what: "Log of forms",
						about: logInWords(part, choices),
						format: logFormats[format].called,
						rows,
						byCommand: true,
					},
					now,
				);
				const { content } = await logAsFile(
					reading,
					by,
					office,
					{ part, format },
					{ partnership: partnership.name, now },
				);
				try {
					await pipeline(content, out === undefined ? io.out : createWriteStream(out), {
						end: out !== undefined,
					});
				} catch (problem) {
					const { syscall } = problem as NodeJS.ErrnoException;
					throw syscall === "open" && out !== undefined
						? new WrongCall(notAllowed(out, "written", problem))
						: problem;
				}
				if (out !== undefined) io.out.write(`${out}\n`);
				return exit.ok;
			},
			{ as: "serving" },
		);
	},
};

/** @returns the name of what a call means by its name or by its words. @throws WrongCall where there is none */
export function called(
	what: string,
	said: string | undefined,
	titles: Record<string, string>,
): string | undefined {
	if (said === undefined) return undefined;
	const found = Object.entries(titles).find(
		([id, title]) => id === said || valueKey(title) === valueKey(said),
	);
	if (found) return found[0];
	throw new WrongCall(
		`There is no ${what} ‘${said}’. There is: ${Object.values(titles).join("; ")}.`,
	);
}

/** @throws WrongCall */
function columnsCalled(said: string | undefined, { columns }: LogChoices): string[] | undefined {
	const titles = Object.fromEntries(columns.map(({ id, title }) => [id, title]));
	return said?.split(",").flatMap((each) => called("column", each.trim(), titles) ?? []);
}
