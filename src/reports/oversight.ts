import type { IsoDay } from "../domain/calendar/iso-day.ts";
import { type Overseen, type Oversight, oversee } from "../domain/learning/oversight.ts";
import type { Viewer } from "../domain/people/viewer.ts";
import type { Protocol } from "../domain/protocol/protocol.ts";
import { eachCounted } from "../store/counted.ts";
import { listReferences } from "../store/references.ts";
import { listVisibleOf } from "../store/search.ts";
import { protocolsInUse, type Reading } from "./log-of-forms.ts";

/** What somebody oversees, with the references of what is named in it and which of these they may open. */
export type OversightRead = Oversight & {
	/** How many are open that the Business Unit was sent, and how many are between the agencies alone. */
	open: number;
	informal: number;
	references: ReadonlyMap<string, string>;
	visible: ReadonlySet<string>;
};

/**
 * What was sent to the Business Unit, as it is overseen: what is between the agencies alone is counted and no more.
 *
 * @param since ISO day from which what was skipped, and what it was about, count
 * @param inWords a protocol in the words in which its reader is told of it
 */
export async function oversightOf(
	reading: Reading,
	viewer: Viewer,
	since: IsoDay,
	today: IsoDay,
	inWords: (protocol: Protocol) => Protocol,
): Promise<OversightRead> {
	const { db } = reading;
	const protocols = await protocolsInUse(reading, viewer.partnershipId);
	const calendars = await reading.calendars.in(db, viewer.partnershipId);
	const names = [...new Set([...protocols.values()].map(({ id }) => id))];
	const all: Overseen[] = [];
	for (const protocol of names) {
		const counted = eachCounted(db, viewer.partnershipId, {
			protocol,
			openSince: since,
			period: { from: since, until: today },
		});
		for await (const rows of counted)
			for (const { id, versionId, facts } of rows) {
				// What was imported from an old log ran under no version, and is not there to oversee.
				const protocol = versionId === null ? undefined : protocols.get(versionId);
				if (protocol)
					all.push({ id, protocol: inWords(protocol), calendar: calendars.for(protocol), facts });
			}
	}
	const received = all.filter(({ facts }) => facts.receivedOn !== null);
	const found = oversee(received, since, today);
	const named = [
		...new Set([found.late, found.notSaid, found.stuck, found.skipped].flat().map(({ id }) => id)),
	];
	const isOpen = ({ facts }: Overseen) => facts.endedOn === null;
	const references = await listReferences(db, viewer, named);
	// What is sealed from them is counted and no more.
	const known = <Row extends { id: string }>(rows: Row[]) =>
		rows.filter(({ id }) => references.has(id));
	return {
		...found,
		late: known(found.late),
		notSaid: known(found.notSaid),
		stuck: known(found.stuck),
		skipped: known(found.skipped),
		open: received.filter(isOpen).length,
		informal: all.filter((one) => isOpen(one) && one.facts.receivedOn === null).length,
		references,
		visible: new Set((await listVisibleOf(db, viewer, named)).map(({ id }) => id)),
	};
}
