import { noOwnDays, publishedCalendar } from "../../../domain/calendar/calendar.ts";
import { sayDayChanges } from "../../../domain/calendar/changes-in-words.ts";
import { londonTime } from "../../../domain/time.ts";
import type { CalendarChange } from "../../../store/calendar-changes.ts";
import { calendarPaths, workingDaysPath } from "../../addresses.ts";
import { EmptyState } from "../../kit/empty-state.tsx";
import { type FormState, textField } from "../../kit/form.ts";
import { govukInput, govukSummaryList, secondaryButton } from "../../kit/govuk.ts";
import type { Html } from "../../kit/html.ts";
import { Layout } from "../../kit/layout.tsx";
import type { PageFrame } from "../../kit/page-frame.ts";
import { PostForm } from "../../kit/post-form.tsx";
import { say, sayMoment, speechNow } from "../../kit/say.tsx";
import { ChangedDays, sayMoved } from "./preview-page.tsx";

const how = (): Record<CalendarChange["how"], string> => ({
	entered: say`Entered`,
	imported: say`Imported from a list`,
	refreshed: say`Taken in by Concord`,
	undone: say`Undone`,
});

/** Every version of the calendar, who made it, why, and what it moved; the latest can be undone. */
export const HistoryPage = ({
	frame,
	versions,
	theirs,
	form,
}: {
	frame: PageFrame;
	/** The newest first. */
	versions: CalendarChange[];
	theirs: boolean;
	form: FormState;
}): Html => (
	<Layout
		frame={frame}
		title={say`Changes to working days`}
		errors={form.errors}
		back={{ href: workingDaysPath }}
	>
		{versions.length === 0 && (
			<EmptyState
				title={say`Nothing was changed`}
			>{say`The working days are as they came with Concord.`}</EmptyState>
		)}
		{versions.map((version, index) => (
			<section>
				<h2 class="govuk-heading-m">{say`Version ${publishedCalendar}+${version.number ?? ""}`}</h2>
				<ChangedDays
					lines={sayDayChanges(versions[index + 1]?.days ?? noOwnDays, version.days, {
						speech: speechNow(),
					})}
				/>
				{govukSummaryList({
					rows: [
						{ key: { text: say`How` }, value: { text: how()[version.how] } },
						{
							key: { text: say`When` },
							value: { text: sayMoment(londonTime(version.appliedAt ?? version.proposedAt)) },
						},
						{ key: { text: say`Who` }, value: { text: version.appliedBy ?? "Concord" } },
						...(version.why ? [{ key: { text: say`Why` }, value: { text: version.why } }] : []),
						{ key: { text: say`Moved` }, value: { text: sayMoved(version) } },
					],
				})}
				{theirs && index === 0 && (
					<PostForm frame={frame} action={calendarPaths.undo}>
						{govukInput({
							...textField(form, "why"),
							label: { text: say`Why should this change be undone?`, classes: "govuk-label--s" },
						})}
						{secondaryButton({
							text: say`See what undoing it would move`,
							preventDoubleClick: true,
						})}
					</PostForm>
				)}
			</section>
		))}
	</Layout>
);
