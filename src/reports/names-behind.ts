import {
	gatherKnown,
	type Known,
	type Vocabulary,
	vocabularyOf,
} from "../domain/learning/names-in-text.ts";
import { type Period, yearBefore } from "../domain/learning/period.ts";
import type { Protocol } from "../domain/protocol/protocol.ts";
import { listAgencies } from "../store/agencies.ts";
import { listCountedOwn } from "../store/counted.ts";
import type { Db, Trx } from "../store/db.ts";
import { eachIdentifying, type Identifying } from "../store/narratives.ts";
import { listDirectory } from "../store/people.ts";
import type { Reading } from "./log-of-forms.ts";

/**
 * What would tell whom a text is about that speaks of a period: of every difference that its report counts, also of those that
 * its writer may not open, the people, and what was written there; with the partnership's agencies and its colleagues, unless
 * these are meant to be named.
 *
 * @param madeFrom where the text is not the report's own: the differences that it was made from, whenever they were. What was
 *   written in others is not looked at then, only who is named there
 */
export async function namesBehind(
	reading: Pick<Reading, "db">,
	partnershipId: string,
	protocol: Protocol,
	period: Period,
	{
		withoutColleagues = false,
		madeFrom,
	}: { withoutColleagues?: boolean; madeFrom?: readonly string[] } = {},
): Promise<Known> {
	const { db } = reading;
	const behind = await listCountedOwn(db, partnershipId, {
		protocol: protocol.id,
		openSince: yearBefore(period).from,
		period,
	});
	return namesKnown(db, partnershipId, madeFrom ?? behind, {
		protocols: [protocol],
		openDays: [period.from, period.until],
		withoutColleagues,
		...(madeFrom && { peopleOf: behind }),
	});
}

/**
 * What would tell whom a text is about that was made from some differences: their people, dates and places, with the
 * partnership's agencies and its colleagues.
 *
 * @param said the protocols whose words are no names, days that the text may say, whether colleagues may be named, and other
 *   differences whose people it may speak of
 */
export async function namesKnown(
	db: Db | Trx,
	partnershipId: string,
	differences: readonly string[],
	said: {
		protocols: Protocol[];
		openDays?: string[];
		withoutColleagues?: boolean;
		peopleOf?: readonly string[];
	},
): Promise<Known> {
	const [directory, agencies] = await Promise.all([
		listDirectory(db, partnershipId),
		listAgencies(db, partnershipId),
	]);
	const places = agencies.map(({ name }) => name);
	const gathered = gatherKnown({
		places,
		vocabulary: [...said.protocols.map(vocabularyOfProtocol), vocabularyOf(places.join(" "))],
		...(said.openDays && { openDays: said.openDays }),
	});
	// An agency that is not in the directory has a name as well.
	const add = ({ names, ...all }: Identifying) =>
		gathered.add({ ...all, names: names.difference(new Set(places)) });
	for await (const each of eachIdentifying(db, differences)) add(each);
	const others = new Set(said.peopleOf).difference(new Set(differences));
	for await (const each of eachIdentifying(db, [...others], { peopleAlone: true })) add(each);
	if (!said.withoutColleagues) gathered.add({ names: directory.map(({ name }) => name) });
	return gathered.known();
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
