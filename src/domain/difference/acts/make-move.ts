import type { Actor } from "../../people/viewer.ts";
import type { Answers } from "../../protocol/answers.ts";
import { asksOf, sentNow, takesThePlaceOfWhatIsOwed } from "../../protocol/protocol.ts";
import { Refusal } from "../../refusal.ts";
import { Transition } from "../consequences/transition.ts";
import { type Difference, knownThen, type RecordedEvent } from "../difference.ts";
import type { Rules } from "../rules.ts";
import { allowedActs, conflictIn, stepsThatLet } from "../who/may-act.ts";
import { audienceOfMove, keptToAny, union } from "../who/may-read.ts";
import { askedIn, checkAnswers } from "./check-answers.ts";
import { involve } from "./involve.ts";
import { notOpen } from "./not-open.ts";

/**
 * Somebody makes a move that the protocol allows beside its steps: skips ahead, withdraws, asks for the Executive.
 *
 * @throws Refusal 'not-open' | 'not-your-own' | 'unknown-outcome' | 'wrong-answers'
 */
export function makeMove(
	rules: Rules,
	difference: Difference,
	given: { move: string; outcome?: string | undefined; answers: Answers },
	by: Actor,
	now: Temporal.ZonedDateTime,
): RecordedEvent[] {
	const { protocol } = rules;
	const open = allowedActs(protocol, difference, by).find(
		(act) => act.act === "move" && act.move.id === given.move,
	);
	if (open?.act !== "move") {
		const asked = protocol.moves.find(({ id }) => id === given.move);
		throw notOpen(asked && conflictIn(protocol, difference, { move: asked }, by));
	}
	const { move } = open;
	const outcome =
		move.outcomes.length === 1
			? move.outcomes[0]
			: move.outcomes.find(({ id }) => id === given.outcome);
	if (!outcome) throw new Refusal("unknown-outcome", "Choose one of the outcomes.");
	const answers = checkAnswers(
		rules,
		askedIn(difference, asksOf(move, outcome), given.answers),
		given.answers,
		now,
	);
	const during = stepsThatLet(protocol, difference, move);
	const transition = new Transition(rules, difference, now, {
		by: { person: by.id, side: open.by.side },
		keptTo: keptToAny(during),
	});
	involve(transition, protocol, answers);
	const sends = sentNow(outcome.sends, knownThen(transition.difference, answers));
	transition.add(
		{
			type: "move-made",
			move: move.id,
			...(move.outcomes.length > 1 && { outcome: outcome.id }),
			answers,
		},
		union(audienceOfMove(difference, move, open.by.side), sends?.to ?? []),
	);
	transition.answered(answers);
	transition.send(sends);
	transition.copy(outcome.copies, outcome.sends);
	transition.happened({ is: "move", move: move.id });
	if (difference.status.is === "open" && takesThePlaceOfWhatIsOwed(protocol, outcome.leadsTo))
		transition.dropStages();
	// What is owed afterwards is somebody else's to do from now on.
	if (difference.status.is === "ended" && !outcome.leadsTo.some(({ go }) => go === "stay"))
		for (const { id } of during) transition.drop(id);
	transition.follow(outcome.leadsTo);
	return transition.events;
}
