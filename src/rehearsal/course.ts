import { z } from "zod";
import type { Story, StoryAct } from "../domain/story/story.ts";

/** Text in which words in braces stand for others, or what an act enters, made of such text. */
type Pattern = string | number | boolean | Pattern[] | { [key: string]: Pattern };
const pattern: z.ZodType<Pattern> = z.lazy(() =>
	z.union([z.string(), z.number(), z.boolean(), z.array(pattern), z.record(z.string(), pattern)]),
);
const oneOrSeveral = z.union([z.string(), z.number(), z.array(z.union([z.string(), z.number()]))]);

/** How differences go: the shape of `courses.yaml`. */
export const courseTable = z.strictObject({
	/** Each the parts of which it is made. */
	courses: z.record(z.string(), z.array(z.string())),
	/** Each the acts of which it is made. */
	parts: z.record(
		z.string(),
		z.array(
			z.strictObject({
				/** Working days from the last act of the part before, one of several; never before the act above it. */
				day: oneOrSeveral,
				by: z.string(),
				do: z.string(),
				outcome: z.string().optional(),
				with: z.string().optional(),
				enter: z.record(z.string(), pattern).default({}),
				/** Only where the answer comes after its time, or long after. */
				late: z.boolean().default(false),
				"very-late": z.boolean().default(false),
				/** The difference ends by it. */
				ends: z.boolean().default(false),
				/** So many months after the end instead, or on the first working day after that, where it comes before the opening. */
				"months-after-end": z.number().int().optional(),
			}),
		),
	),
	/** What words stand for where a difference does not say it: one of several. */
	usual: z.record(z.string(), oneOrSeveral),
});
export type CourseTable = z.infer<typeof courseTable>;

/** What the words of a course stand for in one difference. */
export type Words = Record<string, unknown>;

/** Working days within which a response is in time, and after which it is long overdue. */
const inTime = 10;
const longOverdue = 14;

/**
 * The story of one difference.
 *
 * @param nth its place in the table: it chooses among several of a thing, so that two are seldom alike
 * @param words what it says of itself
 * @param raisedOn how many working days before the opening it is raised
 * @returns undefined where something is asked that would be answered on the opening day at the earliest: it is then owed
 * @throws Error for a course or a word that there is not
 */
export function storyOf(
	{ courses, parts, usual }: CourseTable,
	went: string,
	{
		nth,
		words,
		raisedOn,
		opening,
	}: { nth: number; words: Words; raisedOn: number; opening: WorkingDaysBefore },
): Story | undefined {
	const meaningOf = (word: string): unknown => {
		const said = words[word] ?? usual[word];
		if (said === undefined) throw new Error(`No word “${word}” in ${went}, ${words.issue}`);
		const one = word in words || !Array.isArray(said) ? said : chosen(said, nth);
		return typeof one === "string" ? filled(one, meaningOf) : one;
	};
	const answer = Number(meaningOf("answer"));
	const acts: StoryAct[] = [];
	let before = raisedOn;
	let minutes = 0;
	let ended = opening.day(raisedOn);
	for (const [place, name] of (courses[went] ?? unknown("course", went)).entries()) {
		const part = parts[name] ?? unknown("part", name);
		const from = before;
		for (const each of part) {
			const { day, late, "very-late": veryLate, ends, "months-after-end": months, ...said } = each;
			const { enter, ...act } = said;
			if ((late && answer <= inTime) || (veryLate && answer <= longOverdue)) continue;
			const after = Number(
				Array.isArray(day) ? chosen(day, nth + place) : filled(String(day), meaningOf),
			);
			const today =
				months === undefined
					? Math.min(from - after, before)
					: opening.before(dayBefore(askedOn(ended, months))) - 1;
			if (months !== undefined && today < 1) {
				if (askedOn(ended, months) <= opening.day(0)) return undefined;
				continue;
			}
			if (ends) ended = opening.day(today);
			minutes =
				today === before && acts.length > 0
					? minutes + 25 + ((nth * 7 + place) % 40)
					: firstMinute + ((nth * 97 + place * 131) % lastMinute);
			before = today;
			const dayOf = (word: string): unknown => {
				const [, later] = /^day\+(\d+)$/.exec(word) ?? [];
				return later === undefined ? meaningOf(word) : opening.day(today - Number(later));
			};
			acts.push({
				at: `${opening.day(today)} ${clockTime(minutes)}`,
				...(filled(act, dayOf) as typeof act),
				enter: filled(enter, dayOf) as StoryAct["enter"],
			});
		}
	}
	return { story: String(words.issue), closed: {}, acts, expect: { clocks: {} } };
}

const askedOn = (ended: string, months: number): string =>
	Temporal.PlainDate.from(ended).add({ months }).toString();
const dayBefore = (day: string): string =>
	Temporal.PlainDate.from(day).subtract({ days: 1 }).toString();

/** Nobody writes before eight; on most days the first thing is done by five. */
const firstMinute = 8 * 60;
const lastMinute = 9 * 60;

const clockTime = (minutes: number): string =>
	`${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;

/** Which day lies so many working days before the opening; after it where negative. */
export type WorkingDaysBefore = {
	day: (before: number) => string;
	/** How many working days a day lies before the opening; of a day off, the working day before it. */
	before: (day: string) => number;
};

const chosen = <Thing>(things: readonly Thing[], nth: number): Thing => {
	const one = things[nth % things.length];
	if (one === undefined) throw new RangeError("Nothing to choose from");
	return one;
};

/** With what its words stand for in their place; a text that is one word alone becomes that, whatever it is. */
function filled(text: unknown, meaningOf: (word: string) => unknown): unknown {
	if (typeof text === "string") {
		const [, only] = /^\{([^{}]+)\}$/.exec(text) ?? [];
		return only === undefined
			? text.replace(/\{([^{}]+)\}/g, (_, word: string) => String(meaningOf(word)))
			: meaningOf(only);
	}
	if (Array.isArray(text)) return text.map((each) => filled(each, meaningOf));
	if (typeof text !== "object" || text === null) return text;
	return Object.fromEntries(
		Object.entries(text).map(([key, value]) => [key, filled(value, meaningOf)]),
	);
}

function unknown(what: string, name: string): never {
	throw new Error(`There is no ${what} called “${name}”`);
}
