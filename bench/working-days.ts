/**
 * What a due date costs. Run with `node bench/working-days.ts`.
 * Fails when an addition of working days takes 5 microseconds or more.
 */
import { calendarNamed } from "../src/domain/calendar/calendar.ts";
import { dueDate } from "../src/domain/calendar/due-date.ts";
import { dayNumberOf, isoDay } from "../src/domain/calendar/iso-day.ts";
import { addWorkingDays } from "../src/domain/calendar/working-days.ts";

const calendar = calendarNamed("uk-union");
const firstDay = dayNumberOf(2007, 1, 1);
const days = Array.from({ length: 8000 }, (_, index) => isoDay(firstDay + index));

/** @returns microseconds each */
function cost(times: number, work: (day: string, index: number) => unknown) {
	const start = performance.now();
	for (let index = 0; index < times; index += 1) work(days[index % days.length] as string, index);
	return ((performance.now() - start) * 1000) / times;
}

const firstAnswer = cost(1, (day) => addWorkingDays(day, 10, calendar));
const addition = cost(500_000, (day, index) =>
	addWorkingDays(day, (index % 60) - 20, calendar, "deemed"),
);
const starts = days.map((day) => Temporal.ZonedDateTime.from(`${day}T10:00[Europe/London]`));
const explained = cost(20_000, (_, index) =>
	dueDate(
		starts[index % starts.length] as Temporal.ZonedDateTime,
		{ amount: 10, unit: "working-days" },
		calendar,
	),
);

console.log(`first answer of a calendar  ${firstAnswer.toFixed(0)} µs`);
console.log(`addition of working days    ${addition.toFixed(2)} µs`);
console.log(`due date with its why       ${explained.toFixed(1)} µs`);
if (addition >= 5) process.exitCode = 1;
