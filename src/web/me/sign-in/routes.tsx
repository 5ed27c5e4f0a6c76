import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import type { App } from "../../../actions/app.ts";
import { signIn } from "../../../actions/sign-in.ts";
import { cleanAddress } from "../../../domain/typed-text.ts";
import { listPartnerships, type Partnership } from "../../../store/partnerships.ts";
import { listDirectory } from "../../../store/people.ts";
import { paths } from "../../addresses.ts";
import { TooOftenPage } from "../../errors/error-pages.tsx";
import {
	type FormState,
	newForm,
	readForm,
	requiredText,
	typedText,
	withError,
} from "../../kit/form.ts";
import { localPath } from "../../parts/local-path.ts";
import { beginSessionAnd, endSession } from "../../security/sessions.ts";
import {
	addressCounted,
	FailedTries,
	triesForOneAccount,
	triesFromOneAddress,
} from "../../security/sign-in-limit.ts";
import { SignInPage, SignOutPage, type ToRehearse } from "./page.tsx";

const credentials = z.object({
	email: requiredText({
		missing: "Enter your email address",
		name: "Email address",
		max: 320,
	}).transform(cleanAddress),
	password: z
		.string("Enter your password")
		.min(1, "Enter your password")
		.max(1_000, "Password must be 1,000 characters or less"),
});

export const signInRoutes = (web: FastifyInstance, app: App) => {
	const fromAddress = new FailedTries(triesFromOneAddress, app.clock);
	const forAccount = new FailedTries(triesForOneAccount, app.clock);

	const show = async (
		{ frame, place }: FastifyRequest,
		reply: FastifyReply,
		form: FormState,
		next: string,
	) =>
		reply.page(
			<SignInPage
				frame={frame}
				form={{ ...form, values: { email: typedText(form.values, "email") } }}
				next={next}
				rehearsal={app.rehearsal ? await toRehearse(app, place?.partnership) : undefined}
				providers={app.providers ?? []}
				providersAt={place?.isOwnHost ? app.address : ""}
			/>,
		);

	web.get<{ Querystring: { then?: unknown } }>(
		paths.signIn,
		{ config: { public: true } },
		(request, reply) => show(request, reply, newForm(), localPath(request.query.then)),
	);

	web.post<{ Body: { next?: unknown } | undefined }>(
		paths.signIn,
		{ config: { public: true } },
		async (request, reply) => {
			const next = localPath(request.body?.next);
			const form = readForm(credentials, request.body);
			if (form.errors) return show(request, reply.code(422), form, next);

			const address = addressCounted(request.ip);
			const account = form.data.email.toLowerCase();
			if (!fromAddress.begin(address))
				return reply.code(429).page(<TooOftenPage frame={request.frame} />);
			if (!forAccount.begin(account))
				return show(
					request,
					reply.code(429),
					withError(
						form.values,
						"email",
						"There were too many tries with this email address. Wait 15 minutes, then try again",
					),
					next,
				);
			const takeBack = () => {
				fromAddress.takeBack(address);
				forAccount.takeBack(account);
			};
			const found = await signIn(
				app,
				form.data,
				request.place?.isOwnHost ? request.place.partnership.id : undefined,
			).catch((problem) => {
				takeBack();
				throw problem;
			});
			if (found === undefined)
				return show(
					request,
					reply.code(422),
					withError(form.values, "email", "The email address or the password is not right"),
					next,
				);
			takeBack();
			return beginSessionAnd(request, reply, found, next);
		},
	);

	web.post<{ Body: { sure?: unknown } | undefined }>(
		paths.signOut,
		{ config: { public: true } },
		async (request, reply) => {
			// Without a script nothing has saved what they may be typing.
			if (request.body?.sure !== "yes") return reply.page(<SignOutPage frame={request.frame} />);
			await endSession(request, reply);
			return reply.redirect(paths.signIn, 303);
		},
	);
};

/** Whom one can rehearse as: the people of one partnership, and where the others are. */
async function toRehearse(app: App, at: Partnership | undefined): Promise<ToRehearse> {
	const all = await listPartnerships(app.db);
	const [first, another] = all;
	const here = at ?? (another ? undefined : first);
	return {
		people: here && (await listDirectory(app.db, here.id)),
		others: all.filter(({ id }) => id !== here?.id),
	};
}
