import type { CalendarPreview, Moves } from "../../../actions/change-calendar.ts";
import { sayDayChanges } from "../../../domain/calendar/changes-in-words.ts";
import { sayNumber } from "../../../domain/english.ts";
import type { CalendarChange } from "../../../store/calendar-changes.ts";
import { calendarPaths, workingDaysPath } from "../../addresses.ts";
import { counted, countedOfAll, shortDay } from "../../kit/dates.ts";
import type { FormErrors } from "../../kit/form.ts";
import { govukButton, govukInsetText } from "../../kit/govuk.ts";
import type { Html } from "../../kit/html.ts";
import { Layout } from "../../kit/layout.tsx";
import type { PageFrame } from "../../kit/page-frame.ts";
import { PostForm } from "../../kit/post-form.tsx";
import { say, speechNow, startingLarge } from "../../kit/say.tsx";
import { SortableTable } from "../../kit/sortable-table.tsx";
import { Bullets, Link } from "../../kit/text.tsx";

/** What a change of calendar would do, before it is applied, or what it did. */
export const PreviewPage = ({
	frame,
	preview,
	errors,
}: {
	frame: PageFrame;
	preview: CalendarPreview;
	errors?: FormErrors | undefined;
}): Html => {
	const { change, before, stale } = preview;
	const applied = change.number !== null;
	return (
		<Layout
			frame={frame}
			title={applied ? say`Working days changed` : say`Check the change to working days`}
			errors={errors}
			back={{ href: workingDaysPath }}
		>
			<h2 class="govuk-heading-m">{applied ? say`What changed` : say`What changes`}</h2>
			<ChangedDays lines={sayDayChanges(before, change.days, { speech: speechNow() })} />
			{change.why && <p class="govuk-body">{say`Reason or source: ${change.why}`}</p>}
			{applied ? (
				<Applied change={change} />
			) : stale ? (
				govukInsetText({
					text: say`The working days were changed after this was prepared. Go back and prepare it again.`,
				})
			) : (
				<ToApply frame={frame} preview={preview} />
			)}
		</Layout>
	);
};

export const ChangedDays = ({ lines }: { lines: string[] }): Html => (
	<>
		{lines.length === 0 ? (
			<p class="govuk-body">{say`No day of your own changes.`}</p>
		) : (
			<Bullets items={lines} />
		)}
	</>
);

const Applied = ({ change }: { change: CalendarChange }): Html => (
	<>
		{govukInsetText({ text: sayMoved(change) })}
		<p class="govuk-body">{say`${<Link href={workingDaysPath}>{say`See the working days`}</Link>} or
			${<Link href={calendarPaths.history}>{say`the history of changes`}</Link>}, where it
			can be undone.`}</p>
	</>
);

/** "12 open dates moved. Whoever owes one was told." To whoever may not open each of their differences. */
export function sayMoved({ moved }: Pick<CalendarChange, "moved">): string {
	return say`${startingLarge(countedOfAll(moved ?? 0, "open date"))} moved. Whoever owes one was told.`;
}

const ToApply = ({
	frame,
	preview: { change, moves, told },
}: {
	frame: PageFrame;
	preview: CalendarPreview;
}): Html => {
	const { all, seen, listed } = moves;
	const seesAll = seen === all;
	return (
		<>
			<h2 class="govuk-heading-m">{say`What moves`}</h2>
			<p class="govuk-body">
				{seesAll
					? sayWillMove(moves)
					: say`Of all open dates, ${countedOfAll(all, "date")} will move. Of those that you may open, each is listed.`}
			</p>
			{listed.length > 0 && (
				<SortableTable
					caption={say`Dates that would move`}
					captionHidden
					columns={[{ text: say`Reference` }, { text: say`Due now` }, { text: say`Would be due` }]}
					rows={listed.map(({ reference, was, due }) => [
						reference,
						shortDay(was),
						due.provisional ? say`${shortDay(due.day)} (provisional)` : shortDay(due.day),
					])}
				/>
			)}
			{seen > listed.length && (
				<p class="govuk-body">{say`And ${seen - listed.length} more. All of them are counted again.`}</p>
			)}
			{all > 0 && (
				<p class="govuk-body">
					{say`When you apply it, each move is recorded on its difference.`}{" "}
					{seesAll ? sayTold(told) : say`Whoever owes something by one gets one message.`}{" "}
					{say`You can undo it.`}
				</p>
			)}
			<PostForm frame={frame} action={calendarPaths.change(change.id)}>
				<div class="govuk-button-group">
					{govukButton({ text: say`Apply the change`, preventDoubleClick: true })}
					<Link href={workingDaysPath}>{say`Leave the working days as they are`}</Link>
				</div>
			</PostForm>
		</>
	);
};

function sayTold(people: number): string {
	if (people === 0) return say`Nobody owes anything by them yet.`;
	return people === 1
		? say`The 1 person who owes something gets one message.`
		: say`The ${sayNumber(people)} people who owe something get one message each.`;
}

function sayWillMove({ all, sooner, past }: Moves): string {
	if (all === 0) return say`No open date moves.`;
	const sentences = [`${counted(all, "open date moves", "open dates move")}.`];
	if (sooner > 0)
		sentences.push(`${counted(sooner, "of them becomes sooner", "of them become sooner")}.`);
	if (past > 0)
		sentences.push(
			say`${counted(past, "of them would be in the past", "of them would be in the past")}, and count as late.`,
		);
	return sentences.join(" ");
}
