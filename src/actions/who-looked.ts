import { seesAllReading, seesOwnReading } from "../domain/people/record-watch.ts";
import { type Pointed, pointOut } from "../domain/people/unusual-reading.ts";
import type { Viewer } from "../domain/people/viewer.ts";
import { transact } from "../store/db.ts";
import { listPeople, type Person } from "../store/people.ts";
import {
	addFound,
	addReading,
	type Looked,
	listReadingHours,
	listWhoLooked,
} from "../store/readings.ts";
import { findByReference, listReferences } from "../store/references.ts";
import type { App } from "./app.ts";
import { openDifference } from "./open-difference.ts";
import { partnershipClock } from "./partnership-clock.ts";

/** So many days of one person are listed on the page. */
export const mostLookedShown = 500;
/** So far back is looked at for what stands out, in days. */
export const pointedOutForDays = 30;

/** Who looked at a difference; `all`, or of the reader’s own agency alone. */
export type WhoLooked = { id: string; reference: string; all: boolean; looked: Looked[] };

/**
 * Who looked at a difference, as far as somebody is told: all of it for the data protection officer, who need not be able to open
 * it; their own agency’s people for those who answer for an agency in it. That they asked is a reading too.
 *
 * @param most so many days of one person at most; null for all of them
 * @returns undefined where they are told nothing
 */
export async function whoLookedAt(
	app: App,
	viewer: Viewer,
	id: string,
	most: number | null,
): Promise<WhoLooked | undefined> {
	const what = "who-looked";
	const looked = (agency: string | undefined) =>
		listWhoLooked(app.db, viewer.partnershipId, { difference: id, agency, most });
	if (seesAllReading(viewer)) {
		const reference = (await listReferences(app.db, viewer, [id])).get(id);
		if (reference === undefined) return undefined;
		await transact(app.db, async (trx) => {
			const { now } = await partnershipClock(app, trx, viewer.partnershipId);
			await addReading(trx, viewer, { differenceId: id, what, at: now.toInstant().toString() });
		});
		return { id, reference, all: true, looked: await looked(undefined) };
	}
	if (!seesOwnReading(viewer)) return undefined;
	const opened = await openDifference(app, viewer, id, what);
	return (
		opened && {
			id,
			reference: opened.header.reference,
			all: false,
			looked: await looked(viewer.agencyId),
		}
	);
}

/** What stands out, with the people and differences it is about by name and reference. */
export type PointedOut = Omit<Pointed, "person" | "differences"> & {
	person: Person | undefined;
	differences: { id: string; reference: string }[];
};

/** What stands out in who looked at what lately, for the data protection officer; undefined for anybody else. */
export async function unusualReading(app: App, viewer: Viewer): Promise<PointedOut[] | undefined> {
	if (!seesAllReading(viewer)) return undefined;
	const { now } = await partnershipClock(app, app.db, viewer.partnershipId);
	const since = now.subtract({ days: pointedOutForDays }).toInstant().toString();
	const pointed = pointOut(await listReadingHours(app.db, viewer.partnershipId, since));
	const people = new Map(
		(
			await transact(app.db, (trx) =>
				listPeople(trx, [...new Set(pointed.map(({ person }) => person))]),
			)
		).map((person) => [person.id, person]),
	);
	const references = await listReferences(app.db, viewer, [
		...new Set(pointed.flatMap(({ differences }) => differences)),
	]);
	return pointed.map((each) => ({
		...each,
		person: people.get(each.person),
		differences: each.differences.map((id) => ({ id, reference: references.get(id) ?? "" })),
	}));
}

/** The difference of a reference, for the data protection officer, who looks up who looked at it. */
export const findForOfficer = async (
	app: App,
	viewer: Viewer,
	reference: string,
): Promise<string | undefined> =>
	seesAllReading(viewer) ? findByReference(app.db, viewer.partnershipId, reference) : undefined;

/** Notes which differences somebody was shown who looked for a child: that is a reading too. */
export const noteFound = (
	app: App,
	viewer: Viewer,
	differences: readonly string[],
	now: Temporal.ZonedDateTime,
): Promise<void> =>
	transact(app.db, (trx) => addFound(trx, viewer, differences, now.toInstant().toString()));
