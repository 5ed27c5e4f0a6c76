import type { IsoDay } from "../calendar/iso-day.ts";
import {
	type Difference,
	isOpenClock,
	isOwed,
	type RecordedEvent,
	type RunningClock,
	whomItIsAbout,
} from "../difference/difference.ts";
import { type Standing, standingOf } from "../difference/standing.ts";
import {
	clockRule,
	fieldOf,
	isAside,
	type Protocol,
	type Side,
	type StepId,
	type Strength,
	stepOf,
	strengthOf,
} from "../protocol/protocol.ts";
import { londonTime } from "../time.ts";

/**
 * What is counted of one difference, worked out from its whole record. Nothing in it names a person, and no sentence of the
 * story is in it: whoever makes a report may hold it also of a difference that they may not open.
 *
 * @see Somerset protocol, section on monitoring: themes, outcomes and learning are reported every six months
 */
export type Facts = {
	/** When it was really raised. */
	raisedOn: IsoDay;
	/** When the Business Unit first had it; null while it is an informal matter between the agencies. */
	receivedOn: IsoDay | null;
	endedOn: IsoDay | null;
	/** How it ended, and the stage at which it stood then or stands now. */
	ending: string | null;
	stage: string;
	/** The way in which it was begun; null for the usual one. */
	way: string | null;
	/** How many children or adults it is about; 0 where it is about none in particular. */
	people: number;
	themes: string[];
	/** Every choice that was made, in order, the last of a field being the one that stands: never a text. */
	choices: { field: string; option: string; on: IsoDay }[];
	/** Stages in the order in which they began, each with those that were left out on the way. */
	stages: { stage: string; on: IsoDay; skipped: string[] }[];
	moves: { move: string; on: IsoDay }[];
	done: { step: StepId; outcome: string; on: IsoDay }[];
	clocks: CountedClock[];
	/** What was owed inside the stages, and by which side: intervals of days, `until` null while it is owed. */
	owed: { side: Side; from: IsoDay; until: IsoDay | null }[];
	/** What is owed after the end: steps, each with when it was done; null while it is open. */
	followed: { step: StepId; from: IsoDay; doneOn: IsoDay | null }[];
	/** How often somebody rang social care or the police about it. */
	calls: number;
	/** It was said at some time that a child is not safe. */
	wasNotSafe: boolean;
};

/** A time limit as it came out, once for each round in which somebody was held to it. */
export type CountedClock = {
	clock: string;
	/** Who is held to it; null for one that nobody's step ends. */
	side: Side | null;
	strength: Strength;
	standing: Standing;
	from: IsoDay;
	due: IsoDay;
	/** When it was met or given up; null while it is open. */
	until: IsoDay | null;
	/** Days on which it stood still, from and until. */
	pauses: { from: IsoDay; until: IsoDay }[];
	/** How often its date was moved on somebody's decision. */
	extended: number;
};

/** The office that reports: the side of whichever role it holds. */
const reportingOffice = "business-unit";

/** @param entries the whole record that `difference` adds up from */
export function factsOf(
	protocol: Protocol,
	difference: Difference,
	entries: RecordedEvent[],
): Facts {
	const { status } = difference;
	const { owed, followed } = owedIn(protocol, entries);
	return {
		raisedOn: dayOf(difference.raisedAt),
		receivedOn: receivedOn(protocol, difference),
		endedOn: status.is === "ended" ? dayOf(status.at) : null,
		ending: status.is === "ended" ? status.ending : null,
		stage: difference.stage,
		way: difference.way ?? null,
		people: peopleIn(protocol, difference),
		themes: themesIn(protocol, difference),
		choices: entries.flatMap((entry) => choicesIn(protocol, entry)),
		stages: difference.stages.map(({ stage, at, skipped }) => ({ stage, on: dayOf(at), skipped })),
		moves: difference.moves.map(({ move, at }) => ({ move, on: dayOf(at) })),
		done: difference.done.map(({ step, outcome, at }) => ({ step, outcome, on: dayOf(at) })),
		clocks: difference.clocks.filter(isCountedIn(protocol, difference)).map(counted(protocol)),
		owed,
		followed,
		calls: difference.urgentContacts.length,
		wasNotSafe: entries.some((entry) => saysNotSafe(protocol, entry)),
	};
}

const dayOf = (instant: string): IsoDay => londonTime(instant).toPlainDate().toString();

function receivedOn(protocol: Protocol, { known }: Difference): IsoDay | null {
	const since = Object.values(protocol.roles)
		.filter((role) => role.office === reportingOffice)
		.flatMap(({ id }) => known[id] ?? [])
		.sort()[0];
	return since === undefined ? null : dayOf(since);
}

function peopleIn(protocol: Protocol, difference: Difference): number {
	const about = whomItIsAbout(protocol, difference)?.answer;
	return Array.isArray(about) ? about.length : 0;
}

const themesIn = (protocol: Protocol, { answers }: Difference): string[] => {
	const [, given] =
		Object.entries(answers).find(([field]) => protocol.fields[field]?.type === "themes") ?? [];
	return [...new Set((given?.answer ?? []) as string[])];
};

const choicesIn = (protocol: Protocol, entry: RecordedEvent): Facts["choices"] =>
	// What is sent was answered before.
	entry.type === "sent"
		? []
		: Object.entries("answers" in entry ? entry.answers : {}).flatMap(([field, answer]) =>
				protocol.fields[field]?.type === "choice" && typeof answer === "string"
					? [{ field, option: answer, on: dayOf(entry.at) }]
					: [],
			);

/** A date that nobody was ever held to says nothing of anybody. */
const isCountedIn = (protocol: Protocol, difference: Difference) => (clock: RunningClock) =>
	!isOpenClock(clock) || isOwed(difference, clockRule(protocol, clock.clock), clock);

const counted =
	(protocol: Protocol) =>
	(clock: RunningClock): CountedClock => {
		const strength = strengthOf(protocol, clock);
		return {
			clock: clock.clock,
			side: clockRule(protocol, clock.clock)?.by?.side ?? null,
			strength,
			standing: standingOf(clock, strength),
			from: dayOf(clock.due.start),
			due: clock.due.day,
			until: clock.endedAt === undefined ? null : dayOf(clock.endedAt),
			pauses: clock.pauses.map(({ from, until }) => ({ from: dayOf(from), until: dayOf(until) })),
			extended: clock.changes.filter(({ how }) => how === "extended").length,
		};
	};

/**
 * From when until when somebody owed something: inside the stages by side, afterwards by step. A follow-up asks nobody for
 * more than what is late already, so it is nobody's waiting time.
 */
function owedIn(
	protocol: Protocol,
	entries: RecordedEvent[],
): { owed: Facts["owed"]; followed: Facts["followed"] } {
	const owed: Facts["owed"] = [];
	const followed: Facts["followed"] = [];
	const since = new Map<StepId, IsoDay>();
	const over = (id: StepId, until: IsoDay | null, done: boolean) => {
		const from = since.get(id);
		const step = stepOf(protocol, id);
		since.delete(id);
		if (from === undefined) return;
		if (!isAside(step)) {
			if (step.kind !== "follow-up") owed.push({ side: step.by.side, from, until });
		} else if (done || until === null)
			followed.push({ step: id, from, doneOn: done ? until : null });
	};
	for (const entry of entries)
		switch (entry.type) {
			case "step-opened":
				if (!since.has(entry.step)) since.set(entry.step, dayOf(entry.at));
				break;
			case "step-done":
			case "begun-elsewhere":
				over(entry.step, dayOf(entry.at), true);
				break;
			case "step-dropped":
				over(entry.step, dayOf(entry.at), false);
				break;
			case "ended":
				for (const id of [...since.keys()])
					if (!isAside(stepOf(protocol, id))) over(id, dayOf(entry.at), false);
				break;
		}
	for (const id of [...since.keys()]) over(id, null, false);
	return { owed, followed };
}

function saysNotSafe(protocol: Protocol, entry: RecordedEvent): boolean {
	if (entry.type === "safety-said") return !entry.safe;
	return Object.entries("answers" in entry ? entry.answers : {}).some(([id, answer]) => {
		const field = fieldOf(protocol, id);
		return field.type === "choice" && field["not-safe"]?.includes(String(answer)) === true;
	});
}
