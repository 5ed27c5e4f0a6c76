import type { Digest } from "../../../domain/people/digest.ts";
import {
	apiTokensPath,
	colleaguesPath,
	howYouSignInPath,
	lostSecondFactorPath,
	settingsPaths,
} from "../../addresses.ts";
import type { FormState } from "../../kit/form.ts";
import { govukButton, govukInsetText, secondaryButton } from "../../kit/govuk.ts";
import type { Html } from "../../kit/html.ts";
import { Layout } from "../../kit/layout.tsx";
import type { PageFrame } from "../../kit/page-frame.ts";
import { PostForm } from "../../kit/post-form.tsx";
import { say, sayDate } from "../../kit/say.tsx";
import { Link } from "../../kit/text.tsx";
import { AbsenceSection, type Arranged } from "../../parts/absence/absence-section.tsx";
import { PhonesSection } from "../../parts/phones.tsx";
import { DigestSection } from "./digest-section.tsx";

/** What somebody arranges for themself: absence, who stands in, their address, their calendar feed. */
export const YourSettingsPage = ({
	frame,
	form,
	arranged,
	digest,
	hasFeed,
	newFeed,
	arrangesForOthers,
	mayUpdateAgency,
	hasAccount,
	helpsToSignIn,
}: {
	frame: PageFrame;
	form: FormState;
	arranged: Arranged;
	digest: Digest;
	hasFeed: boolean;
	arrangesForOthers: boolean;
	/** Whether they signed in with an account of theirs. */
	hasAccount: boolean;
	/** Whether they help others who have lost their second factor. */
	helpsToSignIn: boolean;
	/** Whether they say their agency’s number for when nobody is at work. */
	mayUpdateAgency: boolean;
	/** The address of the feed, on the one page on which it is shown. */
	newFeed?: string | undefined;
}): Html => {
	const { email, contactCheckedOn } = arranged.person;
	return (
		<Layout frame={frame} title={say`Your settings`} errors={form.errors}>
			{newFeed && <NewFeed address={newFeed} />}
			{hasAccount && (
				<p class="govuk-body">
					<Link href={howYouSignInPath}>{say`How you sign in, and where you are signed in`}</Link>
				</p>
			)}
			<p class="govuk-body">
				<Link href={apiTokensPath}>{say`Programs that act for you`}</Link>
			</p>
			{helpsToSignIn && (
				<p class="govuk-body">
					<Link href={lostSecondFactorPath}>{say`Somebody has lost their phone or passkey`}</Link>
				</p>
			)}
			{arrangesForOthers && (
				<p class="govuk-body">
					<Link href={colleaguesPath}>{say`Say that somebody else is away`}</Link>
				</p>
			)}
			<AbsenceSection
				frame={frame}
				form={form}
				arranged={arranged}
				whose="you"
				actions={settingsPaths}
			/>
			<DigestSection frame={frame} form={form} digest={digest} />
			<h2 class="govuk-heading-m" id="contact">{say`Your work address`}</h2>
			<p class="govuk-body">
				{say`Mail goes to ${<strong class="concord-break">{email}</strong>}.`}{" "}
				{contactCheckedOn
					? say`You said on ${sayDate(contactCheckedOn)} that it is right.`
					: say`You have not said yet whether it is right.`}{" "}
				{say`If it is wrong, tell the Business Unit.`}
			</p>
			<PostForm frame={frame} action={settingsPaths.contact}>
				{secondaryButton({ text: say`It is right` })}
			</PostForm>
			<PhonesSection
				frame={frame}
				form={form}
				action={settingsPaths.phones}
				agency={mayUpdateAgency ? arranged.person.agencyName : undefined}
			/>
			<h2 class="govuk-heading-m" id="calendar">{say`What you owe, in your calendar`}</h2>
			<p class="govuk-body">{say`Your calendar program can show what you owe and by when. It shows references and
				dates, and no names. Whoever has the address can read that, so keep it to yourself.`}</p>
			{hasFeed && (
				<p class="govuk-body">{say`You have an address. It was shown once and cannot be shown again. A new one takes
					its place.`}</p>
			)}
			<div class="govuk-button-group">
				<PostForm frame={frame} action={settingsPaths.makeFeed}>
					{secondaryButton({
						text: hasFeed ? say`Make a new address` : say`Make an address`,
						preventDoubleClick: true,
					})}
				</PostForm>
				{hasFeed && (
					<PostForm frame={frame} action={settingsPaths.revokeFeed}>
						{govukButton({ text: say`Take the address away`, classes: "govuk-button--warning" })}
					</PostForm>
				)}
			</div>
		</Layout>
	);
};

const NewFeed = ({ address }: { address: string }): Html =>
	govukInsetText({
		html: (
			<>
				<p class="govuk-body">{say`This is the address of your calendar feed. Copy it now into your calendar program:
					it is not shown again.`}</p>
				<p class="govuk-body concord-break" id="feed-address">
					{address}
				</p>
			</>
		),
	});
