import { hash } from "node:crypto";
import { canonicalJson } from "../domain/canonical-json.ts";

/** SHA-256 of a text’s UTF-8 bytes, in hexadecimal. */
export const sha256Of = (text: string): string => hash("sha256", text);

/** A row as its columns are read: each a text, or nothing. */
export type RowText = { readonly [column: string]: string | null };

/**
 * The canonical text of an act.
 *
 * @param narrative of each field what its words are committed to, in hexadecimal
 */
export const textOfAct = (
	columns: RowText,
	narrative: { readonly [field: string]: string | null },
): string => canonicalJson({ columns, narrative, table: "event" });

/** The same without the sides that read it: for whoever may read the act and need not know who else does. */
export const textOfActShown = (
	{ audience: _, ...columns }: RowText,
	narrative: Parameters<typeof textOfAct>[1],
): string => textOfAct(columns, narrative);

/** The canonical text of any other row. */
export const textOfRow = (table: string, columns: RowText): string =>
	canonicalJson({ columns, table });

/** What a partnership’s chain says of a difference that began or ended. @param link the hash of that entry, in hexadecimal */
export const textOfMilestone = (difference: string, link: string): string =>
	canonicalJson({ difference, hash: link });

/** One entry of a chain as it is linked. Digests and hashes in hexadecimal. */
export type Link = {
	chain: string;
	/** From 1. */
	position: number;
	kind: string;
	key: string;
	/** In UTC with six places after the second, such as `2026-03-27T10:00:00.000000Z`. */
	at: string;
	digest: string;
	/** Null before the first. */
	previous: string | null;
};

export const textOfLink = ({ at, chain, digest, key, kind, position, previous }: Link): string =>
	canonicalJson({ at, chain, digest, key, kind, position, previous });

export const hashOfLink = (link: Link): string => sha256Of(textOfLink(link));
