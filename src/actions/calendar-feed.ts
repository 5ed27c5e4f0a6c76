import { createHash, randomBytes } from "node:crypto";
import { type Language, languageOf } from "../domain/language.ts";
import type { Viewer } from "../domain/people/viewer.ts";
import { transact } from "../store/db.ts";
import { findByFeedHash, findViewer, saveFeedHash } from "../store/people.ts";
import { type LastChange, lastChanges, listWork, type OwedStep } from "../store/work.ts";
import type { App } from "./app.ts";
import { addressOf } from "./own-address.ts";
import { partnershipClock } from "./partnership-clock.ts";

/** Bytes of chance in the address of a feed: nobody guesses 192 bits. */
const secretBytes = 24;

/** What is kept of the address: enough to know it again, too little to make it. */
const hashOf = (secret: string): string => createHash("sha256").update(secret).digest("base64url");

/** Makes a new secret address for somebody's calendar feed, in the place of one they had. @returns the secret, which is shown once */
export function makeFeed(app: App, by: Viewer): Promise<string> {
	const secret = randomBytes(secretBytes).toString("base64url");
	return transact(app.db, async (trx) => {
		await saveFeedHash(trx, by.id, hashOf(secret));
		return secret;
	});
}

/** Takes the address away: whoever has it gets nothing from now on. */
export const revokeFeed = (app: App, by: Viewer): Promise<void> =>
	transact(app.db, (trx) => saveFeedHash(trx, by.id, null));

/** Whose feed it is. @returns undefined for an address that is wrong or was taken away */
export const ownerOfFeed = (app: App, secret: string): Promise<string | undefined> =>
	findByFeedHash(app.db, hashOf(secret));

/**
 * What the owner of a feed owes, when and how often its date changed, the address of their partnership, and in which language
 * they are spoken to.
 *
 * @returns undefined for an address that is wrong or was taken away
 */
export async function readFeed(
	app: App,
	secret: string,
): Promise<{ address: string; language: Language; owed: (OwedStep & LastChange)[] } | undefined> {
	const id = await ownerOfFeed(app, secret);
	const viewer = id && (await findViewer(app.db, id, app.clock()));
	if (!viewer) return undefined;
	const { partnership, now } = await partnershipClock(app, app.db, viewer.partnershipId);
	const { mine } = await listWork(app.db, viewer, now.toPlainDate().toString());
	// What is to be recorded has no day of its own.
	const owed = await lastChanges(
		app.db,
		mine.filter(({ toRecord }) => toRecord === null),
	);
	return {
		address: addressOf(app, partnership),
		language: languageOf(partnership, viewer),
		owed,
	};
}
