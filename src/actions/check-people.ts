/** Once a year each agency says whether its people and their work addresses are still right, and is asked until it does. */
import { checkDue, isToBeAsked, mayKeep } from "../domain/partnership/keep-people.ts";
import { answersForAgency, type Viewer } from "../domain/people/viewer.ts";
import { inWorkingHours } from "../domain/people/working-hours.ts";
import { Refusal } from "../domain/refusal.ts";
import { peopleNotice } from "../mail/notices/about-people.ts";
import { type Trx, transact } from "../store/db.ts";
import { listDirectory, listDirectoryOn, type Person } from "../store/people.ts";
import {
	type AgencyCheck,
	beginChecks,
	listAgencyChecks,
	saveContactsChecked,
	savePeopleChased,
	savePeopleChecked,
} from "../store/people-checks.ts";
import { lockReminders } from "../store/reminders.ts";
import type { App } from "./app.ts";
import { queueMessages, senderOf } from "./outbox.ts";
import { type PartnershipClock, partnershipClock } from "./partnership-clock.ts";

/** An agency's people, for whoever says whether they are right. */
export type CheckToDo = AgencyCheck & { people: Person[]; isDue: boolean; today: string };

/** @returns undefined where there is no such agency, nobody works there, or it is not for `by` to say */
export async function peopleToCheck(
	app: App,
	by: Viewer,
	agencyId: string,
): Promise<CheckToDo | undefined> {
	if (!mayKeep(by, agencyId)) return undefined;
	const { now } = await partnershipClock(app, app.db, by.partnershipId);
	const today = now.toPlainDate().toString();
	const [check] = await listAgencyChecks(app.db, by.partnershipId, agencyId);
	if (!check) return undefined;
	const people = (
		await listDirectory(app.db, by.partnershipId, undefined, { agencies: [agencyId], offices: [] })
	).filter((person) => person.agencyId === agencyId);
	return { ...check, people, isDue: checkDue(check, today) !== undefined, today };
}

/**
 * Somebody says that the people of an agency are right, once those who left or changed were seen to: their addresses, too.
 *
 * @param right those of whom it was said
 * @param before the day on which it was said last, as the page showed it; null where it showed none
 * @returns false where there is no such agency, or it is not for `by` to say
 * @throws Refusal 'wrong-answers' where somebody of the agency is missing | 'changed-meanwhile'
 */
export function sayPeopleRight(
	app: App,
	by: Viewer,
	agencyId: string,
	{ right, before }: { right: readonly string[]; before: string | null },
): Promise<boolean> {
	return transact(app.db, async (trx) => {
		if (!mayKeep(by, agencyId)) return false;
		const [check] = await listAgencyChecks(trx, by.partnershipId, agencyId);
		if (!check) return false;
		const there = (
			await listDirectory(trx, by.partnershipId, undefined, { agencies: [agencyId], offices: [] })
		).filter((person) => person.agencyId === agencyId);
		const missing = there.filter(({ id }) => !right.includes(id));
		if (missing.length > 0)
			throw new Refusal(
				"wrong-answers",
				"Say of everybody whether they are still right. Who has left or does something else is seen to first.",
			);
		const { now } = await partnershipClock(app, trx, by.partnershipId);
		const day = now.toPlainDate().toString();
		if (!(await savePeopleChecked(trx, agencyId, { day, by: by.id, before })))
			throw new Refusal(
				"changed-meanwhile",
				"Somebody else of your agency said so meanwhile. Nothing is left to do.",
			);
		await saveContactsChecked(
			trx,
			there.map(({ id }) => id),
			{ day, by: by.id },
		);
		return true;
	});
}

/** Whether somebody's agency waits for their word on its people, for My work. @param today ISO day */
export async function checkAskedOf(
	app: App,
	viewer: Viewer,
	today: string,
): Promise<AgencyCheck | undefined> {
	if (!answersForAgency(viewer)) return undefined;
	const [check] = await listAgencyChecks(app.db, viewer.partnershipId, viewer.agencyId);
	return check && checkDue(check, today) !== undefined ? check : undefined;
}

/**
 * Asks those who answer for agencies whether their people are right: a year after it was last said, of
 * them or of one of their work addresses, and each week until it is, in working hours.
 *
 * @returns how many messages that makes
 */
export async function askAboutPeople(app: App, here: PartnershipClock): Promise<number> {
	const { partnership, now } = here;
	const today = now.toPlainDate().toString();
	const checks = await listAgencyChecks(app.db, partnership.id);
	if (checks.some(({ checkedOn }) => checkedOn === null))
		await transact(app.db, (trx) => beginChecks(trx, partnership.id, today));
	if (!checks.some((check) => isToBeAsked(check, today))) return 0;
	const [first] = await app.protocols.listInForce(app.db, partnership.id, today);
	if (!first) return 0;
	const calendar = (await app.calendars.in(app.db, partnership.id)).for(first.protocol);
	if (!inWorkingHours(calendar, partnership.workingHours, now)) return 0;
	return transact(app.db, async (trx: Trx) => {
		await lockReminders(trx, partnership.id);
		// Another schedule may have been here since.
		const toAsk = (await listAgencyChecks(trx, partnership.id)).filter((check) =>
			isToBeAsked(check, today),
		);
		if (toAsk.length === 0) return 0;
		const directory = await listDirectoryOn(trx, partnership.id, today);
		const sender = senderOf(app, here, directory);
		const messages = toAsk.flatMap((check) => {
			const { agencyId, agency, checkedOn, contactsFrom } = check;
			const asksContacts = checkDue(check, today) === "contacts";
			return directory
				.filter((one) => one.agencyId === agencyId && answersForAgency(one))
				.map((to) => ({
					differenceId: null,
					to,
					notice: peopleNotice(sender, first.protocol, to, {
						is: asksContacts ? "contacts" : "check",
						agency,
						day: (asksContacts ? contactsFrom : checkedOn) ?? today,
						path: `/agencies/${agencyId}/people`,
					}),
				}));
		});
		await queueMessages(trx, app, here, messages);
		await savePeopleChased(
			trx,
			toAsk.map(({ agencyId }) => agencyId),
			today,
		);
		return messages.length;
	});
}
