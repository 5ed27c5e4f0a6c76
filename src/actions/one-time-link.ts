/**
 * Addresses that work once: an invitation, a new password, the first run; and of somebody without an account their link to
 * answer, which works until they are done, with the code that opens it. What makes one work is made when its message
 * leaves, and is in the mail and nowhere else; the database has its hash.
 */
import { createHash, randomBytes, randomInt, randomUUID } from "node:crypto";
import type { Viewer } from "../domain/people/viewer.ts";
import { notice } from "../mail/notices/notice.ts";
import { type Db, type Trx, transact } from "../store/db.ts";
import { findLinkOfMessage } from "../store/messages.ts";
import {
	findKindOfLink,
	findOneTimeLink,
	type OneTimeKind,
	type OneTimeLink,
	saveOneTimeHash,
	saveOneTimeLink,
	saveOneTimeLinkUsed,
} from "../store/one-time-links.ts";
import type { App } from "./app.ts";
import { hashPassword } from "./password.ts";

/** Bytes of chance in an address: nobody guesses 192 bits. */
const secretBytes = 24;

/** For how long each works, in hours. */
const lasts: Record<OneTimeKind, number> = {
	invitation: 7 * 24,
	"new-password": 1,
	"first-run": 24,
	answer: 30 * 24,
	"answer-code": 1 / 6,
	operator: 7 * 24,
};

/** For how long one of a kind works. */
export const hoursOf = (kind: OneTimeKind): number => lasts[kind];

const hashOf = (secret: string): string => createHash("sha256").update(secret).digest("base64url");

/**
 * Makes an address for somebody in the place of one of its kind that they had.
 *
 * @returns its identifier, for `queueMessages` or `mintSecret`, and until when it works
 */
export async function makeOneTimeLink(
	app: Pick<App, "clock">,
	trx: Trx,
	of: { kind: OneTimeKind; accountId?: string; personId?: string; madeBy?: string },
): Promise<{ id: string; until: Temporal.Instant }> {
	const now = app.clock();
	const until = now.add({ minutes: lasts[of.kind] * 60 });
	const id = randomUUID();
	await saveOneTimeLink(trx, {
		id,
		kind: of.kind,
		accountId: of.accountId ?? null,
		personId: of.personId ?? null,
		madeBy: of.madeBy ?? null,
		madeAt: now.toString(),
		expiresAt: until.toString(),
	});
	return { id, until };
}

/**
 * Makes what opens it, the last part of its address, or a code of six digits. One that was made before opens it no more. A
 * code is hashed as a password is: its million could be tried by whoever had the database, but not in ten minutes.
 */
export async function mintSecret(trx: Trx, id: string): Promise<string> {
	const isCode = (await findKindOfLink(trx, id)) === "answer-code";
	const secret = isCode
		? String(randomInt(1_000_000)).padStart(6, "0")
		: randomBytes(secretBytes).toString("base64url");
	await saveOneTimeHash(trx, id, isCode ? await hashPassword(secret) : hashOf(secret));
	return secret;
}

/**
 * What an address opens. Looking at it uses nothing up: mail systems open links before people do.
 *
 * @returns "over" when it was used, revoked or its time has passed; undefined for one that never was
 */
export async function openOneTimeLink(
	app: Pick<App, "clock">,
	db: Db | Trx,
	kind: OneTimeKind,
	secret: string,
): Promise<OneTimeLink | "over" | undefined> {
	const link = await findOneTimeLink(db, kind, hashOf(secret));
	if (!link) return undefined;
	const ends = Temporal.Instant.from(link.expiresAt);
	const isOver =
		link.usedAt !== null ||
		link.revokedAt !== null ||
		Temporal.Instant.compare(ends, app.clock()) <= 0;
	return isOver ? "over" : link;
}

/**
 * Makes what opens the link of a message of a rehearsal, as sending it would.
 *
 * @returns the path of the page, or the code; undefined where there is no such message, and outside rehearsals
 */
export function openMailboxLink(
	app: App,
	{ partnershipId }: Viewer,
	messageId: string,
): Promise<{ path: string } | { code: string } | undefined> {
	return transact(app.db, async (trx) => {
		const found = await findLinkOfMessage(trx, partnershipId, messageId);
		if (!found || !app.rehearsal) return undefined;
		const { pathname } = new URL(notice.parse(found.notice).link);
		const secret = await mintSecret(trx, found.oneTimeLinkId);
		return /^\d{6}$/.test(secret) ? { code: secret } : { path: `${pathname}/${secret}` };
	});
}

/** Uses an open one up, in the transaction of what it is used for. @returns false when it was used meanwhile */
export const useOneTimeLink = (
	app: Pick<App, "clock">,
	trx: Trx,
	{ id }: OneTimeLink,
): Promise<boolean> => saveOneTimeLinkUsed(trx, id, app.clock().toString());
