import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readProtocol } from "../reading/read-protocol.ts";

const text = (name: string) =>
	readFileSync(new URL(`../../../../test/language/${name}.yaml`, import.meta.url), "utf8");
const [others, none, one] = [
	text("other-agencies"),
	text("other-agencies-none"),
	text("one-of-the-others"),
];

test.each([
	[
		"`involved` without `involved:`",
		none.replace("involved: { chosen-in: [others] }\n", ""),
		/does not say that any may be involved/,
	],
	[
		"a field of another type",
		none.replace("chosen-in: [others]", "chosen-in: [issue]"),
		/There is no field that is an agency or several called “issue”/,
	],
	[
		"a field that nobody is asked",
		others.replace("asks: [one-more]\n", "asks: [view]\n"),
		/Nobody is asked for “one-more”, so no agency can be chosen in it/,
	],
	[
		"one who owes a step and is not among the agencies involved",
		one.replace("chosen-in: [others, who-leads]", "chosen-in: [others]"),
		/The agency in “who-leads” is not among those involved/,
	],
	[
		"one of several for a step that is nobody of theirs",
		one.replace("by: involved manager, agency-in", "by: receiving manager, agency-in"),
		/Only one of the agencies involved can be named for a step/,
	],
	[
		"one who owes a step, before somebody must have named them",
		one.replace(
			"asks: [who-leads], outcomes",
			"asks: [{ ask: who-leads, when: { way: usual } }], outcomes",
		),
		/There is only one way to begin|nobody has answered “who-leads”/,
	],
	[
		"one who may be left blank",
		one.replace("label: Which agency leads? }", "label: Which agency leads?, optional: true }"),
		/nobody has answered “who-leads” before “lead” is owed/,
	],
	[
		"a step of theirs before any can have been chosen",
		none
			.replace("asks: [issue, others]", "asks: [issue]")
			.replace(
				"title: Decide, by: business-unit,",
				"title: Decide, by: business-unit, asks: [others],",
			),
		/“say” is for agencies that are involved, before any can have been chosen/,
	],
	[
		"a step of theirs of which they were not told",
		none.replace("to: [receiving, involved, business-unit]", "to: [receiving, business-unit]"),
		/never hear of it|is for the agencies that are involved, and on some path nothing was sent to them/,
	],
	[
		"somebody chosen while it goes on, who hears nothing",
		others.replace(
			"    sends: { what: [issue], to: [involved] }\n    then: stay",
			"    then: stay",
		),
		/Whoever is chosen to be involved here hears nothing of it/,
	],
	[
		"answers that lead apart where nobody may have been chosen",
		none.replace("counts: true, ", ""),
		/joined and lead to different places|its outcomes lead to different places/,
	],
	[
		"all of them where one is meant",
		others.replace("attends: [raising manager, involved manager]", "chair: involved manager"),
		/“involved manager” is of several agencies, and this is for one/,
	],
	[
		"a role that is called as an agency is",
		none.replace("  business-unit: {", "  involved: { office: involved }\n  business-unit: {"),
		/“involved” is the word for an agency, and cannot be the name of a role/,
	],
])("it finds %s", (_, file, wrong) => {
	const { faults = [] } = readProtocol(file);
	expect(faults.map((fault) => fault.wrong).join("\n")).toMatch(wrong);
	expect(faults.every(({ fix }) => fix.length > 0)).toBe(true);
});

test("it warns of one that never answers where nothing else leads on", () => {
	const warned = (file: string) =>
		(readProtocol(file).warnings ?? []).map(({ wrong, fix }) => wrong + fix);
	expect(warned(none)).toContainEqual(
		expect.stringMatching(/the manager of an agency that is involved never does “say”/),
	);
	expect(
		warned(
			none.replace("due: 3 working days, ", "due: { within: 3 working days, late: decide }, "),
		),
	).not.toContainEqual(expect.stringContaining("never does “say”"));
});
