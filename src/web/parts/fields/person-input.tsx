import type { Person } from "../../../store/people.ts";
import { radiosField, textField, typedText } from "../../kit/form.ts";
import { govukFieldset, govukInput, govukRadios, govukSelect } from "../../kit/govuk.ts";
import type { Html } from "../../kit/html.ts";
import { type Asked, labelFor, legendOf } from "./legend.ts";
import type { Question } from "./question.ts";

/** The choice that stands for a name which is typed. */
export const somebodyElse = "somebody-else";

/** More people than this are a list to open, not radio buttons. */
const mostRadios = 10;

export const listsPeople = (people: Person[]): boolean => people.length > mostRadios;

/** Somebody of the directory, or a name that is typed. */
export function PersonInput({ question, form, size }: Asked): Html {
	const { name, people } = question;
	if (people.length === 0) return <NameAlone {...{ question, form, size }} />;
	return listsPeople(people) ? (
		<PeopleList {...{ question, form, size }} />
	) : (
		govukRadios({
			...radiosField(form, name),
			fieldset: { legend: legendOf(question, size) },
			hint: hintOf(question),
			items: [
				...people.map(({ id, name, jobTitle }) => ({
					value: id,
					text: name,
					hint: { text: jobTitle },
				})),
				{
					value: somebodyElse,
					text: "Someone else",
					conditional: {
						html: govukInput({
							...textField(form, `${name}-name`),
							label: { text: "Their name and role" },
							autocomplete: "off",
						}),
					},
				},
			],
		})
	);
}

const hintOf = ({ field }: Question) => (field.hint ? { text: field.hint } : undefined);

const NameAlone = ({ question, form, size }: Asked): Html =>
	govukInput({
		...textField(form, `${question.name}-name`),
		errorMessage: form.errors[question.name],
		label: labelFor(question, size),
		hint: { text: "Nobody of theirs is in the directory. Enter a name and role." },
		autocomplete: "off",
	});

const PeopleList = ({ question, form, size }: Asked): Html => {
	const { name, people } = question;
	return govukFieldset({
		legend: legendOf(question, size),
		html: (
			<>
				{govukSelect({
					...textField(form, name),
					label: { text: "Choose from the directory" },
					hint: hintOf(question),
					items: [
						{ value: "", text: "Choose a person" },
						...people.map((person) => ({
							value: person.id,
							text: `${person.name}, ${person.jobTitle}`,
							selected: person.id === typedText(form.values, name),
						})),
					],
				})}
				{govukInput({
					...textField(form, `${name}-name`),
					label: { text: "Or, if they are not in the list, their name and role" },
					autocomplete: "off",
				})}
			</>
		),
	});
};
