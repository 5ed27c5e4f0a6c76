import { newActKey } from "../../../kit/act-key.ts";
import { textField } from "../../../kit/form.ts";
import { govukButton, govukInput, govukTextarea } from "../../../kit/govuk.ts";
import type { Html } from "../../../kit/html.ts";
import { PostForm } from "../../../kit/post-form.tsx";
import { say } from "../../../kit/say.tsx";
import type { VersionFormView } from "../../../parts/protocol/version-form.ts";
import { VersionLayout } from "../../../parts/protocol/version-layout.tsx";

/** A new version from an old one: its name. */
export const CopyPage = ({ frame, visit, form }: VersionFormView): Html => (
	<VersionLayout
		frame={frame}
		visit={visit}
		title={say`Make a new version from it`}
		errors={form.errors}
	>
		<p class="govuk-body">{say`The text is copied. You change it on the next page. Nothing changes for anybody yet.`}</p>
		<PostForm frame={frame}>
			<input type="hidden" name="_key" value={newActKey()} />
			{govukInput({
				...textField(form, "name"),
				label: { text: say`What is the new version called?`, classes: "govuk-label--s" },
				hint: { text: say`Such as the month, ${visit.today.slice(0, 7)}` },
				classes: "govuk-input--width-10",
				spellcheck: false,
			})}
			{govukTextarea({
				...textField(form, "note"),
				label: { text: say`Why is it made? (optional)`, classes: "govuk-label--s" },
				rows: 3,
			})}
			{govukButton({ text: say`Make it`, preventDoubleClick: true })}
		</PostForm>
	</VersionLayout>
);
