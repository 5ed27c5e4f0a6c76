/** Where all chains of a partnership ended at a moment, as the installation signs it and as it is published outside. */
export type ChainHead = {
	partnership: string;
	/** Counts the checkpoints of the partnership, from 1. */
	number: number;
	/** ISO instant in UTC, with six places after the second. */
	at: string;
	differences: number;
	/** Of the tree of where the chains of differences ended. */
	root: string;
	/** Where the partnership’s own chain ended. */
	position: number;
	hash: string;
};

/** What is signed of it. */
export const signedOfHead = ({
	partnership,
	number,
	at,
	differences,
	root,
	position,
	hash,
}: ChainHead): unknown => ({
	"concord-head": { at, differences, hash, number, partnership, position, root },
});

/** A head as it leaves Concord. */
export type PublishedHead = {
	"concord-head": ChainHead;
	/** The partnership by name, for whoever keeps it; not signed. */
	of: string;
	/** The fingerprint and the public half of the key, as base64 of its SubjectPublicKeyInfo. */
	key: { fingerprint: string; public: string };
	/** In base64. */
	signature: string;
};

/** @returns undefined for a text that is no published head */
export function readPublishedHead(text: string): PublishedHead | undefined {
	let read: unknown;
	try {
		read = JSON.parse(text);
	} catch {
		return undefined;
	}
	const found = read as PublishedHead | null;
	const head = found?.["concord-head"];
	const isText = (value: unknown) => typeof value === "string";
	const isNumber = (value: unknown) => Number.isSafeInteger(value);
	return found &&
		head &&
		[head.partnership, head.at, head.root, head.hash, found.signature].every(isText) &&
		[found.key?.fingerprint, found.key?.public].every(isText) &&
		[head.number, head.differences, head.position].every(isNumber)
		? found
		: undefined;
}

/** Where heads of the record are published: by mail, or as whoever takes them does. */
export type PublishesHeads =
	| { mailTo: string }
	| { to: (name: string, text: string) => Promise<void> };
