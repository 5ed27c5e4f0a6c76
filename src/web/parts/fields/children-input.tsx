import type { Field } from "../../../domain/protocol/protocol.ts";
import { dateField, type FormState, textField, typedText } from "../../kit/form.ts";
import { govukCheckboxes, govukDateInput, govukInput } from "../../kit/govuk.ts";
import type { Html } from "../../kit/html.ts";
import { say } from "../../kit/say.tsx";
import { CellInputs } from "./cell-inputs.tsx";
import { Confirming, confirming, toConfirm } from "./confirming.tsx";
import type { Asked } from "./legend.ts";
import { Rows } from "./rows-input.tsx";

/** Children or adults: who each is, what is known of their birth, and the facts that the protocol asks for. */
export const ChildrenInput = (asked: Asked): Html => {
	const { question, form } = asked;
	const { field } = question;
	return (
		<Rows
			{...asked}
			row={(row) => (
				<>
					{govukInput({
						...textField(form, `${row}-name`),
						label: { text: mayBeUnborn(field) ? say`Name, or the mother’s name` : say`Name` },
						autocomplete: "off",
						spellcheck: false,
					})}
					<BirthInputs field={field} form={form} row={row} />
					{govukInput({
						...textField(form, `${row}-identifier`),
						...toConfirm(form, `${row}-identifier`),
						label: { text: say`Identifier, such as an NHS number (optional)` },
						classes: "govuk-input--width-20",
						autocomplete: "off",
						spellcheck: false,
					})}
					<Confirming form={form} name={`${row}-identifier`} />
					<CellInputs question={question} form={form} row={row} />
				</>
			)}
		/>
	);
};

const mayBeUnborn = (field: Field): boolean => field.type === "children" && field.unborn;

/** The date of birth; where there is none, about how old they are, that they are not born yet, or that it is not known. */
function BirthInputs({ field, form, row }: { field: Field; form: FormState; row: string }): Html {
	const unborn = mayBeUnborn(field);
	const complete = "complete" in field && field.complete;
	const also = complete ? "" : " (optional)";
	const ticked = (column: string, text: string) => {
		const name = `${row}-${column}`;
		return { name, id: name, value: "yes", text, checked: typedText(form.values, name) === "yes" };
	};
	return (
		<>
			{govukDateInput({
				...dateField(form, `${row}-dateOfBirth`),
				...confirming(form, `${row}-dateOfBirth`),
				fieldset: {
					legend: {
						text: unborn ? say`Date of birth, or expected date${also}` : say`Date of birth${also}`,
					},
				},
			})}
			{(unborn || complete) &&
				govukCheckboxes({
					name: `${row}-unborn`,
					classes: "govuk-checkboxes--small",
					items: [
						unborn && ticked("unborn", say`The child is not born yet`),
						complete &&
							ticked(
								"birthUnknown",
								unborn ? say`The date is not known` : say`The date of birth is not known`,
							),
					],
				})}
			{govukInput({
				...textField(form, `${row}-age`),
				label: { text: say`Age in years, if the date of birth is not known (optional)` },
				hint: { text: say`About how old they are, such as 7. Enter 0 for under 1 year.` },
				classes: "govuk-input--width-2",
				inputmode: "numeric",
				autocomplete: "off",
				spellcheck: false,
			})}
		</>
	);
}
