import csrf from "@fastify/csrf-protection";
import type { FastifyInstance } from "fastify";

const harmless = new Set(["GET", "HEAD", "OPTIONS"]);

/** Every form must send back the token of a page of ours, so that no other site can send one in somebody's name. */
export async function requireFormTokens(web: FastifyInstance) {
	await web.register(csrf, {
		sessionPlugin: "@fastify/session",
		getToken: (request) => (request.body as { _csrf?: string } | null)?._csrf,
		logLevel: "debug",
	});
	web.addHook("preHandler", (request, reply, done) => {
		if (harmless.has(request.method) || request.is404) done();
		else web.csrfProtection(request, reply, done);
	});
}
