import { stringify } from "csv-stringify/sync";
import { sayOtherAgency } from "../../../domain/difference/told/words.ts";
import { londonTime } from "../../../domain/time.ts";
import type { LoggedForm } from "../../../reports/log-of-forms.ts";

/** To whom a form went that was meant for somebody who is not in the directory. */
export const sentToNobodyByName = "nobody by name: shown to those who answer in the role";

/** The log for a spreadsheet: local times as 2026-04-09 14:15, nothing that a spreadsheet would run as a formula. */
export const logAsCsv = (rows: LoggedForm[], dimensions: string[]): string =>
	stringify(
		rows.map((row) => ({
			Reference: row.reference,
			"Raised by": row.raising,
			With: sayOtherAgency(row),
			About: row.about,
			...Object.fromEntries(dimensions.map((title) => [title, row.counted[title] ?? ""])),
			Received: localTime(row.receivedAt),
			"Acknowledged and sent on": localTime(row.forwardedAt),
			"Sent to": row.sentTo ?? (row.forwardedAt ? sentToNobodyByName : ""),
			"Response due": localTime(row.dueAt),
			Responded: localTime(row.respondedAt),
			"Working days late": row.dueIs === "limit" ? row.afterByWorkingDays : "",
			"Working days after the target": row.dueIs === "target" ? row.afterByWorkingDays : "",
			"Times followed up": row.followUps,
			"Where it stands": row.outcome,
			Ended: localTime(row.endedAt),
			// What continues another is the same difference: a count leaves it out.
			Continues: row.continues ?? "",
			"Goes on as": row.goesOnAs ?? "",
		})),
		{ header: true, bom: true, escape_formulas: true, record_delimiter: "\r\n" },
	);

const localTime = (instant: string | null): string =>
	instant === null
		? ""
		: londonTime(instant).toPlainDateTime().toString({ smallestUnit: "minute" }).replace("T", " ");
