import { dateField, textField } from "../../../kit/form.ts";
import { govukButton, govukDateInput, govukTextarea } from "../../../kit/govuk.ts";
import type { Html } from "../../../kit/html.ts";
import { PostForm } from "../../../kit/post-form.tsx";
import type { VersionFormView } from "../../../parts/protocol/version-form.ts";
import { VersionLayout } from "../../../parts/protocol/version-layout.tsx";

/** A draft is put before a second administrator. */
export const ProposePage = ({ frame, visit, form }: VersionFormView): Html => (
	<VersionLayout frame={frame} visit={visit} title="Propose it" errors={form.errors}>
		<p class="govuk-body">
			Its text cannot be changed after this. Another administrator, who had no part in it, approves
			or refuses it.
		</p>
		<PostForm frame={frame}>
			<input type="hidden" name="_revision" value={visit.version.revision} />
			{govukDateInput({
				...dateField(form, "day"),
				fieldset: {
					legend: {
						text: "From which day is it to be in force?",
						classes: "govuk-fieldset__legend--s",
					},
				},
				hint: { text: "Today or later. Whoever approves it may choose another." },
			})}
			{govukTextarea({
				...textField(form, "note"),
				label: { text: "What should they know? (optional)", classes: "govuk-label--s" },
				rows: 4,
			})}
			{govukButton({ text: "Propose it", preventDoubleClick: true })}
		</PostForm>
	</VersionLayout>
);
