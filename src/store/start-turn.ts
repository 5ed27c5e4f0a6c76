import { checkServer, connect } from "./connect.ts";

/** Held by the Concord that starts. */
const startLock = "hashtext('concord start')";

/**
 * Waits until no other Concord starts on this database, and keeps others waiting: what a start makes is made by one at a time.
 *
 * @param ownerUrl of the database
 * @param onWaiting is called when another is starting
 * @returns ends the turn; it ends by itself with the process
 * @throws ServerFault
 */
export async function takeStartTurn(
	ownerUrl: string,
	onWaiting: () => void,
): Promise<() => Promise<void>> {
	const { db, pool } = connect(ownerUrl, { most: 1 });
	try {
		await checkServer(pool);
		const client = await pool.connect();
		const { rows } = await client.query<{ free: boolean }>(
			`select pg_try_advisory_lock(${startLock}) as free`,
		);
		if (!rows[0]?.free) {
			onWaiting();
			await client.query(`select pg_advisory_lock(${startLock})`);
		}
		return async () => {
			client.release(true);
			await db.destroy();
		};
	} catch (problem) {
		await db.destroy();
		throw problem;
	}
}
