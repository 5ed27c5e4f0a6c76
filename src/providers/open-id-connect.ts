import { createRemoteJWKSet, jwtVerify } from "jose";
import * as openid from "openid-client";
import { signedInFrom } from "../domain/people/signed-in-from.ts";
import { ProviderAway, ProviderRefused, type SignInProvider } from "./provider.ts";
import type { ProviderSaid } from "./provider-file.ts";

/** By how many seconds the clock of a provider may be off. */
const clockTolerance = 60;

/** For so long it may do nothing, in seconds, before people are told that it does not answer. */
const patience = 10;

/** What a logout token says that it is about. @see OpenID Connect Back-Channel Logout 1.0, section 2.4 */
const signedOutEvent = "http://schemas.openid.net/event/backchannel-logout";

/**
 * A provider of OpenID Connect: authorization code with PKCE. Nothing is asked of it before somebody signs in there, so
 * that Concord starts while it is away.
 *
 * @param address Concord's own, without a slash at the end
 * @see OpenID Connect Core 1.0, section 3.1; RFC 7636
 */
export function openIdConnect(said: ProviderSaid, address: string): SignInProvider {
	const returnTo = (at: string) => `${at}/sign-in/from/${said.key}`;
	const issuer = new URL(said.issuer);
	let found: Promise<openid.Configuration> | undefined;

	/** Read once; when that fails, the next sign-in tries again. */
	const configuration = async (): Promise<openid.Configuration> => {
		found ??= openid.discovery(
			issuer,
			said.clientId,
			{ client_secret: said.clientSecret, [openid.clockTolerance]: clockTolerance },
			undefined,
			{
				timeout: patience,
				// Only this machine may be spoken to without TLS: the file of providers refuses any other.
				...(issuer.protocol === "http:" && { execute: [openid.allowInsecureRequests] }),
			},
		);
		try {
			return await found;
		} catch (problem) {
			found = undefined;
			throw new ProviderAway(`${said.name} does not answer`, { cause: problem });
		}
	};

	return {
		key: said.key,
		name: said.name,
		issuer: said.issuer,
		returnsTo: said.returnsTo,
		begin: async ({ again = false, at = address } = {}) => {
			const provider = await configuration();
			const kept = {
				state: openid.randomState(),
				nonce: openid.randomNonce(),
				verifier: openid.randomPKCECodeVerifier(),
			};
			const { href } = openid.buildAuthorizationUrl(provider, {
				redirect_uri: returnTo(at),
				scope: "openid email profile",
				state: kept.state,
				nonce: kept.nonce,
				code_challenge: await openid.calculatePKCECodeChallenge(kept.verifier),
				code_challenge_method: "S256",
				...(again && { prompt: "login", max_age: "0" }),
			});
			return { url: href, kept };
		},
		finish: async (url, { state, nonce, verifier }) => {
			const provider = await configuration();
			const claims = await openid
				.authorizationCodeGrant(provider, new URL(url), {
					expectedState: state,
					expectedNonce: nonce,
					pkceCodeVerifier: verifier,
					idTokenExpected: true,
				})
				.then(
					(tokens) => tokens.claims(),
					(problem) => {
						throw isAway(problem)
							? new ProviderAway(`${said.name} does not answer`, { cause: problem })
							: new ProviderRefused("What came back is not right", { cause: problem });
					},
				);
			if (!claims) throw new ProviderRefused("It did not say who came");
			return {
				issuer: claims.iss,
				subject: claims.sub,
				...(typeof claims.sid === "string" && { sid: claims.sid }),
				address: signedInFrom(claims, said),
			};
		},
		readSignedOut: async (token) => {
			const provider = (await configuration()).serverMetadata();
			if (!provider.jwks_uri) throw new ProviderRefused("It names no keys");
			try {
				const { payload } = await jwtVerify(token, createRemoteJWKSet(new URL(provider.jwks_uri)), {
					issuer: provider.issuer,
					audience: said.clientId,
					clockTolerance,
					maxTokenAge: "10 minutes",
				});
				const events = payload.events as Record<string, unknown> | undefined;
				if (!events || !(signedOutEvent in events) || "nonce" in payload)
					throw new ProviderRefused("It is about something else");
				const { sid, sub } = payload;
				return {
					...(typeof sid === "string" && { sid }),
					...(typeof sub === "string" && { subject: sub }),
				};
			} catch (problem) {
				throw problem instanceof ProviderRefused
					? problem
					: new ProviderRefused("It is not from there", { cause: problem });
			}
		},
	};
}

/** Whether it could not be reached, or has a fault of its own. */
function isAway(problem: unknown): boolean {
	if (problem instanceof TypeError) return true;
	const { status, name, cause } = problem as { status?: number; name?: string; cause?: unknown };
	return (
		name === "TimeoutError" ||
		(status !== undefined && status >= 500) ||
		(cause instanceof Error && (cause.name === "TimeoutError" || cause instanceof TypeError))
	);
}
