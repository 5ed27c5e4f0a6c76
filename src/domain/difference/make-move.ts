import type { Actor } from "../access/viewer.ts";
import type { Answers } from "../protocol/answers.ts";
import { audienceOfMove, union } from "./audience.ts";
import type { Difference, Numbered } from "./difference.ts";
import { notOpen } from "./not-open.ts";
import { actsOpenTo } from "./open-to.ts";
import { checked } from "./raise.ts";
import type { Rules } from "./rules.ts";
import { Unfolding } from "./unfold.ts";

/**
 * Somebody makes a move that the protocol allows beside its steps: skips ahead, withdraws, asks for the Executive.
 *
 * @throws Refusal 'not-open' | 'wrong-answers'
 */
export function makeMove(
	rules: Rules,
	difference: Difference,
	given: { move: string; answers: Answers },
	by: Actor,
	now: Temporal.ZonedDateTime,
): Numbered[] {
	const { protocol } = rules;
	const open = actsOpenTo(protocol, difference, by).find(
		(act) => act.act === "move" && act.move.id === given.move,
	);
	if (open?.act !== "move") throw notOpen();
	const { move } = open;
	const answers = checked(rules, move.asks, given.answers, now);
	const unfolding = new Unfolding(rules, difference, now, {
		person: by.id,
		side: open.by.side,
	});
	unfolding.add(
		{ type: "move-made", move: move.id, answers },
		union(audienceOfMove(difference, move, open.by.side), move.sends?.to ?? []),
	);
	unfolding.send(move.sends);
	if (
		difference.status.is === "open" &&
		!move.leadsTo.some(({ go }) => go === "stay")
	)
		unfolding.dropStages();
	unfolding.follow(move.leadsTo);
	return unfolding.events;
}
