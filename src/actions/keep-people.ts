/** What somebody is in their agency is changed by whoever keeps its people, with what they were before kept. */

import { randomUUID } from "node:crypto";
import {
	checkPostChange,
	checkVacant,
	keeps,
	leftVacant,
	type PostHeld,
} from "../domain/partnership/keep-people.ts";
import type { Viewer } from "../domain/people/viewer.ts";
import { Refusal } from "../domain/refusal.ts";
import { said } from "../domain/said.ts";
import { type Db, type Trx, transact } from "../store/db.ts";
import { lockInvitations } from "../store/invitations.ts";
import { listPeople, type Person } from "../store/people.ts";
import { endPost, findOthersThere, saveNameAndJob, savePost } from "../store/people-kept.ts";
import { lockReminders, savePlannedBy } from "../store/reminders.ts";
import type { App } from "./app.ts";
import { officesIn } from "./offices-in.ts";
import { partnershipClock } from "./partnership-clock.ts";

/** Somebody who is still there, for whoever keeps the people of their agency. */
export async function findKept(
	db: Db | Trx,
	by: Viewer,
	personId: string,
): Promise<Person | undefined> {
	const [person] = await listPeople(db, [personId]);
	return person && keeps(by, person) ? person : undefined;
}

/** What somebody is from now on. */
export type PostToBe = PostHeld & {
	name: string;
	/** Whether what would be vacant was shown, and is meant. */
	knowsVacant: boolean;
};

/**
 * Somebody has another post in their agency from today on. Another spelling of a name or of a job is no other post.
 *
 * @returns false where there is no such person who is still there, or it is not for `by` to say
 * @throws Refusal 'not-yours' | 'not-yourself' | 'wrong-answers' | 'last-administrator' | 'leaves-vacant'
 */
export function changePost(
	app: App,
	by: Viewer,
	personId: string,
	{ knowsVacant, ...after }: PostToBe,
): Promise<boolean> {
	return transact(app.db, async (trx) => {
		await lockInvitations(trx, by.partnershipId);
		const person = await findKept(trx, by, personId);
		if (!person) return false;
		checkPostChange(by, person, after);
		const known = new Set((await officesIn(app, trx, by.partnershipId)).map(({ id }) => id));
		const unknown = after.offices.find(
			(office) => !known.has(office) && !person.offices.includes(office),
		);
		if (unknown !== undefined)
			throw new Refusal("wrong-answers", said`There is no office or post “${unknown}”.`);
		checkVacant(leftVacant(person, after, await findOthersThere(trx, person)), {
			...person,
			knows: knowsVacant,
		});
		if (isSamePost(person, after)) {
			await saveNameAndJob(trx, personId, after);
			return true;
		}
		const { now } = await partnershipClock(app, trx, by.partnershipId);
		const day = now.toPlainDate().toString();
		// A sweep under way knows nothing of this: it ends first, and does not undo the mark below.
		await lockReminders(trx, by.partnershipId);
		await endPost(trx, { id: randomUUID(), personId, until: day, by: by.id });
		await savePost(trx, personId, after, day);
		// Whoever is asked from now on is reminded of what was called for before.
		await savePlannedBy(trx, by.partnershipId, "");
		return true;
	});
}

const isSamePost = (before: PostHeld, after: PostHeld): boolean =>
	before.level === after.level &&
	before.safeguardingLead === after.safeguardingLead &&
	before.jobTitle === after.jobTitle &&
	before.offices.length === after.offices.length &&
	before.offices.every((office) => after.offices.includes(office));
