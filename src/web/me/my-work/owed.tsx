import type { PartnershipClock } from "../../../actions/partnership-clock.ts";
import type { Calendar } from "../../../domain/calendar/calendar.ts";
import { whatIsOwed } from "../../../domain/difference/told/what-is-owed.ts";
import { sayWhom } from "../../../domain/difference/told/whom.ts";
import {
	namesOfSides,
	saySide,
	sayToRecord,
	withAgencyNames,
} from "../../../domain/difference/told/words.ts";
import { workingDaysLeft } from "../../../domain/difference/told/working-days-left.ts";
import type { Viewer } from "../../../domain/people/viewer.ts";
import {
	type Binding,
	bindingOf,
	isAgencySide,
	type Party,
	type Protocol,
	roleOf,
	stageTitle,
} from "../../../domain/protocol/protocol.ts";
import { londonTime } from "../../../domain/time.ts";
import type { OwedStep } from "../../../store/work.ts";
import { differencePath, stepPath } from "../../addresses.ts";
import { counted, daysBetween, shortDay } from "../../kit/dates.ts";
import { DueTag } from "../../kit/due-tag.tsx";
import type { Html } from "../../kit/html.ts";
import { say, speechNow, startingLarge } from "../../kit/say.tsx";
import { StatusTag } from "../../kit/status-tag.tsx";

/** Something owed, as a list says it. */
export type OwedWords = {
	differenceId: string;
	reference: string;
	/** Who raised it with whom: "Raised with Vale and Coast Police", "Raised by Oakfield Primary School". */
	between: string;
	/** Whom it is about; empty where that is not said. */
	whom: string;
	/** The child is said not to be safe now. */
	notSafe: boolean;
	/** The stage it stands at, and what it is about. */
	about: string;
	what: string;
	/** The page on which it is done. */
	doIt: string;
	/** The person it was given to, or who answers in its role. */
	who: string;
	/** ISO day; undefined when no clock runs on it. */
	due: string | undefined;
	/** How many there are until then, where the limit is counted in working days. */
	workingDays: number | undefined;
	/** What the date is. */
	binding: Binding;
	/** Its clock stands still. */
	paused: boolean;
	/** Whole days since it opened. */
	age: number;
	today: string;
	/** When the draft of it was saved, which everybody who may do it shares: ISO instant. */
	draftSavedAt?: string | undefined;
	/** When its owner is next reminded of it: "Reminder 13 Apr 2026". */
	reminder?: string | undefined;
	/** Sorts by due date, then by age. */
	order: string;
};

export function owedInWords(
	protocol: Protocol,
	owed: OwedStep,
	viewer: Viewer,
	{ now, partnership }: Pick<PartnershipClock, "now" | "partnership">,
	calendar: Calendar,
): OwedWords {
	const { stage, title, by } = whatIsOwed(protocol, owed);
	const due = owed.dueAt ? londonTime(owed.dueAt) : undefined;
	const today = now.toPlainDate().toString();
	const binding = bindingOf(owed.strength ?? "hard");
	const names = { agencies: namesOfSides(protocol, owed), speech: speechNow() };
	return {
		differenceId: owed.differenceId,
		reference: owed.reference,
		between: between(owed, viewer),
		whom: sayWhom(owed.about, partnership.peopleShownBy),
		notSafe: owed.notSafe,
		about: [
			stageTitle(protocol, stage),
			...owed.themes.map((theme) => protocol.themes[theme] ?? theme),
		].join(" · "),
		what: owed.toRecord
			? startingLarge(sayToRecord(protocol, names, { title }))
			: withAgencyNames(protocol, names, title),
		doIt: owed.toRecord
			? `${differencePath(owed.differenceId)}#childs-record`
			: owed.step
				? stepPath(owed.differenceId, owed.step)
				: differencePath(owed.differenceId),
		who:
			owed.personName ??
			(owed.toRecord
				? startingLarge(saySide(protocol, names, owed.side))
				: roleInWords(protocol, owed, by)),
		due: due?.toPlainDate().toString(),
		workingDays:
			due && owed.clock !== null
				? workingDaysLeft(protocol, calendar, owed.clock, today, due.toPlainDate().toString())
				: undefined,
		binding,
		paused: owed.paused,
		age: daysBetween(londonTime(owed.openedAt).toPlainDate(), today),
		today,
		order: `${owed.notSafe ? 0 : 1} ${owed.dueAt ?? "9999"} ${owed.openedAt}`,
	};
}

function between({ raising, receiving }: OwedStep, { agencyName }: Viewer): string {
	const isOwn = agencyName === raising;
	if (receiving === null) return isOwn ? say`With no other agency` : say`Raised by ${raising}`;
	if (receiving === raising) return isOwn ? say`Within your agency` : say`Within ${raising}`;
	if (isOwn) return say`Raised with ${receiving}`;
	return agencyName === receiving
		? say`Raised by ${raising}`
		: say`Raised by ${raising} with ${receiving}`;
}

/** "a senior manager of Vale and Coast Police", "the Business Unit" */
function roleInWords(protocol: Protocol, owed: OwedStep, by: Party): string {
	const { called } = roleOf(protocol, by);
	return isAgencySide(by.side)
		? say`A ${called} of ${saySide(protocol, { agencies: namesOfSides(protocol, owed) }, by.side)}`
		: called;
}

/** How long there is; without a clock, how long it has been open. */
export const When = ({ owed }: { owed: OwedWords }): Html => (
	<>
		<DueOrAge owed={owed} />
		{owed.reminder && (
			<>
				<br />
				<span class="govuk-hint">{owed.reminder}</span>
			</>
		)}
	</>
);

function DueOrAge({ owed }: { owed: OwedWords }): Html {
	const { due, today, age, binding } = owed;
	if (owed.paused) return <StatusTag text={say`Time stands still`} />;
	if (due !== undefined)
		return (
			<>
				<DueTag due={due} today={today} binding={binding} workingDays={owed.workingDays} />
				<br />
				{shortDay(due)}
			</>
		);
	return <StatusTag text={age === 0 ? say`Opened today` : say`Open for ${counted(age, "day")}`} />;
}
