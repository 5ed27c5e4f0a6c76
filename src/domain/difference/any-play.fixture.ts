import fc from "fast-check";
import type { Actor } from "../people/viewer.ts";
import type { Answers } from "../protocol/answers.ts";
import type { WhatIsAsked } from "../protocol/condition.ts";
import type { WithWhom } from "../protocol/file/file.ts";
import {
	asksOf,
	involvedSides,
	type Outcome,
	type Protocol,
	reasonForChange,
	type Step,
	waysOf,
} from "../protocol/protocol.ts";
import { askedOnPaper, formThatBegins, type PartOnPaper } from "../protocol/sent-forms.ts";
import { Refusal, type RefusalCode } from "../refusal.ts";
import { exampleAnswers } from "../story/example-answers.ts";
import { peopleOf, personOf } from "../story/people-of-story.ts";
import { londonTime } from "../time.ts";
import { changeClock } from "./acts/change-clock.ts";
import { doStep } from "./acts/do-step.ts";
import { enterBeginning, enterForm } from "./acts/enter-for.ts";
import { makeMove } from "./acts/make-move.ts";
import { otherAgency, raise } from "./acts/raise.ts";
import { recordOnChildsRecord } from "./acts/record-on-childs-record.ts";
import { timePasses } from "./consequences/time-passes.ts";
import {
	beginning,
	type Difference,
	evolve,
	type Header,
	type RecordedEvent,
} from "./difference.ts";
import type { Rules } from "./rules.ts";
import { type AllowedAct, allowedActs } from "./who/may-act.ts";
import { formsToEnter, formToBegin } from "./who/may-enter.ts";

/** One turn: how much time passes, and which of the acts that are open then is done, in which way. */
export type Turn = {
	hours: number;
	act: number;
	outcome: number;
	days: number;
	/** Leaves ends, moves and clocks alone where that can be: most courses would end early otherwise. */
	onward: boolean;
};

export const turns = fc.array(
	fc.record<Turn>({
		hours: fc.integer({ min: 0, max: 24 * 20 }),
		act: fc.nat(1000),
		outcome: fc.nat(10),
		days: fc.integer({ min: 0, max: 30 }),
		onward: fc.integer({ min: 0, max: 3 }).map((number) => number > 0),
	}),
	{ minLength: 1, maxLength: 25, size: "max" },
);

/** What was played: every entry, and the difference after each turn with the number of entries by then. */
export type Course = {
	header: Header;
	people: Actor[];
	events: RecordedEvent[];
	states: { difference: Difference; entries: number }[];
};

/** Two of everybody whom a protocol knows, and the proxies of small agencies. */
export const everybodyOf = (protocol: Protocol, whom?: WithWhom): Actor[] =>
	peopleOf(protocol, whom)
		.flatMap((said) => [said, `${said} 2`])
		.map((said) => personOf(protocol, said, whom)?.actor)
		.filter((actor) => actor !== undefined);

/** What is entered besides examples: where (`raise`, or a step with the number of entries so far) and by which side. */
export type Entering = (where: string, step: Step | undefined) => Record<string, unknown>;

/**
 * Plays turns on any protocol: each does one of the acts that are open to somebody.
 *
 * @param begin which of the ways to begin
 * @param onPaper whether forms come on paper, where the protocol has an office that they are sent to
 */
export function play(
	rules: Rules,
	given: Turn[],
	begin = 0,
	entering: Entering = () => ({}),
	onPaper = false,
): Course {
	const { protocol } = rules;
	let now = londonTime("2026-03-20T09:00:00Z");
	const ways = waysOf(protocol);
	const way = ways[begin % ways.length];
	const people = everybodyOf(protocol, way?.with);
	const raiser = people.find((person) => mayBegin(protocol, way?.by, person));
	if (!way || !raiser) throw new Error(`Nobody may begin ${protocol.id}`);
	const header: Header = {
		id: "d1",
		reference: "ANY-1",
		raisingAgency: "raising",
		receivingAgency: otherAgency(way, "raising", "receiving"),
		raisedBy: raiser.id,
		raisedAt: now.toInstant().toString(),
	};
	const course: Course = { header, people, events: [], states: [] };
	let difference = beginning(header);
	const happen = (events: RecordedEvent[]) => {
		course.events.push(...events);
		difference = events.reduce((before, event) => evolve(protocol, before, event), difference);
		course.states.push({ difference, entries: course.events.length });
	};
	const answers = (what: WhatIsAsked, turn: Turn, step?: Step): Answers =>
		exampleAnswers(
			protocol,
			what,
			{
				...daysFor(protocol, what.asks, now, turn.days),
				...entering(
					difference.seq === 0 ? "raise" : `${step?.id ?? "move"}#${difference.seq}`,
					step,
				),
			},
			(said) => personOf(protocol, said, way.with)?.actor as Actor,
			now,
			step,
			difference.seq === 0 ? { way: way.id, answers: {} } : difference,
		);
	const [first = { hours: 0, act: 0, outcome: 0, days: 5, onward: true }] = given;
	const told = whenTold(protocol, way.raisedAt, now, first.hours);
	const asked = {
		asks: [...way.asks, ...(way.window?.because ? [way.window.because] : [])],
		askedIf: way.askedIf,
	};
	const form = onPaper ? formThatBegins(protocol) : undefined;
	const office = form && people.find((person) => formToBegin(protocol, person));
	happen(
		form && office
			? unless(["not-open", "not-of-the-level", "not-your-own"], () =>
					enterBeginning(
						rules,
						header,
						{
							way: way.id,
							answers: { ...answers(askedOnPaper(protocol, form.parts, asked), first), ...told },
							receivedAt: now,
							raisedBy: { person: raiser },
							doneBy: onIt(form.parts),
						},
						office,
						now,
					),
				)
			: [],
	);
	if (course.events.length === 0)
		happen(raise(rules, header, { ...answers(asked, first), ...told }, [], raiser, now, way.id));
	for (const turn of given) {
		now = now.add({ hours: turn.hours });
		happen(timePasses(rules, difference, now));
		if (onPaper && turn.act % 2 === 0) {
			const [by, came] =
				people
					.map((each) => [each, formsToEnter(protocol, difference, each)[0]] as const)
					.find(([, each]) => each) ?? [];
			const first = came?.parts[0].step;
			if (by && came && first) {
				const opened = difference.open.find(({ step }) => step === first.id);
				const before = course.events.length;
				happen(
					unless(["not-of-the-level", "not-your-own"], () =>
						enterForm(
							rules,
							difference,
							first.id,
							{
								answers: answers(askedOnPaper(protocol, came.parts), turn, first),
								receivedAt: turn.days % 2 === 0 ? now : londonTime(opened?.openedAt ?? ""),
								doneBy: onIt(came.parts),
							},
							by,
							now,
						),
					),
				);
				if (course.events.length > before) continue;
			}
		}
		const open = people.flatMap((by) =>
			allowedActs(protocol, difference, by).map((act) => ({ by, act })),
		);
		const owed = open.filter(({ act }) => act.act === "step");
		const ofClocks = open.filter(({ act }) => act.act === "change-clock");
		const choices =
			turn.onward && owed.length > 0
				? owed
				: ofClocks.length > 0 && turn.act % 5 === 0
					? ofClocks
					: open.filter((each) => !ofClocks.includes(each));
		const chosen = choices[turn.act % choices.length];
		if (chosen) happen(perform(rules, difference, chosen, { turn, now, answers }));
	}
	return course;
}

/** Everybody who did a part is known by name alone. */
const onIt = (parts: PartOnPaper[]) =>
	Object.fromEntries(parts.map(({ step }) => [step.id, { name: "Jo Wren" }]));

/** When it was told, so many hours before it is entered. */
function whenTold(
	protocol: Protocol,
	field: string | undefined,
	now: Temporal.ZonedDateTime,
	hours: number,
): Answers {
	if (field === undefined) return {};
	const at = now.subtract({ hours }).toPlainDateTime();
	return {
		[field]:
			protocol.fields[field]?.type === "day"
				? at.toPlainDate().toString()
				: at.toString({ smallestUnit: "minute" }),
	};
}

const mayBegin = (
	protocol: Protocol,
	by: string[] = [],
	{ agencyId, level, offices }: Actor,
): boolean =>
	agencyId === "raising" &&
	by.some((id) => {
		const role = protocol.roles[id];
		return (
			role?.level !== undefined &&
			(role.level.level === level || role.level.posts.some((post) => offices.includes(post))) &&
			(!role.post || offices.includes(role.post))
		);
	});

/** A day for every field that needs one, actions to be done by it where they may be left out: exact enough for a clock, and never in the past. */
function daysFor(
	protocol: Protocol,
	fields: string[],
	now: Temporal.ZonedDateTime,
	days: number,
): Record<string, unknown> {
	const day = now.toPlainDate().add({ days }).toString();
	return Object.fromEntries(
		fields.flatMap((id): [string, unknown][] => {
			const field = protocol.fields[id];
			if (field?.type === "day") return [[id, day]];
			if (protocol.involved?.chosenIn.includes(id)) {
				const sides = involvedSides(protocol);
				const some = sides.slice(0, days % (sides.length + 1));
				return [[id, field?.type === "agency" ? (sides[days % sides.length] ?? "") : some]].filter(
					([, given]) => given?.length !== 0,
				) as [string, unknown][];
			}
			if (field?.type === "choice") {
				const options = Object.keys(field.options);
				return [[id, options[days % options.length] ?? ""]];
			}
			if (field?.type === "actions" && field.optional && days % 2 === 1)
				return [[id, [{ what: "Example", who: "Example", by: day }]]];
			// The reason that goes with a date which nobody has to set.
			return field?.optional && field.type.endsWith("text") ? [[id, "Example"]] : [];
		}),
	);
}

function perform(
	rules: Rules,
	difference: Difference,
	{ by, act }: { by: Actor; act: AllowedAct },
	{
		turn,
		now,
		answers,
	}: {
		turn: Turn;
		now: Temporal.ZonedDateTime;
		answers: (what: WhatIsAsked, turn: Turn, step?: Step) => Answers;
	},
): RecordedEvent[] {
	switch (act.act) {
		case "change-clock": {
			const how = act.ways[turn.outcome % act.ways.length] ?? "extend";
			const due = londonTime(act.clock.due.due).toPlainDate();
			const until = how === "bring-forward" ? now.toPlainDate() : due.add({ days: 1 + turn.days });
			const change = {
				clock: act.clock.clock,
				how,
				until: until.toString(),
				answers: { [reasonForChange]: "Example" },
			};
			return unless(["too-far", "not-sooner"], () =>
				changeClock(rules, difference, change, by, now),
			);
		}
		case "record-on-childs-record":
			return recordOnChildsRecord(
				rules,
				difference,
				{ step: act.step.id, side: act.side },
				by,
				now,
			);
		case "move": {
			const { move } = act;
			const outcome = move.outcomes[turn.outcome % move.outcomes.length];
			return makeMove(
				rules,
				difference,
				{
					move: move.id,
					outcome: outcome?.id,
					answers: answers(outcome ? asksOf(move, outcome) : move, turn),
				},
				by,
				now,
			);
		}
		case "step": {
			const { step } = act;
			const outcome = outcomeFor(step.outcomes, turn);
			if (!outcome) throw new Error(`${step.id} has no outcome`);
			return doStep(
				rules,
				difference,
				{
					step: step.id,
					outcome: outcome.id,
					answers: answers(asksOf(step, outcome), turn, step),
				},
				by,
				now,
			);
		}
	}
}

function outcomeFor(outcomes: Outcome[], turn: Turn): Outcome | undefined {
	const onward = outcomes.filter(({ leadsTo }) => !leadsTo.some(({ go }) => go === "end"));
	const choices = turn.onward && onward.length > 0 ? onward : outcomes;
	return choices[turn.outcome % choices.length];
}

/** What an act brings about; nothing when it is refused for a reason that chance may well run into. */
function unless(codes: RefusalCode[], act: () => RecordedEvent[]): RecordedEvent[] {
	try {
		return act();
	} catch (refusal) {
		if (refusal instanceof Refusal && codes.includes(refusal.code)) return [];
		throw refusal;
	}
}
