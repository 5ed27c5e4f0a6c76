/** Addresses that are told when something happens: named, changed, tried and taken away, by whoever has the token. */

import { randomUUID } from "node:crypto";
import { type ApiToken, isInUse, seesToTokens } from "../domain/people/api-token.ts";
import type { Viewer } from "../domain/people/viewer.ts";
import {
	bothSecretsFor,
	mostWebhooks,
	readWebhookAddress,
	type Webhook,
	type WebhookKind,
	type WebhookState,
	webhookTest,
} from "../domain/people/webhook.ts";
import { Refusal } from "../domain/refusal.ts";
import { said } from "../domain/said.ts";
import { type Trx, transact } from "../store/db.ts";
import { lockPerson } from "../store/people.ts";
import {
	addToTell,
	addWebhook,
	countAttempts,
	countMissed,
	deleteWebhook,
	findAddressOfEvent,
	findSecretOf,
	findWebhook,
	listWebhooks,
	saveSecret,
	saveToSendAgain,
	saveWebhook,
	type WhoseWebhooks,
} from "../store/webhooks.ts";
import { newSecret } from "../webhooks/sign.ts";
import type { App, Job } from "./app.ts";

/** The work of sending what waits for an address. */
export const sendingTo = (webhookId: string): Job => ({
	name: "send-webhooks",
	data: { webhookId },
});

/**
 * Names an address for a token of one’s own.
 *
 * @param given `id` of its own: asked for twice with the same, it is named once
 * @returns it, with the secret, which is shown once
 * @throws Refusal 'no-scope' | 'too-many-webhooks' | 'wrong-address' | 'sent-before'
 */
export async function makeWebhook(
	app: App,
	by: Viewer,
	token: ApiToken,
	given: { id?: string | undefined; address: string; kinds: WebhookKind[] },
): Promise<{ webhook: Webhook; secret: string }> {
	const now = app.clock();
	if (!isInUse(token, now) || !token.scopes.includes("differences:read"))
		throw new Refusal(
			"no-scope",
			"Only a token that works and may read differences can name an address: what it is told of, it must be able to read.",
		);
	const address = addressFrom(app, given.address);
	const kinds = chosenFrom(given.kinds);
	return transact(app.db, async (trx) => {
		await lockPerson(trx, by.id);
		const others = await listWebhooks(trx, { tokenId: token.id });
		const before = others.find(({ id }) => id === given.id);
		if (before) {
			if (before.address !== address || before.kinds.join() !== kinds.join()) throw keyOfAnother();
			return { webhook: before, secret: await findSecretOf(trx, before) };
		}
		if (others.length >= mostWebhooks)
			throw new Refusal(
				"too-many-webhooks",
				said`This token has ${mostWebhooks} addresses. Take one away that is not needed first.`,
			);
		const webhook: Webhook = {
			id: given.id ?? randomUUID(),
			partnershipId: by.partnershipId,
			tokenId: token.id,
			personId: by.id,
			address,
			kinds,
			state: "works",
			madeAt: now.toString({ fractionalSecondDigits: 3 }),
			failingSince: null,
		};
		const secret = newSecret();
		await addWebhook(trx, { ...webhook, secret });
		return { webhook, secret };
	});
}

/**
 * Changes where an address is, what it is told of, or whether it is told anything. What it had failed in is forgotten, and what
 * waits for it is sent at once.
 *
 * @returns undefined where there is none
 * @throws Refusal 'wrong-address' | 'no-scope' | 'not-told-now' where an administrator stopped it
 */
export function changeWebhook(
	app: App,
	whose: WhoseWebhooks,
	id: string,
	change: {
		address?: string | undefined;
		kinds?: WebhookKind[] | undefined;
		isPaused?: boolean | undefined;
	},
): Promise<Webhook | undefined> {
	return transact(app.db, async (trx) => {
		const webhook = await findWebhook(trx, whose, id);
		if (!webhook) return undefined;
		if (webhook.state === "stopped")
			throw new Refusal(
				"not-told-now",
				"Your partnership’s administrators stopped this address. Ask them, or take it away.",
			);
		const state: WebhookState =
			change.isPaused === undefined ? webhook.state : change.isPaused ? "paused" : "works";
		const changed: Webhook = {
			...webhook,
			address: change.address === undefined ? webhook.address : addressFrom(app, change.address),
			kinds: change.kinds === undefined ? webhook.kinds : chosenFrom(change.kinds),
			state,
			failingSince: null,
		};
		await saveWebhook(trx, changed);
		if (state === "works") await sendWaiting(trx, app, id, "waiting");
		return changed;
	});
}

/**
 * Another secret for an address. For a day what is sent is signed with the one before as well, so that a program can be given the
 * new one without missing anything; changed again within the day, the one before that signs nothing any more.
 *
 * @param key of the request: sent again, nothing changes and the same secret is told
 * @returns it with its secret, which is shown once; undefined where there is none
 */
export const changeSecret = (
	app: App,
	whose: WhoseWebhooks,
	id: string,
	key: string,
): Promise<{ webhook: Webhook; secret: string } | undefined> =>
	transact(app.db, async (trx) => {
		const webhook = await findWebhook(trx, whose, id);
		if (!webhook) return undefined;
		const until = app.clock().add({ hours: bothSecretsFor }).toString();
		const secret = await saveSecret(trx, webhook, { secret: newSecret(), until, madeBy: key });
		return { webhook, secret };
	});

/** An address is told nothing more, and what stands of it is gone. @returns whether there was one */
export const removeWebhook = (app: App, whose: WhoseWebhooks, id: string): Promise<boolean> =>
	transact(app.db, async (trx) => {
		if (!(await findWebhook(trx, whose, id))) return false;
		await deleteWebhook(trx, id);
		return true;
	});

/** An administrator stops an address of anybody, for good. @returns whether there is one that may be stopped */
export const stopWebhook = (app: App, by: Viewer, id: string): Promise<boolean> =>
	transact(app.db, async (trx) => {
		if (!seesToTokens(by)) return false;
		const webhook = await findWebhook(trx, { partnershipId: by.partnershipId }, id);
		if (!webhook) return false;
		await saveWebhook(trx, { ...webhook, state: "stopped" });
		return true;
	});

/**
 * Sends something that is no event, to see whether an address takes it.
 *
 * @param key of the request, which names what is sent: sent again, nothing more is
 * @returns whether there is one
 * @throws Refusal 'not-told-now'; 'sent-before' where the key tried another address
 */
export const tryWebhook = (
	app: App,
	whose: WhoseWebhooks,
	id: string,
	key: string = randomUUID(),
): Promise<boolean> =>
	transact(app.db, async (trx) => {
		const tried = await findAddressOfEvent(trx, key);
		if (tried !== undefined && tried !== id) throw keyOfAnother();
		if (tried !== undefined) return (await findWebhook(trx, whose, id)) !== undefined;
		const webhook = await toldNow(trx, whose, id);
		if (!webhook) return false;
		const at = app.clock().toString();
		await addToTell(
			trx,
			[
				{
					id: key,
					webhookId: id,
					partnershipId: webhook.partnershipId,
					differenceId: null,
					entry: 0,
					kind: webhookTest,
					step: null,
					happenedAt: at,
				},
			],
			at,
		);
		await app.enqueue(trx, [sendingTo(id)]);
		return true;
	});

/**
 * Sends something once more that stands in the log, whatever came of it before, if it may still be known.
 *
 * @param after how often it was tried when whoever asks read the log: where that is more by now, it was sent again already
 * @returns whether there is such an entry
 * @throws Refusal 'not-told-now'
 */
export const sendAgain = (
	app: App,
	whose: WhoseWebhooks,
	id: string,
	eventId: string,
	after = Number.POSITIVE_INFINITY,
): Promise<boolean> =>
	transact(app.db, async (trx) => {
		if (!(await toldNow(trx, whose, id))) return false;
		const attempts = await countAttempts(trx, id, eventId);
		if (attempts === undefined) return false;
		if (attempts <= after) await sendWaiting(trx, app, id, { eventId });
		return true;
	});

/**
 * Sends everything that an address did not get in the time of its log, because it was given up or it was told nothing then, if it
 * may still be known.
 *
 * @returns how much that is, as far as its owner may know of it; undefined where there is no such address
 * @throws Refusal 'not-told-now'
 */
export const sendMissed = (
	app: App,
	by: Viewer,
	whose: WhoseWebhooks,
	id: string,
): Promise<number | undefined> =>
	transact(app.db, async (trx) => {
		if (!(await toldNow(trx, whose, id))) return undefined;
		const many = await countMissed(trx, by, id);
		await sendWaiting(trx, app, id, "missed");
		return many;
	});

const keyOfAnother = (): Refusal =>
	new Refusal("sent-before", "This key was used for another address.");

/** @throws Refusal 'not-told-now' */
async function toldNow(trx: Trx, whose: WhoseWebhooks, id: string): Promise<Webhook | undefined> {
	const webhook = await findWebhook(trx, whose, id);
	if (webhook && webhook.state !== "works")
		throw new Refusal(
			"not-told-now",
			"Nothing is sent to this address now. Let it be told again first.",
		);
	return webhook;
}

async function sendWaiting(
	trx: Trx,
	app: App,
	id: string,
	which: { eventId: string } | "waiting" | "missed",
): Promise<number> {
	const many = await saveToSendAgain(trx, id, which, app.clock().toString());
	if (many > 0) await app.enqueue(trx, [sendingTo(id)]);
	return many;
}

function addressFrom(app: App, typed: string): string {
	const read = readWebhookAddress(typed, app.webhooks?.mayBePlain === true);
	if ("wrong" in read) throw new Refusal("wrong-address", said`${read.wrong}.`);
	return read.address;
}

function chosenFrom(kinds: readonly WebhookKind[]): WebhookKind[] {
	if (kinds.length === 0)
		throw new Refusal("no-scope", "Choose at least one thing that it is told of.");
	return [...new Set(kinds)].sort();
}
