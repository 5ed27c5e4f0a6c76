import { londonTime } from "../../../domain/time.ts";
import type { Mail } from "../../../mail/notices/compose.ts";
import type { Message } from "../../../store/messages.ts";
import { mailboxLinkPath, paths } from "../../addresses.ts";
import { EmptyState } from "../../kit/empty-state.tsx";
import { govukButton, govukDetails } from "../../kit/govuk.ts";
import type { Html } from "../../kit/html.ts";
import { Layout } from "../../kit/layout.tsx";
import type { PageFrame } from "../../kit/page-frame.ts";
import { PostForm } from "../../kit/post-form.tsx";
import { say, sayMoment } from "../../kit/say.tsx";
import { AsTyped, Link } from "../../kit/text.tsx";

type Letter = Pick<Message, "id" | "createdAt" | "oneTimeLinkId"> &
	Pick<Mail, "subject" | "text"> & { toName: string; toEmail: string };

export const MailboxPage = ({
	frame,
	letters,
	more,
}: {
	frame: PageFrame;
	/** Newest first. */
	letters: readonly Letter[];
	/** How many a longer look would show; undefined when these are all. */
	more: number | undefined;
}): Html => (
	<Layout frame={frame} title={say`Mailbox`}>
		<p class="govuk-body">{say`In a rehearsal no mail leaves. These are the messages that would have gone, newest
			first. None of them names whom it is about or tells what happened.`}</p>
		{letters.length === 0 ? (
			<EmptyState
				title={say`No messages yet`}
			>{say`Messages come when somebody has something to do or to know.`}</EmptyState>
		) : (
			<ol class="govuk-list govuk-list--spaced">
				{letters.map((letter) => (
					<li>
						<span class="govuk-hint govuk-!-margin-bottom-0 govuk-!-text-break-word">{say`${sayMoment(londonTime(letter.createdAt))} to ${letter.toName},
							${letter.toEmail}`}</span>
						{govukDetails({
							summaryText: letter.subject,
							classes: "govuk-!-margin-bottom-0",
							html: (
								<>
									<AsTyped>{letter.text}</AsTyped>
									{letter.oneTimeLinkId && (
										<PostForm frame={frame} action={mailboxLinkPath(letter.id)}>
											{govukButton({
												text: say`Open what it holds`,
												classes: "govuk-button--secondary",
											})}
										</PostForm>
									)}
								</>
							),
						})}
					</li>
				))}
			</ol>
		)}
		{more !== undefined && (
			<p class="govuk-body">
				<Link href={`${paths.mailbox}?most=${more}`}>{say`Show older messages`}</Link>
			</p>
		)}
	</Layout>
);

/** A code is in no table: here it is made for whoever looks, in the place of the one before. */
export const MailboxCodePage = ({ frame, code }: { frame: PageFrame; code: string }): Html => (
	<Layout frame={frame} title={say`The code of this message`} back={{ href: paths.mailbox }}>
		<p class="govuk-body-l">{code}</p>
		<p class="govuk-body">{say`Enter it on the page that asked for it. It works once.`}</p>
	</Layout>
);
