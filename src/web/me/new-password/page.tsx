import { paths } from "../../addresses.ts";
import { type FormState, textField } from "../../kit/form.ts";
import { govukButton, govukInput } from "../../kit/govuk.ts";
import type { Html } from "../../kit/html.ts";
import { Layout } from "../../kit/layout.tsx";
import type { PageFrame } from "../../kit/page-frame.ts";
import { PostForm } from "../../kit/post-form.tsx";
import { say } from "../../kit/say.tsx";
import { Link } from "../../kit/text.tsx";
import { ChoosePassword } from "../../parts/choose-password.tsx";

type WithForm = { frame: PageFrame; form: FormState };

export const ForgottenPasswordPage = ({ frame, form }: WithForm): Html => (
	<Layout
		frame={frame}
		title={say`Choose a new password`}
		errors={form.errors}
		back={{ href: paths.signIn }}
	>
		<p class="govuk-body">{say`Enter the email address that you sign in with. A link comes by mail, which works once,
			for an hour.`}</p>
		<PostForm frame={frame}>
			{govukInput({
				...textField(form, "email"),
				label: { text: say`Email address` },
				type: "email",
				autocomplete: "username",
				spellcheck: false,
				classes: "govuk-input--width-20",
			})}
			{govukButton({ text: say`Send the link`, preventDoubleClick: true })}
		</PostForm>
	</Layout>
);

/** The same whoever has the address, or nobody. */
export const LinkSentPage = ({ frame }: { frame: PageFrame }): Html => (
	<Layout frame={frame} title={say`Look in your mail`}>
		<p class="govuk-body">{say`If somebody signs in to Concord with this address, a link is on its way there. It works
			once, for an hour.`}</p>
		<p class="govuk-body">{say`Nothing has come after ten minutes? Look among unwanted mail. Your sign-in address may
			be another: it is the one at which you were first invited. If you cannot find it, ask
			your Business Unit.`}</p>
		<p class="govuk-body">
			<Link href={paths.signIn}>{say`Back to sign in`}</Link>
		</p>
	</Layout>
);

export const NewPasswordPage = ({ frame, form }: WithForm): Html => (
	<Layout frame={frame} title={say`Choose a new password`} errors={form.errors}>
		<PostForm frame={frame}>
			<ChoosePassword form={form} />
			<p class="govuk-body">{say`You are signed out wherever you are signed in now.`}</p>
			{govukButton({ text: say`Save the new password`, preventDoubleClick: true })}
		</PostForm>
	</Layout>
);

export const PasswordSavedPage = ({ frame }: { frame: PageFrame }): Html => (
	<Layout frame={frame} title={say`Your new password is saved`}>
		<p class="govuk-body">
			<Link href={paths.signIn}>{say`Sign in with it`}</Link>
		</p>
	</Layout>
);

/** The same for one that was used, has run out, or never was. */
export const LinkOverPage = ({ frame }: { frame: PageFrame }): Html => (
	<Layout frame={frame} title={say`This link does not work any more`}>
		<p class="govuk-body">{say`It works once, for an hour, and a newer link takes its place. Nothing has been changed.`}</p>
		<p class="govuk-body">
			<Link href={paths.forgottenPassword}>{say`Have another sent`}</Link>
		</p>
	</Layout>
);
