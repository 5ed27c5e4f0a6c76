import { type FormState, textField } from "../../../kit/form.ts";
import { govukButton, govukTextarea, govukWarningText } from "../../../kit/govuk.ts";
import type { Html } from "../../../kit/html.ts";
import type { PageFrame } from "../../../kit/page-frame.ts";
import { PostForm } from "../../../kit/post-form.tsx";
import { VersionLayout } from "../../../parts/protocol/version-layout.tsx";
import type { Visit } from "../../../parts/protocol/visit-version.ts";

/** A version is given up before it ever was in force. */
export const WithdrawPage = ({
	frame,
	visit,
	form,
}: {
	frame: PageFrame;
	visit: Visit;
	form: FormState;
}): Html => (
	<VersionLayout frame={frame} visit={visit} title="Withdraw it" errors={form.errors}>
		{govukWarningText({
			text: "This cannot be undone. Its text stays to be read, and a new version can be made from it.",
			iconFallbackText: "Warning",
		})}
		<PostForm frame={frame}>
			{govukTextarea({
				...textField(form, "reason"),
				label: { text: "Why is it withdrawn?", classes: "govuk-label--s" },
				rows: 3,
			})}
			{govukButton({
				text: "Withdraw it",
				classes: "govuk-button--warning",
				preventDoubleClick: true,
			})}
		</PostForm>
	</VersionLayout>
);
