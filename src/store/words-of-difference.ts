/** A protocol in the words of a difference whose record was not read yet: for lists, mail and reports. */
import { inWordsOf, replay } from "../domain/difference/difference.ts";
import type { Viewer } from "../domain/people/viewer.ts";
import { goesByCase } from "../domain/protocol/in-case.ts";
import type { Protocol } from "../domain/protocol/protocol.ts";
import type { Db, Trx } from "./db.ts";
import { findDifference } from "./differences.ts";

/**
 * The protocol in the words of a difference, as far as its reader may know that; the usual words to whoever may not see
 * it. The record is read only where some word goes by the case.
 */
export async function inWordsFor(
	db: Db | Trx,
	protocol: Protocol,
	difference: string,
	reader: Viewer,
): Promise<Protocol> {
	const seen = goesByCase(protocol) ? await findDifference(db, difference, reader) : undefined;
	return seen ? inWordsOf(protocol, replay(protocol, seen.header, seen.entries)) : protocol;
}
