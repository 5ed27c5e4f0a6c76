import type { IsoDay } from "../calendar/iso-day.ts";
import {
	type Difference,
	type RecordedEvent,
	type RunningClock,
	whomItIsAbout,
} from "../difference/difference.ts";
import { type Standing, standingOf } from "../difference/standing.ts";
import { reportingOffice } from "../people/viewer.ts";
import {
	clockRule,
	fieldOf,
	isAside,
	type Protocol,
	type Side,
	type Step,
	type StepId,
	type Strength,
	stepOf,
	stepsHeld,
	strengthOf,
} from "../protocol/protocol.ts";
import { londonDay } from "../time.ts";

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
	/** When somebody first rang social care or the police about it; null while nobody did. */
	calledOn: IsoDay | null;
	/** When it was first said that a child is not safe; null where it never was. */
	notSafeOn: IsoDay | null;
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
	/** From when until when somebody was held to it, `until` null while they are: a date that nobody is asked to keep is nobody's. */
	held: { from: IsoDay; until: IsoDay | null };
	/** Days on which it stood still, from and until. */
	pauses: { from: IsoDay; until: IsoDay }[];
	/** How often its date was moved on somebody's decision. */
	extended: number;
	/** An old log told only whether it was in time: its days say nothing of how long it took. */
	isUndated?: true;
};

/** The stage of what was imported from a log that did not tell it. */
export const stageNotSaid = "not-said";

/** @param entries the whole record that `difference` adds up from */
export function factsOf(
	protocol: Protocol,
	difference: Difference,
	entries: RecordedEvent[],
): Facts {
	const { status } = difference;
	const intervals = intervalsIn(protocol, entries);
	return {
		raisedOn: londonDay(difference.raisedAt),
		receivedOn: receivedOn(protocol, difference),
		endedOn: status.is === "ended" ? londonDay(status.at) : null,
		ending: status.is === "ended" ? status.ending : null,
		stage: difference.stage,
		way: difference.way ?? null,
		people: peopleIn(protocol, difference),
		themes: themesIn(protocol, difference),
		choices: entries.flatMap((entry) => choicesIn(protocol, entry)),
		stages: difference.stages.map(({ stage, at, skipped }) => ({
			stage,
			on: londonDay(at),
			skipped,
		})),
		moves: difference.moves.map(({ move, at }) => ({ move, on: londonDay(at) })),
		done: difference.done.map((each) => ({
			step: each.step,
			outcome: each.outcome,
			on: londonDay(happenedAt(each)),
		})),
		clocks: difference.clocks.flatMap((clock) => counted(protocol, intervals, clock)),
		// A follow-up asks nobody for more than what is late already, so it is nobody's waiting time.
		owed: intervals
			.filter(({ step }) => !isAside(step) && step.kind !== "follow-up")
			.map(({ step, from, until }) => ({ side: step.by.side, from, until })),
		followed: intervals
			.filter(({ step, until, isDone }) => isAside(step) && (isDone || until === null))
			.map(({ step, from, until }) => ({ step: step.id, from, doneOn: until })),
		calledOn: firstDay(entries, ({ type }) => type === "urgent-contact-made"),
		notSafeOn: firstDay(entries, (entry) => saysNotSafe(protocol, entry)),
	};
}

/**
 * When something happened: what came on paper, when it was received. Nobody is waited for who had answered, and what follows
 * from the answer is owed from then on, as time limits count it.
 */
const happenedAt = ({ entered, at }: Pick<RecordedEvent, "entered" | "at">): string =>
	entered?.receivedAt ?? at;

function receivedOn(protocol: Protocol, { known }: Difference): IsoDay | null {
	const since = Object.values(protocol.roles)
		.filter((role) => role.office === reportingOffice)
		.flatMap(({ id }) => known[id] ?? [])
		.sort()[0];
	return since === undefined ? null : londonDay(since);
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
					? [{ field, option: answer, on: londonDay(happenedAt(entry)) }]
					: [],
			);

function counted(protocol: Protocol, intervals: Interval[], clock: RunningClock): CountedClock[] {
	const rule = clockRule(protocol, clock.clock);
	const strength = strengthOf(protocol, clock);
	const from = londonDay(clock.due.start);
	const until = clock.endedAt === undefined ? null : londonDay(clock.endedAt);
	const steps = rule ? stepsHeld(rule) : [];
	const started = londonDay(clock.startedAt);
	// What came on paper was done before its entry began it.
	const began = until !== null && until < started ? until : started;
	const owed = intervals.filter(
		({ step, until: over }) => steps.includes(step.id) && (over === null || over >= began),
	);
	const [first] = owed;
	// What is met was somebody's to keep, and what nobody's step ends is somebody's from the first.
	if (!first && steps.length > 0 && (until === null || clock.state === "dropped")) return [];
	const isOver =
		owed.length > 0 && owed.every(({ until: over, isDone }) => over !== null && !isDone);
	return [
		{
			clock: clock.clock,
			side: rule?.by?.side ?? null,
			strength,
			standing: standingOf(clock, strength),
			from,
			due: clock.due.day,
			until,
			held: {
				from: first && first.from > began ? first.from : began,
				until: isOver ? (owed.at(-1)?.until ?? null) : null,
			},
			pauses: clock.pauses.map((pause) => ({
				from: londonDay(pause.from),
				until: londonDay(pause.until),
			})),
			extended: clock.changes.filter(({ how }) => how === "extended").length,
		},
	];
}

/** From when until when somebody owed a step; `until` null while they do. */
type Interval = { step: Step; from: IsoDay; until: IsoDay | null; isDone: boolean };

function intervalsIn(protocol: Protocol, entries: RecordedEvent[]): Interval[] {
	const intervals: Interval[] = [];
	const open = new Map<StepId, IsoDay>();
	const close = (id: StepId, until: IsoDay | null, isDone: boolean) => {
		const from = open.get(id);
		open.delete(id);
		if (from === undefined) return;
		// What only the wait for the entry had opened was owed by nobody.
		const over = until !== null && until < from ? from : until;
		intervals.push({ step: stepOf(protocol, id), from, until: over, isDone });
	};
	for (const entry of entries) {
		const day = londonDay(happenedAt(entry));
		if (entry.type === "step-opened" && !open.has(entry.step)) open.set(entry.step, day);
		else if (entry.type === "step-done" || entry.type === "begun-elsewhere")
			close(entry.step, day, true);
		else if (entry.type === "step-dropped") close(entry.step, day, false);
	}
	for (const id of [...open.keys()]) close(id, null, false);
	return intervals.sort((one, other) => (one.from < other.from ? -1 : 1));
}

const firstDay = (
	entries: RecordedEvent[],
	is: (entry: RecordedEvent) => boolean,
): IsoDay | null => {
	const first = entries.find(is);
	return first ? londonDay(first.at) : null;
};

function saysNotSafe(protocol: Protocol, entry: RecordedEvent): boolean {
	if (entry.type === "safety-said") return !entry.safe;
	return Object.entries("answers" in entry ? entry.answers : {}).some(([id, answer]) => {
		const field = fieldOf(protocol, id);
		return field.type === "choice" && field["not-safe"]?.includes(String(answer)) === true;
	});
}
