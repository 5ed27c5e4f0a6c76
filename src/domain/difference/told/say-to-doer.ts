import { sayAny, sayList, startingLarge } from "../../english.ts";
import { isAgencySide, type Protocol } from "../../protocol/protocol.ts";
import { sayTo } from "../../said.ts";
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
			return sayTo(names)`You raised it`;
		case "step-done":
			return event.by
				? sayDone(protocol, names, { ...event, by: event.by }, sayTo(names)`You`)
				: sayEvent(protocol, names, event);
		default:
			return sayEvent(protocol, names, event, sayTo(names)`You`);
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
		? [sayTo(names)`The date stays as it is unless ${sayAny([...new Set(sides)])} gives more time.`]
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
	const say = sayTo(names);
	const all = startingLarge((names.speech?.list ?? sayList)(sides));
	return [
		...(sides.length > 1 ? [say`${all} have been told.`] : []),
		...(sides.length === 1 ? [say`${all} has been told.`] : []),
		...(isUntold
			? [say`${startingLarge(saySide(protocol, names, "receiving"))} has not been told.`]
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
	const say = sayTo(names);
	const own = next.find(({ step }) => names.asked?.get(step.id)?.includes(reader));
	const first = own ?? next[0];
	const closed =
		difference.status.is === "ended"
			? [say`It is closed as “${sayEnding(protocol, difference.status.ending)}”.`]
			: [];
	if (!first) return closed;
	const task = sayTask(protocol, names, first.step);
	// What was owed before it was done is not news.
	const isAsBefore =
		first.open.openedAt < event.at &&
		!(event.type === "step-given" && event.step === first.step.id);
	const mayOnly = sayOwes(protocol, first.step) === "may";
	const sayTurn = () => {
		if (own)
			return isAsBefore
				? say`It is still your turn to ${task}.`
				: say`Now it is your turn to ${task}.`;
		const who = isAsBefore ? startingLarge(first.who) : first.who;
		if (isAsBefore)
			return mayOnly ? say`${who} may still ${task}.` : say`${who} is still asked to ${task}.`;
		return mayOnly ? say`Now ${who} may ${task}.` : say`Now ${who} is asked to ${task}.`;
	};
	return [...closed, sayTurn()];
}
