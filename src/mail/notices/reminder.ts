import type { Reminder } from "../../domain/difference/reminders/reminders.ts";
import { type SideNames, sayTask, sayToRecord } from "../../domain/difference/told/words.ts";
import {
	type Binding,
	longClockOf,
	type Protocol,
	stageTitle,
	stepOf,
} from "../../domain/protocol/protocol.ts";
import { sayProtocol } from "../../language/protocol-words.ts";
import { speechNow } from "../../language/say.ts";
import {
	aboutDifference,
	dueInMail,
	emergencyNow,
	fromSender,
	raisedIn,
	type Sender,
} from "./about-difference.ts";
import { inBothLanguages } from "./in-both-languages.ts";
import { mostListed, type Notice, notice, shortForMail } from "./notice.ts";
import type { Owed as OwedKind } from "./owed.ts";

/** Something owed, in the protocol it is owed under: an open step, a clock of no one step, or the child’s own record of a step. */
export type Owed = {
	protocol: Protocol;
	/** What its two sides are called. */
	agencies: SideNames;
	of: {
		what: "step" | "clock" | "record";
		/** The step or the clock, by its name in the protocol; of a record the step that it is of. */
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
	return inBothLanguages(sender, () => {
		const owed = inWordsNow(first);
		const about = aboutOwed(sender, owed, to);
		return notice.parse(
			owed.of.what === "record"
				? { ...about, kind: "recorded-request", task: taskOf(owed) }
				: { ...about, ...inMail(owed), kind: first.reminder.kind },
		);
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
	const { of } = first;
	return inBothLanguages(sender, () => {
		const owed = inWordsNow(first);
		return notice.parse({
			...aboutOwed(sender, owed, to),
			...inMail(owed),
			kind: "reminder-by-office",
			office: shortForMail(officeNow(first, owed, office)),
			overdue:
				of.binding === "limit" && of.dueAt !== null && Temporal.Instant.compare(now, of.dueAt) > 0,
		});
	});
}

/** What the office is called, in the words in which it is spoken now. @param spoken the same as `owed` in those words */
const officeNow = (owed: Owed, spoken: Owed, office: string): string => {
	const [role = ""] =
		Object.entries(owed.protocol.roles).find(([, { called }]) => called === office) ?? [];
	return spoken.protocol.roles[role]?.called ?? office;
};

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
	return inBothLanguages(sender, () =>
		notice.parse({
			kind,
			to: { name: to.name },
			...fromSender(sender),
			emergency: emergencyNow(inWordsNow(first).protocol),
			link: `${sender.address}/`,
			items: soonest.slice(0, mostListed).map((owed) => ({
				reference: owed.of.reference,
				...raisedIn(owed.agencies),
				...inMail(inWordsNow(owed)),
				...(owed.of.dueAt !== null &&
					Temporal.Instant.compare(now, owed.of.dueAt) > 0 && { overdue: true }),
			})),
			more: Math.max(0, all.length - mostListed),
		}),
	);
}

/** What is owed, in the words of its protocol in the language in which it is spoken now. */
const inWordsNow = (owed: Owed): Owed => ({ ...owed, protocol: sayProtocol(owed.protocol) });

const latest = "9999";

const stageOfOwed = ({ of, protocol }: Owed): string => of.stage ?? stepOf(protocol, of.owed).stage;

/** What every reminder of one thing says of its difference. */
const aboutOwed = (sender: Sender, owed: Owed, to: { name: string }) => ({
	...aboutDifference(
		sender,
		owed.protocol,
		{ id: owed.of.differenceId, reference: owed.of.reference, stage: stageOfOwed(owed) },
		to,
	),
	...raisedIn(owed.agencies),
});

/** What a step asks, or that it is to be put on the child’s record, as the screen says it. */
const taskOf = ({ of, protocol, agencies }: Owed): string => {
	const names = { people: new Map(), agencies, speech: speechNow() };
	const step = stepOf(protocol, of.owed);
	return shortForMail(
		of.what === "record" ? sayToRecord(protocol, names, step) : sayTask(protocol, names, step),
	);
};

/** What is owed, as mail says it. */
const inMail = (owed: Owed) => {
	const { of, protocol } = owed;
	return {
		stage: shortForMail(stageTitle(protocol, stageOfOwed(owed))),
		owes: owedKind(owed),
		...(of.what !== "clock" && { task: taskOf(owed) }),
		...(of.what === "clock" && { todo: shortForMail(longClockOf(protocol, of.owed).title) }),
		due: dueInMail(of.dueAt, of.binding),
	};
};

function owedKind({ of, protocol }: Owed): OwedKind {
	if (of.what === "record") return "childs-record";
	return of.what === "step" ? stepOf(protocol, of.owed).kind : "time-limit";
}
