import type { HeldBack } from "../../../actions/leave.ts";
import type { Need } from "../../../domain/partnership/needs.ts";
import { type NotYetCome, notYetComePerPage } from "../../../store/invitations.ts";
import {
	administrationPaths,
	agencyPaths,
	peoplePaths,
	runningPath,
	workingDaysPath,
} from "../../addresses.ts";
import { govukButton, govukTag, govukWarningText } from "../../kit/govuk.ts";
import type { Html } from "../../kit/html.ts";
import { Layout } from "../../kit/layout.tsx";
import type { PageFrame } from "../../kit/page-frame.ts";
import { Pagination, shownOf } from "../../kit/pagination.tsx";
import { say, sayDate, sayIt } from "../../kit/say.tsx";
import { SubNavigation } from "../../kit/sub-navigation.tsx";
import { Link, Section } from "../../kit/text.tsx";
import { NotYetComeList } from "../../parts/not-yet-come.tsx";

/** What an administrator sees to: what is missing before real use, and who is invited and has not come. */
export const AdministrationPage = ({
	frame,
	needs,
	heldBack,
	invited,
	invitedInAll,
	page,
	now,
	done,
}: {
	frame: PageFrame;
	needs: readonly Need[];
	heldBack: readonly HeldBack[];
	/** One page of them. */
	invited: readonly NotYetCome[];
	invitedInAll: number;
	/** 1 and up. */
	page: number;
	now: Temporal.Instant;
	/** What was just done, said by whoever did it. */
	done?: Html | undefined;
}): Html => {
	const missing = needs.filter(({ isMet }) => !isMet);
	return (
		<Layout frame={frame} title={say`Administration`} width="full" notice={done}>
			<SubNavigation
				label={say`Administration`}
				path={frame.path}
				items={[
					{ text: say`Start`, href: administrationPaths.start },
					{ text: say`People`, href: peoplePaths.list },
					{ text: say`Agencies`, href: agencyPaths.list },
					{ text: say`Working days`, href: workingDaysPath },
					{ text: say`Published, and contacts`, href: administrationPaths.published },
					{ text: say`How Concord is running`, href: runningPath },
				]}
			/>
			<div class="govuk-button-group">
				{govukButton({ text: say`Invite people`, href: administrationPaths.invite })}
				<Link href={administrationPaths.imports}>{say`Import people from a file`}</Link>
				<Link href={administrationPaths.apiTokens}>{say`Systems that use the API`}</Link>
			</div>
			{heldBack.map(({ person, lastDay }) =>
				govukWarningText({
					html: say`The last day of ${person.name} was ${sayDate(lastDay)}. They are still here,
							because nobody else is an administrator. Make
							${<Link href={peoplePaths.list}>{say`somebody else an administrator`}</Link>}:
							then they leave by themselves. Or say on
							${<Link href={peoplePaths.person(person.id)}>{say`their page`}</Link>} that
							they stay.`,
					iconFallbackText: say`Warning`,
				}),
			)}
			{missing.length > 0 && (
				<Section id="missing" title={say`Before real use`}>
					<p class="govuk-body">{say`${missing.length} of ${needs.length} things are still missing. This list goes when
						there is nothing on it.`}</p>
					<dl class="govuk-summary-list">
						{needs.map(({ title, says, isMet }) => (
							<div class="govuk-summary-list__row">
								<dt class="govuk-summary-list__key">{sayIt(title)}</dt>
								<dd class="govuk-summary-list__value">
									{isMet
										? govukTag({ text: say`Done`, classes: "govuk-tag--green" })
										: govukTag({ text: say`Missing`, classes: "govuk-tag--red" })}{" "}
									{sayIt(says)}
								</dd>
							</div>
						))}
					</dl>
				</Section>
			)}
			<Section id="invited" title={say`Invited, and not here yet`}>
				{invitedInAll > notYetComePerPage && (
					<p class="govuk-body">
						{shownOf({ page, size: notYetComePerPage, total: invitedInAll }, "person", "people")}
					</p>
				)}
				<NotYetComeList frame={frame} invited={invited} now={now} />
				<Pagination
					page={page}
					pages={Math.ceil(invitedInAll / notYetComePerPage)}
					href={(other) => `${administrationPaths.start}?page=${other}#invited`}
				/>
			</Section>
		</Layout>
	);
};
