import { createHmac } from "node:crypto";
import csrf from "@fastify/csrf-protection";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";

const harmless = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Every form must send back the token of a page of ours, so that no other site can send one in somebody's name.
 *
 * @param secret signs session cookies
 */
export async function requireFormTokens(
	web: FastifyInstance,
	{ secret }: { secret: string | string[] },
) {
	await web.register(csrf, {
		sessionPlugin: "@fastify/session",
		getToken: (request) => (request.body as { _csrf?: string } | null)?._csrf,
		logLevel: "debug",
	});
	web.addHook("preHandler", (request, reply, done) => {
		if (harmless.has(request.method) || request.is404) return done();
		request.session._csrf ??= secretFor(request, secret);
		web.csrfProtection(request, reply, done);
	});
}

/** A token for a form that is about to be shown; empty where no session could be read. */
export function newFormToken(
	request: FastifyRequest,
	reply: FastifyReply,
	secret: string | string[],
): string {
	if (!request.session?.sessionId) return "";
	request.session._csrf ??= secretFor(request, secret);
	return reply.generateCsrf();
}

/** What the tokens of a visitor's forms are made with, whose session is not stored: the same for each request. */
function secretFor({ session }: FastifyRequest, secret: string | string[]): string {
	const [first = ""] = [secret].flat();
	return createHmac("sha256", first).update(`forms of ${session.sessionId}`).digest("base64url");
}
