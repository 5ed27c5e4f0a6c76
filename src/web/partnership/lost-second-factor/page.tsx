import type { Person } from "../../../store/people.ts";
import { lostSecondFactorPath, resetSecondFactorPath, yourSettingsPath } from "../../addresses.ts";
import { govukButton } from "../../kit/govuk.ts";
import type { Html } from "../../kit/html.ts";
import { Layout } from "../../kit/layout.tsx";
import type { PageFrame } from "../../kit/page-frame.ts";
import { PostForm } from "../../kit/post-form.tsx";
import { say } from "../../kit/say.tsx";
import { Link } from "../../kit/text.tsx";

export const LostSecondFactorPage = ({
	frame,
	people,
}: {
	frame: PageFrame;
	people: readonly Person[];
}): Html => (
	<Layout
		frame={frame}
		title={say`Somebody cannot sign in`}
		back={{ href: yourSettingsPath, text: say`Your settings` }}
	>
		<p class="govuk-body">{say`Who has lost their phone or their passkey, and has no recovery code left? Speak to them
			first, on a number that you know: a stranger may pretend to be them.`}</p>
		{people.length === 0 ? (
			<p class="govuk-body">{say`Nobody else here has a passkey or an authenticator app.`}</p>
		) : (
			<ul class="govuk-list">
				{people.map(({ id, name, agencyName }) => (
					<li>
						<Link href={resetSecondFactorPath(id)}>{name}</Link>, {agencyName}
					</li>
				))}
			</ul>
		)}
	</Layout>
);

export const ResetSecondFactorPage = ({
	frame,
	name,
	agencyName,
}: {
	frame: PageFrame;
	name: string;
	agencyName: string;
}): Html => (
	<Layout
		frame={frame}
		title={say`Let ${name} set up another`}
		back={{ href: lostSecondFactorPath }}
	>
		<p class="govuk-body">{say`This takes away the passkeys, the authenticator app and the recovery codes of ${name},
			${agencyName}, and signs them out everywhere. They sign in with their password and set
			up another.`}</p>
		<p class="govuk-body">{say`They are told by mail, and it is kept that you did it. Have you spoken to them, on a
			number that you know?`}</p>
		<PostForm frame={frame}>
			{govukButton({
				text: say`I have spoken to them: take them away`,
				classes: "govuk-button--warning",
				preventDoubleClick: true,
			})}
		</PostForm>
	</Layout>
);
