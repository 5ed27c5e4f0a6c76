import { SealFault } from "./faults.ts";
import type { InstallationKey } from "./installation-key.ts";
import { holderOf, type KeyHolder } from "./key-holder.ts";
import { deriveKey, type Key, newKey, type Place } from "./sealed.ts";

/** A partnership's key as the database keeps it. */
export type WrappedPartnershipKey = {
	id: string;
	partnershipId: string;
	/** Which key of the installation closed it. */
	wrappedBy: string;
	wrapped: Uint8Array;
};

/** A partnership's key, opened: for each purpose one of its own. */
export type PartnershipKey = {
	id: string;
	/** Closes the keys of differences. */
	ofDifferences: Key;
	/** Makes the codes by which a child is found. */
	ofIndex: Key;
	/** For what is sealed under the partnership itself. @param purpose no other may have it */
	derive: (purpose: string) => Key;
};

/** The keys that whoever holds a database holds with it. */
export type Keyring = {
	/** Makes a partnership's key, closed under the installation's key of today. @throws SealFault 'no-key' | 'away' */
	make: (id: string, partnershipId: string) => Promise<WrappedPartnershipKey>;
	/** Closes it under the installation's key of today. @throws SealFault */
	wrapAgain: (key: WrappedPartnershipKey) => Promise<WrappedPartnershipKey>;
	/** Opens one, or has it open already. @throws SealFault */
	open: (key: WrappedPartnershipKey) => Promise<PartnershipKey>;
	/** One that is open already, without asking anybody. */
	held: (id: string) => PartnershipKey | undefined;
};

/** How many partnerships' keys stay open in memory. */
const mostHeld = 1_000;

const placeOf = ({
	id,
	partnershipId,
}: Pick<WrappedPartnershipKey, "id" | "partnershipId">): Place => [
	"partnership_key",
	partnershipId,
	id,
];

/**
 * @param keys of the installation: the one of today first, then those of before that may still open. None, for whoever
 *   neither reads nor writes what is sealed
 */
export const keyringOf = (keys: readonly InstallationKey[]): Keyring => keyringFrom(holderOf(keys));

/** @param holder where the keys of the installation are kept, and may be changed while Concord serves */
export function keyringFrom(holder: KeyHolder): Keyring {
	/** The one that was used longest ago stands first. */
	const held = new Map<string, PartnershipKey>();
	const asked = new Map<string, Promise<PartnershipKey>>();

	const closeToday = async (
		of: Pick<WrappedPartnershipKey, "id" | "partnershipId">,
		key: Key,
	): Promise<WrappedPartnershipKey> => {
		const by = await holder.today();
		return {
			id: of.id,
			partnershipId: of.partnershipId,
			wrappedBy: by.id,
			wrapped: await by.wrap(key, placeOf(of)),
		};
	};
	const unwrapped = async (of: WrappedPartnershipKey): Promise<Key> => {
		const by = await holder.find(of.wrappedBy);
		if (!by)
			throw new SealFault(
				"no-key",
				`The key ${of.wrappedBy} of the installation, which closed what is in this database, is not at ${holder.place}. Put it back from your copy. Nothing is lost by this.`,
			);
		return by.unwrap(of.wrapped, placeOf(of));
	};
	const hold = (key: PartnershipKey): PartnershipKey => {
		held.delete(key.id);
		held.set(key.id, key);
		for (const oldest of held.keys()) {
			if (held.size <= mostHeld) break;
			held.delete(oldest);
		}
		return key;
	};

	return {
		make: (id, partnershipId) => closeToday({ id, partnershipId }, newKey()),
		wrapAgain: async (of) => closeToday(of, await unwrapped(of)),
		held: (id) => {
			const key = held.get(id);
			return key && hold(key);
		},
		open: (of) => {
			const here = held.get(of.id);
			if (here) return Promise.resolve(hold(here));
			// Many who ask at once ask the key service once.
			const asking =
				asked.get(of.id) ??
				unwrapped(of)
					.then((key) =>
						hold({
							id: of.id,
							ofDifferences: deriveKey(key, "keys of differences"),
							ofIndex: deriveKey(key, "index of whom"),
							derive: (purpose) => deriveKey(key, purpose),
						}),
					)
					.finally(() => asked.delete(of.id));
			asked.set(of.id, asking);
			return asking;
		},
	};
}

/** For whoever neither reads nor writes what is sealed: what is asked of it fails in words. */
export const noKeys: Keyring = keyringOf([]);
