import { z } from "zod";
import {
	asKept,
	mostNewRows,
	newRow,
	placesOf,
	type Typed,
} from "../../../../domain/protocol/usual/change.ts";
import type { Part, Place } from "../../../../domain/protocol/usual/place.ts";
import { revisionIn } from "../../../parts/protocol/received-text.ts";
import { sentText } from "../../../parts/protocol/typed-text.ts";

/** What the buttons ask for. */
export const asks = { check: "check", save: "save", back: "back", add: "add" } as const;

/** A form as it was sent. */
export type Sent = {
	pressed: string;
	/** Of the text that its sender saw. */
	revision: number;
	/** What they changed, by the names of places. */
	mine: Typed;
	/** What was there when they began. */
	was: Typed;
	/** How many rows there were for what is new. */
	rows: number;
};

/** What a place says, in the inputs of its form: a length as an amount and a unit. */
export const amountOf = (name: string): string => `${name}-amount`;
export const unitOf = (name: string): string => `${name}-unit`;

/** What every input began with, to tell later what its sender changed. */
export const begunWith = (part: Part): string =>
	JSON.stringify(Object.fromEntries(placesOf(part).map(({ name, says }) => [name, says])));

/** @param part as the draft has it now, which may be otherwise than when the form was drawn */
export function readSent(part: Part, body: unknown): Sent {
	const places = new Map(placesOf(part).map((place) => [place.name, place]));
	const was = textsIn(body, "_was");
	const already = textsIn(body, "_typed");
	const typed =
		already.size > 0
			? already
			: new Map(
					[...new Set([...places.keys(), ...was.keys(), ...namesOfNewRows(part)])].flatMap(
						(name) => {
							const text = typedAt(body, name);
							return text === undefined ? [] : [[name, text] as const];
						},
					),
				);
	const kept = (name: string, text: string) => asKept(places.get(name) ?? { asks: "line" }, text);
	const begun = (name: string) => was.get(name) ?? places.get(name)?.says ?? "";
	return {
		pressed: sentText(body, "_do"),
		revision: revisionIn(body, "_revision"),
		mine: new Map(
			[...typed].filter(([name, text]) => kept(name, text) !== kept(name, begun(name))),
		),
		was,
		rows: Math.min(Math.max(revisionIn(body, "_rows"), 1), mostNewRows),
	};
}

/** What somebody else did meanwhile to what the sender changed. */
export type Clash = {
	/** Places that say neither what they said before nor what the sender wants. */
	changed: Place[];
	/** What the sender typed for places that are there no more. */
	gone: string[];
};

export function clashOf(part: Part, { mine, was }: Sent): Clash {
	const places = new Map(placesOf(part).map((place) => [place.name, place]));
	const rows = new Set(namesOfNewRows(part));
	const changed = [...mine].flatMap(([name, text]) => {
		const place = places.get(name);
		const before = was.get(name);
		return place && before !== undefined && before !== place.says && text.trim() !== place.says
			? [place]
			: [];
	});
	const gone = [...mine].flatMap(([name, text]) =>
		places.has(name) || rows.has(name) || text.trim() === "" ? [] : [text],
	);
	return { changed, gone };
}

const namesOfNewRows = ({ rows }: Part): string[] =>
	rows
		? Array.from({ length: mostNewRows }, (_, row) =>
				rows.of === "themes"
					? newRow("themes", row)
					: rows.asks.map((word) => newRow(rows.of, row, word)),
			).flat()
		: [];

/** Undefined where the form had no such input. */
function typedAt(body: unknown, name: string): string | undefined {
	const has = (input: string) =>
		typeof body === "object" && body !== null && Object.hasOwn(body, input);
	if (has(name)) return sentText(body, name);
	if (!has(unitOf(name))) return undefined;
	const unit = sentText(body, unitOf(name));
	return unit === "immediately" ? unit : `${sentText(body, amountOf(name)).trim()} ${unit}`;
}

const texts = z.record(z.string(), z.string());

/** Texts by name that a page gave its form to carry. */
function textsIn(body: unknown, name: string): Map<string, string> {
	try {
		return new Map(Object.entries(texts.parse(JSON.parse(sentText(body, name)))));
	} catch {
		return new Map();
	}
}
