import { paths, showItIsYouPaths, signInPaths, signInWithPath } from "../../addresses.ts";
import { type FormState, textField } from "../../kit/form.ts";
import { govukButton, govukInput, govukPasswordInput } from "../../kit/govuk.ts";
import type { Html } from "../../kit/html.ts";
import { Layout } from "../../kit/layout.tsx";
import type { PageFrame } from "../../kit/page-frame.ts";
import { PostForm } from "../../kit/post-form.tsx";
import { say } from "../../kit/say.tsx";
import { PasskeyForm } from "../../parts/passkey-form.tsx";

/** By what somebody can show again who they are. */
export type Means = {
	/** Where everybody is made up: by a button. */
	rehearsal: boolean;
	passkey: boolean;
	app: boolean;
	password: boolean;
	/** Where they signed in, when that was not here. */
	provider: { key: string; name: string } | undefined;
};

/** Where somebody who is signed in shows once more that it is them. */
export const ShowItIsYouPage = ({
	frame,
	form,
	means,
	next,
	name,
	forMinutes,
}: {
	frame: PageFrame;
	form: FormState;
	means: Means;
	next: string;
	/** Who is signed in. */
	name: string;
	forMinutes: number;
}): Html => (
	<Layout
		frame={frame}
		title={say`Sign in again`}
		errors={form.errors}
		back={{ href: paths.myWork, text: say`My work` }}
	>
		<p class="govuk-body">{say`You are signed in as ${name}. What you asked for gives away much at once, so Concord
			checks that it is still you. You are not asked again for ${forMinutes} minutes.`}</p>
		{means.rehearsal ? (
			<PostForm frame={frame} action={paths.showItIsYou}>
				<input type="hidden" name="next" value={next} />
				<p class="govuk-body">{say`In this rehearsal a click is enough. Nothing here is real.`}</p>
				{govukButton({ text: say`It is me`, preventDoubleClick: true })}
			</PostForm>
		) : (
			<>
				{means.provider && (
					<p>
						{govukButton({
							text: say`Sign in again with ${means.provider.name}`,
							href: `${signInWithPath(means.provider.key)}?again=yes&then=${encodeURIComponent(next)}`,
						})}
					</p>
				)}
				{means.passkey && (
					<PasskeyForm
						frame={frame}
						does="get"
						asks={signInPaths.askForPasskey}
						action={showItIsYouPaths.passkey}
						button={say`Use your passkey`}
						isMain={!means.app}
					>
						<input type="hidden" name="next" value={next} />
					</PasskeyForm>
				)}
				{(means.app || means.passkey) && (
					<PostForm frame={frame} action={showItIsYouPaths.code}>
						<input type="hidden" name="next" value={next} />
						{govukInput({
							...textField(form, "code"),
							value: "",
							label: { text: means.app ? say`Code` : say`Recovery code` },
							hint: {
								text: means.app
									? say`The 6 digits that your authenticator app shows now.`
									: say`If you cannot use your passkey here: one of those that you kept.`,
							},
							autocomplete: "one-time-code",
							spellcheck: false,
							classes: "govuk-input--width-20",
						})}
						{govukButton({ text: say`Continue`, preventDoubleClick: true })}
					</PostForm>
				)}
				{means.password && (
					<PostForm frame={frame} action={showItIsYouPaths.password}>
						<input type="hidden" name="next" value={next} />
						{govukPasswordInput({
							...textField(form, "password"),
							value: "",
							label: { text: say`Password` },
							autocomplete: "current-password",
						})}
						{govukButton({ text: say`Continue`, preventDoubleClick: true })}
					</PostForm>
				)}
			</>
		)}
	</Layout>
);
