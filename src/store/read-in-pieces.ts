import { type RawBuilder, sql } from "kysely";
import type { Trx } from "./db.ts";

let cursors = 0;

/**
 * All that a question gives, in pieces: of tens of thousands of rows a few thousand are held at once, and the database reads the
 * next while these are looked at. It gives what there was when it was first asked, whatever the transaction changes meanwhile.
 */
export async function* readInPieces<Row>(
	trx: Trx,
	question: RawBuilder<Row>,
	size: number,
): AsyncGenerator<Row[], void> {
	// All of it is read, so what matters is when the last of it is there.
	await sql`select set_config('cursor_tuple_fraction', '1', true)`.execute(trx);
	// One transaction may ask several questions, as a rehearsal sweeps for several partnerships in one.
	const cursor = sql.id(`pieces_${++cursors}`);
	await sql`declare ${cursor} no scroll cursor for ${question}`.execute(trx);
	const fetch = () => sql<Row>`fetch ${sql.lit(size)} from ${cursor}`.execute(trx);
	for (let next = fetch(); ; ) {
		const { rows } = await next;
		if (rows.length === 0) break;
		next = fetch();
		// Whoever has seen enough asks for no more, and hears of no fault in it.
		next.catch(() => {});
		yield rows;
	}
	await sql`close ${cursor}`.execute(trx);
}
