import { sayDate } from "../../calendar/day-in-words.ts";
import type { IsoDay } from "../../calendar/iso-day.ts";
import { type Protocol, type Stage, stepOf } from "../../protocol/protocol.ts";
import { londonDay } from "../../time.ts";
import type { Difference } from "../difference.ts";

/** One stage of the protocol, as a difference stands to it. */
export type StageSoFar = {
	stage: Stage;
	/**
	 * `ended` is where it ended before the stage had done what it is for; `left` was left in that way, by a move.
	 * `skipped` was passed over; `not-used` did not have to be: it is discretionary or of another track.
	 * `earlier` lies before what the reader was told of, and may or may not have been used.
	 */
	state: "done" | "current" | "ended" | "left" | "not-reached" | "skipped" | "not-used" | "earlier";
	/**
	 * "30 March to 2 April", "2 to 5 April", "since 9 April 2026"; absent where the reader may not know. Where all are of one year, only the
	 * last of them says it.
	 */
	dates?: string | undefined;
	/** Of a stage that is repeated: at whom it is now, and which of how many that is. */
	round?: string | undefined;
};

/**
 * The stages of the protocol in order, with where the difference stands. A track that it never was on is left
 * out. A side that learned of it late sees the stages before as done, without their dates, unless the form
 * says that they were left out; where there were several ways to come so far, only that they lie before.
 */
export function stagesSoFar(protocol: Protocol, difference: Difference): StageSoFar[] {
	const order = protocol.stages.map(({ id }) => id);
	const now = order.indexOf(difference.stage);
	const wasSkipped = difference.moves.some(
		({ move }) => protocol.moves.find(({ id }) => id === move)?.skips,
	);
	// A stage that was left at once by a skip was not gone through.
	const entered = (id: string) =>
		(!wasSkipped && difference.stages.some(({ stage }) => stage === id)) ||
		difference.done.some(({ step }) => stepOf(protocol, step).stage === id);
	const here = protocol.stages[now];
	const state = (stage: Stage, index: number): StageSoFar["state"] => {
		if (stage === here) {
			if (difference.status.is === "open") return "current";
			return endedByAStep(protocol, difference, stage) ? "done" : "ended";
		}
		if (entered(stage.id)) return wasLeftByMove(difference, stage) ? "left" : "done";
		if (index > now) return "not-reached";
		return before(protocol, difference, stage, here, wasSkipped);
	};
	const shown = protocol.stages.flatMap((stage, index) => {
		const isElsewhere =
			stage.track !== undefined && stage.track !== here?.track && !entered(stage.id);
		if (isElsewhere) return [];
		const stands = state(stage, index);
		return [
			{
				stage,
				state: stands,
				days: wasIn.includes(stands) ? daysIn(difference, stage.id) : undefined,
				...(stage.each.length > 0 && {
					round: roundOf(protocol, difference, stage),
				}),
			},
		];
	});
	const days = shown.flatMap((each) => each.days ?? []);
	const years = new Set(days.flatMap(({ from, until }) => [from, until ?? from]).map(yearOf));
	const last = days.at(-1);
	return shown.map(({ days, ...each }) => ({
		...each,
		dates: days && sayDays(days, { withYear: years.size > 1 || days === last }),
	}));
}

/** The states of a stage that it stood in. */
const wasIn: StageSoFar["state"][] = ["done", "current", "ended", "left"];

/** Whether what ended it was a step of the stage, and not a move beside the steps or time that ran out. */
const endedByAStep = (protocol: Protocol, difference: Difference, stage: Stage): boolean =>
	difference.status.is === "ended" &&
	wasStepOf(protocol, stage, lastActAt(difference, difference.status.at));

/** Whether a move took it out of the stage, the last time that it was in it. */
function wasLeftByMove(difference: Difference, { id }: Stage): boolean {
	const { stages } = difference;
	const next = stages[stages.findLastIndex(({ stage }) => stage === id) + 1];
	const act = next && lastActAt(difference, next.at);
	return act !== undefined && "move" in act;
}

/** What was done last at a moment, a step or a move; undefined when time alone brought about what happened then. */
const lastActAt = ({ done, moves }: Difference, moment: string) =>
	[...done, ...moves]
		.filter(({ at }) => at === moment)
		.toSorted((one, other) => one.seq - other.seq)
		.at(-1);

const wasStepOf = (protocol: Protocol, { id }: Stage, act: ReturnType<typeof lastActAt>): boolean =>
	act !== undefined && "step" in act && stepOf(protocol, act.step).stage === id;

/** What became of a stage that lies before the present one and that the reader does not know to have been entered. */
function before(
	protocol: Protocol,
	difference: Difference,
	stage: Stage,
	here: Stage | undefined,
	wasSkipped: boolean,
): StageSoFar["state"] {
	const isNamedSkipped = difference.stages.some(({ skipped }) => skipped.includes(stage.id));
	if (isNamedSkipped) return "skipped";
	const mayBeLeftOut = stage.discretionary || stage.track !== here?.track;
	// What was done before a form came on paper stands on the form.
	const knowsTheStart = difference.enteredAt !== undefined && !difference.beganOnPaper;
	if (mayBeLeftOut) return knowsTheStart ? "not-used" : "earlier";
	if (wasSkipped) return "skipped";
	if (knowsTheStart) return "not-used";
	const hasOneWay =
		protocol.raise.ways.length === 0 && protocol.stages.every(({ track }) => track === undefined);
	return hasOneWay ? "done" : "earlier";
}

type Days = { from: IsoDay; until: IsoDay | undefined };

/** From when until when it stood in a stage, the last time that it was entered. */
function daysIn(difference: Difference, id: string): Days | undefined {
	const { stages, status } = difference;
	const last = stages.findLastIndex(({ stage }) => stage === id);
	const from = stages[last]?.at;
	if (!from) return undefined;
	const until = stages[last + 1]?.at ?? (status.is === "ended" ? status.at : undefined);
	return { from: londonDay(from), until: until && londonDay(until) };
}

function sayDays({ from, until }: Days, { withYear }: { withYear: boolean }): string {
	const say = (day: IsoDay) => (withYear ? sayDate(day) : sayDate(day).replace(/ \d{4}$/, ""));
	if (!until) return `since ${say(from)}`;
	if (from === until) return say(from);
	// What both days have in common is said once.
	const [day, month, year] = sayDate(from).split(" ");
	const inYear = from.slice(0, 7) === until.slice(0, 7) ? day : `${day} ${month}`;
	const first = yearOf(from) === yearOf(until) ? inYear : `${day} ${month} ${year}`;
	return `${first} to ${say(until)}`;
}

const yearOf = (day: IsoDay): string => day.slice(0, 4);

/** "manager, 1 of 3" */
function roundOf(
	{ roles }: Protocol,
	difference: Difference,
	{ id, steps, each }: Stage,
): string | undefined {
	const step =
		difference.open.find((open) => steps.some((one) => one.id === open.step))?.step ??
		difference.done.findLast((done) => steps.some((one) => one.id === done.step))?.step;
	const at = each.findIndex((role) =>
		steps.some((one) => one.id === step && one.name === `${one.writtenAs}-${role}`),
	);
	const role = each[at];
	return role && difference.stages.some(({ stage }) => stage === id)
		? `${roles[role]?.called ?? role}, ${at + 1} of ${each.length}`
		: undefined;
}
