import { chartOfTable } from "../../../documents/report/charts.ts";
import { sayFigure } from "../../../documents/report/figure-in-words.ts";
import { hasFigures, noneOf } from "../../../documents/report/on-paper.ts";
import { notTold } from "../../../domain/learning/key-figures.ts";
import type { Period } from "../../../domain/learning/period.ts";
import type { ReportTable } from "../../../domain/learning/report-table.ts";
import type { Protocol } from "../../../domain/protocol/protocol.ts";
import { reportPaths } from "../../addresses.ts";
import { govukDetails } from "../../kit/govuk.ts";
import { type Html, raw } from "../../kit/html.ts";
import { say, sayIt } from "../../kit/say.tsx";
import { Link } from "../../kit/text.tsx";
import { FiguresTable } from "./figures-table.tsx";
import { FoldedOnPhone } from "./folded-on-phone.tsx";

/** Where what a count counts is listed. @param kept the report in which it stands, where that is kept */
export const behindOf =
	(protocol: string, { from, until }: Period, kept?: string) =>
	(count: string) =>
		`${reportPaths.behind(protocol, from, until)}?${new URLSearchParams({ count, ...(kept && { kept }) })}`;

/** The tables of a section, each with its chart where there is something to see. @param behind left out, no count is a link */
export const Tables = ({
	tables,
	behind,
	period,
	words,
}: {
	tables: ReportTable[];
	behind: ((count: string) => string) | undefined;
	period: Period;
	words: Protocol["words"];
}): Html => (
	<>
		{noneOf(tables).map((text) => (
			<p class="govuk-body">{text}</p>
		))}
		{tables
			.filter(({ id }) => id === "key")
			.map((table) => (
				<KeyFigures table={table} behind={behind} />
			))}
		<Folded
			tables={tables.filter((table) => table.id !== "key" && hasFigures(table))}
			draw={(table) => (
				<TableWithChart table={table} behind={behind} period={period} words={words} />
			)}
		/>
	</>
);

/** Tables that are folded away on a narrow screen, named where there is room to. */
const Folded = ({
	tables,
	draw,
}: {
	tables: ReportTable[];
	draw: (table: ReportTable) => Html;
}): Html =>
	tables.length === 0 ? (
		<></>
	) : (
		<FoldedOnPhone
			summary={
				tables.length === 1
					? tables.map(({ title }) => title).join("; ")
					: say`${tables.length} tables and charts: ${tables.map(({ title }) => title).join("; ")}`
			}
		>
			{tables.map(draw)}
		</FoldedOnPhone>
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
		<dl class="govuk-body concord-tiles">
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
		{table.says.includes(sayIt(notTold)) && <p class="govuk-body">{sayIt(notTold)}</p>}
		{govukDetails({
			summaryText: say`Beside the period before and a year before`,
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
	period,
	words,
}: {
	table: ReportTable;
	behind: ((count: string) => string) | undefined;
	period: Period;
	words: Protocol["words"];
}): Html => {
	const chart = chartOfTable(table, { period, words });
	if (!chart?.drawn) return <FiguresTable table={table} behind={behind} isCaptioned />;
	return (
		<div class="concord-chart">
			<h3 class="govuk-heading-m concord-figures__title" id={`table-${table.id}`}>
				{table.title}
			</h3>
			<p class="govuk-body concord-chart__says">{chart.sentence}</p>
			<section class="concord-chart__drawing" tabindex={0} aria-label={say`Chart: ${table.title}`}>
				{raw(chart.drawn.svg)}
			</section>
			{govukDetails({
				summaryText: say`The figures: ${table.title}`,
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
