import { expect, test } from "vitest";
import { knownFrom } from "./names-in-text.ts";
import type { ReportFigures } from "./report.ts";
import {
	checkTellsNobody,
	confirmedAll,
	isOfSubgroup,
	makesReports,
	partsOf,
	pointedOutIn,
	readsDrafts,
	themeOf,
} from "./report-life.ts";

const figures: ReportFigures = {
	period: { from: "2026-04-01", until: "2026-09-30" },
	sections: [
		{
			id: "raised",
			title: "What was raised",
			tables: [
				{
					id: "raised-themes",
					title: "What it was about",
					says: "",
					rowsAre: "Theme",
					columns: ["Differences"],
					rows: [
						{ key: "thresholds", label: "Thresholds", figures: [] },
						{ key: "total", label: "All", isTotal: true, figures: [] },
					],
					sums: [],
					together: [],
				},
			],
		},
	],
};
const known = knownFrom({
	names: ["Ella Brook"],
	texts: [],
	places: ["Saltmarsh Primary School"],
	datesOfBirth: [],
	identifiers: [],
});

test("words are written beside each section and each theme, and then for all of it", () => {
	const parts = partsOf(figures);
	expect(parts.map(({ name }) => name)).toEqual([
		"raised",
		"theme.thresholds",
		"extract.thresholds",
		"changed",
		"learned",
		"recommendations",
	]);
	expect(parts.flatMap((part) => themeOf(part) ?? [])).toEqual(["thresholds", "thresholds"]);
});

test("an agency may be named in what the office says, and is pointed out in an extract", () => {
	const said = "Saltmarsh Primary School raised more.";
	const written = { raised: said, "extract.thresholds": said };
	expect(pointedOutIn(written, partsOf(figures), known)).toMatchObject([
		{ kind: "place", text: "Saltmarsh Primary School", part: { name: "extract.thresholds" } },
	]);
});

test("what was pointed out is taken out or has a reason, in each part by itself", () => {
	const pointed = pointedOutIn(
		{ raised: "Ella was safe.", recommendations: "Ella and Brook Ella." },
		partsOf(figures),
		known,
	);
	expect(pointed.map(({ part, text }) => [part.name, text])).toEqual([
		["raised", "Ella"],
		["recommendations", "Ella"],
		["recommendations", "Brook Ella"],
	]);
	const reasons = Object.fromEntries(pointed.map(({ key }) => [key, "The name of a building"]));
	expect(confirmedAll(pointed, reasons)).toHaveLength(3);
	expect(() => confirmedAll(pointed, { ...reasons, [pointed[1]?.key ?? ""]: "  " })).toThrow(
		"Take “Ella” out of “Recommendations”",
	);
});

test("an action may name an agency and must not name a child", () => {
	expect(() => checkTellsNobody("Saltmarsh Primary School trains its staff", known)).not.toThrow();
	expect(() => checkTellsNobody("Visit Ella", known)).toThrow("“Ella” may tell whom");
});

test("the office makes reports, its head reads drafts, and the subgroup sees what is presented", () => {
	const of = (...offices: string[]) => ({ offices });
	expect(makesReports(of("business-unit"))).toBe(true);
	expect(makesReports(of("business-unit-head"))).toBe(false);
	expect(readsDrafts(of("business-unit-head"))).toBe(true);
	expect(readsDrafts(of("performance-subgroup"))).toBe(false);
	expect(isOfSubgroup(of("performance-subgroup-chair"))).toBe(true);
});
