import { doStep, type StepDone } from "../domain/difference/acts/do-step.ts";
import type { Difference } from "../domain/difference/difference.ts";
import type { App } from "./app.ts";
import { changeDifference } from "./change-difference.ts";
import type { ActOn } from "./hold-difference.ts";

/** Somebody does a step that is open; the draft of it has served. @throws Refusal as `doStep` and `checkFiles` */
export const completeStep = (
	app: App,
	on: ActOn,
	given: StepDone,
): Promise<Difference | undefined> =>
	changeDifference(
		app,
		on,
		(rules, difference, now) => doStep(rules, difference, given, on.by, now),
		{ page: given.step, isShared: true },
	);
