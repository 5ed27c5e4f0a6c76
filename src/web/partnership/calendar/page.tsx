/**
 * The working days of a partnership on one page: what its dates leave out, what was added to the bank holidays, and the settings
 * that stand beside them, each with the way to its own page. What changing it does is in actions/change-calendar.ts.
 */
import type { Holiday, Nation } from "../../../domain/calendar/bank-holidays.ts";
import {
	knownBankHolidays,
	knownTo,
	nationTitles,
	type OwnDays,
} from "../../../domain/calendar/calendar.ts";
import type { PeopleShownBy } from "../../../domain/difference/told/whom.ts";
import type { WorkingHours } from "../../../domain/people/working-hours.ts";
import {
	calendarPaths,
	peopleShownByPath,
	reminderHoursPath,
	smallNumbersPath,
	welshOfferedPath,
	workingDaysPath,
} from "../../addresses.ts";
import { dayInWords, weekdayInWords } from "../../kit/dates.ts";
import { EmptyState } from "../../kit/empty-state.tsx";
import { govukButton, govukSummaryList, secondaryButton } from "../../kit/govuk.ts";
import type { Html } from "../../kit/html.ts";
import { Layout } from "../../kit/layout.tsx";
import type { PageFrame } from "../../kit/page-frame.ts";
import { PostForm } from "../../kit/post-form.tsx";
import { say, sayWhole } from "../../kit/say.tsx";
import { SortableTable } from "../../kit/sortable-table.tsx";
import { Link, Unseen } from "../../kit/text.tsx";
import { Parts } from "../../parts/business-unit-navigation.tsx";
import { type CalendarNews, CalendarNotices } from "../../parts/calendar-notices.tsx";
import { hoursInWords } from "../../parts/reminders-in-words.ts";

export type WorkingDaysView = {
	frame: PageFrame;
	news: CalendarNews | undefined;
	/** Nations whose bank holidays some protocol of the partnership counts by. */
	nations: readonly Nation[];
	own: OwnDays;
	/** Such as 2028.1+3. */
	version: string;
	/** Whether any protocol takes closure days out of its working days. */
	closuresMatter: boolean;
	year: number;
	/** In which people are reminded. */
	hours: WorkingHours;
	/** How lists say whom a difference is about. */
	shownBy: PeopleShownBy;
	offersWelsh: boolean;
	smallNumbersBelow: number;
	/** Whether this person changes the calendar. */
	theirs: boolean;
};

/** The days by which the partnership's dates are counted, a year at a time. */
export const WorkingDaysPage = (view: WorkingDaysView): Html => {
	const {
		frame,
		news,
		nations,
		own,
		version,
		year,
		theirs,
		hours,
		shownBy,
		offersWelsh,
		smallNumbersBelow,
	} = view;
	return (
		<Layout frame={frame} title={say`Working days`} width="full">
			{!theirs && <Parts frame={frame} />}
			<div class="govuk-grid-row">
				<div class="govuk-grid-column-two-thirds">
					<CalendarNotices frame={frame} news={news} />
					<p class="govuk-body">{say`Dates that are given in working days leave out weekends and the days on this page.
						When you change it, every open date is counted again.`}</p>
					{govukSummaryList({
						rows: [
							...nations.map((nation) => ({
								key: { text: sayWhole(nationTitles[nation]) },
								value: {
									text: say`Bank holidays are known to ${dayInWords(knownTo(nation, own))}. Later dates are provisional.`,
								},
							})),
							{
								key: { text: say`Reminders` },
								value: {
									html: say`People are reminded on working days, ${hoursInWords(hours)}.
											${<Link href={reminderHoursPath}>{say`Change the hours`}</Link>}`,
								},
							},
							{
								key: { text: say`Lists` },
								value: {
									html: say`Lists say whom it is about by ${shownBy}.
											${<Link href={peopleShownByPath}>{say`Change this`}</Link>}`,
								},
							},
							{
								key: { text: say`Language` },
								value: {
									html: (
										<>
											{offersWelsh ? say`People may choose Welsh.` : say`Pages are in English.`}{" "}
											<Link href={welshOfferedPath}>{say`Change the language`}</Link>
										</>
									),
								},
							},
							{
								key: { text: say`Reports` },
								value: {
									html: (
										<>
											{say`Numbers from 1 to ${smallNumbersBelow - 1} do not leave the Business Unit.`}{" "}
											<Link href={smallNumbersPath}>{say`Change this`}</Link>
										</>
									),
								},
							},
							{
								key: { text: say`Version` },
								value: {
									html: (
										<>
											{version}, <Link href={calendarPaths.history}>{say`history of changes`}</Link>
										</>
									),
								},
							},
							{
								key: { text: say`Source` },
								value: {
									text: say`The list at www.gov.uk/bank-holidays, which comes with Concord, and what was added to it below`,
								},
							},
						],
					})}
					{theirs && (
						<div class="govuk-button-group">
							{govukButton({ text: say`Add a bank holiday`, href: calendarPaths.addBankHoliday })}
							{secondaryButton({ text: say`Add closure days`, href: calendarPaths.close })}
							{secondaryButton({ text: say`Import a GOV.UK list`, href: calendarPaths.import })}
						</div>
					)}
				</div>
			</div>
			<BankHolidays {...view} />
			<YearLinks year={year} />
			<ClosureDays {...view} />
		</Layout>
	);
};

/** Years that can be looked at: as far as days are worked out with sense. */
export const yearsShown = { first: 2002, last: 2060 } as const;

const YearLinks = ({ year }: { year: number }): Html => (
	<p class="govuk-body">
		{[year - 1, year + 1]
			.filter((each) => each >= yearsShown.first && each <= yearsShown.last)
			.map((each, index) => (
				<>
					{index > 0 && " · "}
					<Link href={`${workingDaysPath}?year=${each}`}>{say`Bank holidays ${String(each)}`}</Link>
				</>
			))}
	</p>
);

type Row = Holiday & { nations: Nation[]; source: string };

const BankHolidays = ({ nations, own, year, theirs }: WorkingDaysView): Html => {
	const rows = rowsOf(nations, own, year);
	const unknown = nations.filter((nation) => knownTo(nation, own) < `${year}-12-31`);
	return (
		<>
			{rows.length === 0 ? (
				<EmptyState
					title={say`No bank holidays of ${String(year)} are known yet`}
				>{say`Until they are, dates in ${String(year)} are provisional: they are counted with the bank
					holidays that come every year.`}</EmptyState>
			) : (
				<SortableTable
					caption={say`Bank holidays ${String(year)}`}
					columns={[
						{ text: say`Day` },
						{ text: say`Name` },
						...(nations.length > 1 ? [{ text: say`Where` }] : []),
						{ text: say`Known from` },
						...(theirs ? [{ text: say`Change` }] : []),
					]}
					rows={rows.map((row) => [
						weekdayInWords(row.day),
						row.name,
						...(nations.length > 1
							? [
									row.nations.length === nations.length
										? say`Everywhere`
										: row.nations.map((nation) => sayWhole(nationTitles[nation])).join(", "),
								]
							: []),
						row.source,
						...(theirs
							? [
									<Link
										href={`${calendarPaths.takeOutBankHoliday}?day=${row.day}`}
									>{say`Take out${<Unseen>: {weekdayInWords(row.day)}</Unseen>}`}</Link>,
								]
							: []),
					])}
				/>
			)}
			{rows.length > 0 && unknown.length > 0 && (
				<p class="govuk-body">{say`Not all bank holidays of ${String(year)} are known yet. Dates are provisional until they
					are.`}</p>
			)}
			<TakenOut own={own} year={year} nations={nations} />
		</>
	);
};

const TakenOut = ({
	own,
	year,
	nations,
}: Pick<WorkingDaysView, "own" | "year" | "nations">): Html => {
	const taken = own.workedAfterAll.filter(
		({ day, nation }) => day.startsWith(`${year}-`) && nations.includes(nation),
	);
	return (
		<>
			{taken.length > 0 && (
				<>
					<h2 class="govuk-heading-m">{say`Taken out`}</h2>
					<ul class="govuk-list govuk-list--bullet">
						{taken.map(({ day, name, nation, source }) => (
							<li>
								{weekdayInWords(day)}, {sayWhole(name)} ({sayWhole(nationTitles[nation])}): {source}
							</li>
						))}
					</ul>
				</>
			)}
		</>
	);
};

function rowsOf(nations: readonly Nation[], own: OwnDays, year: number): Row[] {
	const rows = new Map<string, Row>();
	for (const nation of nations)
		for (const { day, name } of knownBankHolidays(nation, own)) {
			if (!day.startsWith(`${year}-`)) continue;
			const added = own.bankHolidays.find((each) => each.nation === nation && each.day === day);
			const source = added?.source ?? say`Comes with Concord`;
			const key = `${day} ${name} ${source}`;
			// What somebody entered is in their words.
			const called = added?.from === "entered" ? name : sayWhole(name);
			const row = rows.get(key) ?? { day, name: called, source, nations: [] };
			row.nations.push(nation);
			rows.set(key, row);
		}
	return [...rows.values()].sort((a, b) => (a.day < b.day ? -1 : 1));
}

const ClosureDays = ({ frame, own, closuresMatter, theirs }: WorkingDaysView): Html => (
	<>
		{own.closureDays.length === 0 ? (
			<>
				<h2 class="govuk-heading-m">{say`Closure days`}</h2>
				<p class="govuk-body">{say`The partnership has entered no days on which its office is closed.`}</p>
			</>
		) : (
			<SortableTable
				caption={say`Closure days`}
				columns={[
					{ text: say`Day` },
					{ text: say`Why` },
					...(theirs ? [{ text: say`Change` }] : []),
				]}
				rows={own.closureDays.map(({ day, name }) => [
					weekdayInWords(day),
					name,
					...(theirs
						? [
								<PostForm frame={frame} action={calendarPaths.open}>
									<button
										type="submit"
										name="day"
										value={day}
										class="govuk-button govuk-button--secondary govuk-!-margin-bottom-0"
									>{say`Take out${<Unseen>: {weekdayInWords(day)}</Unseen>}`}</button>
								</PostForm>,
							]
						: []),
				])}
			/>
		)}
		<p class="govuk-body">
			{closuresMatter
				? say`Closure days are not counted as working days where the protocol says so.`
				: say`Your protocol counts closure days as working days, so they move no date. The protocol can say otherwise.`}
		</p>
	</>
);
