import { expect, test } from "vitest";
import { somerset } from "../../../protocols/somerset.fixture.ts";
import { aCase } from "../../domain/learning/a-case.fixture.ts";
import { tablesOf } from "../../domain/learning/published.ts";
import { figuresOf } from "../../domain/learning/report.ts";
import { chartOfTable } from "./charts.ts";

const period = { from: "2026-04-01", until: "2026-09-30" };
const { protocol } = somerset;

const charted = (
	id: string,
	{ agencies = 0, cases }: { agencies?: number; cases: ReturnType<typeof aCase>[] },
) => {
	const { figures } = figuresOf({
		...somerset,
		cases,
		agencies: Array.from({ length: agencies }, (_, nth) => ({
			id: `school-${nth}`,
			name: `School ${nth}`,
			sector: "education" as const,
			people: 3,
		})),
		period,
		today: period.until,
	});
	const table = tablesOf(figures).find((each) => each.id === id);
	return table && chartOfTable(table, { period, words: protocol.words });
};

test("the chart of endings counts differences, however many children they are about", () => {
	const chart = charted("endings", {
		cases: [
			aCase("one", { people: 3 }),
			aCase("two", { people: 2 }),
			aCase("three", { ending: "decided", stage: "executive" }),
		],
	});
	expect(chart?.sentence).toBe(
		"The ending most often was Resolved: 2 of 3 professional differences.",
	);
});

test("of very many agencies those with most are drawn, and it says so", () => {
	const cases = [27, 27, 27, 5].map((school, nth) => ({
		...aCase(`of-${nth}`, { raisedOn: "2026-05-04", endedOn: null, ending: null }),
		raising: { id: `school-${school}`, name: `School ${school}`, sector: "education" as const },
	}));
	const many = charted("raisers", { agencies: 30, cases });
	expect(many?.sentence).toContain("Drawn are the 20 with most; the table has all 30.");
	expect(many?.drawn?.svg).toContain("School 27");
	expect(many?.drawn?.svg).not.toContain("School 26");
	const few = charted("raisers", { agencies: 10, cases });
	expect(few?.sentence).not.toContain("Drawn are");
});
