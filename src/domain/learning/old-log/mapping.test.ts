import { expect, test } from "vitest";
import { somerset } from "../../../../protocols/somerset.fixture.ts";
import { inEnglish } from "../../said.ts";
import { guessColumns, guessDates, missingIn, noMapping, valueKey } from "./mapping.ts";
import { choicesOf, guessMeaning, meaningOf } from "./meanings.ts";

test("columns are known by what they are often called, and first of all by what they were in the file before", () => {
	expect(guessColumns(["Ref.", "DATE RAISED", "Raised by", "Notes"], {})).toEqual({
		reference: "Ref.",
		raised: "DATE RAISED",
		raisedBy: "Raised by",
	});
	expect(guessColumns(["Case", "From", "Raised by"], { raisedBy: "from" })).toMatchObject({
		raisedBy: "From",
	});
});

test("the order of dates is known where one of them can be read in one way only", () => {
	expect(guessDates(["01/02/2024", "13/02/2024"])).toBe("day-first");
	expect(guessDates(["01/02/2024", "02/13/2024"])).toBe("month-first");
	expect(guessDates(["2023/24", "2024-02-01"])).toBe("day-first");
	expect(guessDates(["01/02/2024"])).toBeUndefined();
	expect(guessDates(["13/02/2024", "02/13/2024"])).toBeUndefined();
});

test("what is missing is said: the agency, a day, a column that is selected twice, a number of forms beside a reference", () => {
	expect(Object.keys(missingIn({ columns: {} }))).toEqual(["raisedBy", "raised"]);
	const twice = missingIn({ columns: { raisedBy: "A", raisedWith: "A", received: "B" } });
	expect(Object.entries(twice).map(([column, wrong]) => [column, inEnglish(wrong)])).toEqual([
		["raisedWith", "“A” is selected for “Raised by” already"],
	]);
	expect(
		missingIn({ columns: { raisedBy: "A", raised: "B", reference: "C", forms: "D" } }),
	).toHaveProperty("forms");
});

const agencies = [{ id: "a1", name: "Oakfield Primary School" }];
const known = { protocol: somerset.protocol, agencies };

test("a value means what it meant before, else what is called the same; a theme that is not known keeps its words", () => {
	const guess = (kind: "agency" | "theme" | "stage", value: string, before = noMapping.values) =>
		guessMeaning(kind, value, choicesOf(kind, known), before);
	expect(guess("agency", "oakfield primary  school")).toBe("agency:a1");
	expect(guess("agency", "Health")).toBeUndefined();
	expect(
		guess("agency", "Health", {
			...noMapping.values,
			agency: { [valueKey("health")]: { is: "sector", sector: "health" } },
		}),
	).toBe("sector:health");
	expect(guess("theme", "Something old")).toBe("own-words");
	const [theme = ""] = Object.keys(somerset.protocol.themes);
	expect(guess("theme", somerset.protocol.themes[theme] ?? "")).toBe(`named:${theme}`);
	const [stage] = somerset.protocol.stages;
	expect(guess("stage", `Stage ${stage?.number}`)).toBe(`named:${stage?.id}`);
});

test("everything that is offered can be sent, and nothing else", () => {
	for (const kind of ["agency", "theme", "stage", "ending"] as const)
		for (const { value } of choicesOf(kind, known)) expect(meaningOf(value)).toBeDefined();
	expect(meaningOf("sector:nonsense")).toBeUndefined();
	expect(meaningOf("")).toBeUndefined();
});
