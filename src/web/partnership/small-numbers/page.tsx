import { hiddenMark, thresholdsToChoose } from "../../../domain/learning/suppress.ts";
import { workingDaysPath } from "../../addresses.ts";
import { type FormState, radiosField } from "../../kit/form.ts";
import { govukButton, govukRadios } from "../../kit/govuk.ts";
import type { Html } from "../../kit/html.ts";
import { Layout } from "../../kit/layout.tsx";
import type { PageFrame } from "../../kit/page-frame.ts";
import { PostForm } from "../../kit/post-form.tsx";
import { say } from "../../kit/say.tsx";

/** Sets which numbers are hidden when a report leaves the Business Unit. */
export const SmallNumbersPage = ({ frame, form }: { frame: PageFrame; form: FormState }): Html => (
	<Layout
		frame={frame}
		title={say`Small numbers in reports`}
		errors={form.errors}
		back={{ href: workingDaysPath }}
	>
		<p class="govuk-body">{say`When a report goes to anybody outside the Business Unit, small numbers are hidden, so
			that nobody can tell which child a figure is about. ${hiddenMark} stands in their place.
			Other numbers are hidden with them where they would give them away. A 0 is always shown.`}</p>
		<p class="govuk-body">{say`A report that was presented stays as it was. What you choose here is for the next ones.`}</p>
		<PostForm frame={frame}>
			{govukRadios({
				...radiosField(form, "below"),
				fieldset: {
					legend: {
						text: say`Which numbers are too small to show?`,
						classes: "govuk-fieldset__legend--s",
					},
				},
				items: thresholdsToChoose.map((below) => ({
					value: String(below),
					text: say`1 to ${below - 1}`,
				})),
			})}
			{govukButton({ text: say`Save`, preventDoubleClick: true })}
		</PostForm>
	</Layout>
);
