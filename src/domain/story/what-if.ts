import type { DueDate } from "../calendar/due-date.ts";
import type { Limit } from "../calendar/limit.ts";
import { limitNow } from "../difference/consequences/clock-dates.ts";
import { beginning, type Difference } from "../difference/difference.ts";
import type { Rules } from "../difference/rules.ts";
import { type Clock, type Protocol, stageTitle, waysOf } from "../protocol/protocol.ts";
import { type Happens, Player } from "./player.ts";

/** A date that would be set: who must have done what by when, how long that is, and why then. */
export type DateThen = {
	clock: Clock;
	due: DueDate;
	/** Undefined for a day that people agreed. */
	length: Limit | undefined;
};

/**
 * The dates that would be set if something happened at this moment: “if I send this now, they must answer by …”.
 * A date that people still have to agree or to enter is none yet.
 *
 * @param difference as it stands
 */
export function datesThen(
	rules: Rules,
	difference: Difference,
	happening: Happens,
	now: Temporal.ZonedDateTime,
): DateThen[] {
	const player = new Player(rules, difference);
	return player.happens(happening, now).flatMap((each) => {
		const clock =
			each.type === "clock-started" && rules.protocol.clocks.find(({ id }) => id === each.clock);
		if (!clock) return [];
		const { limit } = clock;
		const length = "within" in limit ? limitNow(limit, player.difference) : undefined;
		return [{ clock, due: each.due, length }];
	});
}

/** Something that may happen under a protocol, in no difference in particular. */
export type PossibleEvent = Happens & {
	/** `formal-resolution.forward.forwarded`, a move’s name, or `raise` */
	id: string;
	/** The step or move: "Send the form to agency B" */
	title: string;
	/** How it ends, where it can end in several ways: "It needs to change first". */
	say?: string | undefined;
	/** "Stage 3: Formal resolution"; absent where it is of no one stage. */
	stage?: string | undefined;
};

/** Everything that sets a date under a protocol, in the order of its stages. */
export const happeningsWithDates = (rules: Rules, now: Temporal.ZonedDateTime): PossibleEvent[] =>
	everythingThatHappens(rules.protocol).filter((each) => datesOn(rules, each, now).length > 0);

const everythingThatHappens = (protocol: Protocol): PossibleEvent[] => [
	...waysOf(protocol).map(
		({ id, title, start }): PossibleEvent => ({
			id: id ? `raise.${id}` : "raise",
			title: title ?? `Raise a ${protocol.words.difference}`,
			is: { is: "raised" },
			leadsTo: start,
		}),
	),
	...[...protocol.stages, { id: undefined, steps: protocol.beside }].flatMap(({ id, steps }) =>
		steps.flatMap((step) =>
			step.outcomes.map(
				(outcome): PossibleEvent => ({
					id: `${step.id}.${outcome.id}`,
					title: step.title,
					say: step.outcomes.length > 1 ? outcome.say : undefined,
					stage: id && stageTitle(protocol, id),
					is: { is: "event", event: `${step.id}.${outcome.id}` },
					leadsTo: outcome.leadsTo,
				}),
			),
		),
	),
	...protocol.moves.flatMap((move) =>
		move.outcomes.map(
			(outcome): PossibleEvent => ({
				id: `${move.id}.${outcome.id}`,
				title: move.title,
				say: move.outcomes.length > 1 ? outcome.say : undefined,
				is: { is: "move", move: move.id },
				leadsTo: outcome.leadsTo,
			}),
		),
	),
];

/** The dates that something sets when it happens at this moment, in no difference in particular. */
export const datesOn = (
	rules: Rules,
	happening: PossibleEvent,
	now: Temporal.ZonedDateTime,
): DateThen[] =>
	datesThen(
		rules,
		beginning({
			id: "",
			reference: "",
			raisingAgency: "raising",
			receivingAgency: "receiving",
			raisedBy: "",
			raisedAt: now.toInstant().toString(),
		}),
		happening,
		now,
	);
