import type { Calendar } from "../calendar/calendar.ts";
import { dueDate } from "../calendar/due-date.ts";
import type { Limit } from "../calendar/limit.ts";
import { type ChangeOfClock, changeClock } from "../difference/acts/change-clock.ts";
import { doStep } from "../difference/acts/do-step.ts";
import { makeMove } from "../difference/acts/make-move.ts";
import { raise } from "../difference/acts/raise.ts";
import { recordOnChildsRecord } from "../difference/acts/record-on-childs-record.ts";
import { timePasses } from "../difference/consequences/time-passes.ts";
import {
	beginning,
	clockOf,
	type Difference,
	evolve,
	type Header,
	type RecordedEvent,
	type RunningClock,
} from "../difference/difference.ts";
import type { Rules } from "../difference/rules.ts";
import type { Actor } from "../people/viewer.ts";
import { nearestTo } from "../protocol/file/faults.ts";
import {
	asksOf,
	type Party,
	type Protocol,
	reasonForChange,
	roleOf,
	type Step,
	stepOf,
	type Way,
	waysOf,
	writtenParty,
} from "../protocol/protocol.ts";
import { readWithin } from "../protocol/within.ts";
import { Refusal } from "../refusal.ts";
import { londonTime, zone } from "../time.ts";
import { exampleAnswers } from "./example-answers.ts";
import { peopleOf, personOf } from "./people-of-story.ts";
import type { Story, StoryAct } from "./story.ts";
import { StoryFault } from "./story-fault.ts";

/** What a story did, act by act. */
export type Played = {
	difference: Difference;
	acts: PlayedAct[];
	/** The local time of the last act. */
	now: Temporal.ZonedDateTime;
};

export type PlayedAct = {
	act: StoryAct;
	/** What time alone had brought about by then. */
	passed: RecordedEvent[];
	/** What the act brought about. */
	events: RecordedEvent[];
	refused?: Refusal | undefined;
	/** The difference once it was done. */
	after: Difference;
};

/** An act as it is about to be played: where the difference stands, and when. */
type Scene = {
	rules: Rules;
	difference: Difference;
	act: StoryAct;
	index: number;
	now: Temporal.ZonedDateTime;
};

/**
 * Plays a story on a protocol, with no database and no clock but the story's own.
 *
 * @throws StoryFault for an act that nobody may do then, or that the story did not expect to be refused
 */
export function playStory(rules: Rules, story: Story): Played {
	const header = openingOf(rules.protocol, story);
	let difference = beginning(header);
	let now = londonTime(header.raisedAt);
	const happen = (events: RecordedEvent[]) => {
		for (const event of events) difference = evolve(rules.protocol, difference, event);
		return events;
	};
	const acts = story.acts.map((act, index): PlayedAct => {
		const at = timeOf(act.at);
		if (index > 0 && Temporal.ZonedDateTime.compare(at, now) < 0)
			throw new StoryFault(
				index,
				act,
				"it happens before the act above it",
				"Put the acts in the order of their dates",
			);
		now = at;
		const passed = happen(difference.seq > 0 ? timePasses(rules, difference, now) : []);
		const scene = { rules, difference, act, index, now };
		const outcome = playAct(scene, header);
		if (!(outcome instanceof Refusal))
			return { act, passed, events: happen(outcome), after: difference };
		if (outcome.code !== act.refused)
			throw new StoryFault(
				index,
				act,
				act.refused === undefined
					? outcome.message
					: `it was refused as “${outcome.code}”, not as “${act.refused}”: ${outcome.message}`,
				whatToEnter(scene, outcome) ?? whoCould(scene),
			);
		return { act, passed, events: [], refused: outcome, after: difference };
	});
	return { difference, acts, now };
}

/** What is known before it begins: raising it may be refused to some before somebody does. */
function openingOf(protocol: Protocol, { acts }: Story): Header {
	const refused = acts.findIndex((act) => act.do !== "raise" || act.refused === undefined);
	const first = acts[refused] ?? acts[0];
	const person = personOf(protocol, first?.by ?? "");
	if (first?.do !== "raise" || !person)
		throw new StoryFault(
			0,
			first ?? { at: "", do: "", enter: {} },
			"a story begins when somebody raises the difference",
			"Begin it with “do: raise” and “by:” somebody of the raising agency",
		);
	return {
		id: "story",
		reference: "STORY",
		raisingAgency: "raising",
		receivingAgency: "receiving",
		raisedBy: person.actor.id,
		raisedAt: timeOf(first.at).toInstant().toString(),
	};
}

/** What the act brings about, or how the rules refuse it. */
function playAct(scene: Scene, header: Header): RecordedEvent[] | Refusal {
	const { act, index } = scene;
	let events: RecordedEvent[];
	try {
		events = follow(scene, header);
	} catch (refusal) {
		if (refusal instanceof Refusal) return refusal;
		throw refusal;
	}
	if (act.refused !== undefined)
		throw new StoryFault(
			index,
			act,
			`it was expected to be refused (${act.refused}) and was not`,
			"Change the story, or the protocol",
		);
	return events;
}

function follow(scene: Scene, header: Header): RecordedEvent[] {
	const { rules, difference, act, index, now } = scene;
	const { protocol } = rules;
	if (act.do === "wait") return [];
	if (!act.by) throw new StoryFault(index, act, "it does not say who does it", "Add “by:”");
	const actor = actorOf(scene, act.by);
	const answers = (fields: string[], step?: Step) => {
		const unknown = Object.keys(act.enter).find((field) => !(field in protocol.fields));
		if (unknown !== undefined)
			throw new StoryFault(
				index,
				act,
				`the protocol has no field called “${unknown}”`,
				didYouMean(unknown, Object.keys(protocol.fields)) ?? "Take it out of “enter:”",
			);
		return exampleAnswers(
			protocol,
			fields,
			act.enter,
			(said) => personOf(protocol, said)?.actor ?? actorOf(scene, said),
			now,
			step,
			difference.answers,
		);
	};

	if (difference.seq === 0)
		return raise(
			rules,
			header,
			answers([...wayNamed(scene).asks, ...Object.keys(act.enter)]),
			[],
			actor,
			now,
			act.way,
		);
	const change = changeNamed(scene);
	if (change)
		return changeClock(
			rules,
			difference,
			{ ...change, answers: answers([reasonForChange]) },
			actor,
			now,
		);
	const move = protocol.moves.find(({ id }) => id === act.do);
	if (move) {
		const chosen = outcomeOf(scene, move.id, move.outcomes);
		return makeMove(
			rules,
			difference,
			{
				move: move.id,
				outcome: chosen.id,
				answers: answers(asksOf(move, chosen)),
			},
			actor,
			now,
		);
	}
	const [verb, recorded] = act.do.split(" ");
	if (verb === "recorded")
		return recordOnChildsRecord(
			rules,
			difference,
			{
				step: stepNamed(scene, recorded ?? lastStep(difference)).id,
				side: act.by.startsWith("receiving") ? "receiving" : "raising",
			},
			actor,
			now,
		);
	const step = stepNamed(scene, act.do);
	const outcome = outcomeOf(scene, step.name, step.outcomes);
	return doStep(
		rules,
		difference,
		{
			step: step.id,
			outcome: outcome.id,
			answers: answers(asksOf(step, outcome), step),
		},
		actor,
		now,
	);
}

/** The way to begin that an act names. @throws StoryFault */
function wayNamed({ rules, act, index }: Scene): Way {
	const way = waysOf(rules.protocol).find(({ id }) => id === act.way);
	if (!way)
		throw new StoryFault(
			index,
			act,
			`there is no way to begin called “${act.way}”`,
			`Use one of: ${rules.protocol.raise.ways.map(({ id }) => id).join(", ") || "none; take “way:” out"}`,
		);
	return way;
}

/** What an act such as `extend respond` asks of which clock. */
function changeNamed(scene: Scene): Omit<ChangeOfClock, "answers"> | undefined {
	const { rules, difference, act, index } = scene;
	const { protocol, calendar } = rules;
	const [how, said, more] = act.do.split(" ");
	if (
		more !== undefined ||
		said === undefined ||
		(how !== "extend" && how !== "pause" && how !== "resume" && how !== "bring-forward")
	)
		return undefined;
	const ids = protocol.clocks.map(({ id }) => id);
	const named = ids.filter((id) => id === said || id.endsWith(`.${said}`));
	const id = named.find((each) => difference.clocks.some((one) => one.clock === each)) ?? named[0];
	if (id === undefined)
		throw new StoryFault(
			index,
			act,
			`the protocol has no clock called “${said}”`,
			didYouMean(said, ids) ?? `Use one of: ${ids.join(", ")}`,
		);
	const running = clockOf(difference, id);
	const length = act.more === undefined ? undefined : readWithin(act.more);
	if (act.more !== undefined && !length)
		throw new StoryFault(
			index,
			act,
			`“${act.more}” is not a length of time`,
			"Write, for example, “more: 5 working days”",
		);
	return {
		clock: id,
		how,
		until: length && running ? newDate(running, length, calendar) : act.until?.replace(" ", "T"),
	};
}

/** The date that is so much later than a clock's: a time too where it is counted in hours. */
function newDate({ due }: RunningClock, more: Limit, calendar: Calendar): string {
	const later = dueDate(londonTime(due.due), more, calendar);
	return more.unit === "hours"
		? londonTime(later.due).toPlainDateTime().toString({ smallestUnit: "minute" })
		: later.day;
}

const didYouMean = (said: string, known: string[]): string | undefined => {
	const nearest = nearestTo(said, known);
	return nearest && `Did you mean “${nearest}”?`;
};

function actorOf({ rules, act, index }: Scene, said: string): Actor {
	const person = personOf(rules.protocol, said);
	if (!person)
		throw new StoryFault(
			index,
			act,
			`“${said}” is nobody in this protocol`,
			`Say one of: ${peopleOf(rules.protocol).join(", ")}`,
		);
	return person.actor;
}

/** The step that an act names. @throws StoryFault when there is none */
function stepNamed(scene: Scene, said: string): Step {
	const { rules, difference, act, index } = scene;
	const found = findStep(rules.protocol, difference, said);
	if (found) return found;
	const { steps, moves } = rules.protocol;
	const nearest = nearestTo(said, [
		...Object.values(steps).flatMap(({ id, name }) => [id, name]),
		...moves.map(({ id }) => id),
		"recorded",
		"wait",
	]);
	throw new StoryFault(
		index,
		act,
		`the protocol has no step or move called “${said}”`,
		nearest ? `Did you mean “${nearest}”?` : openNow(scene),
	);
}

/** A step by its full id, or by its short name: one that is open first, then one of the stage. */
export function findStep(
	protocol: Protocol,
	difference: Difference,
	said: string,
): Step | undefined {
	const named = Object.values(protocol.steps).filter(({ id, name, writtenAs, stage }) =>
		[id, name, writtenAs, `${stage}.${writtenAs}`].includes(said),
	);
	return (
		named.find(({ id }) => id === said) ??
		named.find(({ id }) => difference.open.some(({ step }) => step === id)) ??
		named.find(({ stage }) => stage === difference.stage) ??
		named[0]
	);
}

const lastStep = (difference: Difference): string => difference.done.at(-1)?.step ?? "";

/** The outcome that an act names; it may be silent where there is only one. */
function outcomeOf<Chosen extends { id: string }>(
	{ act, index }: Scene,
	name: string,
	outcomes: Chosen[],
): Chosen {
	const [only, ...others] = outcomes;
	const outcome =
		act.outcome === undefined && others.length === 0
			? only
			: outcomes.find(({ id }) => id === act.outcome);
	if (!outcome)
		throw new StoryFault(
			index,
			act,
			act.outcome
				? `“${act.outcome}” is not an outcome of ${name}`
				: "it does not say which outcome",
			`Add “outcome:” with one of: ${outcomes.map(({ id }) => id).join(", ")}`,
		);
	return outcome;
}

/** Where a story says what an answer was missing or wrong. */
function whatToEnter(
	{ rules: { protocol } }: Scene,
	{ code, message }: Refusal,
): string | undefined {
	if (code !== "wrong-answers" && code !== "reason-missing") return undefined;
	const fields = Object.values(protocol.fields)
		.filter(({ label }) => message.includes(`“${label}”`))
		.map(({ id }) => `“${id}”`);
	return `Say it under “enter:”${fields.length > 0 ? `, as ${fields.join(" or ")}` : ""}`;
}

/** Who could have done what was refused; else what could have been done instead. */
function whoCould(scene: Scene): string {
	const { rules, difference, act } = scene;
	const move = rules.protocol.moves.find(({ id }) => id === act.do);
	if (move)
		return `It is for ${either(move.by)}, while: ${move.while
			.map((when) => Object.values(when).join())
			.join(", ")}. ${openNow(scene)}`;
	const step = findStep(rules.protocol, difference, act.do);
	return step && difference.open.some((open) => open.step === step.id)
		? `It could be done by ${either([step.by])}${step.notBy.length > 0 ? ", if they had no part before" : ""}${
				roleOf(rules.protocol, step.by).level === "practitioner"
					? ". A practitioner sees it once they raised it or a field names them, such as that of “named-in:”"
					: ""
			}`
		: openNow(scene);
}

const openNow = ({ rules, difference }: Scene): string =>
	`Open now: ${
		difference.open
			.map(({ step }) => `${step} (${either([stepOf(rules.protocol, step).by])})`)
			.join(", ") || "nothing"
	}`;

/** Parties as a story writes them. */
const either = (parties: Party[]): string => parties.map(writtenParty).join(" or ");

/** `2026-03-26 10:15`, local time. */
const timeOf = (said: string): Temporal.ZonedDateTime =>
	Temporal.PlainDateTime.from(said.replace(" ", "T")).toZonedDateTime(zone);
