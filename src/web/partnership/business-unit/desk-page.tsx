/**
 * The desk of the Business Unit, with the first of what lies at each of its places. Of each of these, and of its other lists,
 * there is a page with all of it.
 */

import type { TimeToGrant } from "../../../actions/time-to-grant.ts";
import type { PeopleShownBy } from "../../../domain/difference/told/whom.ts";
import { sayOtherAgency } from "../../../domain/difference/told/words.ts";
import { sayNumber } from "../../../domain/english.ts";
import type { Lesson } from "../../../domain/learning/lesson.ts";
import type { Viewer } from "../../../domain/people/viewer.ts";
import { londonTime } from "../../../domain/time.ts";
import type {
	AtPlace,
	Desk,
	EndedInWords,
	OnDesk,
	Place,
} from "../../../reports/business-unit-desk.ts";
import type { LessonToWrite } from "../../../reports/lessons-to-write.ts";
import type { OwedAfterTheEnd } from "../../../reports/owed-after-the-end.ts";
import type { OpeningNow } from "../../../store/seals.ts";
import type { Counted, PartOf } from "../../../store/where-to-look.ts";
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
import type { Child, Html } from "../../kit/html.ts";
import { Layout } from "../../kit/layout.tsx";
import type { PageFrame } from "../../kit/page-frame.ts";
import { sayCounted } from "../../kit/pagination.tsx";
import { PostForm } from "../../kit/post-form.tsx";
import { say, speechNow } from "../../kit/say.tsx";
import { SortableTable } from "../../kit/sortable-table.tsx";
import { Link, Unseen } from "../../kit/text.tsx";
import { Parts } from "../../parts/business-unit-navigation.tsx";
import { type CalendarNews, CalendarNotices } from "../../parts/calendar-notices.tsx";
import { type PageAsked, PagesOf, RestOf } from "../../parts/part-of-many.tsx";
import { TimeToGrantSection } from "../../parts/time-to-grant.tsx";
import { cellsOf, columns, toRemind } from "./desk-rows.tsx";
import { FindBox } from "./find-page.tsx";
import { LessonsToWrite } from "./lessons-to-write.tsx";
import { OpeningsNow } from "./openings-now.tsx";
import { DraftsWaiting, type ReportsOnDesk, ReportsSection } from "./reports-on-desk.tsx";
import { Unreached } from "./unreached.tsx";
import { WhatChangedOwed } from "./what-changed-owed.tsx";

const titles = (): Record<Place, string> => ({
	urgent: say`Urgent: not safe, or past its limit`,
	"to-forward": say`Received, to be sent on`,
	"to-follow-up": say`To be followed up`,
	"to-do": say`For the office to do`,
	"awaiting-response": say`Awaiting a response`,
	"waiting-for-raising": say`Waiting for the agency that raised it`,
	"waiting-for-others": say`Waiting for somebody else`,
	"with-the-executive": say`With the Executive`,
	"still-to-record": say`Ended, something still to record`,
});

/** What is listed on the desk besides duties, and has a page of its own when there is much of it. */
export const deskLists = ["what-changed", "to-write"] as const;
export type DeskList = (typeof deskLists)[number];

const listTitles = (): Record<DeskList, string> => ({
	"what-changed": say`Asked what changed, and not answered yet`,
	"to-write": say`Learned, and not written as a lesson`,
});

/** How many of these stand on the desk itself. */
export const firstFew = { offset: 0, limit: 3 };

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
	lessonsToWrite: PartOf<LessonToWrite>;
	/** Who reads what is sealed in an emergency now, as far as the reader may know. */
	openings: readonly OpeningNow[];
	/** Agencies that were asked what changed and have not said it yet. */
	whatChangedOwed: PartOf<OwedAfterTheEnd>;
	/** Whom mail does not reach. */
	unreached: Omit<Parameters<typeof Unreached>[0], "readOnly">;
	/** What was selected, and what is wrong with it. */
	form?: FormState | undefined;
	/** How many people were reminded a moment ago. */
	reminded?: number | undefined;
}): Html => {
	const { open } = desk;
	const rowsAt = (part: AtPlace) => (
		<>
			<Rows {...{ part, today, shownBy, viewer, readOnly, form }} />
			<RestOf
				shown={part.rows.length}
				total={part.total}
				href={partPath(part.place)}
				what={titles()[part.place]}
			/>
		</>
	);
	const urgent = open.filter(({ place }) => place === "urgent");
	const others = open.filter(({ place }) => place !== "urgent");
	const atPlaces = (parts: AtPlace[]) =>
		parts.map(({ place, rows, total }) => ({
			href: total > rows.length ? partPath(place) : `#${place}`,
			title: titles()[place],
			count: sayNumber(total),
		}));
	const onPage = (href: string, title: Child, total: number, count = sayNumber(total)) =>
		total > 0 ? [{ href, title, count }] : [];
	/** In the order of the page. */
	const waiting = [
		...atPlaces(urgent),
		...onPage("#undelivered", say`Mail that did not arrive`, unreached.undelivered.length),
		...atPlaces(others),
		...onPage(
			"#what-changed",
			listTitles()["what-changed"],
			whatChangedOwed.total,
			sayCounted(whatChangedOwed),
		),
		...onPage("#look-again", say`Lessons to look at again`, lookAgain.length),
		...onPage(
			"#to-write",
			listTitles()["to-write"],
			lessonsToWrite.total,
			sayCounted(lessonsToWrite),
		),
	];
	const error = form.errors[toRemind];
	return (
		<Layout frame={frame} title={say`Business Unit`} width="window" errors={form.errors}>
			<Parts frame={frame} readOnly={readOnly} />
			{reminded !== undefined &&
				govukNotificationBanner({
					type: "success",
					text:
						reminded === 0
							? say`Nobody was reminded: what you selected was done, or reminded of today already.`
							: say`A reminder is on its way to ${counted(reminded, "person", "people")}.`,
				})}
			{readOnly && (
				<p class="govuk-body">{say`You see what the office sees. Its officers do the work; you are told when they are
					late.`}</p>
			)}
			<OpeningsNow viewer={viewer} openings={openings} />
			<FindBox frame={frame} />
			{!readOnly && (
				<p class="govuk-body">
					<Link href={enterFormPaths.start}>{say`Enter a form that came on paper or by mail`}</Link>
					<br />
					<Link
						href={linksToRaisePaths.list}
					>{say`Let somebody without an account raise by a link`}</Link>
				</p>
			)}
			<CalendarNotices frame={frame} news={news} />
			<DraftsWaiting reports={reports} />
			{agenciesToConfirm > 0 && !readOnly && (
				<p class="govuk-body-l">
					<Link
						href={`${agencyPaths.list}?standing=unlisted`}
					>{say`Add ${counted(agenciesToConfirm, "agency", "agencies")} that somebody raised a
						difference with`}</Link>
				</p>
			)}
			{waiting.length === 0 ? (
				<EmptyState
					title={say`Nothing is waiting`}
				>{say`Forms appear here as soon as a senior manager has signed them off.`}</EmptyState>
			) : (
				<ul class="govuk-list govuk-!-margin-bottom-7">
					{waiting.map(({ href, title, count }) => (
						<li>
							<Link href={href}>{title}</Link>: {count}
						</li>
					))}
				</ul>
			)}
			<TimeToGrantSection requests={timeToGrant} shownBy={shownBy} />
			<PostForm frame={frame} action={deskPaths.remind}>
				{error && govukErrorMessage({ id: toRemind, text: error.text })}
				{urgent.map(rowsAt)}
				<Unreached {...unreached} readOnly={readOnly} />
				{others.map(rowsAt)}
			</PostForm>
			<WhatChangedOwed owed={whatChangedOwed.rows} today={today.toString()} />
			<RestOf
				shown={whatChangedOwed.rows.length}
				total={whatChangedOwed.total}
				isMore={whatChangedOwed.isMore}
				href={partPath("what-changed")}
				what={listTitles()["what-changed"]}
			/>
			<ReportsSection reports={reports} today={today.toString()} />
			<LookAgain lessons={lookAgain} />
			<LessonsToWrite lessons={lessonsToWrite.rows} readOnly={readOnly} />
			<RestOf
				shown={lessonsToWrite.rows.length}
				total={lessonsToWrite.total}
				isMore={lessonsToWrite.isMore}
				href={partPath("to-write")}
				what={listTitles()["to-write"]}
			/>
			<EndedTable title={say`Decided`} rows={desk.decided} />
			<EndedTable title={say`Closed`} rows={desk.closed} />
		</Layout>
	);
};

/** All that lies at one place of the desk, page by page. */
export const DeskPartPage = ({
	frame,
	part,
	asked,
	form = { values: {}, errors: {} },
	...shown
}: {
	frame: PageFrame;
	part: AtPlace;
	asked: PageAsked;
	today: Temporal.PlainDate;
	shownBy: PeopleShownBy;
	viewer: Pick<Viewer, "id">;
	readOnly: boolean;
	form?: FormState | undefined;
}): Html => (
	<Layout
		frame={frame}
		title={titles()[part.place]}
		width="full"
		back={{ href: paths.businessUnit, text: say`Back to the desk` }}
	>
		{part.rows.length === 0 ? (
			<EmptyState
				title={say`Nothing is here`}
			>{say`What was here is done, or lies elsewhere now.`}</EmptyState>
		) : (
			<PostForm frame={frame} action={deskPaths.remind}>
				<Rows part={part} captionHidden {...shown} form={form} />
			</PostForm>
		)}
		{part.total > 0 && <PagesOf asked={asked} total={part.total} href={partPath(part.place)} />}
	</Layout>
);

/** One of the other lists of the desk, page by page. */
export const DeskListPage = ({
	frame,
	list,
	total,
	isMore,
	asked,
	children,
}: Counted & {
	frame: PageFrame;
	list: DeskList;
	asked: PageAsked;
	/** Its table. */
	children: Child;
}): Html => (
	<Layout
		frame={frame}
		title={listTitles()[list]}
		width="full"
		back={{ href: paths.businessUnit, text: say`Back to the desk` }}
	>
		{children}
		{total === 0 ? (
			<EmptyState title={say`Nothing is here`}>{say`What was here is done.`}</EmptyState>
		) : (
			<PagesOf asked={asked} total={total} isMore={isMore} href={partPath(list)} />
		)}
	</Layout>
);

/** Where all that lies at a place, or is in another list of the desk, is shown. */
const partPath = (place: Place | DeskList): string => `${paths.businessUnit}?part=${place}`;

/** One part of the desk, with a button for what was selected in any of them. It is ordered anew only where all of it is there. */
const Rows = ({
	part: { place, rows, total },
	captionHidden = false,
	...shown
}: {
	part: AtPlace;
	captionHidden?: boolean;
	today: Temporal.PlainDate;
	shownBy: PeopleShownBy;
	viewer: Pick<Viewer, "id">;
	readOnly: boolean;
	form: FormState;
}): Html => (
	<div id={place} class="concord-desk">
		<SortableTable
			caption={titles()[place]}
			captionHidden={captionHidden}
			columns={columns(total === rows.length ? rows.length : 0)}
			rows={rows.map((row: OnDesk) => cellsOf(row, shown))}
		/>
		{!shown.readOnly &&
			rows.some(({ mayRemind }) => mayRemind) &&
			secondaryButton({
				html: say`Remind those selected${<Unseen>, {titles()[place]}</Unseen>}`,
			})}
	</div>
);

/** What was learned and is to be looked at again by today. */
const LookAgain = ({ lessons }: { lessons: readonly Lesson[] }): Html => (
	<>
		{lessons.length > 0 && (
			<div id="look-again">
				<SortableTable
					caption={say`Lessons to look at again: has anything changed?`}
					columns={[
						{ text: say`What should be different` },
						{ text: say`Recorded` },
						{ text: say`Since` },
					]}
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
const EndedTable = ({ title, rows }: { title: string; rows: readonly EndedInWords[] }): Html => (
	<>
		{rows.length > 0 && (
			<div class="concord-desk-ended">
				<SortableTable
					caption={title}
					columns={[
						{ text: say`Reference` },
						{ text: say`Raised by` },
						{ text: say`With` },
						{ text: say`Ended` },
						{ text: say`How` },
					]}
					rows={rows.map((row) => [
						<Link href={differencePath(row.id)}>{row.reference}</Link>,
						row.raising,
						sayOtherAgency(row, { speech: speechNow() }),
						shortDay(londonTime(row.endedAt).toPlainDate()),
						row.outcome,
					])}
				/>
				<p class="govuk-body">
					<Link
						href={`${paths.logOfForms}?status=ended`}
					>{say`All that ended are in the log of forms`}</Link>
				</p>
			</div>
		)}
	</>
);
