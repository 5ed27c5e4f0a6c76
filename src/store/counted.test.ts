import fc from "fast-check";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { somerset } from "../../protocols/somerset.fixture.ts";
import { type TestDatabase, testDatabase } from "../../test/support/database.ts";
import type { IsoDay } from "../domain/calendar/iso-day.ts";
import { anyCases, someAgencies, somePeriod } from "../domain/learning/any-cases.fixture.ts";
import { lastDayIn } from "../domain/learning/as-of.ts";
import type { Case } from "../domain/learning/case.ts";
import type { Facts } from "../domain/learning/facts.ts";
import { figuresOf } from "../domain/learning/report.ts";
import { agenciesOfOldLogs } from "./counted.ts";

let database: TestDatabase;
beforeAll(async () => {
	database = await testDatabase();
});
afterAll(() => database.drop());

const { protocol } = somerset;

const dayAfter = (day: IsoDay, days: number): IsoDay =>
	Temporal.PlainDate.from(day).add({ days }).toString();

/** How a time limit came out, and what was asked after the end, in more ways than `anyCases` draws. */
const drawn = fc.record({
	standing: fc.constantFrom(
		"met" as const,
		"met-late" as const,
		"missed" as const,
		"dropped" as const,
	),
	took: fc.integer({ min: 1, max: 200 }),
	asked: fc.subarray(protocol.afterwards.map(({ id }) => id)),
	isDone: fc.boolean(),
});
type Drawn = typeof drawn extends fc.Arbitrary<infer T> ? T : never;

function withMore(one: Case, { standing, took, asked, isDone }: Drawn): Case {
	const { facts } = one;
	const { raisedOn, endedOn } = facts;
	if (endedOn === null) return one;
	return {
		...one,
		facts: {
			...facts,
			clocks: facts.clocks.map((clock) => ({
				...clock,
				standing,
				until: dayAfter(raisedOn, took),
			})),
			followed: asked.map((step) => ({
				step,
				from: endedOn,
				doneOn: isDone ? dayAfter(endedOn, 9) : null,
			})),
		},
	};
}

test("what is kept of a difference for comparing periods counts as the whole of it does, once it was over before the period", async () => {
	let over = 0;
	await fc.assert(
		fc.asyncProperty(
			anyCases(60).chain((cases) =>
				fc.tuple(...cases.map((one) => drawn.map((more) => withMore(one, more)))),
			),
			async (cases) => {
				const { rows } = await sql<{ compared: string }>`
					select compared_of(facts) as compared
					from jsonb_array_elements(${JSON.stringify(cases.map(({ facts }) => facts))}::jsonb)
						with ordinality as each (facts, nth) order by nth`.execute(database.db);
				const asRead = cases.map((one, nth): Case => {
					const { endedOn } = one.facts;
					if (endedOn === null || lastDayIn(one.facts) >= somePeriod.from) return one;
					over += 1;
					return { ...one, facts: JSON.parse(rows[nth]?.compared ?? "") as Facts };
				});
				const counted = (of: Case[]) =>
					figuresOf({
						...somerset,
						cases: of,
						period: somePeriod,
						today: somePeriod.until,
						agencies: someAgencies,
					});
				expect(counted(asRead)).toEqual(counted(cases));
			},
		),
		{ numRuns: 40 },
	);
	expect(over).toBeGreaterThan(100);
});

test("an agency that two old logs put in different sectors is one, of the sector that was read first", () => {
	const agency = agenciesOfOldLogs();
	const first = agency({ id: null, name: "Vale Health", sector: "health" });
	expect(agency({ id: null, name: "vale  health", sector: "education" })).toBe(first);
	expect(first).toMatchObject({ name: "Vale Health", sector: "health" });
	expect(agency({ id: "an identifier", name: "Vale Health", sector: "education" })).not.toBe(first);
});
