import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import type { App } from "../../../actions/app.ts";
import { signIn } from "../../../actions/sign-in.ts";
import { cleanAddress } from "../../../domain/typed-text.ts";
import { listPartnerships } from "../../../store/partnerships.ts";
import { listDirectory } from "../../../store/people.ts";
import { paths } from "../../addresses.ts";
import {
	type FormState,
	newForm,
	readForm,
	requiredText,
	typedText,
	withError,
} from "../../kit/form.ts";
import { localPath } from "../../parts/local-path.ts";
import { beginSession, endSession } from "../../security/sessions.ts";
import { signInLimit } from "../../security/sign-in-limit.ts";
import { SignInPage } from "./page.tsx";

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

/** How often one person’s address may be tried, from wherever: few enough that guessing is hopeless. */
const triesOfOneAddress = { max: 10, timeWindow: "15 minutes" } as const;

export const signInRoutes = (web: FastifyInstance, app: App) => {
	const countTry = web.createRateLimit({
		...triesOfOneAddress,
		keyGenerator: ({ body }) =>
			cleanAddress(String((body as { email?: unknown } | null)?.email ?? "")).toLowerCase(),
	});

	const show = async (
		{ frame }: FastifyRequest,
		reply: FastifyReply,
		form: FormState,
		next: string,
	) =>
		reply.page(
			<SignInPage
				frame={frame}
				form={{ ...form, values: { email: typedText(form.values, "email") } }}
				next={next}
				people={await peopleToRehearseAs(app)}
			/>,
		);

	web.get<{ Querystring: { then?: unknown } }>(
		paths.signIn,
		{ config: { public: true } },
		(request, reply) => show(request, reply, newForm(), localPath(request.query.then)),
	);

	web.post<{ Body: { next?: unknown } | undefined }>(
		paths.signIn,
		{ config: { public: true, rateLimit: signInLimit } },
		async (request, reply) => {
			const next = localPath(request.body?.next);
			const form = readForm(credentials, request.body);
			if (form.errors) return show(request, reply.code(422), form, next);

			const tries = await countTry(request);
			if (!tries.isAllowed && tries.isExceeded)
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
			const person = await signIn(app, form.data);
			if (person === undefined)
				return show(
					request,
					reply.code(422),
					withError(form.values, "email", "The email address or the password is not right"),
					next,
				);
			await beginSession(request, person);
			return reply.redirect(next, 303);
		},
	);

	web.post(paths.signOut, async (request, reply) => {
		await endSession(request, reply);
		return reply.redirect(paths.signIn, 303);
	});
};

/** The people of the rehearsal; undefined outside rehearsals, where nobody may be listed. */
async function peopleToRehearseAs(app: App) {
	if (!app.rehearsal) return undefined;
	const partnerships = await listPartnerships(app.db);
	return (await Promise.all(partnerships.map(({ id }) => listDirectory(app.db, id)))).flat();
}
