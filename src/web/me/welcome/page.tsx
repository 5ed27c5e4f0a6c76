import type { Invitee } from "../../../store/invitations.ts";
import { paths, welcomePath } from "../../addresses.ts";
import type { FormState } from "../../kit/form.ts";
import { govukButton } from "../../kit/govuk.ts";
import type { Html } from "../../kit/html.ts";
import { Layout } from "../../kit/layout.tsx";
import type { PageFrame } from "../../kit/page-frame.ts";
import { PostForm } from "../../kit/post-form.tsx";
import { say } from "../../kit/say.tsx";
import { Link } from "../../kit/text.tsx";
import { ChoosePassword } from "../../parts/choose-password.tsx";

export type WelcomeView = {
	frame: PageFrame;
	form: FormState;
	secret: string;
	invitee: Invitee;
	/** The address of the invitation is that of an account. */
	hasAccount: boolean;
	/** Whoever looks is signed in to an account. */
	signedInAs: string | undefined;
};

/** What somebody sees who follows their invitation: nobody else can open this page. */
export const WelcomePage = ({
	frame,
	form,
	secret,
	invitee,
	hasAccount,
	signedInAs,
}: WelcomeView): Html => {
	const signIn = `${paths.signIn}?then=${encodeURIComponent(welcomePath(secret))}`;
	return (
		<Layout frame={frame} title={say`Welcome to Concord, ${invitee.name}`} errors={form.errors}>
			<p class="govuk-body">{say`${invitee.partnership} invites you as ${invitee.jobTitle}, ${invitee.agencyName}.`}</p>
			{signedInAs !== undefined ? (
				<>
					<p class="govuk-body">{say`You are signed in as ${signedInAs}. If that is somebody else, sign out first, then
						follow the link again.`}</p>
					<PostForm frame={frame}>
						<input type="hidden" name="to" value="account" />
						{govukButton({ text: say`Add it to your account`, preventDoubleClick: true })}
					</PostForm>
				</>
			) : hasAccount ? (
				<>
					<p class="govuk-body">{say`You have an account already, with the address ${invitee.email}. Sign in to it
						first. Then you can add this post to it.`}</p>
					{govukButton({ text: say`Sign in`, href: signIn })}
				</>
			) : (
				<>
					<p class="govuk-body">{say`You sign in with ${invitee.email} and a password that only you know.`}</p>
					<PostForm frame={frame}>
						<ChoosePassword form={form} label={say`Choose a password`} />
						{govukButton({ text: say`Save and sign in`, preventDoubleClick: true })}
					</PostForm>
					<p class="govuk-body">{say`Do you use Concord already, with another address?
						${<Link href={signIn}>{say`Sign in and add this post to your account`}</Link>}.`}</p>
				</>
			)}
		</Layout>
	);
};

export const InvitationOverPage = ({ frame }: { frame: PageFrame }): Html => (
	<Layout frame={frame} title={say`This link works no more`}>
		<p class="govuk-body">{say`An invitation works once, for 7 days, and a newer one takes its place. If you have
			chosen how you sign in, ${<Link href={paths.signIn}>{say`sign in`}</Link>}. If not,
			ask whoever invited you to send another one.`}</p>
	</Layout>
);
