import { sql } from "kysely";
import type { Trx } from "./db.ts";

/** What has numbers that go up by one: within whose, and the column that says whose each is. */
const numbered = {
	disposal: { within: "partnership", of: "partnership_id" },
	subject_request: { within: "partnership", of: "partnership_id" },
	subject_request_done: { within: "subject_request", of: "request_id" },
	evidence_pack: { within: "person", of: "person_id" },
} as const;

/**
 * The next number. Whose it is, is held until `trx` ends, so that no number is given twice.
 *
 * @param id of the partnership, person or request within which they are numbered
 */
export async function nextNumber(
	trx: Trx,
	what: keyof typeof numbered,
	id: string,
): Promise<number> {
	const { within, of } = numbered[what];
	await sql`select from ${sql.table(within)} where id = ${id} for update`.execute(trx);
	const { rows } = await sql<{ next: number }>`
		select coalesce(max(number), 0) + 1 as next from ${sql.table(what)} where ${sql.ref(of)} = ${id}`.execute(
		trx,
	);
	return rows[0]?.next ?? 1;
}
