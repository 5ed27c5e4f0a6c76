import type { Calendar } from "../../calendar/calendar.ts";
import { sayMoment } from "../../calendar/day-in-words.ts";
import { sayDay } from "../../calendar/iso-day.ts";
import { isNhsNumber, sayNhsNumber } from "../../nhs-number.ts";
import type { Answer, Child, PromisedAction, TableRow } from "../../protocol/answers.ts";
import {
	cellsOf,
	type Field,
	isDueDay,
	mayLieAhead,
	type Protocol,
} from "../../protocol/protocol.ts";
import { londonTime, zone } from "../../time.ts";
import {
	doubtAbout,
	expectedDays,
	type Reach,
	reachOf,
	sayTyped,
	usualReach,
} from "./expected-days.ts";

/** What is found in an answer that reads well: it cannot be, or whoever entered it is asked whether it is right. */
export type Finding = {
	/** Where in it: empty for the answer itself, else a row and its column, as `readAnswers` names them: `0-dateOfBirth`. */
	at: string;
	/** A sentence without its full stop. */
	says: string;
	/** What is asked about; saying that this is right is enough. Undefined for what cannot be. */
	doubted?: string | undefined;
};

/** What findings go by. */
export type FindingIn = {
	protocol: Protocol;
	calendar: Calendar;
	/** ISO instant; undefined while it is being raised. */
	raisedAt?: string | undefined;
	/** When the answer that is put right was entered first: ISO instant. */
	enteredAt?: string | undefined;
	now: Temporal.ZonedDateTime;
};

/**
 * Why a day or a moment cannot be, as a sentence without its full stop: nobody could keep a day that has passed, and no
 * talk was in the future. Of an answer that is put right, that is so at the time at which it was entered first.
 *
 * @param entered that time; undefined for one that is entered now
 */
export function impossibleTime(
	protocol: Protocol,
	field: Field,
	answer: Answer,
	now: Temporal.ZonedDateTime,
	entered?: Temporal.ZonedDateTime | undefined,
): string | undefined {
	if ((field.type !== "day" && field.type !== "moment") || typeof answer !== "string")
		return undefined;
	const local = (entered ?? now).withTimeZone(zone).toPlainDateTime();
	const first = (said: string) => `${said}, when it was entered,`;
	const present = answer.includes("T")
		? local.toString({ smallestUnit: "minute" })
		: local.toPlainDate().toString();
	if (isDueDay(protocol, field.id) && answer < present)
		return `“${field.label}” must be ${entered ? first(sayDay(local.toPlainDate().toString())) : "today"} or a later day`;
	return field.type === "moment" && !mayLieAhead(protocol, field) && answer > local.toString()
		? `“${field.label}” must be ${entered ? first(sayMoment(local)) : "now"} or earlier`
		: undefined;
}

/**
 * What is found in an answer to a field.
 *
 * @param earlier the answer that was offered as a start: what was entered before is not asked about again
 */
export function findingsIn(
	{ protocol, calendar, raisedAt, enteredAt, now }: FindingIn,
	field: Field,
	answer: Answer,
	earlier?: Answer,
): Finding[] {
	const entered = enteredAt === undefined ? undefined : londonTime(enteredAt);
	const wrong = impossibleTime(protocol, field, answer, now, entered);
	if (wrong) return [{ at: "", says: wrong }];
	const before = enteredIn(earlier);
	const day = (at: string, label: string, given: string, reach: Reach): Finding[] => {
		if (given === "" || before.has(given)) return [];
		const says = doubtAbout(expectedDays(calendar, reach, raisedAt, now), label, given);
		return says ? [{ at, says, doubted: given }] : [];
	};
	const identifier = (at: string, given: string): Finding[] =>
		isNhsNumber(given) === false && !before.has(given)
			? [
					{
						at,
						says: `Check the NHS number: the last number of ${sayNhsNumber(given)} does not fit the others, so one may be wrong`,
						doubted: given,
					},
				]
			: [];
	const cells = (at: string, row: TableRow = {}): Finding[] =>
		Object.entries(cellsOf(field)).flatMap(([name, { type, label }]) =>
			type === "day" ? day(at + name, `“${label}”`, row[name] ?? "", usualReach.inRow) : [],
		);
	switch (field.type) {
		case "day":
		case "moment":
			return day("", `“${field.label}”`, answer as string, reachOf(protocol, field));
		case "children":
		case "adults":
			return (answer as Child[]).flatMap((child, row) => [
				...day(
					`${row}-dateOfBirth`,
					child.unborn ? "the expected date" : "the date of birth",
					child.dateOfBirth,
					field.type === "adults"
						? usualReach.adultsBirth
						: child.unborn
							? usualReach.expectedBirth
							: usualReach.childsBirth,
				),
				...identifier(`${row}-identifier`, child.identifier),
				...cells(`${row}-facts-`, child.facts),
			]);
		case "table":
			return (answer as TableRow[]).flatMap((cell, row) => cells(`${row}-`, cell));
		case "actions":
			return (answer as PromisedAction[]).flatMap(({ by }, row) =>
				day(`${row}-by`, "by when", by, usualReach.action),
			);
		default:
			return [];
	}
}

/** Every text in an answer. */
function enteredIn(answer: unknown): Set<string> {
	if (typeof answer === "string") return new Set([answer]);
	if (typeof answer !== "object" || answer === null) return new Set();
	return new Set(Object.values(answer).flatMap((part) => [...enteredIn(part)]));
}

/** What was doubted, as people say it: a day, a moment, or an NHS number. */
export const sayGiven = (doubted: string): string =>
	/^\d{4}-\d\d-\d\d/.test(doubted) ? sayTyped(doubted) : sayNhsNumber(doubted);
