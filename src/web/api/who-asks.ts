/**
 * Who asks by a token, anew for each request: whoever has left, or has another post, is known as such at once. No cookie is
 * looked at, and what a token opens is never more than what its person may do.
 */
import type { FastifyInstance, FastifyRequest } from "fastify";
import { noteTokenUsed, tokenOf } from "../../actions/api-tokens.ts";
import type { App } from "../../actions/app.ts";
import {
	type ApiScope,
	type ApiToken,
	asProgram,
	scopes,
	standsFor,
} from "../../domain/people/api-token.ts";
import type { Viewer } from "../../domain/people/viewer.ts";
import { isOpenHere, type Place } from "../security/place.ts";
import { Problem } from "./problem.ts";

declare module "fastify" {
	interface FastifyRequest {
		/** The token that an operation of the API is asked with. */
		token: ApiToken | undefined;
	}
	interface FastifyContextConfig {
		/** What a token must let do for an operation of the API. */
		apiScope?: ApiScope;
		/** The body is a file, and comes as it is. */
		takesRaw?: boolean;
	}
}

/** Knows who asks; whoever is nobody is refused once it is known how often they ask: see `refuseStrangers`. */
export function knowTokens(
	api: FastifyInstance,
	app: App,
	{
		findViewer,
		placeOf,
	}: {
		findViewer: (personId: string) => Promise<Viewer | undefined>;
		placeOf: (request: FastifyRequest) => Promise<Place | undefined>;
	},
): void {
	api.decorateRequest("place", undefined);
	api.decorateRequest("token", undefined);
	api.addHook("onRequest", async (request) => {
		request.place = await placeOf(request);
		const secret = /^Bearer +([\w-]+) *$/i.exec(request.headers.authorization ?? "")?.[1];
		const token = secret === undefined ? undefined : await tokenOf(app, secret);
		const viewer = token && (await findViewer(token.personId));
		if (!token || !viewer || !isOpenHere(request, viewer)) return;
		if (!standsFor(token, viewer, app.rehearsal)) return;
		request.token = token;
		request.signedIn = { ...asProgram(viewer), through: token.name };
	});
}

/** Refuses whoever brings no token that works, or one that is not for this. @throws Problem */
export async function refuseStrangers({ token, routeOptions }: FastifyRequest): Promise<void> {
	const { apiScope } = routeOptions.config;
	if (!token)
		throw new Problem(401, "no-token", "Send a token that works", {
			detail:
				"Send a header “Authorization: Bearer” with a token. It may have expired or been revoked, or its person has left or must show more than a password to make it.",
			headers: { "www-authenticate": 'Bearer realm="Concord"' },
		});
	if (apiScope === undefined || !token.scopes.includes(apiScope))
		throw new Problem(403, "not-in-scope", "This token is not for that", {
			detail: `It needs the scope ${apiScope}: ${apiScope && scopes[apiScope]}.`,
			headers: {
				"www-authenticate": `Bearer realm="Concord", error="insufficient_scope", scope="${apiScope}"`,
			},
		});
}

/** Notes for each request that its token is used, once it is known in which partnership. */
export function noteTokens(api: FastifyInstance, app: App): void {
	api.addHook("onRequest", async ({ token }) => {
		if (token) await noteTokenUsed(app, token);
	});
}
