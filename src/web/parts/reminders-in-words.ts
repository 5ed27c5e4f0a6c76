import type { Reminded, RemindersToCome } from "../../actions/reminders-to-come.ts";
import type { PlannedReminder, ReminderPlan } from "../../domain/difference/reminders/reminders.ts";
import { sayList, startingLarge } from "../../domain/english.ts";
import type { WorkingHours } from "../../domain/people/working-hours.ts";
import { timeInWords, weekdayInWords } from "../kit/dates.ts";
import { say } from "../kit/say.tsx";

/** So many people are named; the others are counted. */
const mostNamed = 3;

/**
 * What will be sent about something owed, when and to whom, in a sentence or two.
 *
 * @param who owes it, in words, for a reader who may not know the people of that side by name
 * @param isSealed whether only some people may know of it: then nobody else can be told
 */
export function remindersInWords(
	{ plan, singly, inMorning, named }: RemindersToCome,
	who: string,
	hours: WorkingHours,
	now: Temporal.ZonedDateTime,
	isSealed: boolean,
): string {
	if (singly.length + inMorning.length === 0)
		return isSealed
			? say`Nobody who may know of it can do this. Whoever sealed it, or the head of the partnership’s office, can name somebody who can.`
			: say`Concord has nobody to remind of this. Tell the Business Unit.`;
	const namesOf = (people: Reminded[]) =>
		named ? sayNames(people.map(({ name, isReader }) => (isReader ? say`you` : name))) : who;
	const [reader] = inMorning;
	const sentences = singly.length > 0 ? [whenInWords(plan, namesOf(singly), now)] : [];
	if (inMorning.length > 0 && (named || singly.length === 0))
		sentences.push(
			named && (inMorning.length > 1 || reader?.isReader)
				? say`${startingLarge(namesOf(inMorning))} get ${onceADay(hours)}.`
				: say`${startingLarge(namesOf(inMorning))} gets ${onceADay(hours)}.`,
		);
	return sentences.join(" ");
}

function whenInWords(
	{ coming, thenEvery }: ReminderPlan,
	whom: string,
	now: Temporal.ZonedDateTime,
): string {
	const every = thenEvery === 1 ? say`every working day` : say`every ${thenEvery} working days`;
	const [first, ...later] = coming;
	const last = later.at(-1);
	const begins = say`Concord will remind ${whom}`;
	if (!first || !last)
		return say`${begins} ${momentsInWords(first ? [first] : [], now)}, then ${every} until it is done.`;
	return say`${begins} ${momentsInWords([first, ...later.slice(0, -1)], now)}. If it is late, again ${momentsInWords([last], now)} and then ${every}.`;
}

/** "on Monday 13 April and Wednesday 15 April at 9am", "today at 2:10pm" */
function momentsInWords(reminders: PlannedReminder[], now: Temporal.ZonedDateTime): string {
	const byTime = Map.groupBy(reminders, ({ at }) => timeInWords(at));
	return sayList(
		[...byTime].map(
			([time, all]) => say`${sayList(all.map(({ at }, nth) => dayFrom(now, at, nth)))} at ${time}`,
		),
	);
}

/** "today", "on Monday 13 April"; the year only when it is another one. */
function dayFrom(now: Temporal.ZonedDateTime, at: Temporal.ZonedDateTime, nth: number): string {
	const day = at.toPlainDate();
	if (day.equals(now.toPlainDate())) return say`today`;
	const words = weekdayInWords(day);
	const short = day.year === now.year ? words.replace(/ \d+$/, "") : words;
	return nth === 0 ? say`on ${short}` : short;
}

/** "one message each working day at 9am with everything to do" */
export const onceADay = ({ from }: WorkingHours): string =>
	say`one message each working day at ${timeInWords(Temporal.PlainTime.from(from))} with everything to do`;

/** "between 9am and 5pm" */
export const hoursInWords = ({ from, until }: WorkingHours): string =>
	say`between ${timeInWords(Temporal.PlainTime.from(from))} and ${timeInWords(Temporal.PlainTime.from(until))}`;

const sayNames = (names: string[]): string =>
	names.length <= mostNamed
		? sayList(names)
		: say`${names.slice(0, mostNamed - 1).join(", ")} and ${names.length - mostNamed + 1} others`;
