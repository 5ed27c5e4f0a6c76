import { randomUUID } from "node:crypto";
import { morningsBetween } from "../actions/advance-clock.ts";
import type { App } from "../actions/app.ts";
import { changeClock } from "../actions/change-clock.ts";
import { completeStep } from "../actions/complete-step.ts";
import { declareConflict } from "../actions/declare-conflict.ts";
import { enterBeginning, enterForm } from "../actions/enter-form.ts";
import type { ActOn } from "../actions/hold-difference.ts";
import { makeMove } from "../actions/make-move.ts";
import { addNote, askForTime, correct, recall, refuseTime } from "../actions/put-right.ts";
import { raiseDifference } from "../actions/raise-difference.ts";
import { recordOnChildsRecord } from "../actions/record-on-childs-record.ts";
import { saveDraft } from "../actions/save-draft.ts";
import { saySafety } from "../actions/say-safety.ts";
import { sweepAt } from "../actions/sweep.ts";
import type { Calendar } from "../domain/calendar/calendar.ts";
import { isWorkingDay } from "../domain/calendar/working-days.ts";
import type { EnteredForm, OnPaper } from "../domain/difference/acts/enter-for.ts";
import type { Viewer } from "../domain/people/viewer.ts";
import type { Played } from "../domain/story/play.ts";
import type { Act } from "../domain/story/player.ts";
import type { Trx } from "../store/db.ts";
import { saveMessagesSent } from "../store/messages.ts";
import type { Partnership } from "../store/partnerships.ts";

/** Something that happens in the weeks before the opening. */
export type Past = { at: Temporal.ZonedDateTime; happens: (then: App) => Promise<unknown> };

/** Lives through the weeks before the opening, each thing at its time. */
export async function liveThrough(
	app: App,
	trx: Trx,
	partnership: Partnership,
	past: Past[],
): Promise<void> {
	const sent: { id: string; at: string }[] = [];
	for (const { at, happens } of past.toSorted((one, other) =>
		Temporal.ZonedDateTime.compare(one.at, other.at),
	)) {
		await happens({
			...app,
			db: trx,
			// The partnership's clock is ahead of the real one, and actions add what it is ahead by.
			clock: () => at.subtract({ seconds: partnership.clockAhead }).toInstant(),
			enqueue: async (_, jobs) => {
				for (const job of jobs)
					if (job.name === "send-mail")
						sent.push({ id: job.data.messageId, at: at.toInstant().toString() });
			},
		});
	}
	// At once, for they are many.
	await saveMessagesSent(trx, sent);
}

/** The acts of a difference, done by the real actions. @param protocol its name; the partnership's first when left out */
export function actsOf(played: Played, people: Map<string, Viewer>, protocol?: string): Past[] {
	let difference = "";
	return played.acts.flatMap(({ at, act, done, refused }) => {
		const by = people.get(act["entered-by"] ?? act.by ?? "");
		if (!by || !done || refused) return [];
		return {
			at,
			happens: async (then: App) => {
				const key = randomUUID();
				if (done.act.does === "raise")
					difference = await raiseDifference(then, by, {
						...done.act,
						key,
						protocol,
						receivingAgency: played.header.receivingAgency ?? undefined,
					});
				else if (done.act.does === "enter-beginning")
					difference = await enterBeginning(then, by, {
						...done.act,
						...onPaper(done.act),
						raisedBy: named(done.act.raisedBy),
						key,
						protocol,
						raisingAgency: played.header.raisingAgency,
						receivingAgency: played.header.receivingAgency ?? undefined,
						draft: key,
					});
				else await perform(then, { difference, by, key }, done.act);
			},
		};
	});
}

/** Who did what on a form that came on paper, as a page would say it. */
const onPaper = ({ doneBy }: EnteredForm) => ({
	doneBy: Object.fromEntries(Object.entries(doneBy).map(([step, whom]) => [step, named(whom)])),
});

const named = (whom: OnPaper) => ("person" in whom ? { id: whom.person.id } : whom);

function perform(
	then: App,
	on: ActOn,
	act: Exclude<Act, { does: "raise" | "enter-beginning" }>,
): Promise<unknown> {
	switch (act.does) {
		case "declare-conflict":
			return declareConflict(then, on, act);
		case "enter-form":
			return enterForm(then, on, act.step, { ...act, ...onPaper(act) });
		case "step":
			return completeStep(then, on, act);
		case "move":
			return makeMove(then, on, act);
		case "change-clock":
			return changeClock(then, on, act);
		case "record-on-childs-record":
			return recordOnChildsRecord(then, on, { step: act.step, side: act.side });
		case "say-safety":
			return saySafety(then, on, act);
		case "correct":
			return correct(then, on, act);
		case "add-note":
			return addNote(then, on, act);
		case "ask-for-time":
			return askForTime(then, on, act);
		case "refuse-time":
			return refuseTime(then, on, act);
		case "recall":
			return recall(then, on, act);
		case "draft":
			return saveDraft(
				then,
				on.by,
				{ differenceId: on.difference, page: act.step, isShared: true },
				() => ({ content: act.content }),
			);
	}
}

/** Every morning on which people are reminded, from the first act on. */
export function morningsOf(
	partnership: Partnership,
	acts: Past[],
	opening: Temporal.ZonedDateTime,
	calendar: Calendar,
): Past[] {
	const first = acts.map(({ at }) => at).sort(Temporal.ZonedDateTime.compare)[0] ?? opening;
	return morningsBetween(first, opening, partnership.workingHours.from)
		.filter((at) => isWorkingDay(at.toPlainDate().toString(), calendar))
		.map((at) => ({ at, happens: (then) => sweepAt(then, { partnership, now: at }) }));
}
