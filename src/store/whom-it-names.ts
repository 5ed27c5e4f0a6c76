import { childrenOf } from "../domain/difference/find-child.ts";
import type { Named } from "../domain/difference/told/whom.ts";
import { nameLost } from "../domain/difference/words-lost.ts";
import { SealFault } from "../keys/faults.ts";
import type { Db, Trx } from "./db.ts";
import { atPlace, openAt } from "./sealed-narrative.ts";
import { lostBy } from "./words-lost.ts";

/** Where a side is told whom a difference is about: to be selected of `party`. */
export const whereItNames = ["party.about_seq", "party.about_field"] as const;

/** A row of a list with these columns. */
export type NamesSomebody = { id: string; about_seq: number | null; about_field: string | null };

/**
 * Whom differences are about, with all that is known of them, as a side may read: asked of all rows of a list at once. The
 * names stand nowhere but in the narrative.
 *
 * @returns of a row, whom its difference is about
 */
export async function whomTheyName(
	db: Db | Trx,
	rows: readonly NamesSomebody[],
): Promise<(row: NamesSomebody) => Named[]> {
	const opened = await openAt(db, rows.flatMap(placeOf));
	return (row) => {
		const [place] = placeOf(row);
		const there = place && opened.get(atPlace(place));
		if (there === undefined) return [];
		if (there instanceof SealFault) return [{ name: nameLost("name", lostBy(there)), lost: true }];
		return childrenOf(there.content);
	};
}

const placeOf = ({ id, about_seq, about_field }: NamesSomebody) =>
	about_seq === null || about_field === null
		? []
		: [{ difference_id: id, seq: about_seq, field: about_field }];
