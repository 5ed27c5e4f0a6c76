import type { IsoDay } from "../calendar/iso-day.ts";
import type { Viewer } from "../people/viewer.ts";
import { Refusal } from "../refusal.ts";
import type { LearningAction } from "./learning-action.ts";
import { decidesOnReports, makesReports } from "./report-life.ts";

/** Who does an action, and by which day. */
export type OwnedAndDue = Pick<LearningAction, "agency" | "person" | "dueOn">;

/** That an action was given to somebody else, or moved to another day. */
export type ActionMove = {
	from: OwnedAndDue;
	to: OwnedAndDue;
	reason: string;
	by: string;
	on: IsoDay;
};

/** The office moves any action; whoever chairs the subgroup, those that it asked for. */
export const mayMoveAction = (
	{ askedBy, state }: Pick<LearningAction, "askedBy" | "state">,
	by: Pick<Viewer, "offices">,
): boolean =>
	state === "open" && (makesReports(by) || ("report" in askedBy && decidesOnReports(by)));

/**
 * @param before how it stands; `to` where it is to stand
 * @throws Refusal 'nothing-new' | 'reason-missing' | 'day-has-passed'
 */
export function checkMove(
	before: OwnedAndDue,
	to: { agency: { id: string }; person: { id: string } | null; dueOn: IsoDay },
	reason: string,
	today: IsoDay,
): void {
	const isAnotherDay = to.dueOn !== before.dueOn;
	const isAnothers = to.agency.id !== before.agency.id || to.person?.id !== before.person?.id;
	if (!isAnotherDay && !isAnothers)
		throw new Refusal("nothing-new", "Choose another day, or somebody else to do it.");
	if (reason === "") throw new Refusal("reason-missing", "Say why it moves.");
	// One that is late may be given to somebody else as it is: its day stays true.
	if (isAnotherDay && to.dueOn < today)
		throw new Refusal("day-has-passed", "The day by which it is to be done must not have passed.");
}
