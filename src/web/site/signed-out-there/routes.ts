import formbody from "@fastify/formbody";
import type { FastifyInstance } from "fastify";
import type { App } from "../../../actions/app.ts";
import { endSessionsFrom } from "../../../actions/sign-in-by-provider.ts";
import { ProviderAway, ProviderRefused } from "../../../providers/provider.ts";
import { paths } from "../../addresses.ts";

/** A logout token is a few hundred bytes; one with many claims, a few thousand. */
const largestToken = 16 * 1024;

/**
 * Where a provider says that somebody signed out there: what they began here by it ends. It speaks for itself, without a
 * session of ours: what it sends is signed with its own key.
 *
 * @see OpenID Connect Back-Channel Logout 1.0 (POST) and Front-Channel Logout 1.0 (GET, in a frame of the provider's page)
 */
export function signedOutThereRoutes(all: FastifyInstance, app: App): void {
	if (!app.providers?.length) return;
	all.register(async (own) => {
		own.removeAllContentTypeParsers();
		await own.register(formbody, { bodyLimit: largestToken });
		// What opens it is the number of the sign-in, which only the provider and we know.
		own.get<{ Params: { provider: string }; Querystring: { iss?: unknown; sid?: unknown } }>(
			paths.signedOutThere,
			async (request, reply) => {
				const provider = app.providers?.find(({ key }) => key === request.params.provider);
				const { iss, sid } = request.query;
				if (!provider || typeof sid !== "string" || (iss !== undefined && iss !== provider.issuer))
					return reply.callNotFound();
				await endSessionsFrom(app, provider.issuer, { sid });
				return reply.code(200).send();
			},
		);
		own.post<{ Params: { provider: string }; Body: { logout_token?: unknown } | undefined }>(
			paths.signedOutThere,
			async (request, reply) => {
				reply.header("cache-control", "no-store");
				const provider = app.providers?.find(({ key }) => key === request.params.provider);
				if (!provider) return reply.callNotFound();
				const token = request.body?.logout_token;
				if (typeof token !== "string") return reply.code(400).send({ error: "invalid_request" });
				try {
					await endSessionsFrom(app, provider.issuer, await provider.readSignedOut(token));
				} catch (problem) {
					if (problem instanceof ProviderRefused)
						return reply.code(400).send({ error: "invalid_request" });
					// Its keys cannot be read now: it tries again.
					if (problem instanceof ProviderAway) return reply.code(503).send();
					throw problem;
				}
				return reply.code(200).send();
			},
		);
	});
}
