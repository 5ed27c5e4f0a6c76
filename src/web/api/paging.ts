import { createHash } from "node:crypto";
import { z } from "zod";
import type { Viewer } from "../../domain/people/viewer.ts";
import type { Counted } from "../../store/where-to-look.ts";
import { Problem } from "./problem.ts";

/** After so many pages nobody goes on by hand or by program: a search is narrowed instead. */
const mostPages = 10_000;

const kept = z.tuple([z.int().min(2).max(mostPages), z.string().length(12)]);

/**
 * A cursor: which page comes next of what was asked by whom. It opens nothing: what stands on a page goes by whoever asks.
 *
 * @param asked everything by which the list was narrowed and sorted
 */
export const cursorFor = (viewer: Viewer, asked: unknown, page: number): string | null =>
	page > mostPages
		? null
		: Buffer.from(JSON.stringify([page, digestOf(viewer, asked)])).toString("base64url");

/**
 * The page that a cursor leads to; the first without one.
 *
 * @throws Problem 400 `bad-cursor` where it is none, or of another list, person or search
 */
export function pageOf(viewer: Viewer, asked: unknown, cursor: string | undefined): number {
	if (cursor === undefined) return 1;
	const [page, digest] = keptIn(cursor) ?? [];
	if (page === undefined || digest !== digestOf(viewer, asked))
		throw new Problem(400, "bad-cursor", "This cursor is not of this list", {
			detail:
				"Ask without one, and go on with the cursor of each answer, everything else unchanged.",
		});
	return page;
}

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
