import { parseArgs } from "node:util";
import { calendarNamed, calendarNames } from "../domain/calendar/calendar.ts";
import { sayMoment } from "../domain/calendar/day-in-words.ts";
import { type DueDate, dueDate } from "../domain/calendar/due-date.ts";
import { dayNumber, sayDay } from "../domain/calendar/iso-day.ts";
import { londonTime, zone } from "../domain/time.ts";
import { type Command, exit, WrongCall } from "./command.ts";
import { answerRows } from "./due-csv.ts";
import { countingOf, dayAndTime, wholeNumber } from "./option-values.ts";

const units = ["working-days", "calendar-days", "calendar-months", "weeks", "hours"] as const;
type Unit = (typeof units)[number];

export const due: Command = {
	name: "due",
	summary: "Work out when something is due, and why",
	usage: `Usage:
  concord due --calendar NAME --from DAY --working-days N [options]
  concord due --csv FILE

  --calendar NAME      ${calendarNames.join(", ")}
  --from DAY           2022-09-16, or with a time in the United Kingdom, 2022-09-16T16:30;
                       a day alone starts at midnight
  --working-days N     how long: one of these five; a negative N counts backwards
  --calendar-days N
  --calendar-months N
  --weeks N
  --hours N
  --counting RULE      day0: the day of the start is day 0, whatever day it is (unless given);
                       deemed: a start on a day that is not worked counts as the next working day
  --cut-off HH:MM      a start at or after this time counts as the next day
  --due-time HH:MM     due at this time of the last day, not at the end of it
  --json               the answer for machines

  --csv FILE           rows with the columns from, calendar, working-days and, if wanted, counting;
                       - reads standard input. The same rows come back with the column due.
                       A row that cannot be answered keeps an empty due and is told on
                       standard error.`,
	run: async (args, io) => {
		const { values } = parseArgs({
			args,
			options: {
				calendar: { type: "string" },
				from: { type: "string" },
				"working-days": { type: "string" },
				"calendar-days": { type: "string" },
				"calendar-months": { type: "string" },
				weeks: { type: "string" },
				hours: { type: "string" },
				counting: { type: "string" },
				"cut-off": { type: "string" },
				"due-time": { type: "string" },
				json: { type: "boolean" },
				csv: { type: "string" },
			},
		});
		if (values.csv !== undefined) {
			if (Object.keys(values).length > 1) throw new WrongCall("--csv takes no other options.");
			return answerRows(values.csv, io);
		}

		const [unit, ...others] = units.filter((name) => values[name]);
		if (!values.calendar || !values.from || !unit || others.length > 0)
			throw new WrongCall(
				"Give --calendar, --from and one of --working-days, --calendar-days, --calendar-months, --weeks and --hours.",
			);
		const inDays = ["counting", "cut-off", "due-time"] as const;
		if (unit === "hours" && inDays.some((name) => values[name]))
			throw new WrongCall(
				"--hours takes no --counting, --cut-off or --due-time: every hour counts.",
			);
		const answer = dueDate(
			startOf(values.from),
			{
				unit,
				amount: wholeNumber(values[unit] ?? ""),
				counting: countingOf(values.counting ?? "day0"),
				cutOff: values["cut-off"],
				dueTime: values["due-time"],
			},
			calendarNamed(values.calendar),
		);
		io.out.write(values.json ? forMachines(answer, unit) : forPeople(answer, unit));
		return exit.ok;
	},
};

function startOf(from: string): Temporal.ZonedDateTime {
	const { day, time } = dayAndTime(from);
	// Temporal's own words for a day that does not exist are not fit to show.
	dayNumber(day);
	return Temporal.ZonedDateTime.from(`${day}T${time}[${zone}]`);
}

const dueLocally = (answer: DueDate) => londonTime(answer.due).toPlainDateTime();

function forMachines(answer: DueDate, unit: Unit): string {
	const { due, day, ...why } = answer;
	return `${JSON.stringify(
		{
			due: unit === "hours" ? dueLocally(answer).toString() : day,
			dueAt: due,
			...why,
		},
		null,
		2,
	)}\n`;
}

function forPeople(answer: DueDate, unit: Unit): string {
	const { day, rule, counted, skipped, calendar, version, provisional } = answer;
	const lines = [
		`Due: ${unit === "hours" ? sayMoment(dueLocally(answer)) : sayDay(day)}${provisional ? " (provisional)" : ""}`,
		"",
		`Why: ${rule}`,
	];
	if (counted.length > 0)
		lines.push("", "Counted:", ...counted.map((each, index) => `  ${index + 1}. ${sayDay(each)}`));
	if (skipped.length > 0)
		lines.push(
			"",
			"Not counted:",
			...skipped.map(({ day, name }) =>
				sayDay(day).startsWith(name) ? `  ${sayDay(day)}` : `  ${sayDay(day)}, ${name}`,
			),
		);
	lines.push("", `Calendar: ${calendar}, version ${version}`, "");
	return lines.join("\n");
}
