import { findSignIn } from "../store/people.ts";
import type { App } from "./app.ts";
import { isPassword } from "./password.ts";

/** What every person of a rehearsal can sign in with. Refused anywhere else, whoever has it. */
export const rehearsalPassword = "harbour-rehearsal";

/** Stands in where an address has no password of its own, so that the answer takes as long. Nothing hashes to it. */
const nobodysHash = `$argon2id$v=19$m=19456,t=2,p=1$${"A".repeat(22)}$${"A".repeat(43)}`;

/**
 * Whom an e-mail address and a password belong to.
 *
 * @returns the person; undefined alike, and after the same time, for an unknown address, for somebody who has
 *   left or has no password, and for a wrong password
 */
export async function signIn(
	app: App,
	given: { email: string; password: string },
): Promise<string | undefined> {
	const found = await findSignIn(app.db, given.email);
	const matches = await isPassword(given.password, found?.passwordHash ?? nobodysHash);
	const allowed = app.rehearsal || given.password !== rehearsalPassword;
	return matches && allowed ? found?.id : undefined;
}
