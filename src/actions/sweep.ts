import {
	inWorkingHours,
	type Reminder,
	reminderFor,
} from "../domain/difference/reminders.ts";
import {
	type Protocol,
	stageTitle,
	stepOf,
} from "../domain/protocol/protocol.ts";
import { type Notice, notice } from "../mail/notice.ts";
import { transact } from "../store/db.ts";
import { listWithClocksRunOut } from "../store/differences.ts";
import { listDirectoryOn, type Person } from "../store/people.ts";
import {
	addReminder,
	listToRemind,
	lockReminders,
	type ToRemind,
} from "../store/reminders.ts";
import type { App } from "./app.ts";
import { letTimePass } from "./change-difference.ts";
import { eachInTurn } from "./each-in-turn.ts";
import {
	aboutDifference,
	dueInMail,
	emergencyLine,
	queueMessage,
	recipients,
} from "./notify.ts";
import { type Here, timeIn } from "./partnership-time.ts";

/** What a sweep found to do. */
export type SweepReport = {
	/** Differences in which a clock had run out. */
	ranOut: number;
	/** Messages that remind somebody of something. */
	reminded: number;
};

/**
 * Looks at everything that is owed in a partnership: notes the clocks that ran out, and reminds people in
 * working hours. It computes from what is stored: a missed sweep loses nothing, a second one does nothing.
 */
export async function sweep(
	app: App,
	partnershipId: string,
): Promise<SweepReport> {
	return sweepAt(app, await timeIn(app, app.db, partnershipId));
}

/**
 * A sweep as of a moment; rehearsals pass through every day that their clock jumps over.
 *
 * @throws what failed of one difference, once all others were seen to
 */
export async function sweepAt(app: App, here: Here): Promise<SweepReport> {
	const late = await listWithClocksRunOut(
		app.db,
		here.partnership.id,
		here.now.toInstant().toString(),
	);
	const failures = await eachInTurn(late, (id) => letTimePass(app, id, here));
	const reminded = await remind(app, here);
	if (failures.length > 0) throw failures[0];
	return { ranOut: late.length, reminded };
}

/** A reminder that is to go: of what, by which rule, in which protocol. */
type Due = { of: ToRemind; reminder: Reminder; protocol: Protocol };

function remind(app: App, here: Here): Promise<number> {
	return transact(app.db, async (trx) => {
		await lockReminders(trx, here.partnership.id);
		const directory = await listDirectoryOn(
			trx,
			here.partnership.id,
			here.now.toPlainDate().toString(),
		);
		const calendars = await app.calendars.in(trx, here.partnership.id);
		const byPerson = new Map<Person, Due[]>();
		for (const of of await listToRemind(trx, here.partnership.id)) {
			const protocol = await app.protocols.version(trx, of.versionId);
			const calendar = calendars.for(protocol);
			if (!inWorkingHours(calendar, here.now)) continue;
			const reminder = reminderFor(protocol, calendar, of, here.now);
			if (!reminder) continue;
			for (const person of owers(protocol, of, directory))
				if (!of.went.includes(`${reminder.rule} ${person.id}`))
					byPerson.set(person, [
						...(byPerson.get(person) ?? []),
						{ of, reminder, protocol },
					]);
		}
		for (const [person, due] of byPerson) {
			const messageId = await queueMessage(trx, app, here, {
				differenceId:
					due.length === 1 ? (due[0]?.of.differenceId ?? null) : null,
				to: person,
				notice: noticeOf(app, here, person, due),
			});
			for (const { of, reminder } of due)
				await addReminder(trx, {
					partnershipId: here.partnership.id,
					toRemind: of,
					rule: reminder.rule,
					personId: person.id,
					messageId,
					at: here.now.toInstant().toString(),
				});
		}
		return byPerson.size;
	});
}

/** The person that a step was given to, or whoever answers in its role and may do it. */
function owers(
	protocol: Protocol,
	of: ToRemind,
	directory: Person[],
): Person[] {
	const to = {
		...(of.personId && { person: of.personId }),
		party: stepOf(protocol, of.step).by,
	};
	return recipients(protocol, of, to, directory).filter(
		({ id }) => !of.barred.includes(id),
	);
}

/** One reminder as itself; several for one person as one message. */
function noticeOf(app: App, here: Here, person: Person, all: Due[]): Notice {
	const [first] = all;
	if (!first) throw new RangeError("A reminder of nothing");
	if (all.length > 1)
		return notice.parse({
			kind: "several",
			to: { name: person.name },
			partnership: here.partnership.name,
			emergency: emergencyLine(first.protocol),
			link: `${app.address}/`,
			items: all.map(({ of, protocol }) => ({
				reference: of.reference,
				stage: stageTitle(protocol, stepOf(protocol, of.step).stage),
				owes: stepOf(protocol, of.step).kind,
				due: dueInMail(of.dueAt),
			})),
		});
	const { of, reminder, protocol } = first;
	const step = stepOf(protocol, of.step);
	return notice.parse({
		...aboutDifference(
			app,
			here,
			protocol,
			{ id: of.differenceId, reference: of.reference, stage: step.stage },
			person,
		),
		kind: reminder.kind,
		owes: step.kind,
		due: dueInMail(of.dueAt),
	});
}
