import type { WithWhom } from "../../../../domain/protocol/file/file.ts";
import type { Field, Protocol } from "../../../../domain/protocol/protocol.ts";
import { everybody, type NextAct, sayPersonOfStory } from "../../../../domain/story/next-acts.ts";
import { dateField, type FormState, radiosField, textField, typedText } from "../../../kit/form.ts";
import {
	govukButton,
	govukDateInput,
	govukDetails,
	govukInput,
	govukRadios,
	govukSelect,
} from "../../../kit/govuk.ts";
import type { Html } from "../../../kit/html.ts";
import { say } from "../../../kit/say.tsx";

/** The buttons, by what they ask for. */
export const buttons = {
	add: "add",
	back: "back",
	paste: "paste",
	afresh: "afresh",
} as const;

/** What waits, so that time alone passes. */
export const waiting = "wait";

/** The name of the input for what an act asks. */
export const inputFor = (act: number, field: string): string => `enter.${act}.${field}`;

/** What happens next in a story: when, who does what, and what that asks. */
export const NextForm = ({
	protocol,
	next,
	begun,
	whom,
	form,
}: {
	protocol: Protocol;
	next: NextAct[];
	/** Whether anything has happened yet. */
	begun: boolean;
	/** Who is on the other side of it; undefined before it begins. */
	whom: WithWhom | undefined;
	form: FormState;
}): Html => (
	<>
		<h2 class="govuk-heading-m">{begun ? say`What happens next?` : say`How does it begin?`}</h2>
		{govukDateInput({
			...dateField(form, "day"),
			fieldset: {
				legend: { text: say`Day`, classes: "govuk-fieldset__legend--s" },
			},
		})}
		{govukInput({
			...textField(form, "time"),
			label: { text: say`Time`, classes: "govuk-label--s" },
			hint: { text: say`Such as 9:30am or 14:00` },
			classes: "govuk-input--width-5",
		})}
		{govukRadios({
			...radiosField(form, "act"),
			fieldset: {
				legend: {
					text: begun ? say`Who does what?` : say`Who raises it?`,
					classes: "govuk-fieldset__legend--s",
				},
			},
			items: [
				...next.map((act, index) => ({
					value: act.value,
					text: act.says,
					...(act.ends && { hint: { text: act.ends } }),
					...(act.asks.length + (act.until ? 1 : 0) > 0 && {
						conditional: {
							html: (
								<>
									{act.until &&
										govukDateInput({
											...dateField(form, inputFor(index, "until")),
											fieldset: { legend: { text: say`Until when?` } },
										})}
									{act.asks.map((field) => (
										<Asked field={field} name={inputFor(index, field.id)} form={form} />
									))}
								</>
							),
						},
					}),
				})),
				...(begun
					? [
							{
								value: waiting,
								text: say`Nobody does anything: let the time pass`,
								hint: { text: say`Until the day and time above` },
							},
						]
					: []),
			],
		})}
		{begun &&
			govukDetails({
				summaryText: say`Let somebody else do it`,
				html: govukSelect({
					id: "who",
					name: "who",
					label: { text: say`Who does it` },
					value: typedText(form.values, "who"),
					items: [
						{ value: "", text: say`Whoever it is for` },
						...everybody(protocol, whom).map((said) => ({
							value: said,
							text: sayPersonOfStory(protocol, said),
						})),
					],
				}),
			})}
		<div class="govuk-button-group">
			{govukButton({ text: say`Play it`, name: "_do", value: buttons.add })}
			{begun &&
				govukButton({
					text: say`Take the last act back`,
					name: "_do",
					value: buttons.back,
					classes: "govuk-button--secondary",
				})}
			{begun &&
				govukButton({
					text: say`Begin again`,
					name: "_do",
					value: buttons.afresh,
					classes: "govuk-button--secondary",
				})}
		</div>
	</>
);

const Asked = ({ field, name, form }: { field: Field; name: string; form: FormState }): Html =>
	field.type === "choice"
		? govukSelect({
				id: name,
				name,
				label: { text: field.label },
				value: typedText(form.values, name),
				items: Object.entries(field.options).map(([value, text]) => ({
					value,
					text,
				})),
			})
		: govukDateInput({
				...dateField(form, name),
				fieldset: { legend: { text: field.label } },
			});
