import type { IsoDay } from "../../calendar/iso-day.ts";
import { readTypedDay } from "../../calendar/typed-day.ts";
import { type Said, said } from "../../said.ts";
import { type Period, yearFrom } from "../period.ts";
import type { Mapping } from "./mapping.ts";

/** A day of an old log: from and until are the same, but where only the year is known. */
export type OldDay = Period;

/** What is wrong with what stands where a day should. */
export type WrongDay = { wrong: Said; fix: Said };

/** Nothing in an old log is from before. */
const earliest: IsoDay = "1990-01-01";

/**
 * Reads a day as logs have it: a date of a spreadsheet, which comes as ISO, a text in either order, or a year such as
 * 2023/24.
 *
 * @param today undefined where the day may lie ahead, as a due date may
 */
export function readOldDay(
	cell: string,
	dates: Mapping["dates"],
	today: IsoDay | undefined,
): OldDay | WrongDay {
	const [, first, second] = /^(\d{4}) ?[/–-] ?(\d{2}|\d{4})$/.exec(cell) ?? [];
	if (first && second) {
		const next = Number(first) + 1;
		if (Number(second) % 100 === next % 100 && (second.length === 2 || Number(second) === next)) {
			const year = yearFrom(Number(first));
			return today !== undefined && year.from > today ? isAhead(cell) : within(year, today);
		}
	}
	if (/^\d{5}(\.\d+)?$/.test(cell))
		return {
			wrong: said`${cell} is a number, not a date`,
			fix: said`Give the column the format of a date in the spreadsheet, and save it again`,
		};
	// Time of day is no part of it.
	const written = cell.replace(/[T ,]+\d{1,2}[:.]\d{2}.*$/, "");
	const parts = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{2}|\d{4})$/.exec(written);
	const inOrder =
		parts && dates === "month-first" ? `${parts[3]}/${parts[1]}/${parts[4]}` : written;
	const read = readTypedDay({ day: inOrder });
	if (read.is !== "day")
		return {
			wrong: said`“${cell}” is not a date`,
			fix:
				parts && dates === "month-first"
					? said`Dates are read with the month first: correct it, or say on the page of columns that the day comes first`
					: parts
						? said`Dates are read with the day first: correct it, or say on the page of columns that the month comes first`
						: said`Write it as 9 April 2024 or 09/04/2024`,
		};
	if (today !== undefined && read.day > today) return isAhead(cell);
	if (read.day < earliest)
		return {
			wrong: said`“${cell}” is long before any log began`,
			fix: said`Correct the year. A spreadsheet that was made on an old Mac may count its days from 1904`,
		};
	return { from: read.day, until: read.day };
}

const isAhead = (cell: string): WrongDay => ({
	wrong: said`“${cell}” has not come yet`,
	fix: said`Correct the date`,
});

const within = (year: Period, today: IsoDay | undefined): OldDay =>
	today !== undefined && year.until > today ? { ...year, until: today } : year;
