import {
	type CalledFor,
	morningLists,
	type Owed,
	reminderPlanner,
} from "../domain/difference/reminders/plan-reminders.ts";
import { namesOfSides, type SideNames } from "../domain/difference/told/words.ts";
import { assigneesIn } from "../domain/people/who-answers.ts";
import { isWithinHours } from "../domain/people/working-hours.ts";
import type { Protocol } from "../domain/protocol/protocol.ts";
import { listNotice, reminderNotice } from "../mail/notices/reminder.ts";
import { type Trx, transact } from "../store/db.ts";
import { listWhoMayBeAsked, type Person } from "../store/people.ts";
import {
	addReminders,
	eachToRemind,
	findPlannedBy,
	holdUnchanged,
	listAlreadySent,
	listMorningReaders,
	listNamesOfSides,
	listToRemind,
	lockReminders,
	type NextReminder,
	saveDigestsOn,
	saveNextReminders,
	savePlannedBy,
	type ToRemind,
} from "../store/reminders.ts";
import { inWordsFor } from "../store/words-of-difference.ts";
import type { App } from "./app.ts";
import { type Outgoing, queueMessages, senderOf } from "./outbox.ts";
import type { PartnershipClock } from "./partnership-clock.ts";

/**
 * Reminds the people of a partnership of what they owe, in its working hours: each of them once for each thing
 * and rule, and of several things in one message; whoever wants it so gets all that they owe in one message each
 * morning instead. Once a day, and when the calendar, the hours or somebody's absence changed, it looks at everything;
 * otherwise only at what may call for a reminder by now.
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
		const readers = await listMorningReaders(trx, partnership.id);
		const waiting = new Set(readers.flatMap(({ id, lastOn }) => (lastOn === today ? [] : [id])));
		const dueBy = planHolds
			? await listToRemind(trx, partnership.id, { now: now.toInstant().toString() })
			: undefined;
		if (dueBy?.length === 0 && waiting.size === 0) return 0;

		const directory = await listWhoMayBeAsked(trx, partnership.id, today);
		const assignees = assigneesIn(directory);
		const inMorning = new Set(readers.map(({ id }) => id));
		const times = {
			calendarFor: (protocol: Protocol) => calendars.for(protocol),
			hours: partnership.workingHours,
			now,
		};
		const planOf = reminderPlanner<ToRemind, Person>(
			(duty) => assignees(duty).filter(({ id }) => !inMorning.has(id)),
			times,
		);
		const called: CalledFor<ToRemind, Person>[] = [];
		const planned: NextReminder[] = [];
		const byReader = new Map<Person, Owed<ToRemind>[]>();
		const addToLists = (owed: readonly Owed<ToRemind>[]) => {
			if (waiting.size === 0) return;
			for (const [person, theirs] of morningLists(owed, waiting, assignees, times))
				byReader.set(person, [...(byReader.get(person) ?? []), ...theirs]);
		};
		let looked = 0;
		for await (const piece of dueBy ? [dueBy] : eachToRemind(trx, partnership.id)) {
			looked += piece.length;
			const owed = await inProtocols(app, trx, piece);
			const plan = planOf(owed);
			for (const each of plan.called) called.push(each);
			for (const each of plan.looked.flatMap(toKeep)) planned.push(each);
			// The first look of the day sees all that is owed.
			if (!dueBy) addToLists(owed);
		}
		if (looked === 0 && waiting.size === 0) return 0;
		if (dueBy && waiting.size > 0)
			for await (const piece of eachToRemind(trx, partnership.id))
				addToLists(await inProtocols(app, trx, piece));
		const lists = [...byReader];
		const { due, busy } = await dueNow(trx, called);
		const singly = [...Map.groupBy(due, ({ person }) => person)];

		const names = await namesOfSidesOf(trx, [
			...due.map(({ owed }) => owed.of),
			...lists.flatMap(([, theirs]) => theirs.map(({ of }) => of)),
		]);
		const sender = senderOf(app, here, directory);
		const ids = await queueMessages(trx, app, here, [
			...(await Promise.all(
				singly.map(async ([to, theirs]): Promise<Outgoing> => {
					const [first] = theirs;
					const differenceId = theirs.length === 1 && first ? first.owed.of.differenceId : null;
					const reminders = await inWordsForReader(
						trx,
						names,
						theirs.map(({ owed, reminder }) => ({ ...owed, reminder })),
						to,
					);
					return {
						differenceId,
						to,
						notice: reminderNotice(sender, to, reminders, now.toInstant()),
					};
				}),
			)),
			...(await Promise.all(
				lists.map(async ([to, theirs]): Promise<Outgoing> => {
					const all = await inWordsForReader(trx, names, theirs, to);
					const notice = listNotice(sender, to, "each-morning", all, now.toInstant());
					return { differenceId: null, to, notice };
				}),
			)),
		]);
		const sent = singly.flatMap(([, theirs], nth) =>
			theirs.map(({ personal }) => ({ ...personal, messageId: ids[nth] ?? "" })),
		);
		await addReminders(trx, partnership.id, now.toInstant().toString(), sent);
		await saveNextReminders(
			trx,
			planned.filter(({ of }) => !busy.has(of.differenceId)),
		);
		if (waiting.size > 0) await saveDigestsOn(trx, [...waiting], today);
		if (!planHolds) await savePlannedBy(trx, partnership.id, plannedBy);
		return ids.length;
	});
}

/** What is kept of something that was looked at: when it is to be looked at next, where that is another moment than it was. */
const toKeep = ({ of, nextAt }: { of: ToRemind; nextAt: number }): NextReminder[] => {
	const { what, owed, differenceId, lastSeq, agency } = of;
	return of.nextAt === nextAt
		? []
		: [{ of: { what, owed, differenceId, lastSeq, agency }, nextAt }];
};

async function inProtocols(app: App, trx: Trx, all: ToRemind[]): Promise<Owed<ToRemind>[]> {
	const protocols = new Map<string, Protocol>();
	for (const { versionId } of all)
		if (!protocols.has(versionId))
			protocols.set(versionId, await app.protocols.version(trx, versionId));
	return all.flatMap((of) => {
		const protocol = protocols.get(of.versionId);
		return protocol ? [{ of, protocol }] : [];
	});
}

/** What the sides of each are called, asked once for everybody's. */
async function namesOfSidesOf(
	trx: Trx,
	all: readonly ToRemind[],
): Promise<ReadonlyMap<ToRemind, SideNames>> {
	const asked = [...new Set(all)];
	const names = await listNamesOfSides(trx, asked);
	return new Map(
		asked.flatMap((of, nth) => {
			const found = names[nth];
			return found ? [[of, found] as const] : [];
		}),
	);
}

/** Each in the words of its difference, as far as its reader knows that, with what its sides are called. */
async function inWordsForReader<One extends Owed<ToRemind>>(
	trx: Trx,
	names: ReadonlyMap<ToRemind, SideNames>,
	all: readonly One[],
	to: Person,
): Promise<(One & { agencies: SideNames })[]> {
	return Promise.all(
		all.flatMap((one) => {
			const agencies = names.get(one.of);
			return agencies ? inTheirWords(trx, one, agencies, to) : [];
		}),
	);
}

async function inTheirWords<One extends Owed<ToRemind>>(
	trx: Trx,
	one: One,
	agencies: SideNames,
	to: Person,
): Promise<One & { agencies: SideNames }> {
	const protocol = await inWordsFor(trx, one.protocol, one.of.differenceId, to);
	return { ...one, protocol, agencies: namesOfSides(protocol, agencies) };
}

/**
 * Of the reminders that are called for those that did not go yet, in differences that are held as they were looked at.
 * One in which somebody acts just now is `busy`: it is looked at again.
 */
async function dueNow(trx: Trx, called: readonly CalledFor<ToRemind, Person>[]) {
	const personally = called.map((each) => ({
		...each,
		personal: {
			differenceId: each.owed.of.differenceId,
			obligation: each.owed.of.obligation,
			rule: each.reminder.rule,
			personId: each.person.id,
		},
	}));
	const sent = await listAlreadySent(
		trx,
		personally.map(({ personal }) => personal),
	);
	const toGo = personally.filter((_, nth) => !sent.has(nth));
	const held = await holdUnchanged(
		trx,
		toGo.map(({ owed }) => owed.of),
	);
	const isHeld = ({ owed: { of } }: (typeof toGo)[number]) => held.has(of.differenceId);
	return {
		due: toGo.filter(isHeld),
		busy: new Set(toGo.flatMap((each) => (isHeld(each) ? [] : [each.owed.of.differenceId]))),
	};
}
