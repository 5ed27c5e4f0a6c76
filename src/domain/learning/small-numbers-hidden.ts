import { publicationOf } from "./published-table.ts";
import type { ReportFigures } from "./report.ts";
import type { CountName, Figure, ReportTable } from "./report-table.ts";
import { hiddenMark, suppress, usualThreshold } from "./suppress.ts";

/**
 * A report's figures as those outside the Business Unit see them: what is small is hidden, and what it could be worked
 * out from. What is said or worked out of a hidden count is hidden with it.
 *
 * @see docs/decisions/small-numbers.md
 */
export function withSmallNumbersHidden(
	figures: ReportFigures,
	threshold = usualThreshold,
): ReportFigures {
	const tables = figures.sections.flatMap((section) => section.tables);
	const { hidden } = suppress(
		publicationOf(
			tables.map((table) => ({
				name: table.id,
				title: table.title,
				rowsAre: table.rowsAre,
				columns: table.columns,
				rows: table.rows.map(({ label, figures }) => ({ label, counts: namesOf(figures) })),
				values: table.rows.flatMap((row) =>
					row.figures.flatMap((figure): [CountName, number][] =>
						figure.is === "count" ? [[figure.name, figure.n]] : [],
					),
				),
				sums: table.sums,
			})),
		),
		threshold,
	);
	return {
		...figures,
		sections: figures.sections.map((section) => ({
			...section,
			tables: section.tables.map((table) => hiddenIn(table, hidden, threshold)),
		})),
	};
}

const namesOf = (figures: Figure[]): CountName[] =>
	figures.flatMap((figure) => (figure.is === "count" ? [figure.name] : []));

function hiddenIn(
	table: ReportTable,
	hidden: ReadonlySet<CountName>,
	threshold: number,
): ReportTable {
	const mark: Figure = { is: "text", text: hiddenMark };
	return {
		...table,
		rows: table.rows.map((row) => {
			const hidesSome = namesOf(row.figures).some((name) => hidden.has(name));
			return {
				...row,
				figures: row.figures.map((figure): Figure => {
					if (figure.is === "count") return hidden.has(figure.name) ? mark : figure;
					if (figure.is === "text") return hidesSome ? mark : figure;
					const isOfFew = figure.n > 0 && figure.n < threshold;
					return isOfFew || hidden.has(figure.of) ? mark : figure;
				}),
			};
		}),
	};
}
