import { rowsAllowed } from "../answers.ts";
import type { Path } from "../compile/references.ts";
import type { Faults } from "../file/faults.ts";
import type { Cell } from "../file/field.ts";
import { cellsOf, type Field, mayLieAhead, type Protocol } from "../protocol.ts";

/** What can be read across a page of paper. */
const mostColumns = 6;

/** Every question can be answered as its field says: there is something to choose from, rows have columns, days have a range. */
export function checkFields(protocol: Protocol, faults: Faults): void {
	for (const field of Object.values(protocol.fields)) {
		const path = ["fields", field.id];
		const choices =
			field.type === "themes"
				? protocol.themes
				: field.type === "choice" || field.type === "choices"
					? field.options
					: undefined;
		if (choices && Object.keys(choices).length === 0)
			faults.add(
				path,
				`The field “${field.id}” has nothing to choose from`,
				field.type === "themes" ? "Add the themes under “themes:”" : "Add “options:”",
			);
		for (const [name, cell] of Object.entries(cellsOf(field)))
			checkCell(cell, [...path, field.type === "table" ? "columns" : "facts", name], faults);
		if (field.type === "table") {
			if (Object.keys(field.columns).length === 0)
				faults.add(
					[...path, "columns"],
					`The table “${field.id}” has no columns`,
					"Write what each row holds: “what: What happened”",
				);
			const columns = Object.keys(field.columns).length;
			if (columns > mostColumns)
				faults.add(
					[...path, "columns"],
					`The table “${field.id}” has ${columns} columns, and ${mostColumns} fit across a page`,
					"Ask the rest in another field",
				);
			const { least, most } = rowsAllowed(field);
			if (least > most)
				faults.add(
					[...path, "rows"],
					`The table “${field.id}” has at least ${least} rows and at most ${most}`,
					`Write “at-least” as ${most} or fewer, or “at-most” as ${least} or more`,
				);
		}
		if (field.type === "day" || field.type === "moment") checkPlausible(protocol, field, faults);
	}
}

function checkCell({ type, options }: Cell, path: Path, faults: Faults): void {
	if (type === "choice" && Object.keys(options ?? {}).length === 0)
		faults.add(path, `“${path.at(-1)}” has nothing to choose from`, "Add “options:”");
	if (type !== "choice" && options)
		faults.add(
			[...path, "options"],
			`“${path.at(-1)}” has options, and is answered as “${type}”`,
			"Take “type:” out, or the options",
		);
}

function checkPlausible(
	protocol: Protocol,
	field: Extract<Field, { type: "day" | "moment" }>,
	faults: Faults,
): void {
	const { plausible } = field;
	if (!plausible) return;
	const path = ["fields", field.id, "plausible"];
	if (plausible.ahead === undefined && plausible.back === undefined)
		faults.add(
			path,
			`“plausible” does not say where the day of “${field.id}” is to be expected`,
			"Write “ahead: 20 working days”, “back: 2 years”, or both",
		);
	if (field.type === "moment" && plausible.ahead && !mayLieAhead(protocol, field))
		faults.add(
			[...path, "ahead"],
			`“${field.id}” says how far ahead it may lie, and a moment must have passed`,
			"Add “ahead: true” to the field, or take this “ahead:” out",
		);
}
