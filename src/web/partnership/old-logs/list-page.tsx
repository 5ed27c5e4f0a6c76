import type { Protocol } from "../../../domain/protocol/protocol.ts";
import { londonTime } from "../../../domain/time.ts";
import type { OldLog } from "../../../store/old-logs.ts";
import { oldLogPaths, reportPaths } from "../../addresses.ts";
import { counted } from "../../kit/dates.ts";
import { EmptyState } from "../../kit/empty-state.tsx";
import { type FormState, radiosField, textField } from "../../kit/form.ts";
import { govukButton, govukFileUpload, govukInput, govukRadios } from "../../kit/govuk.ts";
import type { Html } from "../../kit/html.ts";
import { Layout } from "../../kit/layout.tsx";
import type { PageFrame } from "../../kit/page-frame.ts";
import { PostForm } from "../../kit/post-form.tsx";
import { say, sayMoment, startingLarge } from "../../kit/say.tsx";
import { SortableTable } from "../../kit/sortable-table.tsx";
import { Bullets, Link } from "../../kit/text.tsx";

/** What was imported from the years before Concord, and where another log is chosen. */
export const OldLogsPage = ({
	frame,
	readOnly,
	logs,
	protocols,
	form,
	megabytes,
	keptForDays,
}: {
	frame: PageFrame;
	readOnly: boolean;
	logs: OldLog[];
	/** Those in force; which of them is asked where there are several. */
	protocols: Protocol[];
	form: FormState;
	/** How large a file may be. */
	megabytes: number;
	keptForDays: number;
}): Html => (
	<Layout
		frame={frame}
		title={say`Import an old log`}
		errors={form.errors}
		back={{ text: say`Reports`, href: reportPaths.start }}
	>
		<p class="govuk-body">{say`Bring in the forms of the years before Concord, so that reports can compare with them.
			They are counted in reports. They do not become cases that can be opened.`}</p>
		{!readOnly && (
			<>
				<p class="govuk-body">{say`You need a spreadsheet, saved as Excel (.xlsx) or CSV, that has:`}</p>
				<Bullets
					items={[
						say`one line for each form, or one line for several with a column of how many`,
						say`the agency that raised it`,
						say`when it was raised: a date, or a year such as 2023/24`,
					]}
				/>
				<p class="govuk-body">{say`Take out columns with names of children or what happened. Concord does not use them,
					and deletes the file once it has read it, and its lines when you import it or after
					${counted(keptForDays, "day")}. Nothing counts before you have seen what would be
					imported, and an import can be undone.`}</p>
				<PostForm frame={frame} takesFiles>
					{govukInput({
						...textField(form, "title"),
						label: { text: say`What reports call it`, classes: "govuk-label--s" },
						hint: { text: say`It comes after “imported from”. For example, the log of 2024/25` },
					})}
					{protocols.length > 1 &&
						govukRadios({
							...radiosField(form, "protocol"),
							fieldset: {
								legend: { text: say`Under which protocol?`, classes: "govuk-fieldset__legend--s" },
							},
							items: protocols.map(({ id, title }) => ({ value: id, text: title })),
						})}
					{govukFileUpload({
						id: "file",
						name: "_files",
						label: { text: say`The file`, classes: "govuk-label--s" },
						hint: { text: say`One file of up to ${megabytes} MB, as .xlsx or .csv` },
						...(form.errors.file && { errorMessage: form.errors.file }),
					})}
					{govukButton({ text: say`Read the file`, preventDoubleClick: true })}
				</PostForm>
			</>
		)}
		{logs.length === 0 ? (
			<EmptyState title={say`No old log has been chosen`} />
		) : (
			<SortableTable
				caption={say`Old logs`}
				columns={[
					{ text: say`Log` },
					{ text: say`File` },
					{ text: say`Lines`, numeric: true },
					{ text: say`Where it stands` },
				]}
				rows={logs.map((log) => [
					<Link href={oldLogPaths.one(log.id)}>{startingLarge(log.title)}</Link>,
					log.fileName,
					String(log.lines),
					standing(log),
				])}
			/>
		)}
	</Layout>
);

/** "Imported by Tendai Moyo at 10am on Tuesday 3 March 2026" */
export function standing({
	state,
	chosenBy,
	chosenAt,
	importedBy,
	importedAt,
	undoneAt,
}: OldLog): string {
	const at = (instant: string | null) => (instant ? sayMoment(londonTime(instant)) : "");
	if (state === "undone") return say`Undone at ${at(undoneAt)}`;
	if (state === "imported") return say`Imported by ${importedBy ?? ""} at ${at(importedAt)}`;
	return say`Not imported. Chosen by ${chosenBy} at ${at(chosenAt)}`;
}
