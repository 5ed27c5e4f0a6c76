import { type Said, said } from "../said.ts";
/**
 * Addresses that are told when something happens, so that a program need not ask again and again: what they may be, of what
 * they are told, and how often something is sent that nobody took.
 */

/** What an address can be told of. It hears that it happened, when, and where the API tells more; nothing else. */
export const webhookKinds = {
	"difference.raised": "A difference was raised on your side",
	"difference.received": "A difference reached your side",
	"difference.changed": "Something was added to a difference that you may read",
	"difference.ended": "A difference ended",
	"form.sent": "A form was sent",
	"step.opened": "A step opened that you may do",
	"clock.ran-out": "A time limit ran out",
} as const;
export type WebhookKind = keyof typeof webhookKinds;

export const isWebhookKind = (word: string): word is WebhookKind =>
	Object.hasOwn(webhookKinds, word);

/** What is sent to see whether an address takes it: nothing happened. */
export const webhookTest = "webhook.test";

/**
 * `paused` by its owner; `failing` when it took nothing for days or said that it is gone; `stopped` by an administrator, for
 * good.
 */
export const webhookStates = ["works", "paused", "failing", "stopped"] as const;
export type WebhookState = (typeof webhookStates)[number];

/** An address that is told, without the secret by which it knows who tells it. */
export type Webhook = {
	id: string;
	partnershipId: string;
	/** The token whose person hears, and without which nothing is sent. */
	tokenId: string;
	personId: string;
	address: string;
	kinds: WebhookKind[];
	state: WebhookState;
	/** ISO instants of the real time. */
	madeAt: string;
	/** Since when it took nothing; null while it takes what is sent. */
	failingSince: string | null;
};

/** Why an address did not take something, where it did not answer with a status. */
export const attemptProblems = [
	"timed-out",
	"not-reached",
	"not-allowed",
	"not-found",
	"certificate",
] as const;
export type AttemptProblem = (typeof attemptProblems)[number];

/** One try to send: at an ISO instant, with the status that was answered or why there was none. */
export type Attempt =
	| { at: string; status: number; problem?: undefined }
	| { at: string; status?: undefined; problem: AttemptProblem };

/** How many addresses of one token are told: more are for a program of one's own to pass on to. */
export const mostWebhooks = 10;

/** How long an address may be, in letters. */
export const longestAddress = 500;

/**
 * The pauses before something is sent again, in minutes: over three days, ever further apart. After the last it is given up.
 *
 * @see Standard Webhooks 1.0, “Deliverability and reliability”
 */
const pauses = [1, 5, 30, 2 * 60, 5 * 60, 10 * 60, 14 * 60, 20 * 60, 24 * 60];

/** How many minutes after so many tries it is sent again; undefined where it is given up. */
export const pauseAfter = (tries: number): number | undefined => pauses[tries - 1];

/** At most so many minutes an address may ask to be left alone for: a day. */
const asksAtMost = 24 * 60;

/**
 * How long an address that took nothing asks to be left alone, in minutes, with `Retry-After`.
 *
 * @param retryAfter as it came: seconds, or an HTTP date
 * @returns 0 where it asks for nothing that can be understood
 * @see RFC 9110, 10.2.3
 */
export function asksToWait(retryAfter: string | undefined, now: Temporal.Instant): number {
	const given = retryAfter?.trim() ?? "";
	const date = Date.parse(given);
	const seconds = /^\d{1,9}$/.test(given)
		? Number(given)
		: /GMT$/.test(given) && !Number.isNaN(date)
			? (date - now.epochMilliseconds) / 1000
			: 0;
	return Math.min(asksAtMost, Math.max(0, Math.ceil(seconds / 60)));
}

/** For so many hours after a secret was changed what is sent is signed with the one before as well. */
export const bothSecretsFor = 24;

/** So many hours an address may take nothing before it is told nothing more and its owner is mailed. */
export const failsAtMost = 72;

/** How long the log of what was sent is kept, in days. */
export const daysOfLog = 30;

/** Whether an address took what was sent. Being sent elsewhere is no answer: nothing is followed. */
export const wasTaken = ({ status }: Attempt): boolean =>
	status !== undefined && status >= 200 && status < 300;

/** Whether an address says that it is no more. @see RFC 9110, 15.5.11 */
export const saysGone = ({ status }: Attempt): boolean => status === 410;

/**
 * What somebody named, as an address that can be told.
 *
 * @param mayBePlain whether http is taken, which is for networks that the operator allows
 * @returns what is wrong with it, in words, where it cannot be told
 */
export function readWebhookAddress(
	typed: string,
	mayBePlain: boolean,
): { address: string } | { wrong: Said } {
	const url = URL.parse(typed.trim());
	if (!url || (url.protocol !== "https:" && url.protocol !== "http:"))
		return { wrong: said`Enter a web address, such as https://school.example/concord` };
	if (url.protocol === "http:" && !mayBePlain)
		return { wrong: said`Enter an address that begins with https://` };
	if (url.username !== "" || url.password !== "")
		return {
			wrong: said`Leave the name and the password out of the address: the signature says who it comes from`,
		};
	if (url.hash !== "") return { wrong: said`Leave out # and what follows it` };
	if (url.href.length > longestAddress)
		return { wrong: said`Enter an address of ${longestAddress} characters at most` };
	return { address: url.href };
}

/** The host of an address: enough to know it by, without what its owner may keep secret in it. */
export const hostOf = (address: string): string => new URL(address).host;
