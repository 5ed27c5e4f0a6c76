import type { FastifyInstance } from "fastify";
import { partnershipIsKnown } from "../../store/partnerships.ts";
import { staysWithPrimaryFor } from "../../store/replica.ts";
import { type ScopeHeld, underScope } from "../../store/scope.ts";

declare module "fastify" {
	interface FastifyRequest {
		/** For whom this request asks the database. */
		asks: ScopeHeld;
	}
}

/**
 * Each request asks the database for one partnership. Until it is known who asks, and at which partnership’s address, it looks
 * over all of them for just that.
 */
export function askForWhoAsks(web: FastifyInstance) {
	web.decorateRequest("asks", null as never);
	web.addHook("onRequest", (request, _reply, done) => {
		const { method } = request;
		request.asks = {
			scope: { across: "who-asks" },
			// What only shows something may be told the same twice.
			answers: method === "GET" || method === "HEAD" ? new Map() : undefined,
		};
		underScope(request.asks, done);
	});
	// What a request brings is read on its connection, which knows of no request.
	web.addHook("preValidation", (request, _reply, done) => underScope(request.asks, done));
}

/** Who asks is known now: from here on, what is not of their partnership is not there. */
export function askForPartnershipOfViewer(web: FastifyInstance) {
	web.addHook("onRequest", async ({ asks, signedIn, place }) => {
		if (!signedIn) return;
		asks.scope = { partnershipId: signedIn.partnershipId, personId: signedIn.id };
		if (place && place.partnership.id === signedIn.partnershipId)
			partnershipIsKnown(place.partnership);
	});
}

/**
 * Lets pages that may be some seconds old ask a replica, but for whoever did something just now: what they did must be there,
 * whichever Concord they ask next.
 *
 * @param clock the real time
 */
export function askReplicas(web: FastifyInstance, clock: () => Temporal.Instant) {
	web.addHook("onRequest", async (request) => {
		const { signedIn, routeOptions, session } = request;
		const actedAt = session.actedAt && Temporal.Instant.from(session.actedAt);
		const isFresh = actedAt && clock().since(actedAt).total("seconds") < staysWithPrimaryFor;
		request.asks.mayBeOld =
			signedIn !== undefined && routeOptions.config.mayBeOld === true && !isFresh;
	});
	web.addHook("preHandler", async (request) => {
		if (request.signedIn && request.method === "POST")
			request.session.set("actedAt", clock().toString());
	});
}

/** What surrounds the page of a stranger is known too: nothing else is theirs, but on pages that are open to anybody. */
export function askForNobodyElse(web: FastifyInstance) {
	web.addHook("onRequest", async ({ asks, signedIn, routeOptions, is404 }) => {
		// Opens by an address or a secret that may be of any partnership, and is for whoever is nobody yet.
		if (routeOptions.config?.public && !is404) asks.scope = { across: "public-page" };
		else if (!signedIn) asks.scope = "nobody";
	});
}
