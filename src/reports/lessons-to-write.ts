import type { IsoDay } from "../domain/calendar/iso-day.ts";
import { lessonField } from "../domain/learning/lesson.ts";
import { lastPeriod, monthsOf } from "../domain/learning/period.ts";
import type { Viewer } from "../domain/people/viewer.ts";
import { listLessons, listSaidAfterwards } from "../store/lessons.ts";
import { listVisibleOf } from "../store/search.ts";
import { protocolsInUse, type Reading } from "./log-of-forms.ts";

/** A difference of which somebody said what was learned, in the protocol's step alone. */
export type LessonToWrite = { id: string; reference: string; said: string; on: IsoDay };

/**
 * What was learned and said in the protocol's step without a lesson beside it, since the first day of the last period that
 * is over: the report tells it without what happened. The latest comes first.
 *
 * @param today ISO day
 */
export async function lessonsToWrite(
	reading: Reading,
	viewer: Viewer,
	today: IsoDay,
): Promise<LessonToWrite[]> {
	const { db } = reading;
	const { partnershipId } = viewer;
	const protocols = [...(await protocolsInUse(reading, partnershipId)).values()];
	const latest = new Map(protocols.map((protocol) => [protocol.id, protocol]));
	const said: Omit<LessonToWrite, "reference">[] = [];
	for (const { id, report } of latest.values()) {
		const since = lastPeriod(today, monthsOf(report?.every)).from;
		for (const each of await listSaidAfterwards(db, partnershipId, id, [lessonField]))
			if (each.on >= since) said.push({ id: each.differenceId, said: each.text, on: each.on });
	}
	if (said.length === 0) return [];
	const written = new Set(
		(await listLessons(db, partnershipId)).map(({ differenceId }) => differenceId),
	);
	const missing = said.filter(({ id }) => !written.has(id));
	const visible = await listVisibleOf(
		db,
		viewer,
		missing.map(({ id }) => id),
	);
	const references = new Map(visible.map(({ id, reference }) => [id, reference]));
	return missing
		.flatMap((each) => {
			const reference = references.get(each.id);
			return reference === undefined ? [] : [{ ...each, reference }];
		})
		.sort((one, other) => other.on.localeCompare(one.on));
}
