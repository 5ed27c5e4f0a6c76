import type { Holiday } from "../calendar/bank-holidays.ts";
import {
	beginning,
	type Difference,
	evolve,
	inWordsOf,
	openClocksOf,
	type RecordedEvent,
	type RunningClock,
} from "../difference/difference.ts";
import { breachesIn, type Standing, standingOf } from "../difference/standing.ts";
import { startingLarge, withArticle } from "../english.ts";
import {
	type Protocol,
	type Strength,
	sayParty,
	stageTitle,
	stepOf,
	strengthOf,
} from "../protocol/protocol.ts";
import {
	happeningInWords,
	isWayToChange,
	sayChange,
	sayPutRight,
	saySides,
} from "./entry-in-words.ts";
import { expectsSomething, unmet } from "./expectations.ts";
import { findStep } from "./find-step.ts";
import type { Played, PlayedAct } from "./play.ts";
import type { Story } from "./story.ts";

/**
 * A story that was played, told for people and machines: what `concord simulate --json` prints.
 * Words are added to it, none are taken away or given another meaning.
 */
export type Transcript = {
	story: string;
	protocol: { id: string; version: string; title: string; partnership: string };
	acts: RetoldAct[];
	clocks: RetoldClock[];
	/** What somebody owes at the end of the story. */
	owed: { step: string; title: string; by: string; due: string | null }[];
	end: {
		/** The ending's name; null while it is open. */
		ending: string | null;
		/** The ending in words, or "Open". */
		title: string;
		stage: string;
		stageTitle: string;
		/** Sides that know of the difference. */
		told: string[];
		/** The protocol under which it goes on; null for none. */
		handsOff: string | null;
		/** How often a date was missed that the protocol holds somebody to. */
		breaches: number;
	};
	/** True or false when the story says what it expects; null when it does not. */
	held: boolean | null;
	unmet: string[];
	/** How it went on under another protocol; null where it did not. What was not held there is told above too. */
	wentOn: Transcript | null;
};

type RetoldAct = {
	/** Local date and time, `2026-03-26T10:15`. */
	at: string;
	/** As the story names them; null while everybody waits. */
	by: string | null;
	do: string;
	outcome: string | null;
	/** The act in a sentence. */
	says: string;
	refused: { code: string; says: string } | null;
	/** What time alone had brought about, then what the act did, in order. */
	followed: { type: string; at: string; says: string }[];
};

type RetoldClock = {
	/** Its name: that of its step, or its own. */
	clock: string;
	/** The step that is held to it; null for a clock of no one step. */
	step: string | null;
	title: string;
	by: string;
	/** 1 the first time. */
	round: number;
	/** ISO instants in UTC, and the day of `due` in the United Kingdom. */
	start: string;
	due: string;
	day: string;
	/** The day before anybody changed it, and every time that it moved. */
	firstDay: string;
	changes: { how: string; at: string; was: string; day: string }[];
	strength: Strength;
	provisional: boolean;
	/** The rule as it was applied. */
	why: string;
	/** How the protocol's own text says it; null where that is no more than the rule. */
	wording: string | null;
	skipped: readonly Holiday[];
	state: RunningClock["state"];
	/** `stopped` and `stopped-late`: it was not needed any more, before it ran out or when it had been missed. */
	result: Exclude<Standing, "dropped"> | "stopped" | "stopped-late";
};

export function transcriptOf(protocol: Protocol, story: Story, played: Played): Transcript {
	const { difference } = played;
	const { status } = difference;
	const notMet = unmet(story, played, protocol);
	return {
		story: story.story,
		protocol: {
			id: protocol.id,
			version: protocol.version,
			title: protocol.title,
			partnership: protocol.partnership,
		},
		acts: retellActs(protocol, played),
		clocks: difference.clocks.map((clock) => retellClock(inWordsOf(protocol, difference), clock)),
		owed: difference.open.map(({ step }) => {
			const [clock] = openClocksOf(protocol, difference, step);
			return {
				step,
				title: stepOf(protocol, step).title,
				by: sayParty(protocol, stepOf(protocol, step).by),
				due: clock?.due.day ?? null,
			};
		}),
		end: {
			ending: status.is === "ended" ? status.ending : null,
			title:
				status.is === "ended" ? (protocol.endings[status.ending]?.title ?? status.ending) : "Open",
			stage: difference.stage,
			stageTitle: stageTitle(inWordsOf(protocol, difference), difference.stage),
			told: Object.keys(difference.known).map((side) => saySides(protocol, [side])),
			handsOff:
				status.is === "ended" ? (protocol.endings[status.ending]?.handsOff?.to ?? null) : null,
			breaches: breachesIn(protocol, difference),
		},
		held: expectsSomething(story) ? notMet.length === 0 : null,
		unmet: notMet,
		wentOn: played.wentOn
			? transcriptOf(played.wentOn.rules.protocol, played.wentOn.story, played.wentOn.played)
			: null,
	};
}

function retellActs(protocol: Protocol, played: Played): RetoldAct[] {
	let difference = beginning(played.difference);
	return played.acts.map((each) => {
		const says = actInWords(protocol, difference, each);
		const followed = [...each.passed, ...each.events].map((event) => {
			difference = evolve(protocol, difference, event);
			return tellHappening(inWordsOf(protocol, difference), difference, event);
		});
		const { act, refused } = each;
		return {
			at: act.at.replace(" ", "T"),
			by: act.by ?? null,
			do: act.do,
			outcome: act.outcome ?? null,
			says,
			refused: refused ? { code: refused.code, says: refused.message } : null,
			followed,
		};
	});
}

const tellHappening = (protocol: Protocol, difference: Difference, event: RecordedEvent) => ({
	type: event.type,
	at: event.at,
	says: happeningInWords(protocol, difference, event),
});

function actInWords(
	protocol: Protocol,
	difference: Difference,
	{ act, done, refused }: PlayedAct,
): string {
	if (!done) return "Time passes.";
	const who = done.by.called;
	const what =
		difference.seq === 0
			? `Raise ${withArticle(protocol.words.difference)}`
			: act.do.startsWith("recorded")
				? `Recorded on the ${protocol.words.child}’s record`
				: (changeInWords(protocol, act.do) ??
					sayPutRight(protocol, act.do) ??
					protocol.moves.find(({ id }) => id === act.do)?.title ??
					findStep(protocol, difference, act.do)?.title ??
					act.do);
	return `${startingLarge(who)}: ${what}${refused ? " (refused)" : ""}`;
}

/** `extend respond` in words. */
function changeInWords(protocol: Protocol, said: string): string | undefined {
	const [how = "", clock] = said.split(" ");
	const rule = protocol.clocks.find(({ id }) => id === clock || id.endsWith(`.${clock}`));
	return rule && isWayToChange(how) ? sayChange(how, rule.title) : undefined;
}

function retellClock(protocol: Protocol, clock: RunningClock): RetoldClock {
	const { due, round, state } = clock;
	const rule = protocol.clocks.find(({ id }) => id === clock.clock);
	return {
		clock: clock.clock,
		step: rule?.step ?? null,
		title: rule?.title ?? clock.clock,
		by: rule?.by ? sayParty(protocol, rule.by) : "whoever’s turn it is",
		round,
		start: due.start,
		due: due.due,
		day: due.day,
		firstDay: clock.firstDue.day,
		changes: clock.changes,
		strength: strengthOf(protocol, clock),
		provisional: due.provisional,
		why: due.rule,
		wording: rule?.wording ?? null,
		skipped: due.skipped,
		state,
		result: resultOf(clock, strengthOf(protocol, clock)),
	};
}

function resultOf(clock: RunningClock, strength: Strength): RetoldClock["result"] {
	const standing = standingOf(clock, strength);
	if (clock.state === "dropped" && standing === "missed") return "stopped-late";
	return standing === "dropped" ? "stopped" : standing;
}
