/**
 * What a drawing of a protocol shows, and its text alternative tells: steps with where each of their outcomes leads. Where
 * it stands on the sheet is in layout.ts, the words of the things themselves are in ../table/.
 */
import { sayAny, startingLarge, withArticle } from "../../../english.ts";
import { sayItTo } from "../../../said.ts";
import {
	isAgencySide,
	isAside,
	isMainSide,
	type MainSide,
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
import { sayDue, sayLimitOf } from "../by-when.ts";
import { involvedAsOne } from "../involved-as-one.ts";
import { limitsFromStage } from "../limits-over.ts";
import {
	clockOf,
	firstRound,
	inFirstRound,
	inLastRound,
	isForEveryStage,
	isNextRound,
	sayChoice,
	sayOpens,
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
import { whatOpens } from "../what-opens.ts";

/** What a drawing of a protocol shows, and its text alternative tells; nothing of where it stands on the sheet. */
export type Flow = {
	/** What each colour and line means that is in the drawing. */
	key: { mark: Mark; says: string }[];
	/** In their order. */
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

/** Whose step it is, by when, what somebody did and what silence did. */
export type Mark = FlowStep["side"] | "time" | "way" | "late";

/** A stage. */
export type Band = {
	id: string;
	title: string;
	/** Undefined for the ordinary track. */
	track: string | undefined;
	/** "No form is used at this stage." */
	notes: string[];
	/** Time limits that begin with it. */
	limits: string[];
	steps: FlowStep[];
	/** What may be done beside the steps. */
	moves: string[];
};

export type FlowStep = {
	id: StepId;
	title: string;
	side: MainSide | "involved" | "office";
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
export function flowOf(written: Protocol): Flow {
	const protocol = involvedAsOne(written);
	const ways = waysOf(protocol);
	const opens = whatOpens(protocol);
	const flow = {
		starts: ways.map((way) => ({
			title: way.title ?? `Raise ${withArticle(protocol.words.difference)}`,
			says: [
				startingLarge(sayRaisers(protocol, way.by)),
				...[withWords[way.with] ?? []].flat().map((whom) => startingLarge(sayItTo(protocol, whom))),
				...(way.window ? [startingLarge(sayWindow(protocol, way.window))] : []),
			],
			to: way.start.map((target) => placeOf(protocol, target, undefined, way.start.length === 1)),
		})),
		limits: protocol.clocks
			.filter(({ step }) => step === undefined)
			.map((clock) => sayLongClock(protocol, clock)),
		bands: bandsOf(protocol, opens),
		beside: protocol.beside.map((step) => flowStep(protocol, step, opens)),
		always: protocol.moves
			.filter((move) => isForEveryStage(protocol, move))
			.map((move) => sayMove(protocol, move, "")),
		endings: Object.values(protocol.endings).map((each) => ({
			id: each.id,
			title: each.title,
			// What is owed after it says so itself.
			says: sayThing(ending.words, each, protocol, ["is", "opens"]).map(startingLarge),
		})),
		afterwards: protocol.afterwards.map((step) => flowStep(protocol, step, opens)),
		after: protocol.moves
			.filter((move) => move.while.every((when) => "ending" in when))
			.map((move) =>
				sayMove(protocol, move, sayAny(move.while.map((when) => sayWhile(protocol, when)))),
			),
	};
	return { ...flow, key: keyTo(protocol, flow) };
}

/** The key: of what the drawing has, and no more. */
function keyTo({ words }: Protocol, { bands, beside, afterwards }: Omit<Flow, "key">): Flow["key"] {
	const steps = [...bands.flatMap(({ steps }) => steps), ...beside, ...afterwards];
	const has = (side: FlowStep["side"]) => steps.some((step) => step.side === side);
	const leads = steps.flatMap((step) => step.leads);
	const isTimed = steps.some(({ clock }) => clock) || bands.some(({ limits }) => limits.length > 0);
	return [
		{ mark: "raising" as const, says: `A step of ${words.raising}`, is: has("raising") },
		{ mark: "receiving" as const, says: `A step of ${words.receiving}`, is: has("receiving") },
		{
			mark: "involved" as const,
			says: "A step of an agency that is involved besides",
			is: has("involved"),
		},
		{ mark: "office" as const, says: "A step of an office of the partnership", is: has("office") },
		{ mark: "time" as const, says: "By when", is: isTimed },
		{ mark: "way" as const, says: "Somebody chose this", is: true },
		{ mark: "late" as const, says: "Nobody did it in time", is: leads.some(({ late }) => late) },
	].flatMap(({ mark, says, is }) => (is ? [{ mark, says }] : []));
}

function bandsOf(protocol: Protocol, opens: Map<StepId, string[]>): Band[] {
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
		limits: limitsFromStage(protocol, stage.id).map(
			(clock) => `${startingLarge(sayLimitOf(protocol, clock))}: “${clock.title}”`,
		),
		steps: besideTheirStep(
			firstRound(protocol, stage.steps).map((step) => flowStep(protocol, step, opens)),
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

function flowStep(protocol: Protocol, step: Step, opens: Map<StepId, string[]>): FlowStep {
	return {
		id: step.id,
		title: step.title,
		side: isMainSide(step.by.side)
			? step.by.side
			: isAgencySide(step.by.side)
				? "involved"
				: "office",
		who: startingLarge(sayOwer(protocol, step)),
		clock: sayDue(protocol, step).join(", ") || undefined,
		opened: isAside(step) ? startingLarge((opens.get(step.id) ?? []).join("; ")) : undefined,
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
	const { whenDone, counts } = outcome;
	const others = whenDone.length > 0 ? `once ${sayTitles(protocol, whenDone)} is done too` : "";
	const whoeverIsLast = counts ? "and then this counts" : "";
	return startingLarge(
		[sayChoice(step, outcome), others, whoeverIsLast].filter(Boolean).join(", "),
	);
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
			if (isAlone && stage && stage.id !== from?.stage && stage.opens.join() === step?.id)
				return placeOf(protocol, { go: "stage", stage: stage.id }, from);
			return {
				is: "step",
				id: step ? inFirstRound(protocol, step).id : target.step,
				says:
					stage && stage.id !== from?.stage
						? `${stageTitle(protocol, stage.id)}, ${step?.title}`
						: `${step?.title ?? target.step}${sayOpens(protocol, target)}`,
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
