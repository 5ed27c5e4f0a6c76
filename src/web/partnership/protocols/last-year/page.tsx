import type { Backtested } from "../../../../domain/story/backtest.ts";
import type { LastYear } from "../../../../reports/backtest-last-year.ts";
import { counted, countedOfAll, dayInWords, isToldOfAll, shortDay } from "../../../kit/dates.ts";
import { EmptyState } from "../../../kit/empty-state.tsx";
import { govukDetails } from "../../../kit/govuk.ts";
import type { Html } from "../../../kit/html.ts";
import { TwoThirds } from "../../../kit/layout.tsx";
import type { PageFrame } from "../../../kit/page-frame.ts";
import { say } from "../../../kit/say.tsx";
import { type Cell, SortableTable } from "../../../kit/sortable-table.tsx";
import { VersionLayout } from "../../../parts/protocol/version-layout.tsx";
import type { Visit } from "../../../parts/protocol/visit-version.ts";

/** How many days are listed before the rest is only counted. */
const mostDays = 4;

/** What a version would have moved in the differences of the last twelve months. */
export const LastYearPage = ({
	frame,
	visit,
	year,
	seen,
}: {
	frame: PageFrame;
	visit: Visit;
	year: LastYear;
	/** Those that the reader may open, by identifier: of the others they see numbers. */
	seen: ReadonlySet<string>;
}): Html => {
	const { tried, moved, since } = year;
	const seesAll = tried.every((id) => seen.has(id));
	const sayHowMany = seesAll ? counted : countedOfAll;
	const count = (is: (one: Backtested) => boolean) =>
		sayHowMany(moved.filter(is).length, "difference");
	const shown = moved.filter(({ id }) => seen.has(id));
	return (
		<VersionLayout
			frame={frame}
			visit={visit}
			title={say`The last twelve months under this version`}
			width="full"
		>
			<TwoThirds>
				<p class="govuk-body">
					{say`Every difference that began or was under way since ${dayInWords(since)} was lived through again, each act at its time, as if this version had been in force. Nothing was changed.`}{" "}
					{seesAll
						? say`You see references and dates only.`
						: say`You see numbers, and of those that you may open also references and dates.`}
				</p>
				{!(seesAll && tried.length === 0) && (
					<ul class="govuk-list govuk-list--bullet">
						<li>{say`Tried: ${sayHowMany(tried.length, "difference")}`}</li>
						<li>{say`Would have gone otherwise: ${count(() => true)}`}</li>
						<li>{say`With other dates: ${count(({ dates }) => dates.length > 0)}`}</li>
						{seesAll ||
							titlesOf(moved).map((title) => (
								<li>{say`With another date for “${title}”:
									${count(({ dates }) => dates.some((date) => date.title === title))}`}</li>
							))}
						<li>{say`Late that were in time:
							${count(({ dates }) =>
								dates.some(({ wasLate, wouldBeLate }) => wouldBeLate && !wasLate),
							)}`}</li>
						<li>{say`With other reminders: ${count(({ reminders }) => reminders.days.length > 0)}`}</li>
						<li>{say`In which something was done that it does not allow:
							${count(({ refused }) => refused.length > 0)}`}</li>
					</ul>
				)}
			</TwoThirds>
			{seesAll && tried.length === 0 && (
				<EmptyState title={say`There was no difference in the last twelve months`} />
			)}
			{shown.length > 0 && (
				<SortableTable
					caption={say`What would have been different`}
					columns={[
						{ text: say`Reference` },
						{ text: say`Dates` },
						{ text: say`Reminders` },
						{ text: say`Acts` },
					]}
					rows={shown.map(cellsOf)}
				/>
			)}
		</VersionLayout>
	);
};

/** The dates that would be others in so many differences that it may be told. */
const titlesOf = (moved: LastYear["moved"]): string[] => {
	const titles = moved.flatMap(({ dates }) => [...new Set(dates.map(({ title }) => title))]);
	return [...new Set(titles)].filter((title) =>
		isToldOfAll(titles.filter((each) => each === title).length),
	);
};

const cellsOf = ({
	reference,
	dates,
	reminders,
	refused,
	asksMore,
}: LastYear["moved"][number]): Cell[] => [
	reference,
	dates.length === 0 ? (
		say`The same`
	) : (
		<ul class="govuk-list">
			{dates.map((date) => (
				<li>
					{date.title}:
					<br />
					{sayMove(date)}
				</li>
			))}
		</ul>
	),
	reminders.days.length === 0
		? say`The same`
		: say`${reminders.wouldHaveGone} where ${reminders.went} went. ${sayDays(reminders.days)}`,
	refused.length + asksMore.length === 0 ? (
		say`The same`
	) : (
		<>
			{refused.slice(0, 1).map((act) => (
				<p class="govuk-body">{say`${shortDay(act.day)}: “${act.title}” could not have been done. ${act.why}`}</p>
			))}
			{refused.length > 1 &&
				govukDetails({
					summaryText: say`And ${counted(refused.length - 1, "act")} after it`,
					html: (
						<ul class="govuk-list">
							{refused.slice(1).map((act) => (
								<li>
									{shortDay(act.day)}: “{act.title}”
								</li>
							))}
						</ul>
					),
				})}
			{asksMore.length > 0 && (
				<p class="govuk-body">{say`Also asks: ${asksMore.map((label) => `“${label}”`).join(", ")}`}</p>
			)}
		</>
	),
];

function sayMove({ from, to, wasLate, wouldBeLate }: Backtested["dates"][number]): string {
	const days =
		from === null
			? to
				? say`no date → ${shortDay(to)}`
				: say`no date → none`
			: to === null
				? say`${shortDay(from)} → no date`
				: from === to
					? shortDay(from)
					: `${shortDay(from)} → ${shortDay(to)}`;
	return wasLate === wouldBeLate || to === null
		? days
		: wouldBeLate
			? say`${days} (would have been late)`
			: say`${days} (would have been in time)`;
}

function sayDays(days: string[]): string {
	const first = days.slice(0, mostDays).map(shortDay).join(", ");
	return days.length > mostDays
		? say`Other days: ${first} and ${days.length - mostDays} more`
		: say`Other days: ${first}`;
}
