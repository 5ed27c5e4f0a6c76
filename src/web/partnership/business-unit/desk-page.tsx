import type { TimeToGrant } from "../../../actions/time-to-grant.ts";
import type { PeopleShownBy } from "../../../domain/difference/told/whom.ts";
import { sayOtherAgency } from "../../../domain/difference/told/words.ts";
import type { Lesson } from "../../../domain/learning/lesson.ts";
import type { Viewer } from "../../../domain/people/viewer.ts";
import { londonTime } from "../../../domain/time.ts";
import { type Desk, type OnDesk, type Place, places } from "../../../reports/business-unit-desk.ts";
import type { LessonToWrite } from "../../../reports/lessons-to-write.ts";
import type { LoggedForm } from "../../../reports/log-of-forms.ts";
import type { OwedAfterTheEnd } from "../../../reports/owed-after-the-end.ts";
import type { OpeningNow } from "../../../store/seals.ts";
import {
	agencyPaths,
	deskPaths,
	differencePath,
	enterFormPaths,
	learningPaths,
	linksToRaisePaths,
	paths,
} from "../../addresses.ts";
import { counted, shortDay } from "../../kit/dates.ts";
import { EmptyState } from "../../kit/empty-state.tsx";
import type { FormState } from "../../kit/form.ts";
import { govukErrorMessage, govukNotificationBanner, secondaryButton } from "../../kit/govuk.ts";
import type { Html } from "../../kit/html.ts";
import { Layout } from "../../kit/layout.tsx";
import type { PageFrame } from "../../kit/page-frame.ts";
import { PostForm } from "../../kit/post-form.tsx";
import { SortableTable } from "../../kit/sortable-table.tsx";
import { Link, Unseen } from "../../kit/text.tsx";
import { Parts } from "../../parts/business-unit-navigation.tsx";
import { type CalendarNews, CalendarNotices } from "../../parts/calendar-notices.tsx";
import { TimeToGrantSection } from "../../parts/time-to-grant.tsx";
import { cellsOf, columns, toRemind } from "./desk-rows.tsx";
import { FindBox } from "./find-page.tsx";
import { LessonsToWrite } from "./lessons-to-write.tsx";
import { OpeningsNow } from "./openings-now.tsx";
import { DraftsWaiting, type ReportsOnDesk, ReportsSection } from "./reports-on-desk.tsx";
import { Unreached } from "./unreached.tsx";
import { WhatChangedOwed } from "./what-changed-owed.tsx";

const titles: Record<Place, string> = {
	urgent: "Urgent: not safe, or past its limit",
	"to-forward": "Received, to be sent on",
	"to-follow-up": "To be followed up",
	"to-do": "For the office to do",
	"awaiting-response": "Awaiting a response",
	"waiting-for-raising": "Waiting for the agency that raised it",
	"waiting-for-others": "Waiting for somebody else",
	"with-the-executive": "With the Executive",
	"still-to-record": "Ended, something still to record",
};

/** What lies before the Business Unit, in the order in which it must be done: every duty has its row, whoever owes it. */
export const DeskPage = ({
	frame,
	viewer,
	readOnly,
	desk,
	today,
	shownBy,
	news,
	unreached,
	timeToGrant,
	reports,
	lookAgain,
	lessonsToWrite,
	agenciesToConfirm,
	whatChangedOwed,
	openings,
	form = { values: {}, errors: {} },
	reminded,
}: {
	frame: PageFrame;
	viewer: Pick<Viewer, "id" | "offices">;
	/** For whoever heads the office: they do none of its work. */
	readOnly: boolean;
	desk: Desk;
	today: Temporal.PlainDate;
	/** How the desk names whom each is about. */
	shownBy: PeopleShownBy;
	news: CalendarNews | undefined;
	/** How many agencies were only named by somebody who raised a difference. */
	agenciesToConfirm: number;
	/** Requests for more time that wait for the office's yes or no. */
	timeToGrant: TimeToGrant[];
	/** What is to be known of reports. */
	reports: ReportsOnDesk;
	/** Lessons of which the day has come to look again whether anything changed. */
	lookAgain: readonly Lesson[];
	/** What was learned, and is written in the protocol's step alone. */
	lessonsToWrite: readonly LessonToWrite[];
	/** Who reads what is sealed in an emergency now, as far as the reader may know. */
	openings: readonly OpeningNow[];
	/** Agencies that were asked what changed and have not said it yet. */
	whatChangedOwed: readonly OwedAfterTheEnd[];
	/** Whom mail does not reach. */
	unreached: Omit<Parameters<typeof Unreached>[0], "readOnly">;
	/** What was selected, and what is wrong with it. */
	form?: FormState | undefined;
	/** How many people were reminded a moment ago. */
	reminded?: number | undefined;
}): Html => {
	const filled = places.filter((place) => desk.open[place].length > 0);
	const error = form.errors[toRemind];
	return (
		<Layout frame={frame} title="Business Unit" width="full" errors={form.errors}>
			<Parts frame={frame} readOnly={readOnly} />
			{reminded !== undefined &&
				govukNotificationBanner({
					type: "success",
					text:
						reminded === 0
							? "Nobody was reminded: what you selected was done, or reminded of today already."
							: `A reminder is on its way to ${counted(reminded, "person", "people")}.`,
				})}
			{readOnly && (
				<p class="govuk-body">
					You see what the office sees. Its officers do the work; you are told when they are late.
				</p>
			)}
			<OpeningsNow viewer={viewer} openings={openings} />
			<FindBox frame={frame} />
			{!readOnly && (
				<p class="govuk-body">
					<Link href={enterFormPaths.start}>Enter a form that came on paper or by mail</Link>
					<br />
					<Link href={linksToRaisePaths.list}>Let somebody without an account raise by a link</Link>
				</p>
			)}
			<CalendarNotices frame={frame} news={news} />
			<DraftsWaiting reports={reports} />
			{agenciesToConfirm > 0 && !readOnly && (
				<p class="govuk-body-l">
					<Link href={`${agencyPaths.list}?standing=unlisted`}>
						Add {counted(agenciesToConfirm, "agency", "agencies")} that somebody raised a difference
						with
					</Link>
				</p>
			)}
			{filled.length === 0 && lookAgain.length === 0 && lessonsToWrite.length === 0 ? (
				<EmptyState title="Nothing is waiting">
					Forms appear here as soon as a senior manager has signed them off.
				</EmptyState>
			) : (
				<ul class="govuk-list govuk-!-margin-bottom-7">
					{unreached.undelivered.length > 0 && (
						<li>
							<Link href="#undelivered">Mail that did not arrive</Link>:{" "}
							{unreached.undelivered.length}
						</li>
					)}
					{lookAgain.length > 0 && (
						<li>
							<Link href="#look-again">Lessons to look at again</Link>: {lookAgain.length}
						</li>
					)}
					{lessonsToWrite.length > 0 && (
						<li>
							<Link href="#to-write">Learned, and not written as a lesson</Link>:{" "}
							{lessonsToWrite.length}
						</li>
					)}
					{filled.map((place) => (
						<li>
							<Link href={`#${place}`}>{titles[place]}</Link>: {desk.open[place].length}
						</li>
					))}
					{whatChangedOwed.length > 0 && (
						<li>
							<Link href="#what-changed">Asked what changed, and not answered yet</Link>:{" "}
							{whatChangedOwed.length}
						</li>
					)}
				</ul>
			)}
			<TimeToGrantSection requests={timeToGrant} shownBy={shownBy} />
			<PostForm frame={frame} action={deskPaths.remind}>
				{error && govukErrorMessage({ id: toRemind, text: error.text })}
				{filled
					.filter((place) => place === "urgent")
					.map((place) => (
						<Rows {...{ place, desk, today, shownBy, viewer, readOnly, form }} />
					))}
				<Unreached {...unreached} readOnly={readOnly} />
				{filled
					.filter((place) => place !== "urgent")
					.map((place) => (
						<Rows {...{ place, desk, today, shownBy, viewer, readOnly, form }} />
					))}
			</PostForm>
			<WhatChangedOwed owed={whatChangedOwed} today={today.toString()} />
			<ReportsSection reports={reports} today={today.toString()} />
			<LookAgain lessons={lookAgain} />
			<LessonsToWrite lessons={lessonsToWrite} readOnly={readOnly} />
			<EndedTable title="Decided" ended={desk.decided} />
			<EndedTable title="Closed" ended={desk.closed} />
		</Layout>
	);
};

/** One part of the desk, with a button for what was selected in any of them. */
const Rows = ({
	place,
	desk,
	...shown
}: {
	place: Place;
	desk: Desk;
	today: Temporal.PlainDate;
	shownBy: PeopleShownBy;
	viewer: Pick<Viewer, "id">;
	readOnly: boolean;
	form: FormState;
}): Html => {
	const rows = desk.open[place];
	return (
		<div id={place} class="concord-desk">
			<SortableTable
				caption={titles[place]}
				columns={columns(rows.length)}
				rows={rows.map((row: OnDesk) => cellsOf(row, shown))}
			/>
			{!shown.readOnly &&
				rows.some(({ mayRemind }) => mayRemind) &&
				secondaryButton({
					html: (
						<>
							Remind those selected
							<Unseen>, {titles[place]}</Unseen>
						</>
					),
				})}
		</div>
	);
};

/** What was learned and is to be looked at again by today. */
const LookAgain = ({ lessons }: { lessons: readonly Lesson[] }): Html => (
	<>
		{lessons.length > 0 && (
			<div id="look-again">
				<SortableTable
					caption="Lessons to look at again: has anything changed?"
					columns={[{ text: "What should be different" }, { text: "Recorded" }, { text: "Since" }]}
					rows={lessons.map(({ id, shouldDiffer, recordedOn, againOn }) => [
						<Link href={learningPaths.lesson(id)}>{shouldDiffer}</Link>,
						shortDay(recordedOn),
						shortDay(againOn),
					])}
				/>
			</div>
		)}
	</>
);

/** The latest of those that ended; the log has the others. */
const EndedTable = ({
	title,
	ended: { rows, total },
}: {
	title: string;
	ended: { rows: LoggedForm[]; total: number };
}): Html => (
	<>
		{rows.length > 0 && (
			<div class="concord-desk-ended">
				<SortableTable
					caption={title}
					columns={[
						{ text: "Reference" },
						{ text: "Raised by" },
						{ text: "With" },
						{ text: "Ended" },
						{ text: "How" },
					]}
					rows={rows.map((row) => [
						<Link href={differencePath(row.id)}>{row.reference}</Link>,
						row.raising,
						sayOtherAgency(row),
						row.endedAt && shortDay(londonTime(row.endedAt).toPlainDate()),
						row.outcome,
					])}
				/>
				{total > rows.length && (
					<p class="govuk-body">
						<Link href={paths.logOfForms}>All {total} are in the log of forms</Link>
					</p>
				)}
			</div>
		)}
	</>
);
