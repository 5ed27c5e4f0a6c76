import type { App } from "../../actions/app.ts";
import { calendarOffice } from "../../actions/change-calendar.ts";
import type { Viewer } from "../../domain/people/viewer.ts";
import { londonTime } from "../../domain/time.ts";
import { type CalendarAlert, findCalendarAlert } from "../../store/calendar-alerts.ts";
import { type CalendarChange, findWaitingChange } from "../../store/calendar-changes.ts";
import { calendarPaths, workingDaysPath } from "../addresses.ts";
import { dayInWords } from "../kit/dates.ts";
import { govukButton, govukNotificationBanner } from "../kit/govuk.ts";
import type { Html } from "../kit/html.ts";
import type { PageFrame } from "../kit/page-frame.ts";
import { PostForm } from "../kit/post-form.tsx";
import { say, sayWhole } from "../kit/say.tsx";
import { Bullets } from "../kit/text.tsx";
import { ClockNotice, didClockGoBack } from "./clock-notice.tsx";

/** What the administrator and the Business Unit must know of the calendar, and of the clock that it goes by. */
export type CalendarNews = {
	/** Whether the machine’s clock went back. */
	clockWentBack: boolean;
	alert: CalendarAlert | undefined;
	waiting: CalendarChange | undefined;
	/** Whether this person can do something about it. */
	theirs: boolean;
};

/** Undefined for people who do not see to the calendar, and when there is nothing new. */
export async function calendarNewsFor(app: App, viewer: Viewer): Promise<CalendarNews | undefined> {
	if (!mayReadCalendar(viewer)) return undefined;
	const { partnershipId, offices } = viewer;
	const { number } = await app.calendars.in(app.db, partnershipId);
	const alert = await findCalendarAlert(app.db, partnershipId);
	const waiting = await findWaitingChange(app.db, partnershipId, number);
	const news = {
		clockWentBack: await didClockGoBack(app, partnershipId),
		alert: alert?.acknowledged ? undefined : alert,
		waiting,
		theirs: offices.includes(calendarOffice),
	};
	return news.clockWentBack || news.alert || news.waiting ? news : undefined;
}

/** The administrator changes the calendar; the Business Unit reads it. */
export const mayReadCalendar = ({ offices }: Viewer): boolean =>
	offices.includes(calendarOffice) || offices.includes("business-unit");

/** In a banner above the page; nothing where there is no news. */
export const CalendarNotices = ({
	frame,
	news,
}: {
	frame: PageFrame;
	news: CalendarNews | undefined;
}): Html => (
	<>
		<ClockNotice wentBack={news?.clockWentBack === true} />
		{news?.alert &&
			govukNotificationBanner({
				titleId: "calendar-alert",
				html: (
					<>
						<p class="govuk-notification-banner__heading">{say`The list of bank holidays is wrong, so it was not used`}</p>
						<p class="govuk-body">{say`Dates are counted by the last good one. On
							${dayInWords(londonTime(news.alert.lastAt).toPlainDate())} the list had these
							faults:`}</p>
						<Bullets items={news.alert.faults.map(sayWhole)} />
						{frame.path === workingDaysPath ? (
							news.theirs ? (
								<PostForm frame={frame} action={calendarPaths.seen}>
									<p class="govuk-body">{say`If a bank holiday was truly moved, change it below. This message goes by
										itself when a good list comes.`}</p>
									{govukButton({
										text: say`Hide this message`,
										classes: "govuk-button--secondary govuk-!-margin-bottom-0",
									})}
								</PostForm>
							) : (
								<p class="govuk-body">{say`The partnership’s administrator can see to it.`}</p>
							)
						) : (
							<SeeWorkingDays />
						)}
					</>
				),
			})}
		{news?.waiting &&
			govukNotificationBanner({
				titleId: "calendar-waiting",
				html: (
					<>
						<p class="govuk-notification-banner__heading">{say`What became known of bank holidays would move dates`}</p>
						{news.theirs ? (
							<p class="govuk-body">
								<a
									class="govuk-notification-banner__link"
									href={calendarPaths.change(news.waiting.id)}
								>{say`Check what would move, and apply it`}</a>
							</p>
						) : (
							<p class="govuk-body">{say`It is not used until the partnership’s administrator has checked it.`}</p>
						)}
					</>
				),
			})}
	</>
);

const SeeWorkingDays = (): Html => (
	<p class="govuk-body">
		<a
			class="govuk-notification-banner__link"
			href={workingDaysPath}
		>{say`See the working days`}</a>
	</p>
);
