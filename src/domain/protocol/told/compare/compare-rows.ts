import { sayList, startingLarge } from "../../../english.ts";
import {
	type Clock,
	type Copy,
	type Party,
	type Protocol,
	type Sends,
	type StepId,
	sayParty,
	type Target,
} from "../../protocol.ts";
import { sayCopy, sayPlaces, saySendable, saySideOf } from "../protocol-in-words.ts";
import { type Ids, idIn, type Matched, match, partyIn, targetIn } from "./compare-ids.ts";

/** One of the two versions: its words, and the names of its things as the newer one has them. */
export type Version = {
	protocol: Protocol;
	ids: Ids;
	/** The clocks of its steps, by step. */
	clocks: ReadonlyMap<StepId, Clock>;
};

/** A sentence about what changed, before it has its area. */
export type Said = {
	kind: "added" | "removed" | "changed" | "wording";
	weight: number;
	says: string;
};

/** How one word of the language is compared. */
export type Row<Value> = {
	/** What must differ for it to have changed; without it, the value itself. */
	key?: (value: Value, version: Version) => unknown;
	says: (was: Value, now: Value, at: { before: Version; after: Version; name: string }) => Said[];
};

/** A row for every word of a thing: a new word of the language does not compile until it has one. */
export type Rows<Thing> = {
	[Word in keyof Thing]-?: Row<Thing[Word]> | "elsewhere";
};

/** What changed from one thing to another, word by word. `name` is what sentences call it. */
export function compareBy<Thing extends object>(
	rows: Rows<Thing>,
	was: Thing,
	now: Thing,
	at: { before: Version; after: Version; name: string },
): Said[] {
	const said: Said[] = [];
	for (const word of Object.keys(rows) as (keyof Thing)[]) {
		const row: Row<Thing[typeof word]> | "elsewhere" = rows[word];
		if (row === "elsewhere") continue;
		const key = (value: Thing[typeof word], version: Version) =>
			JSON.stringify(row.key ? row.key(value, version) : value) ?? "";
		if (key(was[word], at.before) !== key(now[word], at.after))
			said.push(...row.says(was[word], now[word], at));
	}
	return said;
}

export const changed = (weight: number, says: string): Said => ({
	kind: "changed",
	weight,
	says,
});

/** Words that only explain. `what` follows the name: "the guidance of “Sign off”". */
export const wording = <Value extends string | undefined>(
	what: (name: string) => string,
): Row<Value> => ({
	says: (was, now, { name }) => [
		{
			kind: "wording",
			weight: 5,
			says: !now
				? `${startingLarge(what(name))} is left out; it read “${was}”.`
				: was
					? `${startingLarge(what(name))} reads “${now}”; it read “${was}”.`
					: `${startingLarge(what(name))} is new: “${now}”.`,
		},
	],
});

/** The name of a thing itself. */
export const title: Row<string> = {
	says: (was, now) => [
		{
			kind: "wording",
			weight: 8,
			says: `“${was}” is now called “${now}”.`,
		},
	],
};

/** Yes or no; the sentences say the newer state. */
export const flag = <Value extends boolean | undefined>(
	weight: number,
	yes: (name: string) => string,
	no: (name: string) => string,
): Row<Value> => ({
	says: (_, now, { name }) => [changed(weight, now ? yes(name) : no(name))],
});

/** A value that can be said; "not set" where there is none. */
export const value = <Value>(
	weight: number,
	sentence: (name: string, now: string, was: string) => string,
	say: (value: NoInfer<NonNullable<Value>>, protocol: Protocol) => string,
	key?: (value: NoInfer<Value>, version: Version) => unknown,
	none = "nobody",
): Row<Value> => ({
	...(key && { key }),
	says: (was, now, { before, after, name }) => [
		changed(
			weight,
			sentence(
				name,
				now === undefined || now === null ? none : say(now, after.protocol),
				was === undefined || was === null ? none : say(was, before.protocol),
			),
		),
	],
});

/** Several things of which some are new and some are gone. */
export const list = <Item>(
	weight: number,
	gained: (name: string, items: string) => string,
	lost: (name: string, items: string) => string,
	say: (item: Item, protocol: Protocol) => string,
	keyOf: (item: Item, version: Version) => string,
	/** Keeps their order out of it where that means nothing. */
	join: (items: string[]) => string = sayList,
): Row<Item[]> => ({
	key: (items, version) => items.map((item) => keyOf(item, version)).sort(),
	says: (was, now, { before, after, name }) => {
		const keysBefore = new Set(was.map((item) => keyOf(item, before)));
		const keysAfter = new Set(now.map((item) => keyOf(item, after)));
		const added = now.filter((item) => !keysBefore.has(keyOf(item, after)));
		const removed = was.filter((item) => !keysAfter.has(keyOf(item, before)));
		return [
			...(added.length > 0
				? [changed(weight, gained(name, join(added.map((item) => say(item, after.protocol)))))]
				: []),
			...(removed.length > 0
				? [changed(weight, lost(name, join(removed.map((item) => say(item, before.protocol)))))]
				: []),
		];
	},
});

export const fieldLabel = (id: string, protocol: Protocol): string =>
	`“${protocol.fields[id]?.label ?? id}”`;

/** What is asked, as “who asks” is named: it now asks …, and no longer asks …. */
export const asks = (weight = 45): Row<string[]> =>
	list(
		weight,
		(name, items) => `${name} now asks ${items}.`,
		(name, items) => `${name} no longer asks ${items}.`,
		fieldLabel,
		(id, { ids }) => idIn(ids, "field", id),
	);

export const partyKey = (party: Party | undefined, { ids }: Version): string | undefined =>
	party && partyIn(ids, party);

export const targetsKey = (targets: Target[], { ids }: Version): string[] =>
	targets.map((target) => targetIn(ids, target)).sort();

/** Where something leads. `from` begins the sentence: "“Yes” at “Weigh it”". */
export const leads = (weight: number): Row<Target[]> => ({
	key: targetsKey,
	says: (was, now, { before, after, name }) => [
		changed(
			weight,
			was.length === 0
				? `${name} now leads to ${sayPlaces(after.protocol, now)}; it led nowhere.`
				: now.length === 0
					? `${name} no longer leads to ${sayPlaces(before.protocol, was)}.`
					: `${name} now leads to ${sayPlaces(after.protocol, now)}, not to ${sayPlaces(before.protocol, was)}.`,
		),
	],
});

const sendable = (id: string, { ids }: Version): string =>
	ids.form.get(id) ?? idIn(ids, "field", id);

const saySends = (protocol: Protocol, { what, to }: Sends): string =>
	`${what.length > 0 ? sayList(what.map((id) => `“${saySendable(protocol, id)}”`)) : "word that it happened"} to ${sayList(to.map((side) => saySideOf(protocol, side)))}`;

export const sends = (weight: number): Row<Sends | undefined> => ({
	key: (sent, version) =>
		sent && {
			what: sent.what.map((id) => sendable(id, version)).sort(),
			to: sent.to.map((side) => idIn(version.ids, "role", side)).sort(),
		},
	says: (was, now, { before, after, name }) => [
		changed(
			weight,
			now
				? `${name} now sends ${saySends(after.protocol, now)}; before, ${was ? saySends(before.protocol, was) : "nothing"}.`
				: `${name} no longer sends ${was ? saySends(before.protocol, was) : "anything"}.`,
		),
	],
});

export const copies: Row<Copy[]> = list(
	55,
	(name, items) => `${name} is now copied to ${items}.`,
	(name, items) => `${name} is no longer copied to ${items}.`,
	(copy, protocol) => sayCopy(protocol, copy),
	(copy, { ids }) => `${partyIn(ids, copy.to)} ${copy.sees}`,
);

/** The two versions that are compared. */
export type Versions = { before: Version; after: Version };
/** Takes sentences, with the area they belong to. */
export type Tell = (area: string, said: Said[]) => void;

export const differs = (a: unknown, b: unknown): boolean => JSON.stringify(a) !== JSON.stringify(b);

/** A sentence about words alone. */
export const word = (says: string, weight = 1): Said => ({
	kind: "wording",
	weight,
	says,
});

/** Things that are new or gone, and those that have another name in the file. */
export const comings = <T>(
	{ pairs, added, removed }: Matched<T>,
	weight: number,
	{
		isNew,
		isGone,
		idOf,
		name,
	}: {
		isNew: (thing: T) => string;
		isGone: (thing: T) => string;
		idOf: (thing: T) => string;
		name: (thing: T) => string;
	},
): Said[] => [
	...added.map((thing): Said => ({ kind: "added", weight, says: isNew(thing) })),
	...removed.map((thing): Said => ({ kind: "removed", weight, says: isGone(thing) })),
	...pairs.flatMap(([was, now]) => renamed(name(now), idOf(was), idOf(now))),
];

/** That something has another name in the file; nothing when it has not. */
export const renamed = (name: string, was: string, now: string): Said[] =>
	was === now ? [] : [word(`${name} is called “${now}” in the file; it was called “${was}”.`, 2)];

export const quoted = (text: string) => `“${text}”`;

export const asIs = (text: string): string => text;

export const partyOf = (party: Party, protocol: Protocol): string => sayParty(protocol, party);

/** Texts that have names: themes, options. */
export function named(
	weight: number,
	what: string,
	was: Record<string, string>,
	now: Record<string, string>,
	of = "",
): Said[] {
	const { pairs, added, removed } = match(
		Object.entries(was),
		Object.entries(now),
		([id]) => id,
		([, text]) => text,
	);
	return [
		...added.map(
			([, text]): Said => ({
				kind: "added",
				weight,
				says: `New ${what}${of}: “${text}”.`,
			}),
		),
		...removed.map(
			([, text]): Said => ({
				kind: "removed",
				weight,
				says: `The ${what} “${text}”${of} is gone.`,
			}),
		),
		...pairs.flatMap(([[id, a], [other, b]]) => [
			...(a === b ? [] : [word(`The ${what} “${a}”${of} now reads “${b}”.`, 7)]),
			...(id === other
				? []
				: [
						word(
							`The ${what} “${b}”${of} is called “${other}” in the file; it was called “${id}”.`,
							2,
						),
					]),
		]),
	];
}
