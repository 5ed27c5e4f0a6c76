import { shortestPassword } from "../../../domain/people/password-rules.ts";
import { paths } from "../../addresses.ts";
import type { FormState } from "../../kit/form.ts";
import { govukButton, govukPasswordInput } from "../../kit/govuk.ts";
import type { Html } from "../../kit/html.ts";
import { Layout } from "../../kit/layout.tsx";
import type { PageFrame } from "../../kit/page-frame.ts";
import { PostForm } from "../../kit/post-form.tsx";
import { say } from "../../kit/say.tsx";
import { Link } from "../../kit/text.tsx";

/** What an operator sees who follows the address that they were given. */
export const OperatorPage = ({
	frame,
	form,
	email,
}: {
	frame: PageFrame;
	form: FormState;
	email: string;
}): Html => (
	<Layout frame={frame} title={say`You keep this Concord`} errors={form.errors}>
		<p class="govuk-body">{say`You will see which partnerships there are, how much is in each, and how Concord is
			running. You see nothing of what is in a partnership.`}</p>
		<p class="govuk-body">{say`You sign in with ${email}, a password that only you know, and a passkey or an
			authenticator app, which you set up next.`}</p>
		<PostForm frame={frame}>
			{govukPasswordInput({
				id: "password",
				name: "password",
				label: { text: say`Choose a password`, classes: "govuk-label--s" },
				hint: {
					text: say`${shortestPassword} characters or more. Three words that do not belong together are easy to keep in mind`,
				},
				autocomplete: "new-password",
				errorMessage: form.errors.password,
			})}
			{govukButton({ text: say`Save and sign in`, preventDoubleClick: true })}
		</PostForm>
	</Layout>
);

export const OperatorLinkOverPage = ({ frame }: { frame: PageFrame }): Html => (
	<Layout frame={frame} title={say`This link works no more`}>
		<p class="govuk-body">{say`It works once, for 7 days, and a newer one takes its place. If you have chosen a
			password, ${<Link href={paths.signIn}>{say`sign in`}</Link>}. If not, ask whoever gave
			it to you for another one.`}</p>
	</Layout>
);
