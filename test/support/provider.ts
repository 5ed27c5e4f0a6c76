/** A real provider of OpenID Connect on this machine, at which anybody of `people` signs in by their name. */
import { AsyncLocalStorage } from "node:async_hooks";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import Provider from "oidc-provider";
import { vi } from "vitest";

export type TestProvider = {
	issuer: string;
	clientId: string;
	clientSecret: string;
	/** Signs somebody in there. @returns where they are sent back to */
	signIn: (url: string, who: string) => Promise<string>;
	/** Signs out there whoever signed in last. @returns what it sends to Concord to say so */
	signOut: () => Promise<string[]>;
	/** Its clock is ahead of everybody else’s by so many seconds; behind, where they are fewer than none. */
	setAhead: (seconds: number) => void;
	/** What it has sent to Concord since then, where somebody signed out there by themself. */
	told: () => readonly string[];
	close: () => Promise<void>;
};

/** What it says of somebody. */
export type SaidThere = { email?: string; email_verified?: boolean };

/**
 * Starts it.
 *
 * @param concord Concord's own address, which nothing need listen at: what is sent to it is caught; `also` others to which
 *   it may send somebody back
 */
export async function testProvider(
	people: Record<string, SaidThere>,
	{ concord, key, also = [] }: { concord: string; key: string; also?: string[] },
): Promise<TestProvider> {
	// It says at each start that it is made for development, as it is here.
	const quiet = [vi.spyOn(console, "info"), vi.spyOn(console, "warn")];
	for (const spy of quiet) spy.mockImplementation(() => {});
	const sent: string[] = [];
	const server: Server = createServer();
	await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
	const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	const [clientId, clientSecret] = ["concord", "a secret of the tests alone"];
	const provider = new Provider(issuer, {
		clients: [
			{
				client_id: clientId,
				client_secret: clientSecret,
				redirect_uris: [concord, ...also].map((address) => `${address}/sign-in/from/${key}`),
				token_endpoint_auth_method: "client_secret_post",
				backchannel_logout_uri: `${concord}/sign-in/ended/${key}`,
				backchannel_logout_session_required: true,
			},
		],
		cookies: { keys: ["of the tests alone"] },
		claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name"] },
		conformIdTokenClaims: false,
		features: { devInteractions: { enabled: true }, backchannelLogout: { enabled: true } },
		fetch: async (_url, options) => {
			sent.push(new URLSearchParams(String(options?.body)).get("logout_token") ?? "");
			return new Response();
		},
		findAccount: (_, sub) => ({ accountId: sub, claims: () => ({ sub, ...people[sub] }) }),
		// Nobody is asked whether Concord may know who they are.
		loadExistingGrant: async (ctx) => {
			const { provider: its, session, client } = ctx.oidc;
			const grant = new its.Grant({
				accountId: session?.accountId as string,
				clientId: client?.clientId as string,
			});
			grant.addOIDCScope("openid email profile");
			await grant.save();
			return grant;
		},
	});
	// It runs in this process, and its clock is another all the same.
	const there = new AsyncLocalStorage<true>();
	const now = Date.now;
	let ahead = 0;
	const clock = vi.spyOn(Date, "now");
	clock.mockImplementation(() => now() + (there.getStore() ? ahead * 1000 : 0));
	const answer = provider.callback();
	server.on("request", (request, response) => there.run(true, () => answer(request, response)));
	let cookies = new Map<string, string>();
	const isOfConcord = (url: string) =>
		[concord, ...also].some((address) => url.startsWith(address));

	const ask = async (url: string, body?: Record<string, string>) => {
		const answer = await fetch(new URL(url, issuer), {
			redirect: "manual",
			headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join("; ") },
			...(body && { method: "POST", body: new URLSearchParams(body) }),
		});
		for (const set of answer.headers.getSetCookie()) {
			const [name = "", value = ""] = (set.split(";", 1)[0] ?? "").split(/=(.*)/s);
			if (value) cookies.set(name, value);
			else cookies.delete(name);
		}
		return { location: answer.headers.get("location"), text: await answer.text() };
	};

	return {
		issuer,
		clientId,
		clientSecret,
		signIn: async (url, who) => {
			cookies = new Map();
			let { location } = await ask(url);
			for (let steps = 0; location && !isOfConcord(location); steps += 1) {
				if (steps > 10) throw new Error(`It leads in a circle: ${location}`);
				({ location } = location.includes("/interaction/")
					? await ask(location, { prompt: "login", login: who, password: "any" })
					: await ask(location));
			}
			if (!location) throw new Error("It led nowhere");
			return location;
		},
		signOut: async () => {
			const { text } = await ask("/session/end");
			const xsrf = /name="xsrf" value="([^"]+)"/.exec(text)?.[1] ?? "";
			await ask("/session/end/confirm", { xsrf, logout: "yes" });
			return sent.splice(0);
		},
		setAhead: (seconds) => {
			ahead = seconds;
		},
		told: () => sent,
		close: () =>
			new Promise((closed) => {
				for (const spy of [...quiet, clock]) spy.mockRestore();
				server.closeAllConnections();
				server.close(() => closed());
			}),
	};
}
