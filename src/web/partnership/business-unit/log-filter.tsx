import type { Agency } from "../../../store/agencies.ts";
import { paths } from "../../addresses.ts";
import {
	dateField,
	type FormState,
	type FormValues,
	type ReadForm,
	textField,
} from "../../kit/form.ts";
import { govukButton, govukDateInput, govukDetails, govukSelect } from "../../kit/govuk.ts";
import type { Html } from "../../kit/html.ts";
import type { AskedOfLog } from "./log-asked.ts";

/** What the log may be narrowed by; it stays open while it narrows. */
export const LogFilter = ({
	asked,
	agencies,
	themes,
}: {
	asked: ReadForm<AskedOfLog>;
	agencies: Agency[];
	/** In words, by name. */
	themes: Record<string, string>;
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
							</div>
							<div class="govuk-grid-column-one-half">
								{choice("agency", "Agency", [
									["", "All agencies"],
									...agencies.map(({ id, name }): [string, string] => [id, name]),
								])}
								{choice("theme", "What it is about", [
									["", "Everything"],
									...Object.entries(themes),
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
		</form>
	);
};

/** Whether the log shows less than all of it. */
export const isNarrowed = (values: FormValues): boolean =>
	Object.entries(values).some(([name, value]) => name !== "page" && value && value.length > 0);

/** The address of a page of the log, or of its file, narrowed as it is now. */
export function addressOf(path: string, values: FormValues, page?: number): string {
	const asked = new URLSearchParams();
	for (const [name, value] of Object.entries(values))
		if (name !== "page" && typeof value === "string" && value) asked.set(name, value);
	if (page !== undefined) asked.set("page", String(page));
	return asked.size > 0 ? `${path}?${asked}` : path;
}
