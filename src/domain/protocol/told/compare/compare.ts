import { startingLarge } from "../../../english.ts";
import type { Protocol } from "../../protocol.ts";
import { involvedAsOne } from "../involved-as-one.ts";
import { type Kind, quoted, type Row, type Rows, rowsOf, sayThing } from "../table/row.ts";
import { areas, protocolWords } from "../table/whole.ts";
import { byFileNames, match } from "./names.ts";

/** One difference between two versions of a protocol, in words. */
export type Change = {
	/** What it is about: a stage by its title, "Forms", "Roles". */
	area: string;
	/** `wording`: only the words differ, and nothing that anybody does. */
	kind: "added" | "removed" | "changed" | "wording";
	/** How much it matters, from 100 (safety) to 1; wording is below 10. */
	weight: number;
	/** A sentence. */
	says: string;
};

/** Whether nothing but words changed: nobody does anything otherwise than before. */
export const isOnlyWording = (changes: Change[]): boolean =>
	changes.every(({ kind }) => kind === "wording");

/**
 * What changed from one version of a protocol to another: for each word of the table what it said before and
 * says now.
 *
 * A thing that has another name in the file and its old title is the same thing.
 *
 * @returns by area, the area with the weightiest change first, and in it the weightiest first; wording last.
 *   Nothing for two protocols that differ in no more than their version
 */
export function compareProtocols(written: Protocol, rewritten: Protocol): Change[] {
	const [before, after] = [involvedAsOne(written), involvedAsOne(rewritten)];
	const inFile = byFileNames(before, after);
	const versions: Versions = {
		before: { protocol: before, inFile: inFile.before },
		after: { protocol: after, inFile: inFile.after },
		isRenamed: inFile.isRenamed,
	};
	const found = (Object.keys(protocolWords) as (keyof Protocol)[]).flatMap((word) => {
		const area = areas[word] ?? "The protocol as a whole";
		return compareWord(protocolWords, word, before, after, { ...versions, area, name: area });
	});
	if (found.length === 0 && !isWrittenAlike({ ...before, version: after.version }, after))
		return [
			change(
				{ area: "The file" },
				1,
				"Things stand in another order in the file, and nothing else changed.",
			),
		];
	// The rounds of a stage that is repeated say the same of each.
	return inOrder([...new Map(found.map((each) => [`${each.area} ${each.says}`, each])).values()]);
}

function inOrder(found: Change[]): Change[] {
	const byWeight = (changes: Change[]) => changes.sort((a, b) => b.weight - a.weight);
	const sorted = (changes: Change[]) =>
		[...Map.groupBy(byWeight(changes), ({ area }) => area).values()].flat();
	return [
		...sorted(found.filter(({ kind }) => kind !== "wording")),
		...sorted(found.filter(({ kind }) => kind === "wording")),
	];
}

/** A version as people read it, and with the names of the newer file in the place of its titles. */
type Version = { protocol: Protocol; inFile: Protocol };
type Versions = { before: Version; after: Version; isRenamed: boolean };
/** Where something stands: under which heading, and what sentences call the thing that it stands in. */
type Place = Versions & { area: string; name: string };

const change = (
	{ area }: Pick<Place, "area">,
	weight: number,
	says: string,
	kind: Change["kind"] = "changed",
): Change => ({ area, kind: weight < 10 ? "wording" : kind, weight, says });

function compareWord<Thing, Word extends keyof Thing>(
	words: Rows<Thing>,
	word: Word,
	was: Thing,
	now: Thing,
	at: Place,
): Change[] {
	const [a, b] = [was[word], now[word]];
	if (words[word] === "its name" && a !== b)
		return [change(at, 8, `${quoted(String(a))} is now called ${quoted(String(b))}.`)];
	return rowsOf(words, word).flatMap((row) =>
		"open" in row
			? row.open((kind, of) =>
					compareAll(kind, of(a, at.before.protocol), of(b, at.after.protocol), at),
				)
			: compareRow(row, a, b, at),
	);
}

/** Things that were there before, and that are now. */
function compareAll<Thing extends object>(
	kind: Kind<Thing>,
	was: Thing[],
	now: Thing[],
	at: Place,
): Change[] {
	const { noun, weight, idOf, name } = kind;
	const { pairs, added, removed } = match(kind, was, now);
	const placeOf = (thing: Thing, { protocol }: Version): Place => ({
		...at,
		area: kind.area?.(thing, protocol) ?? at.area,
		name: name(thing, protocol, at.name),
	});
	const inFull = (thing: Thing, { protocol }: Version, verb = "") => {
		const all = sayThing(kind.words, thing, protocol).join("; ");
		return `${name(thing, protocol, at.name)}${verb}${all && `: ${all}`}.`;
	};
	const order = pairs.map(([, thing]) => thing);
	const kept = new Set(order);
	const orderNow = now.filter((thing) => kept.has(thing));
	return [
		...(weight === undefined
			? []
			: [
					...added.map((thing) =>
						change(
							placeOf(thing, at.after),
							weight,
							`New ${noun}: ${inFull(thing, at.after)}`,
							"added",
						),
					),
					...removed.map((thing) =>
						change(
							placeOf(thing, at.before),
							weight,
							`The ${noun} ${inFull(thing, at.before, " is gone")}`,
							"removed",
						),
					),
				]),
		...(kind.order !== undefined && order.some((thing, place) => thing !== orderNow[place])
			? [
					change(
						at,
						kind.order,
						`${startingLarge(at.name)}: now in this order: ${orderNow.map((thing) => name(thing, at.after.protocol, at.name)).join("; ")}.`,
					),
				]
			: []),
		...pairs.flatMap(([a, b]) => {
			const place = placeOf(b, at.after);
			return [
				...(idOf(a) === idOf(b)
					? []
					: [
							change(
								place,
								2,
								`${startingLarge(place.name)} is called “${idOf(b)}” in the file; it was called “${idOf(a)}”.`,
							),
						]),
				...(Object.keys(kind.words) as (keyof Thing)[]).flatMap((word) =>
					compareWord(kind.words, word, a, b, place),
				),
			];
		}),
	];
}

/** "“Sign off”: now by agency A’s manager; before, by agency A’s senior manager." */
function compareRow<Value>(
	row: Row<NonNullable<Value>>,
	was: Value,
	now: Value,
	at: Place,
): Change[] {
	if (was === now || (!at.isRenamed && isWrittenAlike(was, now))) return [];
	if (!row.pieces && sayOf(row, was, at.before.inFile) === sayOf(row, now, at.after.inFile))
		return [];
	const [before, after] = [piecesOf(row, was, at.before), piecesOf(row, now, at.after)];
	const [gone, come] = [notIn(before, after), notIn(after, before)];
	const say = (words: string, weight = row.weight) =>
		change(at, weight, `${startingLarge(at.name)}: ${words}.`);
	if (gone.length + come.length === 0) {
		const isInOrder = [...before.keys()].join("\n") === [...after.keys()].join("\n");
		return isInOrder || !row.inOrder
			? []
			: [say(`in another order, ${sayOf(row, now, at.after.protocol)}`, 4)];
	}
	if (row.told === "each") {
		const list = (pieces: NonNullable<Value>[], { protocol }: Version) =>
			sayOf(row, together(pieces), protocol);
		return [
			...(come.length > 0
				? [say(`now ${before.size > 0 ? "also " : ""}${list(come, at.after)}`)]
				: []),
			...(gone.length > 0 ? [say(`no longer ${list(gone, at.before)}`)] : []),
		];
	}
	const [wasSaid, nowSaid] = [
		sayOf(row, was, at.before.protocol),
		sayOf(row, now, at.after.protocol),
	];
	// Two things of one title are told apart by their names in the file.
	const isSame = wasSaid === nowSaid;
	const first = isSame ? sayOf(row, was, at.before.inFile) : wasSaid;
	const last = isSame ? sayOf(row, now, at.after.inFile) : nowSaid;
	if (last === undefined) return [say(`no longer ${first}`)];
	return [say(first === undefined ? `now ${last}` : `now ${last}; before, ${first}`)];
}

/** Pieces of a list, or of what is told by name, as one again. */
const together = <Value>(pieces: Value[]): Value =>
	(pieces.every(Array.isArray) ? pieces.flat() : Object.assign({}, ...pieces)) as Value;

const isWrittenAlike = (one: unknown, other: unknown): boolean =>
	JSON.stringify(one) === JSON.stringify(other);

const sayOf = <Value>(
	row: Row<NonNullable<Value>>,
	value: Value,
	protocol: Protocol,
): string | undefined =>
	value === undefined || value === null ? undefined : row.says(value, protocol);

/** The smallest pieces of a value, by what is said of each in the names of the newer file. */
function piecesOf<Value>(
	row: Row<NonNullable<Value>>,
	value: Value,
	{ inFile }: Version,
): Map<string, NonNullable<Value>> {
	if (value === undefined || value === null) return new Map();
	const pieces = row.pieces?.(value) ?? [value];
	return new Map(
		pieces.flatMap((piece) => {
			const phrase = sayOf(row, piece, inFile);
			return phrase === undefined ? [] : [[phrase, piece] as const];
		}),
	);
}

const notIn = <Value>(some: Map<string, Value>, others: Map<string, unknown>): Value[] =>
	[...some].flatMap(([phrase, piece]) => (others.has(phrase) ? [] : [piece]));
