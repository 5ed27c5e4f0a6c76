import type { WordsLost } from "../domain/difference/words-lost.ts";
import type { SealFault } from "../keys/faults.ts";

/** What became of words that do not open. */
export const lostBy = ({ code }: SealFault): WordsLost =>
	code === "disposed" ? "disposed" : "closed";
