import type { Faults } from "../file/faults.ts";
import { sidesByDefault } from "../file/file.ts";
import {
	type Clock,
	type Copy,
	type Move,
	type Occasion,
	type Outcome,
	type Party,
	type Protocol,
	type Sends,
	type Step,
	stageOf,
	stepsHeld,
	type Way,
	waysOf,
} from "../protocol.ts";
import { type Lead, placeOf, placeOfClock, type Reached, reachableFrom } from "./paths.ts";

/**
 * Whether the other side is there wherever a way to begin leads: with no other agency nothing is asked of it or sent to it,
 * and the two sides of one agency are told apart by the protocol's own words.
 */
export function checkOtherSides(protocol: Protocol, leads: Lead[], faults: Faults): void {
	const ways = waysOf(protocol);
	const { raising, receiving } = protocol.words;
	if (
		ways.some((way) => way.with === "own-agency") &&
		(raising === sidesByDefault.raising || receiving === sidesByDefault.receiving)
	)
		faults.add(
			["words"],
			`Where both sides are of one agency, “${raising}” and “${receiving}” do not say which is meant`,
			"Say what its two sides are called: “words: { raising: the conference service, receiving: the social work team }”",
		);
	for (const way of ways.filter((each) => each.with === "no-agency")) {
		const reached = reachableFrom(protocol, leads, [way.start]);
		const which = way.id === undefined ? "raise:" : `raise: ways: ${way.id}:`;
		for (const { at, what } of forNobody(protocol, way, reached))
			faults.add(
				at,
				`“${which}” is begun with no other agency, and leads to ${what}`,
				`Let it lead elsewhere, or take “with: no-agency” out of “${which}”`,
			);
	}
}

/** Something that only the receiving agency could do or get, in words, and where it stands in the file. */
type ForNobody = { at: string[]; what: string };

/** Everything of the receiving agency to which a way to begin leads. */
function forNobody(protocol: Protocol, way: Way, reached: Reached): ForNobody[] {
	const at = way.id === undefined ? ["raise"] : ["raise", "ways", way.id];
	const steps = Object.values(protocol.steps).filter(({ id }) => reached.steps.has(id));
	return [
		...whatGoesThere(protocol, at, way),
		...steps.flatMap((step) => [
			...ofStep(step),
			...ofQuestions(protocol, placeOf(step), step.asks),
			...step.outcomes.flatMap((outcome) =>
				whatGoesThere(protocol, [...placeOf(step), "outcomes", outcome.id], outcome),
			),
		]),
		...protocol.moves
			.filter((move) => mayBeMade(protocol, move, reached))
			.flatMap((move) => ofMove(protocol, move)),
		...protocol.clocks
			.filter((clock) => mayStart(protocol, clock, reached))
			.flatMap((clock) => ofClock(protocol, clock)),
	];
}

const isReceiving = ({ side }: Party): boolean => side === "receiving";

function ofStep(step: Step): ForNobody[] {
	const at = placeOf(step);
	if (isReceiving(step.by))
		return [
			{ at: [...at, "by"], what: `“${step.writtenAs}”, a step that is for the receiving agency` },
		];
	const seats: [word: string, parties: Party[]][] = [
		["with", [step.with ?? []].flat()],
		["attends", step.attends],
		["chair", [step.chair ?? []].flat()],
		["consults", step.consults],
	];
	return seats
		.filter(([, parties]) => parties.some(isReceiving))
		.map(([word]) => ({
			at: [...at, word],
			what: `“${step.writtenAs}”, which needs somebody of the receiving agency`,
		}));
}

/** A move that somebody else may make as well is theirs alone. */
const ofMove = (protocol: Protocol, move: Move): ForNobody[] => [
	...(move.by.every(isReceiving)
		? [
				{
					at: ["moves", move.id, "by"],
					what: `“${move.id}”, a move that only the receiving agency may make`,
				},
			]
		: []),
	...ofQuestions(protocol, ["moves", move.id], move.asks),
	...move.outcomes.flatMap((outcome) =>
		whatGoesThere(
			protocol,
			move.outcomes.length > 1 ? ["moves", move.id, "outcomes", outcome.id] : ["moves", move.id],
			outcome,
		),
	),
];

const ofClock = (protocol: Protocol, clock: Clock): ForNobody[] => [
	...(clock.step === undefined && clock.by && isReceiving(clock.by)
		? [
				{
					at: [...placeOfClock(protocol, clock), "by"],
					what: `“${clock.id}”, a time limit that the receiving agency sees to`,
				},
			]
		: []),
	...(clock.lateSends?.to.includes("receiving")
		? [
				{
					at: [...placeOfClock(protocol, clock), "late"],
					what: "silence of which the receiving agency is told",
				},
			]
		: []),
];

/** What is asked of, sent or copied to the receiving agency when something happens. */
const whatGoesThere = (
	protocol: Protocol,
	at: string[],
	{
		sends,
		copies,
		asks,
		acknowledges,
	}: {
		sends?: Sends | undefined;
		copies: Copy[];
		asks: string[];
		acknowledges?: Outcome["acknowledges"];
	},
): ForNobody[] => [
	...(sends?.to.includes("receiving")
		? [{ at: [...at, "sends"], what: "something that is sent to the receiving agency" }]
		: []),
	...(copies.some(({ to }) => isReceiving(to))
		? [{ at: [...at, "copies"], what: "a copy for the receiving agency" }]
		: []),
	...(acknowledges === "receiving"
		? [{ at: [...at, "acknowledges"], what: "an acknowledgement to the receiving agency" }]
		: []),
	...ofQuestions(protocol, at, asks),
];

const ofQuestions = (protocol: Protocol, at: string[], asks: string[]): ForNobody[] =>
	asks
		.filter((id) => {
			const field = protocol.fields[id];
			return field?.type === "person" && field.of.startsWith("receiving ");
		})
		.map((id) => ({
			at: [...at, "asks"],
			what: `“${id}”, which asks for somebody of the receiving agency`,
		}));

const mayBeMade = (protocol: Protocol, move: Move, { steps, endings }: Reached): boolean =>
	move.while.some((when) =>
		"ending" in when
			? endings.has(when.ending)
			: "step" in when
				? steps.has(when.step)
				: isStageReached(protocol, when.stage, steps),
	);

const isStageReached = (protocol: Protocol, id: string, steps: Reached["steps"]): boolean =>
	stageOf(protocol, id)?.steps.some((step) => steps.has(step.id)) ?? false;

/** Whether a clock of steps that are reached, or one that something on the way starts. */
function mayStart(protocol: Protocol, clock: Clock, { steps, endings }: Reached): boolean {
	const held = stepsHeld(clock);
	if (held.length > 0) return held.some((step) => steps.has(step));
	const begins = (occasion: Occasion): boolean => {
		switch (occasion.is) {
			case "raised":
			case "field":
				return true;
			case "stage":
				return isStageReached(protocol, occasion.stage, steps);
			case "event":
				return steps.has(occasion.event.split(".").slice(0, 2).join("."));
			case "move":
				return protocol.moves.some(
					(move) => move.id === occasion.move && mayBeMade(protocol, move, { steps, endings }),
				);
			case "end":
				return endings.size > 0;
		}
	};
	return clock.from.some(begins);
}
