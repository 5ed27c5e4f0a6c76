import {
	dutyOfAction,
	isToBeChased,
	type LearningAction,
} from "../domain/learning/learning-action.ts";
import { makesReports } from "../domain/learning/report-life.ts";
import { assigneesOf } from "../domain/people/who-answers.ts";
import { inWorkingHours } from "../domain/people/working-hours.ts";
import { actionsNotice } from "../mail/notices/about-report.ts";
import { transact } from "../store/db.ts";
import { listLearningActions, saveChased } from "../store/learning-actions.ts";
import { listDirectoryOn, type Person } from "../store/people.ts";
import { lockReminders } from "../store/reminders.ts";
import type { App } from "./app.ts";
import { queueMessages, senderOf } from "./outbox.ts";
import type { PartnershipClock } from "./partnership-clock.ts";

/**
 * Reminds whoever is to do what a report or a lesson asked for, in working hours: each once on a day, of several in one
 * message. What is written beside the message, that they were reminded, stands or falls with it.
 *
 * @returns how many messages that makes
 */
export async function chaseLearningActions(app: App, here: PartnershipClock): Promise<number> {
	const { partnership, now } = here;
	const today = now.toPlainDate().toString();
	const protocols = await app.protocols.listInForce(app.db, partnership.id, today);
	const [first] = protocols;
	if (!first) return 0;
	const { protocol } = first;
	const calendar = (await app.calendars.in(app.db, partnership.id)).for(protocol);
	if (!inWorkingHours(calendar, partnership.workingHours, now)) return 0;
	const toChase = async (db: Parameters<typeof listLearningActions>[0]) =>
		(await listLearningActions(db, partnership.id, { open: true })).filter((action) =>
			isToBeChased(action, today, calendar),
		);
	if ((await toChase(app.db)).length === 0) return 0;
	return transact(app.db, async (trx) => {
		await lockReminders(trx, partnership.id);
		// Another schedule may have been here since.
		const actions = await toChase(trx);
		const directory = await listDirectoryOn(trx, partnership.id, today);
		const reminded = new Map<Person, LearningAction[]>();
		for (const action of actions) {
			const owners = assigneesOf(dutyOfAction(action), directory);
			// Where nobody is left there, the office hears that it is still owed.
			for (const to of owners.length > 0 ? owners : directory.filter(makesReports))
				reminded.set(to, [...(reminded.get(to) ?? []), action]);
			await saveChased(trx, action.id, today);
		}
		const sender = senderOf(app, here, directory);
		await queueMessages(
			trx,
			app,
			here,
			[...reminded].map(([to, theirs]) => ({
				differenceId: null,
				to,
				notice: actionsNotice(sender, protocol, to, theirs, today),
			})),
		);
		return reminded.size;
	});
}
