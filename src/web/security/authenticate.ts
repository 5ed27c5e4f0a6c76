import type { FastifyInstance } from "fastify";
import type { Viewer } from "../../domain/people/viewer.ts";
import { paths } from "../addresses.ts";
import { SignInPage401 } from "../errors/error-pages.tsx";
import { isOpenHere } from "./place.ts";

/**
 * Knows who is asking, from the session, anew for each request: somebody who has left or
 * changed post is known as such at once. Routes that are not `public` ask for sign-in.
 */
export function knowWhoAsks(
	web: FastifyInstance,
	findViewer: (personId: string) => Promise<Viewer | undefined>,
) {
	web.addHook("onRequest", async (request) => {
		const { personId } = request.session;
		const found = personId ? await findViewer(personId) : undefined;
		request.signedIn = found && isOpenHere(request, found) ? found : undefined;
	});
	web.addHook("preHandler", async (request, reply) => {
		if (request.signedIn || request.is404 || request.routeOptions.config.public) return;
		if (request.method === "GET") {
			// Who signed in is known, and not yet, or no longer, what they act as.
			const way = request.session.accountId ? paths.actingFor : paths.signIn;
			return reply.redirect(
				request.url === paths.myWork ? way : `${way}?then=${encodeURIComponent(request.url)}`,
				303,
			);
		}
		return reply
			.code(401)
			.page(SignInPage401({ frame: request.frame, typed: request.body, url: request.url }));
	});
}
