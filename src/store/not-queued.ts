import { sql } from "kysely";
import type { Trx } from "./db.ts";

/**
 * What waits to be done and is in no queue: the messages and the tasks of a database that was put back, for a backup holds
 * no queue.
 *
 * @returns their identifiers, the oldest first
 */
export async function listNotQueued(trx: Trx): Promise<{ messages: string[]; tasks: string[] }> {
	const { rows } = await sql<{ kind: "message" | "task"; id: string }>`
		with queued as (
			select coalesce(data ->> 'messageId', data ->> 'taskId') as id from pgboss.job
			where name in ('send-mail', 'set-aside', 'run-task') and state in ('created', 'retry', 'active')
		)
		select 'message' as kind, id, created_at as at from message
		where state = 'waiting' and id::text not in (select queued.id from queued where queued.id is not null)
		union all
		select 'task', id, asked_at from task
		where state in ('waiting', 'running') and id::text not in (select queued.id from queued where queued.id is not null)
		order by at, id`.execute(trx);
	const of = (kind: "message" | "task") =>
		rows.filter((row) => row.kind === kind).map(({ id }) => id);
	return { messages: of("message"), tasks: of("task") };
}
