import { randomUUID } from "node:crypto";
import type { SomebodyThere } from "../providers/provider.ts";
import {
	findAccount,
	findAccountAtProvider,
	isKnownByAddress,
	listPeopleWithoutAccount,
	saveAccount,
	saveAccountAtProvider,
	saveAccountOf,
} from "../store/accounts.ts";
import { transact } from "../store/db.ts";
import { deleteSessionsFromProvider } from "../store/sessions.ts";
import type { App } from "./app.ts";
import { postsOf, type SignedIn } from "./sign-in.ts";

/**
 * Who somebody is here who signed in at a provider. The first time it goes by their address, which the provider has shown to
 * be theirs: an account with it, or people of the directory with it who have none yet. From then on it goes by the
 * provider's own name for them, so that an address that is given to somebody else later opens nothing; nor does that of
 * an account that has it no more from anything that it is today. What they may do is their post here, and no word of the
 * provider's.
 *
 * @param within the partnership at whose own host they sign in: posts elsewhere are none
 * @returns undefined when nobody here has that address, it may be another's by now, or they have left everywhere
 */
export function signInByProvider(
	app: App,
	there: SomebodyThere,
	within?: string,
): Promise<SignedIn | undefined> {
	return transact(app.db, async (trx) => {
		let accountId = await findAccountAtProvider(trx, there);
		if (!accountId) {
			if (!there.address) return undefined;
			const account = await findAccount(trx, there.address);
			if (account && !(await isKnownByAddress(trx, account, there.issuer))) return undefined;
			accountId = account?.id;
			const people = await listPeopleWithoutAccount(trx, there.address);
			if (!accountId) {
				if (people.length === 0) return undefined;
				accountId = randomUUID();
				await saveAccount(trx, app.clock(), {
					id: accountId,
					email: there.address,
					passwordHash: null,
				});
			}
			await saveAccountOf(trx, accountId, people);
			await saveAccountAtProvider(trx, {
				issuer: there.issuer,
				subject: there.subject,
				accountId,
				linkedAt: app.clock(),
			});
		}
		return postsOf({ db: trx }, accountId, within);
	});
}

/** Somebody signed out at a provider: what they began here by it ends. @returns how many sessions ended */
export const endSessionsFrom = (
	app: App,
	issuer: string,
	of: { sid?: string | undefined; subject?: string | undefined },
): Promise<number> => transact(app.db, (trx) => deleteSessionsFromProvider(trx, issuer, of));
