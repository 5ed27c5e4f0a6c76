import type { App } from "../../../actions/app.ts";
import { changePage } from "../../../actions/change-clock.ts";
import type { OpenedDifference } from "../../../actions/open-difference.ts";
import { dueDate } from "../../../domain/calendar/due-date.ts";
import type { ChangeOfClock } from "../../../domain/difference/acts/change-clock.ts";
import {
	doubtAbout,
	expectedDays,
	usualReach,
} from "../../../domain/difference/acts/expected-days.ts";
import type { Finding } from "../../../domain/difference/acts/findings.ts";
import type { RunningClock } from "../../../domain/difference/difference.ts";
import { sayDue } from "../../../domain/difference/told/words.ts";
import type { WayToChange } from "../../../domain/difference/who/may-act.ts";
import type { Viewer } from "../../../domain/people/viewer.ts";
import type { Answer, Answers } from "../../../domain/protocol/answers.ts";
import {
	type Clock,
	type Field,
	fieldOf,
	onlyOutcome,
	reasonForChange,
} from "../../../domain/protocol/protocol.ts";
import { said } from "../../../domain/said.ts";
import { isEndOfDay, londonTime } from "../../../domain/time.ts";
import { say } from "../../kit/say.tsx";
import { type AskedAct, newDate } from "../../parts/act/asked-act.ts";
import { chosenFiles } from "../../parts/act/chosen-files.tsx";
import { changeTitles } from "../../parts/difference/change-titles.ts";
import type { Question } from "../../parts/fields/question.ts";
import { typedSoFar } from "../../parts/typed-so-far.ts";

/** A change of a clock that somebody may make. */
export type Change = { rule: Clock; clock: RunningClock; how: WayToChange };

/** What a change asks: the new day where it has one, and always the reason. */
export async function askChange(
	app: App,
	viewer: Viewer,
	opened: OpenedDifference,
	change: Change,
): Promise<AskedAct> {
	const { rule, how } = change;
	const page = changePage(rule.id, how);
	const { values, key, savedAt } = await typedSoFar(app, viewer, {
		differenceId: opened.header.id,
		page,
	});
	const date = dateField(opened, change);
	const { protocol } = opened;
	const fields = [...(date ? [date] : []), fieldOf(protocol, reasonForChange)];
	return {
		// The new date is a question of this page and of no protocol; its pages read it like any other.
		opened: date
			? { ...opened, protocol: { ...protocol, fields: { ...protocol.fields, [date.id]: date } } }
			: opened,
		act: { change: rule },
		page,
		title: changeTitles()[how],
		questions: fields.map(
			(field): Question => ({
				field,
				name: field.id,
				label: field.label,
				people: [],
				...(field.id === newDate && {
					findings: (answer) => newDateFindings(opened, change, answer),
				}),
			}),
		),
		files: await chosenFiles(app, {
			owner: viewer.id,
			differenceId: opened.header.id,
			page,
		}),
		endings: [
			{
				id: onlyOutcome,
				say: changeTitles()[how],
				questions: [],
				outcome: {
					id: onlyOutcome,
					say: changeTitles()[how],
					asks: [],
					askedIf: {},
					copies: [],
					whenDone: [],
					counts: false,
					stillDue: false,
					blank: false,
					leadsTo: [{ go: "stay" }],
				},
			},
		],
		values,
		draft: values,
		draftKey: key,
		savedAt,
		isShared: false,
		leftOver: {},
	};
}

/** Whether a change asks for a new date; a pause and its end do not. */
export const asksForDate = (how: WayToChange): boolean =>
	how === "extend" || how === "bring-forward";

/** The new day, and its time where hours count. */
function dateField(opened: OpenedDifference, { clock, how }: Change): Field | undefined {
	if (!asksForDate(how)) return undefined;
	return {
		id: newDate,
		type: hasTime(clock) ? "moment" : "day",
		label: say`When must it be done by?`,
		hint: how === "extend" ? sayLatest(opened, clock) : undefined,
		optional: false,
	};
}

/** A new date is one that somebody is to keep. One that the rules will not have is theirs to refuse. */
function newDateFindings(
	opened: OpenedDifference,
	{ clock, how }: Change,
	answer: Answer,
): Finding[] {
	const given = String(answer);
	const due = londonTime(clock.due.due).toPlainDate().toString();
	const last = latest(opened, clock)?.day;
	if (how === "extend" ? given <= due || (last && given > last) : given > due) return [];
	const expected = expectedDays(opened.calendar, usualReach.agreed, undefined, opened.here.now);
	const says = doubtAbout(expected, said`the new date`, given);
	return says ? [{ at: "", says, doubted: given }] : [];
}

/** Days end with the day; what is due sooner counts hours, or has a time of its own. */
const hasTime = ({ due }: RunningClock): boolean => !isEndOfDay(londonTime(due.due));

/** How far it may be put off at the most, where that is limited. */
function latest({ protocol, calendar }: OpenedDifference, { firstDue }: RunningClock) {
	const atMost = protocol.clockRights.extend?.atMost;
	return atMost && dueDate(londonTime(firstDue.due), atMost, calendar);
}

function sayLatest(opened: OpenedDifference, clock: RunningClock): string | undefined {
	const due = latest(opened, clock);
	return due && say`At the latest ${sayDue(due)}.`;
}

/** What a form asks for, as the rule takes it. */
export const changeAsked = (
	{ rule, how }: Change,
	{ [newDate]: until, ...answers }: Answers,
): ChangeOfClock => ({ clock: rule.id, how, ...(typeof until === "string" && { until }), answers });
