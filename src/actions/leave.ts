/**
 * Somebody leaves, or hands over what is theirs because they do something else now. What they owe goes over in the record of
 * each difference, whether or not whoever arranges it may know of that difference; then they are nobody here any more.
 */
import { randomUUID } from "node:crypto";
import { handOver } from "../domain/difference/acts/hand-over.ts";
import {
	checkVacant,
	isToRemindOfLastDay,
	type LeftVacant,
	leftVacant,
} from "../domain/partnership/keep-people.ts";
import { areColleagues, mayStandIn } from "../domain/people/absence.ts";
import { answersForAgency, atLeast, type Viewer } from "../domain/people/viewer.ts";
import { inWorkingHours } from "../domain/people/working-hours.ts";
import { administrator } from "../domain/protocol/version.ts";
import { Refusal } from "../domain/refusal.ts";
import { peopleNotice } from "../mail/notices/about-people.ts";
import { type Db, type Trx, transact } from "../store/db.ts";
import { lockInvitations } from "../store/invitations.ts";
import {
	deleteLeaving,
	findLeaving,
	findOwedBy,
	giveBackTaken,
	handOverOwn,
	type Leaving,
	listDifferencesOf,
	listLeaving,
	listWhomTheyStandInFor,
	type OwedByPerson,
	replaceDeputy,
	saveHasLeft,
	saveLeaving,
	saveRemindedOfLeaving,
} from "../store/leaving.ts";
import { listDirectory, listDirectoryOn, listPeople, type Person } from "../store/people.ts";
import { endPost, findOthersThere } from "../store/people-kept.ts";
import { lockReminders, savePlannedBy } from "../store/reminders.ts";
import type { App } from "./app.ts";
import { changeUnseen } from "./change-difference.ts";
import { findKept } from "./keep-people.ts";
import { oneByOne } from "./one-by-one.ts";
import { queueMessages, senderOf } from "./outbox.ts";
import { type PartnershipClock, partnershipClock } from "./partnership-clock.ts";

/** What somebody would leave behind, as far as whoever asks may know of it. */
export type BeforeLeaving = {
	person: Person;
	owes: OwedByPerson;
	/** To whom it can be handed over. */
	colleagues: Person[];
	vacant: LeftVacant;
	planned: Leaving | undefined;
	today: string;
};

/** @returns undefined where there is no such person who is still there, or it is not for `by` to arrange */
export async function beforeLeaving(
	app: App,
	by: Viewer,
	personId: string,
): Promise<BeforeLeaving | undefined> {
	const { now } = await partnershipClock(app, app.db, by.partnershipId);
	const person = await findKept(app.db, by, personId);
	if (!person) return undefined;
	return {
		person,
		owes: await findOwedBy(app.db, by, personId),
		colleagues: await listColleagues(app.db, person),
		vacant: leftVacant(person, undefined, await findOthersThere(app.db, person)),
		planned: await findLeaving(app.db, personId),
		today: now.toPlainDate().toString(),
	};
}

/** How somebody goes. */
export type Leaves = {
	/**
	 * `now`; at the end of an ISO `day`, today or later; or `stays`: what is theirs goes over, and they do something else here.
	 */
	when: "now" | { day: string } | "stays";
	/** Who gets what is theirs; null for whoever answers in their role. */
	to: string | null;
	/** Whether what would be vacant was shown, and is meant. */
	knowsVacant: boolean;
};

/**
 * Somebody leaves now or on a day, or hands over what is theirs.
 *
 * @returns false where there is no such person who is still there, or it is not for `by` to arrange
 * @throws Refusal 'not-a-colleague' | 'day-has-passed' | 'last-administrator' | 'leaves-vacant'
 */
export function leave(
	app: App,
	by: Viewer,
	personId: string,
	{ when, to, knowsVacant }: Leaves,
): Promise<boolean> {
	return transact(app.db, async (trx) => {
		await lockInvitations(trx, by.partnershipId);
		const person = await findKept(trx, by, personId);
		if (!person) return false;
		const here = await partnershipClock(app, trx, by.partnershipId);
		const receiver =
			to === null ? null : (await listColleagues(trx, person)).find(({ id }) => id === to);
		if (receiver === undefined)
			throw new Refusal(
				"not-a-colleague",
				"Choose a colleague of the same agency or office who is still there.",
			);
		if (when !== "stays")
			checkVacant(leftVacant(person, undefined, await findOthersThere(trx, person)), {
				...person,
				knows: knowsVacant,
			});
		if (typeof when === "object") {
			if (when.day < here.now.toPlainDate().toString())
				throw new Refusal("day-has-passed", "The last day must be today or later.");
			await saveLeaving(
				trx,
				by.partnershipId,
				{ personId, lastDay: when.day, to, arrangedBy: by.id },
				here.now.toInstant().toString(),
			);
			return true;
		}
		await goes(app, trx, here, person, {
			to: receiver,
			arrangedBy: by.id,
			stays: when === "stays",
		});
		return true;
	});
}

/** They stay after all. @returns false where nobody had said that they leave, or it is not for `by` to say */
export const stay = (app: App, by: Viewer, personId: string): Promise<boolean> =>
	transact(app.db, async (trx) => {
		const person = await findKept(trx, by, personId);
		return person !== undefined && deleteLeaving(trx, personId);
	});

/** Those who may be given what somebody leaves behind. */
async function listColleagues(db: Db | Trx, person: Person): Promise<Person[]> {
	const places = { agencies: [person.agencyId], offices: person.offices };
	const directory = await listDirectory(db, person.partnershipId, undefined, places);
	return directory.filter((one) => areColleagues(one, person));
}

/** Hands everything over, and ends what they were: the one way in which anybody goes. */
export async function goes(
	app: App,
	trx: Trx,
	here: PartnershipClock,
	person: Person,
	{ to, arrangedBy, stays }: { to: Person | null; arrangedBy: string | null; stays: boolean },
): Promise<void> {
	const { partnership, now } = here;
	const at = now.toInstant().toString();
	// A sweep under way knows nothing of this: it ends first, and does not undo the mark below.
	await lockReminders(trx, partnership.id);
	const stoodInFor = await listWhomTheyStandInFor(trx, person.id);
	if (!stays) {
		const day = now.toPlainDate().toString();
		await endPost(trx, { id: randomUUID(), personId: person.id, until: day, by: arrangedBy });
		// Before anything is handed over, so that nobody is told who has gone.
		await saveLeaving(
			trx,
			partnership.id,
			{ personId: person.id, lastDay: day, to: to?.id ?? null, arrangedBy },
			at,
		);
		await saveHasLeft(trx, person.id, at);
	}
	for (const id of await listDifferencesOf(trx, person.id))
		await changeUnseen(app, trx, id, here, (rules, difference, then) =>
			handOver(
				rules,
				difference,
				{ from: person.id, to, arrangedBy: arrangedBy ?? person.id },
				then,
			),
		);
	const directory = await listDirectory(trx, partnership.id);
	const isSameAgency = to?.agencyId === person.agencyId;
	const answering = whoAnswersFirst(directory, person);
	await handOverOwn(trx, person.id, {
		to: isSameAgency ? (to?.id ?? null) : null,
		reader: isSameAgency ? (to?.id ?? null) : (answering?.id ?? null),
	});
	await giveBackTaken(trx, person.id);
	const awayPeople = directory.filter(({ id }) => stoodInFor.some((one) => one.id === id));
	await replaceDeputy(
		trx,
		person.id,
		to,
		to === null
			? []
			: awayPeople.filter((one) => one.id !== to.id && mayStandIn(to, one)).map(({ id }) => id),
	);
	// Whoever is asked from now on is reminded of what was called for before.
	await savePlannedBy(trx, partnership.id, "");
}

/** Who gets what somebody had begun to write, where no colleague was chosen: a safeguarding lead, else whoever is highest. */
function whoAnswersFirst(directory: readonly Person[], { id, agencyId }: Person) {
	const [first] = directory
		.filter((one) => one.agencyId === agencyId && one.id !== id && answersForAgency(one))
		.sort(
			(one, other) =>
				Number(other.safeguardingLead) - Number(one.safeguardingLead) ||
				Number(atLeast(other.level, one.level)) - Number(atLeast(one.level, other.level)) ||
				(one.id < other.id ? -1 : 1),
		);
	return first;
}

/**
 * Those whose last day is over have left. The last administrator stays until there is another; whoever was to get what is
 * theirs and has left meanwhile gets nothing: it is for whoever answers in their role.
 *
 * @returns how many left
 */
export async function leaveOnLastDay(app: App, here: PartnershipClock): Promise<number> {
	const { partnership, now } = here;
	const due = await listLeaving(app.db, partnership.id, now.toPlainDate().toString());
	let left = 0;
	const failures = await oneByOne(due, ({ personId }) =>
		transact(app.db, async (trx) => {
			await lockInvitations(trx, partnership.id);
			const leaving = await findLeaving(trx, personId);
			const [person] = await listPeople(trx, [personId]);
			if (!leaving || !person || person.left) return;
			if (await isLastAdministrator(trx, person)) return;
			const colleagues = await listColleagues(trx, person);
			await goes(app, trx, here, person, {
				to: colleagues.find(({ id }) => id === leaving.to) ?? null,
				arrangedBy: leaving.arrangedBy,
				stays: false,
			});
			left += 1;
		}),
	);
	if (failures.length > 0) throw failures[0];
	return left;
}

const isLastAdministrator = async (db: Db | Trx, person: Person): Promise<boolean> =>
	leftVacant(person, undefined, await findOthersThere(db, person)).offices.includes(administrator);

/** An administrator whose last day is over, and who stays until there is another one. */
export type HeldBack = { person: Person; lastDay: string };

/** @param today ISO day */
export async function listHeldBack(
	db: Db,
	partnershipId: string,
	today: string,
): Promise<HeldBack[]> {
	const due = await listLeaving(db, partnershipId, today);
	const people = await listPeople(
		db,
		due.map(({ personId }) => personId),
	);
	const held: HeldBack[] = [];
	for (const { personId, lastDay } of due) {
		const person = people.find(({ id }) => id === personId);
		if (person && (await isLastAdministrator(db, person))) held.push({ person, lastDay });
	}
	return held;
}

/**
 * Reminds those who answer for an agency that the last day of one of its people comes, in working hours.
 *
 * @returns how many messages that makes
 */
export async function remindOfLastDays(app: App, here: PartnershipClock): Promise<number> {
	const { partnership, now } = here;
	const today = now.toPlainDate().toString();
	const toRemind = async (db: Db | Trx) =>
		(await listLeaving(db, partnership.id)).filter((each) => isToRemindOfLastDay(each, today));
	if ((await toRemind(app.db)).length === 0) return 0;
	const protocols = await app.protocols.listInForce(app.db, partnership.id, today);
	const protocol = protocols[0]?.protocol;
	if (!protocol) return 0;
	const calendar = (await app.calendars.in(app.db, partnership.id)).for(protocol);
	if (!inWorkingHours(calendar, partnership.workingHours, now)) return 0;
	return transact(app.db, async (trx) => {
		await lockReminders(trx, partnership.id);
		const leaving = await toRemind(trx);
		const directory = await listDirectoryOn(trx, partnership.id, today);
		const sender = senderOf(app, here, directory);
		const messages = leaving.flatMap(({ personId, lastDay }) => {
			const person = directory.find(({ id }) => id === personId);
			return directory
				.filter(
					(one) =>
						one.id !== personId && one.agencyId === person?.agencyId && answersForAgency(one),
				)
				.map((to) => ({
					differenceId: null,
					to,
					notice: peopleNotice(sender, protocol, to, {
						is: "leaving",
						agency: to.agencyName,
						day: lastDay,
						path: `/people/${personId}`,
					}),
				}));
		});
		await queueMessages(trx, app, here, messages);
		for (const { personId } of leaving) await saveRemindedOfLeaving(trx, personId, today);
		return messages.length;
	});
}
