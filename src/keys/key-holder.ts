import { SealFault } from "./faults.ts";
import type { InstallationKey } from "./installation-key.ts";

/** Where the keys of the installation are kept: a file, or a key service. */
export type KeyHolder = {
	/** Where that is, for whoever runs Concord. */
	place: string;
	/** The key that closes from now on. @throws SealFault */
	today: () => Promise<InstallationKey>;
	/** The key of an id, today's or one of before; undefined where it is not kept here. @throws SealFault 'away' */
	find: (id: string) => Promise<InstallationKey | undefined>;
	/** Makes a new key, which is today's from then on; those of before still open. @throws SealFault */
	renew: (at: Temporal.Instant) => Promise<InstallationKey>;
	/**
	 * Destroys a key of before, where Concord can.
	 *
	 * @returns what is left to do for whoever runs Concord; undefined where nothing is
	 * @throws SealFault
	 */
	forget: (id: string) => Promise<string | undefined>;
	/** What a backup has to hold to be opened elsewhere: the text of the file; undefined where a service keeps the keys. */
	toKeep: () => string | undefined;
};

/** Keys that are held in memory. @param keys today's first; none, for whoever has nothing to do with what is sealed */
export const holderOf = (keys: readonly InstallationKey[]): KeyHolder => ({
	place: "nowhere",
	today: async () => keys[0] ?? Promise.reject(noKeyHere()),
	find: async (id) => keys.find((each) => each.id === id),
	renew: async () => Promise.reject(noKeyHere()),
	forget: async () => undefined,
	toKeep: () => undefined,
});

const noKeyHere = () => new SealFault("no-key", "There is no key of the installation here.");
