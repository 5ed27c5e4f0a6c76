import { passwordFault } from "../domain/people/password-rules.ts";
import type { Said } from "../domain/said.ts";
import { findAccountById, listPosts, savePasswordHash } from "../store/accounts.ts";
import { type Trx, transact } from "../store/db.ts";
import { forgetTries } from "../store/failed-tries.ts";
import type { OneTimeLink } from "../store/one-time-links.ts";
import { listPeople } from "../store/people.ts";
import { deleteSessionsOf } from "../store/sessions.ts";
import type { App } from "./app.ts";
import { beginTry, hashOfTried, tryOnce } from "./count-tries.ts";
import { openOneTimeLink, useOneTimeLink } from "./one-time-link.ts";
import { hashPassword, isPassword } from "./password.ts";
import { askToTell, hashOfAddress, noteOnAccount } from "./tell-account.ts";

/** Why a password cannot be somebody's, in words for them; undefined where it can. */
export async function faultOfPassword(
	app: App,
	accountId: string,
	password: string,
): Promise<Said | undefined> {
	const account = await findAccountById(app.db, accountId);
	const posts = await listPosts(app.db, accountId);
	const people = await listPeople(
		app.db,
		posts.map(({ personId }) => personId),
	);
	return passwordFault(password, [
		...(account ? [account.email, account.email.split("@")[0] ?? ""] : []),
		...people.flatMap(({ name, agencyName }) => [name, agencyName]),
		...posts.map(({ partnership }) => partnership),
	]);
}

/**
 * Asks for an address for a new password to be mailed. The answer is the same, and takes as long, whoever has the address,
 * or nobody.
 *
 * @param from the internet address that asks
 * @returns false when too many were asked for from there
 */
export async function askForNewPassword(app: App, email: string, from: string): Promise<boolean> {
	if ("tooMany" in (await beginTry(app, { address: from }))) return false;
	await askToTell(app, { is: "new-password", addressHash: hashOfAddress(email) });
	return true;
}

/** Whose new password an address is for, where it still works. */
export async function openNewPassword(
	app: App,
	secret: string,
): Promise<(OneTimeLink & { accountId: string }) | undefined> {
	const link = await openOneTimeLink(app, app.db, "new-password", secret);
	if (!link || link === "over" || link.accountId === null) return undefined;
	return { ...link, accountId: link.accountId };
}

/** Chooses a new password by an address that works once. @returns false when it works no more */
export async function chooseByLink(
	app: App,
	link: OneTimeLink & { accountId: string },
	password: string,
): Promise<boolean> {
	const hash = await hashPassword(password);
	return transact(app.db, async (trx) => {
		if (!(await useOneTimeLink(app, trx, link))) return false;
		await savePassword(trx, link.accountId, hash);
		const account = await findAccountById(trx, link.accountId);
		if (account) await forgetTries(trx, hashOfTried("account", account.email.toLowerCase()));
		await noteOnAccount(app, trx, link.accountId, "password-chosen-by-link");
		return true;
	});
}

/**
 * Changes a password. Every other session ends.
 *
 * @param sid the session that asks, which stays
 * @returns what was wrong: the current password, or that there were too many tries until then
 */
export async function changePassword(
	app: App,
	{ accountId, sid }: { accountId: string; sid: string },
	{ current, password }: { current: string; password: string },
): Promise<"changed" | "wrong" | { until: Temporal.Instant }> {
	const account = await findAccountById(app.db, accountId);
	const tried = await tryOnce(
		app,
		{ code: accountId },
		async () => account?.passwordHash != null && isPassword(current, account.passwordHash),
		(isRight) => isRight,
	);
	if (tried.tooMany) return { until: tried.until };
	if (!tried.outcome) return "wrong";
	const hash = await hashPassword(password);
	await transact(app.db, async (trx) => {
		await savePassword(trx, accountId, hash, sid);
		await noteOnAccount(app, trx, accountId, "password-changed");
	});
	return "changed";
}

/** Whoever chose another password is signed out everywhere else. */
async function savePassword(trx: Trx, accountId: string, hash: string, sid?: string) {
	await savePasswordHash(trx, accountId, hash);
	await deleteSessionsOf(trx, accountId, sid);
}
