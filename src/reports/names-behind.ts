import {
	type Known,
	knownFrom,
	type Vocabulary,
	vocabularyOf,
} from "../domain/learning/names-in-text.ts";
import { type Period, yearBefore } from "../domain/learning/period.ts";
import type { Protocol } from "../domain/protocol/protocol.ts";
import { listAgencies } from "../store/agencies.ts";
import { listCountedOwn } from "../store/counted.ts";
import type { Db, Trx } from "../store/db.ts";
import { listIdentifying } from "../store/narratives.ts";
import { listDirectory } from "../store/people.ts";
import type { Reading } from "./log-of-forms.ts";

/**
 * What would tell whom a text is about that speaks of a period: the people, dates and places of every difference that its
 * report counts, also of those that its writer may not open, with the partnership's agencies and its colleagues, unless
 * these are meant to be named.
 *
 * @param also differences that it speaks of besides, such as those of lessons that were recorded long before
 */
export async function namesBehind(
	reading: Pick<Reading, "db">,
	partnershipId: string,
	protocol: Protocol,
	period: Period,
	{
		withoutColleagues = false,
		also = [],
	}: { withoutColleagues?: boolean; also?: readonly string[] } = {},
): Promise<Known> {
	const { db } = reading;
	const behind = await listCountedOwn(db, partnershipId, {
		protocol: protocol.id,
		openSince: yearBefore(period).from,
		period,
	});
	return namesKnown(db, partnershipId, [...behind, ...also], {
		protocols: [protocol],
		openDays: [period.from, period.until],
		withoutColleagues,
	});
}

/**
 * What would tell whom a text is about that was made from some differences: their people, dates and places, with the
 * partnership's agencies and its colleagues.
 *
 * @param said the protocols whose words are no names, days that the text may say, and whether colleagues may be named
 */
export async function namesKnown(
	db: Db | Trx,
	partnershipId: string,
	differences: string[],
	said: { protocols: Protocol[]; openDays?: string[]; withoutColleagues?: boolean },
): Promise<Known> {
	const [identifying, directory, agencies] = await Promise.all([
		listIdentifying(db, differences),
		listDirectory(db, partnershipId),
		listAgencies(db, partnershipId),
	]);
	const places = agencies.map(({ name }) => name);
	return knownFrom({
		...identifying,
		names: [
			// An agency that is not in the directory has a name as well.
			...[...identifying.names].filter((name) => !places.includes(name)),
			...(said.withoutColleagues ? [] : directory.map(({ name }) => name)),
		],
		places,
		vocabulary: [...said.protocols.map(vocabularyOfProtocol), vocabularyOf(places.join(" "))],
		...(said.openDays && { openDays: said.openDays }),
	});
}

const vocabularies = new WeakMap<Protocol, Vocabulary>();

/** A protocol has some fifteen thousand words: they are read once. */
function vocabularyOfProtocol(protocol: Protocol): Vocabulary {
	const known = vocabularies.get(protocol);
	if (known) return known;
	const read = vocabularyOf(JSON.stringify(protocol));
	vocabularies.set(protocol, read);
	return read;
}
