import { classList } from "./govuk/attributes.ts";
import type { Child, Html } from "./html.ts";
import { say } from "./say.tsx";

export type Column = {
	text: string;
	/** Whether people may order by it; they can with a script only. */
	sortable?: boolean;
	numeric?: boolean;
};

/** What a cell shows; `sort` is what it is ordered by when that is not its text, such as an ISO day. */
export type Cell = Child | { content: Child; sort: string | number };

/**
 * A table that can be ordered by its columns, in the Ministry of Justice's pattern. It
 * scrolls where it is too wide; in a narrow window each row becomes a list.
 */
export const SortableTable = ({
	caption,
	captionHidden = false,
	columns,
	rows,
}: {
	caption: string;
	captionHidden?: boolean;
	columns: readonly Column[];
	/** In the order that is right without a script; the first cell names the row. */
	rows: readonly (readonly Cell[])[];
}): Html => (
	<section class="concord-scroll" tabindex={0} aria-label={say`Table: ${caption}`}>
		<table class="govuk-table" data-module="concord-sortable-table">
			<caption
				class={classList(
					"govuk-table__caption",
					captionHidden ? "govuk-visually-hidden" : "govuk-table__caption--m",
				)}
			>
				{caption}
			</caption>
			<thead class="govuk-table__head">
				<tr class="govuk-table__row">
					{columns.map(({ text, sortable, numeric }) => (
						<th
							scope="col"
							class={classList("govuk-table__header", numeric && "govuk-table__header--numeric")}
							data-sortable={sortable ? "" : undefined}
						>
							{text}
						</th>
					))}
				</tr>
			</thead>
			<tbody class="govuk-table__body">
				{rows.map((row) => (
					<tr class="govuk-table__row">
						{row.map((cell, index) => {
							const { content, sort: by } = hasSort(cell)
								? cell
								: { content: cell, sort: undefined };
							const sort = columns[index]?.sortable ? by : undefined;
							return index === 0 ? (
								<th scope="row" class="govuk-table__header" data-sort-value={sort}>
									{content}
								</th>
							) : (
								<td
									class={classList(
										"govuk-table__cell",
										columns[index]?.numeric && "govuk-table__cell--numeric",
									)}
									data-label={columns[index]?.text}
									data-sort-value={sort}
								>
									{content}
								</td>
							);
						})}
					</tr>
				))}
			</tbody>
		</table>
	</section>
);

const hasSort = (cell: Cell): cell is { content: Child; sort: string | number } =>
	typeof cell === "object" &&
	cell !== null &&
	"sort" in cell &&
	!("isEscaped" in cell) &&
	!Array.isArray(cell);
