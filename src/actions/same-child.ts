import { replay } from "../domain/difference/difference.ts";
import { childrenIn, haveSameChild } from "../domain/difference/same-child.ts";
import type { Viewer } from "../domain/people/viewer.ts";
import type { Child } from "../domain/protocol/answers.ts";
import type { Db, Trx } from "../store/db.ts";
import { findDifference, type Linked } from "../store/differences.ts";
import { listOpenAbout } from "../store/find-child.ts";
import type { App } from "./app.ts";

/**
 * The open differences that an agency raised about one of these children, as far as `viewer` may read in each that it
 * is about that child: two people of a school may raise the same child without knowing of each other.
 *
 * @param but the difference that is looked at itself
 */
export async function openAboutSameChild(
	app: App,
	db: Db | Trx,
	viewer: Viewer,
	raisingAgency: string,
	children: Child[],
	but?: string,
): Promise<Linked[]> {
	const found: Linked[] = [];
	for (const { isTold, ...one } of await listOpenAbout(db, viewer, raisingAgency, children, but))
		if (isTold || (await mayReadOf(app, db, viewer, one.id, children))) found.push(one);
	return found;
}

/** Whether the record of a difference tells its reader of one of these children. */
async function mayReadOf(
	app: App,
	db: Db | Trx,
	viewer: Viewer,
	id: string,
	children: Child[],
): Promise<boolean> {
	const seen = await findDifference(db, id, viewer);
	if (!seen) return false;
	const protocol = await app.protocols.version(db, seen.versionId);
	return haveSameChild(children, childrenIn(protocol, replay(protocol, seen.header, seen.entries)));
}
