import { createHash } from "node:crypto";
import { type Key, type Place, unwrap, wrap } from "./sealed.ts";

/** The key of the installation: in a file, or in a key service that never gives it away. It closes partnerships' keys alone. */
export type InstallationKey = {
	/** Tells it from others, and is no secret: it stands beside what it closed. */
	id: string;
	/** @throws SealFault 'away' */
	wrap: (key: Key, place: Place) => Promise<Uint8Array>;
	/** @throws SealFault 'damaged' | 'away' */
	unwrap: (wrapped: Uint8Array, place: Place) => Promise<Key>;
};

/** A key that is held in memory, as read from a file. */
export const heldKey = (key: Key): InstallationKey => ({
	id: `held:${createHash("sha256").update("concord: names a key").update(key.export()).digest("hex").slice(0, 16)}`,
	wrap: async (inner, place) => wrap(key, inner, place),
	unwrap: async (wrapped, place) => unwrap(key, wrapped, place),
});
