import { parseArgs } from "node:util";
import {
	compareList,
	readBankHolidayList,
	withAdditions,
} from "../domain/calendar/bank-holiday-list.ts";
import { noOwnDays, publishedCalendar } from "../domain/calendar/calendar.ts";
import { sayDayChanges } from "../domain/calendar/changes-in-words.ts";
import { dayNumber } from "../domain/calendar/iso-day.ts";
import { inEnglish } from "../domain/said.ts";
import { type Command, exit, WrongCall } from "./command.ts";
import { dayAndTime } from "./option-values.ts";
import { textOf } from "./read-file.ts";

export const calendarCheck: Command = {
	name: "calendar check",
	summary: "Find what is wrong with a list of bank holidays, or what it adds",
	usage: `Usage:
  concord calendar check FILE [--today DAY]

FILE is a list in the form of www.gov.uk/bank-holidays.json. It is held against the bank holidays
that come with Concord, as an import or the nightly refresh would do.
  --today DAY   a list that begins after this day’s year was cut; left out, that is not looked at
Exit code 1 when the list has faults.`,
	run: async (args, io) => {
		const { values, positionals } = parseArgs({
			args,
			allowPositionals: true,
			options: { today: { type: "string" } },
		});
		const [file, ...more] = positionals;
		if (file === undefined || more.length > 0) throw new WrongCall("Name one file.");
		const today = values.today === undefined ? farOff : dayAndTime(values.today).day;
		dayNumber(today);
		const { list, faults } = readBankHolidayList(await textOf(file));
		const compared = list && compareList(list, noOwnDays, today, file);
		const wrong = faults ?? compared?.faults ?? [];
		if (!compared || wrong.length > 0) {
			io.out.write(wrong.map((fault) => `${file}: ${inEnglish(fault)}\n`).join(""));
			return exit.faults;
		}
		const added = sayDayChanges(noOwnDays, withAdditions(noOwnDays, compared.additions));
		io.out.write(
			added.length === 0
				? `${file}: has no faults, and nothing that Concord’s own calendar ${publishedCalendar} does not know.\n`
				: `${file}: has no faults. It adds:\n${added.map((line) => `  ${line}\n`).join("")}`,
		);
		return exit.ok;
	},
};

/** No list begins after it. */
const farOff = "2499-12-31";
