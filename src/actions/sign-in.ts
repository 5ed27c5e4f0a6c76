import { findAccount, isOperatorAccount, listPosts, type Post } from "../store/accounts.ts";
import type { App } from "./app.ts";
import { isPassword } from "./password.ts";

/** What every person of a rehearsal can sign in with. Refused anywhere else, whoever has it. */
export const rehearsalPassword = "harbour-rehearsal";

/** Stands in where an address has no password of its own, so that the answer takes as long. Nothing hashes to it. */
const nobodysHash = `$argon2id$v=19$m=19456,t=2,p=1$${"A".repeat(22)}$${"A".repeat(43)}`;

/** Who signed in, and what they may choose to act for: at least one post, or that they keep the installation. */
export type SignedIn = { accountId: string; posts: Post[]; isOperator: boolean };

/**
 * Whom an e-mail address and a password belong to.
 *
 * @param within the partnership at whose own host they sign in: posts elsewhere are none
 * @returns undefined alike, and after the same time, for an unknown address, for somebody who has left
 *   everywhere, has no post there or no password, and for a wrong password
 */
export async function signIn(
	app: App,
	given: { email: string; password: string },
	within?: string,
): Promise<SignedIn | undefined> {
	const found = await findAccount(app.db, given.email);
	const matches = await isPassword(given.password, found?.passwordHash ?? nobodysHash);
	const allowed = app.rehearsal || given.password !== rehearsalPassword;
	if (!found || !matches || !allowed) return undefined;
	const posts = (await listPosts(app.db, found.id)).filter(
		({ partnershipId }) => within === undefined || partnershipId === within,
	);
	const isOperator = within === undefined && (await isOperatorAccount(app.db, found.id));
	return posts.length > 0 || isOperator ? { accountId: found.id, posts, isOperator } : undefined;
}
