import { sayAny, sayList, startingLarge } from "../../english.ts";
import { isAgencySide, type Protocol } from "../../protocol/protocol.ts";
import { type Difference, type RecordedEvent, withWhom } from "../difference.ts";
import { sayDone, sayEvent } from "./say-event.ts";
import { whatsNext } from "./whats-next.ts";
import { type Names, sayEnding, sayOwes, saySide, sayTask } from "./words.ts";

/**
 * What somebody did a moment ago, said to them: the deed, who was told and who was not, and what happens now.
 * "You raised it. Children’s Social Care has not been told. Now it is your turn to talk to the other practitioner."
 *
 * @param entries what they may read
 * @param reader the identifier of the person to whom it is said
 */
export function sayToDoer(
	protocol: Protocol,
	difference: Difference,
	names: Names,
	entries: readonly RecordedEvent[],
	event: RecordedEvent,
	reader: string,
): string {
	if (event.entered || event.by?.person !== reader) return `${sayEvent(protocol, names, event)}.`;
	const followed = entries.filter(({ at, seq }) => at === event.at && seq >= event.seq);
	return [
		`${sayDeed(protocol, names, event)}.`,
		...sayWhoWasTold(protocol, names, followed, isUntold(difference, entries, event)),
		...(event.type === "time-asked" ? sayDateStays(protocol, difference, names) : []),
		...sayNow(protocol, difference, names, event, reader),
	].join(" ");
}

function sayDeed(protocol: Protocol, names: Names, event: RecordedEvent): string {
	switch (event.type) {
		case "raised":
			return "You raised it";
		case "step-done":
			return event.by
				? sayDone(protocol, names, { ...event, by: event.by }, "You")
				: sayEvent(protocol, names, event);
		default:
			return sayEvent(protocol, names, event, "You");
	}
}

/** What was done a moment ago, in short: as its doer or as somebody else reads it. @param reader as in `sayToDoer` */
export const sayJustDone = (
	protocol: Protocol,
	names: Names,
	event: RecordedEvent,
	reader: string,
): string =>
	event.by?.person === reader && !event.entered
		? sayDeed(protocol, names, event)
		: sayEvent(protocol, names, event);

/**
 * Whether the other agency surely knows nothing of it yet: its own side reads all that it sends, and nobody else, who
 * may have told them, knew of it before.
 */
const isUntold = (
	difference: Difference,
	entries: readonly RecordedEvent[],
	{ by, at }: RecordedEvent,
): boolean =>
	withWhom(difference) === "another-agency" &&
	by?.side === "raising" &&
	difference.known.receiving === undefined &&
	Object.entries(difference.known).every(([side, since]) => side === "raising" || since === at) &&
	entries.every((entry) => entry.at <= at);

/** Who may give more time, and that until then the date is as it was. */
function sayDateStays(protocol: Protocol, { known }: Difference, names: Names): string[] {
	const sides = (protocol.clockRights.extend?.by ?? []).flatMap(({ side }) =>
		isAgencySide(side) && !(side in known) ? [] : [saySide(protocol, names, side)],
	);
	return sides.length > 0
		? [`The date stays as it is unless ${sayAny([...new Set(sides)])} gives more time.`]
		: [];
}

/** Whom what was sent went to, and that the other agency knows nothing of it yet. */
function sayWhoWasTold(
	protocol: Protocol,
	names: Names,
	followed: readonly RecordedEvent[],
	isUntold: boolean,
): string[] {
	const told = [...new Set(followed.flatMap((each) => (each.type === "sent" ? each.to : [])))];
	const sides = told.map((side) => saySide(protocol, names, side));
	return [
		...(sides.length > 0
			? [`${startingLarge(sayList(sides))} ${sides.length > 1 ? "have" : "has"} been told.`]
			: []),
		...(isUntold
			? [`${startingLarge(saySide(protocol, names, "receiving"))} has not been told.`]
			: []),
	];
}

function sayNow(
	protocol: Protocol,
	difference: Difference,
	names: Names,
	event: RecordedEvent,
	reader: string,
): string[] {
	const next = whatsNext(protocol, difference, names);
	const own = next.find(({ step }) => names.asked?.get(step.id)?.includes(reader));
	const first = own ?? next[0];
	const closed =
		difference.status.is === "ended"
			? [`It is closed as “${sayEnding(protocol, difference.status.ending)}”.`]
			: [];
	if (!first) return closed;
	const task = sayTask(protocol, names, first.step);
	// What was owed before it was done is not news.
	const isAsBefore =
		first.open.openedAt < event.at &&
		!(event.type === "step-given" && event.step === first.step.id);
	const owes = sayOwes(protocol, first.step);
	return [
		...closed,
		own
			? isAsBefore
				? `It is still your turn to ${task}.`
				: `Now it is your turn to ${task}.`
			: isAsBefore
				? `${startingLarge(first.who)} ${owes.replace(/^(is|may)/, "$1 still")} ${task}.`
				: `Now ${first.who} ${owes} ${task}.`,
	];
}
