import { makeMove as decideMove } from "../domain/difference/acts/make-move.ts";
import type { Difference } from "../domain/difference/difference.ts";
import type { Answers } from "../domain/protocol/answers.ts";
import type { App } from "./app.ts";
import { changeDifference } from "./change-difference.ts";
import type { ActOn } from "./hold-difference.ts";

/** Somebody makes a move that the protocol allows beside its steps. @throws Refusal as the rule of that name and `checkFiles` */
export const makeMove = (
	app: App,
	on: ActOn,
	given: { move: string; outcome?: string | undefined; answers: Answers },
): Promise<Difference | undefined> =>
	changeDifference(
		app,
		on,
		(rules, difference, now) => decideMove(rules, difference, given, on.by, now),
		{ page: given.move, isShared: false },
	);
