/**
 * What a notice holds of a difference: its reference, where it stands, who owes what by when, and the link. What a notice
 * may hold at all is notice.ts; its words are compose.ts.
 */
import { limitNow } from "../../domain/difference/consequences/clock-dates.ts";
import {
	clockOf,
	type Difference,
	openClocksOf,
	type RunningClock,
} from "../../domain/difference/difference.ts";
import {
	nameOfSide,
	type SideNames,
	sayEnding,
	sayRole,
	sayTask,
	withAgencyNames,
} from "../../domain/difference/told/words.ts";
import type { Notification } from "../../domain/difference/who/is-told.ts";
import { invitedToFeedback } from "../../domain/learning/feedback.ts";
import { type Acknowledgement, toBeSentOn } from "../../domain/protocol/acknowledgement.ts";
import { emergencyLine, longestEmergencyLine } from "../../domain/protocol/emergency-line.ts";
import {
	type Binding,
	bindingOf,
	clockRule,
	isAgencySide,
	type Protocol,
	roleOf,
	type Side,
	type Step,
	stageTitle,
	stepOf,
	strengthOf,
} from "../../domain/protocol/protocol.ts";
import { isEndOfDay, londonTime } from "../../domain/time.ts";
import { sayLength } from "../../language/length.ts";
import { sayProtocol } from "../../language/protocol-words.ts";
import { speechNow } from "../../language/say.ts";
import { inBothLanguages } from "./in-both-languages.ts";
import { type Notice, notice, shortForMail } from "./notice.ts";

/** Who writes: the partnership by its name, and where people reach it, without a slash at the end. */
export type Sender = {
	partnership: string;
	address: string;
	/** Whom of the office to ask. */
	ask?: readonly Contact[];
	/** Whether its people may read Welsh. */
	offersWelsh?: boolean;
};

/** Somebody of the partnership’s office, as a mail names whom to ask. */
export type Contact = { name: string; jobTitle: string; email: string };

/** What every notice says of who sends it. */
export const fromSender = ({ partnership, ask = [] }: Sender) => ({
	partnership,
	...(ask.length > 0 && {
		ask: ask.map(({ name, jobTitle, email }) => ({ name, post: shortForMail(jobTitle), email })),
	}),
});

/** Where a difference is read: links in mail lead here. */
export const differenceAddress = ({ address }: Pick<Sender, "address">, id: string): string =>
	`${address}/differences/${id}`;

/** Where what went to the wrong place is listed, for whoever must see to it. */
export const dataBreachesAddress = "/data-breaches";

/** Where sealed differences are listed, for whoever keeps seals. */
export const sealsAddress = "/sealed";

/** What may be said of a sealed difference to whoever may not know of it: not between whom it is, nor where it stands. */
const withoutWhom = <About extends { stage?: unknown; raised?: unknown }>({
	stage: _stage,
	raised: _raised,
	...about
}: About) => about;

/** What to do in an emergency, in the language in which it is spoken now. */
export function emergencyNow(protocol: Protocol): string {
	const line = emergencyLine(protocol, { speech: speechNow() });
	// Whether its English has room in a mail, the check of the protocol says; of its Welsh nothing may keep a mail from leaving.
	return line.length > longestEmergencyLine ? emergencyLine(protocol.english ?? protocol) : line;
}

/** What every notice of a difference says. */
export const aboutDifference = (
	sender: Sender,
	protocol: Protocol,
	{ id, reference, stage }: Pick<Difference, "id" | "reference" | "stage">,
	to: { name: string },
) => ({
	to: { name: to.name },
	...fromSender(sender),
	emergency: emergencyNow(protocol),
	link: differenceAddress(sender, id),
	reference,
	difference: shortForMail(protocol.words.difference),
	whom: shortForMail(protocol.words.child),
	stage: shortForMail(stageTitle(protocol, stage)),
});

/** Who raised it, and with whom. */
export const raisedIn = ({ raising, receiving }: SideNames) => ({
	raised: { by: raising, ...(receiving !== null && { with: receiving }) },
});

/** A due time as mail says it: the day, the time of day unless the whole day is left, and what kind of date it is. */
export function dueInMail(
	dueAt: string | null | undefined,
	binding: Binding,
): { day: string; time?: string; is?: "target" | "window" } | undefined {
	if (!dueAt) return undefined;
	const due = londonTime(dueAt);
	return {
		day: due.toPlainDate().toString(),
		...(!isEndOfDay(due) && { time: due.toPlainTime().toString({ smallestUnit: "minute" }) }),
		...(binding !== "limit" && { is: binding }),
	};
}

/**
 * What somebody is told of something that happened in a difference.
 *
 * @param agencies what the two sides are called
 * @param directory who may be named as the one to whom something was sent
 * @param today ISO day
 */
export const noticeOf = (sender: Sender, protocol: Protocol, ...happened: Happened): Notice =>
	inBothLanguages(sender, () => noticeNow(sender, sayProtocol(protocol), ...happened));

type Happened = [
	difference: Difference,
	notification: Notification,
	to: { id: string; name: string },
	agencies: SideNames,
	directory: readonly Colleague[],
	today: string,
];

function noticeNow(
	sender: Sender,
	protocol: Protocol,
	...[difference, notification, to, agencies, directory, today]: Happened
): Notice {
	const names = { people: new Map(), agencies, speech: speechNow() };
	const about = {
		...aboutDifference(sender, protocol, difference, to),
		// Whoever is only copied in may not know between whom it is.
		...(notification.about !== "copied" && raisedIn(agencies)),
		// Whom of the office one asks usually may not know of it.
		...(difference.sealed && { ask: undefined }),
	};
	const { status } = difference;
	const feedback = invitedToFeedback(protocol, difference).some(({ person }) => person === to.id)
		? `${differenceAddress(sender, difference.id)}/feedback`
		: undefined;
	const owed = (step: Step) => ({
		owes: step.kind,
		task: shortForMail(sayTask(protocol, names, step)),
	});
	const agencyName = (side: Side) =>
		(isAgencySide(side) ? nameOfSide(agencies, side) : undefined) ?? sender.partnership;
	const dateOf = (clock: RunningClock | undefined) =>
		clock && dueInMail(clock.due.due, bindingOf(strengthOf(protocol, clock)));
	const dueOf = (step: string) => dateOf(openClocksOf(protocol, difference, step)[0]);
	const acknowledgementIn = (what: Acknowledgement) => {
		const { step } = what;
		const answer = what.is === "receipt" ? toBeSentOn(protocol, what) : undefined;
		if (what.is === "receipt")
			return {
				kind: "received",
				receivedOn: today,
				next: step && {
					by: shortForMail(roleOf(protocol, step.by).called),
					...owed(step),
					within: lengthFor(protocol, difference, step),
					due: dueOf(step.id),
				},
				answer: answer && {
					agency: agencyName(answer.by.side),
					within: lengthFor(protocol, difference, answer),
				},
			};
		const { person } = difference.open.find((open) => open.step === what.step.id) ?? {};
		const named = directory.find(({ id }) => id === person);
		return {
			kind: "acknowledged",
			receivedOn: londonTime(receivedAt(difference)).toPlainDate().toString(),
			sentOn: today,
			sentTo: {
				person: named && { name: named.name, post: shortForMail(named.jobTitle) },
				role: shortForMail(roleOf(protocol, what.step.by).called),
				agency: agencyName(what.step.by.side),
			},
			due: dueOf(what.step.id),
		};
	};
	switch (notification.about) {
		case "your-turn":
		case "sent-to-you": {
			const step = stepOf(protocol, notification.step);
			return notice.parse({
				...about,
				kind: notification.about,
				...owed(step),
				due: dueOf(step.id),
				...(notification.about === "your-turn" &&
					status.is === "ended" && {
						closed: {
							on: londonTime(status.at).toPlainDate().toString(),
							ending: shortForMail(sayEnding(protocol, status.ending)),
						},
						...(hasJustEnded(difference, step.id) && { feedback }),
					}),
				...(notification.about === "sent-to-you" && {
					from: agencyName(step.by.side === "raising" ? "receiving" : "raising"),
				}),
			});
		}
		case "follow-up": {
			const late = difference.clocks.findLast(({ state }) => state === "ran-out");
			const step = stepOf(protocol, late?.clock ?? notification.step);
			return notice.parse({
				...about,
				kind: "follow-up",
				agency: agencyName(step.by.side),
				...owed(step),
				due: dateOf(late) ?? { day: today },
			});
		}
		case "acknowledged":
			return notice.parse({
				...about,
				...acknowledgementIn(notification.what),
			});
		case "response-received":
			return notice.parse({
				...about,
				kind: "response-received",
				from: agencyName(notification.from),
			});
		case "decided": {
			const step = stepOf(protocol, notification.step);
			return notice.parse({
				...about,
				kind: "decided",
				by: shortForMail(roleOf(protocol, step.by).called),
				final: step.final,
			});
		}
		case "raised-with-you": {
			const open = difference.open.find(({ step }) => step === notification.step);
			const step = open && stepOf(protocol, open.step);
			const named = directory.find(({ id }) => id === open?.person);
			return notice.parse({
				...about,
				kind: "raised-with-you",
				from: agencies.raising,
				sentTo: step && {
					person: named && { name: named.name, post: shortForMail(named.jobTitle) },
					role: shortForMail(sayRole(protocol, names, step.by)),
					task: shortForMail(sayTask(protocol, names, step)),
				},
			});
		}
		case "said":
			return notice.parse({
				...about,
				kind: "said",
				from: agencyName(notification.from),
				said: shortForMail(withAgencyNames(protocol, names, notification.say)),
			});
		case "late": {
			const step = stepOf(protocol, notification.step);
			const prompted = difference.open
				.map((open) => stepOf(protocol, open.step))
				.find(({ kind }) => kind === "follow-up");
			return notice.parse({
				...about,
				kind: "late",
				agency: agencyName(step.by.side),
				...owed(step),
				due: dateOf(clockOf(difference, notification.clock)) ?? { day: today },
				followedUpBy: prompted && shortForMail(roleOf(protocol, prompted.by).called),
			});
		}
		case "to-be-decided":
			return notice.parse({
				...about,
				kind: "to-be-decided",
				by: shortForMail(roleOf(protocol, stepOf(protocol, notification.step).by).called),
			});
		case "closed":
			return notice.parse({
				...about,
				kind: "closed",
				closedOn: today,
				...(status.is === "ended" && {
					ending: shortForMail(sayEnding(protocol, status.ending)),
				}),
				by: notification.by && agencyName(notification.by),
				feedback,
			});
		case "not-safe":
			return notice.parse({ ...about, kind: "not-safe" });
		case "corrected":
		case "not-theirs":
		case "link-passed-on":
		case "question-asked":
		case "question-answered":
		case "time-asked":
		case "time-refused":
			return notice.parse({ ...about, kind: notification.about });
		case "entered-for-you":
			return notice.parse({
				...about,
				kind: "entered-for-you",
				office: shortForMail(protocol.roles[notification.office]?.called ?? sender.partnership),
				receivedOn: londonTime(notification.receivedAt).toPlainDate().toString(),
			});
		case "recalled-from-you":
			return notice.parse({ ...about, kind: notification.about, link: sender.address });
		case "data-breach":
			return notice.parse({
				...about,
				kind: notification.about,
				reader: notification.reader,
				...(notification.reader === "sees-to-it" && {
					link: `${sender.address}${dataBreachesAddress}`,
				}),
			});
		case "sealed-for-you":
			return notice.parse({ ...about, kind: "sealed-for-you" });
		case "opened-in-emergency":
			return notice.parse({
				...withoutWhom(about),
				kind: "opened-in-emergency",
				// Who may know of it reads who opened it on its page.
				...(difference.sealed?.to.includes(to.id) !== true && {
					link: `${sender.address}${sealsAddress}`,
				}),
			});
		case "seal-changed":
			return notice.parse({
				...withoutWhom(about),
				kind: "seal-changed",
				off: notification.off,
				link: `${sender.address}${sealsAddress}`,
			});
		case "left-to-nobody":
			return notice.parse({
				...(difference.sealed ? withoutWhom(about) : about),
				kind: "left-to-nobody",
				sealed: difference.sealed !== undefined,
				...(difference.sealed && { link: `${sender.address}${sealsAddress}` }),
			});
		case "office-late": {
			const { clock, office, step, reader } = notification;
			return notice.parse({
				...about,
				kind: "office-late",
				office: shortForMail(protocol.roles[office]?.called ?? sender.partnership),
				...(step && owed(stepOf(protocol, step))),
				due: dateOf(clockOf(difference, clock)) ?? { day: today },
				reader,
			});
		}
		case "copied":
			return notice.parse({ ...about, kind: "copied" });
		case "virus-found":
			return notice.parse({ ...about, kind: "virus-found" });
		case "date-changed": {
			const clock = clockOf(difference, notification.clock);
			const change = clock?.changes.at(-1);
			const step = protocol.clocks.find(({ id }) => id === notification.clock)?.step;
			return notice.parse({
				...about,
				kind: "date-changed",
				...(step && owed(stepOf(protocol, step))),
				was: change?.was ?? today,
				due: dateOf(clock) ?? { day: today },
			});
		}
	}
}

/** Somebody of the directory, as a mail may name them. */
export type Colleague = { id: string; name: string; jobTitle: string };

/** How long somebody has for a step, in words: "2 working days"; undefined where they are held to no length of time. */
function lengthFor(protocol: Protocol, difference: Difference, step: Step): string | undefined {
	if (bindingOf(strengthOf(protocol, { clock: step.id })) !== "limit") return undefined;
	const limit = clockRule(protocol, step.id)?.limit;
	if (!limit || !("within" in limit) || limit.before !== undefined) return undefined;
	if (limit.tiers && !(limit.tiers.choice in difference.answers)) return undefined;
	const length = limitNow(limit, difference);
	return length.unit === "immediately" ? undefined : shortForMail(sayLength(length));
}

/** When the partnership had a form: the last sending to a side that is no agency, for one that was returned comes again. */
const receivedAt = (difference: Difference): string =>
	difference.sent.findLast(({ to }) => to.some((side) => !isAgencySide(side)))?.at ??
	difference.raisedAt;

/** Whether a step is owed because it has ended just now, and so nothing was said of that before. */
const hasJustEnded = ({ status, open }: Difference, step: string): boolean =>
	status.is === "ended" && open.some((each) => each.step === step && each.openedAt === status.at);
