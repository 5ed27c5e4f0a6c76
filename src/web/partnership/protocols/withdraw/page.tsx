import { textField } from "../../../kit/form.ts";
import { govukButton, govukTextarea, govukWarningText } from "../../../kit/govuk.ts";
import type { Html } from "../../../kit/html.ts";
import { PostForm } from "../../../kit/post-form.tsx";
import { say } from "../../../kit/say.tsx";
import type { VersionFormView } from "../../../parts/protocol/version-form.ts";
import { VersionLayout } from "../../../parts/protocol/version-layout.tsx";

/** A version is given up before it ever was in force. */
export const WithdrawPage = ({ frame, visit, form }: VersionFormView): Html => (
	<VersionLayout frame={frame} visit={visit} title={say`Withdraw it`} errors={form.errors}>
		{govukWarningText({
			text: say`This cannot be undone. Its text stays to be read, and a new version can be made from it.`,
			iconFallbackText: say`Warning`,
		})}
		<PostForm frame={frame}>
			{govukTextarea({
				...textField(form, "reason"),
				label: { text: say`Why is it withdrawn?`, classes: "govuk-label--s" },
				rows: 3,
			})}
			{govukButton({
				text: say`Withdraw it`,
				classes: "govuk-button--warning",
				preventDoubleClick: true,
			})}
		</PostForm>
	</VersionLayout>
);
