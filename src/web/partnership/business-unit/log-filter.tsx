import { columnsAsked, type LogChoices } from "../../../reports/log-part.ts";
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
import type { AskedOfLog } from "./log-asked.ts";

/** What the log may be narrowed by, and its columns; it stays open while it narrows. */
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
			{govukDetails({
				summaryText: "Show fewer forms",
				open: isNarrowed(form.values),
				html: (
					<>
						<div class="govuk-grid-row">
							<div class="govuk-grid-column-one-half">
								{govukDateInput({
									...dateField(form, "from"),
									fieldset: { legend: { text: "Received from" } },
								})}
								{govukDateInput({
									...dateField(form, "to"),
									fieldset: { legend: { text: "Received up to" } },
								})}
								{choice("late", "In time or late", [
									["", "Both"],
									["yes", "Answered late, or late and not yet answered"],
								])}
							</div>
							<div class="govuk-grid-column-one-half">
								{choice("agency", "Agency", [
									["", "All agencies"],
									...choices.agencies.map(({ id, name }): [string, string] => [id, name]),
								])}
								{choice("theme", "What it is about", [
									["", "Everything"],
									...Object.entries(choices.themes),
								])}
								{choice("stage", "Where it stands", [
									["", "Everywhere"],
									...Object.entries(choices.stages),
								])}
								{choice("status", "Open or ended", [
									["", "Both"],
									["open", "Open"],
									["ended", "Ended"],
								])}
							</div>
						</div>
						{govukButton({ text: "Show" })}
					</>
				),
			})}
			{govukDetails({
				summaryText: "Choose columns",
				html: (
					<>
						{govukCheckboxes({
							...checkboxesField(form, "columns"),
							values: columnsAsked(asked.data ?? {}, choices).map(({ id }) => id),
							classes: "govuk-checkboxes--small",
							fieldset: { legend: { text: "Columns, here and in files" } },
							items: choices.columns.map(({ id, title }) => ({ value: id, text: title })),
						})}
						{govukButton({ text: "Show these columns" })}
					</>
				),
			})}
		</form>
	);
};

/** Whether the log shows less than all of it. */
export const isNarrowed = (values: FormValues): boolean =>
	Object.entries(values).some(
		([name, value]) => name !== "page" && name !== "columns" && value && value.length > 0,
	);

/** The address of a page of the log, or of its file, narrowed as it is now. */
export function addressOf(path: string, values: FormValues, page?: number): string {
	const asked = new URLSearchParams(queryOf(values));
	if (page !== undefined) asked.set("page", String(page));
	return asked.size > 0 ? `${path}?${asked}` : path;
}

/** What narrows the log, as its address has it. */
export function queryOf(values: FormValues): string {
	const asked = new URLSearchParams();
	for (const [name, value] of Object.entries(values))
		if (name !== "page" && name !== "_csrf")
			for (const each of [value ?? []].flat()) if (each) asked.append(name, each);
	return asked.toString();
}
