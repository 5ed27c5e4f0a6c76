export const inMegabytes = (bytes: number): string => (bytes / 1024 / 1024).toFixed(0);

/**
 * Prints how long something takes, and how far the memory of this process grows meanwhile beyond what it had before. With
 * `--expose-gc` what others left is no part of it.
 *
 * @returns what `work` gives
 */
export async function measured<Answer>(what: string, work: () => Promise<Answer>): Promise<Answer> {
	globalThis.gc?.();
	const before = process.memoryUsage().rss;
	let most = before;
	const watch = setInterval(() => {
		most = Math.max(most, process.memoryUsage().rss);
	}, 5);
	const began = performance.now();
	const answer = await work().finally(() => clearInterval(watch));
	console.log(
		`  ${what.padEnd(11)} ${((performance.now() - began) / 1000).toFixed(2).padStart(7)} s, memory up by ${inMegabytes(most - before)} MB to ${inMegabytes(most)} MB`,
	);
	return answer;
}
