/** What the words of an act in a story mean: who does what in the protocol, with every answer that is asked. */
import type { Calendar } from "../calendar/calendar.ts";
import { dueDate } from "../calendar/due-date.ts";
import type { Limit } from "../calendar/limit.ts";
import type { ChangeOfClock } from "../difference/acts/change-clock.ts";
import type { UrgentContact } from "../difference/acts/raise.ts";
import {
	clockOf,
	type Difference,
	type knownOf,
	type RunningClock,
} from "../difference/difference.ts";
import { allowedActs } from "../difference/who/may-act.ts";
import type { Answers } from "../protocol/answers.ts";
import type { WhatIsAsked } from "../protocol/condition.ts";
import { nearestTo } from "../protocol/file/faults.ts";
import {
	aboutSafety,
	asksOf,
	conflictBecause,
	correctionReason,
	noteText,
	type Protocol,
	reasonForChange,
	recallReason,
	type Side,
	type Step,
	type StepId,
	timeWanted,
	type Way,
	waysOf,
} from "../protocol/protocol.ts";
import { askedOnPaper, formThatBegins, sentForms } from "../protocol/sent-forms.ts";
import { sayCondition } from "../protocol/told/protocol-in-words.ts";
import { readWithin } from "../protocol/within.ts";
import { londonTime, zone } from "../time.ts";
import { isWayToChange } from "./entry-in-words.ts";
import { exampleAnswers } from "./example-answers.ts";
import { findStep } from "./find-step.ts";
import type { Cast, StoryPerson } from "./people-of-story.ts";
import type { Act, Player } from "./player.ts";
import type { StoryAct } from "./story.ts";
import { StoryFault } from "./story-fault.ts";
import { openNow } from "./who-could.ts";

/** An act of a story as it is about to be played: where the difference stands, and when. */
export type Scene = {
	player: Player;
	cast: Cast;
	act: StoryAct;
	/** Its place in the story; 0 is the first. */
	index: number;
	now: Temporal.ZonedDateTime;
};

/**
 * What the words of an act mean: who does what, with every answer that is asked.
 *
 * @throws StoryFault for a word that means nothing in this protocol
 */
export function actOfStory(scene: Scene): { by: StoryPerson; act: Act } {
	const { act } = scene;
	if (!act.by) throw fault(scene, "it does not say who does it", "Add “by:”");
	const by = personNamed(scene, act.by);
	const enterer = act["entered-by"];
	return enterer === undefined
		? { by, act: meaningOf(scene, by) }
		: { by: personNamed(scene, enterer), act: enteredFor(scene, by) };
}

/** A form that came on paper, which somebody of an office enters for those who did it. */
function enteredFor(scene: Scene, by: StoryPerson): Act {
	const { act, player, now } = scene;
	const { protocol } = player.rules;
	const signer = act["signed-by"];
	const step = player.hasBegun ? stepNamed(scene, act.do, act.by) : undefined;
	const form = step
		? sentForms(protocol).find(({ parts: [first] }) => first.step.id === step.id)
		: formThatBegins(protocol);
	if (!form) throw fault(scene, "no form of it is sent to an office", "Take “entered-by:” out");
	const way = player.hasBegun ? undefined : wayNamed(scene);
	const [first, ...others] = form.parts;
	const signed = signer === undefined ? by : personNamed(scene, signer);
	const given = {
		answers: answersTo(
			scene,
			askedOnPaper(protocol, form.parts, way),
			first.step,
			way ? { way: way.id, answers: {} } : player.difference,
		),
		receivedAt: act.received ? momentNamed(act.received) : now,
		doneBy: Object.fromEntries([
			[first.step.id, { person: by.actor }],
			...others.map((part) => [part.step.id, { person: signed.actor }]),
		]),
	};
	return step
		? { does: "enter-form", step: step.id, ...given }
		: { does: "enter-beginning", way: act.way, raisedBy: { person: by.actor }, ...given };
}

const momentNamed = (said: string): Temporal.ZonedDateTime =>
	Temporal.PlainDateTime.from(said.replace(" ", "T")).toZonedDateTime(zone);

function meaningOf(scene: Scene, by: StoryPerson): Act {
	const { act, player } = scene;
	const { difference } = player;
	const { protocol } = player.rules;
	if (!player.hasBegun) return raising(scene);
	if (act.do === "safe" || act.do === "not-safe")
		return {
			does: "say-safety",
			safe: act.do === "safe",
			calls: callsMade(scene),
			answers: answersTo(scene, { asks: [aboutSafety], askedIf: {} }),
		};
	const change = changeNamed(scene);
	if (change)
		return {
			does: "change-clock",
			...change,
			answers: answersTo(scene, { asks: [reasonForChange], askedIf: {} }),
		};
	const move = protocol.moves.find(({ id }) => id === act.do);
	if (move) {
		const outcome = outcomeNamed(scene, move.id, move.outcomes);
		const answers = answersTo(scene, asksOf(move, outcome));
		return { does: "move", move: move.id, outcome: outcome.id, answers };
	}
	const [verb, said] = act.do.split(" ");
	if (verb === "recorded") {
		const step = stepNamed(scene, said ?? lastStep(difference)).id;
		checkFields(scene, []);
		return { does: "record-on-childs-record", step, side: sideOf(protocol, difference, by, step) };
	}
	if (verb === "draft" && said) {
		const step = stepNamed(scene, said);
		checkFields(
			scene,
			step.outcomes.flatMap((outcome) => asksOf(step, outcome).asks),
		);
		return { does: "draft", step: step.id, content: asTyped(act.enter) };
	}
	const putRight = puttingRight(scene, verb, said);
	if (putRight) return putRight;
	const step = stepNamed(scene, act.do, act.by);
	const outcome = outcomeNamed(scene, step.name, step.outcomes);
	const answers = answersTo(scene, asksOf(step, outcome), step);
	return { does: "step", step: step.id, outcome: outcome.id, answers };
}

/** What is put right beside the protocol: `correct reply-by`, `add-note all`, `ask-for-time respond`, `refuse-time respond`, `recall receiving`, `declare-conflict self`. */
function puttingRight(
	scene: Scene,
	verb: string | undefined,
	said: string | undefined,
): Act | undefined {
	const entered = (...asks: string[]) => answersTo(scene, { asks, askedIf: {} });
	switch (verb) {
		case "add-note":
			return said === "own" || said === "all"
				? { does: "add-note", answers: entered(noteText), forAll: said === "all" }
				: undefined;
		case "correct":
			return said === undefined
				? undefined
				: {
						does: "correct",
						field: fieldNamed(scene, said),
						answers: entered(said, correctionReason),
					};
		case "declare-conflict":
			return said === "self" && scene.act.by
				? {
						does: verb,
						of: personNamed(scene, scene.act.by).actor,
						answers: entered(conflictBecause),
					}
				: undefined;
		case "ask-for-time":
		case "refuse-time":
			return said === undefined
				? undefined
				: {
						does: verb,
						clock: clockNamed(scene, said),
						answers: entered(verb === "ask-for-time" ? timeWanted : reasonForChange),
					};
		case "recall":
			return said === undefined
				? undefined
				: { does: "recall", from: said, answers: entered(recallReason) };
		default:
			return undefined;
	}
}

/** A field that an act names. @throws StoryFault */
function fieldNamed(scene: Scene, said: string): string {
	const ids = Object.keys(scene.player.rules.protocol.fields);
	if (!ids.includes(said))
		throw fault(
			scene,
			`the protocol has no field called “${said}”`,
			didYouMean(said, ids) ?? "Name a field that was answered",
		);
	return said;
}

function raising(scene: Scene): Act {
	const { act } = scene;
	const { asks, askedIf, window } = wayNamed(scene);
	// The reason for raising it late is asked of whoever is late alone.
	const reason = window?.because;
	const asked = reason !== undefined && reason in act.enter ? [...asks, reason] : asks;
	return {
		does: "raise",
		way: act.way,
		answers: answersTo(scene, { asks: asked, askedIf }, undefined, { way: act.way, answers: {} }),
		urgentContacts: callsMade(scene),
	};
}

const callsMade = ({ act }: Scene): UrgentContact[] =>
	Object.entries(act.rang ?? {}).map(([call, at]) => ({ call, madeAt: at.replace(" ", "T") }));

/** What an act enters, and examples for the rest. */
function answersTo(
	scene: Scene,
	what: WhatIsAsked,
	step?: Step,
	before: Parameters<typeof knownOf>[0] = scene.player.difference,
): Answers {
	const { act, player, now } = scene;
	// What is typed where the outcome leaves it blank is dropped, as it is on the page.
	checkFields(scene, [...what.asks, ...(step?.asks ?? [])]);
	const answers = exampleAnswers(
		player.rules.protocol,
		what,
		act.enter,
		(said) => personNamed(scene, said).actor,
		now,
		step,
		before,
		(said) => scene.cast.person(said) !== undefined,
	);
	checkFollowUps(scene, what, answers);
	return answers;
}

/** What is entered is asked: a follow-up is not, where its question is answered otherwise. */
function checkFollowUps(scene: Scene, { askedIf }: WhatIsAsked, answers: Answers): void {
	const { protocol } = scene.player.rules;
	for (const [field, condition] of Object.entries(askedIf))
		if (field in scene.act.enter && !(field in answers))
			throw fault(
				scene,
				`“${field}” is asked only if ${sayCondition(protocol, condition)}`,
				"Take it out of “enter:”, or enter the answer that it follows",
			);
}

/** @param asked what the act asks: nothing else can be entered */
function checkFields(scene: Scene, asked: string[]): void {
	const { fields } = scene.player.rules.protocol;
	const entered = Object.keys(scene.act.enter);
	const unknown = entered.find((field) => !Object.hasOwn(fields, field));
	if (unknown !== undefined)
		throw fault(
			scene,
			`the protocol has no field called “${unknown}”`,
			didYouMean(unknown, Object.keys(fields)) ?? "Take it out of “enter:”",
		);
	const notAsked = entered.find((field) => !asked.includes(field));
	if (notAsked !== undefined)
		throw fault(
			scene,
			`it does not ask for “${notAsked}”`,
			asked.length === 0
				? "Take it out of “enter:”"
				: `Take it out of “enter:”; this act asks for ${[...new Set(asked)].join(", ")}`,
		);
}

const asTyped = (enter: StoryAct["enter"]): Record<string, string> =>
	Object.fromEntries(Object.entries(enter).map(([field, typed]) => [field, String(typed)]));

/** The side for which somebody puts a step on the child's record: that which is asked for it, else their agency's. */
function sideOf(
	protocol: Protocol,
	difference: Difference,
	{ actor }: StoryPerson,
	step: StepId,
): Side {
	const asked = allowedActs(protocol, difference, actor).find(
		(each) => each.act === "record-on-childs-record" && each.step.id === step,
	);
	if (asked?.act === "record-on-childs-record") return asked.side;
	const agencies: (string | null)[] = [actor.agencyId, ...(actor.proxyFor ?? [])];
	const involved = Object.entries(difference.involved).find(([, { agency }]) =>
		agencies.includes(agency),
	);
	return agencies.includes(difference.receivingAgency) ? "receiving" : (involved?.[0] ?? "raising");
}

/** The way to begin that an act names. @throws StoryFault */
function wayNamed(scene: Scene): Way {
	const { protocol } = scene.player.rules;
	const way = waysOf(protocol).find(({ id }) => id === scene.act.way);
	if (!way)
		throw fault(
			scene,
			`there is no way to begin called “${scene.act.way}”`,
			`Use one of: ${protocol.raise.ways.map(({ id }) => id).join(", ") || "none; take “way:” out"}`,
		);
	return way;
}

/** What an act such as `extend respond` asks of which clock. */
function changeNamed(scene: Scene): Omit<ChangeOfClock, "answers"> | undefined {
	const { act, player } = scene;
	const { calendar } = player.rules;
	const [how = "", said, more] = act.do.split(" ");
	if (said === undefined || more !== undefined || !isWayToChange(how)) return undefined;
	const id = clockNamed(scene, said);
	const running = clockOf(player.difference, id);
	const length = act.more === undefined ? undefined : readWithin(act.more);
	if (act.more !== undefined && !length)
		throw fault(
			scene,
			`“${act.more}” is not a length of time`,
			"Write, for example, “more: 5 working days”",
		);
	return {
		clock: id,
		how,
		until: length && running ? newDate(running, length, calendar) : act.until?.replace(" ", "T"),
	};
}

/** The clock that an act names, in full or as its step is called. @throws StoryFault */
function clockNamed(scene: Scene, said: string): string {
	const { rules, difference } = scene.player;
	const ids = rules.protocol.clocks.map(({ id }) => id);
	const named = ids.filter((id) => id === said || id.endsWith(`.${said}`));
	const id = named.find((each) => clockOf(difference, each)) ?? named[0];
	if (id === undefined)
		throw fault(
			scene,
			`the protocol has no clock called “${said}”`,
			didYouMean(said, ids) ?? `Use one of: ${ids.join(", ")}`,
		);
	return id;
}

/** The date that is so much later than a clock's: a time too where it is counted in hours. */
function newDate({ due }: RunningClock, more: Limit, calendar: Calendar): string {
	const later = dueDate(londonTime(due.due), more, calendar);
	return more.unit === "hours"
		? londonTime(later.due).toPlainDateTime().toString({ smallestUnit: "minute" })
		: later.day;
}

/** @throws StoryFault for nobody */
function personNamed(scene: Scene, said: string): StoryPerson {
	const person = scene.cast.person(said);
	if (!person)
		throw fault(
			scene,
			`“${said}” is nobody in this protocol`,
			`Say one of: ${scene.cast.names.join(", ")}`,
		);
	return person;
}

/** The step that an act names. @throws StoryFault when there is none */
function stepNamed(scene: Scene, said: string, by?: string): Step {
	const { rules, difference } = scene.player;
	const { steps, moves } = rules.protocol;
	const actor = by === undefined ? undefined : personNamed(scene, by).actor;
	const found = findStep(rules.protocol, difference, said, actor);
	if (found) return found;
	const known = [
		...Object.values(steps).flatMap(({ id, name }) => [id, name]),
		...moves.map(({ id }) => id),
		"recorded",
		"wait",
	];
	throw fault(
		scene,
		`the protocol has no step or move called “${said}”`,
		didYouMean(said, known) ?? openNow(scene.player),
	);
}

const lastStep = (difference: Difference): string => difference.done.at(-1)?.step ?? "";

/** The outcome that an act names; it may be silent where there is only one. @throws StoryFault */
function outcomeNamed<Chosen extends { id: string }>(
	scene: Scene,
	name: string,
	outcomes: Chosen[],
): Chosen {
	const said = scene.act.outcome;
	const [only, ...others] = outcomes;
	const outcome =
		said === undefined && others.length === 0 ? only : outcomes.find(({ id }) => id === said);
	if (!outcome)
		throw fault(
			scene,
			said ? `“${said}” is not an outcome of ${name}` : "it does not say which outcome",
			`Add “outcome:” with one of: ${outcomes.map(({ id }) => id).join(", ")}`,
		);
	return outcome;
}

const didYouMean = (said: string, known: string[]): string | undefined => {
	const nearest = nearestTo(said, known);
	return nearest && `Did you mean “${nearest}”?`;
};

const fault = ({ act, index }: Scene, wrong: string, fix: string): StoryFault =>
	new StoryFault(index, act, wrong, fix);
