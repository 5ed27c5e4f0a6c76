import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";

/** Keeps what must be read again, and must be no use to whoever has the database alone. */
export type Seal = {
	/** @param of whose it is: opened for anybody else, it does not open */
	close: (text: string, of: string) => Buffer;
	/** Undefined where no secret that is known opens it. `again` where it was closed under one from before. */
	open: (sealed: Buffer, of: string) => { text: string; again: boolean } | undefined;
};

const cipher = "aes-256-gcm";
const nonceLength = 12;
const tagLength = 16;

/**
 * Seals by AES-256-GCM under a key derived from the installation's secret.
 *
 * @param secrets the one of today first, then those of before that may still open
 */
export function sealUnder(secrets: readonly [string, ...string[]]): Seal {
	const keys = secrets.map((secret) =>
		Buffer.from(hkdfSync("sha256", secret, "", "concord: sealed in the database", 32)),
	);
	const [today] = keys as [Buffer, ...Buffer[]];
	return {
		close: (text, of) => {
			const nonce = randomBytes(nonceLength);
			const sealing = createCipheriv(cipher, today, nonce).setAAD(Buffer.from(of));
			const sealed = Buffer.concat([sealing.update(text, "utf8"), sealing.final()]);
			return Buffer.concat([nonce, sealing.getAuthTag(), sealed]);
		},
		open: (sealed, of) => {
			for (const key of keys) {
				const text = opened(key, sealed, of);
				if (text !== undefined) return { text, again: key !== today };
			}
			return undefined;
		},
	};
}

function opened(key: Buffer, sealed: Buffer, of: string): string | undefined {
	try {
		const opening = createDecipheriv(cipher, key, sealed.subarray(0, nonceLength), {
			authTagLength: tagLength,
		})
			.setAAD(Buffer.from(of))
			.setAuthTag(sealed.subarray(nonceLength, nonceLength + tagLength));
		return (
			opening.update(sealed.subarray(nonceLength + tagLength), undefined, "utf8") +
			opening.final("utf8")
		);
	} catch {
		return undefined;
	}
}
