import { sql } from "kysely";
import type { IsoDay } from "../domain/calendar/iso-day.ts";
import type { SealFault } from "../keys/faults.ts";
import type { Db, Trx } from "./db.ts";
import { readInPieces } from "./read-in-pieces.ts";
import { openTold, type SealedTold, selectSealed } from "./sealed-narrative.ts";

/** What identifies people in some differences, and what was written there: to look for in a text, and never to show. */
export type Identifying = {
	names: Set<string>;
	texts: Set<string>;
	datesOfBirth: Set<IsoDay>;
	identifiers: Set<string>;
};

/** So many differences are opened together. */
const atOnce = 250;

/**
 * What in the narrative of some differences could tell whom a text is about, some differences after the other: everything, or
 * their people alone without what was written. `unlessClosed` leaves out what does not open, for whoever is told of that elsewhere.
 *
 * @throws SealFault where some of it does not open
 */
export async function* eachIdentifying(
	db: Db | Trx,
	differences: readonly string[],
	{
		peopleAlone = false,
		unlessClosed = false,
	}: { peopleAlone?: boolean; unlessClosed?: boolean } = {},
): AsyncGenerator<Identifying> {
	for (let from = 0; from < differences.length; from += atOnce) {
		const rows = await selectSealed(db)
			.where(
				sql<boolean>`narrative.difference_id = any(${differences.slice(from, from + atOnce)}::uuid[])`,
			)
			.$if(peopleAlone, (query) => query.where("narrative.shape", "<>", "text"))
			.execute();
		const here: Identifying = {
			names: new Set(),
			texts: new Set(),
			datesOfBirth: new Set(),
			identifiers: new Set(),
		};
		for (const told of await openTold(db, rows)) {
			if ("content" in told) collect(told.content, here);
			// What was disposed of tells nobody any more.
			else if (told.code !== "disposed" && !unlessClosed) throw told;
		}
		yield here;
	}
}

/** A child, a named person and a named agency have a `name`; a child has a date of birth and an identifier as well. */
function collect(content: unknown, all: Identifying, key = ""): void {
	if (typeof content === "string") {
		const text = content.trim();
		if (text === "") return;
		if (key === "name") all.names.add(text);
		else if (key === "dateOfBirth") all.datesOfBirth.add(text);
		else if (key === "identifier") all.identifiers.add(text);
		else all.texts.add(text);
	} else if (Array.isArray(content)) for (const each of content) collect(each, all);
	else if (typeof content === "object" && content !== null)
		for (const [name, each] of Object.entries(content)) collect(each, all, name);
}

/** How much was told in the differences of a partnership. */
export async function countTold(db: Db | Trx, partnershipId: string): Promise<number> {
	const { count } = await db
		.selectFrom("narrative")
		.where("partnership_id", "=", partnershipId)
		.select(({ fn }) => fn.countAll<string>().as("count"))
		.executeTakeFirstOrThrow();
	return Number(count);
}

/** So many texts are opened together: others who ask meanwhile wait for no more than these. */
const openedAtOnce = 250;

/**
 * Everything that was told in the differences of a partnership, in pieces and in no order; a fault in place of what stays closed.
 *
 * @throws SealFault 'away'
 */
export async function* eachTold(
	trx: Trx,
	partnershipId: string,
): AsyncGenerator<{ differenceId: string; is: { content: unknown } | SealFault }[]> {
	const all = selectSealed(trx).where("narrative.partnership_id", "=", partnershipId);
	for await (const rows of readInPieces(trx, sql<SealedTold>`${all}`, openedAtOnce)) {
		const opened = await openTold(trx, rows);
		yield rows.map(({ difference_id }, nth) => ({
			differenceId: difference_id,
			is: opened[nth] as { content: unknown } | SealFault,
		}));
	}
}
