import type { Edit, EditableYaml, Path } from "../file/edit-yaml.ts";
import type { Fault } from "../file/faults.ts";
import { readWithin, sayWithin } from "../within.ts";
import type { Part, Place } from "./place.ts";

/** What was typed, by the names of places; for a row that a list has not got yet, by {@link newRow}. */
export type Typed = ReadonlyMap<string, string>;

/** What is wrong with something that was typed, before the file is even asked. */
export type Wrong = "missing" | "no-length" | "last-of-its-list";

export type Changed =
	| {
			source: string;
			/** The name of what a fault of the new text comes from; undefined where it could be several. */
			placeOf: (fault: Fault) => string | undefined;
			wrong?: never;
	  }
	| { wrong: Map<string, Wrong>; source?: never; placeOf?: never }
	/** The file writes something in a way that can be changed in the file only. */
	| { source?: never; placeOf?: never; wrong?: never };

/** The name of what is typed in a row that is new. @param word left out where a row is one text */
export const newRow = (list: string, row: number, word?: string): string =>
	[list, `+${row}`, ...(word === undefined ? [] : [word])].join(".");

export const placesOf = ({ groups }: Part): Place[] =>
	groups.flatMap(({ sections }) => sections.flatMap(({ places }) => places));

/** Typed words as they are kept: a length as it is said, so that “one week” and “1 week” are the same. */
export function asKept({ asks }: Pick<Place, "asks">, typed: string): string {
	const text = typed.trim();
	const limit = asks === "length" ? readWithin(text) : undefined;
	return limit ? sayWithin(limit) : text;
}

/**
 * The file after what was typed on the page of a part.
 *
 * @param file that which the part was made from
 * @param typed what is to be said from now on; places that are not in it stay as they are. A row of a list that is
 *   left blank is taken out
 */
export function changeUsual(file: EditableYaml, part: Part, typed: Typed): Changed {
	const places = placesOf(part);
	const saidNow = (place: Place) => {
		const given = place.isShared ? undefined : typed.get(place.name);
		return given === undefined ? place.says : asKept(place, given);
	};
	const rows = part.rows ? [...Map.groupBy(places, rowOf)] : [];
	const gone = new Set(
		rows.flatMap(([row, words]) => (words.every((word) => saidNow(word) === "") ? [row] : [])),
	);
	const stays = (place: Place) => !part.rows || !gone.has(rowOf(place));
	const changes = places.flatMap((place) => {
		const says = saidNow(place);
		return stays(place) && says !== place.says ? [{ place, says }] : [];
	});
	const news = newRows(part, typed);
	const wrong = new Map<string, Wrong>();
	for (const { place, says } of changes) {
		if (says === "" && !place.isOptional) wrong.set(place.name, "missing");
		if (place.asks === "length" && !isLength(says)) wrong.set(place.name, "no-length");
	}
	for (const row of news)
		for (const { name, says } of row) if (says === "") wrong.set(name, "missing");
	const [first] = places;
	if (first && rows.length > 0 && gone.size === rows.length && news.length === 0)
		wrong.set(first.name, "last-of-its-list");
	if (wrong.size > 0) return { wrong };

	const added = addedRows(
		part,
		news,
		rows.map(([row]) => row),
	);
	const before = [
		...changes.map(({ place }) => place.says),
		...places.filter((place) => gone.has(rowOf(place))).map((place) => place.says),
	];
	const whole = file.edited([
		...changes.map(({ place, says }) => editOf(place, says)),
		...welshLeftOver(file, before),
		...[...gone].map((row): Edit => ({ at: [part.rows?.of ?? "", row], write: undefined })),
		...added,
	]);
	if (whole === undefined) return {};
	const isBefore = (row: string | number, other: string | number) =>
		typeof row === "number" && typeof other === "number" && row < other;
	/** Where a place stands once the rows before it are gone. */
	const moved = ([list, row, ...rest]: Path): Path =>
		list === undefined || typeof row !== "number"
			? [list, row, ...rest].filter((word) => word !== undefined)
			: [list, row - [...gone].filter((one) => isBefore(one, row)).length, ...rest];
	const typedAt = [
		...changes.map(({ place }) => ({ name: place.name, at: moved(place.at) })),
		...news.flatMap((row, index) =>
			row.map(({ name, word }) => ({
				name,
				at: [...moved(added[index]?.at ?? []), ...(word === undefined ? [] : [word])],
			})),
		),
	];
	return { source: whole, placeOf: (fault) => nearestTo(fault, typedAt) };
}

/** The Welsh of what is said otherwise now goes with it, unless the same words stand elsewhere. */
function welshLeftOver(file: EditableYaml, before: readonly string[]): Edit[] {
	const { welsh, ...others } = file.at([]) as { welsh?: Record<string, string> };
	if (!welsh) return [];
	const texts = textsIn(others);
	const timesSaid = (text: string) => texts.filter((one) => one === text).length;
	return [...Map.groupBy(before, (text) => text)].flatMap(([text, changed]) =>
		Object.hasOwn(welsh, text) && timesSaid(text) <= changed.length
			? [{ at: ["welsh", text], write: undefined }]
			: [],
	);
}

const textsIn = (value: unknown): string[] =>
	typeof value === "string"
		? [value.trim()]
		: typeof value === "object" && value !== null
			? Object.values(value).flatMap(textsIn)
			: [];

/** Which row of its list a place is of. */
const rowOf = ({ at }: Place): string | number => at[1] ?? "";

const isLength = (says: string): boolean => !/^0+\b/.test(says) && readWithin(says) !== undefined;

function editOf({ at, written, after }: Place, says: string): Edit {
	const write = says === "" ? undefined : (written?.(says) ?? says);
	return { at, write, ...(after !== undefined && { after }) };
}

type NewWord = { name: string; word: string | undefined; says: string };

/** More than anybody adds at one time. */
export const mostNewRows = 50;

/** The new rows in which something was typed. */
function newRows({ rows }: Part, typed: Typed): NewWord[][] {
	if (!rows) return [];
	const { of, asks } = rows;
	return Array.from({ length: mostNewRows }, (_, row) =>
		(of === "themes" ? [undefined] : asks).map((word) => {
			const name = newRow(of, row, word);
			return { name, word, says: typed.get(name)?.trim() ?? "" };
		}),
	).filter((row) => row.some(({ says }) => says !== ""));
}

/** New rows at the end of their list. A theme gets a name of its own, which it keeps whatever it is called later. */
function addedRows({ rows }: Part, news: NewWord[][], there: (string | number)[]): Edit[] {
	if (!rows) return [];
	const taken = new Set(there);
	return news.map((row, index): Edit => {
		const [first] = row;
		if (rows.of === "safety")
			return {
				at: ["safety", there.length + index],
				write: Object.fromEntries(inFileOrder(row).map(({ word = "", says }) => [word, says])),
			};
		const id = nameFor(first?.says ?? "", taken);
		taken.add(id);
		return { at: ["themes", id], write: first?.says ?? "" };
	});
}

/** A contact is asked as people think of it, and written as files have it: when, the number, who answers. */
const inFileOrder = (row: NewWord[]): NewWord[] =>
	["if", "call", "name"].flatMap((word) => row.filter((each) => each.word === word));

/** A name in the file, made of the words: `information-sharing`, and `information-sharing-2` where that is taken. */
function nameFor(words: string, taken: ReadonlySet<string | number>): string {
	const whole = words
		.normalize("NFKD")
		.replaceAll(/[\u0300-\u036f’']/g, "")
		.toLowerCase()
		.replaceAll(/[^a-z0-9]+/g, "-")
		.replaceAll(/^[^a-z]+|-+$/g, "");
	const name = /^.{1,40}(?=-|$)/.exec(whole)?.[0] ?? (whole.slice(0, 40) || "theme");
	const free = (index: number): string => {
		const tried = index === 1 ? name : `${name}-${index}`;
		return taken.has(tried) ? free(index + 1) : tried;
	};
	return free(1);
}

/** What was typed where a fault is; else what was typed around it or inside it; or the only thing that was typed. */
function nearestTo({ where }: Fault, typed: { name: string; at: Path }[]): string | undefined {
	const isIn = (inner: string, outer: string) => inner === outer || inner.startsWith(`${outer} › `);
	const places = typed.map(({ name, at }) => ({ name, place: at.join(" › ") }));
	return (
		places.find(({ place }) => isIn(where, place)) ??
		places.find(({ place }) => where !== "" && isIn(place, where)) ??
		(places.length === 1 ? places[0] : undefined)
	)?.name;
}
