import { somerset } from "../../../protocols/somerset.fixture.ts";
import type { Rules } from "../difference/rules.ts";
import type { Case } from "./case.ts";
import type { Facts } from "./facts.ts";
import type { Period } from "./period.ts";
import { tablesOf } from "./published.ts";
import { figuresOf } from "./report.ts";
import type { ReportTable } from "./report-table.ts";

/** A difference of the Somerset protocol that was raised, went to the form and was resolved, but for what is said of it. */
export const someFacts = (given: Partial<Facts>): Facts => ({
	raisedOn: "2026-02-02",
	receivedOn: "2026-02-10",
	endedOn: "2026-04-20",
	ending: "resolved",
	stage: "formal-resolution",
	way: null,
	people: 1,
	themes: ["thresholds"],
	choices: [],
	stages: [],
	moves: [],
	done: [],
	clocks: [],
	owed: [],
	followed: [],
	calledOn: null,
	notSafeOn: null,
	...given,
});

/** The same between a school and social care. */
export const aCase = (id: string, given: Partial<Facts>): Case => ({
	id,
	raising: { id: "school", name: "A school", sector: "education" },
	receiving: { id: "care", name: "Social care", sector: "social-care" },
	protocol: somerset.protocol,
	facts: someFacts(given),
});

/** A table of the report on a period that is over; undefined where it has none. */
export function tableOn(
	{ id, rules, period }: { id: string; rules: Rules; period: Period },
	facts: readonly Partial<Facts>[],
): ReportTable | undefined {
	const { figures } = figuresOf({
		...rules,
		cases: facts.map((each, nth) => ({
			...aCase(`difference-${nth}`, each),
			protocol: rules.protocol,
		})),
		agencies: [],
		period,
		today: period.until,
	});
	return tablesOf(figures).find((each) => each.id === id);
}

/** The counts of a table, row by row; a table that is not there has none. */
export const countsByRow = (table: ReportTable | undefined) =>
	Object.fromEntries(
		table?.rows.map(({ label, figures }) => [
			label,
			figures.map((figure) => (figure.is === "count" ? figure.n : undefined)),
		]) ?? [],
	);
