import { textField, typedText } from "../../kit/form.ts";
import { govukFieldset, govukInput, govukSelect } from "../../kit/govuk.ts";
import type { Html } from "../../kit/html.ts";
import { say } from "../../kit/say.tsx";
import { type Asked, legendOf } from "./legend.ts";
import { Rows } from "./rows-input.tsx";

/** One agency of the partnership, or one that is typed. */
export const AgencyInput = (asked: Asked): Html => {
	const { question, size } = asked;
	const { name, field } = question;
	return govukFieldset({
		legend: legendOf(question, size),
		html: <ChosenOrTyped {...asked} chosen={name} typed={`${name}-name`} hint={field.hint} />,
	});
};

/** Several agencies, each in a row of its own. */
export const AgenciesInput = (asked: Asked): Html => (
	<Rows
		{...asked}
		row={(row) => <ChosenOrTyped {...asked} chosen={`${row}-agency`} typed={`${row}-name`} />}
	/>
);

function ChosenOrTyped({
	question: { agencies = [], isListedOnly },
	form,
	chosen,
	typed,
	hint,
}: Asked & { chosen: string; typed: string; hint?: string | undefined }): Html {
	const list = agencies.length > 0;
	return (
		<>
			{list &&
				govukSelect({
					...textField(form, chosen),
					label: { text: say`Choose from the directory` },
					hint: hint ? { text: hint } : undefined,
					items: [
						{ value: "", text: say`Choose an agency` },
						...agencies.map(({ id, name }) => ({
							value: id,
							text: name,
							selected: id === typedText(form.values, chosen),
						})),
					],
				})}
			{!(list && isListedOnly) &&
				govukInput({
					...textField(form, typed),
					...(!list && {
						errorMessage: form.errors[chosen],
						hint: hint ? { text: hint } : undefined,
					}),
					label: {
						text: list ? say`Or, if it is not in the list, its name` : say`Name of the agency`,
					},
					autocomplete: "off",
				})}
		</>
	);
}
