import { hash } from "node:crypto";

/** Where the chain of a difference ended: at which entry, with its hash in hexadecimal. */
export type ChainEnd = { difference: string; position: number; hash: string };

/**
 * The root of the Merkle tree of RFC 6962 over where the chains of differences ended, in order of their identifiers: one
 * hash that stands for all of them. Of none it is the hash of nothing.
 *
 * @returns in hexadecimal
 */
export function rootOf(ends: readonly ChainEnd[]): string {
	const leaves = ends
		.toSorted((one, other) => (one.difference < other.difference ? -1 : 1))
		.map(({ difference, position, hash: end }) =>
			hash("sha256", Buffer.from(`\0${difference} ${position} ${end}`), "buffer"),
		);
	return treeOf(leaves).toString("hex");
}

function treeOf(leaves: readonly Buffer[]): Buffer {
	const [one] = leaves;
	if (!one) return hash("sha256", "", "buffer");
	if (leaves.length === 1) return one;
	// The largest power of two that is less than their number.
	const half = 2 ** Math.floor(Math.log2(leaves.length - 1));
	return hash(
		"sha256",
		Buffer.concat([Buffer.of(1), treeOf(leaves.slice(0, half)), treeOf(leaves.slice(half))]),
		"buffer",
	);
}
