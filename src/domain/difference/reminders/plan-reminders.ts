import type { Calendar } from "../../calendar/calendar.ts";
import type { Actor } from "../../people/viewer.ts";
import type { Duty } from "../../people/who-answers.ts";
import {
	inWorkingHours,
	nextWorkingMoment,
	type WorkingHours,
} from "../../people/working-hours.ts";
import type { Protocol } from "../../protocol/protocol.ts";
import { type Obligation, type Reminder, reminderFor, remindersAfter } from "./reminders.ts";

/** Something owed, in the protocol it is owed under. `versionId` names that version. */
export type Owed<Of extends Obligation & Duty = Obligation & Duty> = {
	of: Of & { versionId: string };
	protocol: Protocol;
};

/** A reminder that something calls for, of somebody who is asked. */
export type CalledFor<Of extends Obligation & Duty, Person> = {
	owed: Owed<Of>;
	reminder: Reminder;
	person: Person;
};

/** When and by which days people are reminded. */
export type ReminderTimes = {
	calendarFor: (protocol: Protocol) => Calendar;
	hours: WorkingHours;
	now: Temporal.ZonedDateTime;
};

/**
 * Says of what is owed, piece by piece, which reminders it calls for at this moment, each of each person who is asked, and when
 * each thing is to be looked at next: milliseconds since 1970, infinite for never while it stays as it is.
 */
export function reminderPlanner<Of extends Obligation & Duty, Person extends Actor>(
	assignees: (duty: Duty) => Person[],
	times: ReminderTimes,
): (piece: readonly Owed<Of>[]) => {
	called: CalledFor<Of, Person>[];
	looked: { of: Of; nextAt: number }[];
} {
	const lookAt = lookingAt(times);
	return (piece) => {
		const called: CalledFor<Of, Person>[] = [];
		const looked: { of: Of; nextAt: number }[] = [];
		for (const owed of piece) {
			const { reminder, nextAt } = lookAt(owed);
			looked.push({ of: owed.of, nextAt });
			if (reminder)
				for (const person of assignees(owed.of)) called.push({ owed, reminder, person });
		}
		return { called, looked };
	};
}

/** Of thousands that are owed most share their days, so each answer is kept. */
function lookingAt({ calendarFor, hours, now }: ReminderTimes) {
	const known = new Map<string, { reminder?: Reminder | undefined; nextAt: number }>();
	const look = ({ of, protocol }: Owed) => {
		const calendar = calendarFor(protocol);
		if (!inWorkingHours(calendar, hours, now))
			return { nextAt: nextWorkingMoment(calendar, hours, now).epochMilliseconds };
		const [next] = remindersAfter(protocol, calendar, hours, of, now).take(1);
		return {
			reminder: reminderFor(protocol, calendar, of, now),
			nextAt: next?.at.epochMilliseconds ?? Number.POSITIVE_INFINITY,
		};
	};
	return (owed: Owed) => {
		const { versionId, openedOn, dueAt, paused, binding, notSafe } = owed.of;
		const key = `${versionId} ${openedOn} ${dueAt} ${paused} ${binding} ${notSafe}`;
		const found = known.get(key) ?? look(owed);
		known.set(key, found);
		return found;
	};
}

/** All that each of these people owes, for one message in the morning; nothing for those who owe nothing. */
export function morningLists<Of extends Obligation & Duty, Person extends Actor>(
	all: readonly Owed<Of>[],
	readers: ReadonlySet<string>,
	assignees: (duty: Duty) => Person[],
	{ calendarFor, hours, now }: ReminderTimes,
): Map<Person, Owed<Of>[]> {
	const theirs = all
		.filter(({ of, protocol }) => !of.paused && inWorkingHours(calendarFor(protocol), hours, now))
		.flatMap((owed) =>
			assignees(owed.of)
				.filter(({ id }) => readers.has(id))
				.map((person) => ({ person, owed })),
		);
	return new Map(
		[...Map.groupBy(theirs, ({ person }) => person)].map(([person, each]) => [
			person,
			each.map(({ owed }) => owed),
		]),
	);
}
