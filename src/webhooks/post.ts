/**
 * Sends something to an address that somebody named: to a machine that may be reached and to no other, which is looked up once
 * and held to; nothing is followed, nobody waits long, and hardly anything of an answer is read.
 */
import type { LookupAddress } from "node:dns";
import { lookup } from "node:dns/promises";
import { type IncomingMessage, request as requestPlain } from "node:http";
import { request as requestSealed } from "node:https";
import { isIP } from "node:net";
import type { AttemptProblem } from "../domain/people/webhook.ts";
import type { MayReach } from "./reachable.ts";

/** What an address answered: its status, and `Retry-After` as it came; or why there was none. */
export type PostAnswer =
	| { status: number; problem?: undefined; retryAfter?: string }
	| { status?: undefined; problem: AttemptProblem; retryAfter?: undefined };

/** Sends a text to an address. It never throws: what went wrong is an answer. */
export type Post = (
	address: string,
	headers: Record<string, string>,
	body: string,
) => Promise<PostAnswer>;

/** How long an address has, from the lookup of its name to its answer, in milliseconds. */
const patience = 10_000;
/** So many bytes of an answer are read, and dropped: then the line is cut. */
const mostRead = 4_096;

class NotAllowed extends Error {}

/**
 * @param resolve looks up the machines of a name; only tests give this and what follows
 * @param timer says when an address had its time
 * @param certificate of whoever vouches for addresses
 */
export const postTo =
	(
		reach: MayReach,
		{
			resolve = (host) => lookup(host, { all: true, verbatim: true }),
			timer = () => AbortSignal.timeout(patience),
			certificate,
		}: {
			resolve?: (host: string) => Promise<LookupAddress[]>;
			timer?: () => AbortSignal;
			certificate?: string;
		} = {},
	): Post =>
	async (address, headers, body) => {
		const url = new URL(address);
		const over = timer();
		try {
			const to = await Promise.race([machineOf(url, reach, resolve), rejects(over)]);
			return await send(url, to, { headers, body, signal: over, certificate });
		} catch (problem) {
			return { problem: over.aborted ? "timed-out" : problemOf(problem) };
		}
	};

/**
 * The one machine that is sent to. A name that leads also to a machine that may not be reached leads nowhere: whoever keeps it
 * would choose which.
 *
 * @throws NotAllowed
 */
async function machineOf(
	{ hostname, protocol }: URL,
	{ isOpen, isAllowed }: MayReach,
	resolve: (host: string) => Promise<LookupAddress[]>,
): Promise<LookupAddress> {
	const host = hostname.replace(/^\[|\]$/g, "");
	const family = isIP(host);
	const found = family === 0 ? await resolve(host) : [{ address: host, family }];
	const [first] = found;
	const is = protocol === "https:" ? isOpen : isAllowed;
	if (!first || !found.every(({ address }) => is(address))) throw new NotAllowed();
	return first;
}

const rejects = (signal: AbortSignal): Promise<never> =>
	new Promise((_, reject) => {
		if (signal.aborted) reject(signal.reason);
		signal.addEventListener("abort", () => reject(signal.reason), { once: true });
	});

function send(
	url: URL,
	to: LookupAddress,
	given: {
		headers: Record<string, string>;
		body: string;
		signal: AbortSignal;
		certificate: string | undefined;
	},
): Promise<PostAnswer> {
	const { headers, body, signal, certificate } = given;
	return new Promise((resolve, reject) => {
		const request = (url.protocol === "https:" ? requestSealed : requestPlain)(url, {
			method: "POST",
			// No line of before is used again: each goes to the machine that was looked at.
			agent: false,
			lookup: (_host, options, found) =>
				options.all ? found(null, [to]) : found(null, to.address, to.family),
			signal,
			headers: {
				...headers,
				"content-type": "application/json; charset=utf-8",
				"content-length": Buffer.byteLength(body),
				"user-agent": "Concord",
			},
			...(certificate !== undefined && { ca: certificate }),
		});
		request.on("error", reject);
		request.on("response", (answer) => {
			// Its status is known from here on, whatever becomes of the rest.
			request.off("error", reject).on("error", () => {});
			const retryAfter = answer.headers["retry-after"]?.slice(0, 100);
			dropped(answer, () =>
				resolve({ status: answer.statusCode ?? 0, ...(retryAfter && { retryAfter }) }),
			);
		});
		request.end(body);
	});
}

/** Reads a little of an answer, so that whoever sends it is not cut off while saying thank you, and drops it. */
function dropped(answer: IncomingMessage, done: () => void): void {
	let read = 0;
	answer.on("data", (bytes: Buffer) => {
		read += bytes.length;
		if (read > mostRead) answer.destroy();
	});
	answer.on("error", () => {});
	answer.on("close", done);
}

function problemOf(problem: unknown): AttemptProblem {
	if (problem instanceof NotAllowed) return "not-allowed";
	const code = String((problem as { code?: unknown }).code ?? "");
	if (code === "ENOTFOUND" || code === "EAI_AGAIN" || code === "ENODATA") return "not-found";
	return /CERT|SIGNATURE|ISSUER|CRL|HOSTNAME|ERR_TLS|ERR_SSL|EPROTO/.test(code)
		? "certificate"
		: "not-reached";
}
