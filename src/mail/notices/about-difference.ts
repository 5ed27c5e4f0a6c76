import {
	clockOf,
	type Difference,
	openClocksOf,
	type RunningClock,
} from "../../domain/difference/difference.ts";
import type { SideNames } from "../../domain/difference/told/words.ts";
import type { Notification } from "../../domain/difference/who/is-told.ts";
import { emergencyLine } from "../../domain/protocol/emergency-line.ts";
import {
	type Binding,
	bindingOf,
	isAgencySide,
	type Protocol,
	roleOf,
	type Side,
	stageTitle,
	stepOf,
	strengthOf,
} from "../../domain/protocol/protocol.ts";
import { isEndOfDay, londonTime } from "../../domain/time.ts";
import { type Notice, notice, shortForMail } from "./notice.ts";

/** Who writes: the partnership by its name, and where people reach it, without a slash at the end. */
export type Sender = { partnership: string; address: string };

/** Where a difference is read: links in mail lead here. */
export const differenceAddress = ({ address }: Pick<Sender, "address">, id: string): string =>
	`${address}/differences/${id}`;

/** What every notice of a difference says. */
export const aboutDifference = (
	sender: Sender,
	protocol: Protocol,
	{ id, reference, stage }: Pick<Difference, "id" | "reference" | "stage">,
	to: { name: string },
) => ({
	to: { name: to.name },
	partnership: sender.partnership,
	emergency: emergencyLine(protocol),
	link: differenceAddress(sender, id),
	reference,
	difference: shortForMail(protocol.words.difference),
	stage: shortForMail(stageTitle(protocol, stage)),
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
 * @param today ISO day
 */
export function noticeOf(
	sender: Sender,
	protocol: Protocol,
	difference: Difference,
	notification: Notification,
	to: { name: string },
	agencies: SideNames,
	today: string,
): Notice {
	const about = aboutDifference(sender, protocol, difference, to);
	const agencyName = (side: Side) =>
		(isAgencySide(side) ? agencies[side] : null) ?? sender.partnership;
	const dateOf = (clock: RunningClock | undefined) =>
		clock && dueInMail(clock.due.due, bindingOf(strengthOf(protocol, clock)));
	const dueOf = (step: string) => dateOf(openClocksOf(protocol, difference, step)[0]);
	switch (notification.about) {
		case "your-turn":
		case "sent-to-you": {
			const step = stepOf(protocol, notification.step);
			return notice.parse({
				...about,
				kind: notification.about,
				owes: step.kind,
				due: dueOf(step.id),
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
				owes: step.kind,
				due: dateOf(late) ?? { day: today },
			});
		}
		case "acknowledged": {
			const step = stepOf(protocol, notification.sentTo);
			return notice.parse({
				...about,
				kind: "acknowledged",
				receivedOn: londonTime(receivedAt(difference)).toPlainDate().toString(),
				sentOn: today,
				sentTo: {
					role: shortForMail(roleOf(protocol, step.by).called),
					agency: agencyName(step.by.side),
				},
				due: dueOf(step.id),
			});
		}
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
		case "closed":
			return notice.parse({ ...about, kind: "closed", closedOn: today });
		case "copied":
			return notice.parse({ ...about, kind: "copied" });
		case "date-changed": {
			const clock = clockOf(difference, notification.clock);
			const change = clock?.changes.at(-1);
			const step = protocol.clocks.find(({ id }) => id === notification.clock)?.step;
			return notice.parse({
				...about,
				kind: "date-changed",
				owes: step && stepOf(protocol, step).kind,
				was: change?.was ?? today,
				due: dateOf(clock) ?? { day: today },
			});
		}
	}
}

/** When the partnership first held a form: the first sending to a side that is no agency. */
const receivedAt = (difference: Difference): string =>
	difference.sent.find(({ to }) => to.some((side) => !isAgencySide(side)))?.at ??
	difference.raisedAt;
