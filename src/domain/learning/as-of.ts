import type { IsoDay } from "../calendar/iso-day.ts";
import { standingOf } from "../difference/standing.ts";
import type { CountedClock, Facts } from "./facts.ts";

/**
 * What was known at the end of a day, so that a period's figures are the same however late they are made. What was put
 * right since, such as a theme or the date of a limit, counts as it stands: it was so then too.
 *
 * @param last the last day in it, for whoever knows it
 * @returns undefined where it had not been raised yet
 */
export function asOf(
	facts: Facts,
	day: IsoDay,
	last: IsoDay = lastDayIn(facts),
): Facts | undefined {
	if (facts.raisedOn > day) return undefined;
	// All of it had happened, as with most of what an earlier period is compared by.
	if (last <= day && facts.clocks.every(({ until }) => until !== null)) return facts;
	const isSoFar = ({ on }: { on: IsoDay }) => on <= day;
	const hasEnded = facts.endedOn !== null && facts.endedOn <= day;
	const stages = facts.stages.filter(isSoFar);
	return {
		...facts,
		receivedOn: soFar(facts.receivedOn, day),
		endedOn: hasEnded ? facts.endedOn : null,
		ending: hasEnded ? facts.ending : null,
		stage: stages.at(-1)?.stage ?? facts.stage,
		stages,
		choices: facts.choices.filter(isSoFar),
		moves: facts.moves.filter(isSoFar),
		done: facts.done.filter(isSoFar),
		clocks: facts.clocks.flatMap((clock) => clockAsOf(clock, day)),
		calledOn: soFar(facts.calledOn, day),
		notSafeOn: soFar(facts.notSafeOn, day),
		owed: facts.owed
			.filter(({ from }) => from <= day)
			.map((each) => ({ ...each, until: soFar(each.until, day) })),
		followed: facts.followed
			.filter(({ from }) => from <= day)
			.map((each) => ({ ...each, doneOn: soFar(each.doneOn, day) })),
	};
}

/** The last day that the facts name, be it a date to which somebody is held. */
export function lastDayIn(facts: Facts): IsoDay {
	let last = facts.raisedOn;
	const see = (day: IsoDay | null) => {
		if (day !== null && day > last) last = day;
	};
	const { receivedOn, endedOn, calledOn, notSafeOn, choices, stages, moves, done } = facts;
	for (const day of [receivedOn, endedOn, calledOn, notSafeOn]) see(day);
	for (const each of [choices, stages, moves, done]) for (const { on } of each) see(on);
	for (const { from, until } of facts.owed) {
		see(from);
		see(until);
	}
	for (const { from, doneOn } of facts.followed) {
		see(from);
		see(doneOn);
	}
	for (const { from, due, until, held, pauses } of facts.clocks) {
		for (const day of [from, due, until, held.from, held.until]) see(day);
		for (const pause of pauses) see(pause.until);
	}
	return last;
}

const soFar = (on: IsoDay | null, day: IsoDay): IsoDay | null =>
	on !== null && on <= day ? on : null;

function clockAsOf(clock: CountedClock, day: IsoDay): CountedClock[] {
	if (clock.until !== null && clock.until <= day) return [clock];
	const { held, due, standing, strength, pauses } = clock;
	if (held.from > day || (held.until !== null && held.until <= day)) return [];
	return [
		{
			...clock,
			until: null,
			held: { ...held, until: null },
			pauses: pauses
				.filter(({ from }) => from <= day)
				.map(({ from, until }) => ({ from, until: until < day ? until : day })),
			standing:
				standing === "paused"
					? "paused"
					: standingOf({ state: due < day ? "ran-out" : "running" }, strength),
		},
	];
}
