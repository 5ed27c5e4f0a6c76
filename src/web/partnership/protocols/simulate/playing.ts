import type { DueDate } from "../../../../domain/calendar/due-date.ts";
import {
	clockOf,
	type Difference,
	isOpenClock,
	type RunningClock,
} from "../../../../domain/difference/difference.ts";
import type { Rules } from "../../../../domain/difference/rules.ts";
import { sayStart } from "../../../../domain/difference/told/whats-next.ts";
import { allowedActs, type WayToChange } from "../../../../domain/difference/who/may-act.ts";
import { startingLarge } from "../../../../domain/english.ts";
import type { Fault } from "../../../../domain/protocol/file/faults.ts";
import {
	asksOf,
	type Field,
	fieldOf,
	type Party,
	type Protocol,
	sayParty,
	stageTitle,
	stepOf,
	waysOf,
	writtenParty,
} from "../../../../domain/protocol/protocol.ts";
import { peopleOf, personOf } from "../../../../domain/story/people-of-story.ts";
import { type Played, playStory } from "../../../../domain/story/play.ts";
import {
	calendarOfStory,
	readStory,
	type Story,
	type StoryAct,
} from "../../../../domain/story/story.ts";
import { StoryFault } from "../../../../domain/story/story-fault.ts";
import { type Transcript, transcriptOf } from "../../../../domain/story/transcript.ts";
import { londonTime } from "../../../../domain/time.ts";

/** More acts than any difference has. */
const mostActs = 200;

/** Where a difference stands after an act of a story. */
export type Stand = {
	at: string;
	/** The act in a sentence. */
	says: string;
	followed: string[];
	refused?: string | undefined;
	stage: string;
	owed: Owed[];
	/** How it ended. */
	ended?: string | undefined;
};

export type Owed = {
	who: string;
	title: string;
	due: { due: DueDate; start: string; state: RunningClock["state"] } | undefined;
};

/** A story that was played, or what keeps it from being played. */
export type Playing =
	| {
			story: Story;
			played: Played;
			retold: Transcript;
			stands: Stand[];
			faults?: never;
	  }
	| { faults: Fault[]; story?: never };

/** Plays the text of a story. Never throws, whatever the text is. */
export function play(rules: Rules, text: string): Playing {
	const { story, faults, lineOfAct } = {
		lineOfAct: (_index: number): number | undefined => undefined,
		...readStory(text),
	};
	if (!story) return { faults: faults ?? [] };
	if (story.acts.length > mostActs)
		return {
			faults: [
				{
					where: "acts",
					wrong: `The story has more than ${mostActs} acts`,
					fix: "Shorten it",
				},
			],
		};
	try {
		const { protocol } = rules;
		const played = playStory(
			Object.keys(story.closed).length > 0
				? { protocol, calendar: calendarOfStory(protocol, story) }
				: rules,
			story,
		);
		const retold = transcriptOf(protocol, story, played);
		return {
			story,
			played,
			retold,
			stands: standsAfter(protocol, played, retold),
		};
	} catch (fault) {
		if (!(fault instanceof StoryFault)) throw fault;
		return {
			faults: [
				{
					line: lineOfAct(fault.index),
					where: `act ${fault.index + 1}, ${fault.does}`,
					wrong: fault.wrong,
					fix: fault.fix,
				},
			],
		};
	}
}

/** A story as text, from its acts. JSON is YAML. */
export const storyText = (acts: StoryAct[]): string =>
	acts.length === 0 ? "" : JSON.stringify({ story: "Tried on the page", acts });

const standsAfter = (protocol: Protocol, played: Played, retold: Transcript): Stand[] =>
	played.acts.map(({ after, refused }, index) => {
		const told = retold.acts[index];
		return {
			at: told?.at ?? "",
			says: told?.says ?? "",
			followed:
				told?.followed.filter(({ type }) => !shownAsOwed.includes(type)).map(({ says }) => says) ??
				[],
			refused: refused?.message,
			stage: stageTitle(protocol, after.stage),
			owed: owedIn(protocol, after),
			ended: after.status.is === "ended" ? protocol.endings[after.status.ending]?.title : undefined,
		};
	});

/** What an act brought about and is said of whoever owes it now. */
const shownAsOwed = ["step-opened", "clock-started"];

/** What is owed, and what runs beside it for no one step. */
const owedIn = (protocol: Protocol, difference: Difference): Owed[] => [
	...difference.open.map(({ step: id }) => {
		const step = stepOf(protocol, id);
		return {
			who: sayParty(protocol, step.by),
			title: step.title,
			due: dueOf(protocol, difference, clockOf(difference, id)),
		};
	}),
	...protocol.clocks.flatMap(({ id, step, by, title }) => {
		const due = step ? undefined : dueOf(protocol, difference, clockOf(difference, id));
		return due ? [{ who: sayParty(protocol, by), title, due }] : [];
	}),
];

const dueOf = (
	protocol: Protocol,
	difference: Difference,
	clock: RunningClock | undefined,
): Owed["due"] =>
	clock && isOpenClock(clock)
		? {
				due: clock.due,
				start: sayStart(protocol, difference, namesOf(protocol), clock),
				state: clock.state,
			}
		: undefined;

/** Nobody in particular: the two agencies as the protocol calls them. */
const namesOf = ({ words }: Protocol) => ({
	people: new Map(),
	agencies: { raising: words.raising, receiving: words.receiving },
});

/** An act that may come next in a story. */
export type NextAct = {
	/** What the form sends. */
	value: string;
	/** "Agency B’s senior manager: Answer in part two of the form" */
	says: string;
	/** How it ends, where it can end in several ways. */
	ends?: string | undefined;
	/** Who does it, as stories say it. */
	by: string;
	do: string;
	outcome?: string | undefined;
	way?: string | undefined;
	/** Whether it asks for a new date. */
	until?: boolean | undefined;
	/** What it asks that the story cannot make up, or that something may hang on. */
	asks: Field[];
};

/** Everything that somebody may do next. */
export function nextActs({ protocol }: Rules, difference: Difference | undefined): NextAct[] {
	if (!difference)
		return waysOf(protocol).flatMap((way) =>
			way.by.map((role) =>
				nextAct(protocol, {
					by: `raising ${role}`,
					do: "raise",
					way: way.id,
					title: way.title ?? `Raise a ${protocol.words.difference}`,
					asks: way.asks,
				}),
			),
		);
	const steps = new Map<string, NextAct>();
	const moves = new Map<string, NextAct>();
	const add = (found: Map<string, NextAct>, act: NextAct) => {
		const does = `${act.do} ${act.outcome}`;
		if (!found.has(does)) found.set(does, act);
	};
	for (const said of everybody(protocol)) {
		const actor = personOf(protocol, said)?.actor;
		if (!actor) continue;
		for (const act of allowedActs(protocol, difference, actor))
			if (act.act === "step") {
				const by = mayBe(protocol, difference, act.step.by, act.step.id, said);
				for (const outcome of act.step.outcomes)
					add(
						steps,
						nextAct(protocol, {
							by,
							do: act.step.id,
							outcome: outcome.id,
							title: act.step.title,
							...(act.step.outcomes.length > 1 && { ends: outcome.say }),
							asks: asksOf(act.step, outcome),
						}),
					);
			} else if (act.act === "move")
				for (const outcome of act.move.outcomes)
					add(
						moves,
						nextAct(protocol, {
							by: said,
							do: act.move.id,
							...(act.move.outcomes.length > 1 && {
								outcome: outcome.id,
								ends: outcome.say,
							}),
							title: act.move.title,
							asks: asksOf(act.move, outcome),
						}),
					);
			else if (act.act === "change-clock")
				for (const way of act.ways)
					add(
						moves,
						nextAct(protocol, {
							by: said,
							do: `${way} ${act.rule.id}`,
							title: `${changes[way]} “${act.rule.title}”`,
							asks: [],
							until: way === "extend" || way === "bring-forward",
						}),
					);
	}
	return [...steps.values(), ...moves.values()];
}

const changes: Record<WayToChange, string> = {
	extend: "Give more time for",
	"bring-forward": "Ask sooner for",
	pause: "Let the time stand still for",
	resume: "Let the time run on for",
};

/** Whoever a step is for, if they may do it; else whoever was found that may. */
function mayBe(
	protocol: Protocol,
	difference: Difference,
	party: Party,
	step: string,
	found: string,
): string {
	const said = writtenParty(party);
	const actor = personOf(protocol, said)?.actor;
	const may =
		actor &&
		allowedActs(protocol, difference, actor).some(
			(act) => act.act === "step" && act.step.id === step,
		);
	return may ? said : found;
}

/** Everybody whom a story can name, and a second one of each: some things ask for other eyes. */
export const everybody = (protocol: Protocol): string[] => [
	...peopleOf(protocol),
	...peopleOf(protocol).map((said) => `${said} 2`),
];

/** "Agency A’s manager", "The SSCP Business Unit (2)" */
export function sayPersonOfStory(protocol: Protocol, said: string): string {
	return startingLarge(personOf(protocol, said)?.called ?? said);
}

const nextAct = (
	protocol: Protocol,
	{
		title,
		asks,
		...act
	}: Pick<NextAct, "by" | "do" | "outcome" | "way" | "ends" | "until"> & {
		title: string;
		asks: string[];
	},
): NextAct => ({
	...act,
	value: [act.by, act.do, act.way ?? "", act.outcome ?? ""].join("|"),
	says: `${sayPersonOfStory(protocol, act.by)}: ${title}`,
	asks: asks
		.map((id) => fieldOf(protocol, id))
		.filter(({ type, optional }) => (type === "day" && !optional) || type === "choice"),
});

/** The local day and time of the last act. */
export const lastMoment = (played: Played | undefined): Temporal.ZonedDateTime | undefined =>
	played && londonTime(played.now.toInstant().toString());
