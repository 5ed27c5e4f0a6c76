import { startingLarge } from "../../../english.ts";
import { type Said, sayItTo } from "../../../said.ts";
import type { Protocol } from "../../protocol.ts";

/**
 * How one word of the language is told of a thing that has it.
 *
 * What it says stands after "now", "no longer" and the name of the thing: "“Sign off”: now by agency A’s manager".
 * Names are taken from the protocol that is given, so that two versions can also be told by the names in their files.
 */
export type Row<Value> = {
	/** How much a change of it matters, from 100 (safety) to 1; below 10 only words differ, and nothing that anybody does. */
	weight: number;
	/** Undefined where this value says nothing. */
	says: (value: Value, protocol: Protocol) => string | undefined;
	/** The smallest pieces of a value whose order means nothing, or next to nothing. */
	pieces?: (value: Value) => Value[];
	/** `each`: pieces that are new or gone are told, and not the whole before and after. */
	told?: "each";
	/** That the same pieces stand in another order is told too. */
	inOrder?: true;
};

/** Things that stand inside a thing, each compared with itself. `open` hides of what kind they are. */
export type Inside<Value> = {
	open: <Result>(
		visit: <Thing extends object>(
			kind: Kind<Thing>,
			of: (value: Value, protocol: Protocol) => Thing[],
		) => Result,
	) => Result;
	/** What is said of them in a word about the thing that they stand in. */
	says?: ((value: NonNullable<Value>, protocol: Protocol) => string | undefined) | undefined;
};

/** A row for every word of a thing: a new word of the language does not compile until it has one. */
export type Rows<Thing> = {
	[Word in keyof Thing]-?:
		| Told<Thing[Word]>
		| Told<Thing[Word]>[]
		/** Sentences name the thing by it. */
		| "its name"
		/** Made from other words, or the name in the file. */
		| "elsewhere";
};
type Told<Value> = Row<NonNullable<Value>> | Inside<Value>;

/** All that is told of a word by itself. */
export function rowsOf<Thing, Word extends keyof Thing>(
	words: Rows<Thing>,
	word: Word,
): Told<Thing[Word]>[] {
	const rows: Rows<Thing>[Word] = words[word];
	if (rows === "its name" || rows === "elsewhere") return [];
	return Array.isArray(rows) ? rows : [rows as Told<Thing[Word]>];
}

/** A kind of thing that a protocol consists of. */
export type Kind<Thing> = {
	noun: string;
	/** How much it matters that one is new or gone; undefined where that is told of something else. */
	weight?: number;
	/** How much their order matters; undefined where it means nothing. */
	order?: number;
	/** Its name in the file. */
	idOf: (thing: Thing) => string;
	/** By which it is found again when it has another name in the file. */
	knownBy: (thing: Thing) => string;
	/** What sentences call it; `within` is what they call the thing that it stands in. */
	name: (thing: Thing, protocol: Protocol, within: string) => string;
	/** The heading under which changes of it stand, where it is not that of the thing it stands in. */
	area?: (thing: Thing, protocol: Protocol) => string;
	words: Rows<Thing>;
};

/** For things that have a name in the file and a title. */
export const byItsTitle = {
	idOf: ({ id }: { id: string }): string => id,
	knownBy: ({ title }: { title: string }): string => title,
	name: ({ title }: { title: string }): string => quoted(title),
};

/** Every word that one of several shapes of a thing may have: those of a day, of a choice, of a person. */
export type EveryWord<Shape> = {
	[Word in Shape extends unknown ? keyof Shape : never]?: Shape extends unknown
		? Word extends keyof Shape
			? Shape[Word] | undefined
			: never
		: never;
};

/** A value that is said whole. */
export const whole = <Value>(
	weight: number,
	says: (value: Value, protocol: Protocol) => string | undefined,
): Row<Value> => ({ weight, says });

/** Said when it is so. */
export const flag = (weight: number, phrase: Said): Row<boolean> => ({
	weight,
	says: (is, protocol) => (is ? sayItTo(protocol, phrase) : undefined),
});

/** Words that only explain, quoted: “with the words “…””. */
export const text = (before: string): Row<string> => ({
	weight: 5,
	says: (words) => `${before} ${quoted(words)}`,
});

type SaysList<Item> = (items: Item[], protocol: Protocol) => string;
const items = <Item>(list: Item[]): Item[][] => list.map((item) => [item]);

/** A list that is said whole. */
export const all = <Item>(weight: number, says: SaysList<Item>): Row<Item[]> => ({
	weight,
	says: (list, protocol) => (list.length > 0 ? says(list, protocol) : undefined),
	pieces: items,
});

/** A list of which is told what is new in it and what is gone. */
export const each = <Item>(weight: number, says: SaysList<Item>): Row<Item[]> => ({
	...all(weight, says),
	told: "each",
});

export const inside = <Value, Thing extends object>(
	kind: Kind<Thing>,
	of: (value: Value, protocol: Protocol) => Thing[],
	says?: Inside<Value>["says"],
): Inside<Value> => ({ open: (visit) => visit(kind, of), says });

/** What its words say of a thing, a sentence for each. @param leaveOut as for {@link sayThing} */
export const sentences = <Thing extends object>(
	protocol: Protocol,
	{ words }: Kind<Thing>,
	thing: Thing,
	leaveOut: (keyof Thing)[] = [],
): string[] => sayThing(words, thing, protocol, leaveOut).map(sentence);

export const sentence = (phrase: string): string => `${startingLarge(phrase)}.`;

export const quoted = (words: string): string => `“${words}”`;

/**
 * Everything that its words say of a thing, in the order of the table.
 *
 * @param leaveOut words that are told elsewhere on the same page
 */
export function sayThing<Thing extends object>(
	words: Rows<Thing>,
	thing: Thing,
	protocol: Protocol,
	leaveOut: (keyof Thing)[] = [],
): string[] {
	return (Object.keys(words) as (keyof Thing)[]).flatMap((word) => {
		const value = thing[word];
		if (leaveOut.includes(word) || value === undefined || value === null) return [];
		return rowsOf(words, word).flatMap((row) => {
			// What only explains is long, and stands where the thing itself is told.
			const phrase = "weight" in row && row.weight < 10 ? undefined : row.says?.(value, protocol);
			return phrase === undefined ? [] : [phrase];
		});
	});
}
