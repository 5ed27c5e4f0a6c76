import { randomUUID } from "node:crypto";
import { sayList } from "../domain/english.ts";
import {
	areColleagues,
	checkAbsence,
	mayArrangeFor,
	mayStandIn,
} from "../domain/people/absence.ts";
import type { Viewer } from "../domain/people/viewer.ts";
import { Refusal } from "../domain/refusal.ts";
import { said } from "../domain/said.ts";
import {
	addAbsence,
	deleteAbsence,
	listAbsences,
	listDeputies,
	saveDeputies,
} from "../store/absences.ts";
import { type Trx, transact } from "../store/db.ts";
import { listDirectory, lockPerson, type Person } from "../store/people.ts";
import { lockReminders, savePlannedBy } from "../store/reminders.ts";
import type { App } from "./app.ts";
import { partnershipClock } from "./partnership-clock.ts";

/**
 * Says that somebody is away: meanwhile whoever stands in for them is asked as well.
 *
 * @param days ISO days, the first and the last
 * @returns false when there is no such person, or it is not for `by` to say
 * @throws Refusal as `checkAbsence`
 */
export const enterAbsence = (
	app: App,
	by: Viewer,
	personId: string,
	days: { from: string; until: string },
): Promise<boolean> =>
	arranging(app, by, personId, async (trx, person) => {
		const { now } = await partnershipClock(app, trx, by.partnershipId);
		const today = now.toPlainDate().toString();
		checkAbsence(days, today);
		// Sent twice it is one: else, taken back, it would go on, and so would what the deputies may read.
		await lockPerson(trx, person.id);
		const known = await listAbsences(trx, person.id, today);
		if (known.some(({ from, until }) => from === days.from && until === days.until)) return;
		await addAbsence(trx, {
			...days,
			id: randomUUID(),
			partnershipId: by.partnershipId,
			personId: person.id,
			enteredBy: by.id,
			enteredAt: now.toInstant().toString(),
		});
	});

/** Takes an absence back: they are there after all. @returns as `enterAbsence` */
export const takeBackAbsence = (
	app: App,
	by: Viewer,
	personId: string,
	absenceId: string,
): Promise<boolean> =>
	arranging(app, by, personId, async (trx, person) => {
		await deleteAbsence(trx, person.id, absenceId);
	});

/**
 * Says who stands in for somebody while they are away. Nobody chooses themself: they would give themself what
 * the other may read and do.
 *
 * @returns as `enterAbsence`
 * @throws Refusal 'not-a-colleague' | 'not-yourself' | 'not-of-the-level'
 */
export const chooseDeputies = (
	app: App,
	by: Viewer,
	personId: string,
	deputies: string[],
): Promise<boolean> =>
	arranging(app, by, personId, async (trx, person, directory) => {
		const chosen = directory.filter(({ id }) => deputies.includes(id));
		const before = await listDeputies(trx, person.id);
		if (deputies.includes(by.id) && !before.includes(by.id))
			throw new Refusal(
				"not-yourself",
				said`You cannot choose yourself. Ask ${person.name}, a colleague who answers for your agency, or the Business Unit to choose you.`,
			);
		const areAllHere = chosen.length === new Set(deputies).size;
		if (!areAllHere || !chosen.every((deputy) => areColleagues(deputy, person)))
			throw new Refusal("not-a-colleague", "Choose colleagues of the same agency or office.");
		const tooLow = chosen.filter((deputy) => !mayStandIn(deputy, person));
		if (tooLow.length > 0)
			throw new Refusal(
				"not-of-the-level",
				said`${sayList(tooLow.map(({ name }) => name))} cannot stand in for ${person.name}: signing off and answering for ${person.agencyName} is for its managers and safeguarding leads. Choose one of these.`,
			);
		await saveDeputies(
			trx,
			person,
			chosen.map(({ id }) => id),
		);
	});

function arranging(
	app: App,
	by: Viewer,
	personId: string,
	arrange: (trx: Trx, person: Person, directory: Person[]) => Promise<void>,
): Promise<boolean> {
	return transact(app.db, async (trx) => {
		const directory = await listDirectory(trx, by.partnershipId);
		const person = directory.find(({ id }) => id === personId);
		if (!person || !mayArrangeFor(by, person)) return false;
		// A sweep under way knows nothing of this: it ends first, and does not undo the mark below.
		await lockReminders(trx, by.partnershipId);
		await arrange(trx, person, directory);
		// Whoever is asked from now on is reminded of what was called for before.
		await savePlannedBy(trx, by.partnershipId, "");
		return true;
	});
}
