import { replay } from "../domain/difference/difference.ts";
import { askedToFind, childrenIn, isSameChild } from "../domain/difference/same-child.ts";
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
	for (const id of await listOpenAbout(db, viewer, raisingAgency, askedToFind(children), but)) {
		const seen = await findDifference(db, id, viewer);
		if (!seen) continue;
		const protocol = await app.protocols.version(db, seen.versionId);
		const theirs = childrenIn(protocol, replay(protocol, seen.header, seen.entries));
		if (children.some((one) => theirs.some((other) => isSameChild(one, other))))
			found.push({ id, reference: seen.header.reference });
	}
	return found;
}
