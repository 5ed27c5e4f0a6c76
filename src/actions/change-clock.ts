import type { DueDate } from "../domain/calendar/due-date.ts";
import {
	type ChangeOfClock,
	changeClock as decideChange,
} from "../domain/difference/acts/change-clock.ts";
import type { Difference } from "../domain/difference/difference.ts";
import type { WayToChange } from "../domain/difference/who/may-act.ts";
import type { Viewer } from "../domain/people/viewer.ts";
import { transact } from "../store/db.ts";
import type { App } from "./app.ts";
import { changeDifference } from "./change-difference.ts";
import { type ActOn, holdDifference } from "./hold-difference.ts";

/** What the draft of a change is kept under: no step and no move has a name like it. */
export const changePage = (clock: string, how: WayToChange): string => `clock.${clock}.${how}`;

/** Somebody with the right moves the date of a clock, or lets it stand still or run on. @throws Refusal as the rule of that name and `checkFiles` */
export const changeClock = (
	app: App,
	on: ActOn,
	given: ChangeOfClock,
): Promise<Difference | undefined> =>
	changeDifference(
		app,
		on,
		(rules, difference, now) => decideChange(rules, difference, given, on.by, now),
		{ page: changePage(given.clock, given.how), isShared: false },
	);

/**
 * The date that a clock would have after a change. Nothing is changed.
 *
 * @returns undefined when the difference does not exist, `by` may not know of it, or no date moves
 * @throws Refusal as `changeClock`
 */
export const dueAfterChange = (
	app: App,
	by: Viewer,
	id: string,
	given: ChangeOfClock,
): Promise<DueDate | undefined> =>
	transact(app.db, async (trx) => {
		const held = await holdDifference(app, trx, id, { partnershipId: by.partnershipId, by });
		if (!held) return undefined;
		const changed = decideChange(held.rules, held.before, given, by, held.here.now).find(
			({ type }) => type === "clock-changed",
		);
		return changed?.type === "clock-changed" ? changed.due : undefined;
	});
