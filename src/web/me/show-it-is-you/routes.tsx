import type { FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import type { App } from "../../../actions/app.ts";
import { signInByPasskey } from "../../../actions/passkeys.ts";
import { checkCode } from "../../../actions/second-factor.ts";
import { signIn } from "../../../actions/sign-in.ts";
import { findAccountById } from "../../../store/accounts.ts";
import { countSecondFactors } from "../../../store/second-factors.ts";
import { paths, showItIsYouPaths } from "../../addresses.ts";
import { type FormState, newForm, readForm, withError } from "../../kit/form.ts";
import type { Routes } from "../../kit/request.ts";
import { say } from "../../kit/say.tsx";
import { localPath } from "../../parts/local-path.ts";
import { longestAnswer } from "../../parts/passkey-form.tsx";
import { addressCounted } from "../../security/address-counted.ts";
import { passkeysWorkHere } from "../../security/place.ts";
import { noteShown, shownForMinutes } from "../../security/shown-just-now.ts";
import { type Means, ShowItIsYouPage } from "./page.tsx";

const sent = z.object({
	code: z.string().max(100).default(""),
	password: z.string().max(1_000).default(""),
	answer: z.string().max(longestAnswer).default(""),
});

/** Where somebody who is signed in shows once more that it is them. */
export const showItIsYouRoutes: Routes = (web, app) => {
	const show = async (
		request: FastifyRequest,
		reply: FastifyReply,
		next: string,
		form: FormState = newForm(),
	) => {
		const means = await meansOf(app, request);
		// Somebody who has none of these came in a way that cannot be shown again: they sign out and in.
		return reply.page(
			<ShowItIsYouPage
				frame={request.frame}
				form={form}
				means={means}
				next={next}
				name={request.viewer.name}
				forMinutes={shownForMinutes}
			/>,
		);
	};
	const receive = (
		path: string,
		field: "code" | "password",
		isTheirs: (
			request: FastifyRequest,
			given: z.infer<typeof sent>,
		) => Promise<boolean | "too-many">,
		wrong: string,
	) =>
		web.post(path, async (request, reply) => {
			const { body } = request;
			const next = localPath((body as { next?: unknown } | undefined)?.next);
			const read = readForm(sent, body);
			const answer = read.errors ? false : await isTheirs(request, read.data);
			if (answer === true) {
				noteShown(request, app.clock());
				return reply.redirect(next, 303);
			}
			const problem =
				answer === "too-many" ? say`There were too many tries. Wait a few minutes` : wrong;
			return show(
				request,
				reply.code(answer === "too-many" ? 429 : 422),
				next,
				withError({}, field, problem),
			);
		});

	web.get<{ Querystring: { then?: unknown } }>(paths.showItIsYou, (request, reply) =>
		show(request, reply, localPath(request.query.then)),
	);

	web.post<{ Body: { next?: unknown } | undefined }>(paths.showItIsYou, (request, reply) => {
		if (!app.rehearsal) return reply.callNotFound();
		noteShown(request, app.clock());
		return reply.redirect(localPath(request.body?.next), 303);
	});

	receive(
		showItIsYouPaths.code,
		"code",
		async ({ session: { accountId } }, { code }) => {
			const shown = accountId ? await checkCode(app, accountId, code) : false;
			return typeof shown === "object" ? "too-many" : shown !== false;
		},
		"This code is not right, or was used already. Wait for the next one",
	);

	receive(
		showItIsYouPaths.password,
		"password",
		async (request, { password }) => {
			const { accountId } = request.session;
			const means = await meansOf(app, request);
			const account = accountId && means.password && (await findAccountById(app.db, accountId));
			if (!account) return false;
			const found = await signIn(
				app,
				{ email: account.email, password },
				addressCounted(request.ip),
			);
			if (found && "tooMany" in found) return "too-many";
			return found?.accountId === accountId;
		},
		"The password is not right",
	);

	receive(
		showItIsYouPaths.passkey,
		"code",
		async ({ session: { accountId, sessionId }, ip }, { answer }) => {
			const who = { sid: sessionId, from: addressCounted(ip) };
			const found = await signInByPasskey(app, who, answer);
			return found !== undefined && found.accountId === accountId;
		},
		"This passkey could not be used here. Try again",
	);
};

/** What they show is what they are asked for at sign-in: who has a second factor shows that, and not the password alone. */
async function meansOf(app: App, request: FastifyRequest): Promise<Means> {
	const { accountId, provider } = request.session;
	const has = accountId ? await countSecondFactors(app.db, accountId) : { passkeys: 0, app: false };
	const there = provider && app.providers?.find(({ issuer }) => issuer === provider.issuer);
	return {
		rehearsal: app.rehearsal,
		passkey: has.passkeys > 0 && passkeysWorkHere(app, request),
		app: has.app,
		password: !there && has.passkeys === 0 && !has.app,
		provider: there && { key: there.key, name: there.name },
	};
}
