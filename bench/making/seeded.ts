/** Chance that is the same each time: a number from 0 to below 1. @see Marsaglia, Xorshift RNGs, 2003 */
export function seeded(seed: number): () => number {
	let state = seed * 2_654_435_769;
	return () => {
		state ^= state << 13;
		state ^= state >>> 17;
		state ^= state << 5;
		return (state >>> 0) / 2 ** 32;
	};
}
