/**
 * The page of a period's report: its periods, for whom it is shown, what it can be taken away as, and its sections. What a
 * reader outside the Business Unit would not have is not on it either: it is drawn from the report as they have it.
 */
import { chartOfTable } from "../../../documents/report/charts.ts";
import { sayFigure } from "../../../documents/report/figure-in-words.ts";
import { reportFormats } from "../../../documents/report/formats.ts";
import {
	aboutReport,
	audienceNames,
	type ReportDocument,
} from "../../../documents/report/on-paper.ts";
import { whatWouldHaveHelped } from "../../../domain/learning/feedback.ts";
import {
	nextPeriod,
	type Period,
	periodBefore,
	periodInWords,
} from "../../../domain/learning/period.ts";
import { audiences } from "../../../domain/learning/published.ts";
import type { ReportTable } from "../../../domain/learning/report-table.ts";
import type { Protocol } from "../../../domain/protocol/protocol.ts";
import { reportPaths, smallNumbersPath } from "../../addresses.ts";
import { dateField, type FormState } from "../../kit/form.ts";
import { govukDateInput, govukDetails, secondaryButton } from "../../kit/govuk.ts";
import { type Html, raw } from "../../kit/html.ts";
import { Layout } from "../../kit/layout.tsx";
import type { PageFrame } from "../../kit/page-frame.ts";
import { Bullets, Link } from "../../kit/text.tsx";
import { Parts } from "../../parts/business-unit-navigation.tsx";
import { FiguresTable } from "./figures-table.tsx";

/** The figures of one period, as its readers have them; for the office that reports, each number opens what it counts. */
export const ReportPage = ({
	frame,
	readOnly,
	protocol,
	document,
	others,
	form,
	wouldHaveHelped,
}: {
	frame: PageFrame;
	/** What people said would have made it easier, in no order; nothing before enough have answered. */
	wouldHaveHelped: string[];
	readOnly: boolean;
	protocol: Protocol;
	document: ReportDocument;
	/** The partnership's other protocols. */
	others: Protocol[];
	form: FormState;
}): Html => {
	const { report, isOver } = document;
	const { period, audience } = report;
	const behind = audience === "business-unit" ? behindOf(protocol.id, period) : undefined;
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
			<Periods {...{ protocol, others, period, isOver, form }} audience={audience} />
			<ForWhom {...{ protocol, document, readOnly }} />
			<Contents document={document} />
			{report.sections.map(({ id, title, tables }) => (
				<section aria-labelledby={id} class="concord-report__section">
					<h2 class="govuk-heading-l" id={id}>
						{title}
					</h2>
					{document.words?.[id] && <p class="govuk-body">{document.words[id]}</p>}
					{tables.map((table) =>
						table.id === "key" ? (
							<KeyFigures table={table} behind={behind} />
						) : (
							<TableWithChart table={table} behind={behind} document={document} />
						),
					)}
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

const addressOf = (protocol: string, { from, until }: Period, audience: string): string =>
	`${reportPaths.period(protocol, from, until)}${audience === "business-unit" ? "" : `?for=${audience}`}`;

const behindOf =
	(protocol: string, { from, until }: Period) =>
	(count: string) =>
		`${reportPaths.behind(protocol, from, until)}?count=${encodeURIComponent(count)}`;

const Periods = ({
	protocol,
	others,
	period,
	audience,
	isOver,
	form,
}: {
	protocol: Protocol;
	others: Protocol[];
	period: Period;
	audience: string;
	isOver: boolean;
	form: FormState;
}): Html => (
	<nav class="concord-not-printed" aria-label="Periods">
		<p class="govuk-body">
			<Link href={addressOf(protocol.id, periodBefore(period), audience)}>
				Period before: {periodInWords(periodBefore(period))}
			</Link>
			{isOver && (
				<>
					{" · "}
					<Link href={addressOf(protocol.id, nextPeriod(period), audience)}>
						Next period: {periodInWords(nextPeriod(period))}
					</Link>
				</>
			)}
			{others.map(({ id, title }) => (
				<>
					{" · "}
					<Link href={addressOf(id, period, audience)}>{title}</Link>
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
);

/** For whom it is shown, what they do not see, and the files of just that. */
const ForWhom = ({
	protocol,
	document,
	readOnly,
}: {
	protocol: Protocol;
	document: ReportDocument;
	readOnly: boolean;
}): Html => {
	const { period, audience, givenAway } = document.report;
	return (
		<div class="concord-for-whom">
			<nav class="concord-not-printed" aria-label="For whom">
				<ul class="concord-for-whom__choices">
					{audiences.map((each) => (
						<li>
							<a
								class="govuk-link govuk-link--no-visited-state"
								href={addressOf(protocol.id, period, each)}
								{...(each === audience && { "aria-current": "page" })}
							>
								{audienceNames[each]}
							</a>
						</li>
					))}
				</ul>
			</nav>
			{aboutReport(document).map((text) => (
				<p class="govuk-body">{text}</p>
			))}
			{givenAway.length > 0 && (
				<p class="govuk-body">
					<strong>Look before you pass this on.</strong> With what an earlier report showed, a small
					number can be worked out in: {givenAway.join(", ")}.
				</p>
			)}
			<p class="govuk-body concord-not-printed">
				Take it away as{" "}
				{Object.entries(reportFormats).map(([format, { called }], at) => (
					<>
						{at > 0 && ", "}
						<Link href={reportPaths.file(protocol.id, period.from, period.until, audience, format)}>
							{called}
						</Link>
					</>
				))}
				.{" "}
				{audience !== "business-unit" && !readOnly && (
					<Link href={smallNumbersPath}>Which numbers are small</Link>
				)}
			</p>
		</div>
	);
};

const Contents = ({ document: { report } }: { document: ReportDocument }): Html => (
	<nav class="concord-contents concord-not-printed" aria-label="Contents">
		<h2 class="govuk-heading-s">Contents</h2>
		<ol>
			{report.sections.map(({ id, title, tables }) => (
				<li>
					<Link href={`#${id}`}>{title}</Link>
					{tables.length > 1 && (
						<ul>
							{tables.map((table) => (
								<li>
									<Link href={`#table-${table.id}`}>{table.title}</Link>
								</li>
							))}
						</ul>
					)}
				</li>
			))}
		</ol>
	</nav>
);

/** The first thing that is read: a number for each, and what became of it. */
const KeyFigures = ({
	table,
	behind,
}: {
	table: ReportTable;
	behind: ((count: string) => string) | undefined;
}): Html => (
	<>
		<dl class="concord-tiles">
			{table.rows.map(({ label, figures: [now, , , change] }) => (
				<div class="concord-tile">
					<dt>{label}</dt>
					<dd class="concord-tile__number">
						{now?.is === "count" && now.n > 0 && behind ? (
							<Link href={behind(now.name)}>{sayFigure(now)}</Link>
						) : (
							now && sayFigure(now)
						)}
					</dd>
					{change?.is === "said" && <dd class="concord-tile__change">{change.text}</dd>}
				</div>
			))}
		</dl>
		{govukDetails({
			summaryText: "Beside the period before and a year before",
			html: (
				<>
					<p class="govuk-body">{table.says}</p>
					<FiguresTable table={table} behind={behind} isCaptioned={false} />
				</>
			),
		})}
	</>
);

/** A table, and before it its chart with the sentence that says what it shows, where there is something to see. */
const TableWithChart = ({
	table,
	behind,
	document,
}: {
	table: ReportTable;
	behind: ((count: string) => string) | undefined;
	document: ReportDocument;
}): Html => {
	const chart = chartOfTable(table, {
		period: document.report.period,
		words: document.protocol.words,
	});
	if (!chart?.drawn) return <FiguresTable table={table} behind={behind} isCaptioned />;
	return (
		<div class="concord-chart">
			<h3 class="govuk-heading-m concord-figures__title" id={`table-${table.id}`}>
				{table.title}
			</h3>
			<p class="govuk-body concord-chart__says">{chart.sentence}</p>
			<section class="concord-chart__drawing" tabindex={0} aria-label={`Chart: ${table.title}`}>
				{raw(chart.drawn.svg)}
			</section>
			{govukDetails({
				summaryText: `The figures: ${table.title}`,
				html: (
					<>
						<p class="govuk-hint">{table.says}</p>
						<FiguresTable table={table} behind={behind} isCaptioned={false} />
					</>
				),
			})}
		</div>
	);
};
