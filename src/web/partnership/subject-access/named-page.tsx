import type { NamedFound, NamedShown } from "../../../actions/named-in-texts.ts";
import { waysNamed } from "../../../domain/subject-access/named-in-text.ts";
import { subjectAccessPaths } from "../../addresses.ts";
import { checkboxesField, type FormState, radiosField, textField } from "../../kit/form.ts";
import { govukButton, govukCheckboxes, govukRadios, govukTextarea } from "../../kit/govuk.ts";
import type { Html } from "../../kit/html.ts";
import { Layout } from "../../kit/layout.tsx";
import type { PageFrame } from "../../kit/page-frame.ts";
import { PostForm } from "../../kit/post-form.tsx";
import { say, sayIt } from "../../kit/say.tsx";
import { sayRequest } from "./page.tsx";

/** The differences in which a text may name the child: each is included or not, with a reason. */
export const NamedPage = ({
	frame,
	form,
	found: { request, open, openInAll, said },
}: {
	frame: PageFrame;
	form: FormState;
	found: NamedFound;
}): Html => (
	<Layout
		frame={frame}
		title={say`Which of these texts name this child?`}
		caption={sayRequest(request)}
		errors={form.errors}
		back={{ text: sayRequest(request), href: subjectAccessPaths.one(request.id) }}
	>
		<p class="govuk-body">{say`Each of these differences is about somebody else, and a text in it has what you looked for.
			Tick those of which you say the same, say it, and say why. If you include one, its sentences that name
			this child become pieces for you to look at.`}</p>
		{openInAll > open.length && (
			<p class="govuk-body">{say`You see the first ${open.length} of ${openInAll}. The next are shown once you have said what these are.`}</p>
		)}
		<PostForm frame={frame}>
			{govukCheckboxes({
				...checkboxesField(form, "which"),
				idPrefix: "which",
				fieldset: {
					legend: { text: say`Which differences?`, classes: "govuk-fieldset__legend--s" },
				},
				items: [...open, ...said].map((one) => ({
					value: one.differenceId,
					text: one.reference,
					hint: { html: <Told one={one} /> },
				})),
			})}
			{govukRadios({
				...radiosField(form, "theirs"),
				idPrefix: "theirs",
				fieldset: {
					legend: {
						text: say`Do the texts of those that you ticked name this child?`,
						classes: "govuk-fieldset__legend--s",
					},
				},
				items: [
					{ value: "yes", text: say`Yes, include them` },
					{ value: "no", text: say`No, they name somebody else` },
				],
			})}
			{govukTextarea({
				...textField(form, "why"),
				label: { text: say`Why do you think so?`, classes: "govuk-label--s" },
				hint: { text: say`Kept with each that you ticked` },
				rows: 3,
			})}
			{govukButton({ text: say`Save`, preventDoubleClick: true })}
		</PostForm>
	</Layout>
);

const Told = ({
	one: { foundBy, isTheirs, by, whySaid, sentences },
}: {
	one: NamedShown;
}): Html => (
	<>
		{isTheirs === null
			? say`Found by ${foundBy.map((way) => sayIt(waysNamed[way as keyof typeof waysNamed])).join(", ")}.`
			: isTheirs
				? say`Included by ${by ?? ""}: ${whySaid ?? ""}`
				: say`Not included by ${by ?? ""}: ${whySaid ?? ""}`}
		{sentences.map((sentence) => (
			<>
				<br />“{sentence}”
			</>
		))}
	</>
);
