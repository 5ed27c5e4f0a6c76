/** How long an address has to answer, in milliseconds, and how much it may send, in bytes. */
const limits = { time: 20_000, size: 1_000_000 };

/**
 * Reads a text from a web address that the operator chose.
 *
 * @throws Error when it cannot be reached, answers anything but 200, takes too long, or sends too much
 */
export const readAddress =
	(address: string, { time, size } = limits) =>
	async (): Promise<string> => {
		const answer = await fetch(address, {
			signal: AbortSignal.timeout(time),
			headers: { accept: "application/json" },
		});
		if (answer.status !== 200) throw new Error(`it answered with status ${answer.status}`);
		const parts: Uint8Array[] = [];
		let length = 0;
		for await (const part of answer.body ?? []) {
			length += part.length;
			if (length > size) throw new Error(`it sent more than ${size} bytes`);
			parts.push(part);
		}
		return Buffer.concat(parts).toString("utf8");
	};
