import type { IsoDay } from "../domain/calendar/iso-day.ts";
import { stepsOnWhatChanged } from "../domain/learning/what-changed.ts";
import type { Viewer } from "../domain/people/viewer.ts";
import { stepOf } from "../domain/protocol/protocol.ts";
import { listFollowedOpen } from "../store/counted.ts";
import type { Reading } from "./log-of-forms.ts";

/** What an agency was asked after the end and has not said yet. */
export type OwedAfterTheEnd = {
	id: string;
	reference: string;
	/** The agency that raised it, which is asked. */
	agency: string;
	what: string;
	askedOn: IsoDay;
	/** Null where no time limit runs. */
	dueOn: IsoDay | null;
};

/**
 * Who owes it to say what changed, in what the office was sent: that it is owed, and not what will be said. That which was
 * asked longest ago comes first.
 */
export async function whatChangedOwed(
	{ db, protocols }: Pick<Reading, "db" | "protocols">,
	viewer: Viewer,
): Promise<OwedAfterTheEnd[]> {
	const owed: OwedAfterTheEnd[] = [];
	for (const each of await listFollowedOpen(db, viewer)) {
		const protocol = await protocols.version(db, each.versionId);
		const asking = stepsOnWhatChanged(protocol);
		for (const { step, from, doneOn } of each.followed)
			if (doneOn === null && asking.includes(step))
				owed.push({
					id: each.id,
					reference: each.reference,
					agency: each.raising,
					what: stepOf(protocol, step).title,
					askedOn: from,
					dueOn: each.clocks.findLast(({ clock }) => clock === step)?.due ?? null,
				});
	}
	return owed.sort((one, other) => one.askedOn.localeCompare(other.askedOn));
}
