import { levelNames } from "../../domain/partnership/invitation.ts";
import { londonTime } from "../../domain/time.ts";
import type { NotYetCome } from "../../store/invitations.ts";
import { administrationPaths } from "../addresses.ts";
import { EmptyState } from "../kit/empty-state.tsx";
import { secondaryButton } from "../kit/govuk.ts";
import type { Html } from "../kit/html.ts";
import type { PageFrame } from "../kit/page-frame.ts";
import { PostForm } from "../kit/post-form.tsx";
import { say, sayMoment, sayWhole } from "../kit/say.tsx";
import { Unseen } from "../kit/text.tsx";

/** What a page says was just done with an invitation: an address names no person. */
export const invitedWords = {
	invited: "They are invited. The mail is on its way.",
	again: "Another invitation is on its way. The one before works no more.",
	"taken-out": "The invitation works no more, and they are out of the directory.",
	left: "The invitation works no more. They stay in the record that names them.",
} as const;

/** Who is invited and has not come, with what can be done about it. */
export const NotYetComeList = ({
	frame,
	invited,
	now,
}: {
	frame: PageFrame;
	invited: readonly NotYetCome[];
	/** By the real clock. */
	now: Temporal.Instant;
}): Html =>
	invited.length === 0 ? (
		<EmptyState title={say`Everybody who was invited has come`} />
	) : (
		<ul class="govuk-list">
			{invited.map((person) => (
				<li>
					<p class="govuk-body govuk-!-margin-bottom-1">
						<strong>{person.name}</strong>, {person.jobTitle}, {person.agencyName}
						<br />
						{sayWhole(levelNames[person.level])}
						{person.safeguardingLead && say`, safeguarding lead`}
						<br />
						{person.email}
					</p>
					<p class="govuk-body">{standing(person, now)}</p>
					<div class="govuk-button-group">
						<PostForm frame={frame} action={administrationPaths.again(person.personId)}>
							{secondaryButton({
								html: (
									<>
										{person.invitedAt === null ? say`Send an invitation` : say`Send another`}
										<Unseen> {say`to ${person.name}`}</Unseen>
									</>
								),
								preventDoubleClick: true,
							})}
						</PostForm>
						<PostForm frame={frame} action={administrationPaths.revoke(person.personId)}>
							{secondaryButton({
								html: say`Take it back${<Unseen>: {person.name}</Unseen>}`,
								preventDoubleClick: true,
							})}
						</PostForm>
					</div>
				</li>
			))}
		</ul>
	);

/** "Invited at 10am on Thursday 26 March 2026. The link works until …" */
function standing(
	{ invitedAt, expiresAt, invitedBy, mail }: NotYetCome,
	now: Temporal.Instant,
): string {
	if (invitedAt === null || expiresAt === null)
		return say`In the directory. No invitation has been sent.`;
	const at = (instant: string) => sayMoment(londonTime(instant));
	const over = Temporal.Instant.compare(Temporal.Instant.from(expiresAt), now) <= 0;
	return [
		invitedBy === null
			? say`Invited at ${at(invitedAt)}.`
			: say`Invited by ${invitedBy} at ${at(invitedAt)}.`,
		mail === "failed" && say`The mail did not arrive: check the address.`,
		mail === "waiting" && say`The mail has not left yet.`,
		over
			? say`The link worked until ${at(expiresAt)}.`
			: say`The link works until ${at(expiresAt)}.`,
	]
		.filter(Boolean)
		.join(" ");
}
