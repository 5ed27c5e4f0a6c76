import type { Actor } from "../../people/viewer.ts";
import type { Answers } from "../../protocol/answers.ts";
import { asksOf, isAside, type Protocol, stepOf, type Target } from "../../protocol/protocol.ts";
import { Refusal } from "../../refusal.ts";
import { Unfolding } from "../consequences/transition.ts";
import type { Difference, Numbered } from "../difference.ts";
import type { Rules } from "../rules.ts";
import { actsOpenTo } from "../who/may-act.ts";
import { audienceOfMove, union } from "../who/may-read.ts";
import { notOpen } from "./not-open.ts";
import { checked } from "./raise.ts";

/**
 * Somebody makes a move that the protocol allows beside its steps: skips ahead, withdraws, asks for the Executive.
 *
 * @throws Refusal 'not-open' | 'unknown-outcome' | 'wrong-answers'
 */
export function makeMove(
	rules: Rules,
	difference: Difference,
	given: { move: string; outcome?: string | undefined; answers: Answers },
	by: Actor,
	now: Temporal.ZonedDateTime,
): Numbered[] {
	const { protocol } = rules;
	const open = actsOpenTo(protocol, difference, by).find(
		(act) => act.act === "move" && act.move.id === given.move,
	);
	if (open?.act !== "move") throw notOpen();
	const { move } = open;
	const outcome =
		move.outcomes.length === 1
			? move.outcomes[0]
			: move.outcomes.find(({ id }) => id === given.outcome);
	if (!outcome) throw new Refusal("unknown-outcome", "Choose one of the outcomes.");
	const answers = checked(rules, asksOf(move, outcome), given.answers, now);
	const unfolding = new Unfolding(rules, difference, now, {
		person: by.id,
		side: open.by.side,
	});
	unfolding.add(
		{
			type: "move-made",
			move: move.id,
			...(move.outcomes.length > 1 && { outcome: outcome.id }),
			answers,
		},
		union(audienceOfMove(difference, move, open.by.side), outcome.sends?.to ?? []),
	);
	unfolding.answered(answers);
	unfolding.send(outcome.sends);
	unfolding.copy(outcome.copies, outcome.sends);
	unfolding.happened({ is: "move", move: move.id });
	if (difference.status.is === "open" && takesThePlaceOfWhatIsOwed(protocol, outcome.leadsTo))
		unfolding.dropStages();
	unfolding.follow(outcome.leadsTo);
	return unfolding.events;
}

/** A move leaves what is owed as it is when it only stays, or opens what stands beside the stages. */
export const takesThePlaceOfWhatIsOwed = (protocol: Protocol, leadsTo: Target[]): boolean =>
	!leadsTo.some(({ go }) => go === "stay") &&
	leadsTo.some((target) => target.go !== "step" || !isAside(stepOf(protocol, target.step)));
