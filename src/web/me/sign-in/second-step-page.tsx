import { paths, signInPaths } from "../../addresses.ts";
import { type FormState, textField } from "../../kit/form.ts";
import { govukButton, govukDetails, govukInput } from "../../kit/govuk.ts";
import type { Html } from "../../kit/html.ts";
import { Layout } from "../../kit/layout.tsx";
import type { PageFrame } from "../../kit/page-frame.ts";
import { PostForm } from "../../kit/post-form.tsx";
import { say } from "../../kit/say.tsx";
import { Link } from "../../kit/text.tsx";
import { PasskeyForm } from "../../parts/passkey-form.tsx";

/** Where somebody who has shown their password shows that it is them. */
export const SecondStepPage = ({
	frame,
	form,
	has,
	passkeysAt,
	next,
}: {
	frame: PageFrame;
	form: FormState;
	/** What they can show. */
	has: { passkeys: boolean; app: boolean };
	/** Where the passkey that they have works; undefined where that is here, or they have none. */
	passkeysAt: string | undefined;
	next: string;
}): Html => (
	<Layout
		frame={frame}
		title={say`Show that it is you`}
		errors={form.errors}
		back={{ href: paths.signIn }}
	>
		<p class="govuk-body">{say`Your password is right. One thing more is asked of you.`}</p>
		{has.passkeys && (
			<PasskeyForm
				frame={frame}
				does="get"
				asks={signInPaths.askForPasskey}
				action={signInPaths.passkey}
				button={say`Use your passkey`}
				isMain={!has.app}
			>
				<input type="hidden" name="next" value={next} />
			</PasskeyForm>
		)}
		{passkeysAt && (
			<p class="govuk-body">{say`Your passkey does not work at this address.
				${<Link href={`${passkeysAt}${paths.signIn}`}>{say`Sign in with it at ${passkeysAt}`}</Link>},
				or enter a code here.`}</p>
		)}
		<PostForm frame={frame} action={signInPaths.secondStep}>
			{govukInput({
				...textField(form, "code"),
				value: "",
				label: { text: has.app ? say`Code` : say`Recovery code` },
				hint: {
					text: has.app
						? say`The 6 digits that your authenticator app shows now, or one of your recovery codes.`
						: say`One of those that you kept when you set up your passkey.`,
				},
				autocomplete: "one-time-code",
				spellcheck: false,
				classes: "govuk-input--width-20",
			})}
			{govukButton({ text: say`Continue`, preventDoubleClick: true })}
		</PostForm>
		{govukDetails({
			summaryText: say`You have lost your phone or your passkey`,
			html: (
				<p class="govuk-body">{say`Enter one of your recovery codes above. If you have none, ask an administrator of
					your partnership: they can let you set up another.
					${<Link href={paths.signIn}>{say`Begin again`}</Link>}`}</p>
			),
		})}
	</Layout>
);
