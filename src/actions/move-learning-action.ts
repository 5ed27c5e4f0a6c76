import type { IsoDay } from "../domain/calendar/iso-day.ts";
import { dutyOfAction } from "../domain/learning/learning-action.ts";
import { checkMove, mayMoveAction } from "../domain/learning/moving-actions.ts";
import type { Viewer } from "../domain/people/viewer.ts";
import { assigneesOf } from "../domain/people/who-answers.ts";
import { Refusal } from "../domain/refusal.ts";
import { actionsNotice } from "../mail/notices/about-report.ts";
import { transact } from "../store/db.ts";
import {
	listActionMoves,
	listLearningActions,
	moveLearningAction,
} from "../store/learning-actions.ts";
import { listDirectoryOn, type Person } from "../store/people.ts";
import type { App } from "./app.ts";
import { checkSaidOfAction } from "./close-learning-action.ts";
import { type Outgoing, queueMessages, senderOf } from "./outbox.ts";
import { partnershipClock } from "./partnership-clock.ts";

/**
 * Gives an action to another agency or person, or moves its day. Whoever it was taken from and whoever it was given to are
 * told, and whoever keeps it when its day has moved.
 *
 * @param given `after` how many moves its history had for whoever moves it; `personId` null where whoever answers for the
 *   agency does it
 * @returns false where there is no such action, or it is not theirs to move
 * @throws Refusal as `checkMove`; 'wrong-agency' | 'names-in-it' | 'changed-meanwhile'
 */
export function moveAction(
	app: App,
	by: Viewer,
	id: string,
	given: {
		after: number;
		agencyId: string;
		personId: string | null;
		dueOn: IsoDay;
		reason: string;
	},
): Promise<boolean> {
	return transact(app.db, async (trx) => {
		const [before] = await listLearningActions(trx, by.partnershipId, { id });
		if (!before || !mayMoveAction(before, by)) return false;
		const here = await partnershipClock(app, trx, by.partnershipId);
		const today = here.now.toPlainDate().toString();
		const directory = await listDirectoryOn(trx, by.partnershipId, today);
		const agency = directory.find(({ agencyId }) => agencyId === given.agencyId);
		const person = directory.find((one) => one.id === given.personId) ?? null;
		if (!agency || (given.personId !== null && person?.agencyId !== given.agencyId))
			throw new Refusal("wrong-agency", "Choose who is to do it from the list.");
		const to = { agency: { id: given.agencyId }, person, dueOn: given.dueOn };
		const reason = given.reason.trim();
		checkMove(before, to, reason, today);
		await checkSaidOfAction(app, trx, by, before, reason);
		const seen = await listActionMoves(trx, by.partnershipId, id);
		const isMoved =
			seen.length === given.after &&
			(await moveLearningAction(trx, by.partnershipId, id, {
				from: {
					agencyId: before.agency.id,
					personId: before.person?.id ?? null,
					dueOn: before.dueOn,
				},
				to: { agencyId: given.agencyId, personId: given.personId, dueOn: given.dueOn },
				reason,
				by: by.id,
				at: here.now.toInstant().toString(),
			}));
		if (!isMoved)
			throw new Refusal(
				"changed-meanwhile",
				"This action was moved meanwhile. Its page says to whom and to which day.",
			);

		const inForce = await app.protocols.listInForce(trx, by.partnershipId, today);
		const [first] = inForce;
		if (!first) return true;
		const sender = senderOf(app, here, directory);
		const owed = [{ askedBy: before.askedBy, dueOn: given.dueOn }];
		const tell = (people: readonly Person[], as: Parameters<typeof actionsNotice>[5]) =>
			people.map(
				(to): Outgoing => ({
					differenceId: null,
					to,
					notice: actionsNotice(sender, first.protocol, to, owed, today, as),
				}),
			);
		const had = assigneesOf(dutyOfAction(before), directory);
		const have = assigneesOf(dutyOfAction(to), directory);
		const without = (people: readonly Person[], others: readonly Person[]) =>
			people.filter(({ id }) => !others.some((other) => other.id === id));
		await queueMessages(trx, app, here, [
			...tell(without(had, have), { moved: "to-somebody-else" }),
			...tell(without(have, had), { isNew: true }),
			...(given.dueOn === before.dueOn
				? []
				: tell(
						have.filter(({ id }) => had.some((one) => one.id === id)),
						{ moved: "to-another-day" },
					)),
		]);
		return true;
	});
}
