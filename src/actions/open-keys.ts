import { type KeysSaid, openKeyHolder } from "../key-holders/open-key-holder.ts";
import { SealFault } from "../keys/faults.ts";
import type { KeyHolder } from "../keys/key-holder.ts";
import { type Keyring, keyringFrom } from "../keys/keyring.ts";
import { checkServer, connect } from "../store/connect.ts";
import { type Db, transact } from "../store/db.ts";
import { isAnythingSealed, listWrappedKeys, noteKey } from "../store/installation-keys.ts";

/**
 * The keys of the installation whose database this is, before it is connected with them. One is made where nothing is sealed
 * there yet and the settings name none.
 *
 * @returns `made` where one was, so that somebody can be told to keep a copy
 * @throws SealFault in words for whoever runs Concord; ServerFault
 */
export async function openKeys(
	url: string,
	said: KeysSaid,
	now: Temporal.Instant,
): Promise<{ holder: KeyHolder; keys: Keyring; made: boolean }> {
	const { db, pool } = connect(url, { most: 1, across: "start" });
	try {
		await checkServer(pool);
		const opened = openKeyHolder(said, (await isAnythingSealed(db)) ? undefined : now);
		return { ...opened, keys: keyringFrom(opened.holder) };
	} finally {
		await db.destroy();
	}
}

/**
 * Opens the keys of all partnerships, so that a key service may be away later, and notes the key in use.
 *
 * @returns what whoever runs Concord should know, a sentence each; nothing where all is well
 * @throws SealFault where the key that closed what is in the database is not here: nothing could be read
 */
export async function tryKeys(db: Db, holder: KeyHolder, now: Temporal.Instant): Promise<string[]> {
	const told = new Set<string>();
	const tellUnlessMissing = (problem: unknown) => {
		if (!(problem instanceof SealFault) || problem.code === "no-key") throw problem;
		told.add(problem.message);
	};
	for (const key of await listWrappedKeys(db)) await db.keys.open(key).catch(tellUnlessMissing);
	await holder
		.today()
		.then(({ id }) => transact(db, (trx) => noteKey(trx, id, now.toString())))
		.catch(tellUnlessMissing);
	return [...told];
}
