/**
 * Where a list goes on. Most lists go on after the last row that was given, so that what is added or goes meanwhile moves nothing;
 * those that the database pages by counting go on at the next page. Each says in the document which of the two it is.
 */
import { createHash } from "node:crypto";
import { z } from "zod";
import type { Viewer } from "../../domain/people/viewer.ts";
import type { Counted } from "../../store/where-to-look.ts";
import { Problem } from "./problem.ts";

/** After so many pages nobody goes on by hand or by program: a search is narrowed instead. */
const mostPages = 10_000;

/** What is said of a list that goes on after its last row. */
export const goesOnAfterRow =
	"A page begins after the last row of the one before: what is added or goes meanwhile moves no other. A row that gets another place meanwhile may come twice or be missed; where the last row itself is gone, the answer is `begin-again`.";

/** What is said of a list that goes on at the next page. */
export const goesOnAtPage = `Pages are counted from the first row each time: what comes, goes or gets another place while you page may have a row come twice or be missed. Tell rows by their identifier, and read from the first page again to have all. After ${mostPages.toLocaleString("en-GB")} pages the answer is \`narrow-the-search\`.`;

/** The page that comes next, or the row after which it begins; and a digest of who asked for what. */
const kept = z.tuple([
	z.union([
		z
			.int()
			.min(2)
			.max(mostPages + 1),
		z.string().min(1).max(100),
	]),
	z.string().length(12),
]);

const cursorOf = (viewer: Viewer, asked: unknown, place: number | string): string =>
	Buffer.from(JSON.stringify([place, digestOf(viewer, asked)])).toString("base64url");

/**
 * A cursor: which page comes next of what was asked by whom. It opens nothing: what stands on a page goes by whoever asks.
 *
 * @param asked everything by which the list was narrowed and sorted
 */
export const cursorFor = (viewer: Viewer, asked: unknown, page: number): string =>
	cursorOf(viewer, asked, page);

/**
 * The page that a cursor leads to; the first without one.
 *
 * @throws Problem 400 `bad-cursor` where it is none, or of another list, person or search; `narrow-the-search` where nobody goes on
 */
export function pageOf(viewer: Viewer, asked: unknown, cursor: string | undefined): number {
	const page = cursor === undefined ? 1 : placeIn(viewer, asked, cursor);
	if (typeof page !== "number") throw badCursor();
	if (page > mostPages)
		throw new Problem(400, "narrow-the-search", "This list is too long to be read page by page", {
			detail: "More follows. Ask for less of it, and begin again without a cursor.",
		});
	return page;
}

/**
 * The rows that follow the one at which a cursor stands; the first ones without one.
 *
 * @param asked everything by which the list was narrowed and sorted, and its name
 * @param rows all of the list, in its order
 * @param keyOf what a row is known by, which goes into an address: nobody’s name
 * @throws Problem 400 `bad-cursor`, as `pageOf`; 409 `begin-again` where the row at which it stands is no longer in the list
 */
export function partAfter<Row>(
	viewer: Viewer,
	asked: { list: string; limit: number },
	cursor: string | undefined,
	rows: readonly Row[],
	keyOf: (row: Row) => string,
): { part: Row[]; next: string | null } {
	let from = 0;
	if (cursor !== undefined) {
		const last = placeIn(viewer, asked, cursor);
		if (typeof last !== "string") throw badCursor();
		from = rows.findIndex((row) => keyOf(row) === last) + 1;
		if (from === 0)
			throw new Problem(409, "begin-again", "What this cursor stands at is no longer in the list", {
				detail: "Ask again without a cursor.",
			});
	}
	const part = rows.slice(from, from + asked.limit);
	const last = part.at(-1);
	return {
		part,
		next:
			last !== undefined && from + asked.limit < rows.length
				? cursorOf(viewer, asked, keyOf(last))
				: null,
	};
}

function placeIn(viewer: Viewer, asked: unknown, cursor: string): number | string {
	const [place, digest] = keptIn(cursor) ?? [];
	if (place === undefined || digest !== digestOf(viewer, asked)) throw badCursor();
	return place;
}

const badCursor = (): Problem =>
	new Problem(400, "bad-cursor", "This cursor is not of this list", {
		detail: "Ask without one, and go on with the cursor of each answer, everything else unchanged.",
	});

function keptIn(cursor: string): z.infer<typeof kept> | undefined {
	try {
		return kept.safeParse(JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"))).data;
	} catch {
		return undefined;
	}
}

const digestOf = ({ id }: Viewer, asked: unknown): string =>
	createHash("sha256")
		.update(JSON.stringify([id, asked]))
		.digest("base64url")
		.slice(0, 12);

/** The cursor after a page; null where nothing follows. @param counted how many there are, as far as they were counted */
export const nextAfter = (
	viewer: Viewer,
	asked: { limit: number },
	page: number,
	{ total, isMore }: Counted,
): string | null =>
	isMore || page * asked.limit < total ? cursorFor(viewer, asked, page + 1) : null;
