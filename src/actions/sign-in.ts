import { findAccount, isOperatorAccount, listPosts, type Post } from "../store/accounts.ts";
import type { Db, Trx } from "../store/db.ts";
import { countSecondFactors } from "../store/second-factors.ts";
import type { App } from "./app.ts";
import { type TooMany, tryOnce } from "./count-tries.ts";
import { isPassword } from "./password.ts";
import { askToTell, hashOfAddress } from "./tell-account.ts";

/** What every person of a rehearsal can sign in with. Refused anywhere else, whoever has it. */
export const rehearsalPassword = "harbour-rehearsal";

/** Stands in where an address has no password of its own, so that the answer takes as long. Nothing hashes to it. */
export const nobodysHash = `$argon2id$v=19$m=19456,t=2,p=1$${"A".repeat(22)}$${"A".repeat(43)}`;

/** Who signed in, and what they may choose to act for: at least one post, or that they keep the installation. */
export type SignedIn = { accountId: string; posts: Post[]; isOperator: boolean };

/**
 * Whom an e-mail address and a password belong to, and whether that is enough: whoever has a second factor shows it too.
 *
 * @param from the internet address that asks
 * @param within the partnership at whose own host they sign in: posts elsewhere are none
 * @returns undefined alike, and after the same time, for an unknown address, for somebody who has left
 *   everywhere, has no post there or no password, and for a wrong password; how long to wait where there were too many
 *   tries, the same for an address that nobody has
 */
export async function signIn(
	app: App,
	given: { email: string; password: string },
	from: string,
	within?: string,
): Promise<(SignedIn & { isEnough: boolean }) | undefined | TooMany> {
	const email = given.email.trim().toLowerCase();
	const tried = await tryOnce(
		app,
		{ address: from, account: email },
		() => whoseAre(app, given, within),
		(found) => found !== undefined,
	);
	if (tried.tooMany) return tried;
	if (tried.outcome) {
		const has = await countSecondFactors(app.db, tried.outcome.accountId);
		return { ...tried.outcome, isEnough: has.passkeys === 0 && !has.app };
	}
	if (tried.isLast("account"))
		await askToTell(app, { is: "locked", addressHash: hashOfAddress(email) });
	return undefined;
}

async function whoseAre(
	app: App,
	given: { email: string; password: string },
	within: string | undefined,
): Promise<SignedIn | undefined> {
	const found = await findAccount(app.db, given.email);
	const matches = await isPassword(given.password, found?.passwordHash ?? nobodysHash);
	const allowed = app.rehearsal || given.password !== rehearsalPassword;
	if (!found || !matches || !allowed) return undefined;
	return postsOf(app, found.id, within);
}

/**
 * What an account is today.
 *
 * @param within the partnership at whose own host they sign in: posts elsewhere are none
 * @returns undefined for somebody who has left everywhere, and keeps no installation
 */
export async function postsOf(
	{ db }: { db: Db | Trx },
	accountId: string,
	within?: string,
): Promise<SignedIn | undefined> {
	const posts = (await listPosts(db, accountId)).filter(
		({ partnershipId }) => within === undefined || partnershipId === within,
	);
	const isOperator = within === undefined && (await isOperatorAccount(db, accountId));
	return posts.length > 0 || isOperator ? { accountId, posts, isOperator } : undefined;
}
