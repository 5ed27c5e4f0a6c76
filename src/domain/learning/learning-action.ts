import type { Calendar } from "../calendar/calendar.ts";
import type { IsoDay } from "../calendar/iso-day.ts";
import { addWorkingDays } from "../calendar/working-days.ts";
import type { Duty } from "../people/who-answers.ts";

/** What asked for an action: the subgroup's decision on a report, or a lesson. */
export type AskedBy = { report: string } | { lesson: string };

/** Something that an agency is to do so that what was learned changes something. */
export type LearningAction = {
	id: string;
	askedBy: AskedBy;
	what: string;
	/** What will show that it was done; null where nobody was asked. */
	shownBy: string | null;
	agency: { id: string; name: string };
	/** Who does it there; null where whoever answers for the agency does. */
	person: { id: string; name: string } | null;
	dueOn: IsoDay;
	state: "open" | "done" | "not-done";
	/** What was done and what shows it, or why it will not be; null while it is open. */
	result: string | null;
	agreedOn: IsoDay;
	/** ISO instant, and the day; null while it is open. */
	closedAt: string | null;
	closedOn: IsoDay | null;
	/** When its owner was last reminded. */
	chasedOn: IsoDay | null;
};

export const isLateAction = (
	{ state, dueOn }: Pick<LearningAction, "state" | "dueOn">,
	today: IsoDay,
): boolean => state === "open" && dueOn < today;

/** How many working days before its day an action is first spoken of, and how often after that. */
const firstBefore = 5;
const againAfter = 5;

/**
 * Whether its owner is to be reminded today: shortly before the day, on it, as soon as it has passed, and every week from
 * then, each once.
 */
export function isToBeChased(
	{ state, dueOn, chasedOn }: Pick<LearningAction, "state" | "dueOn" | "chasedOn">,
	today: IsoDay,
	calendar: Calendar,
): boolean {
	if (state !== "open") return false;
	const first = addWorkingDays(dueOn, -firstBefore, calendar);
	if (today < first) return false;
	if (chasedOn === null) return true;
	if (today < dueOn) return false;
	if (chasedOn <= dueOn) return chasedOn < dueOn || dueOn < today;
	return addWorkingDays(chasedOn, againAfter, calendar) <= today;
}

/** Whose an action is: the person's whom it names, else of whoever answers for the agency; they may also do what it names one of them for. */
export const dutyOfAction = ({
	agency,
	person,
}: {
	agency: Pick<LearningAction["agency"], "id">;
	person: Pick<NonNullable<LearningAction["person"]>, "id"> | null;
}): Duty => ({
	agency: agency.id,
	office: null,
	level: "manager",
	posts: [],
	post: null,
	proxy: true,
	person: person?.id ?? null,
	named: person ? [person.id] : [],
	barred: [],
});
