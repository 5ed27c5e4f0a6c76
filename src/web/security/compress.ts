import { randomBytes, randomInt } from "node:crypto";
import { promisify } from "node:util";
import { constants, gzip } from "node:zlib";
import type { FastifyInstance, FastifyRequest } from "fastify";

const compressed = promisify(gzip);

/** What is shorter fits into the first packets anyway, in characters. */
const shortest = 1_400;

/** Up to so many letters more or less say nothing of what stands on a page. */
const mostPadding = 256;

/**
 * Pages that a page of ours asked for go out compressed. How long a compressed page is tells of what is said in it twice, so
 * whoever could have others ask for pages with words of theirs in them, and saw how long the answers are, could guess what
 * stands beside (BREACH). What another site, or an address that somebody was sent, leads to therefore goes out as it is:
 * only a browser says where a request came from, and no site can make it say ours. See docs/decisions/compression.md.
 */
export function compressPages(web: FastifyInstance): void {
	web.addHook("onSend", async (request, reply, payload) => {
		const isPage = String(reply.getHeader("content-type")).startsWith("text/html");
		if (!isPage || typeof payload !== "string") return payload;
		reply.header("vary", "accept-encoding, sec-fetch-site");
		if (payload.length < shortest || !isAskedByUs(request) || !takesGzip(request)) return payload;
		reply.header("content-encoding", "gzip");
		reply.header(
			"x-padding",
			randomBytes(mostPadding / 2)
				.toString("hex")
				.slice(randomInt(mostPadding + 1)),
		);
		reply.removeHeader("content-length");
		// The least effort makes a page a sixth of its length; the most, a seventh, in twice the time.
		return compressed(payload, { level: constants.Z_BEST_SPEED });
	});
}

const isAskedByUs = ({ headers }: FastifyRequest): boolean =>
	headers["sec-fetch-site"] === "same-origin";

const takesGzip = ({ headers }: FastifyRequest): boolean =>
	/(^|[\s,])gzip(?!\s*;\s*q=0(\.0*)?\s*(,|$))/.test(String(headers["accept-encoding"] ?? ""));
