import {
	foundByLetters,
	namedInFull,
	nameWithJob,
} from "../../../domain/people/find-by-letters.ts";
import type { Person } from "../../../store/people.ts";
import {
	type FormState,
	type FormValues,
	radiosField,
	textField,
	typedText,
} from "../../kit/form.ts";
import { govukButton, govukFieldset, govukInput, govukRadios } from "../../kit/govuk.ts";
import type { Html } from "../../kit/html.ts";
import { say } from "../../kit/say.tsx";
import { type Asked, labelFor, legendOf } from "./legend.ts";
import type { Question } from "./question.ts";

/** The choice that stands for a name which is typed. */
export const somebodyElse = "somebody-else";

/** More people than this are found by letters of their name, not read through. */
const mostRadios = 10;

/** The input for some letters of a name. */
export const findInput = (name: string): string => `${name}-find`;

export const listsPeople = (people: Person[]): boolean => people.length > mostRadios;

/** Somebody of the directory, or a name that is typed. */
export function PersonInput({ question, form, size }: Asked): Html {
	const { name, people } = question;
	if (people.length === 0) return <NameAlone {...{ question, form, size }} />;
	return listsPeople(people) ? (
		<PeopleFound {...{ question, form, size }} />
	) : (
		govukRadios({
			...radiosField(form, name),
			fieldset: { legend: legendOf(question, size) },
			hint: hintOf(question),
			items: [
				...people.map(({ id, name, jobTitle }) => ({
					value: id,
					text: name,
					hint: { text: jobAndMore(question, id, jobTitle) },
				})),
				someoneElse(form, name),
			],
		})
	);
}

/** What somebody's post is, that they are away or had a part in it: known before anything is sent to them. */
const jobAndMore = ({ toKnow }: Question, id: string, jobTitle: string): string =>
	[jobTitle, toKnow?.get(id)].filter(Boolean).join(". ");

const hintOf = ({ field }: Question) => (field.hint ? { text: field.hint } : undefined);

const NameAlone = ({ question, form, size }: Asked): Html =>
	govukInput({
		...textField(form, `${question.name}-name`),
		errorMessage: form.errors[question.name],
		label: labelFor(question, size),
		hint: {
			text: question.namesAreTyped
				? say`Enter a name and role. Concord does not write to them: ring them.`
				: say`Nobody of theirs is in the directory. Enter a name and role. Concord cannot send them anything.`,
		},
		autocomplete: "off",
	});

/** More of those who were found are not shown: more letters find fewer. */
const mostFound = 20;

/** A box for some letters of a name, whom they find, and a name that is typed. It needs no script. */
const PeopleFound = ({ question, form, size }: Asked): Html => {
	const { name, people } = question;
	return govukFieldset({
		legend: legendOf(question, size),
		html: (
			<>
				<PeopleToFind id={`${name}-people`} people={people} />
				<FindByLetters
					form={form}
					name={name}
					find={findInput(name)}
					button={name}
					list={`${name}-people`}
					people={people}
					label={say`Type some letters of their name, then choose “Find”`}
					hint={question.field.hint}
					about={({ id, jobTitle }) => jobAndMore(question, id, jobTitle)}
					otherwise={someoneElse(form, name)}
				/>
			</>
		),
	});
};

/** Everybody of a directory, for the boxes in which letters of a name are typed: a browser that can offers them. */
export const PeopleToFind = ({ id, people }: { id: string; people: Person[] }): Html => (
	<datalist id={id}>
		{people.map((person) => (
			<option value={nameWithJob(person)} />
		))}
	</datalist>
);

/** A box for some letters of a name and, once they were sent by its button, whom they find. It needs no script. */
export const FindByLetters = ({
	form,
	name,
	find,
	button,
	list,
	people,
	label,
	hint,
	about,
	otherwise,
}: {
	form: FormState;
	/** The input of whoever is chosen, that of the letters, and what the button sends. */
	name: string;
	find: string;
	button: string;
	/** The identifier of the `PeopleToFind`. */
	list: string;
	people: Person[];
	label: string;
	hint?: string | undefined;
	/** What stands under a name. */
	about: (person: Person) => string;
	/** The choice of somebody who is not in the directory. */
	otherwise: { value: string; text: string; conditional?: { html: Html } };
}): Html => {
	const { typed, found, chosen } = lookedFor(people, form.values, { name, find });
	const shown = found.slice(0, mostFound);
	return (
		<>
			{govukInput({
				name: find,
				id: find,
				value: typed,
				errorMessage: form.errors[name],
				label: { text: label },
				hint: hint ? { text: hint } : undefined,
				autocomplete: "off",
				spellcheck: false,
				attributes: { list },
			})}
			{govukButton({
				text: say`Find`,
				name: "_find",
				value: button,
				classes: "govuk-button--secondary",
			})}
			{typed && <p class="govuk-body">{sayFound(found.length, typed, otherwise.text)}</p>}
			{(shown.length > 0 || otherwise.conditional) &&
				govukRadios({
					name,
					value: chosen,
					fieldset: {
						legend: { text: say`Who it is`, classes: "govuk-visually-hidden" },
					},
					items: [
						...shown.map((person) => ({
							value: person.id,
							text: person.name,
							hint: { text: about(person) },
						})),
						otherwise,
					],
				})}
		</>
	);
};

/** The people to choose from on the page: those whom the letters find, and whoever is chosen already. */
function lookedFor(
	people: Person[],
	values: FormValues,
	{ name, find }: { name: string; find: string },
) {
	const letters = typedText(values, find).trim();
	const named = namedInFull(people, letters);
	const chosen = named?.id ?? typedText(values, name);
	// Somebody named in full is chosen, and the box is free for other letters.
	const typed = named ? "" : letters;
	const before = people.filter(({ id }) => id === chosen);
	const found = foundByLetters(people, typed).filter(({ id }) => id !== chosen);
	return { typed, found: [...before, ...found], chosen };
}

function sayFound(count: number, typed: string, otherwise: string): string {
	if (count === 0)
		return say`“${typed}” finds nobody in the directory. Check the spelling, or choose “${otherwise}”.`;
	if (count > mostFound)
		return say`“${typed}” finds ${count} people. These are the first ${mostFound}: type more letters to find fewer.`;
	return count === 1 ? say`1 person to choose.` : say`${count} people to choose from.`;
}

/** A name that is typed. */
const someoneElse = (form: FormState, name: string) => ({
	value: somebodyElse,
	text: say`Someone else`,
	conditional: {
		html: govukInput({
			...textField(form, `${name}-name`),
			label: { text: say`Their name and role` },
			hint: {
				text: say`Concord does not reach them: those who answer in the same role read it. The office can send them a link.`,
			},
			autocomplete: "off",
		}),
	},
});
