/**
 * Which ways lead through a protocol: what each step leads to, what can be reached, what every path passes, and whether
 * it ends. check.ts asks this of a whole file, the engine of what may still come.
 */
import { type Condition, usualWay, type WhatIsAsked, wayItBegan } from "../condition.ts";
import {
	afterwards,
	asksOf,
	beside,
	type Clock,
	type Copy,
	involvedSides,
	isAside,
	type Move,
	type Occasion,
	type Protocol,
	type Sends,
	type Side,
	type Step,
	type StepId,
	slotOf,
	stageOf,
	stepsHeld,
	stepsOpenedBy,
	type Target,
	waysOf,
	withNobody,
} from "../protocol.ts";

/** One way on: what leads, and where to. */
export type Lead = {
	/** Where it stands in the file. */
	at: string[];
	/** The steps during which it may happen; none for the start. */
	from: Step[];
	/** Who brings it about; nobody when a clock runs out. */
	by: Side[];
	tells: Side[];
	/** Sides that are told only in some cases. */
	tellsIf: { side: Side; condition: Condition }[];
	/** What is sent to sides as it happens. */
	sends: Sends[];
	/** In what case somebody hears of it: each goes by what must be known then. */
	cases: Condition[];
	/** Fields that whoever brings it about is asked for, whatever they answer. */
	asks: string[];
	/** Fields that they are asked for in some cases. */
	mayAsk: string[];
	targets: Target[];
	/** `clock`: a clock of no one step ran out. `nobody`: of the agencies involved that owe a step there is none. */
	how: "start" | "outcome" | "late" | "clock" | "move" | "nobody";
};

/** Where a step stands in the file. */
export const placeOf = (step: Step): string[] =>
	isAside(step) ? [step.stage, step.writtenAs] : ["stages", step.stage, "steps", step.writtenAs];

/** Every way on in the stages of a protocol, from its start to its ends. */
export function leadsOf(protocol: Protocol): Lead[] {
	const steps = Object.values(protocol.steps);
	const byStage = Map.groupBy(steps, ({ stage }) => stage);
	return [
		...waysOf(protocol).map(
			({ id, asks, askedIf, start, sends, copies }): Lead => ({
				at: id ? ["raise", "ways", id, "start"] : ["raise", "start"],
				from: [],
				by: ["raising"],
				...whoIsTold(sends, copies),
				...asksIn({ asks, askedIf }),
				targets: start,
				how: "start",
			}),
		),
		...steps.flatMap((step) =>
			step.outcomes.map((outcome): Lead => {
				const { id, sends, copies, leadsTo } = outcome;
				return {
					at: [...placeOf(step), "outcomes", id, "then"],
					from: [step],
					by: [step.by.side],
					...whoIsTold(sends, copies),
					...asksIn(asksOf(step, outcome)),
					targets: leadsTo,
					how: "outcome",
				};
			}),
		),
		...steps.flatMap((step): Lead[] => {
			const outcome = withNobody(step);
			return outcome && isForInvolvedAlone(protocol, step)
				? [
						{
							at: [...placeOf(step), "outcomes", outcome.id, "then"],
							from: [step],
							by: [],
							...whoIsTold(undefined, []),
							asks: [],
							mayAsk: [],
							targets: outcome.leadsTo,
							how: "nobody",
						},
					]
				: [];
		}),
		...protocol.clocks
			.filter(({ late }) => late.length > 0)
			.map(
				(clock): Lead => ({
					at: placeOfLate(protocol, clock),
					from: steps.filter((step) =>
						stepsHeld(clock).length > 0
							? stepsHeld(clock).includes(step.id)
							: mayRunDuring(protocol, clock.from, step),
					),
					by: [],
					...whoIsTold(clock.lateSends, []),
					asks: [],
					mayAsk: [],
					targets: clock.late,
					how: stepsHeld(clock).length > 0 ? "late" : "clock",
				}),
			),
		...protocol.moves.filter(isDuringSteps).flatMap((move) => {
			const from = stepsDuring(protocol, byStage, move);
			return move.outcomes.map((outcome): Lead => {
				const { id, sends, copies, leadsTo } = outcome;
				return {
					at:
						move.outcomes.length > 1
							? ["moves", move.id, "outcomes", id, "then"]
							: ["moves", move.id, "then"],
					from,
					by: sideThatMakes(move),
					...whoIsTold(sends, copies),
					...asksIn(asksOf(move, outcome)),
					targets: leadsTo,
					how: "move",
				};
			});
		}),
	];
}

/** Whether a step is for agencies involved besides the two and for nobody else: where there is none, nobody does it. */
export const isForInvolvedAlone = (
	protocol: Protocol,
	{ id, together }: Pick<Step, "id" | "together">,
): boolean =>
	(together?.steps ?? [id]).every(
		(each) => slotOf(protocol.steps[each]?.by.side ?? "") !== undefined,
	);

/** Whether agencies may be chosen here that were not involved before. */
export const isChoosing = ({ involved }: Protocol, { asks, mayAsk }: Lead): boolean =>
	(involved?.chosenIn ?? []).some((field) => asks.includes(field) || mayAsk.includes(field));

/** What is asked whatever the answers, and what only in some cases. */
const asksIn = ({ asks, askedIf }: WhatIsAsked): Pick<Lead, "asks" | "mayAsk"> => ({
	asks: asks.filter((field) => !(field in askedIf)),
	mayAsk: Object.keys(askedIf),
});

/** Whoever makes a move knows of the difference; which of several sides did is not known beforehand. */
const sideThatMakes = ({ by }: Move): Side[] => {
	const sides = [...new Set(by.map(({ side }) => side))];
	return sides.length === 1 ? sides : [];
};

/** Who knows of a difference once something was sent to them, or they were copied in: always, and only in some cases. */
function whoIsTold(
	sends: Sends | undefined,
	copies: Copy[],
): Pick<Lead, "tells" | "tellsIf" | "sends" | "cases"> {
	const all = [
		...(sends?.to ?? []).map((side) => ({ side, condition: sends?.toIf[side] })),
		...copies.flatMap(({ to, sees, when }) =>
			sees === "notice" ? [] : { side: to.side, condition: when },
		),
	];
	return {
		tells: all.flatMap(({ side, condition }) => (condition ? [] : side)),
		tellsIf: all.flatMap(({ side, condition }) => (condition ? { side, condition } : [])),
		sends: sends ? [sends] : [],
		cases: [
			...Object.values(sends?.toIf ?? {}),
			...copies.flatMap(({ when }) => (when ? [when] : [])),
		],
	};
}

const placeOfLate = (protocol: Protocol, clock: Clock): string[] => [
	...placeOfClock(protocol, clock),
	"late",
];

/** Where the file says a clock: with its step, with its stage, or under `clocks`. */
export function placeOfClock(protocol: Protocol, { id, step: of }: Clock): string[] {
	const step = of && protocol.steps[of];
	if (step) return [...placeOf(step), "due"];
	return stageOf(protocol, id) ? ["stages", id, "due"] : ["clocks", id];
}

/** Whether a clock that starts so may still run while this step is owed: it began no later than the step’s stage. */
function mayRunDuring(protocol: Protocol, from: Occasion[], step: Step): boolean {
	if (isAside(step)) return false;
	const order = protocol.stages.map(({ id }) => id);
	return from.some((occasion) => {
		const began =
			occasion.is === "stage"
				? occasion.stage
				: occasion.is === "event"
					? occasion.event.split(".")[0]
					: undefined;
		return began === undefined || order.indexOf(step.stage) >= order.indexOf(began);
	});
}

/** Whether a move is for after the end, not for the steps of a stage. */
export const isAfterEnd = (move: Move): boolean => move.while.some((when) => "ending" in when);

const isDuringSteps = (move: Move): boolean => move.while.some((when) => !("ending" in when));

/** The steps during which a move may be made. */
const stepsDuring = (protocol: Protocol, byStage: Map<string, Step[]>, move: Move): Step[] => [
	...new Set(
		move.while.flatMap((when) => {
			if ("stage" in when) return byStage.get(when.stage) ?? [];
			const step = "step" in when ? protocol.steps[when.step] : undefined;
			return step ? [step] : [];
		}),
	),
];

/** Every step that some path opens, and every ending that some path comes to. */
export const reachable = (protocol: Protocol, leads: Lead[]): Reached =>
	reachableFrom(protocol, leads, [
		...waysOf(protocol).map(({ start }) => start),
		...leads.filter(({ how }) => how === "clock").map(({ targets }) => targets),
	]);

export type Reached = { steps: Set<StepId>; endings: Set<string> };

/** The same of the paths that begin at some places. */
export function reachableFrom(protocol: Protocol, leads: Lead[], start: Target[][]): Reached {
	const steps = new Set<StepId>();
	const endings = new Set<string>();
	const after = new Map<Step, Target[][]>();
	for (const { from, targets } of leads)
		for (const step of from) {
			const all = after.get(step);
			if (all) all.push(targets);
			else after.set(step, [targets]);
		}
	const waiting = [...start];
	/** What opens at an end that was found, by the stage that it must have come to. */
	const atEnd = new Map<string, Target[][]>();
	const stages = new Set<string>();
	// A move leads to the same places from every step during which it may be made: they are looked at once.
	const seen = new Set<Target[]>();
	for (let targets = waiting.pop(); targets; targets = waiting.pop()) {
		if (seen.has(targets)) continue;
		seen.add(targets);
		for (const target of targets)
			if (target.go === "end" && !endings.has(target.ending)) {
				endings.add(target.ending);
				const opens = protocol.endings[target.ending]?.opens;
				if (opens && stages.has(opens.from)) waiting.push(opens.steps);
				else if (opens) atEnd.set(opens.from, [...(atEnd.get(opens.from) ?? []), opens.steps]);
				const handsOff = protocol.endings[target.ending]?.handsOff;
				if (handsOff) waiting.push([{ go: "step", step: handsOff.step }]);
				waiting.push(
					...protocol.moves
						.filter(({ while: when }) =>
							when.some((each) => "ending" in each && each.ending === target.ending),
						)
						.map(({ leadsTo }) => leadsTo),
				);
			}
		for (const step of stepsOpenedBy(protocol, targets)) {
			if (steps.has(step.id)) continue;
			steps.add(step.id);
			waiting.push(...(after.get(step) ?? []));
			if (!stages.has(step.stage)) waiting.push(...(atEnd.get(step.stage) ?? []));
			stages.add(step.stage);
		}
	}
	return { steps, endings };
}

const ahead = new WeakMap<Protocol, Map<StepId, Set<StepId>>>();

/** Every step that may come to be owed once this one is: by what is done, by silence or by a move. */
export function stepsAhead(protocol: Protocol, start: StepId): Set<StepId> {
	const known = ahead.get(protocol) ?? new Map<StepId, Set<StepId>>();
	ahead.set(protocol, known);
	const found = known.get(start) ?? findAhead(protocol, start);
	known.set(start, found);
	return found;
}

function findAhead(protocol: Protocol, start: StepId): Set<StepId> {
	const leads = leadsOf(protocol);
	const found = new Set([start]);
	const waiting = [start];
	for (let id = waiting.pop(); id; id = waiting.pop())
		for (const { how, from, targets } of leads)
			if (how === "clock" || from.some((step) => step.id === id))
				for (const step of stepsOpenedBy(protocol, targets))
					if (!found.has(step.id)) {
						found.add(step.id);
						waiting.push(step.id);
					}
	return found;
}

/** Steps from which nobody can ever come to an end by doing what is owed. */
export function stepsThatNeverEnd(protocol: Protocol, leads: Lead[], reached: Set<StepId>): Step[] {
	const inStages = Object.values(protocol.steps).filter(
		({ id, stage }) => reached.has(id) && stage !== afterwards,
	);
	const ending = new Set<Step>(inStages.filter(onlyStays));
	for (let before = -1; before !== ending.size; ) {
		before = ending.size;
		for (const { how, from, targets } of leads)
			if (
				(how === "outcome" || how === "late") &&
				(targets.some(({ go }) => go === "end") ||
					stepsOpenedBy(protocol, targets).some((step) => ending.has(step) && !onlyStays(step)))
			)
				for (const step of from) ending.add(step);
	}
	// What is asked beside the stages holds nothing up.
	return inStages.filter((step) => !ending.has(step) && step.stage !== beside);
}

/** A step that stands beside another one and leaves it open, such as a follow-up. */
export const onlyStays = (step: Step): boolean =>
	step.outcomes.length > 0 &&
	step.outcomes.every(({ leadsTo }) => leadsTo.every(({ go }) => go === "stay"));

/** Outcomes after which nobody owes anything although it has not ended: they stay, and nothing else is open. */
export function deadEnds(protocol: Protocol, leads: Lead[], reached: Set<StepId>): Lead[] {
	const alone = new Set(
		leads
			.filter(({ how }) => how !== "late" && how !== "nobody")
			.filter(({ targets }) => !targets.some(({ go }) => go === "stay"))
			.map(({ targets }) => stepsOpenedBy(protocol, targets).filter((step) => !isAside(step)))
			.filter((steps) => isOneOwed(steps) || steps.every(onlyStays))
			.flat(),
	);
	return leads.filter(
		({ how, from, targets }) =>
			how === "outcome" &&
			targets.every(({ go }) => go === "stay") &&
			from.some((step) => alone.has(step) && reached.has(step.id) && !isAside(step)),
	);
}

/** Whether one step is owed alone: one there is, or that of the case. */
const isOneOwed = (steps: Step[]): boolean =>
	new Set(steps.map(({ id, together }) => (together?.how === "one" ? together.steps[0] : id)))
		.size === 1;

/** The sides that know of the difference, whatever path was taken, when a step opens. */
export function sidesThatKnow(
	protocol: Protocol,
	leads: Lead[],
	reached: Set<StepId>,
): Map<Step, Set<Side>> {
	const everySide = new Set([
		"raising",
		"receiving",
		...involvedSides(protocol),
		...Object.values(protocol.roles)
			.filter(({ office }) => office)
			.map(({ id }) => id),
	]);
	return surelyBefore(
		protocol,
		leads,
		reached,
		everySide,
		({ by, tells }) => [...by, ...tells],
		// Whoever is chosen now has heard nothing, whatever those before them have.
		(lead) => (isChoosing(protocol, lead) ? involvedSides(protocol) : []),
	);
}

/** The fields that somebody was asked for, whatever path was taken, when a step opens. */
export const fieldsAskedBefore = (
	protocol: Protocol,
	leads: Lead[],
	reached: Set<StepId>,
): Map<Step, Set<string>> =>
	surelyBefore(
		protocol,
		leads,
		reached,
		new Set(leads.flatMap(({ asks }) => asks)),
		({ asks }) => asks,
	);

/** Fields that nobody is ever asked for but in some cases. */
export const askedOnlySometimes = (leads: Lead[]): Set<string> =>
	new Set(leads.flatMap(({ mayAsk }) => mayAsk)).difference(
		new Set(leads.flatMap(({ asks }) => asks)),
	);

/**
 * The fields of which a side has read the latest answer, whatever path was taken, when a step opens: it gave it, it was
 * sent to it, or it knew of the difference when it was given in a step that all may read.
 */
export function answersReadBefore(
	protocol: Protocol,
	leads: Lead[],
	reached: Set<StepId>,
	side: Side,
): Map<Step, Set<string>> {
	const asked = fieldsAskedBefore(protocol, leads, reached);
	const knows = sidesThatKnow(protocol, leads, reached);
	const isReadAtOnce = (lead: Lead, before: Step | undefined): boolean =>
		lead.by.includes(side) ||
		(before !== undefined && isForAll(protocol, lead) && knows.get(before)?.has(side) === true);
	const sentIn = (lead: Lead): string[] =>
		lead.sends.flatMap(({ what, to, toIf }) =>
			to.includes(side) && !(side in toIf)
				? what.flatMap((each) => fieldsSent(protocol, each))
				: [],
		);
	// What another side may answer anew unseen is never surely the latest.
	const unseen = new Set(
		leads
			.filter(({ how }) => how !== "start")
			.flatMap((lead) =>
				lead.from.some((before) => reached.has(before.id) && !isReadAtOnce(lead, before))
					? [...lead.asks, ...lead.mayAsk].filter((field) => !sentIn(lead).includes(field))
					: [],
			),
	);
	const read = surelyBefore(
		protocol,
		leads,
		reached,
		new Set(leads.flatMap(({ asks }) => asks)),
		(lead, before) => [
			...(isReadAtOnce(lead, before) ? lead.asks : []),
			...sentIn(lead).filter(
				(field) =>
					lead.asks.includes(field) || (before !== undefined && asked.get(before)?.has(field)),
			),
		],
	);
	return new Map([...read].map(([step, fields]) => [step, fields.difference(unseen)]));
}

/** Whether every side that knows of the difference reads what is entered. */
function isForAll(protocol: Protocol, { how, at, from: [step] }: Lead): boolean {
	if (how === "move") return protocol.moves.find(({ id }) => id === at[1])?.private === false;
	return (
		how === "outcome" &&
		step?.private === false &&
		!["discussion", "note", "form", "sign-off", "forward"].includes(step.kind)
	);
}

/** The fields that are sent under a word: itself, or all of a form. */
const fieldsSent = (protocol: Protocol, word: string): string[] =>
	protocol.forms[word]?.parts.flatMap(({ sections }) => sections.flatMap(({ asks }) => asks)) ?? [
		word,
	];

/** What every path to a step has brought: what is missing on one of them is not sure. */
function surelyBefore(
	protocol: Protocol,
	leads: Lead[],
	reached: Set<StepId>,
	all: Set<string>,
	brings: (lead: Lead, before: Step | undefined) => string[],
	takes: (lead: Lead) => string[] = () => [],
): Map<Step, Set<string>> {
	const sure = onEveryPath(protocol, leads, reached, all, brings, takes);
	const steps = Object.values(protocol.steps).filter(({ when }) => when);
	for (const [, alike] of Map.groupBy(steps, ({ when }) => JSON.stringify(when))) {
		const ofCase = leadsInCase(protocol, leads, alike);
		const inCase = onEveryPath(protocol, ofCase, reached, all, brings, takes);
		for (const step of alike) sure.set(step, inCase.get(step) ?? new Set());
	}
	return sure;
}

/**
 * The ways on as they are in one case: those that belong to another are none, and who is told only in this case is told.
 * What is answered again later on says nothing of what was the case before, but for what is sent in the act that leads on.
 */
function leadsInCase(protocol: Protocol, leads: Lead[], alike: Step[]): Lead[] {
	const [{ when: condition = {} } = {}] = alike;
	const isForGood = Object.keys(condition).every((of) =>
		leads.every(({ how, asks, mayAsk }) => how === "start" || ![...asks, ...mayAsk].includes(of)),
	);
	return leads.flatMap((lead) => {
		const from = isForGood ? lead.from.filter(({ when }) => !excludes(condition, when)) : lead.from;
		if (lead.from.length > 0 && from.length === 0) return [];
		if (lead.how === "start" && excludes(condition, { [wayItBegan]: [wayOf(lead)] })) return [];
		const leadsThere = stepsOpenedBy(protocol, lead.targets).some((step) => alike.includes(step));
		const told = lead.tellsIf.flatMap(({ side, condition: tells }) =>
			(isForGood || leadsThere) && includes(condition, tells) ? side : [],
		);
		return { ...lead, from, tells: [...lead.tells, ...told] };
	});
}

const wayOf = ({ at }: Lead): string => (at[1] === "ways" ? (at[2] ?? usualWay) : usualWay);

/** Whether in the first case the second is never so. */
const excludes = (one: Condition, other: Condition = {}): boolean =>
	Object.entries(one).some(
		([of, options]) => other[of] !== undefined && !other[of].some((each) => options.includes(each)),
	);

/** Whether in the first case the second is always so. */
const includes = (one: Condition, other: Condition): boolean =>
	Object.entries(other).every(
		([of, options]) => one[of]?.every((each) => options.includes(each)) === true,
	);

function onEveryPath(
	protocol: Protocol,
	leads: Lead[],
	reached: Set<StepId>,
	all: Set<string>,
	brings: (lead: Lead, before: Step | undefined) => string[],
	takes: (lead: Lead) => string[],
): Map<Step, Set<string>> {
	const sure = new Map<Step, Set<string>>(Object.values(protocol.steps).map((step) => [step, all]));
	const header = leads.filter(({ targets }) => stepsOpenedBy(protocol, targets).length > 0);
	for (let changed = true; changed; ) {
		changed = false;
		for (const lead of header)
			for (const before of lead.from.length > 0 ? lead.from : [undefined]) {
				if (before && !reached.has(before.id)) continue;
				const then = new Set([
					...(before ? (sure.get(before) ?? new Set()).difference(new Set(takes(lead))) : []),
					...brings(lead, before),
				]);
				for (const step of stepsOpenedBy(protocol, lead.targets)) {
					const now = sure.get(step) ?? all;
					const left = now.intersection(then);
					if (left.size === now.size) continue;
					sure.set(step, left);
					changed = true;
				}
			}
	}
	return sure;
}

/** Steps whose silence leads on, stage after stage, until it is back at the same step: nobody ends that. */
export function silentCircles(protocol: Protocol, leads: Lead[]): Step[] {
	const late = leads.filter(({ how }) => how === "late" || how === "nobody");
	const after = (step: Step): Step[] =>
		late
			.filter(({ from }) => from.includes(step))
			.flatMap(({ targets }) => stepsOpenedBy(protocol, targets));
	return late
		.flatMap(({ from }) => from)
		.filter((start) => {
			const seen = new Set<Step>();
			const waiting = after(start);
			for (let step = waiting.pop(); step; step = waiting.pop()) {
				if (seen.has(step)) continue;
				seen.add(step);
				waiting.push(...after(step));
			}
			return seen.has(start) && [...seen].some(({ stage }) => stage !== start.stage);
		});
}
