import type { FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { addressOf } from "../../../actions/own-address.ts";
import { signInByProvider } from "../../../actions/sign-in-by-provider.ts";
import { ProviderAway, ProviderRefused, type SignInProvider } from "../../../providers/provider.ts";
import { signedInFromPath, signInWithPath } from "../../addresses.ts";
import type { Routes } from "../../kit/request.ts";
import { localPath } from "../../parts/local-path.ts";
import { beginSessionAnd } from "../../security/sessions.ts";
import { ProviderAwayPage, ProviderRefusedPage, UnknownHerePage } from "./page.tsx";

/** What the browser keeps while somebody is at the provider, in seconds at most. */
const keptFor = 15 * 60;

const kept = z.strictObject({
	key: z.string(),
	state: z.string(),
	nonce: z.string(),
	verifier: z.string(),
	next: z.string(),
});

/** Signing in where else one's agency has its people sign in. */
export const signInByProviderRoutes: Routes = (web, app) => {
	const providerOf = ({ params }: FastifyRequest): SignInProvider | undefined =>
		app.providers?.find(({ key }) => key === (params as { provider?: string }).provider);
	const secure = app.address.startsWith("https:");
	const cookie = secure ? "__Host-concord-there" : "concord-there";
	const attributes = {
		path: "/",
		httpOnly: true,
		sameSite: "lax",
		secure,
		maxAge: keptFor,
	} as const;
	/** Of a host of a partnership’s own: its address and whose it is. */
	const ownHostOf = ({ place }: FastifyRequest) =>
		place?.isOwnHost
			? { at: addressOf(app, place.partnership), within: place.partnership.id }
			: undefined;
	/** What could not be done there, said on a page of ours. */
	const answer = (
		problem: unknown,
		provider: SignInProvider,
		{ frame }: FastifyRequest,
		reply: FastifyReply,
	) => {
		if (problem instanceof ProviderAway)
			return reply.code(503).page(<ProviderAwayPage frame={frame} name={provider.name} />);
		if (problem instanceof ProviderRefused)
			return reply
				.code(422)
				.page(
					<ProviderRefusedPage
						frame={frame}
						name={provider.name}
						again={signInWithPath(provider.key)}
					/>,
				);
		throw problem;
	};

	web.get<{ Params: { provider: string }; Querystring: { then?: unknown; again?: unknown } }>(
		signInWithPath(":provider"),
		{ config: { public: true } },
		async (request, reply) => {
			const provider = providerOf(request);
			if (!provider) return reply.callNotFound();
			try {
				const at = ownHostOf(request as FastifyRequest)?.at;
				if (at !== undefined && !provider.returnsTo.includes(at))
					return reply.redirect(`${app.address}${request.url}`, 303);
				const { url, kept: begun } = await provider.begin({
					again: request.query.again === "yes",
					at,
				});
				const value = { ...begun, key: provider.key, next: localPath(request.query.then) };
				const packed = Buffer.from(JSON.stringify(value)).toString("base64url");
				reply.setCookie(cookie, packed, { ...attributes, signed: true });
				return reply.redirect(url, 303);
			} catch (problem) {
				return answer(problem, provider, request, reply);
			}
		},
	);

	web.get<{ Params: { provider: string } }>(
		signedInFromPath(":provider"),
		{ config: { public: true } },
		async (request, reply) => {
			const provider = providerOf(request);
			if (!provider) return reply.callNotFound();
			const begun = keptBy(request, cookie);
			reply.clearCookie(cookie, attributes);
			try {
				if (begun?.key !== provider.key) throw new ProviderRefused("This browser did not begin it");
				const own = ownHostOf(request as FastifyRequest);
				const there = await provider.finish(`${own?.at ?? app.address}${request.url}`, begun);
				const found = await signInByProvider(app, there, own?.within);
				if (!found)
					return reply
						.code(403)
						.page(<UnknownHerePage frame={request.frame} name={provider.name} />);
				const { issuer, subject, sid } = there;
				return await beginSessionAnd(request, reply, found, begun.next, {
					provider: { issuer, subject, ...(sid !== undefined && { sid }) },
				});
			} catch (problem) {
				return answer(problem, provider, request, reply);
			}
		},
	);
};

/** What this browser kept since it went there; undefined when it did not, or it is not what we gave it. */
function keptBy(request: FastifyRequest, name: string): z.infer<typeof kept> | undefined {
	const { valid, value } = request.unsignCookie(request.cookies[name] ?? "");
	if (!valid || !value) return undefined;
	return kept.safeParse(JSON.parse(Buffer.from(value, "base64url").toString("utf8"))).data;
}
