import { calendarTitles } from "../../../domain/calendar/calendar.ts";
import type { DueDate } from "../../../domain/calendar/due-date.ts";
import { sayNumber } from "../../../domain/english.ts";
import { dueDatePath, protocolPath } from "../../addresses.ts";
import { sayDue, weekdayInWords } from "../../kit/dates.ts";
import { dateField, type FormState, radiosField, textField, typedText } from "../../kit/form.ts";
import {
	govukButton,
	govukDateInput,
	govukDetails,
	govukInput,
	govukRadios,
	govukSelect,
} from "../../kit/govuk.ts";
import type { Html } from "../../kit/html.ts";
import { Layout } from "../../kit/layout.tsx";
import type { PageFrame } from "../../kit/page-frame.ts";
import { say, sayWhole, startingLarge } from "../../kit/say.tsx";
import { units } from "./asked.ts";

export type DueDateView = {
	frame: PageFrame;
	form: FormState;
	/** The answer, once something was asked. */
	due?: DueDate | undefined;
	/** Whether the partnership's closure days were left out of the working days. */
	closed: boolean;
};

/** Anybody works out a date, and reads why it is that day. Nothing is kept of it. */
export const DueDatePage = ({ frame, form, due, closed }: DueDateView): Html => (
	<Layout
		frame={frame}
		title={say`Work out a date`}
		errors={form.errors}
		back={{ href: protocolPath }}
	>
		{due && <Answer due={due} closed={closed} />}
		<form method="get" action={dueDatePath} novalidate>
			{govukDateInput({
				...dateField(form, "from"),
				fieldset: {
					legend: { text: say`When does it start?`, classes: "govuk-fieldset__legend--s" },
				},
			})}
			{govukInput({
				...textField(form, "time"),
				label: { text: say`Time (optional)`, classes: "govuk-label--s" },
				hint: { text: say`For example, 9am or 2:30pm. Only needed to count in hours` },
				classes: "govuk-input--width-5",
			})}
			{govukInput({
				...textField(form, "amount"),
				label: { text: say`How long is there?`, classes: "govuk-label--s" },
				hint: { text: say`A number. With a minus sign it is counted backwards` },
				classes: "govuk-input--width-4",
				inputmode: "text",
			})}
			{govukSelect({
				...textField(form, "unit"),
				label: { text: say`Counted in`, classes: "govuk-label--s" },
				items: Object.entries(units).map(([value, text]) => ({
					value,
					text: sayWhole(text),
					selected: typedText(form.values, "unit") === value,
				})),
			})}
			{govukSelect({
				...textField(form, "calendar"),
				label: { text: say`Whose bank holidays?`, classes: "govuk-label--s" },
				items: Object.entries(calendarTitles).map(([value, text]) => ({
					value,
					text: startingLarge(sayWhole(text)),
					selected: typedText(form.values, "calendar") === value,
				})),
			})}
			{govukRadios({
				...radiosField(form, "counting"),
				fieldset: {
					legend: {
						text: say`If it starts on a day nobody works`,
						classes: "govuk-fieldset__legend--s",
					},
				},
				items: [
					{
						value: "day0",
						text: say`Count from that day all the same`,
					},
					{ value: "deemed", text: say`Count from the next working day` },
				],
			})}
			{govukButton({ text: say`Work it out` })}
		</form>
	</Layout>
);

/** So many days are taken in at a glance. */
const fewDays = 12;

const Answer = ({ due, closed }: { due: DueDate; closed: boolean }): Html => (
	<>
		<div class="govuk-inset-text" id="answer">
			<p class="govuk-body">
				<strong class="govuk-!-font-size-24">{startingLarge(sayDue(due))}</strong>
				{due.provisional && <> {say`(provisional)`}</>}
			</p>
			<p class="govuk-body">{due.rule}</p>
			<p class="govuk-body govuk-!-margin-bottom-0">
				{closed
					? say`Calendar: ${sayWhole(calendarTitles[due.calendar] ?? due.calendar)}, version ${due.version}, with the partnership’s closure days`
					: say`Calendar: ${sayWhole(calendarTitles[due.calendar] ?? due.calendar)}, version ${due.version}`}
			</p>
		</div>
		{due.skipped.length > 0 && (
			<Days
				summary={say`Days that were not counted`}
				open={due.skipped.length <= fewDays}
				days={due.skipped.map(({ day, name }) =>
					weekdayInWords(day).startsWith(name)
						? weekdayInWords(day)
						: `${weekdayInWords(day)}, ${name}`,
				)}
			/>
		)}
		{due.counted.length > 0 && (
			<Days summary={say`Days that were counted`} days={due.counted.map(weekdayInWords)} numbered />
		)}
	</>
);

const Days = ({
	summary,
	days,
	numbered = false,
	open = false,
}: {
	summary: string;
	days: string[];
	numbered?: boolean;
	open?: boolean;
}): Html => {
	const items = days.map((day) => <li>{day}</li>);
	return govukDetails({
		open,
		summaryText: `${summary} (${sayNumber(days.length)})`,
		html: numbered ? (
			<ol class="govuk-list govuk-list--number">{items}</ol>
		) : (
			<ul class="govuk-list govuk-list--bullet">{items}</ul>
		),
	});
};
