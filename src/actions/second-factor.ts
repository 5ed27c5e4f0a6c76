/**
 * What somebody shows beside their password: a code of an authenticator app or, once each, a recovery code. Passkeys are in
 * passkeys.ts.
 */
import { createHash, randomBytes } from "node:crypto";
import { Secret, TOTP } from "otpauth";
import { mayResetSecondFactor, needsSecondFactor } from "../domain/people/second-factor.ts";
import type { Viewer } from "../domain/people/viewer.ts";
import { Refusal } from "../domain/refusal.ts";
import { findAccountById, findAccountOf, isOperatorAccount, listPosts } from "../store/accounts.ts";
import { type Trx, transact } from "../store/db.ts";
import { deletePasskeys } from "../store/passkeys.ts";
import { listDirectory, listPeople } from "../store/people.ts";
import {
	countSecondFactors,
	deleteApp,
	findApp,
	saveApp,
	saveAppUsed,
	savePendingApp,
	saveRecoveryCodes,
	takeRecoveryCode,
} from "../store/second-factors.ts";
import { deleteSessionsOf } from "../store/sessions.ts";
import type { App } from "./app.ts";
import { type TooMany, tryOnce } from "./count-tries.ts";
import { noteOnAccount } from "./tell-account.ts";

/** As every authenticator app reads it: RFC 6238 with SHA-1, six digits, half a minute. */
const period = 30;
/** Codes of so many half minutes before and after are taken: clocks differ. */
const window = 1;
/** For so long a key that was shown may be shown to work, in minutes. */
const pendingFor = 15;

const totpOf = (key: string, label: string): TOTP =>
	new TOTP({
		issuer: "Concord",
		label,
		algorithm: "SHA1",
		digits: 6,
		period,
		secret: Secret.fromBase32(key),
	});

/** The time step that a code is of; undefined where it is none of now, or not later than one that was taken. */
function stepOf(
	key: string,
	code: string,
	now: Temporal.Instant,
	after: number,
): number | undefined {
	const timestamp = now.epochMilliseconds;
	const delta = totpOf(key, "").validate({ token: code, timestamp, window });
	if (delta === null) return undefined;
	const step = TOTP.counter({ period, timestamp }) + delta;
	return step > after ? step : undefined;
}

const digitsOf = (typed: string): string | undefined =>
	/^\d{6}$/.exec(typed.replace(/[\s-]/g, ""))?.[0];

/** Makes a key for an authenticator app; nothing asks for its codes until one was shown to work. */
export const beginApp = (app: App, accountId: string): Promise<void> =>
	transact(app.db, async (trx) => {
		const { base32 } = new Secret({ size: 20 });
		const until = app.clock().add({ minutes: pendingFor });
		await savePendingApp(trx, accountId, app.signIn.seal.close(base32, accountId), until);
	});

/** The key that is to be shown, and the address that a QR code holds; undefined where none is, or for too long. */
export async function findPendingApp(
	app: App,
	accountId: string,
): Promise<{ key: string; uri: string } | undefined> {
	const key = pendingKey(app, accountId, await findApp(app.db, accountId));
	if (key === undefined) return undefined;
	const account = await findAccountById(app.db, accountId);
	return { key, uri: totpOf(key, account?.email ?? "").toString() };
}

function pendingKey(
	app: App,
	accountId: string,
	found: Awaited<ReturnType<typeof findApp>>,
): string | undefined {
	const pending = found?.pending;
	if (!pending || Temporal.Instant.compare(pending.until, app.clock()) <= 0) return undefined;
	return app.signIn.seal.open(pending.sealedKey, accountId)?.text;
}

/**
 * The app shows the right code: from now on it is asked for. Every other session ends.
 *
 * @returns "over" where the key was shown too long ago
 */
export function finishApp(
	app: App,
	{ accountId, sid }: { accountId: string; sid: string },
	code: string,
): Promise<"added" | "wrong" | "over"> {
	return transact(app.db, async (trx) => {
		const key = pendingKey(app, accountId, await findApp(trx, accountId));
		if (key === undefined) return "over";
		const lastStep = stepOf(key, digitsOf(code) ?? "", app.clock(), 0);
		if (lastStep === undefined) return "wrong";
		const sealedKey = app.signIn.seal.close(key, accountId);
		await saveApp(trx, accountId, { sealedKey, lastStep, madeAt: app.clock() });
		await deleteSessionsOf(trx, accountId, sid);
		await noteOnAccount(app, trx, accountId, "app-added");
		return "added";
	});
}

/**
 * Takes the authenticator app away.
 *
 * @returns whether there was one
 * @throws Refusal 'still-needed' where it is the last of what they must have
 */
export const removeApp = (app: App, accountId: string): Promise<boolean> =>
	transact(app.db, async (trx) => {
		if (!(await deleteApp(trx, accountId))) return false;
		await afterRemoval(app, trx, accountId);
		await noteOnAccount(app, trx, accountId, "app-removed");
		return true;
	});

/** Recovery codes are for a second factor: with the last of these they go. @throws Refusal 'still-needed' */
export async function afterRemoval(app: App, trx: Trx, accountId: string): Promise<void> {
	const left = await countSecondFactors(trx, accountId);
	if (left.passkeys > 0 || left.app) return;
	if (!app.rehearsal && (await mustHaveOne(trx, accountId)))
		throw new Refusal(
			"still-needed",
			"You need one of these to sign in. Add another first, then take this one away.",
		);
	await saveRecoveryCodes(trx, accountId, []);
}

/** Whether something that an account is asks for a second factor. */
async function mustHaveOne(trx: Trx, accountId: string): Promise<boolean> {
	const posts = await listPosts(trx, accountId);
	const people = await listPeople(
		trx,
		posts.map(({ personId }) => personId),
	);
	return people.some(needsSecondFactor) || (await isOperatorAccount(trx, accountId));
}

/** How many recovery codes there are at once. */
const codesAtOnce = 10;
/** Crockford's base 32: no letter that looks like a digit. */
const alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

const newCode = (): string =>
	[...randomBytes(16)]
		.map((byte) => alphabet[byte % 32])
		.join("")
		.replace(/(.{4})(?!$)/g, "$1-");

/** However it was typed: with or without dashes, O for 0, I or L for 1. */
const hashOfCode = (typed: string): string =>
	createHash("sha256")
		.update(
			typed
				.toLowerCase()
				.replace(/[^\da-z]/g, "")
				.replaceAll("o", "0")
				.replace(/[il]/g, "1"),
		)
		.digest("base64url");

/** New recovery codes, which are shown now and never again; those before work no more. */
export const makeRecoveryCodes = (app: App, accountId: string): Promise<string[]> =>
	transact(app.db, async (trx) => {
		const codes = Array.from({ length: codesAtOnce }, newCode);
		await saveRecoveryCodes(trx, accountId, codes.map(hashOfCode));
		await noteOnAccount(app, trx, accountId, "recovery-codes-made");
		return codes;
	});

/**
 * Whether a code is one of the app's that was not taken yet, or a recovery code that was not used.
 *
 * @returns what it was; false for anything else
 */
export async function checkCode(
	app: App,
	accountId: string,
	typed: string,
): Promise<"app" | "recovery-code" | false | TooMany> {
	const tried = await tryOnce(
		app,
		{ code: accountId },
		() => takeCode(app, accountId, typed),
		(taken) => taken !== false,
	);
	return tried.tooMany ? tried : tried.outcome;
}

const takeCode = (app: App, accountId: string, typed: string) =>
	transact(app.db, async (trx): Promise<"app" | "recovery-code" | false> => {
		const code = digitsOf(typed);
		if (code === undefined) {
			if (!(await takeRecoveryCode(trx, accountId, hashOfCode(typed)))) return false;
			await noteOnAccount(app, trx, accountId, "recovery-code-used");
			return "recovery-code";
		}
		const found = await findApp(trx, accountId);
		const opened = found?.sealedKey && app.signIn.seal.open(found.sealedKey, accountId);
		if (!found?.sealedKey || !opened) return false;
		const lastStep = stepOf(opened.text, code, app.clock(), found.lastStep);
		if (lastStep === undefined) return false;
		const sealedKey = opened.again
			? app.signIn.seal.close(opened.text, accountId)
			: found.sealedKey;
		await saveAppUsed(trx, accountId, { sealedKey, lastStep });
		return "app";
	});

/** Somebody whose second factor an administrator may take away, with what they have. */
export async function findToReset(
	app: App,
	by: Viewer,
	personId: string,
): Promise<{ name: string; agencyName: string; hasOne: boolean } | undefined> {
	const directory = await listDirectory(app.db, by.partnershipId);
	const person = directory.find(({ id }) => id === personId);
	const accountId = await findAccountOf(app.db, personId);
	if (!person || !accountId || !mayResetSecondFactor(by, person)) return undefined;
	if (accountId === (await findAccountOf(app.db, by.id))) return undefined;
	const has = await countSecondFactors(app.db, accountId);
	return {
		name: person.name,
		agencyName: person.agencyName,
		hasOne: has.passkeys > 0 || has.app,
	};
}

/**
 * An administrator takes away how somebody shows that it is them, because they lost it. Who did it is noted and mailed to
 * them, and every session of theirs ends.
 *
 * @returns whether there is such a person, for whom `by` may do it
 */
export async function resetSecondFactor(app: App, by: Viewer, personId: string): Promise<boolean> {
	if (!(await findToReset(app, by, personId))) return false;
	return transact(app.db, async (trx) => {
		const accountId = await findAccountOf(trx, personId);
		if (!accountId) return false;
		await takeAwayFactors(trx, accountId);
		await noteOnAccount(app, trx, accountId, "second-factor-reset", by.id);
		return true;
	});
}

/** Nothing beside a password shows any more whose an account is, and it is signed in nowhere. */
export async function takeAwayFactors(trx: Trx, accountId: string): Promise<void> {
	await deletePasskeys(trx, accountId);
	await deleteApp(trx, accountId);
	await saveRecoveryCodes(trx, accountId, []);
	await deleteSessionsOf(trx, accountId);
}
