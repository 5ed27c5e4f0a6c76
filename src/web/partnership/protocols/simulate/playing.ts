import type { DueDate } from "../../../../domain/calendar/due-date.ts";
import {
	clockOf,
	type Difference,
	isOpenClock,
	openClocksOf,
	type RunningClock,
} from "../../../../domain/difference/difference.ts";
import type { Rules } from "../../../../domain/difference/rules.ts";
import { type Standing, standingOf } from "../../../../domain/difference/standing.ts";
import { sayStart } from "../../../../domain/difference/told/whats-next.ts";
import {
	type Protocol,
	type Strength,
	sayParty,
	stageTitle,
	stepOf,
	stepsHeld,
	strengthOf,
} from "../../../../domain/protocol/protocol.ts";
import type { Played } from "../../../../domain/story/play.ts";
import { type PlayedText, playText } from "../../../../domain/story/play-text.ts";
import type { StoryAct } from "../../../../domain/story/story.ts";
import { type Transcript, transcriptOf } from "../../../../domain/story/transcript.ts";

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
	due: { due: DueDate; start: string; strength: Strength; standing: Standing } | undefined;
};

/** A story that was played, and what it tells; or what keeps it from being played. */
export type Playing = PlayedText & { transcript?: Transcript; stands?: Stand[] };

/** Plays the text of a story. Never throws, whatever the text is. */
export function play(rules: Rules, text: string): Playing {
	const playing = playText(rules, text, { mostActs });
	if (playing.faults) return playing;
	const transcript = transcriptOf(rules.protocol, playing.story, playing.played);
	return {
		...playing,
		transcript,
		stands: standsAfter(rules.protocol, playing.played, transcript),
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
			stage: stageTitle(protocol, after.stage),
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
