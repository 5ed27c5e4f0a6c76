import { sayNumber } from "../../../domain/english.ts";
import { mostCharacters } from "../../../domain/protocol/answers.ts";
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
import { say } from "../../kit/say.tsx";
import { AgenciesInput, AgencyInput } from "./agency-input.tsx";
import { TableInput } from "./cell-inputs.tsx";
import { ChildrenInput } from "./children-input.tsx";
import { confirming } from "./confirming.tsx";
import { type Asked, labelFor, legendOf } from "./legend.ts";
import { PersonInput } from "./person-input.tsx";
import { ActionsInput, MembersInput } from "./rows-input.tsx";

/** One question, with the inputs that its type of answer needs. */
export function QuestionInput({
	protocol,
	follows = {},
	...asked
}: Asked & {
	protocol: Protocol;
	/** What is asked under each option of a choice, or of several choices. */
	follows?: Record<string, Html>;
}): Html {
	const { question, form, size } = asked;
	const { field, name } = question;
	const hint = field.hint ? { text: field.hint } : undefined;
	switch (field.type) {
		case "text":
			return govukInput({
				...textField(form, name),
				label: labelFor(question, size),
				hint: field["at-most"] ? { text: hintWithLength(field.hint, field["at-most"]) } : hint,
			});
		case "long-text":
			return govukCharacterCount({
				...textField(form, name),
				label: labelFor(question, size),
				hint,
				rows: rowsFor(typedText(form.values, name)),
				maxlength: mostCharacters(field),
				// Nobody comes near to what every text may hold; a length of the protocol's own is watched from the start.
				threshold: field["at-most"] === undefined ? 75 : 0,
				textareaDescriptionText: sayLength(mostCharacters(field)),
			});
		case "day":
			return govukDateInput({
				...dateField(form, name),
				...confirming(form, name),
				fieldset: { legend: legendOf(question, size) },
				hint: { text: field.hint ?? say`For example, 9 4 2026` },
			});
		case "moment":
			return <MomentInput {...asked} />;
		case "time":
			return govukInput({
				...textField(form, name),
				label: labelFor(question, size),
				hint: hint ?? { text: say`For example, 2:15pm` },
				classes: "govuk-input--width-5",
				autocomplete: "off",
				spellcheck: false,
			});
		case "choice":
			return govukRadios({
				...radiosField(form, name),
				fieldset: { legend: legendOf(question, size) },
				hint,
				items: Object.entries(field.options).map(([value, text]) => ({
					value,
					text,
					...(follows[value] && { conditional: { html: follows[value] } }),
				})),
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
				hint: field.type === "choices" ? (hint ?? { text: say`Select all that apply.` }) : hint,
				classes: size === "l" ? "" : "govuk-checkboxes--small",
				formGroup: {
					// Sent when nothing is ticked, so that a draft knows that it was all unticked.
					beforeInputs: { html: <input type="hidden" name={name} value="" /> },
				},
				items: Object.entries(field.type === "choices" ? field.options : protocol.themes).map(
					([value, text]) => ({
						value,
						text,
						...(follows[value] && { conditional: { html: follows[value] } }),
					}),
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
		case "table":
			return <TableInput {...asked} />;
		case "agency":
			return <AgencyInput {...asked} />;
		case "agencies":
			return <AgenciesInput {...asked} />;
	}
}

/** A date and a time of day, side by side. */
const MomentInput = (asked: Asked): Html => {
	const { question, form, size } = asked;
	const { name, field } = question;
	const date = dateField(form, name);
	const error = form.errors[name];
	const timeIsWrong = error?.href === `#${name}-time`;
	return govukDateInput({
		...date,
		...confirming(form, name),
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
		hint: { text: field.hint ?? say`For example, 9 4 2026, 2:15pm` },
	});
};

const sayLength = (most: number): string => say`Up to ${sayNumber(most)} characters`;

const hintWithLength = (hint: string | undefined, most: number): string =>
	[hint?.replace(/[^.?!]$/, "$&."), sayLength(most)].filter(Boolean).join(" ");

/** Room for what is there already, within reason. */
const rowsFor = (text: string): number => Math.min(18, Math.max(5, Math.ceil(text.length / 70)));
