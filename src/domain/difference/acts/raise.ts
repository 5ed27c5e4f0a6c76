import { saidDay } from "../../calendar/day-in-words.ts";
import { dueDate } from "../../calendar/due-date.ts";
import type { Actor } from "../../people/viewer.ts";
import { isOfRank } from "../../people/who-answers.ts";
import type { Answers } from "../../protocol/answers.ts";
import { askedNow, type WhatIsAsked } from "../../protocol/condition.ts";
import {
	type CountsFrom,
	fieldOf,
	type Protocol,
	type Way,
	waysOf,
} from "../../protocol/protocol.ts";
import { saidWithin } from "../../protocol/within.ts";
import { Refusal } from "../../refusal.ts";
import { type Said, said } from "../../said.ts";
import { londonTime, zone } from "../../time.ts";
import { oneThatCounts, parseMoment } from "../consequences/clock-dates.ts";
import { Transition } from "../consequences/transition.ts";
import { beginning, type Header, type RecordedEvent } from "../difference.ts";
import type { By, Entered } from "../events.ts";
import type { Rules } from "../rules.ts";
import { checkAnswers } from "./check-answers.ts";
import { involve } from "./involve.ts";

/** An emergency contact that was rung before or while the difference was raised. */
export type UrgentContact = {
	/** The number, as the protocol gives it. */
	call: string;
	/** Local date and time, ISO without zone. */
	madeAt: string;
};

/**
 * A difference begins.
 *
 * @param opening its identity, and the two agencies
 * @param wayId one of the other ways to begin; left out for the usual one
 * @param inDanger whether whoever raises it says that the child is in danger now; so does every call that was made
 * @throws Refusal 'unknown-way' | 'no-such-agency' | 'same-agency' | 'wrong-agency' | 'not-your-agency' | 'not-yours' | 'wrong-answers' | 'too-late' | 'reason-missing'
 * @see protocol file, "raise"
 */
export function raise(
	rules: Rules,
	header: Header,
	answers: Answers,
	urgentContacts: UrgentContact[],
	by: Actor,
	now: Temporal.ZonedDateTime,
	wayId?: string | undefined,
	inDanger = false,
): RecordedEvent[] {
	const { protocol } = rules;
	const way = wayToBegin(protocol, wayId);
	if (by.agencyId !== header.raisingAgency)
		throw new Refusal("not-your-agency", "You can raise a difference only for your own agency.");
	if (!mayBegin(protocol, way, by))
		throw new Refusal("not-yours", "Your role does not raise differences under this protocol.");
	const transition = begun(rules, header, way, answers, { person: by.id, side: "raising" }, now);
	for (const contact of urgentContacts)
		transition.add({ type: "urgent-contact-made", ...contact }, ["raising"]);
	if (inDanger || urgentContacts.length > 0)
		transition.add({ type: "safety-said", safe: false, answers: {} }, ["raising"]);
	transition.begin(way);
	return transition.events;
}

/**
 * It is raised, and nothing has followed from it yet.
 *
 * @param entered where it came on paper: who entered it, and when it was received, which is when it was raised unless
 *   the protocol asks for that
 * @throws Refusal 'no-such-agency' | 'same-agency' | 'wrong-agency' | 'wrong-answers' | 'too-late' | 'reason-missing'
 */
export function begun(
	rules: Rules,
	header: Header,
	way: Way,
	answers: Answers,
	by: By,
	now: Temporal.ZonedDateTime,
	entered?: Entered | undefined,
): Transition {
	const { protocol } = rules;
	if (otherAgency(way, header.raisingAgency, header.receivingAgency) !== header.receivingAgency)
		throw new Refusal(
			"wrong-agency",
			way.with === "no-agency"
				? said`This is raised with no other agency.`
				: said`This is raised inside your own agency.`,
		);
	const came = entered ? londonTime(entered.receivedAt) : now;
	const asked = askedNow(asksOfWay(way, answers), { way: way.id, answers: {} }, answers);
	const read = checkAnswers(rules, asked, answers, now, entered && came);
	const given = whenRaised(way, read, came);
	if (given && Temporal.ZonedDateTime.compare(given, came) > 0)
		throw new Refusal("wrong-answers", sayNotYet(protocol, way));
	checkWindow(rules, way, read, came);
	const raisedAt = given ?? (entered && came);
	const transition = new Transition(rules, beginning(header), now, { by, entered });
	transition.add(
		{
			type: "raised",
			answers: read,
			...(way.id !== undefined && { way: way.id }),
			...(raisedAt && { raisedAt: raisedAt.toInstant().toString() }),
		},
		["raising"],
	);
	involve(transition, protocol, read);
	transition.answered(read);
	transition.happened({ is: "raised" }, raisedAt);
	return transition;
}

/** @param id one of the other ways; undefined for the usual one. @throws Refusal 'unknown-way' */
export function wayToBegin(protocol: Protocol, id: string | undefined): Way {
	const way = waysOf(protocol).find((each) => each.id === id);
	if (!way) throw new Refusal("unknown-way", "Choose what you want to do first.");
	return way;
}

/**
 * The agency on the other side of what is begun in a way: the raiser's own where it is a matter of one agency, null where
 * there is none.
 *
 * @param chosen the other agency, where one was chosen
 * @throws Refusal 'no-such-agency' | 'same-agency'
 */
export function otherAgency(
	way: Pick<Way, "with">,
	raisingAgency: string,
	chosen: string | null,
): string | null {
	if (way.with !== "another-agency") return way.with === "own-agency" ? raisingAgency : null;
	if (chosen === null) throw new Refusal("no-such-agency", "Choose an agency from the list.");
	if (chosen === raisingAgency)
		throw new Refusal(
			"same-agency",
			"A difference inside one agency is settled inside that agency, with your manager or safeguarding lead.",
		);
	return chosen;
}

/** Whether somebody's role begins a difference in this way. */
export const mayBegin = (
	{ roles }: Protocol,
	way: Way,
	by: Pick<Actor, "level" | "safeguardingLead" | "offices">,
): boolean =>
	way.by.some((id) => {
		const role = roles[id];
		return (
			role?.level !== undefined &&
			isOfRank(by, role.level) &&
			(role.post === undefined || by.offices.includes(role.post))
		);
	});

/**
 * When it was raised, as whoever enters it says; a day counts from its beginning.
 *
 * @returns undefined where it is raised as it is entered: nothing else is said, or today
 */
export function whenRaised(
	{ raisedAt }: Way,
	answers: Answers,
	now: Temporal.ZonedDateTime,
): Temporal.ZonedDateTime | undefined {
	const said = raisedAt === undefined ? undefined : answers[raisedAt];
	return said === now.withTimeZone(zone).toPlainDate().toString() ? undefined : parseMoment(said);
}

/** What is told by word of mouth is entered within days: what is said to be longer ago may be a slip of the pen. */
const longAgo = { days: 14 };

/** Whether it is said to have been raised so long ago that whoever enters it is asked to look again. */
export const isRaisedLongAgo = (
	way: Way,
	answers: Answers,
	now: Temporal.ZonedDateTime,
): boolean => {
	const raised = whenRaised(way, answers, now);
	return raised !== undefined && Temporal.ZonedDateTime.compare(raised, now.subtract(longAgo)) < 0;
};

/** What is wrong with a time of raising that lies ahead. */
export const sayNotYet = (protocol: Protocol, { raisedAt = "" }: Way): string =>
	`“${fieldOf(protocol, raisedAt).label}” must be now or earlier.`;

/** What a way to begin asks. The reason for raising it late is read where one is given. */
const asksOfWay = ({ asks, askedIf, window }: Way, given: Answers): WhatIsAsked => ({
	asks: [
		...new Set([
			...asks,
			...(window?.because && given[window.because] !== undefined ? [window.because] : []),
		]),
	],
	askedIf,
});

/** Whether it is raised in the time that the protocol leaves for it. @throws Refusal 'too-late' | 'reason-missing' */
function checkWindow(rules: Rules, way: Way, answers: Answers, now: Temporal.ZonedDateTime): void {
	const late = raisedLate(rules, way, answers, now);
	if (!late) return;
	if (late.refused)
		throw new Refusal(
			"too-late",
			said`${late.says} Ask your partnership’s office what else you can do.`,
		);
	const because = way.window?.because;
	if (because && answers[because] === undefined)
		throw new Refusal(
			"reason-missing",
			said`${late.says} You can still raise it: answer “${fieldOf(rules.protocol, because).label}”.`,
		);
}

/**
 * Whether the time to raise it has passed, as far as it can be told yet.
 *
 * @returns `refused` when it cannot be raised any more, and when that time ended, in words; undefined while
 *   it can be raised as usual, or its day is not answered; of the later of two days, while one is not
 */
export function raisedLate(
	{ calendar }: Rules,
	way: Way,
	answers: Answers,
	now: Temporal.ZonedDateTime,
): { refused: boolean; says: Said } | undefined {
	const { window } = way;
	const days = window?.from.map((field) => parseMoment(answers[field])) ?? [];
	const from = window && oneThatCounts(days, window.countsFrom);
	if (!window || !from) return undefined;
	const last = dueDate(from, window.within, calendar);
	const raised = whenRaised(way, answers, now) ?? now;
	if (Temporal.Instant.compare(raised.toInstant(), last.due) <= 0) return undefined;
	const by = said`This had to be raised by ${saidDay(last.day)}: ${saidWithin(window.within)} from ${saidDay(from.toPlainDate().toString())}`;
	const because = saidWhichCounts(by, window.countsFrom, days.length);
	return {
		refused: window.refused,
		says:
			window.wording === undefined
				? said`${because}.`
				: said`${because}, in its own words “${window.wording}”.`,
	};
}

/** Which of several days it is counted from. */
function saidWhichCounts(by: Said, counts: CountsFrom, of: number): Said {
	if (counts === "first") return by;
	if (of > 2)
		return counts === "later" ? said`${by}, the latest day` : said`${by}, the earliest day`;
	return counts === "later" ? said`${by}, the later day` : said`${by}, the earlier day`;
}
