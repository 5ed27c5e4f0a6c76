import type { Calendar } from "../calendar/calendar.ts";
import type { IsoDay } from "../calendar/iso-day.ts";
import { isWorkingDay, nextWorkingDay } from "../calendar/working-days.ts";
import { dataProtectionOfficer, type Viewer } from "../people/viewer.ts";
import type { Child } from "../protocol/answers.ts";
import { likeness } from "../typed-text.ts";

/** Whom somebody asks about. It identifies, so it is kept sealed. */
export type AskedAbout =
	| {
			kind: "child";
			name: string;
			dateOfBirth: string;
			identifier: string;
			/** For which names every text was looked through. */
			names?: string[] | undefined;
			/** For which it is looked through now, or could not be. */
			lookingFor?: string[] | undefined;
	  }
	| {
			kind: "person";
			personId: string;
			name: string;
			/** The same person again: another post, one that they left, or a link by which they answered. */
			also?: string[];
	  };

/** Every identifier of somebody who works here. */
export const idsOf = ({ personId, also = [] }: AskedAbout & { kind: "person" }): string[] => [
	personId,
	...also,
];

/** Whether somebody answers requests. */
export const answersRequests = ({ offices }: Pick<Viewer, "offices">): boolean =>
	offices.includes(dataProtectionOfficer);

/**
 * By when it is answered: the same day of the next month, the last day of that where it is shorter, and the next working day
 * where that is none.
 *
 * @param months one; three for a request that is complex, where the person is told within the first
 * @see Information Commissioner’s Office, Right of access: “How long do we have to comply?”
 */
export function answerDue(receivedOn: IsoDay, calendar: Calendar, months: 1 | 3 = 1): IsoDay {
	// Temporal puts the 31st on the last day of a shorter month.
	const day = Temporal.PlainDate.from(receivedOn).add({ months }).toString();
	return isWorkingDay(day, calendar) ? day : nextWorkingDay(day, calendar);
}

/** Of an answer, whoever gives it is reminded so many days before it is due, on the day itself, and each week after. */
const remindedBefore = [7, 2, 0];
const remindedEvery = 7;
/** Nobody is reminded sooner than so many days before. */
export const firstRemindedBefore = Math.max(...remindedBefore);

/**
 * Whether whoever answers is to be reminded today: a day of that has come since they last were, also where nobody looked on
 * the day itself.
 *
 * @param today ISO day
 */
export function isToBeReminded(
	today: IsoDay,
	{ dueOn, remindedOn }: { dueOn: IsoDay; remindedOn: IsoDay | null },
): boolean {
	const due = Temporal.PlainDate.from(dueOn);
	const left = Temporal.PlainDate.from(today).until(due).total("days");
	if (left > firstRemindedBefore) return false;
	// So many days before it is due was the last of these days; after it is due, a number below nothing.
	const last =
		left >= 0
			? Math.min(...remindedBefore.filter((days) => days >= left))
			: Math.ceil(left / remindedEvery) * remindedEvery;
	return remindedOn === null || remindedOn < due.subtract({ days: last }).toString();
}

/** By what a child of a record may be the one that is asked for. */
export const waysFound = {
	identifier: "the same identifier",
	"name-and-birth": "the same name and date of birth",
	birth: "the same date of birth, under another name",
	name: "the same name, with another date of birth or none",
	"like-name": "a name that is nearly the same",
} as const;
export type WayFound = keyof typeof waysFound;

/** Ways so sure that they are ticked before anybody has looked. */
export const isSure = (ways: readonly string[]): boolean =>
	ways.includes("identifier") || ways.includes("name-and-birth");

/** By what one may be the other; empty where nothing tells that. */
export function alikeBy(
	asked: Pick<Child, "name" | "dateOfBirth" | "identifier">,
	child: Pick<Child, "name" | "dateOfBirth" | "identifier">,
): WayFound[] {
	const same = (one: string, other: string) =>
		likeness(one) !== "" && likeness(one) === likeness(other);
	const isSameName = same(asked.name, child.name);
	const isSameBirth = asked.dateOfBirth !== "" && asked.dateOfBirth === child.dateOfBirth;
	return [
		...(same(asked.identifier, child.identifier) ? (["identifier"] as const) : []),
		...(isSameName && isSameBirth
			? (["name-and-birth"] as const)
			: isSameBirth
				? (["birth"] as const)
				: isSameName
					? (["name"] as const)
					: isNearly(asked.name, child.name)
						? (["like-name"] as const)
						: []),
	];
}

/** Whether two names are the same but for two letters, or the same words in another order. */
function isNearly(one: string, other: string): boolean {
	const words = (name: string) =>
		name
			.split(/[\s-]+/)
			.map(likeness)
			.filter(Boolean)
			.sort();
	const [mine, theirs] = [words(one), words(other)];
	if (mine.length === 0 || theirs.length === 0) return false;
	if (mine.join(" ") === theirs.join(" ")) return true;
	const [a, b] = [likeness(one), likeness(other)];
	return Math.min(a.length, b.length) >= 5 && distance(a, b) <= 2;
}

/** How many letters are put in, left out or changed between two words. */
function distance(one: string, other: string): number {
	let row = Array.from({ length: other.length + 1 }, (_, nth) => nth);
	for (let i = 1; i <= one.length; i++) {
		const next = [i];
		for (let j = 1; j <= other.length; j++)
			next[j] = Math.min(
				(row[j] ?? 0) + 1,
				(next[j - 1] ?? 0) + 1,
				(row[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : 1),
			);
		row = next;
	}
	return row[other.length] ?? 0;
}
