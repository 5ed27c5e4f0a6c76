import type { PeopleShownBy } from "../../../domain/difference/told/whom.ts";
import { workingDaysPath } from "../../addresses.ts";
import { type FormState, radiosField } from "../../kit/form.ts";
import { govukButton, govukRadios } from "../../kit/govuk.ts";
import type { Html } from "../../kit/html.ts";
import { Layout } from "../../kit/layout.tsx";
import type { PageFrame } from "../../kit/page-frame.ts";
import { PostForm } from "../../kit/post-form.tsx";
import { say, sayWhole } from "../../kit/say.tsx";

/** Both ways, as the page asks for them. */
export const waysToShow = {
	name: "By name, such as Robin Vale",
	initials: "By initials, such as RV",
} as const satisfies Record<PeopleShownBy, string>;

/** Sets how lists and headings say whom a difference is about. */
export const PeopleShownByPage = ({ frame, form }: { frame: PageFrame; form: FormState }): Html => (
	<Layout
		frame={frame}
		title={say`How lists show whom it is about`}
		errors={form.errors}
		back={{ href: workingDaysPath }}
	>
		<p class="govuk-body">{say`My work, the lists and the heading of each page say whom it is about, to people who may
			see it and to nobody else. Initials show less to somebody who looks over a shoulder, and
			two people can have the same. E-mails never name whom it is about.`}</p>
		<PostForm frame={frame}>
			{govukRadios({
				...radiosField(form, "shownBy"),
				fieldset: {
					legend: {
						text: say`How should lists and headings say whom it is about?`,
						classes: "govuk-fieldset__legend--s",
					},
				},
				items: Object.entries(waysToShow).map(([value, text]) => ({
					value,
					text: sayWhole(text),
				})),
			})}
			{govukButton({ text: say`Save`, preventDoubleClick: true })}
		</PostForm>
	</Layout>
);
