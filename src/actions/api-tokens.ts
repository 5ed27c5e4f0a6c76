/** Tokens by which a program acts for somebody: made and shown once, looked up by every request, revoked at once. */

import { createHash, randomBytes, randomUUID } from "node:crypto";
import {
	type ApiScope,
	type ApiToken,
	isInUse,
	mostTokens,
	seesToTokens,
	type TokenLife,
} from "../domain/people/api-token.ts";
import type { Viewer } from "../domain/people/viewer.ts";
import { Refusal } from "../domain/refusal.ts";
import { said } from "../domain/said.ts";
import {
	addToken,
	countTokensInUse,
	findToken,
	saveTokenRevoked,
	saveTokenUsed,
} from "../store/api-tokens.ts";
import { transact } from "../store/db.ts";
import { lockPerson } from "../store/people.ts";
import type { App } from "./app.ts";
import { tellOwner } from "./tell-owner.ts";

/** What every token begins with, so that whoever finds one lying about knows what it is. */
const begins = "concord_";
/** Bytes of chance in a token: nobody guesses 256 bits. */
const secretBytes = 32;
/** So many letters of a token are kept to know it by; the chance that is left is 220 bits. */
const lettersKept = begins.length + 6;

const hashOf = (secret: string): Buffer => createHash("sha256").update(secret).digest();

/**
 * Makes a token.
 *
 * @param given `days` for how long it works; `secondFactor` whether they have shown more than a password
 * @returns the token, which is shown once
 * @throws Refusal 'no-scope' | 'too-many-tokens'
 */
export function makeToken(
	app: App,
	by: Viewer,
	given: {
		name: string;
		isSystem: boolean;
		scopes: ApiScope[];
		days: TokenLife;
		secondFactor: boolean;
	},
): Promise<string> {
	if (given.scopes.length === 0)
		throw new Refusal("no-scope", "Choose at least one thing that it may do.");
	const secret = begins + randomBytes(secretBytes).toString("base64url");
	const now = app.clock();
	return transact(app.db, async (trx) => {
		await lockPerson(trx, by.id);
		if ((await countTokensInUse(trx, by.id, now.toString())) >= mostTokens)
			throw new Refusal(
				"too-many-tokens",
				said`You have ${mostTokens} tokens that work. Revoke one that is not needed first.`,
			);
		await addToken(trx, {
			id: randomUUID(),
			partnershipId: by.partnershipId,
			personId: by.id,
			name: given.name,
			isSystem: given.isSystem,
			prefix: secret.slice(0, lettersKept),
			hash: hashOf(secret),
			scopes: given.scopes,
			secondFactor: given.secondFactor,
			madeAt: now.toString(),
			expiresAt: now.add({ hours: given.days * 24 }).toString(),
		});
		await tellOwner(app, trx, { personId: by.id, partnershipId: by.partnershipId }, "token-made");
		return secret;
	});
}

/** Revokes a token of one’s own; an administrator also one of any system. @returns false where there is none to revoke */
export const revokeToken = (app: App, by: Viewer, id: string): Promise<boolean> =>
	transact(app.db, async (trx) => {
		const revoked = { by: by.id, at: app.clock().toString() };
		return (
			(await saveTokenRevoked(trx, id, { personId: by.id }, revoked)) ||
			(seesToTokens(by) &&
				(await saveTokenRevoked(trx, id, { systemsOf: by.partnershipId }, revoked)))
		);
	});

/** The token that a request came with; undefined for one that is none, has expired or was revoked. */
export async function tokenOf(app: App, secret: string): Promise<ApiToken | undefined> {
	if (!secret.startsWith(begins)) return undefined;
	const token = await findToken(app.db, hashOf(secret));
	return token && isInUse(token, app.clock()) ? token : undefined;
}

/** Notes that a token is used, at most once a minute. */
export async function noteTokenUsed(app: App, { id, lastUsedAt }: ApiToken): Promise<void> {
	const now = app.clock();
	const last = lastUsedAt === null ? undefined : Temporal.Instant.from(lastUsedAt);
	if (last === undefined || Math.abs(now.since(last).total("minutes")) >= 1)
		await saveTokenUsed(app.db, id, now.toString());
}
