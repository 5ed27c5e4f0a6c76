import type pg from "pg";

/**
 * Our questions are answered in milliseconds, and to compile one takes a hundred: Debian's PostgreSQL would. It is said once
 * to each connection and not with the first word to the server, which a pooler between us may refuse.
 */
export const withoutJit = async (client: pg.ClientBase): Promise<void> => {
	await client.query("set jit = off");
};
