import {
	declareConflict as decideConflict,
	takeBackConflict as decideOver,
	type SaysConflict,
} from "../domain/difference/acts/declare-conflict.ts";
import type { Difference } from "../domain/difference/difference.ts";
import type { App } from "./app.ts";
import { changeDifference } from "./change-difference.ts";
import type { ActOn } from "./hold-difference.ts";

/** Somebody says that they, or another, have a conflict of interest. @throws Refusal as the rule does */
export const declareConflict = (
	app: App,
	on: ActOn,
	said: SaysConflict,
): Promise<Difference | undefined> =>
	changeDifference(app, on, (rules, difference, now) =>
		decideConflict(rules, difference, said, on.by, now),
	);

/** It is taken back. @throws Refusal as the rule does */
export const takeBackConflict = (
	app: App,
	on: ActOn,
	said: SaysConflict,
): Promise<Difference | undefined> =>
	changeDifference(app, on, (rules, difference, now) =>
		decideOver(rules, difference, said, on.by, now),
	);
