import { remindOwner } from "../domain/difference/acts/remind-owner.ts";
import { throughToken } from "../domain/difference/acts/through-token.ts";
import { openClocksOf } from "../domain/difference/difference.ts";
import { namesOfSides } from "../domain/difference/told/words.ts";
import { dutyOfStep } from "../domain/difference/who/duties.ts";
import type { Viewer } from "../domain/people/viewer.ts";
import { assigneesOf } from "../domain/people/who-answers.ts";
import { bindingOf, type StepId, stepOf, strengthOf } from "../domain/protocol/protocol.ts";
import { Refusal } from "../domain/refusal.ts";
import { askedByOffice, type Owed } from "../mail/notices/reminder.ts";
import { transact } from "../store/db.ts";
import { saveDifference } from "../store/differences.ts";
import { listWhoMayBeAsked, type Person } from "../store/people.ts";
import { listNamesOfSides } from "../store/reminders.ts";
import { inWordsFor } from "../store/words-of-difference.ts";
import type { App } from "./app.ts";
import { holdDifference } from "./hold-difference.ts";
import { notify } from "./notify.ts";
import { queueMessages, senderOf } from "./outbox.ts";
import { partnershipClock } from "./partnership-clock.ts";

/** A step that somebody owes in a difference. */
export type OwedIn = { difference: string; step: StepId };

/**
 * An office reminds everybody who owes one of these steps, each of them in one message. What was done meanwhile or
 * reminded of today is left out, so that sent twice it reminds once.
 *
 * @returns how many people are reminded
 */
export function remindOwners(
	app: App,
	by: Viewer,
	office: string,
	all: readonly OwedIn[],
): Promise<number> {
	return transact(app.db, async (trx) => {
		const here = await partnershipClock(app, trx, by.partnershipId);
		const today = here.now.toPlainDate().toString();
		const directory = await listWhoMayBeAsked(trx, by.partnershipId, today);
		const reminded = new Map<Person, Owed[]>();
		let called = office;
		// Always in one order: two who remind at once never wait for each other.
		const byDifference = [...Map.groupBy(all, ({ difference }) => difference)].sort();
		for (const [id, owed] of byDifference) {
			const held = await holdDifference(app, trx, id, { partnershipId: by.partnershipId, by });
			if (!held) continue;
			const { rules, loaded, passed } = held;
			const { protocol } = rules;
			const made = owed.flatMap(({ step }) => {
				try {
					return throughToken(
						remindOwner(rules, held.present, { step, office }, by, held.here.now),
						by,
					);
				} catch (refusal) {
					if (refusal instanceof Refusal) return [];
					throw refusal;
				}
			});
			const entries = made.map((entry, nth) => ({ ...entry, seq: held.present.seq + 1 + nth }));
			if (entries.length === 0) continue;
			const after = await saveDifference(trx, protocol, loaded, [...passed, ...entries]);
			await notify(trx, app, held.here, protocol, after, passed);
			for (const entry of entries) {
				if (entry.type !== "reminded") continue;
				called = protocol.roles[entry.by?.side ?? ""]?.called ?? called;
				const open = after.open.find(({ step }) => step === entry.step);
				const [clock] = openClocksOf(protocol, after, entry.step);
				if (!open) continue;
				const duty = dutyOfStep(protocol, after, open);
				const { side } = stepOf(protocol, entry.step).by;
				const [agencies] = await listNamesOfSides(trx, [
					{ differenceId: id, side, agency: duty.agency },
				]);
				if (!agencies) continue;
				for (const to of assigneesOf(duty, directory)) {
					const theirs = reminded.get(to) ?? [];
					theirs.push({
						protocol: await inWordsFor(trx, protocol, id, to),
						agencies: namesOfSides(protocol, agencies),
						of: {
							what: "step",
							owed: entry.step,
							differenceId: id,
							reference: after.reference,
							stage: null,
							dueAt: clock?.due.due ?? null,
							binding: clock ? bindingOf(strengthOf(protocol, clock)) : "limit",
						},
					});
					reminded.set(to, theirs);
				}
			}
		}
		await queueMessages(
			trx,
			app,
			here,
			[...reminded].map(([to, theirs]) => ({
				differenceId: theirs.length === 1 ? (theirs[0]?.of.differenceId ?? null) : null,
				to,
				notice: askedByOffice(senderOf(app, here), to, called, theirs, here.now.toInstant()),
			})),
		);
		return reminded.size;
	});
}
