import type { Calendar } from "../../calendar/calendar.ts";
import { saidDay, saidMoment } from "../../calendar/day-in-words.ts";
import { isNhsNumber, sayNhsNumber } from "../../nhs-number.ts";
import type { Answer, Child, PromisedAction, TableRow } from "../../protocol/answers.ts";
import {
	cellsOf,
	type Field,
	isDueDay,
	mayLieAhead,
	type Protocol,
} from "../../protocol/protocol.ts";
import { type Said, type SaidTime, said } from "../../said.ts";
import { londonTime, zone } from "../../time.ts";
import {
	doubtAbout,
	expectedDays,
	type Reach,
	reachOf,
	saidTyped,
	usualReach,
} from "./expected-days.ts";

/** What is found in an answer that reads well: it cannot be, or whoever entered it is asked whether it is right. */
export type Finding = {
	/** Where in it: empty for the answer itself, else a row and its column, as `readAnswers` names them: `0-dateOfBirth`. */
	at: string;
	/** A sentence without its full stop. */
	says: Said;
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
): Said | undefined {
	if ((field.type !== "day" && field.type !== "moment") || typeof answer !== "string")
		return undefined;
	const local = (entered ?? now).withTimeZone(zone).toPlainDateTime();
	const present = answer.includes("T")
		? local.toString({ smallestUnit: "minute" })
		: local.toPlainDate().toString();
	if (isDueDay(protocol, field.id) && answer < present)
		return entered
			? said`“${field.label}” must be ${saidDay(local.toPlainDate().toString())}, when it was entered, or a later day`
			: said`“${field.label}” must be today or a later day`;
	if (field.type !== "moment" || mayLieAhead(protocol, field) || answer <= local.toString())
		return undefined;
	return entered
		? said`“${field.label}” must be ${saidMoment(local)}, when it was entered, or earlier`
		: said`“${field.label}” must be now or earlier`;
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
	const day = (at: string, label: string | Said, given: string, reach: Reach): Finding[] => {
		if (given === "" || before.has(given)) return [];
		const says = doubtAbout(expectedDays(calendar, reach, raisedAt, now), label, given);
		return says ? [{ at, says, doubted: given }] : [];
	};
	const identifier = (at: string, given: string): Finding[] =>
		isNhsNumber(given) === false && !before.has(given)
			? [
					{
						at,
						says: said`Check the NHS number: the last number of ${sayNhsNumber(given)} does not fit the others, so one may be wrong`,
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
					child.unborn ? said`the expected date` : said`the date of birth`,
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
				day(`${row}-by`, said`by when`, by, usualReach.action),
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
export const saidGiven = (doubted: string): SaidTime | string =>
	/^\d{4}-\d\d-\d\d/.test(doubted) ? saidTyped(doubted) : sayNhsNumber(doubted);
