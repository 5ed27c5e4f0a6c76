import { type Known, knownFrom } from "../domain/learning/names-in-text.ts";
import { type Period, yearBefore } from "../domain/learning/period.ts";
import type { Protocol } from "../domain/protocol/protocol.ts";
import { listAgencies } from "../store/agencies.ts";
import { listCounted } from "../store/counted.ts";
import { listIdentifying } from "../store/narratives.ts";
import { listDirectory } from "../store/people.ts";
import type { Reading } from "./log-of-forms.ts";

/**
 * What would tell whom a text is about that speaks of a period: the people, dates and places of every difference that its
 * report counts, also of those that its writer may not open, with the partnership's agencies and its colleagues, unless
 * these are meant to be named.
 */
export async function namesBehind(
	reading: Pick<Reading, "db">,
	partnershipId: string,
	protocol: Protocol,
	period: Period,
	{ withoutColleagues = false }: { withoutColleagues?: boolean } = {},
): Promise<Known> {
	const { db } = reading;
	const [behind, directory, agencies] = await Promise.all([
		listCounted(db, partnershipId, protocol.id, {
			openSince: yearBefore(period).from,
			period,
		}),
		listDirectory(db, partnershipId),
		listAgencies(db, partnershipId),
	]);
	const identifying = await listIdentifying(
		db,
		behind.map(({ id }) => id),
	);
	const names = agencies.map(({ name }) => name);
	return knownFrom({
		...identifying,
		names: [
			// An agency that is not in the directory has a name as well.
			...[...identifying.names].filter((name) => !names.includes(name)),
			...(withoutColleagues ? [] : directory.map(({ name }) => name)),
		],
		places: names,
		vocabulary: [JSON.stringify(protocol), ...names].join(" "),
		openDays: [period.from, period.until],
	});
}
