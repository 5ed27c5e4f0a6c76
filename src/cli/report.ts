import { buffer } from "node:stream/consumers";
import { parseArgs } from "node:util";
import { reportInAllFormats } from "../documents/report/all-formats.ts";
import { isReportFormat, reportFormats } from "../documents/report/formats.ts";
import { reportFileName } from "../documents/report/on-paper.ts";
import { dayNumber } from "../domain/calendar/iso-day.ts";
import { type Period, reportingOn } from "../domain/learning/period.ts";
import { audiences } from "../domain/learning/published.ts";
import { zone } from "../domain/time.ts";
import { reportDocument } from "../reports/report-document.ts";
import { type Command, exit, WrongCall } from "./command.ts";
import { readingFrom } from "./open-concord.ts";
import { withKeys } from "./open-database.ts";
import { partnershipIn, protocolInForce } from "./partnership-in.ts";
import { writeOut } from "./write-out.ts";

const inAll = "zip";
const formats = [...Object.keys(reportFormats), inAll];

export const report: Command = {
	name: "report",
	summary: "Make a partnership’s report on a period",
	usage: `Usage:
  concord report --audience WHOM [--from DAY --to DAY] [--format ${formats.join("|")}] [--out FILE]
                 [--protocol NAME] [--partnership NAME]

Reads the database of the Concord whose settings stand in the environment (DATABASE_URL, or the
one in CONCORD_DATA), whether it runs or not, and changes nothing. The figures are those of the
page Reports; made again, they are the same.

  --audience     ${audiences.join(", ")}. For all but the business-unit, small
                 numbers are hidden, with what gives them away
  --from, --to   the first and the last day, such as 2026-04-01 and 2026-09-30; left out, the
                 latest period that is over
  --format       docx unless given; zip is all the others in one file, of figures counted once
  --out          the file to write; left out, one in this directory that says what it is
  --protocol     the name of one of several protocols in force, such as somerset-rpd
  --partnership  the name of one of several partnerships`,
	run: async (args, io) => {
		const { values } = parseArgs({
			args,
			options: {
				from: { type: "string" },
				to: { type: "string" },
				audience: { type: "string" },
				format: { type: "string", default: "docx" },
				out: { type: "string" },
				protocol: { type: "string" },
				partnership: { type: "string" },
			},
		});
		const audience = audiences.find((each) => each === values.audience);
		if (!audience) throw new WrongCall(`Say for whom: ‘--audience’ ${audiences.join(", ")}.`);
		const { format } = values;
		if (format !== inAll && !isReportFormat(format))
			throw new WrongCall(`There is no format ‘${format}’. Use one of: ${formats.join(", ")}.`);
		const asked = periodOf(values.from, values.to);
		return withKeys(
			io,
			async ({ db }) => {
				const partnership = await partnershipIn(db, values.partnership);
				const now = io.now().add({ seconds: partnership.clockAhead }).toZonedDateTimeISO(zone);
				const today = now.toPlainDate().toString();
				const reading = readingFrom(db);
				const inForce = await reading.protocols.listInForce(db, partnership.id, today);
				const protocol = protocolInForce(
					inForce.map((each) => each.protocol),
					values.protocol,
				);
				const period = asked ?? reportingOn(protocol, today).last;
				const document = await reportDocument(
					reading,
					partnership,
					protocol,
					period,
					audience,
					today,
				);
				const file = values.out ?? `${reportFileName(document)}.${format}`;
				await writeOut(
					io,
					file,
					isReportFormat(format)
						? await reportFormats[format].write(document)
						: await buffer(reportInAllFormats(document).content),
				);
				return exit.ok;
			},
			{ as: "serving" },
		);
	},
};

/** @throws WrongCall, or Refusal when one of these is not a day */
function periodOf(from: string | undefined, until: string | undefined): Period | undefined {
	if (from === undefined && until === undefined) return undefined;
	if (from === undefined || until === undefined)
		throw new WrongCall("Give both --from and --to, or neither.");
	for (const day of [from, until]) dayNumber(day);
	if (until < from)
		throw new WrongCall(`${until} is before ${from}: the period ends before it begins.`);
	return { from, until };
}
