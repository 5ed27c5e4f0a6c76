/**
 * How somebody without an account comes to their difference: a link, which was mailed to them, and a code, which is mailed
 * when they ask for it. The link alone shows nothing. Who may be given one is vouch.ts.
 */
import { accountNotice, answerPath } from "../mail/notices/about-account.ts";
import {
	type ByLink,
	countCodes,
	findByLink,
	findOpenCode,
	lockByLink,
	saveWrongTry,
} from "../store/answering-by-link.ts";
import { type Db, type Trx, transact } from "../store/db.ts";
import { saveOneTimeLinkUsed } from "../store/one-time-links.ts";
import { listDirectoryOn } from "../store/people.ts";
import type { App } from "./app.ts";
import { makeOneTimeLink, openOneTimeLink } from "./one-time-link.ts";
import { queueMessages, senderOf } from "./outbox.ts";
import { partnershipClock } from "./partnership-clock.ts";
import { isPassword } from "./password.ts";
import { nobodysHash } from "./sign-in.ts";

/** Wrong tries that one code stands, codes that somebody may ask for in an hour, and wrong tries over all of them. */
const [triesOfCode, codesInAnHour, triesInAll] = [5, 5, 25];

/** Whose link this is; undefined alike for one that never was, was taken back, was used up or has expired. */
export async function whoseLink(
	app: App,
	secret: string,
	db: Db | Trx = app.db,
): Promise<ByLink | undefined> {
	const link = await openOneTimeLink(app, db, "answer", secret);
	if (!link || link === "over" || link.personId === null) return undefined;
	const person = await findByLink(db, link.personId);
	if (!person) return undefined;
	const { now } = await partnershipClock(app, db, person.partnershipId);
	return Temporal.Instant.compare(person.until, now.toInstant()) > 0 ? person : undefined;
}

/**
 * Mails a code to the work address of whoever has a link.
 *
 * @returns "too-often" when they asked too often in this hour; "too-many-wrong" when they get none until somebody vouches
 *   again; undefined for a link that does not work
 */
export function askForCode(
	app: App,
	secret: string,
): Promise<"sent" | "too-often" | "too-many-wrong" | undefined> {
	return transact(app.db, async (trx) => {
		const person = await whoseLink(app, secret, trx);
		if (!person) return undefined;
		await lockByLink(trx, [person.id]);
		const hourAgo = app.clock().subtract({ hours: 1 }).toString();
		const { asked, wrong } = await countCodes(trx, person.id, hourAgo);
		if (wrong >= triesInAll) return "too-many-wrong";
		if (asked >= codesInAnHour) return "too-often";
		const here = await partnershipClock(app, trx, person.partnershipId);
		const directory = await listDirectoryOn(
			trx,
			person.partnershipId,
			here.now.toPlainDate().toString(),
		);
		const { id } = await makeOneTimeLink(app, trx, { kind: "answer-code", personId: person.id });
		await queueMessages(trx, app, here, [
			{
				differenceId: null,
				to: person,
				oneTimeLinkId: id,
				notice: accountNotice(senderOf(app, here, directory), person, "answer-code", {
					path: answerPath,
				}),
			},
		]);
		return "sent";
	});
}

/**
 * Whoever has a link and the code that was mailed to them.
 *
 * @returns undefined alike, and after the same time, for a link that does not work, a wrong code, one that was used or
 *   expired, and after too many tries
 */
export async function openByCode(
	app: App,
	secret: string,
	code: string,
): Promise<ByLink | undefined> {
	return transact(app.db, async (trx) => {
		const person = await whoseLink(app, secret, trx);
		if (person) await lockByLink(trx, [person.id]);
		const now = app.clock().toString();
		const open = person && (await findOpenCode(trx, person.id, now, triesOfCode));
		const isRight = await isPassword(code.replaceAll(/\D/g, ""), open?.hash ?? nobodysHash);
		if (!person || !open) return undefined;
		if (!isRight) {
			await saveWrongTry(trx, open.id);
			return undefined;
		}
		return (await saveOneTimeLinkUsed(trx, open.id, now)) ? person : undefined;
	});
}
