import { dateField, textField } from "../../kit/form.ts";
import {
	govukButton,
	govukDateInput,
	govukErrorMessage,
	govukFieldset,
	govukHint,
	govukInput,
	govukSelect,
	govukTextarea,
} from "../../kit/govuk.ts";
import type { Child, Html } from "../../kit/html.ts";
import { say, startingSmall } from "../../kit/say.tsx";
import { Unseen } from "../../kit/text.tsx";
import { rowCalled, rowsShown } from "./columns.ts";
import { confirming } from "./confirming.tsx";
import { type Asked, legendOf } from "./legend.ts";
import { FindByLetters, findInput, listsPeople, PeopleToFind } from "./person-input.tsx";
import { countRows } from "./rows.ts";

/** Who was there: of the directory or by name, in what, and an interest they declared. */
export const MembersInput = (asked: Asked): Html => {
	const { question, form } = asked;
	const { name, people, members } = question;
	const agencies = `${name}-agencies`;
	const directory = `${name}-people`;
	const isFound = listsPeople(people);
	return (
		<>
			{members && (
				<datalist id={agencies}>
					{members.agencies.map((agency) => (
						<option value={agency.name} />
					))}
				</datalist>
			)}
			{isFound && <PeopleToFind id={directory} people={people} />}
			<Rows
				{...asked}
				row={(row) => (
					<>
						{members && members.as.length > 0
							? govukSelect({
									...textField(form, `${row}-as`),
									label: { text: say`There as` },
									items: [...members.as, { value: "", text: say`Somebody else` }],
								})
							: govukInput({
									...textField(form, `${row}-as`),
									label: { text: say`There as, such as a role (optional)` },
									autocomplete: "off",
								})}
						{isFound && (
							<FindByLetters
								form={form}
								name={`${row}-who`}
								find={findInput(row)}
								button={row}
								list={directory}
								people={people}
								label={say`Who: type some letters of their name, then choose “Find”`}
								about={({ jobTitle, agencyName }) => `${jobTitle}, ${agencyName}`}
								otherwise={{ value: "", text: say`Somebody who is not in the directory` }}
							/>
						)}
						{people.length > 0 &&
							!isFound &&
							govukSelect({
								...textField(form, `${row}-who`),
								label: { text: say`Who` },
								items: [
									{ value: "", text: say`Choose a person` },
									...people.map((person) => ({
										value: person.id,
										text: `${person.name}, ${person.jobTitle}, ${person.agencyName}`,
									})),
								],
							})}
						{govukInput({
							...textField(form, `${row}-name`),
							...(people.length === 0 && { errorMessage: form.errors[`${row}-who`] }),
							label: {
								text: isFound
									? say`If they are not in the directory, their name`
									: people.length > 0
										? say`Or, if they are not in the list, their name`
										: say`Name`,
							},
							autocomplete: "off",
							spellcheck: false,
						})}
						{govukInput({
							...textField(form, `${row}-agency`),
							label: {
								text:
									people.length > 0
										? say`And the agency they are from`
										: say`The agency they are from`,
							},
							autocomplete: "off",
							...(members && { attributes: { list: agencies } }),
						})}
						{members?.interests !== false &&
							govukInput({
								...textField(form, `${row}-interest`),
								label: { text: say`Interest they declared` },
								hint: { text: say`Leave empty if they declared none.` },
								autocomplete: "off",
							})}
					</>
				)}
			/>
		</>
	);
};

export const ActionsInput = (asked: Asked): Html => {
	const { form } = asked;
	return (
		<Rows
			{...asked}
			row={(row) => (
				<>
					{govukTextarea({
						...textField(form, `${row}-what`),
						label: { text: say`What will be done` },
						rows: 2,
					})}
					{govukInput({
						...textField(form, `${row}-who`),
						label: { text: say`By whom` },
						autocomplete: "off",
					})}
					{govukDateInput({
						...dateField(form, `${row}-by`),
						...confirming(form, `${row}-by`),
						fieldset: { legend: { text: say`By when` } },
					})}
				</>
			)}
		/>
	);
};

/** A list that grows and shrinks by buttons which send the form: it needs no script. */
export function Rows({
	question,
	form,
	size,
	row,
}: Asked & {
	row: (name: string) => Child;
}): Html {
	const { name, field } = question;
	const { least, most } = rowsShown(field);
	const one = rowCalled(field);
	const count = Math.max(countRows(form.values, name), least);
	const error = form.errors[name];
	return (
		<div class={`govuk-form-group${error ? " govuk-form-group--error" : ""}`} id={`${name}-rows`}>
			{govukFieldset({
				legend: legendOf(question, size),
				...describedBy(name, field.hint, error !== undefined),
				html: (
					<>
						{field.hint && govukHint({ id: `${name}-hint`, text: field.hint })}
						{error && govukErrorMessage({ ...error, id: `${name}-error` })}
						{Array.from({ length: count }, (_, index) =>
							count === 1 ? (
								row(`${name}-0`)
							) : (
								<Row name={`${name}-${index}`} title={`${one} ${index + 1}`}>
									{row(`${name}-${index}`)}
								</Row>
							),
						)}
						{count < most &&
							govukButton({
								text: say`Add another ${startingSmall(one)}`,
								name: "_add",
								value: name,
								classes: buttonClasses,
							})}
					</>
				),
			})}
		</div>
	);
}

const describedBy = (name: string, hint: string | undefined, error: boolean) => {
	const ids = [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean);
	return ids.length > 0 ? { describedBy: ids.join(" ") } : {};
};

const Row = ({ name, title, children }: { name: string; title: string; children: Child }): Html =>
	govukFieldset({
		classes: "govuk-!-margin-bottom-6",
		legend: { text: title, classes: "govuk-fieldset__legend--s" },
		html: (
			<>
				{children}
				{govukButton({
					html: say`Remove${<Unseen>{` ${startingSmall(title)}`}</Unseen>}`,
					name: "_remove",
					value: name,
					classes: buttonClasses,
				})}
			</>
		),
	});

const buttonClasses = "govuk-button--secondary govuk-!-margin-top-4 govuk-!-margin-bottom-0";
