import { z } from "zod";
import { calendarNames } from "../../../domain/calendar/calendar.ts";
import type { Limit } from "../../../domain/calendar/limit.ts";
import { readTypedTime } from "../../../domain/calendar/typed-day.ts";
import { sayNumber } from "../../../domain/english.ts";
import { zone } from "../../../domain/time.ts";
import { choiceOf, dateOf } from "../../kit/form.ts";
import { say, sayWhole } from "../../kit/say.tsx";

export const units = {
	"working-days": "working days",
	"calendar-days": "calendar days",
	weeks: "weeks",
	"calendar-months": "months",
	hours: "hours",
} as const;
type Unit = keyof typeof units;

/** So much is worked out on a page: about ten years of hours, and more than a protocol ever asks for in days. */
const most = { hours: 100_000, others: 1000 };

/** What somebody wants to have worked out, as the page's form sends it. */
export const dueDateAsked = z
	.object({
		calendar: choiceOf(calendarNames as [string, ...string[]], "Choose whose bank holidays count"),
		from: dateOf({ name: "Day", missing: "Enter the day it starts" }),
		time: z
			.string()
			.trim()
			.default("")
			.transform((text, context) => {
				if (text === "") return undefined;
				const time = readTypedTime(text);
				if (time) return time;
				context.addIssue({
					code: "custom",
					message: say`Time must be a time, like 2:15pm or 14:15`,
				});
				return z.NEVER;
			}),
		amount: z
			.string("Enter how long")
			.trim()
			.min(1, "Enter how long")
			.regex(/^[-−–]?\d{1,6}$/, "How long must be a whole number, like 10 or -5")
			.transform((text) => Number(text.replace(/^[−–]/, "-"))),
		unit: choiceOf(Object.keys(units) as [Unit, ...Unit[]], "Choose a unit"),
		counting: z.enum(["day0", "deemed"]).catch("day0"),
	})
	.superRefine(({ amount, unit }, context) => {
		const atMost = unit === "hours" ? most.hours : most.others;
		if (Math.abs(amount) > atMost)
			context.addIssue({
				code: "custom",
				path: ["amount"],
				message: say`How long must be ${sayNumber(atMost)} ${sayWhole(units[unit])} or less`,
			});
	});

export type DueDateAsked = z.infer<typeof dueDateAsked>;

export const startOf = ({ from, time }: DueDateAsked): Temporal.ZonedDateTime =>
	Temporal.PlainDate.from(from).toZonedDateTime({ timeZone: zone, plainTime: time ?? "00:00" });

export const limitOf = ({ unit, amount, counting }: DueDateAsked): Limit =>
	unit === "hours" ? { unit, amount } : { unit, amount, counting };
