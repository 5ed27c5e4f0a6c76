import { rehearsalPassword } from "../../../actions/sign-in.ts";
import type { Partnership } from "../../../store/partnerships.ts";
import type { Person } from "../../../store/people.ts";
import { ownPath, paths, signInPaths, signInWithPath } from "../../addresses.ts";
import { type FormState, textField } from "../../kit/form.ts";
import { govukButton, govukInput, govukPasswordInput } from "../../kit/govuk.ts";
import type { Html } from "../../kit/html.ts";
import { Layout } from "../../kit/layout.tsx";
import type { PageFrame } from "../../kit/page-frame.ts";
import { PostForm } from "../../kit/post-form.tsx";
import { say } from "../../kit/say.tsx";
import { Link } from "../../kit/text.tsx";
import { PasskeyForm } from "../../parts/passkey-form.tsx";
import { RehearsalPeople } from "../../parts/rehearsal-people.tsx";

export type SignInView = {
	frame: PageFrame;
	form: FormState;
	/** The page to go to afterwards. */
	next: string;
	/** Whether this address can have passkeys. */
	offersPasskeys: boolean;
	/** Undefined outside rehearsals, where nobody may be listed. */
	rehearsal: ToRehearse | undefined;
	/** Where else one may sign in. */
	providers: readonly { key: string; name: string }[];
};

/** Whom one can rehearse as. */
export type ToRehearse = {
	/** Those of the partnership at whose address one is; undefined before one has been chosen. */
	people: Person[] | undefined;
	/** The partnerships that one can go to. */
	others: readonly Pick<Partnership, "name" | "pathName">[];
};

export const SignInPage = ({
	frame,
	form,
	next,
	offersPasskeys,
	rehearsal,
	providers,
}: SignInView): Html => (
	<Layout frame={frame} title={say`Sign in`} errors={form.errors} width="full">
		<div class="govuk-grid-row">
			<div class="govuk-grid-column-two-thirds">
				{providers.length > 0 && (
					<>
						<p class="govuk-body">{say`If you work for one of these, sign in as you do for your work there:`}</p>
						<ul class="govuk-list">
							{providers.map(({ key, name }) => (
								<li>
									{govukButton({
										text: name,
										href: `${signInWithPath(key)}?then=${encodeURIComponent(next)}`,
										classes: "govuk-button--secondary",
									})}
								</li>
							))}
						</ul>
						<h2 class="govuk-heading-m">{say`Or with a password`}</h2>
					</>
				)}
				<PostForm frame={frame}>
					<input type="hidden" name="next" value={next} />
					{govukInput({
						...textField(form, "email"),
						label: { text: say`Email address` },
						type: "email",
						autocomplete: "username",
						spellcheck: false,
						classes: "govuk-input--width-20",
					})}
					{govukPasswordInput({
						name: "password",
						id: "password",
						label: { text: say`Password` },
						autocomplete: "current-password",
						errorMessage: form.errors.password,
						classes: "govuk-input--width-20",
					})}
					{govukButton({ text: say`Sign in`, preventDoubleClick: true })}
				</PostForm>
				{offersPasskeys && (
					<PasskeyForm
						frame={frame}
						does="get"
						asks={signInPaths.askForPasskey}
						action={signInPaths.passkey}
						button={say`Sign in with a passkey`}
					>
						<input type="hidden" name="next" value={next} />
					</PasskeyForm>
				)}
				<p class="govuk-body">{say`If you have no account and answer by a link, open the link in your email again.`}</p>
				<p class="govuk-body">
					<Link href={paths.forgottenPassword}>{say`Forgotten your password?`}</Link>
				</p>
				{frame.help && (
					<p class="govuk-body">{say`If you cannot sign in, ask ${frame.help}.
						${<Link href={paths.help}>{say`All contacts`}</Link>}`}</p>
				)}
			</div>
		</div>
		{rehearsal && <Rehearsing frame={frame} next={next} {...rehearsal} />}
	</Layout>
);

const Rehearsing = ({
	frame,
	next,
	people,
	others,
}: ToRehearse & Pick<SignInView, "frame" | "next">): Html => (
	<>
		{people ? (
			<>
				<h2 class="govuk-heading-m">{say`Or rehearse as somebody`}</h2>
				<div class="govuk-grid-row">
					<div class="govuk-grid-column-two-thirds">
						<p class="govuk-body">{say`Everybody here is made up. Choose a person to see what they see, then another to
							answer them. The form above takes their email address and the password
							${<strong>{rehearsalPassword}</strong>}.`}</p>
					</div>
				</div>
				<RehearsalPeople frame={frame} people={people} next={next} />
				{others.length > 0 && (
					<h2 class="govuk-heading-m">{say`Or rehearse in another partnership`}</h2>
				)}
			</>
		) : (
			<>
				<h2 class="govuk-heading-m">{say`Or rehearse as somebody`}</h2>
				<p class="govuk-body">{say`Everybody here is made up. The partnerships know nothing of each other. Choose one
					first.`}</p>
			</>
		)}
		<ul class="govuk-list">
			{others.map(({ name, pathName }) => (
				<li>
					<Link
						href={`${ownPath(pathName)}${paths.signIn}${next === paths.myWork ? "" : `?then=${encodeURIComponent(next)}`}`}
					>
						{name}
					</Link>
				</li>
			))}
		</ul>
	</>
);

/** Where no script saves what is being typed, somebody is asked before it is gone. */
export const SignOutPage = ({ frame }: { frame: PageFrame }): Html => (
	<Layout frame={frame} title={say`Sign out`}>
		<p class="govuk-body">{say`If you were writing on the page before this one, go back to it with your browser and
			save it first. What you have not saved is not kept when you sign out.`}</p>
		<PostForm frame={frame} action={paths.signOut}>
			<input type="hidden" name="sure" value="yes" />
			{govukButton({ text: say`Sign out`, preventDoubleClick: true })}
		</PostForm>
	</Layout>
);
