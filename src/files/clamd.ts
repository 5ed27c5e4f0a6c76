import { connect, type NetConnectOpts } from "node:net";

/** Looks through the bytes of a file for viruses. @throws ScannerAway when it could not */
export type Scanner = (content: AsyncIterable<Uint8Array>) => Promise<"clean" | "infected">;

/** The virus scanner did not answer, or not with a yes or a no. `message` says what it did. */
export class ScannerAway extends Error {
	override name = "ScannerAway";
}

/**
 * ClamAV's daemon, asked over its socket: the bytes go to it as they come, and nothing is kept anywhere.
 * Whatever is not clearly clean or infected is taken for no answer, so that a file waits rather than passes.
 *
 * @param at where it listens
 * @param patience for how long it may do nothing, in milliseconds
 * @see `man clamd`, INSTREAM
 */
export const clamd =
	(at: NetConnectOpts, patience: number): Scanner =>
	async (content) => {
		const socket = connect(at);
		socket.setTimeout(patience, () =>
			socket.destroy(new ScannerAway("The virus scanner did not answer in time")),
		);
		let answer = "";
		const ended = new Promise<void>((resolve, reject) => {
			socket.on("data", (bytes) => {
				// A line at most: whatever talks without end is no scanner.
				answer += bytes.toString("latin1");
				if (answer.length > 4096)
					socket.destroy(new ScannerAway("The virus scanner’s answer is too long"));
				else if (answer.endsWith("\0")) socket.end();
			});
			socket.on("close", resolve);
			socket.on("error", reject);
		});
		const failed = ended.then(
			() => undefined,
			(problem) => problem as Error,
		);
		const send = async (bytes: Uint8Array) => {
			if (socket.destroyed || socket.write(bytes)) return;
			await Promise.race([new Promise((resolve) => socket.once("drain", resolve)), failed]);
		};
		try {
			await send(Buffer.from("zINSTREAM\0"));
			for await (const bytes of content) {
				// It has answered before the end: that the file is too large, or that it has seen enough.
				if (socket.destroyed || answer) break;
				if (bytes.length === 0) continue;
				await send(sizeOf(bytes.length));
				await send(bytes);
			}
			await send(sizeOf(0));
			const problem = await failed;
			if (/^stream: OK\0?$/.test(answer)) return "clean";
			if (/^stream: [^\0]+ FOUND\0?$/.test(answer)) return "infected";
			throw problem instanceof ScannerAway
				? problem
				: new ScannerAway(
						answer
							? "The virus scanner could not look through the file"
							: "The virus scanner could not be reached",
						{ cause: problem },
					);
		} finally {
			socket.destroy();
		}
	};

/** How many bytes follow, in four of them; none for the end. */
const sizeOf = (bytes: number): Buffer => {
	const size = Buffer.alloc(4);
	size.writeUInt32BE(bytes);
	return size;
};
