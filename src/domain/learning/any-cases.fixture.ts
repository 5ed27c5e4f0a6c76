import fc from "fast-check";
import { somerset } from "../../../protocols/somerset.fixture.ts";
import type { Sector } from "../people/viewer.ts";
import type { Case, CountedAgency } from "./case.ts";
import { stepsJudged } from "./ending-tables.ts";
import type { Facts } from "./facts.ts";

const sectors: Sector[] = ["education", "health", "social-care", "police", "education", "health"];

/** The agencies that random differences are between; some sectors have one alone. */
export const someAgencies = sectors.map((sector, nth) => ({
	id: `agency-${nth}`,
	name: `Agency ${nth}`,
	sector,
	people: 3 + nth,
}));

const { protocol } = somerset;
/** The half year that random differences are reported in; they began in the three before its end. */
export const somePeriod = { from: "2026-04-01", until: "2026-09-30" };
const firstDay = Temporal.PlainDate.from("2025-04-01");
const dayAt = (nth: number) => firstDay.add({ days: nth }).toString();

/** Uneven, as it is: few agencies raise most, and most are about few things. */
const uneven = (most: number) =>
	fc.tuple(fc.nat(most), fc.nat(most)).map(([one, other]) => Math.min(one, other));

/** Each way in which somebody judges or decides, with what came of it. */
const judgements = stepsJudged(protocol).flatMap(({ id, outcomes }) =>
	outcomes.map((outcome) => [{ step: id, outcome: outcome.id }]),
);
/** Everything that is owed after the end, with each outcome of it, and owed still. */
const afterwards = protocol.afterwards.flatMap(({ id, outcomes }) => [
	{ step: id, outcome: undefined },
	...outcomes.map((outcome) => ({ step: id, outcome: outcome.id })),
]);

const anyFacts: fc.Arbitrary<Facts> = fc
	.record({
		raised: fc.nat(540),
		took: fc.nat(120),
		isOpen: fc.boolean(),
		stage: uneven(protocol.stages.length - 1),
		ending: uneven(Object.keys(protocol.endings).length - 1),
		people: fc.constantFrom(1, 1, 1, 2),
		themes: fc.uniqueArray(uneven(Object.keys(protocol.themes).length - 1), {
			minLength: 0,
			maxLength: 3,
		}),
		clock: uneven(protocol.clocks.length - 1),
		isMet: fc.boolean(),
		isUnsafe: fc.nat(8),
		isCalled: fc.nat(9),
		/** How many stages were passed over, by which move, what was judged and what came of what was owed afterwards. */
		skipped: uneven(2),
		move: uneven(protocol.moves.length),
		judged: uneven(judgements.length),
		afterwards: uneven(afterwards.length),
		changed: fc.nat(5),
	})
	.map((drawn) => {
		const raisedOn = dayAt(drawn.raised);
		const endedOn = drawn.isOpen ? null : dayAt(drawn.raised + drawn.took);
		const stages = protocol.stages.slice(0, drawn.stage + 1).map(({ id }) => id);
		const due = dayAt(drawn.raised + 10);
		const move = protocol.moves[drawn.move - 1];
		const later = dayAt(drawn.raised + drawn.took + 5);
		const owed = endedOn === null ? undefined : afterwards[drawn.afterwards - 1];
		return {
			raisedOn,
			receivedOn: drawn.stage > 1 ? dayAt(drawn.raised + 2) : null,
			endedOn,
			ending: drawn.isOpen ? null : (Object.keys(protocol.endings)[drawn.ending] ?? null),
			stage: stages.at(-1) ?? "",
			way: null,
			people: drawn.people,
			themes: drawn.themes.flatMap((nth) => Object.keys(protocol.themes)[nth] ?? []),
			choices: changedIn(drawn.changed, endedOn),
			stages: stages.map((stage, nth) => ({
				stage,
				on: raisedOn,
				skipped: nth === stages.length - 1 ? stages.slice(0, drawn.skipped) : [],
			})),
			moves: move ? [{ move: move.id, on: raisedOn }] : [],
			done: [
				...(judgements[drawn.judged - 1] ?? []),
				...(owed?.outcome === undefined
					? []
					: [{ step: owed.step, outcome: owed.outcome, on: later }]),
			].map((done) => ({ on: due, ...done })),
			clocks: [
				{
					clock: protocol.clocks[drawn.clock]?.id ?? "",
					side: "receiving",
					strength: protocol.clocks[drawn.clock]?.strength ?? "hard",
					standing: drawn.isMet ? "met" : "missed",
					from: raisedOn,
					due,
					until: drawn.isMet ? dayAt(drawn.raised + 5) : null,
					held: { from: raisedOn, until: null },
					pauses: [],
					extended: 0,
				},
			],
			owed: [{ side: "receiving", from: raisedOn, until: endedOn }],
			followed:
				owed && endedOn
					? [{ step: owed.step, from: endedOn, doneOn: owed.outcome === undefined ? null : later }]
					: [],
			calledOn: drawn.isCalled === 0 ? raisedOn : null,
			notSafeOn: drawn.isUnsafe === 0 ? raisedOn : null,
		} as Facts;
	});

/** What changed for the child, as was answered when it ended. */
function changedIn(nth: number, endedOn: string | null): Facts["choices"] {
	const [asks] = protocol.report?.changed ?? [];
	const field = protocol.fields[asks?.field ?? ""];
	const option = field?.type === "choice" ? Object.keys(field.options)[nth] : undefined;
	return field && option && endedOn ? [{ field: field.id, option, on: endedOn }] : [];
}

const anyAgency = uneven(someAgencies.length - 1).map((nth) => {
	const { people: _, ...agency } = someAgencies[nth] as (typeof someAgencies)[number];
	return agency as CountedAgency;
});

/** Up to so many differences of one protocol, as a report counts them. */
export const anyCases = (maxLength: number): fc.Arbitrary<Case[]> =>
	fc
		.array(fc.tuple(anyAgency, fc.option(anyAgency, { freq: 8 }), anyFacts), {
			minLength: 1,
			maxLength,
			size: "max",
		})
		.map((drawn) =>
			drawn.map(([raising, receiving, facts], nth) => ({
				id: `difference-${nth}`,
				raising,
				receiving,
				protocol,
				facts,
			})),
		);
