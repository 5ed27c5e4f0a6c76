import {
	saySafety as decideSafety,
	type SafetySaid,
} from "../domain/difference/acts/say-safety.ts";
import type { Difference } from "../domain/difference/difference.ts";
import type { App } from "./app.ts";
import { changeDifference } from "./change-difference.ts";
import type { ActOn } from "./hold-difference.ts";

/** Somebody who knows of a difference, also in an emergency alone, says whether the child is safe now. @throws Refusal as the rule does */
export const saySafety = (
	app: App,
	on: ActOn,
	given: SafetySaid,
): Promise<Difference | undefined> =>
	changeDifference(app, { ...on, asGuest: true }, (rules, difference, now) =>
		decideSafety(rules, difference, given, on.by, now),
	);
