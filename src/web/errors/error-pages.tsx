/** The pages that say what went wrong, each plainly and with a way on. No page of an error tells more than its reader may know. */

import { howYouSignInPath, paths } from "../addresses.ts";
import { govukButton, secondaryButton } from "../kit/govuk.ts";
import type { Child, Html } from "../kit/html.ts";
import { Layout } from "../kit/layout.tsx";
import type { PageFrame } from "../kit/page-frame.ts";
import { PostForm } from "../kit/post-form.tsx";
import { say } from "../kit/say.tsx";
import { Bullets, Link, WithMailLinks } from "../kit/text.tsx";
import { fieldsToSendAgain, KeptText, keptFields } from "./kept-text.tsx";

type Given = { frame: PageFrame };
type WithTyped = Given & {
	/** The form as it was posted. */
	typed: unknown;
};
type WithForm = WithTyped & {
	/** Where it was posted to. */
	url: string;
};

/** By which whoever looks after Concord finds what failed in its log. */
type Numbered = { number: string };

const QuoteThis = ({ number }: Numbered): Html => (
	<p class="govuk-body">{say`If you ask for help, quote this number: ${<strong>{number}</strong>}`}</p>
);

/** Said wherever something has failed: that Concord fails must not stop anybody from acting. */
const KeepSafeguarding = (): Html => (
	<p class="govuk-body">{say`If you are worried about somebody’s safety now, do not wait for this page: ring the number
		for your area, or 999 if they are in immediate danger.`}</p>
);

const ErrorPage = ({
	frame,
	title,
	children,
}: Given & { title: string; children: Child }): Html => (
	<Layout frame={frame} title={title}>
		{children}
		<KeepSafeguarding />
		<WhomToAsk frame={frame} />
	</Layout>
);

/** Whom to ask for what, as far as the partnership has said it and it is known which one it is. */
const WhomToAsk = ({ frame: { help, contacts } }: Given): Html => {
	const said = [
		help && say`Help with Concord: ${help}`,
		contacts?.office && say`Questions about a difference: ${contacts.office}`,
		contacts?.dataProtection &&
			say`If something went to the wrong place, data protection: ${contacts.dataProtection}`,
	].filter((line) => typeof line === "string" && line !== "");
	return said.length === 0 ? (
		<p class="govuk-body">
			<Link href={paths.help}>{say`Help and contacts`}</Link>
		</p>
	) : (
		<>
			<h2 class="govuk-heading-s">{say`Whom to ask`}</h2>
			<Bullets items={said.map((line) => <WithMailLinks>{String(line)}</WithMailLinks>)} />
		</>
	);
};

/** The form as it was sent, behind one button. @param token the one to send with it; this page's own when left out */
const SendAgain = ({
	frame,
	typed,
	url,
	token,
	button,
}: WithForm & { token?: string | undefined; button: (text: string) => Html }): Html => (
	<PostForm frame={token === undefined ? frame : { csrfToken: token }} action={url}>
		{fieldsToSendAgain(typed).map(([name, value]) => (
			<input type="hidden" name={name} value={value} />
		))}
		{button(say`Send it`)}
	</PostForm>
);

/** There is no partnership yet: nobody can sign in. */
export const NotSetUpPage = ({ frame }: Given): Html => (
	<ErrorPage frame={frame} title={say`This Concord is not set up yet`}>
		<p class="govuk-body">{say`Nobody can sign in until it is. Whoever started it has an address at which it is set up:
			it is printed when Concord starts.`}</p>
	</ErrorPage>
);

export const NotFoundPage = ({ frame }: Given): Html => (
	<ErrorPage frame={frame} title={say`Page not found`}>
		<p class="govuk-body">{say`If you typed the address, check that it is right. If you followed a link, what it led to
			may not be open to you.`}</p>
		{frame.person?.hasOtherPosts && (
			<p class="govuk-body">{say`You act for ${frame.person.agency} now. If a message was sent to you for another
				agency,
				${<Link href={`${paths.actingFor}?then=${encodeURIComponent(frame.path)}`}>{say`act for that one`}</Link>}
				first.`}</p>
		)}
		<p class="govuk-body">
			<Link href={paths.myWork}>{say`Go to my work`}</Link>
		</p>
	</ErrorPage>
);

/** A rule said no, or somebody else was quicker: what happened, what to do, and what was typed. */
export const RefusedPage = ({ frame, message, typed }: WithTyped & { message: string }): Html => (
	<ErrorPage frame={frame} title={say`This could not be done`}>
		<p class="govuk-body-l">{message}</p>
		<p class="govuk-body">{say`Nothing has been changed.
			${<Link href={frame.path}>{say`See how it stands now`}</Link>} and decide what to do
			next.`}</p>
		<KeptText typed={typed} />
	</ErrorPage>
);

/**
 * The form's token is not, or no longer, right.
 *
 * @param sameSite true when the browser vouches that a page of ours sent the form: only then
 *   may it be offered to be sent again
 */
export const StaleFormPage = ({
	frame,
	typed,
	url,
	sameSite,
}: WithForm & { sameSite: boolean }): Html => {
	return (
		<ErrorPage frame={frame} title={say`This page was open for too long`}>
			{sameSite && keptFields(typed).length > 0 ? (
				<>
					<p class="govuk-body">
						{say`You may have signed out or signed in again since you opened it. Check what you
							entered, then send it.`}
						{frame.person?.hasOtherPosts && (
							<> {say`You act for ${<strong>{frame.person.agency}</strong>} now.`}</>
						)}
					</p>
					<KeptText typed={typed} />
					<SendAgain
						frame={frame}
						typed={typed}
						url={url}
						button={(text) => govukButton({ text, preventDoubleClick: true })}
					/>
				</>
			) : (
				<p class="govuk-body">{say`Nothing has been changed.
					${<Link href={frame.path}>{say`Open the page again`}</Link>} and try once more.`}</p>
			)}
		</ErrorPage>
	);
};

/** A form came from somebody who has to do something in another tab first: it waits here to be sent. */
const SendAfterwards = ({
	frame,
	typed,
	url,
	title,
	children,
}: WithForm & { title: string; children: Child }): Html => (
	<ErrorPage frame={frame} title={title}>
		{children}
		<KeptText typed={typed} />
		{keptFields(typed).length > 0 && (
			<SendAgain
				frame={frame}
				typed={typed}
				url={url}
				button={(text) => secondaryButton({ text, preventDoubleClick: true })}
			/>
		)}
	</ErrorPage>
);

const InNewTab = ({ href, children }: { href: string; children: Child }): Html => (
	<a class="govuk-link" href={href} target="_blank" rel="noopener">
		{children} {say`(opens in a new tab)`}
	</a>
);

/** Somebody sent a form after their sign-in had ended. Whether they came by a link is not known any more. */
export const SignInPage401 = (form: WithForm): Html => (
	<SendAfterwards {...form} title={say`You have been signed out`}>
		<p class="govuk-body">{say`${<InNewTab href={paths.signIn}>{say`Sign in again`}</InNewTab>}, then come back to
			this page and send what you entered.`}</p>
		<p class="govuk-body">{say`If you have no account and answer by a link, open the link in your email again instead.`}</p>
	</SendAfterwards>
);

/** Somebody who must show more than a password sent a form before they had set that up. */
export const SecondFactorFirstPage = (form: WithForm): Html => (
	<SendAfterwards {...form} title={say`Set up a second way to sign in first`}>
		<p class="govuk-body">{say`${<InNewTab href={howYouSignInPath}>{say`Set it up`}</InNewTab>}, then come back to
			this page and send what you entered.`}</p>
	</SendAfterwards>
);

export const TooLargePage = ({ frame }: Given): Html => (
	<ErrorPage frame={frame} title={say`This is too large`}>
		<p class="govuk-body">{say`What you sent is larger than Concord takes. Go back, make it shorter, and send it again.`}</p>
	</ErrorPage>
);

export const TooOftenPage = ({ frame }: Given): Html => (
	<ErrorPage frame={frame} title={say`Too many tries`}>
		<p class="govuk-body">{say`Wait a quarter of an hour, then try again.`}</p>
	</ErrorPage>
);

/** Anything else that was sent in a way that no page of ours sends it. */
export const BadRequestPage = ({ frame }: Given): Html => (
	<ErrorPage frame={frame} title={say`This could not be read`}>
		<p class="govuk-body">{say`Concord did not understand what was sent. Go back, check what you entered, and try
			again.`}</p>
	</ErrorPage>
);

export const FailedPage = ({ frame, typed, number }: WithTyped & Numbered): Html => (
	<ErrorPage frame={frame} title={say`Sorry, something went wrong`}>
		<p class="govuk-body">{say`This is a fault of Concord, not of yours. It has been logged. Try again in a few
			minutes.`}</p>
		<QuoteThis number={number} />
		<KeptText typed={typed} />
	</ErrorPage>
);

/** What was asked for was told in a difference whose words were disposed of. */
export const DisposedPage = ({ frame, typed }: WithTyped): Html => (
	<ErrorPage frame={frame} title={say`This has been disposed of`}>
		<p class="govuk-body">{say`What people wrote and sent in this difference has been destroyed, and nobody can open it
			again. Nothing can be added to it. That it was there, who did what and when, stays on
			record.`}</p>
		<KeptText typed={typed} />
	</ErrorPage>
);

/** What was asked for is sealed and was changed, or stands where it was not put: it opens for nobody, and gives no other words. */
export const DamagedPage = ({ frame, typed, number }: WithTyped & Numbered): Html => (
	<ErrorPage frame={frame} title={say`This cannot be opened`}>
		<p class="govuk-body">{say`What is kept here is damaged, or is not what was put here. It has not been deleted, and nothing else is
			lost by it. Tell whoever runs Concord for you: they can see what it is and when it was still whole.`}</p>
		<QuoteThis number={number} />
		<KeptText typed={typed} />
	</ErrorPage>
);

/** How long it says to wait, in seconds: another node of a cluster has taken over by then. */
export const awayFor = 30;

/**
 * The database cannot be reached, or the keys that open what is told in it; or it has been brought to a version that is not this
 * Concord's.
 */
export type Away = "records" | "keys" | "version";

const awayInWords: Record<Away, () => { title: string; why: string }> = {
	records: () => ({
		title: say`Concord is not available just now`,
		why: say`It cannot reach its records.`,
	}),
	keys: () => ({
		title: say`This page is not available just now`,
		why: say`It cannot open what people have written.`,
	}),
	version: () => ({
		title: say`Concord is not available just now`,
		why: say`It is being brought to a new version.`,
	}),
};

/**
 * Something that Concord needs cannot be reached. The form is offered to be sent again as it came, with its own token and key: when the
 * database is back it is taken, once.
 */
export const AwayPage = ({
	frame,
	typed,
	url,
	number,
	what,
}: WithForm & Numbered & { what: Away }): Html => {
	const { _csrf: token } = (typed ?? {}) as { _csrf?: unknown };
	return (
		<ErrorPage frame={frame} title={awayInWords[what]().title}>
			<p class="govuk-body">{say`${awayInWords[what]().why} Nothing that was saved is lost, and you are still signed in
				if you were before. Wait half a minute, then try again.`}</p>
			<QuoteThis number={number} />
			<KeptText typed={typed} />
			{keptFields(typed).length > 0 && (
				<>
					<p class="govuk-body">{say`Keep this page open. You can send it again from here.`}</p>
					<SendAgain
						frame={frame}
						typed={typed}
						url={url}
						token={typeof token === "string" ? token : ""}
						button={(text) => govukButton({ text, preventDoubleClick: true })}
					/>
				</>
			)}
		</ErrorPage>
	);
};
