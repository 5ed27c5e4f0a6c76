import { createHash } from "node:crypto";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { z } from "zod";
import {
	addWorkingDays,
	isWorkingDay,
	workingDaysBetween,
} from "../domain/calendar/working-days.ts";
import type { Header, RecordedEvent } from "../domain/difference/difference.ts";
import type { Rules } from "../domain/difference/rules.ts";
import type { Level } from "../domain/people/viewer.ts";
import { newReference } from "../domain/reference.ts";
import { type Played, playStory } from "../domain/story/play.ts";
import type { OpeningDay, Story } from "../domain/story/story.ts";
import { courseTable, storyOf, type WorkingDaysBefore } from "./course.ts";
import { pastDifferenceId } from "./identifiers.ts";
import { castOf, type PeopleTable } from "./people-table.ts";
import { readTable } from "./read-table.ts";

/** The differences of two years, the oldest first: the shape of `differences.yaml`. */
const pastTable = z.array(
	z
		.object({
			/** Its course. */
			went: z.string(),
			/** Who raised it, and with which agency. */
			by: z.string(),
			with: z.string(),
			/** Whom it is about: names, each with an age in whole years. */
			about: z.record(z.string(), z.number().int()),
			themes: z.array(z.string()),
		})
		// What the words of its course stand for.
		.catchall(z.union([z.string(), z.number()])),
);
type PastRow = z.infer<typeof pastTable>[number];

/** A difference that began and ended before the opening, as the rules alone play it. */
export type PastDifference = {
	id: string;
	went: string;
	/** The names of those whom it is about. */
	about: string[];
	played: Played;
};

/** How much is raised in each month against others, January first: schools see less in their holidays. */
const seasons = [1.1, 0.9, 1.2, 0.8, 1.1, 1.2, 0.9, 0.4, 1.1, 1.1, 1.3, 0.8];
/** How much more is raised at the end of the two years than at their beginning. */
const growth = 0.5;
/** The last is raised so many working days before the opening: the stories take up from there. */
const lastRaised = 42;

/**
 * The differences of the two years before the opening, in the order in which they were raised; all have ended. Between two of
 * them whatever else waits goes on.
 *
 * @throws Error that names what cannot be read, StoryFault for what nobody may do
 */
export async function playTwoYears(
	directory: string,
	people: PeopleTable,
	rules: Rules,
	opening: OpeningDay,
): Promise<PastDifference[]> {
	const courses = readTable(join(directory, "two-years", "courses.yaml"), courseTable);
	const rows = readTable(join(directory, "two-years", "differences.yaml"), pastTable);
	const cast = castOf(people);
	const days = daysBefore(opening);
	const raised = raisedOn(rows.length, days);
	const storyFrom = (row: PastRow, nth: number, before: number): Story => {
		const words = {
			...row,
			...partsIn(people, row, nth),
			...childrenOf(row, nth, days.day(before)),
		};
		// What would be asked about on the opening morning was raised a day sooner: the desk shows what the stories tell.
		return (
			storyOf(courses, row.went, { nth, words, raisedOn: before, opening: days }) ??
			storyFrom(row, nth, before + 1)
		);
	};
	const all: PastDifference[] = [];
	for (const [nth, row] of rows.entries()) {
		await setImmediate();
		all.push({
			id: pastDifferenceId(nth),
			went: row.went,
			about: Object.keys(row.about),
			played: playStory(rules, storyFrom(row, nth, raised[nth] ?? lastRaised), cast),
		});
	}
	return all;
}

/** What is saved of one: its record, under a reference that no other has. @param taken references; its own is added */
export function recordOf(
	{ id, played }: Pick<PastDifference, "id" | "played">,
	prefix: string,
	taken: Set<string>,
): { header: Header; entries: RecordedEvent[] } {
	let reference: string | undefined;
	for (let attempt = 0; reference === undefined || taken.has(reference); attempt++)
		reference = newReference(prefix, drawsFrom(`${id} ${attempt}`));
	taken.add(reference);
	return {
		header: { ...played.header, id, reference },
		entries: played.acts.flatMap(({ passed, events }) => [...passed, ...events]),
	};
}

/** Numbers that always follow from the same words. */
function drawsFrom(words: string): (below: number) => number {
	const bytes = createHash("sha256").update(words).digest();
	let nth = 0;
	return (below) => bytes.readUInt16BE(2 * nth++) % below;
}

/** Working days by how many they lie before the opening. */
function daysBefore(opening: OpeningDay): WorkingDaysBefore & { count: number } {
	const { day: opens, calendar } = opening;
	const first = Temporal.PlainDate.from(opens).subtract({ years: 2 });
	const days: string[] = [];
	for (
		let day = Temporal.PlainDate.from(opens);
		Temporal.PlainDate.compare(day, first) >= 0;
		day = day.subtract({ days: 1 })
	)
		if (isWorkingDay(day.toString(), calendar)) days.push(day.toString());
	return {
		count: days.length,
		before: (day) => workingDaysBetween(day, opens, calendar),
		day: (before) => days[before] ?? addWorkingDays(opens, -before, calendar),
	};
}

/** How many working days before the opening each of so many is raised: more in some months, and more as years go on. */
function raisedOn(count: number, days: WorkingDaysBefore & { count: number }): number[] {
	const befores = Array.from({ length: days.count - lastRaised }, (_, nth) => days.count - 1 - nth);
	const weights = befores.map(
		(before, nth) =>
			(seasons[Number(days.day(before).slice(5, 7)) - 1] ?? 1) *
			(1 + (growth * nth) / befores.length),
	);
	const whole = weights.reduce((sum, weight) => sum + weight, 0);
	const raised: number[] = [];
	let sum = 0;
	for (const [nth, weight] of weights.entries()) {
		sum += weight;
		while (raised.length < count && ((raised.length + 0.5) / count) * whole <= sum)
			raised.push(befores[nth] ?? lastRaised);
	}
	return raised;
}

/** Who takes part in a difference, by the words that courses have for them, and what they and their agencies are called. */
function partsIn(
	{ agencies }: PeopleTable,
	{ by, with: other }: PastRow,
	nth: number,
): Record<string, string> {
	const own = Object.keys(agencies).find((key) => by in (agencies[key]?.people ?? {})) ?? by;
	const oneOf = (agency: string, is: (person: Person) => boolean): string => {
		const theirs = Object.entries(agencies[agency]?.people ?? {}).filter(([, each]) => is(each));
		return theirs[nth % Math.max(theirs.length, 1)]?.[0] ?? `nobody of ${agency}`;
	};
	const ofLevel = (agency: string, level: Level) => oneOf(agency, (each) => each.level === level);
	const holds = (office: string) => (person: Person) => person.offices.includes(office);
	// Nobody decides their own cause.
	const [executive, second] = Object.keys(agencies)
		.filter((key) => key !== own && key !== other)
		.map((key) => oneOf(key, holds("executive")))
		.filter((said) => !said.startsWith("nobody"));
	const parts: Record<string, string> = {
		a: by,
		"a-manager": ofLevel(own, "manager"),
		"a-senior": ofLevel(own, "senior-manager"),
		b: ofLevel(other, "practitioner"),
		"b-manager": ofLevel(other, "manager"),
		"b-senior": ofLevel(other, "senior-manager"),
		office: oneOf("partnership", holds("business-unit")),
		executive: executive ?? "nobody",
		"executive-2": second ?? "nobody",
	};
	const everybody = Object.assign({}, ...Object.values(agencies).map(({ people }) => people));
	const names = Object.entries(parts).map(([part, said]) => [
		`${part}.name`,
		everybody[said]?.name,
	]);
	return {
		...parts,
		...Object.fromEntries(names),
		own: agencies[own]?.name ?? own,
		other: agencies[other]?.name ?? other,
		number: String(firstNumber + (nth % numbers)),
	};
}
type Person = PeopleTable["agencies"][string]["people"][string];

/** The last digits of telephone numbers that are kept for stories. */
const firstNumber = 121;
const numbers = 79;

/** The children of a difference, born so that they are as old as it says on the day on which it is raised. */
function childrenOf({ about }: PastRow, nth: number, raisedOn: string) {
	const [name = ""] = Object.keys(about);
	return {
		first: name.split(" ")[0],
		children: Object.entries(about).map(([name, years], place) => ({
			name,
			dateOfBirth: Temporal.PlainDate.from(raisedOn)
				.subtract({ years, days: 1 + ((nth * 53 + place * 131) % 364) })
				.toString(),
		})),
	};
}
