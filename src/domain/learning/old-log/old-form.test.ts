import { expect, test } from "vitest";
import { inEnglish } from "../../said.ts";
import { OldLogCheck } from "./check-old-log.ts";
import { type Mapping, noMapping, type OldLogColumn, valueKey } from "./mapping.ts";
import { type ReadingBy, readOldForms } from "./old-form.ts";

const all: OldLogColumn[] = [
	"reference",
	"raisedBy",
	"raisedWith",
	"raised",
	"forwarded",
	"due",
	"responded",
	"ended",
	"themes",
	"stage",
	"ending",
	"people",
	"late",
];
const values: Mapping["values"] = {
	agency: {
		[valueKey("School")]: { is: "agency", id: "school" },
		[valueKey("Health")]: { is: "sector", sector: "health" },
	},
	theme: {
		[valueKey("Thresholds")]: { is: "named", id: "thresholds" },
		[valueKey("Old")]: { is: "own-words" },
	},
	stage: { [valueKey("2")]: { is: "named", id: "formal" } },
	ending: {
		[valueKey("Agreed")]: { is: "named", id: "resolved" },
		[valueKey("Open")]: { is: "open" },
	},
};
const by = (columns = all, rest: Partial<Mapping> = {}): ReadingBy => ({
	headings: columns,
	mapping: {
		...noMapping,
		values,
		columns: Object.fromEntries(columns.map((column) => [column, column])),
		...rest,
	},
	today: "2026-03-30",
	response: { clock: "respond", side: "receiving", strength: "hard" },
});
const read = (cells: Partial<Record<OldLogColumn, string>>, given = by()) =>
	readOldForms(
		{ line: 7, cells: given.headings.map((name) => cells[name as OldLogColumn] ?? "") },
		given,
	);
const whole = {
	reference: "24-001",
	raisedBy: "school",
	raisedWith: "Health",
	raised: "09/04/2024",
	forwarded: "10/04/2024",
	due: "24/04/2024",
	responded: "26/04/2024",
	ended: "30/04/2024",
	themes: "Thresholds; Old",
	stage: "2",
	ending: "Agreed",
	people: "2",
};

test("a line becomes what a report counts of it", () => {
	const [form] = read(whole).forms ?? [];
	expect(form).toMatchObject({
		line: 7,
		reference: "24-001",
		raising: { id: "school" },
		receiving: { name: "Health", sector: "health" },
		daysKnown: true,
	});
	expect(form?.facts).toMatchObject({
		raisedOn: "2024-04-09",
		receivedOn: "2024-04-09",
		endedOn: "2024-04-30",
		ending: "resolved",
		stage: "formal",
		people: 2,
		themes: ["thresholds", "Old"],
		clocks: [
			{
				clock: "respond",
				standing: "met-late",
				from: "2024-04-10",
				due: "2024-04-24",
				until: "2024-04-26",
			},
		],
	});
});

test("whether it was late is what the log says, else what its dates say", () => {
	const standing = (cells: object) =>
		read({ ...whole, ...cells }).forms?.[0]?.facts.clocks[0]?.standing;
	expect(standing({ late: "no" })).toBe("met");
	expect(standing({ responded: "24/04/2024" })).toBe("met");
	expect(standing({ responded: "", due: "", late: "Yes" })).toBe("met-late");
	expect(standing({ responded: "" })).toBe("missed");
	expect(standing({ responded: "", ended: "20/04/2024" })).toBeUndefined();
	expect(standing({ responded: "", due: "" })).toBeUndefined();
});

test("a line that does not say that it ended has ended on its last day, or is open, as was said of such lines", () => {
	const bare = { raisedBy: "School", raised: "09/04/2024", responded: "26/04/2024" };
	expect(read(bare).forms?.[0]).toMatchObject({
		daysKnown: false,
		facts: { endedOn: "2024-04-26", ending: "Not said" },
	});
	expect(read(bare, by(all, { withoutEnd: "open" })).forms?.[0]?.facts).toMatchObject({
		endedOn: null,
		ending: null,
	});
	expect(read({ ...bare, ending: "Open" }).forms?.[0]?.facts.endedOn).toBeNull();
});

test("a line may stand for several forms: their children and those that were late are shared out and add up", () => {
	const columns: OldLogColumn[] = ["raisedBy", "raised", "people", "late", "forms"];
	const { forms = [] } = read(
		{ raisedBy: "Health", raised: "2023/24", people: "7", late: "2", forms: "5" },
		by(columns),
	);
	expect(forms).toHaveLength(5);
	expect(forms.map(({ facts }) => facts.people)).toEqual([2, 2, 1, 1, 1]);
	expect(forms.filter(({ facts }) => facts.clocks[0]?.standing === "met-late")).toHaveLength(2);
	expect(forms[0]).toMatchObject({
		daysKnown: false,
		facts: { raisedOn: "2023-04-01", endedOn: "2024-03-31" },
	});
});

test.each([
	["raisedBy", "", "No agency is said"],
	["raisedBy", "Unknown", "It is not said what “Unknown” means"],
	["raisedWith", "School", "This is the agency that raised it"],
	["raised", "", "There is no date"],
	["raised", "45387", "“45387” is a number, not a date".replaceAll(/[“”]/g, "")],
	["responded", "01/04/2024", "This is before it was raised"],
	["themes", "Nonsense", "It is not said what “Nonsense” means"],
	["people", "two", "“two” is not a whole number from 0 to 50"],
	["late", "perhaps", "“perhaps” is neither yes nor no"],
	["reference", "x".repeat(41), "This is too long for a reference"],
	["ending", "#REF!", "“#REF!” is an error of the spreadsheet"],
	["ending", "=A1", "This is a formula, and not what it gives"],
	["ending", "Open", "It had not ended, and has a day on which it ended"],
] as const)("a fault in %s is named by its line and column: “%s”", (column, cell, wrong) => {
	const { faults = [] } = read({ ...whole, [column]: cell });
	expect(faults.map(({ said: _, ...fault }) => fault)).toEqual([
		{ line: 7, column, wrong, fix: expect.stringMatching(/\w/) },
	]);
	expect(faults.map(({ said }) => said && inEnglish(said.wrong))).toEqual([wrong]);
});

test("all faults of a line are named at once", () => {
	const { faults } = read({ ...whole, raised: "soon", people: "x", themes: "A; B" });
	expect(faults?.map(({ column }) => column)).toEqual(["raised", "people", "themes", "themes"]);
});

test("a reference that is there twice or that Concord has, and a line that is there twice, are faults; faults are counted", () => {
	const check = new OldLogCheck(by());
	const row = (line: number, cells: Partial<Record<OldLogColumn, string>>) => ({
		line,
		cells: all.map((name) => cells[name] ?? ""),
	});
	const forms = check.add(
		[
			row(2, whole),
			row(3, { ...whole, themes: "Old" }),
			row(4, { ...whole, reference: "HV-1" }),
			row(5, { ...whole, reference: "" }),
			row(6, { ...whole, reference: "" }),
		],
		(reference) => reference === "HV-1",
	);
	expect(forms.map(({ line }) => line)).toEqual([2, 5]);
	expect(check.found.firstFaults.map(({ line, wrong }) => [line, wrong])).toEqual([
		[3, "“24-001” is the reference of line 2 too"],
		[4, "Concord has a form “HV-1” already"],
		[6, "It is the same as line 5 in every column"],
	]);
	expect(check.found).toMatchObject({ lines: 5, forms: 2, faults: 3, years: { "2024/25": 2 } });
});

test("a line with the day, agencies and themes of another may be the same form, unless each has a reference", () => {
	const check = new OldLogCheck(by());
	const line = (number: number, given: Partial<Record<OldLogColumn, string>>) => ({
		line: number,
		cells: all.map((name) => ({ ...whole, ...given })[name] ?? ""),
	});
	const without = { reference: "" };
	check.add(
		[
			line(2, { reference: "24-1" }),
			line(3, { reference: "24-2" }),
			// Of its own theme, and of another day.
			line(4, { ...without, themes: "Old" }),
			line(5, { ...without, raised: "08/04/2024" }),
			line(6, { ...without, themes: "Old; Thresholds", stage: "" }),
			line(7, { reference: "24-3" }),
			line(8, { ...without, raised: "07/04/2024" }),
			line(9, { reference: "24-4", raised: "06/04/2024" }),
		],
		() => false,
		(likeness) =>
			likeness.includes("2024-04-07") || likeness.includes("2024-04-06")
				? { title: "the log of 2024", line: 12, isWithoutReference: false }
				: undefined,
	);
	expect(check.found).toMatchObject({ faults: 0, forms: 8, alike: 3 });
	expect(check.found.firstAlike.map(({ line, wrong }) => [line, wrong])).toEqual([
		[6, "It has the day, the agencies and the themes of line 2"],
		[7, "It has the day, the agencies and the themes of line 6"],
		[
			8,
			"It has the day, the agencies and the themes of line 12 of “the log of 2024”, which was imported",
		],
	]);
});
