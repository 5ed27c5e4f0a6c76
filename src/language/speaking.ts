import { AsyncLocalStorage } from "node:async_hooks";
import type { Language } from "../domain/language.ts";

/** In which language it is spoken now, to one reader. It may be learned after the speaking began. */
export type Speaking = {
	language: Language;
	/**
	 * Whether each text says in which language it is (marks.ts): on a page, where a part in another language is announced as
	 * such. Elsewhere there is nobody to read the marks.
	 */
	marks: boolean;
};

const spoken = new AsyncLocalStorage<Speaking>();

const english: Speaking = { language: "en", marks: false };

/** English where nothing else was said, as for a command. */
export const speakingNow = (): Speaking => spoken.getStore() ?? english;

/** Lets `work` speak to one reader. */
export const speaking = <T>(to: Speaking, work: () => T): T => spoken.run(to, work);

/** What is made piece by piece, each when it is asked for, spoken to one reader whoever asks for it. */
export async function* speakingAll<T>(to: Speaking, made: AsyncIterable<T>): AsyncGenerator<T> {
	const pieces = made[Symbol.asyncIterator]();
	try {
		for (;;) {
			const next = await speaking(to, () => pieces.next());
			if (next.done) return;
			yield next.value;
		}
	} finally {
		await pieces.return?.();
	}
}
