import {
	type Reminder,
	reminderFor,
	remindersAfter,
} from "../domain/difference/reminders/reminders.ts";
import { assigneesIn, type Duty } from "../domain/people/who-answers.ts";
import {
	inWorkingHours,
	isWithinHours,
	nextWorkingMoment,
} from "../domain/people/working-hours.ts";
import type { Protocol } from "../domain/protocol/protocol.ts";
import { listNotice, reminderNotice } from "../mail/notices/reminder.ts";
import type { PartnershipCalendars } from "../store/calendars.ts";
import { type Trx, transact } from "../store/db.ts";
import { listDirectoryOn, type Person } from "../store/people.ts";
import {
	addReminders,
	findPlannedBy,
	holdUnchanged,
	listAlreadySent,
	listMorningReaders,
	listToRemind,
	lockReminders,
	type NextReminder,
	type PersonalReminder,
	saveDigestsOn,
	saveNextReminders,
	savePlannedBy,
	type ToRemind,
} from "../store/reminders.ts";
import type { App } from "./app.ts";
import { queueMessages, senderOf } from "./outbox.ts";
import type { PartnershipClock } from "./partnership-clock.ts";

/** Something owed, in the protocol it is owed under. */
type Owed = { of: ToRemind; protocol: Protocol };
/** A reminder that is to go: of what, by which rule. */
type Due = Owed & { reminder: Reminder };

/**
 * Reminds the people of a partnership of what they owe, in its working hours: each of them once for each thing
 * and rule, and of several things in one message. Once a day, and when the calendar, the hours or somebody's
 * absence changed, it looks at everything; otherwise only at what may call for a reminder by now.
 *
 * @returns how many messages that makes
 */
export async function remind(app: App, here: PartnershipClock): Promise<number> {
	const { partnership, now } = here;
	if (now.dayOfWeek > 5 || !isWithinHours(partnership.workingHours, now)) return 0;
	return transact(app.db, async (trx) => {
		const calendars = await app.calendars.hold(trx, partnership.id);
		await lockReminders(trx, partnership.id);
		const { from, until } = partnership.workingHours;
		const today = now.toPlainDate().toString();
		// Everything is looked at once a day as well: people come, go and are away.
		const plannedBy = `${calendars.number} ${from}-${until} ${today}`;
		const planHolds = (await findPlannedBy(trx, partnership.id)) === plannedBy;
		const owed = async (asked: { now?: string }) =>
			inProtocols(app, trx, await listToRemind(trx, partnership.id, asked));
		const looked = await owed(planHolds ? { now: now.toInstant().toString() } : {});
		const readers = await listMorningReaders(trx, partnership.id);
		const waiting = readers.filter(({ lastOn }) => lastOn !== today);
		if (looked.length === 0 && waiting.length === 0) return 0;

		const assignees = assigneesIn(await listDirectoryOn(trx, partnership.id, today));
		const inMorning = new Set(readers.map(({ id }) => id));
		const singly = await remindEach(trx, app, here, {
			looked,
			calendars,
			assignees: (duty) => assignees(duty).filter(({ id }) => !inMorning.has(id)),
		});
		if (!planHolds) await savePlannedBy(trx, partnership.id, plannedBy);
		if (waiting.length === 0) return singly;
		const lists = await sendMorningLists(trx, app, here, {
			to: new Set(waiting.map(({ id }) => id)),
			// The first look of the day saw all of it already.
			all: planHolds ? await owed({}) : looked,
			calendars,
			assignees,
		});
		return singly + lists;
	});
}

async function inProtocols(app: App, trx: Trx, all: ToRemind[]): Promise<Owed[]> {
	const protocols = new Map<string, Protocol>();
	for (const { versionId } of all)
		if (!protocols.has(versionId))
			protocols.set(versionId, await app.protocols.version(trx, versionId));
	return all.flatMap((of) => {
		const protocol = protocols.get(of.versionId);
		return protocol ? [{ of, protocol }] : [];
	});
}

/** Sends what is called for now, and works out when each thing is to be looked at next. */
async function remindEach(
	trx: Trx,
	app: App,
	here: PartnershipClock,
	by: {
		looked: Owed[];
		calendars: PartnershipCalendars;
		assignees: (duty: Duty) => Person[];
	},
): Promise<number> {
	const { partnership, now } = here;
	const called: { due: Due; person: Person; personal: PersonalReminder }[] = [];
	const planned: NextReminder[] = [];
	const lookAt = lookingAt(by.calendars, here);
	for (const owed of by.looked) {
		const { of } = owed;
		const { reminder, nextAt } = lookAt(owed);
		planned.push({ of, nextAt });
		if (reminder)
			for (const person of by.assignees(owed.of))
				called.push({
					due: { ...owed, reminder },
					person,
					personal: {
						differenceId: of.differenceId,
						obligation: of.obligation,
						rule: reminder.rule,
						personId: person.id,
					},
				});
	}
	const gone = await listAlreadySent(
		trx,
		called.map(({ personal }) => personal),
	);
	const toGo = called.filter((_, nth) => !gone.has(nth));
	const held = await holdUnchanged(
		trx,
		toGo.map(({ due }) => due.of),
	);
	const byPerson = Map.groupBy(
		toGo.filter(({ due }) => held.has(due.of.differenceId)),
		({ person }) => person,
	);
	const ids = await queueMessages(
		trx,
		app,
		here,
		[...byPerson].map(([person, all]) => ({
			differenceId: all.length === 1 ? (all[0]?.due.of.differenceId ?? null) : null,
			to: person,
			notice: reminderNotice(
				senderOf(app, here),
				person,
				all.map(({ due }) => due),
				now.toInstant(),
			),
		})),
	);
	const sent = [...byPerson.values()].flatMap((all, nth) =>
		all.map(({ personal }) => ({ ...personal, messageId: ids[nth] ?? "" })),
	);
	await addReminders(trx, partnership.id, now.toInstant().toString(), sent);
	const busy = new Set(
		toGo.flatMap(({ due: { of } }) => (held.has(of.differenceId) ? [] : [of.differenceId])),
	);
	await saveNextReminders(
		trx,
		planned.filter(({ of }) => !busy.has(of.differenceId)),
	);
	return byPerson.size;
}

/**
 * What something calls for now, and when it may call for something next. Of thousands that are owed most share
 * their days, so each answer is kept.
 */
function lookingAt(calendars: PartnershipCalendars, here: PartnershipClock) {
	const known = new Map<string, { reminder?: Reminder | undefined; nextAt: number }>();
	const hours = here.partnership.workingHours;
	const look = ({ of, protocol }: Owed) => {
		const calendar = calendars.for(protocol);
		if (!inWorkingHours(calendar, hours, here.now))
			return {
				nextAt: nextWorkingMoment(calendar, hours, here.now).epochMilliseconds,
			};
		const [next] = remindersAfter(protocol, calendar, hours, of, here.now).take(1);
		return {
			reminder: reminderFor(protocol, calendar, of, here.now),
			nextAt: next?.at.epochMilliseconds ?? Number.POSITIVE_INFINITY,
		};
	};
	return (owed: Owed) => {
		const { versionId, openedOn, dueAt, paused } = owed.of;
		const key = `${versionId} ${openedOn} ${dueAt} ${paused}`;
		const found = known.get(key) ?? look(owed);
		known.set(key, found);
		return found;
	};
}

/** One message with all that they owe, for each who wants it so; those who owe nothing get none. */
async function sendMorningLists(
	trx: Trx,
	app: App,
	here: PartnershipClock,
	by: {
		to: Set<string>;
		all: Owed[];
		calendars: PartnershipCalendars;
		assignees: (duty: Duty) => Person[];
	},
): Promise<number> {
	const { partnership, now } = here;
	const byPerson = new Map<Person, Owed[]>();
	for (const owed of by.all) {
		const calendar = by.calendars.for(owed.protocol);
		if (owed.of.paused || !inWorkingHours(calendar, partnership.workingHours, now)) continue;
		for (const person of by.assignees(owed.of)) {
			if (!by.to.has(person.id)) continue;
			const theirs = byPerson.get(person);
			if (theirs) theirs.push(owed);
			else byPerson.set(person, [owed]);
		}
	}
	await queueMessages(
		trx,
		app,
		here,
		[...byPerson].map(([person, all]) => ({
			differenceId: null,
			to: person,
			notice: listNotice(senderOf(app, here), person, "each-morning", all, now.toInstant()),
		})),
	);
	await saveDigestsOn(trx, [...by.to], now.toPlainDate().toString());
	return byPerson.size;
}
