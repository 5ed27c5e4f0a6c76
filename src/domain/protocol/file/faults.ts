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
	fix: string;
};

/** A fault as two sentences: what is wrong, and the mend. */
export const sayFault = ({ wrong, fix }: Fault): [string, string] => [
	asSentence(wrong),
	asSentence(fix),
];

const asSentence = (said: string): string => (/[.?!]$/.test(said) ? said : `${said}.`);

/** Looking for the nearest of many words for each of many would take minutes. */
const mostCompared = 100_000;

/** The faults found so far; each knows its line. */
export class Faults {
	readonly #found = new Map<string, Fault>();
	/** How many words were held beside one that is unknown. */
	#compared = 0;
	readonly #lineOf: (path: Path) => number | undefined;

	constructor(lineOf: (path: Path) => number | undefined = () => undefined) {
		this.#lineOf = lineOf;
	}

	/** Says it once, however often it is found: what is repeated in the engine stands in the file one time. */
	add(path: Path, wrong: string, fix: string): void {
		const where = path.map(String).join(" › ");
		const key = `${where}\n${wrong}`;
		if (!this.#found.has(key))
			this.#found.set(key, { line: this.#lineOf(path), where, wrong, fix });
	}

	isEmpty(): boolean {
		return this.#found.size === 0;
	}

	/** From the top of the file to its end. */
	inOrder(): Fault[] {
		return [...this.#found.values()].sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
	}

	/** The nearest known word; undefined too when a file has more unknown words than anybody mends at one time. */
	nearest(word: string, known: string[]): string | undefined {
		this.#compared += known.length;
		return this.#compared > mostCompared ? undefined : nearestTo(word, known);
	}

	/** A word that names nothing: the nearest known one is offered. @param meaning the known ones as they are listed */
	unknown(path: Path, word: string, kind: string, known: string[], meaning = known): void {
		const nearest = this.nearest(word, known);
		this.add(
			path,
			word === "" ? `A ${kind} is missing` : `There is no ${kind} called “${word}”`,
			nearest
				? `Did you mean “${nearest}”?`
				: known.length > 0
					? `Use one of: ${meaning.slice(0, 15).join(", ")}`
					: `Add it, or take the word out`,
		);
	}
}

/** The known word that is closest to `word`, when one is close: at most a third of its letters differ. */
export function nearestTo(word: string, known: string[]): string | undefined {
	let nearest: string | undefined;
	let least = Math.max(1, Math.ceil(word.length / 3)) + 1;
	for (const each of known) {
		// Words differ by at least as many letters as their lengths do.
		if (Math.abs(each.length - word.length) >= least) continue;
		const away = lettersApart(word, each, least);
		if (away >= least) continue;
		nearest = each;
		least = away;
	}
	return nearest;
}

/** Whether somebody who wrote this meant that and slipped: a letter or two are other ones. */
export const isNearly = (word: string, other: string): boolean => {
	const slips = other.length > 5 ? 2 : 1;
	return (
		other.length > 3 &&
		word !== other &&
		Math.abs(word.length - other.length) <= slips &&
		lettersApart(word, other, slips + 1) <= slips
	);
};

/**
 * Letters to add, drop or change to turn one word into the other (Levenshtein).
 *
 * @param enough where counting stops: what is as far as this is too far to matter
 */
function lettersApart(a: string, b: string, enough: number): number {
	let row = Array.from({ length: b.length + 1 }, (_, index) => index);
	for (let i = 1; i <= a.length; i++) {
		const next = [i];
		let least = i;
		for (let j = 1; j <= b.length; j++) {
			const away = Math.min(
				(next[j - 1] ?? 0) + 1,
				(row[j] ?? 0) + 1,
				(row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1),
			);
			next.push(away);
			if (away < least) least = away;
		}
		if (least >= enough) return enough;
		row = next;
	}
	return row[b.length] ?? 0;
}
