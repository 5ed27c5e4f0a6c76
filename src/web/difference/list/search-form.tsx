import { type Protocol, stageTitle } from "../../../domain/protocol/protocol.ts";
import type { Agency } from "../../../store/agencies.ts";
import { paths } from "../../addresses.ts";
import {
	checkboxesField,
	dateField,
	type FormState,
	type ReadForm,
	textField,
	typedText,
} from "../../kit/form.ts";
import {
	govukButton,
	govukCheckboxes,
	govukDateInput,
	govukDetails,
	govukInput,
	govukSelect,
} from "../../kit/govuk.ts";
import type { Html } from "../../kit/html.ts";
import { say, sayWhole } from "../../kit/say.tsx";
import { orders, type SearchAsked } from "./search-asked.ts";

/** By reference at once; by everything else in what folds out, which stays open while it narrows. */
export const SearchForm = ({
	asked,
	agencies,
	protocol,
}: {
	asked: ReadForm<SearchAsked>;
	agencies: Agency[];
	protocol: Protocol | undefined;
}): Html => {
	const form: FormState = { values: asked.values, errors: asked.errors ?? {} };
	return (
		<form method="get" action={paths.differences} novalidate>
			{govukInput({
				...textField(form, "reference"),
				label: { text: say`Reference` },
				hint: { text: say`All or part of it` },
				classes: "govuk-input--width-10",
				spellcheck: false,
			})}
			{govukDetails({
				summaryText: say`Search by more`,
				open: isNarrowed(form),
				html: (
					<div class="govuk-grid-row">
						<div class="govuk-grid-column-one-half">
							<Choice
								form={form}
								name="agency"
								label={say`Agency`}
								all={say`All agencies`}
								options={agencies.map(({ id, name }) => [id, name])}
							/>
							<Choice
								form={form}
								name="stage"
								label={say`Stage`}
								all={say`All stages`}
								options={(protocol?.stages ?? []).map(({ id }) => [
									id,
									protocol ? stageTitle(protocol, id) : id,
								])}
							/>
							<Choice
								form={form}
								name="theme"
								label={say`What it is about`}
								all={say`Everything`}
								options={Object.entries(protocol?.themes ?? {})}
							/>
							<Choice
								form={form}
								name="status"
								label={say`Open or ended`}
								all={say`Both`}
								options={[
									["open", say`Open`],
									["ended", say`Ended`],
								]}
							/>
						</div>
						<div class="govuk-grid-column-one-half">
							{govukDateInput({
								...dateField(form, "due-from"),
								fieldset: { legend: { text: say`Due from` } },
							})}
							{govukDateInput({
								...dateField(form, "due-to"),
								fieldset: { legend: { text: say`Due up to` } },
							})}
							{govukCheckboxes({
								...checkboxesField(form, "overdue"),
								classes: "govuk-checkboxes--small",
								items: [{ value: "yes", text: say`Overdue only` }],
							})}
							{govukSelect({
								...textField(form, "sort"),
								label: { text: say`Order` },
								items: Object.entries(orders).map(([value, text]) => ({
									value,
									text: sayWhole(text),
									selected: typedText(form.values, "sort") === value,
								})),
							})}
						</div>
					</div>
				),
			})}
			{govukButton({ text: say`Search` })}
		</form>
	);
};

const Choice = ({
	form,
	name,
	label,
	all,
	options,
}: {
	form: FormState;
	name: string;
	label: string;
	all: string;
	options: [value: string, text: string][];
}): Html =>
	govukSelect({
		...textField(form, name),
		label: { text: label },
		items: [{ value: "", text: all }, ...options.map(([value, text]) => ({ value, text }))],
	});

/** Whether anything but the reference was asked for. */
const isNarrowed = ({ values, errors }: FormState): boolean =>
	Object.keys(errors).length > 0 ||
	Object.entries(values).some(
		([name, value]) => !["reference", "page", "sort"].includes(name) && value && value.length > 0,
	);
