import { existsSync } from "node:fs";
import { join } from "node:path";
import { SealFault } from "../keys/faults.ts";
import type { KeyHolder } from "../keys/key-holder.ts";
import { inFile } from "./in-file.ts";
import { inTransit, type TransitSaid } from "./in-transit.ts";
import { makeKeyFile } from "./key-file.ts";

/** Where an operator says that the installation's keys are. */
export type KeysSaid = {
	/** Absolute; the one that Concord makes in its data directory where nothing was said. */
	file: string;
	/** Whether the file was named: then Concord makes none. */
	isNamed: boolean;
	/** A key service closes then, and the file opens what it closed before. */
	service: TransitSaid | undefined;
};

/** Where Concord keeps its key where nothing was said. */
export const usualKeyFile = (dataDirectory: string): string =>
	join(dataDirectory, "installation-key");

/**
 * The keys of the installation.
 *
 * @param make the time, where a file may be made that is not there: in a database in which nothing is sealed yet
 * @returns `made` where one was
 * @throws SealFault in words for whoever runs Concord
 */
export function openKeyHolder(
	{ file, isNamed, service }: KeysSaid,
	make?: Temporal.Instant,
): { holder: KeyHolder; made: boolean } {
	const isThere = existsSync(file);
	if (service) {
		const holder = inTransit(service);
		return { holder: isThere ? oneThenOther(holder, inFile(file)) : holder, made: false };
	}
	if (isThere) return { holder: inFile(file), made: false };
	if (isNamed)
		throw new SealFault(
			"no-key",
			`CONCORD_KEY_FILE names a file that is not there: ${file}. Put the key back from your copy; for a new Concord make one with ‘concord keys make’.`,
		);
	if (!make)
		throw new SealFault(
			"no-key",
			`The key is missing that closed what is in this database: there is no ${file}. Put it back from your copy, or set CONCORD_KEY_FILE to where it is; a backup holds it too. Nothing is lost as long as there is a copy.`,
		);
	makeKeyFile(file, make);
	return { holder: inFile(file), made: true };
}

/** What the other closed before still opens; the one closes from now on. */
const oneThenOther = (one: KeyHolder, other: KeyHolder): KeyHolder => ({
	place: one.place,
	today: one.today,
	find: async (id) => (await one.find(id)) ?? other.find(id),
	renew: one.renew,
	forget: async (id) =>
		(await one.find(id))
			? one.forget(id)
			: `${other.place} is needed no more once no backup from before is kept: destroy it and its copies then.`,
	toKeep: other.toKeep,
});
