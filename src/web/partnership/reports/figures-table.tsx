import { isNumeric, sayFigure } from "../../../documents/report/figure-in-words.ts";
import type { Figure, ReportTable } from "../../../domain/learning/report-table.ts";
import type { Child, Html } from "../../kit/html.ts";
import { say } from "../../kit/say.tsx";
import { Link } from "../../kit/text.tsx";

/** Tables with more columns than this have their headings upright, so that they fit. */
const mostColumns = 7;

/** A table of a report. Where its reader may look behind a count, it opens what it counts. */
export const FiguresTable = ({
	table,
	behind,
	isCaptioned,
}: {
	table: ReportTable;
	behind: ((count: string) => string) | undefined;
	/** Whether it says its own title; else what is around it does. */
	isCaptioned: boolean;
}): Html => {
	const { id, title, says, rowsAre, columns, rows } = table;
	const isWide = columns.length > mostColumns;
	const numeric = columns.map((_, at) => isNumeric(table, at));
	return (
		<section class="concord-scroll" tabindex={0} aria-label={say`Table: ${title}`}>
			<table class={`govuk-table concord-figures${isWide ? " concord-figures--wide" : ""}`}>
				<caption class={isCaptioned ? "govuk-table__caption" : "govuk-visually-hidden"}>
					{isCaptioned ? (
						<>
							<h3 class="govuk-heading-m concord-figures__title" id={`table-${id}`}>
								{title}
							</h3>
							<span class="govuk-hint concord-figures__says">{says}</span>
						</>
					) : (
						title
					)}
				</caption>
				<thead class="govuk-table__head">
					<tr class="govuk-table__row">
						<th scope="col" class="govuk-table__header">
							{rowsAre}
						</th>
						{columns.map((text, at) => (
							<th
								scope="col"
								class={`govuk-table__header${numeric[at] ? " govuk-table__header--numeric" : ""}`}
							>
								<span>{text}</span>
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
							{figures.map((figure, at) => (
								<td
									class={`govuk-table__cell${numeric[at] ? " govuk-table__cell--numeric" : ""}${isNone(figure) ? " concord-figures__none" : ""}`}
									data-label={columns[at]}
								>
									{shown(figure, behind)}
								</td>
							))}
						</tr>
					))}
				</tbody>
			</table>
		</section>
	);
};

const isNone = (figure: Figure): boolean => figure.is === "count" && figure.n === 0;

const shown = (figure: Figure, behind: ((count: string) => string) | undefined): Child =>
	figure.is === "count" && figure.n > 0 && !figure.nothingBehind && behind ? (
		<Link href={behind(figure.name)}>{sayFigure(figure)}</Link>
	) : (
		sayFigure(figure)
	);
