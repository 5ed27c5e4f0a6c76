import { type PeopleShownBy, sayWhom } from "../../../domain/difference/told/whom.ts";
import { sayOtherAgency } from "../../../domain/difference/told/words.ts";
import type { Viewer } from "../../../domain/people/viewer.ts";
import { londonTime } from "../../../domain/time.ts";
import type { Days, OnDesk } from "../../../reports/business-unit-desk.ts";
import { deskPaths, movePath, stepPath } from "../../addresses.ts";
import { counted, shortDay } from "../../kit/dates.ts";
import { DueTag } from "../../kit/due-tag.tsx";
import type { FormState } from "../../kit/form.ts";
import type { Html } from "../../kit/html.ts";
import { say, speechNow } from "../../kit/say.tsx";
import type { Cell, Column } from "../../kit/sortable-table.tsx";
import { StatusTag } from "../../kit/status-tag.tsx";
import { Unseen } from "../../kit/text.tsx";
import { Reference } from "../../parts/difference/reference.tsx";

/** The input for what is to be reminded of: see `owedValue`. */
export const toRemind = "owed";

/** A step that somebody owes in a difference, as a form sends it. */
export const owedValue = ({ id, step }: Pick<OnDesk, "id" | "step">): string => `${id} ${step}`;

/** The same columns in every part of the desk. A table is worth ordering when it cannot be taken in at a glance. */
export const columns = (rows: number): Column[] => [
	...[say`Reference`, say`Raised by, with, about`].map((text) => ({ text, sortable: rows > 3 })),
	{ text: say`What is owed` },
	...[say`Owed for`, say`Due`, say`Taken by`].map((text) => ({ text, sortable: rows > 3 })),
];

type Shown = {
	today: Temporal.PlainDate;
	shownBy: PeopleShownBy;
	viewer: Pick<Viewer, "id">;
	readOnly: boolean;
	form: FormState;
};

/** One duty as a row. */
export function cellsOf(row: OnDesk, shown: Shown): Cell[] {
	const whom = sayWhom(row.about, shown.shownBy);
	return [
		{
			content: (
				<Reference id={row.id} reference={row.reference} notSafe={row.notSafe} whom={whom} />
			),
			sort: row.reference,
		},
		<>
			{row.raising}
			<br />
			{row.receiving === null || row.receiving === row.raising
				? sayOtherAgency(row, { speech: speechNow() })
				: say`with ${row.receiving}`}
			{row.themes && (
				<>
					<br />
					<span class="govuk-hint">{row.themes}</span>
				</>
			)}
		</>,
		<Owed row={row} {...shown} />,
		{
			content: row.waited.days === 0 ? say`Since today` : sayDays(row.waited),
			sort: row.waited.days,
		},
		{ content: <Due row={row} today={shown.today} />, sort: row.dueAt ?? "9999" },
		{ content: <Taken row={row} {...shown} />, sort: row.takenBy?.name ?? "" },
	];
}

const sayDays = ({ days, working }: Days): string => counted(days, working ? "working day" : "day");

/** What is owed and by whom; what the office can do about it now. */
const Owed = ({ row, readOnly, form, today }: Shown & { row: OnDesk }): Html => {
	const { act, waitingFor, what } = row;
	const isOwn = waitingFor === undefined;
	return (
		<>
			{!isOwn && (what ? say`Waiting for ${waitingFor}: ${what}` : say`Waiting for ${waitingFor}`)}
			{isOwn && (readOnly || !act) && what}
			{act && !readOnly && (
				<>
					{!isOwn && <br />}
					<a
						class="govuk-link govuk-!-font-weight-bold"
						href={"step" in act ? stepPath(row.id, act.step) : movePath(row.id, act.move)}
					>
						{act.title}
						<Unseen>: {row.reference}</Unseen>
					</a>
				</>
			)}
			{row.remindedOn !== null && (
				<>
					<br />
					<span class="govuk-hint">
						{row.remindedOn === today.toString()
							? say`Reminded today`
							: say`Reminded on ${shortDay(row.remindedOn)}`}
					</span>
				</>
			)}
			{row.mayRemind && !readOnly && <RemindBox row={row} form={form} />}
		</>
	);
};

const RemindBox = ({ row, form }: { row: OnDesk; form: FormState }): Html => {
	const id = `remind-${row.reference}-${row.step}`;
	return (
		<div
			class="govuk-checkboxes govuk-checkboxes--small concord-not-printed"
			data-module="govuk-checkboxes"
		>
			<div class="govuk-checkboxes__item">
				<input
					class="govuk-checkboxes__input"
					id={id}
					name={toRemind}
					type="checkbox"
					value={owedValue(row)}
					checked={[form.values[toRemind]].flat().includes(owedValue(row))}
				/>
				<label class="govuk-label govuk-checkboxes__label" for={id}>
					{say`Remind${(
						<Unseen>
							: {row.reference}, {row.what}
						</Unseen>
					)}`}
				</label>
			</div>
		</div>
	);
};

/** By when, in the days that its limit counts, and on which day. */
const Due = ({ row, today }: { row: OnDesk; today: Temporal.PlainDate }): Html => {
	if (row.paused) return <StatusTag text={say`Time stands still`} />;
	const due = row.dueAt === null ? undefined : londonTime(row.dueAt).toPlainDate();
	return (
		<>
			{row.lateBy ? (
				<StatusTag text={say`Overdue by ${sayDays(row.lateBy)}`} tone="late" />
			) : (
				<DueTag due={due} today={today} binding={row.dueIs} workingDays={row.workingDays} />
			)}
			{due && (
				<>
					<br />
					{shortDay(due)}
				</>
			)}
		</>
	);
};

/** Who of the office has it, and a button to take it, to take it over or to give it back. */
const Taken = ({ row: { id, reference, takenBy }, viewer, readOnly }: Shown & { row: OnDesk }) => {
	const isMine = takenBy?.id === viewer.id;
	return (
		<>
			{takenBy && (isMine ? say`You` : takenBy.name)}
			{!readOnly && (
				<>
					{takenBy && <br />}
					<button
						type="submit"
						class="concord-link-button concord-not-printed"
						formaction={isMine ? deskPaths.release : deskPaths.take}
						name="difference"
						value={id}
					>
						{isMine ? say`Give it back` : takenBy ? say`Take it over` : say`Take it`}
						<Unseen>: {reference}</Unseen>
					</button>
				</>
			)}
		</>
	);
};
