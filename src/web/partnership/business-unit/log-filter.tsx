import { columnsAsked, type LogChoices, logInWords } from "../../../reports/log-part.ts";
import { paths } from "../../addresses.ts";
import {
	checkboxesField,
	dateField,
	type FormState,
	type FormValues,
	type ReadForm,
	textField,
} from "../../kit/form.ts";
import {
	govukButton,
	govukCheckboxes,
	govukDateInput,
	govukDetails,
	govukSelect,
} from "../../kit/govuk.ts";
import type { Html } from "../../kit/html.ts";
import { say, sayWhole, speechNow } from "../../kit/say.tsx";
import { Link } from "../../kit/text.tsx";
import type { AskedOfLog } from "./log-asked.ts";

/** What the log may be narrowed by, and its columns; what it is narrowed to is said, and what was asked wrongly stays open. */
export const LogFilter = ({
	asked,
	choices,
}: {
	asked: ReadForm<AskedOfLog>;
	choices: LogChoices;
}): Html => {
	const form: FormState = { values: asked.values, errors: asked.errors ?? {} };
	const choice = (name: string, label: string, options: [value: string, text: string][]) =>
		govukSelect({
			...textField(form, name),
			label: { text: label },
			items: options.map(([value, text]) => ({ value, text })),
		});
	return (
		<form method="get" action={paths.logOfForms} novalidate class="concord-not-printed">
			{asked.data && isNarrowed(form.values) && (
				<p class="govuk-body">
					<strong>
						{logInWords({ ...asked.data, columns: [] }, choices, { speech: speechNow() })}.
					</strong>{" "}
					<Link
						href={addressOf(paths.logOfForms, {
							...(form.values.columns && { columns: form.values.columns }),
						})}
					>{say`Show all forms`}</Link>
				</p>
			)}
			{govukDetails({
				summaryText: isNarrowed(form.values)
					? say`Change which forms are shown`
					: say`Show fewer forms`,
				open: Object.keys(form.errors).length > 0,
				html: (
					<>
						<div class="govuk-grid-row">
							<div class="govuk-grid-column-one-half">
								{govukDateInput({
									...dateField(form, "from"),
									fieldset: { legend: { text: say`Received from` } },
								})}
								{govukDateInput({
									...dateField(form, "to"),
									fieldset: { legend: { text: say`Received up to` } },
								})}
								{choice("late", say`In time or late`, [
									["", say`Both`],
									["yes", say`Answered late, or late and not answered yet`],
								])}
							</div>
							<div class="govuk-grid-column-one-half">
								{choice("agency", say`Agency`, [
									["", say`All agencies`],
									...choices.agencies.map(({ id, name }): [string, string] => [id, name]),
								])}
								{choice("theme", say`What it is about`, [
									["", say`Everything`],
									...Object.entries(choices.themes),
								])}
								{choice("stage", say`Stage it has come to, or ended at`, [
									["", say`Any stage`],
									...Object.entries(choices.stages),
								])}
								{choice("status", say`Still open, or ended`, [
									["", say`Open and ended`],
									["open", say`Still open`],
									["ended", say`Ended`],
								])}
							</div>
						</div>
						{govukButton({ text: say`Show` })}
					</>
				),
			})}
			{govukDetails({
				summaryText: say`Choose columns`,
				html: (
					<>
						{govukCheckboxes({
							...checkboxesField(form, "columns"),
							values: columnsAsked(asked.data ?? {}, choices).map(({ id }) => id),
							classes: "govuk-checkboxes--small",
							fieldset: { legend: { text: say`Columns, here and in files` } },
							items: choices.columns.map(({ id, title }) => ({ value: id, text: sayWhole(title) })),
						})}
						{govukButton({ text: say`Show these columns` })}
					</>
				),
			})}
		</form>
	);
};

/** Whether this says which page is asked for. */
const isPlace = (name: string): boolean => ["page", "after", "before"].includes(name);

/** Whether the log shows less than all of it. */
export const isNarrowed = (values: FormValues): boolean =>
	Object.entries(values).some(
		([name, value]) => !isPlace(name) && name !== "columns" && value && value.length > 0,
	);

/** The address of a page of the log, or of its file, narrowed as it is now. */
export function addressOf(
	path: string,
	values: FormValues,
	at: { page?: number; after?: string; before?: string } = {},
): string {
	const asked = new URLSearchParams(queryOf(values));
	for (const [name, value] of Object.entries(at)) asked.set(name, String(value));
	return asked.size > 0 ? `${path}?${asked}` : path;
}

/** What narrows the log, as its address has it. */
export function queryOf(values: FormValues): string {
	const asked = new URLSearchParams();
	for (const [name, value] of Object.entries(values))
		if (!isPlace(name) && name !== "_csrf")
			for (const each of [value ?? []].flat()) if (each) asked.append(name, each);
	return asked.toString();
}
