import { levelNames } from "../../../domain/partnership/invitation.ts";
import { levels } from "../../../domain/people/viewer.ts";
import { londonTime } from "../../../domain/time.ts";
import type { Agency } from "../../../store/agencies.ts";
import type { LinkToRaise } from "../../../store/links-to-raise.ts";
import { enterFormPaths, linksToRaisePaths, paths } from "../../addresses.ts";
import { newActKey } from "../../kit/act-key.ts";
import { EmptyState } from "../../kit/empty-state.tsx";
import { type FormState, radiosField, textField } from "../../kit/form.ts";
import {
	govukButton,
	govukNotificationBanner,
	govukRadios,
	govukSelect,
	govukTextarea,
	secondaryButton,
} from "../../kit/govuk.ts";
import type { Html } from "../../kit/html.ts";
import { Layout } from "../../kit/layout.tsx";
import type { PageFrame } from "../../kit/page-frame.ts";
import { PostForm } from "../../kit/post-form.tsx";
import { say, sayMoment, sayWhole } from "../../kit/say.tsx";
import { Bullets, Link, Unseen } from "../../kit/text.tsx";
import { DaysInput, WhoInputs } from "../../parts/who-by-link.tsx";

/** What the page says was just done. */
export type Done = "given" | "taken-back";

const doneWords = (): Record<Done, string> => ({
	given: say`Their link is on its way.`,
	"taken-back": say`The link works no more, and a mail tells them so.`,
});

/** The links that the office gave, with what came of each. */
export const LinksPage = ({
	frame,
	links,
	done,
}: {
	frame: PageFrame;
	links: readonly LinkToRaise[];
	done: Done | undefined;
}): Html => (
	<Layout
		frame={frame}
		title={say`Links to raise`}
		back={{ href: paths.businessUnit }}
		notice={done && govukNotificationBanner({ type: "success", text: doneWords()[done] })}
	>
		<p class="govuk-body">{say`Somebody of an agency who has no account can raise one difference by a link. You vouch
			for them.`}</p>
		{govukButton({ text: say`Give somebody a link`, href: linksToRaisePaths.give })}
		<p class="govuk-body">{say`Did the form come on paper or by mail?
			${<Link href={enterFormPaths.start}>{say`Enter it`}</Link>} instead.`}</p>
		{links.length === 0 ? (
			<EmptyState title={say`No link was given yet`} />
		) : (
			<ul class="govuk-list govuk-list--spaced">
				{links.map((link) => (
					<li>
						<p class="govuk-body govuk-!-margin-bottom-1">
							<strong>{link.name}</strong>, {link.post}, {link.agency}
							<br />
							{link.email}
							<br />
							{standing(link)} {say`Vouched for by ${link.vouchedBy}.`}
						</p>
						{link.is === "open" && (
							<PostForm frame={frame} action={linksToRaisePaths.takeBack(link.personId)}>
								{secondaryButton({
									html: say`Take it back${<Unseen>: {link.name}</Unseen>}`,
									preventDoubleClick: true,
								})}
							</PostForm>
						)}
					</li>
				))}
			</ul>
		)}
	</Layout>
);

const standing = ({ is, until }: LinkToRaise): string =>
	({
		open: say`Works until ${sayMoment(londonTime(until))}.`,
		used: say`Used.`,
		over: say`Works no more. It was not used.`,
	})[is];

export const GivePage = ({
	frame,
	agencies,
	form,
}: {
	frame: PageFrame;
	agencies: readonly Agency[];
	form: FormState;
}): Html => (
	<Layout
		frame={frame}
		title={say`Give somebody a link to raise`}
		errors={form.errors}
		back={{ href: linksToRaisePaths.list }}
	>
		<Bullets
			items={[
				say`Ring the agency first. You vouch that they are who you say, and that this is their own work address`,
				say`They get a link there. It opens with a code that goes to the same address, so that a forwarded email shows nothing`,
				say`They raise one difference, and do what follows for them. They see nothing else`,
				say`The record says who they are, that it came by a link, and that you vouched for them. You see the difference when the protocol sends it to you, not before`,
			]}
		/>
		<PostForm frame={frame}>
			<input type="hidden" name="_key" value={newActKey()} />
			{govukSelect({
				...textField(form, "agency"),
				label: { text: say`Agency`, classes: "govuk-label--s" },
				items: [
					{ value: "", text: say`Choose an agency` },
					...agencies.map(({ id, name }) => ({ value: id, text: name })),
				],
			})}
			<WhoInputs form={form} />
			{govukRadios({
				...radiosField(form, "level"),
				fieldset: {
					legend: { text: say`At which level do they work?`, classes: "govuk-fieldset__legend--s" },
				},
				items: levels.map((level) => ({ value: level, text: sayWhole(levelNames[level]) })),
			})}
			{govukTextarea({
				...textField(form, "because"),
				label: {
					text: say`How do you know that this is the right person, and their own work address?`,
					classes: "govuk-label--s",
				},
				hint: {
					text: say`Such as “rang the nursery’s number and spoke to her”. Nothing about a child`,
				},
				rows: 3,
			})}
			<DaysInput form={form} />
			{govukButton({ text: say`Send them a link`, preventDoubleClick: true })}
		</PostForm>
	</Layout>
);
