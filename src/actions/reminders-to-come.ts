import { clockOf, openClocksOf } from "../domain/difference/difference.ts";
import { type ReminderPlan, reminderPlan } from "../domain/difference/reminders/reminders.ts";
import type { Viewer } from "../domain/people/viewer.ts";
import { assigneesIn } from "../domain/people/who-answers.ts";
import { listWhoMayBeAskedFor, type Person } from "../store/people.ts";
import {
	alreadySent,
	listRulesAlreadySent,
	listToRemindIn,
	type ToRemind,
} from "../store/reminders.ts";
import type { App } from "./app.ts";
import type { OpenedDifference } from "./open-difference.ts";

/** Somebody who is reminded; the reader comes first. */
export type Reminded = { name: string; isReader: boolean };

/** What will be sent about something owed, and to whom. */
export type RemindersToCome = {
	/** The step, or the clock of no one step, by its name in the protocol. */
	owed: string;
	plan: ReminderPlan;
	/** Who is reminded of each thing by itself, and who of all they owe each morning. */
	singly: Reminded[];
	inMorning: Reminded[];
	/** Whether the reader may know these people by name: their own side’s, and whom the thing was given to. */
	named: boolean;
};

/**
 * The reminders of a difference before they go, of what its reader may see that it is owed: the same rows, the same
 * rule and the same people as the sweep’s.
 */
export async function remindersToCome(
	app: App,
	viewer: Viewer,
	opened: OpenedDifference,
): Promise<RemindersToCome[]> {
	const { protocol, calendar, here, header, sides } = opened;
	const owed = await listToRemindIn(app.db, here.partnership.id, header.id);
	const all = owed.filter((of) => isSeen(opened, of));
	if (all.length === 0) return [];
	const sent = await listRulesAlreadySent(app.db, [header.id]);
	const today = here.now.toPlainDate().toString();
	const assignees = assigneesIn(
		await listWhoMayBeAskedFor(app.db, here.partnership.id, today, owed),
	);
	return all.flatMap((of) => {
		const plan = reminderPlan(
			protocol,
			calendar,
			here.partnership.workingHours,
			of,
			alreadySent(sent, of),
			here.now,
		);
		if (!plan) return [];
		const people = assignees(of);
		const named = (which: Person[]): Reminded[] =>
			which
				.map(({ id, name }) => ({ name, isReader: id === viewer.id }))
				.sort((a, b) => Number(b.isReader) - Number(a.isReader));
		return [
			{
				owed: of.owed,
				plan,
				singly: named(people.filter((person) => !person.inMorning)),
				inMorning: named(people.filter((person) => person.inMorning)),
				named: sides.includes(of.side),
			},
		];
	});
}

/** Whether the reader sees that it is owed, and by the same date. */
function isSeen({ protocol, difference }: OpenedDifference, of: ToRemind): boolean {
	// What is to be recorded stands apart, and a page says of it only that it is owed.
	if (of.what === "record") return false;
	const clock = clockOf(difference, of.owed);
	const isOpen =
		of.what === "clock"
			? clock !== undefined
			: difference.open.some(({ step }) => step === of.owed);
	const clocks = of.what === "clock" ? [clock] : openClocksOf(protocol, difference, of.owed);
	return (
		isOpen &&
		(of.dueAt === null ||
			clocks.some((each) => each?.due.due.slice(0, 19) === of.dueAt?.slice(0, 19)))
	);
}
