import { randomUUID } from "node:crypto";
import { passwordFault } from "../domain/people/password-rules.ts";
import { Refusal } from "../domain/refusal.ts";
import { said } from "../domain/said.ts";
import {
	type Account,
	deleteAccountAtProviders,
	findAccount,
	saveAccount,
	saveAccountOf,
	savePasswordHash,
} from "../store/accounts.ts";
import { type Db, type Trx, transact } from "../store/db.ts";
import { findInvitee, type Invitee } from "../store/invitations.ts";
import type { OneTimeLink } from "../store/one-time-links.ts";
import { saveContactChecked } from "../store/people.ts";
import type { App } from "./app.ts";
import { openOneTimeLink, useOneTimeLink } from "./one-time-link.ts";
import { partnershipClock } from "./partnership-clock.ts";
import { hashPassword } from "./password.ts";
import { takeAwayFactors } from "./second-factor.ts";
import { postsOf } from "./sign-in.ts";
import { noteOnAccount } from "./tell-account.ts";

/** What an invitation opens: who is invited, and whether they can sign in with their address already. */
export type Opened = { invitee: Invitee; hasAccount: boolean };

/**
 * What somebody sees who follows an invitation. Looking uses nothing up.
 *
 * @returns "over" for one that was used, replaced, taken back or is too old; undefined for one that never was
 */
export async function openInvitation(
	app: App,
	secret: string,
): Promise<Opened | "over" | undefined> {
	const link = await openOneTimeLink(app, app.db, "invitation", secret);
	if (!link || link === "over") return link;
	const invitee = link.personId ? await findInvitee(app.db, link.personId) : undefined;
	if (!invitee) return "over";
	const account = await findAccount(app.db, invitee.email);
	return { invitee, hasAccount: account !== undefined && (await isInUse(app.db, account)) };
}

/** Whether anybody can sign in to an account: nobody can whose owner has left everywhere. */
const isInUse = async (db: Db | Trx, { id }: Account): Promise<boolean> =>
	(await postsOf({ db }, id)) !== undefined;

/** Who came, and with which account. */
export type Came = { accountId: string; personId: string };

/**
 * Makes an account for whoever follows their invitation, with a password of their own. One with their address whose owner
 * has left everywhere is begun anew: somebody has come back, or the address is another person's now, and what showed
 * before that it was theirs shows it no more.
 *
 * @throws Refusal 'wrong-answers' | 'address-taken' | 'changed-meanwhile'
 */
export async function acceptInvitation(app: App, secret: string, password: string): Promise<Came> {
	const passwordHash = await hashPassword(password);
	return using(app, secret, async (trx, invitee) => {
		const fault = passwordFault(password, [invitee.email, invitee.name, invitee.agencyName]);
		if (fault) throw new Refusal("wrong-answers", said`${fault}.`);
		const before = await findAccount(trx, invitee.email);
		if (before && (await isInUse(trx, before)))
			throw new Refusal("address-taken", "You have an account already. Sign in to it first.");
		if (before) {
			await takeAwayFactors(trx, before.id);
			await deleteAccountAtProviders(trx, before.id);
			await savePasswordHash(trx, before.id, passwordHash);
			await noteOnAccount(app, trx, before.id, "password-chosen-by-link");
			return before.id;
		}
		const accountId = randomUUID();
		await saveAccount(trx, app.clock(), { id: accountId, email: invitee.email, passwordHash });
		return accountId;
	});
}

/**
 * Adds what somebody is invited for to the account that they have signed in to.
 *
 * @throws Refusal 'not-yours' where the address of the invitation is another account's | 'changed-meanwhile'
 */
export function joinByInvitation(app: App, secret: string, accountId: string): Promise<Came> {
	return using(app, secret, async (trx, invitee) => {
		const account = await findAccount(trx, invitee.email);
		if (account && account.id !== accountId)
			throw new Refusal(
				"not-yours",
				"This invitation belongs to another account than the one that you are signed in to. Sign out, then follow it again.",
			);
		return accountId;
	});
}

async function using(
	app: App,
	secret: string,
	accountFor: (trx: Trx, invitee: Invitee) => Promise<string>,
): Promise<Came> {
	return transact(app.db, async (trx) => {
		const link = await openOneTimeLink(app, trx, "invitation", secret);
		const open: OneTimeLink | undefined = link === "over" ? undefined : link;
		const invitee = open?.personId ? await findInvitee(trx, open.personId) : undefined;
		if (!open || !invitee || !(await useOneTimeLink(app, trx, open)))
			throw new Refusal("changed-meanwhile", "This invitation was used or taken back meanwhile.");
		const accountId = await accountFor(trx, invitee);
		const { now } = await partnershipClock(app, trx, invitee.partnershipId);
		await saveAccountOf(trx, accountId, [invitee.personId]);
		// Their address is right, for its mail was read.
		await saveContactChecked(trx, invitee.personId, now.toPlainDate().toString());
		return { accountId, personId: invitee.personId };
	});
}
