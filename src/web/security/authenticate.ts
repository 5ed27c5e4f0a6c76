import type { FastifyInstance } from "fastify";
import type { Viewer } from "../../domain/people/viewer.ts";
import { howYouSignInPath, paths } from "../addresses.ts";
import { SecondFactorFirstPage, SignInPage401 } from "../errors/error-pages.tsx";
import { isOpenHere } from "./place.ts";

/**
 * Knows who is asking, from the session, anew for each request: somebody who has left or
 * changed post is known as such at once. Routes that are not `public` ask for sign-in.
 */
export function knowWhoAsks(
	web: FastifyInstance,
	findViewer: (personId: string) => Promise<Viewer | undefined>,
	/** Whether they must show more than a password. */
	needsMore: (viewer: Viewer) => boolean,
) {
	web.addHook("onRequest", async (request) => {
		const { personId } = request.session;
		const found = personId ? await findViewer(personId) : undefined;
		request.signedIn = found && isOpenHere(request, found) ? found : undefined;
	});
	web.addHook("preHandler", async (request, reply) => {
		const { signedIn, routeOptions } = request;
		if (request.is404 || routeOptions.config.public) return;
		if (signedIn) {
			if (
				request.session.secondFactor ||
				routeOptions.config.beforeSecondFactor ||
				!needsMore(signedIn)
			)
				return;
			// They set one up before anything else.
			if (request.method === "GET") return reply.redirect(howYouSignInPath, 303);
			return reply
				.code(403)
				.page(
					SecondFactorFirstPage({ frame: request.frame, typed: request.body, url: request.url }),
				);
		}
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
