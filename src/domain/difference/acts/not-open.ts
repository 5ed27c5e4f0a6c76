import { Refusal } from "../../refusal.ts";

/** What is said alike of an act that is done, not needed, not this person's, or not for them to know of. */
export const notOpen = (): Refusal =>
	new Refusal(
		"not-open",
		"This is not open to you. It may have been done already, or it may not be needed now.",
	);
