import type { DueDate } from "../calendar/due-date.ts";
import {
	clockOf,
	type Difference,
	inWordsOf,
	isOpenClock,
	openClocksOf,
	type RunningClock,
	withWhom,
} from "../difference/difference.ts";
import type { Rules } from "../difference/rules.ts";
import { type Standing, standingOf } from "../difference/standing.ts";
import { sayStart } from "../difference/told/whats-next.ts";
import type { Fault } from "../protocol/file/faults.ts";
import type { WithWhom } from "../protocol/file/file.ts";
import {
	clockRule,
	type Protocol,
	type Strength,
	sayParty,
	stageTitle,
	stepOf,
	stepsHeld,
	strengthOf,
} from "../protocol/protocol.ts";
import { type NextAct, nextActs } from "./next-acts.ts";
import type { Played } from "./play.ts";
import { playText } from "./play-text.ts";
import type { StoryAct } from "./story.ts";
import { type Transcript, transcriptOf } from "./transcript.ts";

/** More acts than any difference has. */
const mostActs = 200;

/** Where a difference stands after an act of a story. */
export type Stand = {
	act: Transcript["acts"][number];
	stage: string;
	owed: Owed[];
	/** How it ended. */
	ended?: string | undefined;
};

export type Owed = {
	who: string;
	title: string;
	due:
		| {
				due: DueDate;
				wording: string | undefined;
				start: string;
				strength: Strength;
				standing: Standing;
		  }
		| undefined;
};

/** A story as far as it was played, and what may happen next: plain data, all of it. */
export type TriedStory = {
	acts: StoryAct[];
	stands: Stand[];
	clocks: Transcript["clocks"];
	next: NextAct[];
	/** The local time of the last act, ISO; absent before the first. */
	now?: string | undefined;
	/** Who is on the other side; absent before the first act. */
	whom?: WithWhom | undefined;
	faults?: never;
};

/** A story in which nothing has happened yet. */
export const untoldStory = ({ protocol }: Rules): TriedStory => ({
	acts: [],
	stands: [],
	clocks: [],
	next: nextActs(protocol, undefined),
});

/**
 * Plays the text of a story, to be gone on with from its end. Never throws, whatever the text is.
 *
 * @returns what it tells, or what keeps it from being played
 */
export function tryStory(rules: Rules, text: string): TriedStory | { faults: Fault[] } {
	const { story, played, faults } = playText(rules, text, { mostActs });
	if (faults) return { faults };
	const transcript = transcriptOf(rules.protocol, story, played);
	return {
		acts: story.acts,
		stands: standsAfter(rules.protocol, played, transcript),
		clocks: transcript.clocks,
		next: nextActs(rules.protocol, played.difference),
		now: played.now.toPlainDateTime().toString(),
		whom: withWhom(played.difference),
	};
}

/** A story as text, from its acts. JSON is YAML. */
export const storyText = (acts: StoryAct[]): string =>
	acts.length === 0 ? "" : JSON.stringify({ story: "Tried on the page", acts });

const standsAfter = (protocol: Protocol, played: Played, { acts }: Transcript): Stand[] =>
	acts.map((act, index) => {
		const after = played.acts[index]?.after ?? played.difference;
		return {
			act,
			stage: stageTitle(inWordsOf(protocol, after), after.stage),
			owed: owedIn(protocol, after),
			ended: after.status.is === "ended" ? protocol.endings[after.status.ending]?.title : undefined,
		};
	});

/** What is owed, and what runs beside it for no one step. */
const owedIn = (protocol: Protocol, difference: Difference): Owed[] => [
	...difference.open.map(({ step: id }) => {
		const step = stepOf(protocol, id);
		return {
			who: sayParty(protocol, step.by),
			title: step.title,
			due: dueOf(protocol, difference, openClocksOf(protocol, difference, id)[0]),
		};
	}),
	...protocol.clocks.flatMap(({ id, by, title, ...clock }) => {
		const due =
			by && stepsHeld(clock).length === 0
				? dueOf(protocol, difference, clockOf(difference, id))
				: undefined;
		return by && due ? [{ who: sayParty(protocol, by), title, due }] : [];
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
				wording: clockRule(protocol, clock.clock)?.wording,
				start: sayStart(protocol, difference, namesOf(protocol), clock),
				strength: strengthOf(protocol, clock),
				standing: standingOf(clock, strengthOf(protocol, clock)),
			}
		: undefined;

/** Nobody in particular: the two agencies as the protocol calls them. */
const namesOf = ({ words }: Protocol) => ({
	people: new Map(),
	agencies: { raising: words.raising, receiving: words.receiving },
});
