import {
	type OldLogColumn,
	oldLogColumnNames,
	oldLogColumns,
} from "../../../domain/learning/old-log/mapping.ts";
import type { TypedRow } from "../../../domain/learning/old-log/typed-table.ts";
import type { OldLog } from "../../../store/old-logs.ts";
import { oldLogPaths } from "../../addresses.ts";
import { counted } from "../../kit/dates.ts";
import { type FormState, radiosField, textField } from "../../kit/form.ts";
import {
	govukButton,
	govukDetails,
	govukRadios,
	govukSelect,
	govukTable,
} from "../../kit/govuk.ts";
import type { Html } from "../../kit/html.ts";
import { Layout } from "../../kit/layout.tsx";
import type { PageFrame } from "../../kit/page-frame.ts";
import { PostForm } from "../../kit/post-form.tsx";
import { say, sayIt, startingLarge } from "../../kit/say.tsx";
import { ThrowAway } from "./throw-away.tsx";

/** The input of a column. */
export const columnInput = (column: OldLogColumn): string => `column-${column}`;

/** Which column of the file is which, as far as it is not known from the file before. */
export const ColumnsPage = ({
	frame,
	log,
	firstRows,
	form,
}: {
	frame: PageFrame;
	log: OldLog;
	firstRows: TypedRow[];
	form: FormState;
}): Html => (
	<Layout
		frame={frame}
		title={say`Which column is which?`}
		caption={startingLarge(log.title)}
		errors={form.errors}
		back={{ text: say`Old logs`, href: oldLogPaths.list }}
	>
		<p class="govuk-body">
			{say`Concord read ${counted(log.lines, "line")} of ${log.fileName} (${log.readAs ?? ""}).`}
			{log.otherSheets.length > 0 && <> {sayOthers(log.otherSheets.map((name) => `“${name}”`))}</>}
		</p>
		<p class="govuk-body">{say`What is selected is a guess, or as in the last file. Leave out what your log does not
			have, and any column that tells who the child is.`}</p>
		{govukDetails({
			summaryText: say`The first lines of the file`,
			html: (
				<section class="concord-scroll" tabindex={0} aria-label={say`The first lines of the file`}>
					{govukTable({
						head: [{ text: say`Line` }, ...log.headings.map((text) => ({ text }))],
						rows: firstRows.map(({ line, cells }) => [
							{ text: String(line) },
							...log.headings.map((_, at) => ({ text: cells[at] ?? "" })),
						]),
					})}
				</section>
			),
		})}
		<PostForm frame={frame}>
			{oldLogColumnNames.map((column) =>
				govukSelect({
					...textField(form, columnInput(column)),
					label: { text: sayIt(oldLogColumns[column].title), classes: "govuk-label--s" },
					...hintOf(column),
					items: [
						{ value: "", text: say`Not in this log` },
						...log.headings.map((heading) => ({ value: heading, text: heading })),
					],
				}),
			)}
			{govukRadios({
				...radiosField(form, "dates"),
				fieldset: {
					legend: {
						text: say`What does 03/04/2024 mean in this log?`,
						classes: "govuk-fieldset__legend--s",
					},
				},
				hint: {
					text: say`Dates that the spreadsheet itself knows as dates are read right either way.`,
				},
				items: [
					{ value: "day-first", text: "3 April 2024" },
					{
						value: "month-first",
						text: say`4 March 2024, the month first as in the United States`,
					},
				],
			})}
			{govukRadios({
				...radiosField(form, "withoutEnd"),
				fieldset: {
					legend: {
						text: say`What is a line that does not say when or how it ended?`,
						classes: "govuk-fieldset__legend--s",
					},
				},
				items: [
					{
						value: "ended",
						text: say`It has ended`,
						hint: { text: say`It counts as ended on the last day that its line tells.` },
					},
					{
						value: "open",
						text: say`It had not ended`,
						hint: { text: say`It counts as open since.` },
					},
				],
			})}
			{govukButton({ text: say`Continue`, preventDoubleClick: true })}
		</PostForm>
		<ThrowAway id={log.id} />
	</Layout>
);

const sayOthers = (sheets: string[]): string =>
	sheets.length === 1
		? say`It did not read the sheet ${sheets.join(", ")}. If the log is there, move it to the front of the workbook and choose the file again.`
		: say`It did not read the sheets ${sheets.join(", ")}. If the log is there, move it to the front of the workbook and choose the file again.`;

const hintOf = (column: keyof typeof oldLogColumns) => {
	const { hint } = oldLogColumns[column];
	return hint && { hint: { text: sayIt(hint) } };
};
