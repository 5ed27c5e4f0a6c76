import { longest } from "../../../domain/protocol/answers.ts";
import type { Protocol } from "../../../domain/protocol/protocol.ts";
import { checkboxesField, dateField, radiosField, textField, typedText } from "../../kit/form.ts";
import {
	govukCharacterCount,
	govukCheckboxes,
	govukDateInput,
	govukInput,
	govukRadios,
} from "../../kit/govuk.ts";
import type { Html } from "../../kit/html.ts";
import { type Asked, labelFor, legendOf } from "./legend.ts";
import { PersonInput } from "./person-input.tsx";
import { ActionsInput, ChildrenInput, MembersInput } from "./rows-input.tsx";

/** One question, with the inputs that its type of answer needs. */
export function QuestionInput({ protocol, ...asked }: Asked & { protocol: Protocol }): Html {
	const { question, form, size } = asked;
	const { field, name } = question;
	const hint = field.hint ? { text: field.hint } : undefined;
	switch (field.type) {
		case "text":
			return govukInput({ ...textField(form, name), label: labelFor(question, size), hint });
		case "long-text":
			return govukCharacterCount({
				...textField(form, name),
				label: labelFor(question, size),
				hint,
				rows: rowsFor(typedText(form.values, name)),
				maxlength: longest["long-text"],
				threshold: 75,
				textareaDescriptionText: `Up to ${longest["long-text"].toLocaleString("en-GB")} characters`,
			});
		case "day":
			return govukDateInput({
				...dateField(form, name),
				fieldset: { legend: legendOf(question, size) },
				hint: { text: field.hint ?? "For example, 9 4 2026" },
			});
		case "moment":
			return <MomentInput {...asked} />;
		case "choice":
			return govukRadios({
				...radiosField(form, name),
				fieldset: { legend: legendOf(question, size) },
				hint,
				items: Object.entries(field.options).map(([value, text]) => ({ value, text })),
			});
		case "number":
			return govukInput({
				...textField(form, name),
				label: labelFor(question, size),
				hint,
				classes: "govuk-input--width-4",
				inputmode: "numeric",
				autocomplete: "off",
				spellcheck: false,
			});
		case "choices":
		case "themes":
			return govukCheckboxes({
				...checkboxesField(form, name),
				fieldset: { legend: legendOf(question, size) },
				hint: field.type === "choices" ? (hint ?? { text: "Select all that apply." }) : hint,
				classes: size === "l" ? "" : "govuk-checkboxes--small",
				formGroup: {
					// Sent when nothing is ticked, so that a draft knows that it was all unticked.
					beforeInputs: { html: <input type="hidden" name={name} value="" /> },
				},
				items: Object.entries(field.type === "choices" ? field.options : protocol.themes).map(
					([value, text]) => ({ value, text }),
				),
			});
		case "person":
			return <PersonInput {...asked} />;
		case "children":
		case "adults":
			return <ChildrenInput {...asked} />;
		case "members":
			return <MembersInput {...asked} />;
		case "actions":
			return <ActionsInput {...asked} />;
	}
}

/** A date and a time of day, side by side. */
const MomentInput = ({ question, form, size }: Asked): Html => {
	const { name, field } = question;
	const date = dateField(form, name);
	const error = form.errors[name];
	const timeIsWrong = error?.href === `#${name}-time`;
	return govukDateInput({
		...date,
		items: [
			...date.items.map((item) => ({ ...item, ...(timeIsWrong && { error: false }) })),
			{
				name: "time",
				classes: "govuk-input--width-5",
				inputmode: "text" as const,
				value: typedText(form.values, `${name}-time`),
				...(timeIsWrong && { error: true }),
			},
		],
		fieldset: { legend: legendOf(question, size) },
		hint: { text: field.hint ?? "For example, 9 4 2026, 2:15pm" },
	});
};

/** Room for what is there already, within reason. */
const rowsFor = (text: string): number => Math.min(18, Math.max(5, Math.ceil(text.length / 70)));
