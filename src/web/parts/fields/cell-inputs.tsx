import type { Cell } from "../../../domain/protocol/file/field.ts";
import { cellsOf } from "../../../domain/protocol/protocol.ts";
import { dateField, type FormState, textField } from "../../kit/form.ts";
import { govukDateInput, govukInput, govukSelect, govukTextarea } from "../../kit/govuk.ts";
import type { Html } from "../../kit/html.ts";
import { say } from "../../kit/say.tsx";
import { columnOf } from "./columns.ts";
import { confirming } from "./confirming.tsx";
import type { Asked } from "./legend.ts";
import { Rows } from "./rows-input.tsx";

/** A table that the protocol makes up: each row with an input for each of its columns. */
export const TableInput = (asked: Asked): Html => (
	<Rows {...asked} row={(row) => <CellInputs {...asked} row={row} />} />
);

/** What the protocol asks in each row of a list. @param row such as `visits-0` */
export const CellInputs = ({
	question: { field },
	form,
	row,
}: Pick<Asked, "question" | "form"> & { row: string }): Html => (
	<>
		{Object.entries(cellsOf(field)).map(([name, cell]) => (
			<CellInput cell={cell} name={`${row}-${columnOf(field, name)}`} form={form} />
		))}
	</>
);

function CellInput({ cell, name, form }: { cell: Cell; name: string; form: FormState }): Html {
	const label = { text: cell.optional ? `${cell.label} (optional)` : cell.label };
	const hint = cell.hint ? { text: cell.hint } : undefined;
	switch (cell.type) {
		case "text":
			return govukInput({ ...textField(form, name), label, hint });
		case "long-text":
			return govukTextarea({ ...textField(form, name), label, hint, rows: 3 });
		case "day":
			return govukDateInput({
				...dateField(form, name),
				...confirming(form, name),
				fieldset: { legend: label },
				hint,
			});
		case "choice":
			return govukSelect({
				...textField(form, name),
				label,
				hint,
				items: [
					{ value: "", text: cell.optional ? say`Leave blank` : say`Choose one` },
					...Object.entries(cell.options ?? {}).map(([value, text]) => ({ value, text })),
				],
			});
	}
}
