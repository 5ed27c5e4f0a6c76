import { SealFault } from "../keys/faults.ts";
import { heldKey, type InstallationKey } from "../keys/installation-key.ts";
import type { KeyHolder } from "../keys/key-holder.ts";
import { type KeyInFile, keyFileOf, makeKey, readKeyFile, rewriteKeyFile } from "./key-file.ts";

/**
 * The installation's keys in a file that nobody but Concord may read. It is read again whenever something is to be closed or
 * an id is not known, so that a Concord which runs takes up a key that a command put there. What it has read it keeps:
 * should the file be gone for a moment, what it opened before still opens.
 *
 * @throws SealFault 'no-key' where there is no such file, or it cannot stand
 */
export function inFile(path: string): KeyHolder {
	let known = readKeyFile(path);
	const inUse = (): KeyInFile => {
		known = readKeyFile(path);
		return known[0] as KeyInFile;
	};
	const findIn = (id: string) => known.find((each) => each.id === id);
	return {
		place: path,
		today: async () => keyFrom(inUse()),
		find: async (id) => {
			if (!findIn(id)) inUse();
			const found = findIn(id);
			return found && keyFrom(found);
		},
		renew: async (at) => {
			rewriteKeyFile(path, [makeKey(at), ...readKeyFile(path)]);
			return keyFrom(inUse());
		},
		forget: async (id) => {
			const [today, ...before] = readKeyFile(path);
			if (today?.id === id)
				throw new SealFault("no-key", `${id} is the key in use. Make another first.`);
			if (today) rewriteKeyFile(path, [today, ...before.filter((each) => each.id !== id)]);
			inUse();
			return undefined;
		},
		toKeep: () => keyFileOf(readKeyFile(path)),
	};
}

const keyFrom = ({ key }: KeyInFile): InstallationKey => heldKey(key);
