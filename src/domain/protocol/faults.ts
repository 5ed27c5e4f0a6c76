/** A place in a protocol file, as the keys that lead there. */
type Path = readonly PropertyKey[];

/** One thing wrong with a protocol file, said so that its writer can mend it. */
export type Fault = {
	/** 1 is the first line; absent when the fault is of no one place. */
	line?: number | undefined;
	/** The place in words: `stages › formal-resolution › steps › forward`. */
	where: string;
	/** What is wrong. */
	wrong: string;
	/** What to do about it. */
	mend: string;
};

/** The faults found so far; each knows its line. */
export class Faults {
	readonly #found: Fault[] = [];
	readonly #lineOf: (path: Path) => number | undefined;

	constructor(lineOf: (path: Path) => number | undefined = () => undefined) {
		this.#lineOf = lineOf;
	}

	add(path: Path, wrong: string, mend: string): void {
		this.#found.push({
			line: this.#lineOf(path),
			where: path.map(String).join(" › "),
			wrong,
			mend,
		});
	}

	isEmpty(): boolean {
		return this.#found.length === 0;
	}

	/** From the top of the file to its end. */
	inOrder(): Fault[] {
		return this.#found.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0));
	}

	/** A word that names nothing: the nearest known one is offered. */
	unknown(path: Path, word: string, kind: string, known: string[]): void {
		const nearest = nearestTo(word, known);
		this.add(
			path,
			word === ""
				? `A ${kind} is missing`
				: `There is no ${kind} called “${word}”`,
			nearest
				? `Did you mean “${nearest}”?`
				: known.length > 0
					? `Use one of: ${known.slice(0, 12).join(", ")}`
					: `Add it, or take the word out`,
		);
	}
}

/** The known word that is closest to `word`, when one is close: at most a third of its letters differ. */
export function nearestTo(word: string, known: string[]): string | undefined {
	const ranked = known
		.map((each) => ({ each, away: lettersApart(word, each) }))
		.sort((a, b) => a.away - b.away);
	const best = ranked[0];
	return best && best.away <= Math.max(1, Math.ceil(word.length / 3))
		? best.each
		: undefined;
}

/** Letters to add, drop or change to turn one word into the other (Levenshtein). */
function lettersApart(a: string, b: string): number {
	let row = Array.from({ length: b.length + 1 }, (_, index) => index);
	for (let i = 1; i <= a.length; i++) {
		const next = [i];
		for (let j = 1; j <= b.length; j++)
			next[j] = Math.min(
				(next[j - 1] ?? 0) + 1,
				(row[j] ?? 0) + 1,
				(row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1),
			);
		row = next;
	}
	return row[b.length] ?? 0;
}
