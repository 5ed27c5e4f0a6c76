import { Refusal } from "../../refusal.ts";
import { saidConflict } from "../told/kept-from.ts";
import type { Conflict } from "../who/conflicts.ts";

/**
 * What is said alike of an act that is done, not needed, not this person's, or not for them to know of; and to whoever a
 * conflict of interest keeps from what would be theirs, that it does.
 */
export const notOpen = (conflict?: Conflict): Refusal =>
	conflict
		? new Refusal("not-your-own", saidConflict(conflict))
		: new Refusal(
				"not-open",
				"This is not open to you. It may have been done already, or it may not be needed now.",
			);
