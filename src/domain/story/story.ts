/**
 * A story: acts with dates, played on a protocol to see what it does. Partnerships test their protocols with these.
 *
 * @see docs/how-to/write-a-story.md
 */
import { z } from "zod";
import { type Calendar, calendarNamed } from "../calendar/calendar.ts";
import { addWorkingDays } from "../calendar/working-days.ts";
import { everyStanding } from "../difference/standing.ts";
import type { Fault } from "../protocol/file/faults.ts";
import { readYaml } from "../protocol/file/read-yaml.ts";
import { readShape } from "../protocol/file/shape-faults.ts";
import type { Protocol } from "../protocol/protocol.ts";

/** A local date and time that exists, and lies in the years in which days are worked out. */
const moment = z
	.string()
	.refine(isRealTime, "Write a real date and time, such as 2026-03-26 10:15");

function isRealTime(said: string): boolean {
	try {
		return (
			/^(19|2[0-4])\d\d-\d\d-\d\d[ T]\d\d:\d\d$/.test(said) &&
			Boolean(Temporal.PlainDateTime.from(said.replace(" ", "T")))
		);
	} catch {
		return false;
	}
}

const clockState = z.enum(everyStanding);

const expectations = z.strictObject({
	/** The ending, or `open`. */
	ended: z.string().optional(),
	stage: z.string().optional(),
	/** Numbered stages that were passed over, in any order. */
	skipped: z.array(z.string()).optional(),
	/** Steps that are open, in any order. */
	owed: z.array(z.string()).optional(),
	/** Sides that know of the difference, in any order. */
	told: z.array(z.string()).optional(),
	/** What somebody may know of it by then: `nothing`, or how it stands as far as they see it. */
	sees: z
		.record(
			z.string(),
			z.union([
				z.literal("nothing"),
				z.strictObject({
					/** The ending, or `open`. */
					ended: z.string().optional(),
					stage: z.string().optional(),
					/** Steps that are open, and steps that were done, as they know of them; in any order. */
					owed: z.array(z.string()).optional(),
					done: z.array(z.string()).optional(),
				}),
			]),
		)
		.optional(),
	/** What was last said of the child: `true` when safe, `false` when not. */
	safe: z.boolean().optional(),
	/** How many times a hard clock was missed. */
	breaches: z.number().int().min(0).optional(),
	clocks: z
		.record(
			z.string(),
			z.strictObject({
				/** A day, or a local day and time such as 2026-04-07 16:30. */
				due: z.string().optional(),
				/** The day before anybody changed it. */
				"first-due": z.string().optional(),
				state: clockState.optional(),
				/** False: it never started. */
				started: z.boolean().optional(),
				/** How often it started. */
				rounds: z.number().int().optional(),
				/** Names of the days that were not counted, weekends left out. */
				skipped: z.array(z.string()).optional(),
			}),
		)
		.default({}),
});

const acts = z
	.array(
		z.strictObject({
			/** Local date and time. */
			at: moment,
			/** Who: `raising practitioner`, `business-unit`; a second person in a role is `raising manager 2`. Or by name. */
			by: z.string().optional(),
			/** `raise`, a step, a move, `extend STEP` and the like, `safe` or `not-safe` for what is said of the child, `correct FIELD` and the like for what is put right, `recorded` for the child's record, `draft STEP`, or `wait`. */
			do: z.string(),
			outcome: z.string().optional(),
			/** With `raise`: the way to begin, when it is not the usual one. */
			way: z.string().optional(),
			/** With `raise`, in a story of named people: the other agency. */
			with: z.string().optional(),
			/** With `raise`, `safe` and `not-safe`: the emergency contacts that were rung, by number, and when. */
			rang: z.record(z.string(), moment).optional(),
			/**
			 * With `raise` and a step that stands on a form: it came on paper, was received then, and somebody of this office
			 * enters it; `by` did it on paper, and where it is signed `signed-by` signed it.
			 */
			"entered-by": z.string().optional(),
			received: moment.optional(),
			"signed-by": z.string().optional(),
			/** The new day, or day and time, of `extend` and `bring-forward`. */
			until: z.string().optional(),
			/** For `extend`: how much more, counted from the date as it is. */
			more: z.string().optional(),
			/** Answers by field; what is left out is filled in with an example. */
			enter: z.record(z.string(), z.unknown()).default({}),
			/** The act must be refused, with this code. */
			refused: z.string().optional(),
			/** What must hold once this act is done. */
			expect: expectations.optional(),
		}),
	)
	.min(1);

const storyFile = z.strictObject({
	/** What it shows, in a sentence. */
	story: z.string().min(1),
	/** Days on which the partnership's office is closed, by day, with why. */
	closed: z.record(z.iso.date(), z.string()).default({}),
	acts,
	/** What goes on under another protocol, once it has ended so: the first act raises it there, with the answers that it carries. */
	"then-under": z
		.strictObject({
			/** The other protocol. */
			protocol: z.string(),
			acts,
			expect: expectations.prefault({}),
		})
		.optional(),
	/** What must hold at the end. */
	expect: expectations.prefault({}),
});

export type Expectations = z.infer<typeof expectations>;
export type Story = z.infer<typeof storyFile>;
/** The calendar that a story plays by: its protocol's, with the closure days that count there. */
export function calendarOfStory(protocol: Protocol, { closed }: Story): Calendar {
	const calendar = calendarNamed(protocol.calendar);
	const closureDays = Object.entries(closed).map(([day, name]) => ({
		day,
		name,
	}));
	return protocol.closureDays === "counted" || closureDays.length === 0
		? calendar
		: { ...calendar, closureDays };
}

export type StoryAct = Story["acts"][number];

/**
 * Reads a story file.
 *
 * @param opening what days such as `day -12` are counted from; without it a story has dates only
 * @returns the story, or what is wrong with it, in the order of the lines
 */
export function readStory(
	text: string,
	opening?: OpeningDay,
):
	| {
			story: Story;
			/** The line of an act; 0 is the first act, and those under another protocol follow. */
			lineOfAct: (index: number) => number | undefined;
			faults?: never;
	  }
	| { faults: Fault[]; story?: never } {
	const yaml = readYaml(text);
	if (yaml.faults) return { faults: yaml.faults };
	const content = opening ? withDates(yaml.content, opening) : yaml.content;
	const { read, faults } = readShape(storyFile, { ...yaml, content });
	return read
		? {
				story: read,
				lineOfAct: (index) =>
					yaml.lineOf(
						index < read.acts.length
							? ["acts", index]
							: ["then-under", "acts", index - read.acts.length],
					),
			}
		: { faults: faults.inOrder() };
}

/** What the days of a story without dates are counted from: a working day, and what says which days are. */
export type OpeningDay = { day: string; calendar: Calendar };

/**
 * The date that a story means by a number of working days before or after its opening day: `day -12` is a
 * day, `day -12 10:30` a local time on it, `day 0` the opening day.
 *
 * @returns ISO, without zone; undefined for other words
 */
export function dateNamed(said: string, { day, calendar }: OpeningDay): string | undefined {
	const [, workingDays, time] = /^day ([+-]?\d{1,4})(?: (\d\d:\d\d))?$/.exec(said) ?? [];
	if (workingDays === undefined) return undefined;
	const date = addWorkingDays(day, Number(workingDays), calendar);
	return time === undefined ? date : `${date}T${time}`;
}

function withDates(content: unknown, opening: OpeningDay): unknown {
	if (typeof content === "string") return dateNamed(content, opening) ?? content;
	if (Array.isArray(content)) return content.map((each) => withDates(each, opening));
	if (typeof content !== "object" || content === null) return content;
	return Object.fromEntries(
		Object.entries(content).map(([key, value]) => [key, withDates(value, opening)]),
	);
}
