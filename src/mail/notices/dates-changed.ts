import { emergencyLine } from "../../domain/protocol/emergency-line.ts";
import type { Protocol } from "../../domain/protocol/protocol.ts";
import { fromSender, type Sender } from "./about-difference.ts";
import { mostListed, type Notice, notice } from "./notice.ts";

/** A date that moved with the calendar: ISO days. */
export type DateMoved = { reference: string; was: string; due: { day: string } };

/** The dates of one person that moved with the calendar, soonest first. */
export function datesChangedNotice(
	sender: Sender,
	protocol: Protocol,
	to: { name: string },
	moved: readonly DateMoved[],
): Notice {
	const soonest = moved.toSorted((a, b) => (a.due.day < b.due.day ? -1 : 1));
	return notice.parse({
		kind: "dates-changed",
		to: { name: to.name },
		...fromSender(sender),
		emergency: emergencyLine(protocol),
		link: `${sender.address}/`,
		dates: soonest
			.slice(0, mostListed)
			.map(({ reference, was, due }) => ({ reference, was, due: due.day })),
		more: Math.max(0, moved.length - mostListed),
	});
}
