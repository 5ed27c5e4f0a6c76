import type { DueDate } from "../calendar/due-date.ts";
import {
	type EventName,
	type Protocol,
	type Step,
	stageTitle,
	stepOf,
	type Target,
} from "../protocol/protocol.ts";
import { beginning, type Difference } from "./difference.ts";
import type { Rules } from "./rules.ts";
import { Unfolding } from "./unfold.ts";

/** A date that would be set: who owes what by when, and why then. */
export type DateThen = { step: Step; due: DueDate };

/** Something that may happen: what it is called for clocks, and where it leads. */
type Happens = { event?: EventName | undefined; leadsTo: Target[] };

/**
 * The dates that would be set if something happened at this moment: “if I send this now, they must answer by …”.
 * A date that people still have to agree is none yet.
 *
 * @param difference as it stands
 */
export function datesThen(
	rules: Rules,
	difference: Difference,
	{ event, leadsTo }: Happens,
	now: Temporal.ZonedDateTime,
): DateThen[] {
	const unfolding = new Unfolding(rules, difference, now);
	if (event) unfolding.start(event);
	unfolding.follow(leadsTo);
	return unfolding.events.flatMap((each) =>
		each.type === "clock-started"
			? [{ step: stepHeld(rules.protocol, each.clock), due: each.due }]
			: [],
	);
}

const stepHeld = (protocol: Protocol, clock: string): Step =>
	stepOf(
		protocol,
		protocol.clocks.find(({ id }) => id === clock)?.step ?? clock,
	);

/** Something that may happen under a protocol, in no difference in particular. */
export type Occasion = Happens & {
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
export function occasions(
	rules: Rules,
	now: Temporal.ZonedDateTime,
): Occasion[] {
	const { protocol } = rules;
	const all: Occasion[] = [
		{
			id: "raise",
			title: `Raise a ${protocol.words.difference}`,
			leadsTo: [protocol.raise.start],
		},
		...protocol.stages
			.flatMap(({ steps }) => steps)
			.flatMap((step) =>
				step.outcomes.map((outcome) => ({
					id: `${step.id}.${outcome.id}`,
					title: step.title,
					say: step.outcomes.length > 1 ? outcome.say : undefined,
					stage: stageTitle(protocol, step.stage),
					event: `${step.id}.${outcome.id}`,
					leadsTo: outcome.leadsTo,
				})),
			),
		...protocol.moves.map(({ id, title, leadsTo }) => ({ id, title, leadsTo })),
	];
	return all.filter((each) => datesOn(rules, each, now).length > 0);
}

/** The dates that something sets when it happens at this moment, in no difference in particular. */
export const datesOn = (
	rules: Rules,
	occasion: Occasion,
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
		occasion,
		now,
	);
