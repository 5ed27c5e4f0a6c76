import type { Calendar } from "../calendar/calendar.ts";
import type { IsoDay } from "../calendar/iso-day.ts";
import { workingDaysBetween } from "../calendar/working-days.ts";
import { headOf, reportingOffice, type Viewer } from "../people/viewer.ts";
import {
	bindingOf,
	clockRule,
	type Protocol,
	type Side,
	stageTitle,
} from "../protocol/protocol.ts";
import type { Facts } from "./facts.ts";

/** The office of whoever oversees independently how differences are resolved. */
export const scrutineer = "scrutineer";

/** Whoever oversees reads counts and references of all that the Business Unit was sent, and opens only what they were given. */
export const mayOversee = ({ offices }: Pick<Viewer, "offices">): boolean =>
	[scrutineer, headOf(reportingOffice)].some((office) => offices.includes(office));

/** One difference as it is overseen: nothing in it names a person or tells a story. */
export type Overseen = { id: string; protocol: Protocol; calendar: Calendar; facts: Facts };

/** How many working days nothing has happened in one that is stuck. */
export const stuckAfter = 20;

export type Oversight = {
	/** Time limits that are past and still not met, the latest first. */
	late: { id: string; what: string; side: Side | null; due: IsoDay; workingDays: number }[];
	/** Open ones in which nobody did anything for long, that longest first. */
	stuck: { id: string; stage: string; since: IsoDay; workingDays: number }[];
	/** Those in which stages were passed over, with which. */
	skipped: { id: string; stages: string[]; on: IsoDay }[];
	/** What those were about that were raised since the day, the most frequent first. */
	themes: { theme: string; count: number }[];
};

/**
 * What is late, stuck and skipped, and what differences are about.
 *
 * @param since ISO day: what was skipped and what it was about count from then on; what is late or stuck counts today
 */
export function oversee(all: readonly Overseen[], since: IsoDay, today: IsoDay): Oversight {
	const open = all.filter(({ facts }) => facts.endedOn === null);
	const themes = new Map<string, number>();
	for (const { protocol, facts } of all)
		if (facts.raisedOn >= since)
			for (const theme of facts.themes) {
				const called = protocol.themes[theme] ?? theme;
				themes.set(called, (themes.get(called) ?? 0) + 1);
			}
	return {
		late: all
			.flatMap(({ id, protocol, calendar, facts }) =>
				facts.clocks.filter(isMissedAndOpen(today)).map(({ clock, side, due }) => ({
					id,
					what: clockRule(protocol, clock)?.title ?? clock,
					side,
					due,
					workingDays: workingDaysBetween(due, today, calendar),
				})),
			)
			.sort((one, other) => one.due.localeCompare(other.due)),
		stuck: open
			.map(({ id, protocol, calendar, facts }) => {
				const lastDay = lastActOn(facts);
				return {
					id,
					stage: stageTitle(protocol, facts.stage),
					since: lastDay,
					workingDays: workingDaysBetween(lastDay, today, calendar),
				};
			})
			.filter(({ workingDays }) => workingDays >= stuckAfter)
			.sort((one, other) => one.since.localeCompare(other.since)),
		skipped: all
			.flatMap(({ id, protocol, facts }) =>
				facts.stages
					.filter(({ on, skipped }) => on >= since && skipped.length > 0)
					.map(({ on, skipped }) => ({
						id,
						stages: skipped.map((stage) => stageTitle(protocol, stage)),
						on,
					})),
			)
			.sort((one, other) => other.on.localeCompare(one.on)),
		themes: [...themes]
			.map(([theme, count]) => ({ theme, count }))
			.sort((one, other) => other.count - one.count || one.theme.localeCompare(other.theme)),
	};
}

/** A limit, not a target, that somebody is held to and did not keep, and has not met since. */
const isMissedAndOpen =
	(today: IsoDay) =>
	({ strength, until, held, due, standing }: Facts["clocks"][number]): boolean =>
		bindingOf(strength) === "limit" &&
		until === null &&
		held.until === null &&
		standing !== "paused" &&
		due < today;

/** When somebody last did something in it, as far as it is counted. */
const lastActOn = ({ raisedOn, stages, moves, done }: Facts): IsoDay =>
	[raisedOn, ...[...stages, ...moves, ...done].map(({ on }) => on)].sort().at(-1) ?? raisedOn;
