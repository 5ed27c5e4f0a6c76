import type { Digest } from "../../../domain/people/digest.ts";
import { settingsPaths } from "../../addresses.ts";
import { type FormState, radiosField } from "../../kit/form.ts";
import { govukRadios, secondaryButton } from "../../kit/govuk.ts";
import type { Html } from "../../kit/html.ts";
import type { PageFrame } from "../../kit/page-frame.ts";
import { PostForm } from "../../kit/post-form.tsx";
import { say } from "../../kit/say.tsx";

const choices = (): Record<Digest, { text: string; hint: string }> => ({
	"as-they-come": {
		text: say`Of each thing, before it is due, on the day and while it is late`,
		hint: say`Several on one morning come in one message.`,
	},
	"each-morning": {
		text: say`Once each working day, of everything I have to do`,
		hint: say`On days on which you have nothing to do, nothing comes.`,
	},
});

/** How somebody is reminded of what they owe. That it is their turn they are told at once either way. */
export const DigestSection = ({
	frame,
	form,
	digest,
}: {
	frame: PageFrame;
	form: FormState;
	digest: Digest;
}): Html => {
	const { value, ...field } = radiosField(form, "digest");
	return (
		<>
			<h2 class="govuk-heading-m" id="reminders">{say`How you are reminded`}</h2>
			<p class="govuk-body">{say`When it becomes your turn you are told at once, either way.`}</p>
			<PostForm frame={frame} action={settingsPaths.digest}>
				{govukRadios({
					...field,
					value: value || digest,
					classes: "govuk-radios--small",
					fieldset: {
						legend: {
							text: say`How should Concord remind you?`,
							classes: "govuk-fieldset__legend--s",
						},
					},
					items: Object.entries(choices()).map(([value, { text, hint }]) => ({
						value,
						text,
						hint: { text: hint },
					})),
				})}
				{secondaryButton({ text: say`Save how you are reminded`, preventDoubleClick: true })}
			</PostForm>
		</>
	);
};
