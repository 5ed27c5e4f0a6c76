import type { Reminder } from "../../domain/difference/reminders/reminders.ts";
import { emergencyLine } from "../../domain/protocol/emergency-line.ts";
import {
	type Binding,
	longClockOf,
	type Protocol,
	stageTitle,
	stepOf,
} from "../../domain/protocol/protocol.ts";
import { aboutDifference, dueInMail, type Sender } from "./about-difference.ts";
import { mostListed, type Notice, notice, shortForMail } from "./notice.ts";

/** Something owed, in the protocol it is owed under: an open step, or a clock of no one step. */
export type Owed = {
	protocol: Protocol;
	of: {
		what: "step" | "clock";
		/** The step or the clock, by its name in the protocol. */
		owed: string;
		differenceId: string;
		reference: string;
		/** The stage that the side which owes it knows of; null for a step, which has its own. */
		stage: string | null;
		/** ISO instant. */
		dueAt: string | null;
		/** What that date is. */
		binding: Binding;
	};
};

/** What somebody is reminded of now: one reminder as itself, several as one message. @param all at least one */
export function reminderNotice(
	sender: Sender,
	to: { name: string },
	all: readonly (Owed & { reminder: Reminder })[],
	now: Temporal.Instant,
): Notice {
	const [first] = all;
	if (!first) throw new RangeError("A reminder of nothing");
	if (all.length > 1) return listNotice(sender, to, "several", all, now);
	const { of, reminder, protocol } = first;
	return notice.parse({
		...aboutDifference(
			sender,
			protocol,
			{ id: of.differenceId, reference: of.reference, stage: stageOfOwed(first) },
			to,
		),
		...inMail(first),
		kind: reminder.kind,
	});
}

/** What an office reminds somebody of: one thing as itself, several as one message. @param all at least one */
export function askedByOffice(
	sender: Sender,
	to: { name: string },
	office: string,
	all: readonly Owed[],
	now: Temporal.Instant,
): Notice {
	const [first] = all;
	if (!first) throw new RangeError("A reminder of nothing");
	if (all.length > 1) return listNotice(sender, to, "several", all, now);
	const { of, protocol } = first;
	return notice.parse({
		...aboutDifference(
			sender,
			protocol,
			{ id: of.differenceId, reference: of.reference, stage: stageOfOwed(first) },
			to,
		),
		kind: "reminder-by-office",
		office: shortForMail(office),
		owes: stepOf(protocol, of.owed).kind,
		due: dueInMail(of.dueAt, of.binding),
		overdue:
			of.binding === "limit" && of.dueAt !== null && Temporal.Instant.compare(now, of.dueAt) > 0,
	});
}

/** Several things that somebody owes, soonest first: those they are reminded of now, or all of them. @param all at least one */
export function listNotice(
	sender: Sender,
	to: { name: string },
	kind: "several" | "each-morning",
	all: readonly Owed[],
	now: Temporal.Instant,
): Notice {
	const [first] = all;
	if (!first) throw new RangeError("A list of nothing");
	const soonest = all.toSorted((a, b) =>
		(a.of.dueAt ?? latest).localeCompare(b.of.dueAt ?? latest),
	);
	return notice.parse({
		kind,
		to: { name: to.name },
		partnership: sender.partnership,
		emergency: emergencyLine(first.protocol),
		link: `${sender.address}/`,
		items: soonest.slice(0, mostListed).map((owed) => ({
			reference: owed.of.reference,
			...inMail(owed),
			...(owed.of.dueAt !== null &&
				Temporal.Instant.compare(now, owed.of.dueAt) > 0 && { overdue: true }),
		})),
		more: Math.max(0, all.length - mostListed),
	});
}

const latest = "9999";

const stageOfOwed = ({ of, protocol }: Owed): string => of.stage ?? stepOf(protocol, of.owed).stage;

/** What is owed, as mail says it. */
const inMail = (owed: Owed) => {
	const { of, protocol } = owed;
	return {
		stage: shortForMail(stageTitle(protocol, stageOfOwed(owed))),
		owes: of.what === "step" ? stepOf(protocol, of.owed).kind : "time-limit",
		...(of.what === "clock" && { todo: shortForMail(longClockOf(protocol, of.owed).title) }),
		due: dueInMail(of.dueAt, of.binding),
	};
};
