import { workingDaysPath } from "../../addresses.ts";
import { type FormState, radiosField } from "../../kit/form.ts";
import { govukButton, govukRadios } from "../../kit/govuk.ts";
import type { Html } from "../../kit/html.ts";
import { Layout } from "../../kit/layout.tsx";
import type { PageFrame } from "../../kit/page-frame.ts";
import { PostForm } from "../../kit/post-form.tsx";
import { say } from "../../kit/say.tsx";

/** Sets whether people of the partnership may choose Welsh, and says how far it is. */
export const WelshOfferedPage = ({ frame, form }: { frame: PageFrame; form: FormState }): Html => (
	<Layout
		frame={frame}
		title={say`Concord in Welsh`}
		errors={form.errors}
		back={{ href: workingDaysPath }}
	>
		<p class="govuk-body">
			{say`Each person chooses for themself, at the top of any page. Pages and e-mails are then in Welsh as far as they are translated. What is not stays in English.`}
		</p>
		<p class="govuk-body">
			{say`A Welsh speaker has not checked these translations yet. Ask one before you offer them.`}
		</p>
		<PostForm frame={frame}>
			{govukRadios({
				...radiosField(form, "offered"),
				fieldset: {
					legend: {
						text: say`May people choose Welsh?`,
						classes: "govuk-fieldset__legend--s",
					},
				},
				items: [
					{ value: "yes", text: say`Yes` },
					{ value: "no", text: say`No` },
				],
			})}
			{govukButton({ text: say`Save`, preventDoubleClick: true })}
		</PostForm>
	</Layout>
);
