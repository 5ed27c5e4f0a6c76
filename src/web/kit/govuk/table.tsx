import type { Html } from "../html.ts";
import { attributesOf, classList, contentOf } from "./attributes.ts";
import type { TableOptions } from "./options.ts";

export const govukTable = (table: TableOptions): Html => (
	<table class={classList("govuk-table", table.classes)} {...attributesOf(table.attributes)}>
		{table.caption && (
			<caption class={classList("govuk-table__caption", table.captionClasses)}>
				{table.caption}
			</caption>
		)}
		{table.head && (
			<thead class="govuk-table__head">
				<tr class="govuk-table__row">
					{table.head.map(
						(cell) =>
							cell && (
								<th
									scope="col"
									class={classList(
										"govuk-table__header",
										cell.format && `govuk-table__header--${cell.format}`,
										cell.classes,
									)}
									{...spans(cell)}
								>
									{contentOf(cell)}
								</th>
							),
					)}
				</tr>
			</thead>
		)}
		<tbody class="govuk-table__body">
			{table.rows.map(
				(row) =>
					row && (
						<tr class="govuk-table__row">
							{row.map((given, index) => {
								const cell = given || {};
								return index === 0 && table.firstCellIsHeader ? (
									<th
										scope="row"
										class={classList("govuk-table__header", cell.classes)}
										{...spans(cell)}
									>
										{contentOf(cell)}
									</th>
								) : (
									<td
										class={classList(
											"govuk-table__cell",
											cell.format && `govuk-table__cell--${cell.format}`,
											cell.classes,
										)}
										{...spans(cell)}
									>
										{contentOf(cell)}
									</td>
								);
							})}
						</tr>
					),
			)}
		</tbody>
	</table>
);

type Cell = NonNullable<Exclude<TableOptions["rows"][number], false>>[number];

const spans = (cell: NonNullable<Exclude<Cell, false>>) => ({
	colspan: cell.colspan || undefined,
	rowspan: cell.rowspan || undefined,
	...attributesOf(cell.attributes),
});
