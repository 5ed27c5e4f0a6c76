import { randomUUID } from "node:crypto";
import { passwordFault } from "../domain/people/password-rules.ts";
import { Refusal } from "../domain/refusal.ts";
import { said } from "../domain/said.ts";
import {
	findAccount,
	findAccountById,
	isOperatorAccount,
	saveAccount,
	saveOperator,
	savePasswordHash,
} from "../store/accounts.ts";
import { transact } from "../store/db.ts";
import type { App } from "./app.ts";
import { makeOneTimeLink, mintSecret, openOneTimeLink, useOneTimeLink } from "./one-time-link.ts";
import { hashPassword } from "./password.ts";
import { takeAwayFactors } from "./second-factor.ts";
import { noteOnAccount } from "./tell-account.ts";

/** Where an operator chooses how they sign in, with what makes it work after it. */
const operator = "/operator";

/**
 * Makes somebody an operator: they see how the installation is, and nothing of what is in its partnerships. Done by whoever
 * is on the machine itself.
 *
 * @returns the address at which they choose a password, which works once; undefined where the account has one already
 */
export function addOperator(app: App, email: string): Promise<string | undefined> {
	return transact(app.db, async (trx) => {
		const account = (await findAccount(trx, email)) ?? {
			id: randomUUID(),
			email,
			passwordHash: null,
		};
		if (!(await findAccountById(trx, account.id))) await saveAccount(trx, app.clock(), account);
		await saveOperator(trx, account.id);
		if (account.passwordHash !== null) return undefined;
		const link = await makeOneTimeLink(app, trx, { kind: "operator", accountId: account.id });
		return `${app.address}${operator}/${await mintSecret(trx, link.id)}`;
	});
}

/**
 * Takes away how an operator shows that it is them, who lost it: they set up another when they sign in next. Done by whoever
 * is on the machine itself.
 *
 * @returns whether there is such an operator
 */
export function resetOperator(app: App, email: string): Promise<boolean> {
	return transact(app.db, async (trx) => {
		const account = await findAccount(trx, email);
		if (!account || !(await isOperatorAccount(trx, account.id))) return false;
		await takeAwayFactors(trx, account.id);
		await noteOnAccount(app, trx, account.id, "second-factor-reset");
		return true;
	});
}

/**
 * Whose address it is. Looking uses nothing up.
 *
 * @returns "over" for one that was used, replaced or is too old; undefined for one that never was
 */
export async function openOperatorLink(
	app: App,
	secret: string,
): Promise<{ email: string } | "over" | undefined> {
	const link = await openOneTimeLink(app, app.db, "operator", secret);
	if (!link || link === "over") return link;
	const account = link.accountId ? await findAccountById(app.db, link.accountId) : undefined;
	return account ? { email: account.email } : "over";
}

/**
 * Keeps the password that an operator chose.
 *
 * @returns their account
 * @throws Refusal 'wrong-answers' | 'changed-meanwhile'
 */
export async function acceptOperator(app: App, secret: string, password: string): Promise<string> {
	const hash = await hashPassword(password);
	return transact(app.db, async (trx) => {
		const link = await openOneTimeLink(app, trx, "operator", secret);
		const open = link === "over" ? undefined : link;
		const account = open?.accountId ? await findAccountById(trx, open.accountId) : undefined;
		if (!open || !account)
			throw new Refusal("changed-meanwhile", "This address was used meanwhile.");
		const fault = passwordFault(password, [account.email]);
		if (fault) throw new Refusal("wrong-answers", said`${fault}.`);
		if (!(await useOneTimeLink(app, trx, open)))
			throw new Refusal("changed-meanwhile", "This address was used meanwhile.");
		await savePasswordHash(trx, account.id, hash);
		return account.id;
	});
}
