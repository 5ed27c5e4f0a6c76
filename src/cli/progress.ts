import type { Io } from "./command.ts";

/**
 * Says on standard error how much is done: on a terminal in one line that changes, elsewhere in a line for every tenth.
 *
 * @param what such as `Backing up`
 */
export function sayProgress({ err }: Pick<Io, "err">, what: string): (done: number) => void {
	const isTerminal = "isTTY" in err && err.isTTY === true;
	const step = isTerminal ? 1 : 10;
	let said = -1;
	return (done) => {
		const percent = Math.floor(Math.min(done, 1) * 100);
		if (percent < said + step && !(percent === 100 && said < 100)) return;
		said = percent;
		err.write(
			isTerminal
				? `\r${what}: ${percent}%${percent === 100 ? "\n" : ""}`
				: `${what}: ${percent}%\n`,
		);
	};
}
