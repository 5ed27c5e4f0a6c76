import { createSecretKey, hkdfSync } from "node:crypto";
import { SealFault } from "../keys/faults.ts";
import { close, type Key, open, sealVersion } from "../keys/sealed.ts";

/** Keeps what must be read again, and must be no use to whoever has the database alone. */
export type Seal = {
	/** @param of whose it is: opened for anybody else, it does not open */
	close: (text: string, of: string) => Buffer;
	/** Undefined where no secret that is known opens it. `again` where it was closed under one from before. */
	open: (sealed: Buffer, of: string) => { text: string; again: boolean } | undefined;
};

/**
 * Seals under a key derived from the installation's secret. What it sealed from the first was kept without the byte that
 * says how, and is.
 *
 * @param secrets the one of today first, then those of before that may still open
 */
export function sealUnder(secrets: readonly [string, ...string[]]): Seal {
	const keys = secrets.map((secret) =>
		createSecretKey(
			Buffer.from(hkdfSync("sha256", secret, "", "concord: sealed in the database", 32)),
		),
	);
	const [today] = keys as [Key, ...Key[]];
	return {
		close: (text, of) => close(today, Buffer.from(text, "utf8"), of).subarray(1),
		open: (sealed, of) => {
			for (const key of keys) {
				const text = opened(key, sealed, of);
				if (text !== undefined) return { text, again: key !== today };
			}
			return undefined;
		},
	};
}

function opened(key: Key, sealed: Buffer, of: string): string | undefined {
	try {
		return open(key, Buffer.concat([Buffer.of(sealVersion), sealed]), of).toString("utf8");
	} catch (problem) {
		if (problem instanceof SealFault) return undefined;
		throw problem;
	}
}
