import type { IsoDay } from "../domain/calendar/iso-day.ts";
import { stepsOnWhatChanged } from "../domain/learning/what-changed.ts";
import type { Viewer } from "../domain/people/viewer.ts";
import { stepOf } from "../domain/protocol/protocol.ts";
import { listFollowedOpen } from "../store/counted.ts";
import type { PartOf, WhichPart } from "../store/where-to-look.ts";
import { protocolsInUse, type Reading } from "./log-of-forms.ts";

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
 * Who owes it to say what changed, in what the office was sent: that it is owed, and not what will be said. The differences come
 * first in which something has been open longest.
 */
export async function whatChangedOwed(
	reading: Reading,
	viewer: Viewer,
	which: WhichPart,
): Promise<PartOf<OwedAfterTheEnd>> {
	const versions = await protocolsInUse(reading, viewer.partnershipId);
	const asking = Object.fromEntries(
		[...versions].map(([version, protocol]) => [version, stepsOnWhatChanged(protocol)]),
	);
	const { rows, ...counted } = await listFollowedOpen(reading.db, viewer, asking, which);
	return {
		...counted,
		rows: rows.flatMap(({ id, reference, raising: agency, versionId, step, from, clocks }) => {
			const protocol = versions.get(versionId);
			return protocol === undefined
				? []
				: [
						{
							id,
							reference,
							agency,
							what: stepOf(protocol, step).title,
							askedOn: from,
							dueOn: clocks.findLast(({ clock }) => clock === step)?.due ?? null,
						},
					];
		}),
	};
}
