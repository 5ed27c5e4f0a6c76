import type { Protocol } from "../../domain/protocol/protocol.ts";
import { sayProtocol } from "../../language/protocol-words.ts";
import { emergencyNow, fromSender, type Sender } from "./about-difference.ts";
import { inBothLanguages } from "./in-both-languages.ts";
import { mostListed, type Notice, notice } from "./notice.ts";

/** A date that moved with the calendar: ISO days. */
export type DateMoved = { reference: string; was: string; due: { day: string } };

/** Of dates that moved, those that a message lists: the soonest. */
export const soonestOf = (moved: readonly DateMoved[]): DateMoved[] =>
	moved
		.toSorted((one, other) =>
			one.due.day < other.due.day ? -1 : one.due.day > other.due.day ? 1 : 0,
		)
		.slice(0, mostListed);

/** The dates of one person that moved with the calendar. @param soonest as `soonestOf` gives them @param count of all */
export function datesChangedNotice(
	sender: Sender,
	protocol: Protocol,
	to: { name: string },
	soonest: readonly DateMoved[],
	count: number,
): Notice {
	return inBothLanguages(sender, () =>
		notice.parse({
			kind: "dates-changed",
			to: { name: to.name },
			...fromSender(sender),
			emergency: emergencyNow(sayProtocol(protocol)),
			link: `${sender.address}/`,
			dates: soonest.map(({ reference, was, due }) => ({ reference, was, due: due.day })),
			more: count - soonest.length,
		}),
	);
}
