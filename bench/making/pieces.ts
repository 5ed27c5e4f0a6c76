/**
 * Text of which some pieces are other in each copy: identifiers, days, moments, names. It is taken apart once, and put together
 * for each copy.
 */

/** What stands at a place in a copy, by what stood there. */
export type Values = {
	uuid: (was: string) => string;
	/** Whole days by which everything is moved, a number of weeks. */
	days: number;
	/** Any other text that was looked for. */
	word: (was: string) => string;
};

type Token = { is: "uuid" | "instant" | "local" | "day" | "named-day" | "word"; was: string };

/** Texts, and between them numbers of tokens. */
export type Pieces = readonly (string | number)[];

const known =
	/([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})|(\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|\+00(?::00)?))|(\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d)?)|(\d{4}-\d\d-\d\d)|\b(\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December) \d{4})\b/;
const kinds = ["uuid", "instant", "local", "day", "named-day", "word"] as const;

/** What stands at the places of one original, each thing once. */
export class Places {
	readonly #tokens: Token[] = [];
	readonly #numbers = new Map<string, number>();
	readonly #pattern: RegExp;

	/** @param words what else is other in each copy */
	constructor(words: readonly string[]) {
		const others = words
			.toSorted((one, other) => other.length - one.length)
			.map((word) => RegExp.escape(word));
		this.#pattern = new RegExp(`${known.source}|(?<!\\p{L})(${others.join("|")})(?!\\p{L})`, "gu");
	}

	cut(text: string): Pieces {
		const pieces: (string | number)[] = [];
		let from = 0;
		for (const match of text.matchAll(this.#pattern)) {
			const nth = match.slice(1).findIndex((group) => group !== undefined);
			const is = kinds[nth] ?? "word";
			const key = `${is} ${match[0]}`;
			let number = this.#numbers.get(key);
			if (number === undefined) {
				number = this.#tokens.push({ is, was: match[0] }) - 1;
				this.#numbers.set(key, number);
			}
			pieces.push(text.slice(from, match.index), number);
			from = match.index + match[0].length;
		}
		pieces.push(text.slice(from));
		return pieces;
	}

	/** Puts another word in one copy where this one stood, if it did. */
	put(values: string[], was: string, is: string): void {
		const number = this.#numbers.get(`word ${was}`);
		if (number !== undefined) values[number] = is;
	}

	/** What stands at each place in one copy. */
	valuesIn({ uuid, days, word }: Values): string[] {
		return this.#tokens.map(({ is, was }) => {
			switch (is) {
				case "uuid":
					return uuid(was);
				case "word":
					return word(was);
				case "instant":
					return days === 0 ? was : moved(was, days);
				case "named-day":
					return days === 0 ? was : namedDay(was, days);
				default:
					return days === 0
						? was
						: dayText(Date.parse(was.slice(0, 10)) + days * day) + was.slice(10);
			}
		});
	}
}

export function joined(pieces: Pieces, values: readonly string[]): string {
	let text = "";
	for (const piece of pieces) text += typeof piece === "string" ? piece : values[piece];
	return text;
}

const day = 86_400_000;
const hour = 3_600_000;

const dayText = (at: number): string => new Date(at).toISOString().slice(0, 10);

/** The same time of day in London so many days later, as the text has it. */
function moved(was: string, days: number): string {
	const from = Date.parse(`${was.slice(0, 10)}T${was.slice(11, 19)}Z`);
	const local = from + offsetAt(from) + days * day;
	const at = local - offsetAt(local - hour);
	const text = new Date(at).toISOString();
	return text.slice(0, 10) + was.slice(10, 11) + text.slice(11, 19) + was.slice(19);
}

/** By how much London is ahead of UTC, in milliseconds: from the last Sunday of March to that of October, at 1:00 UTC. */
function offsetAt(at: number): number {
	const year = new Date(at).getUTCFullYear();
	let bounds = summers.get(year);
	if (!bounds) {
		bounds = [lastSunday(year, 2), lastSunday(year, 9)];
		summers.set(year, bounds);
	}
	return at >= bounds[0] && at < bounds[1] ? hour : 0;
}
const summers = new Map<number, [number, number]>();

function lastSunday(year: number, month: number): number {
	const last = new Date(Date.UTC(year, month + 1, 0));
	return last.getTime() - last.getUTCDay() * day + hour;
}

const inWords = new Intl.DateTimeFormat("en-GB", {
	day: "numeric",
	month: "long",
	year: "numeric",
	timeZone: "UTC",
});
const namedDays = new Map<string, string>();
function namedDay(was: string, days: number): string {
	const key = `${was} ${days}`;
	const there = namedDays.get(key) ?? inWords.format(Date.parse(`${was} UTC`) + days * day);
	namedDays.set(key, there);
	return there;
}
