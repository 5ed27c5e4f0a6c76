import { type PeopleShownBy, sayWhom } from "../../../domain/difference/told/whom.ts";
import { sayOtherAgency } from "../../../domain/difference/told/words.ts";
import { londonTime } from "../../../domain/time.ts";
import { type Desk, type OnDesk, type Place, places } from "../../../reports/business-unit-desk.ts";
import type { LoggedForm } from "../../../reports/log-of-forms.ts";
import { differencePath, movePath, paths, stepPath } from "../../addresses.ts";
import { counted, daysBetween, shortDay } from "../../kit/dates.ts";
import { DueTag } from "../../kit/due-tag.tsx";
import { EmptyState } from "../../kit/empty-state.tsx";
import type { Html } from "../../kit/html.ts";
import { Layout } from "../../kit/layout.tsx";
import type { PageFrame } from "../../kit/page-frame.ts";
import { type Cell, type Column, SortableTable } from "../../kit/sortable-table.tsx";
import { NotSafeTag, StatusTag } from "../../kit/status-tag.tsx";
import { Link, Unseen } from "../../kit/text.tsx";
import { Parts } from "../../parts/business-unit-navigation.tsx";
import { type CalendarNews, CalendarNotices } from "../../parts/calendar-notices.tsx";
import { Unreached } from "./unreached.tsx";

const titles: Record<Place, string> = {
	"to-forward": "Received, to be sent on",
	"to-follow-up": "To be followed up",
	"awaiting-response": "Awaiting a response",
	"waiting-for-raising": "Waiting for the agency that raised it",
	"with-the-executive": "With the Executive",
	"still-to-record": "Ended, something still to record",
};

/** What lies before the Business Unit, sorted by what must be done about it. */
export const DeskPage = ({
	frame,
	desk,
	today,
	shownBy,
	news,
	unreached,
}: {
	frame: PageFrame;
	desk: Desk;
	today: Temporal.PlainDate;
	/** How the desk names whom each is about. */
	shownBy: PeopleShownBy;
	news: CalendarNews | undefined;
	/** Whom mail does not reach. */
	unreached: Parameters<typeof Unreached>[0];
}): Html => {
	const filled = places.filter((place) => desk.open[place].length > 0);
	return (
		<Layout frame={frame} title="Business Unit" width="full">
			<Parts frame={frame} />
			<CalendarNotices frame={frame} news={news} />
			<Unreached {...unreached} />
			{filled.length === 0 ? (
				<EmptyState title="Nothing is waiting">
					Forms appear here as soon as a senior manager has signed them off.
				</EmptyState>
			) : (
				<ul class="govuk-list govuk-!-margin-bottom-7">
					{filled.map((place) => (
						<li>
							<Link href={`#${place}`}>{titles[place]}</Link>: {desk.open[place].length}
						</li>
					))}
				</ul>
			)}
			{filled.map((place) => (
				<div id={place} class="concord-desk">
					<SortableTable
						caption={titles[place]}
						columns={columnsOf(desk.open[place].length)}
						rows={desk.open[place].map((row) => cellsOf(row, today, shownBy))}
					/>
				</div>
			))}
			<EndedTable title="Decided" ended={desk.decided} />
			<EndedTable title="Closed" ended={desk.closed} />
		</Layout>
	);
};

/** A table is worth ordering when it cannot be taken in at a glance. */
const columnsOf = (rows: number): Column[] => [
	...["Reference", "Raised by", "With", "Here for", "Due"].map((text) => ({
		text,
		sortable: rows > 3,
	})),
	{ text: "Next" },
];

function cellsOf(row: OnDesk, today: Temporal.PlainDate, shownBy: PeopleShownBy): Cell[] {
	const whom = sayWhom(row.about, shownBy);
	const received = londonTime(row.receivedAt).toPlainDate();
	const days = daysBetween(received, today);
	const due = row.dueAt === null ? undefined : londonTime(row.dueAt).toPlainDate();
	return [
		{
			content: (
				<>
					{row.notSafe && (
						<>
							<NotSafeTag />
							<br />
						</>
					)}
					<Reference row={row} />
					{whom && (
						<>
							<br />
							{whom}
						</>
					)}
				</>
			),
			sort: row.reference,
		},
		row.raising,
		sayOtherAgency(row),
		{ content: days === 0 ? "Since today" : counted(days, "day"), sort: row.receivedAt },
		{
			content: row.paused ? (
				<StatusTag text="Time stands still" />
			) : (
				<DueTag due={due} today={today} binding={row.dueIs} />
			),
			sort: row.dueAt ?? "9999",
		},
		<Next row={row} />,
	];
}

const Reference = ({ row }: { row: { id: string; reference: string } }): Html => (
	<Link href={differencePath(row.id)}>{row.reference}</Link>
);

const Next = ({ row }: { row: OnDesk }): Html => (
	<>
		<NextAct row={row} />
		{row.held.map(({ title, dueAt, paused }) => (
			<>
				<br />
				<span class="govuk-hint">
					{title}: {paused ? "stands still" : `by ${shortDay(londonTime(dueAt).toPlainDate())}`}
				</span>
			</>
		))}
	</>
);

const NextAct = ({ row }: { row: OnDesk }): Html => {
	const { act } = row;
	return act ? (
		<a
			class="govuk-link"
			href={"step" in act ? stepPath(row.id, act.step) : movePath(row.id, act.move)}
		>
			{act.title}
			<Unseen>: {row.reference}</Unseen>
		</a>
	) : (
		<>Waiting for {row.waitingFor}</>
	);
};

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
			<>
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
						<Reference row={row} />,
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
			</>
		)}
	</>
);
