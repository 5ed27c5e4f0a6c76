import { paths } from "../../addresses.ts";
import { govukButton } from "../../kit/govuk.ts";
import type { Html } from "../../kit/html.ts";
import type { PageFrame } from "../../kit/page-frame.ts";
import { PostForm } from "../../kit/post-form.tsx";
import { say } from "../../kit/say.tsx";
import { Link } from "../../kit/text.tsx";
import type { Raising } from "../../parts/raising/raising.ts";
import { RaiseLayout } from "./raise-layout.tsx";

/** What was begun goes for good, so it is asked about once. */
export const ThrowAwayPage = ({ frame, raising }: { frame: PageFrame; raising: Raising }): Html => (
	<RaiseLayout
		frame={frame}
		raising={raising}
		title={say`Throw away what you have begun?`}
		back={paths.myWork}
	>
		<p class="govuk-body">{say`Everything that you entered here is deleted and cannot be brought back. It was not
			raised, and nobody else has seen it.`}</p>
		<PostForm frame={frame}>
			<div class="govuk-button-group">
				{govukButton({
					text: say`Throw it away`,
					classes: "govuk-button--warning",
					preventDoubleClick: true,
				})}
				<Link href={paths.myWork}>{say`Keep it`}</Link>
			</div>
		</PostForm>
	</RaiseLayout>
);
