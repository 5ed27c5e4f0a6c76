import { dateField, textField } from "../../../kit/form.ts";
import { govukButton, govukDateInput, govukTextarea } from "../../../kit/govuk.ts";
import type { Html } from "../../../kit/html.ts";
import { PostForm } from "../../../kit/post-form.tsx";
import { say } from "../../../kit/say.tsx";
import type { VersionFormView } from "../../../parts/protocol/version-form.ts";
import { VersionLayout } from "../../../parts/protocol/version-layout.tsx";

/** A draft is put before a second administrator. */
export const ProposePage = ({ frame, visit, form }: VersionFormView): Html => (
	<VersionLayout frame={frame} visit={visit} title={say`Propose it`} errors={form.errors}>
		<p class="govuk-body">{say`Its text cannot be changed after this. Another administrator, who had no part in it,
			approves or refuses it.`}</p>
		<PostForm frame={frame}>
			<input type="hidden" name="_revision" value={visit.version.revision} />
			{govukDateInput({
				...dateField(form, "day"),
				fieldset: {
					legend: {
						text: say`From which day is it to be in force?`,
						classes: "govuk-fieldset__legend--s",
					},
				},
				hint: { text: say`Today or later. Whoever approves it may choose another.` },
			})}
			{govukTextarea({
				...textField(form, "note"),
				label: { text: say`What should they know? (optional)`, classes: "govuk-label--s" },
				rows: 4,
			})}
			{govukButton({ text: say`Propose it`, preventDoubleClick: true })}
		</PostForm>
	</VersionLayout>
);
