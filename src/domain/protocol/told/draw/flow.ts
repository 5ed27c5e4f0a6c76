/**
 * What a drawing of a protocol shows, and its text alternative tells: steps with where each of their outcomes leads. Where
 * it stands on the sheet is in layout.ts, the words of the things themselves are in ../table/.
 */
import { sayAny, startingLarge, withArticle } from "../../../english.ts";
import {
	isAgencySide,
	type Move,
	type Outcome,
	type Protocol,
	type Step,
	type StepId,
	stageOf,
	stageTitle,
	type Target,
	waysOf,
} from "../../protocol.ts";
import {
	clockOf,
	firstRound,
	inLastRound,
	isForEveryStage,
	isNextRound,
	sayChoice,
	sayDue,
	sayOwer,
	sayParties,
	sayRaisers,
	sayTitles,
	sayWaysOn,
	sayWhile,
	sayWindow,
} from "../protocol-in-words.ts";
import { sayThing } from "../table/row.ts";
import { sayLongClock, stageNotes } from "../table/steps.ts";
import { ending, withWords } from "../table/ways.ts";

/** What a drawing of a protocol shows, and its text alternative tells; nothing of where it stands on the sheet. */
export type Flow = {
	starts: { title: string; says: string[]; to: Place[] }[];
	/** Time limits of no one step, a sentence each. */
	limits: string[];
	bands: Band[];
	beside: FlowStep[];
	/** What may be done at every stage. */
	always: string[];
	endings: { id: string; title: string; says: string[] }[];
	afterwards: FlowStep[];
	/** What may be done after the end. */
	after: string[];
};

/** A stage. */
export type Band = {
	id: string;
	title: string;
	/** Undefined for the ordinary track. */
	track: string | undefined;
	/** "No form is used at this stage." */
	notes: string[];
	steps: FlowStep[];
	/** What may be done beside the steps. */
	moves: string[];
};

export type FlowStep = {
	id: StepId;
	title: string;
	side: "raising" | "receiving" | "office";
	/** Who owes it, and by when. */
	who: string;
	clock: string | undefined;
	/** What opens it, for a step that stands in no stage. */
	opened: string | undefined;
	leads: FlowLead[];
	/** Nothing but silence leads to it, from one step of its stage, and it leads nowhere: it is drawn beside that step. */
	asideOf: StepId | undefined;
};

export type FlowLead = {
	says: string;
	/** Time ran out: nobody did anything. */
	late: boolean;
	to: Place;
};

/** Where a lead goes. `says` names it, wherever it stands. */
export type Place =
	| { is: "step"; id: StepId; says: string }
	| { is: "stage"; id: string; says: string }
	| { is: "end"; id: string; says: string }
	/** The next role of a repeated stage, or nothing further. */
	| { is: "words"; says: string };

/** What is drawn of a protocol. */
export function flowOf(protocol: Protocol): Flow {
	const ways = waysOf(protocol);
	const openers = openersOf(protocol);
	return {
		starts: ways.map((way) => ({
			title: way.title ?? `Raise ${withArticle(protocol.words.difference)}`,
			says: [
				startingLarge(sayRaisers(protocol, way.by)),
				...[withWords[way.with] ?? []].flat().map(startingLarge),
				...(way.window ? [startingLarge(sayWindow(protocol, way.window))] : []),
			],
			to: way.start.map((target) => placeOf(protocol, target, undefined, way.start.length === 1)),
		})),
		limits: protocol.clocks
			.filter(({ step }) => step === undefined)
			.map((clock) => sayLongClock(protocol, clock)),
		bands: bandsOf(protocol, openers),
		beside: protocol.beside.map((step) => flowStep(protocol, step, openers)),
		always: protocol.moves
			.filter((move) => isForEveryStage(protocol, move))
			.map((move) => sayMove(protocol, move, "")),
		endings: Object.values(protocol.endings).map((each) => ({
			id: each.id,
			title: each.title,
			// What is owed after it says so itself.
			says: sayThing(ending.words, each, protocol, ["is", "opens"]).map(startingLarge),
		})),
		afterwards: protocol.afterwards.map((step) => flowStep(protocol, step, openers)),
		after: protocol.moves
			.filter((move) => move.while.every((when) => "ending" in when))
			.map((move) =>
				sayMove(protocol, move, sayAny(move.while.map((when) => sayWhile(protocol, when)))),
			),
	};
}

function bandsOf(protocol: Protocol, openers: Map<StepId, string>): Band[] {
	const moves = new Map<string, string[]>();
	for (const move of protocol.moves)
		if (!isForEveryStage(protocol, move))
			for (const [stage, when] of whileByStage(protocol, move))
				moves.set(stage, [...(moves.get(stage) ?? []), sayMove(protocol, move, when)]);
	return protocol.stages.map((stage) => ({
		id: stage.id,
		title: stageTitle(protocol, stage.id),
		track: stage.track,
		notes: stageNotes(protocol, stage),
		steps: besideTheirStep(
			firstRound(protocol, stage.steps).map((step) => flowStep(protocol, step, openers)),
		),
		moves: moves.get(stage.id) ?? [],
	}));
}

/** In which stages a move may be made, and in each during which steps; "" for the whole stage. */
function whileByStage(protocol: Protocol, move: Move): Map<string, string> {
	const found = new Map<string, string[]>();
	for (const when of move.while) {
		const stage =
			"stage" in when ? when.stage : "step" in when ? protocol.steps[when.step]?.stage : undefined;
		if (stage === undefined) continue;
		found.set(stage, [
			...(found.get(stage) ?? []),
			"stage" in when ? "" : sayWhile(protocol, when),
		]);
	}
	return new Map(
		[...found].map(([stage, said]) => [stage, said.includes("") ? "" : sayAny([...new Set(said)])]),
	);
}

/** "Withdraw it (agency A’s manager) → Withdrawn" */
function sayMove(protocol: Protocol, move: Move, when: string): string {
	const late = move.whenLate ? "once its time has passed" : "";
	const limits = [when, late].filter(Boolean).join(", ");
	const leads = sayWaysOn(protocol, move);
	return `${move.title} (${sayParties(protocol, move.by)}${limits && `; ${limits}`})${leads && ` → ${leads}`}`;
}

function flowStep(protocol: Protocol, step: Step, openers: Map<StepId, string>): FlowStep {
	return {
		id: step.id,
		title: step.title,
		side: isAgencySide(step.by.side) ? step.by.side : "office",
		who: startingLarge(sayOwer(protocol, step)),
		clock: sayDue(protocol, step),
		opened: openers.get(step.id),
		leads: leadsOfStep(protocol, step),
		asideOf: undefined,
	};
}

function leadsOfStep(protocol: Protocol, step: Step): FlowLead[] {
	const last = inLastRound(protocol, step);
	const isOfNextRound = (target: Target | undefined) =>
		target?.go === "step" && isNextRound(protocol, step, target.step);
	// The turn of the next role may begin with several steps, and is one place.
	const isFirstOfNextRound = (target: Target, index: number, all: Target[]) =>
		!isOfNextRound(target) || !isOfNextRound(all[index - 1]);
	const afterLast = (leadsTo: Target[] | undefined, says: string) =>
		(leadsTo ?? []).map((to) => ({
			says: says ? `${says}, after the last level` : "After the last level",
			to: placeOf(protocol, to, step),
		}));
	const ways = (
		leadsTo: Target[],
		inTheEnd: Target[] | undefined,
		says: string,
	): { says: string; to: Place }[] =>
		leadsTo.filter(isFirstOfNextRound).flatMap((target) =>
			isOfNextRound(target)
				? [
						{
							says,
							to: {
								is: "words" as const,
								says: "The same with the next level up",
							},
						},
						...afterLast(inTheEnd, says),
					]
				: [{ says, to: placeOf(protocol, target, step) }],
		);
	const onlyStays = step.outcomes.every(({ leadsTo }) => leadsTo.every(({ go }) => go === "stay"));
	const outcomes = onlyStays ? [] : step.outcomes;
	return [
		...outcomes.flatMap((outcome) =>
			ways(
				outcome.leadsTo,
				last.outcomes.find(({ id }) => id === outcome.id)?.leadsTo,
				sayOutcome(protocol, step, outcome),
			).map((way) => ({ ...way, late: false })),
		),
		...ways(
			clockOf(protocol, step)?.late ?? [],
			clockOf(protocol, last)?.late,
			"No answer in time",
		).map((way) => ({
			...way,
			late: true,
		})),
	];
}

/** The choice, and what it waits for. */
function sayOutcome(protocol: Protocol, step: Step, outcome: Outcome): string {
	const { whenDone } = outcome;
	const others = whenDone.length > 0 ? `once ${sayTitles(protocol, whenDone)} is done too` : "";
	return startingLarge([sayChoice(step, outcome), others].filter(Boolean).join(", "));
}

/**
 * Where a target stands. Of a stage that is repeated only the first round is drawn.
 *
 * @param isAlone the step with which alone a stage begins is named by that stage
 */
function placeOf(
	protocol: Protocol,
	target: Target,
	from?: Pick<Step, "stage">,
	isAlone = true,
): Place {
	switch (target.go) {
		case "stay":
			return { is: "words", says: "Nothing further" };
		case "end":
			return {
				is: "end",
				id: target.ending,
				says: protocol.endings[target.ending]?.title ?? target.ending,
			};
		case "stage":
			return {
				is: "stage",
				id: target.stage,
				says: stageTitle(protocol, target.stage),
			};
		case "step": {
			const step = protocol.steps[target.step];
			const stage = step && stageOf(protocol, step.stage);
			const [first] = stage?.each ?? [];
			if (isAlone && stage && stage.id !== from?.stage && stage.opens.join() === step?.id)
				return placeOf(protocol, { go: "stage", stage: stage.id }, from);
			return {
				is: "step",
				id: step && first ? `${step.stage}.${step.writtenAs}-${first}` : target.step,
				says:
					stage && stage.id !== from?.stage
						? `${stageTitle(protocol, stage.id)}, ${step?.title}`
						: (step?.title ?? target.step),
			};
		}
	}
}

/** Marks the steps that nothing but the silence of one other step opens, and that lead nowhere: follow-ups. */
function besideTheirStep(steps: FlowStep[]): FlowStep[] {
	const from = new Map<StepId, { step: StepId; late: boolean }[]>();
	for (const step of steps)
		for (const { late, to } of step.leads)
			if (to.is === "step") from.set(to.id, [...(from.get(to.id) ?? []), { step: step.id, late }]);
	return steps.map((step, index) => {
		const [only, ...more] = from.get(step.id) ?? [];
		return index > 0 &&
			only?.late &&
			more.length === 0 &&
			only.step !== step.id &&
			step.leads.length === 0
			? { ...step, asideOf: only.step }
			: step;
	});
}

/** For each step that stands in no stage, what opens it. */
function openersOf(protocol: Protocol): Map<StepId, string> {
	const openers = new Map<StepId, string[]>();
	const note = (targets: Target[], said: string) => {
		for (const target of targets)
			if (target.go === "step") {
				const step = protocol.steps[target.step];
				if (step && protocol.stages.every(({ id }) => id !== step.stage))
					openers.set(step.id, [...(openers.get(step.id) ?? []), said]);
			}
	};
	const endings = Object.values(protocol.endings);
	for (const step of protocol.afterwards) {
		const from = endings.filter(({ opens }) =>
			opens?.steps.some((target) => target.go === "step" && target.step === step.id),
		);
		const stages = new Set(from.map(({ opens }) => opens?.from ?? ""));
		for (const stage of stages)
			note(
				[{ go: "step", step: step.id }],
				`after ${sayAny(
					from.filter(({ opens }) => opens?.from === stage).map(({ title }) => `“${title}”`),
				)}, if it came to ${stageTitle(protocol, stage)}`,
			);
	}
	for (const move of protocol.moves) note(move.leadsTo, `after “${move.title}”`);
	for (const step of Object.values(protocol.steps))
		for (const { leadsTo } of step.outcomes)
			note(
				leadsTo.filter((to) => to.go === "step" && to.step !== step.id),
				`after “${step.title}”`,
			);
	for (const clock of protocol.clocks)
		note(clock.late, `when the time for “${clock.title}” has run out`);
	return new Map(
		[...openers].map(([id, said]) => [id, startingLarge([...new Set(said)].join("; "))]),
	);
}
