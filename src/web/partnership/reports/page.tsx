import { sayDate } from "../../../domain/calendar/day-in-words.ts";
import { whatWouldHaveHelped } from "../../../domain/learning/feedback.ts";
import { nextPeriod, type Period, periodBefore } from "../../../domain/learning/period.ts";
import type { ReportFigures } from "../../../domain/learning/report.ts";
import type { Figure, ReportTable } from "../../../domain/learning/report-table.ts";
import type { Protocol } from "../../../domain/protocol/protocol.ts";
import { reportPaths } from "../../addresses.ts";
import { dateField, type FormState } from "../../kit/form.ts";
import { govukDateInput, govukDetails, secondaryButton } from "../../kit/govuk.ts";
import type { Html } from "../../kit/html.ts";
import { Layout } from "../../kit/layout.tsx";
import type { PageFrame } from "../../kit/page-frame.ts";
import { Bullets, Link } from "../../kit/text.tsx";
import { Parts } from "../../parts/business-unit-navigation.tsx";

/** The figures of one period, for the office that reports: each number opens what it counts. */
export const ReportPage = ({
	frame,
	readOnly,
	protocol,
	figures,
	others,
	isOver,
	form,
	wouldHaveHelped,
}: {
	frame: PageFrame;
	/** What people said would have made it easier, in no order; nothing before enough have answered. */
	wouldHaveHelped: string[];
	readOnly: boolean;
	protocol: Protocol;
	figures: ReportFigures;
	/** The partnership's other protocols. */
	others: Protocol[];
	isOver: boolean;
	form: FormState;
}): Html => {
	const { period } = figures;
	const addressOf = (other: Period, id = protocol.id) =>
		reportPaths.period(id, other.from, other.until);
	return (
		<Layout
			frame={frame}
			title={`Report: ${periodInWords(period)}`}
			width="full"
			errors={form.errors}
		>
			<Parts frame={frame} readOnly={readOnly} />
			<p class="govuk-body">
				{protocol.title}
				{protocol.report && `. For the ${protocol.report.to}, every ${protocol.report.every}`}.
			</p>
			{!isOver && (
				<p class="govuk-body">
					<strong>This period is not over.</strong> Its figures are of what has happened so far.
				</p>
			)}
			<nav class="concord-not-printed" aria-label="Periods">
				<p class="govuk-body">
					<Link href={addressOf(periodBefore(period))}>
						Period before: {periodInWords(periodBefore(period))}
					</Link>
					{isOver && (
						<>
							{" · "}
							<Link href={addressOf(nextPeriod(period))}>
								Next period: {periodInWords(nextPeriod(period))}
							</Link>
						</>
					)}
					{others.map(({ id, title }) => (
						<>
							{" · "}
							<Link href={addressOf(period, id)}>{title}</Link>
						</>
					))}
				</p>
				<form method="get" action={reportPaths.start} novalidate>
					<input type="hidden" name="protocol" value={protocol.id} />
					{govukDetails({
						summaryText: "Another period",
						open: Object.keys(form.errors).length > 0,
						html: (
							<>
								{govukDateInput({
									...dateField(form, "from"),
									fieldset: { legend: { text: "First day" } },
								})}
								{govukDateInput({
									...dateField(form, "until"),
									fieldset: { legend: { text: "Last day" } },
								})}
								{secondaryButton({ text: "Show this period" })}
							</>
						),
					})}
				</form>
			</nav>
			{figures.sections.map(({ id, title, tables }) => (
				<section id={id}>
					<h2 class="govuk-heading-l">{title}</h2>
					{tables.map((table) => (
						<FiguresTable table={table} behind={behindOf(protocol.id, period)} />
					))}
					{id === "feedback" && wouldHaveHelped.length > 0 && (
						<>
							<h3 class="govuk-heading-m">{whatWouldHaveHelped}</h3>
							<p class="govuk-body">
								In no order, and for you alone: this list is in no report that leaves the Business
								Unit.
							</p>
							<Bullets items={wouldHaveHelped} />
						</>
					)}
				</section>
			))}
		</Layout>
	);
};

const behindOf =
	(protocol: string, { from, until }: Period) =>
	(count: string) =>
		`${reportPaths.behind(protocol, from, until)}?count=${encodeURIComponent(count)}`;

/** "1 April 2026 to 30 September 2026" */
export const periodInWords = ({ from, until }: Period): string =>
	`${sayDate(from)} to ${sayDate(until)}`;

const FiguresTable = ({
	table: { id, title, says, rowsAre, columns, rows },
	behind,
}: {
	table: ReportTable;
	behind: (count: string) => string;
}): Html => (
	<section class="concord-scroll" tabindex={0} aria-labelledby={`table-${id}`}>
		<table class="govuk-table concord-figures">
			<caption class="govuk-table__caption govuk-table__caption--m" id={`table-${id}`}>
				{title}
				<span class="govuk-hint govuk-!-margin-bottom-0">{says}</span>
			</caption>
			<thead class="govuk-table__head">
				<tr class="govuk-table__row">
					<th scope="col" class="govuk-table__header">
						{rowsAre}
					</th>
					{columns.map((text, nth) => (
						<th
							scope="col"
							class={`govuk-table__header${isNumber(rows, nth) ? " govuk-table__header--numeric" : ""}`}
						>
							{text}
						</th>
					))}
				</tr>
			</thead>
			<tbody class="govuk-table__body">
				{rows.map(({ label, isTotal, figures }) => (
					<tr class={`govuk-table__row${isTotal ? " concord-figures__total" : ""}`}>
						<th scope="row" class="govuk-table__header">
							{label}
						</th>
						{figures.map((figure) => (
							<td
								class={`govuk-table__cell${figure.is === "text" ? "" : " govuk-table__cell--numeric"}`}
							>
								<Shown figure={figure} behind={behind} />
							</td>
						))}
					</tr>
				))}
			</tbody>
		</table>
	</section>
);

const isNumber = (rows: ReportTable["rows"], column: number): boolean =>
	rows.some(({ figures }) => figures[column] && figures[column].is !== "text");

const Shown = ({ figure, behind }: { figure: Figure; behind: (count: string) => string }): Html => {
	if (figure.is === "text") return <>{figure.text}</>;
	if (figure.is === "days")
		return <>{figure.value === null ? "–" : Math.round(figure.value * 10) / 10}</>;
	return figure.n === 0 || figure.nothingBehind ? (
		<span>{figure.n}</span>
	) : (
		<Link href={behind(figure.name)}>{figure.n}</Link>
	);
};
